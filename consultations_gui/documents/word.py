"""A paper's content becomes a DOCX that secretariats go on editing in Word or WPS.

Everything stands in named styles and in real structures: headings, a table
with a repeated head, page number fields, languages. The same content gives
the same bytes.
"""

from __future__ import annotations

from io import BytesIO

import docx as word
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from consultations_gui.documents import word_styles as styles
from consultations_gui.documents.content import Form, Paper, Row, RowKind, Sheet
from consultations_gui.documents.word_pages import set_pages
from consultations_gui.documents.word_parts import (
    TEXT_WIDTH,
    add_row_text,
    add_text,
    describe,
    fixed_zip,
    line_under,
    plan_table,
    settle,
    style,
    whole_rows,
)
from consultations_gui.documents.word_table import working_copy
from consultations_gui.domain.parties import Lang

_TIMES = {Lang.ZH: Pt(104), Lang.RU: Pt(86)}
"""Width of the times before the items."""


def docx(paper: Paper) -> bytes:
    """The file. The same content gives the same bytes, on every machine."""
    document = word.Document()
    styles.set_defaults(document)
    for lang in Lang:
        styles.add_styles(document, lang, styles.AGENDA_NAMES)
    settle(document)
    describe(document, paper, paper.sheets[0].lang)
    if paper.form is Form.WORKING:
        set_pages(document.sections[0], paper.draft, paper.sheets, paper.symbol)
        working_copy(document, paper)
    else:
        for index, sheet in enumerate(paper.sheets):
            section = document.add_section(WD_SECTION.NEW_PAGE) if index else document.sections[0]
            set_pages(section, paper.draft, (sheet,), sheet.symbol)
            _sheet(document, sheet)
    out = BytesIO()
    document.save(out)
    return fixed_zip(out.getvalue(), paper.stamp)


def _sheet(document: Document, sheet: Sheet) -> None:
    lines = list(sheet.title)
    if sheet.lang is Lang.RU:
        lines[0] = lines[0].upper()
    title = style(document.add_paragraph(), sheet.lang, styles.TITLE)
    add_text(title, "\n".join(lines), sheet.lang)
    _dateline(document, sheet)
    widths = _number_widths(sheet)
    timed = any(row.time for row in sheet.rows)
    for index, row in enumerate(sheet.rows):
        paragraph = document.add_paragraph()
        _row(paragraph, sheet.lang, row, widths, timed=timed)
        # A day's heading goes with its first row, the last row with notes and signatures.
        heads = row.keep or row.kind is RowKind.DAY
        paragraph.paragraph_format.keep_with_next = heads or index == len(sheet.rows) - 1
        paragraph.paragraph_format.keep_together = len(row.text) < 300
    for note in sheet.notes:
        add_text(style(document.add_paragraph(), sheet.lang, styles.NOTE), note, sheet.lang)
    _signatures(document, sheet)


def _dateline(document: Document, sheet: Sheet) -> None:
    if sheet.lang is Lang.ZH:
        for line in (sheet.date, sheet.place):
            if line:
                add_text(style(document.add_paragraph(), sheet.lang, styles.DATE), line, sheet.lang)
    else:
        paragraph = style(document.add_paragraph(), sheet.lang, styles.DATE)
        paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        add_text(paragraph, f"{sheet.place}\t{sheet.date}", sheet.lang)
    if sheet.caveat:
        own = styles.DATE if sheet.lang is Lang.ZH else styles.NOTE
        add_text(style(document.add_paragraph(), sheet.lang, own), sheet.caveat, sheet.lang)
    # One empty line before the items, as much as the paper has.
    paragraph = document.paragraphs[-1]
    paragraph.paragraph_format.space_after = Pt(14)


def _number_widths(sheet: Sheet) -> tuple[float, float, float]:
    """Points the numbers of each level take: the widest of a level, so that texts share an edge."""
    size = styles.STYLES[sheet.lang][styles.LEVELS[0]].size

    def width(row: Row) -> float:
        signs = sum(0.5 if c.isdigit() else 0.25 if c == "." else 1 for c in row.number)
        return size * (signs + (0.3 if row.gap else 0))

    found = [
        max((width(row) for row in sheet.rows if row.level == level), default=0.0)
        for level in (1, 2, 3)
    ]
    return found[0], found[1], found[2]


def _row(
    paragraph: Paragraph,
    lang: Lang,
    row: Row,
    widths: tuple[float, float, float],
    *,
    timed: bool,
) -> None:
    if row.kind is RowKind.DAY:
        add_text(style(paragraph, lang, styles.DAY), row.text, lang)
        return
    is_item = row.kind is RowKind.ITEM
    style(paragraph, lang, styles.LEVELS[row.level - 1] if is_item else styles.BREAK)
    deeper = Pt(sum(widths[: row.level - 1])) if is_item and lang is Lang.RU else Pt(0)
    start = Length((_TIMES[lang] if timed else 0) + deeper)
    number = Pt(widths[row.level - 1]) if is_item else Pt(0)
    form = paragraph.paragraph_format
    form.left_indent = Length(start + number)
    form.first_line_indent = Length(-(start + number))
    form.tab_stops.add_tab_stop(start)
    form.tab_stops.add_tab_stop(Length(start + number))
    before = f"{row.time}\t" if timed or deeper else ""
    gap = "\t" if row.gap else ""
    add_text(paragraph, before + row.number + gap, lang)
    add_row_text(paragraph, row, lang)


def _signatures(document: Document, sheet: Sheet) -> None:
    table = document.add_table(rows=1, cols=len(sheet.signatures))
    plan_table(table, [Length(TEXT_WIDTH // 2)] * len(sheet.signatures), "")
    whole_rows(table, header=False)
    for cell, entry in zip(table.rows[0].cells, sheet.signatures, strict=True):
        label = style(cell.paragraphs[0], sheet.lang, styles.SIGN)
        label.paragraph_format.space_before = Pt(40)
        add_text(label, entry.label, sheet.lang)
        line = style(cell.add_paragraph(), sheet.lang, styles.SIGN)
        line_under(line, Pt(30))
        name = style(cell.add_paragraph(), sheet.lang, styles.SIGN)
        name.paragraph_format.keep_with_next = False
        add_text(name, entry.name, sheet.lang)
