"""The working copy in DOCX: a real table, both texts row by row in step."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell

from consultations_gui.documents import word_styles as styles
from consultations_gui.documents.content import Paper, Row, RowKind, Sheet
from consultations_gui.documents.word_parts import (
    TEXT_WIDTH,
    add_row_text,
    add_text,
    plan_table,
    style,
    whole_rows,
)
from consultations_gui.domain.parties import Lang

_WIDTHS = (Mm(16), Mm(64), Length(TEXT_WIDTH - Mm(80)))
_BORDERS = (
    '<w:top w:val="single" w:sz="12" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="12" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="BEBEBE"/>'
)
_TITLE_SIZES = {Lang.ZH: (Pt(16), Pt(22)), Lang.RU: (Pt(12), Pt(16))}
"""Size and line of each text's title: smaller than in a copy, since there are two."""


def working_copy(document: Document, paper: Paper) -> None:
    """Both titles, place and date, the table, and the notes under it."""
    for sheet in paper.sheets:
        _title(document, sheet)
    for sheet in paper.sheets:
        line = style(document.add_paragraph(), sheet.lang, styles.CELL)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.keep_with_next = True
        between = "，" if sheet.lang is Lang.ZH else ", "
        add_text(line, between.join(p for p in (sheet.date, sheet.place) if p), sheet.lang)
    for sheet in paper.sheets:
        if sheet.caveat:
            line = style(document.add_paragraph(), sheet.lang, styles.CELL)
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.paragraph_format.keep_with_next = True
            add_text(line, sheet.caveat, sheet.lang)
    document.paragraphs[-1].paragraph_format.space_after = Pt(10)
    rows = list(zip(*(sheet.rows for sheet in paper.sheets), strict=True))
    table = document.add_table(rows=len(rows) + 1, cols=3)
    plan_table(table, _WIDTHS, _BORDERS)
    whole_rows(table, header=True)
    _heads(table, paper.sheets)
    for index, pair in enumerate(rows, 1):
        _fill(table, index, pair, keep=pair[0].keep or index == len(rows))
    _share_times(table, [pair[0] for pair in rows])
    for sheet in paper.sheets:
        for note in sheet.notes:
            line = style(document.add_paragraph(), sheet.lang, styles.CELL)
            line.paragraph_format.space_before = Pt(8)
            line.paragraph_format.keep_with_next = sheet is not paper.sheets[-1]
            add_text(line, note, sheet.lang)


def _title(document: Document, sheet: Sheet) -> None:
    title = style(document.add_paragraph(), sheet.lang, styles.TITLE)
    between = "" if sheet.lang is Lang.ZH else " "
    add_text(title, between.join(sheet.title), sheet.lang)
    size, line = _TITLE_SIZES[sheet.lang]
    for run in title.runs:
        run.font.size = size
    title.paragraph_format.line_spacing = line
    title.paragraph_format.space_after = Pt(8)


def _heads(table: Table, sheets: Sequence[Sheet]) -> None:
    cells = table.rows[0].cells
    for index, sheet in enumerate(sheets):
        paragraph = cells[0].paragraphs[0] if index == 0 else cells[0].add_paragraph()
        add_text(style(paragraph, sheet.lang, styles.CELL), sheet.heads.time, sheet.lang)
        paragraph.paragraph_format.space_before = Pt(0 if index else 3)
        paragraph.paragraph_format.space_after = Pt(3 if index else 0)
        head = style(cells[index + 1].paragraphs[0], sheet.lang, styles.CELL)
        add_text(head, sheet.heads.item, sheet.lang)


def _fill(table: Table, index: int, pair: tuple[Row, ...], *, keep: bool) -> None:
    cells = table.rows[index].cells
    if pair[0].kind is RowKind.DAY:
        merged = cells[0].merge(cells[2])
        line = style(merged.paragraphs[0], Lang.ZH, styles.CELL)
        line.paragraph_format.keep_with_next = True
        add_text(line, pair[0].text, Lang.ZH, bold=True)
        add_text(line, "    " + pair[1].text, Lang.RU, bold=True)
        return
    time = style(cells[0].paragraphs[0], Lang.RU, styles.CELL)
    time.paragraph_format.keep_with_next = keep
    add_text(time, pair[0].start, Lang.RU)
    for cell, row, lang in zip(cells[1:], pair, (Lang.ZH, Lang.RU), strict=True):
        _text(cell, row, lang, keep=keep)


def _text(cell: _Cell, row: Row, lang: Lang, *, keep: bool) -> None:
    line = style(cell.paragraphs[0], lang, styles.CELL)
    top = row.kind is RowKind.ITEM and row.level == 1
    signs = sum(1 if lang is Lang.ZH else 0.5 for _ in row.number)
    hanging = Pt(signs * 10.5 + (3 if row.gap else 0))
    line.paragraph_format.keep_with_next = keep
    line.paragraph_format.left_indent = hanging
    line.paragraph_format.first_line_indent = Length(-hanging)
    add_text(line, row.number + ("\t" if row.gap else ""), lang, bold=top)
    add_row_text(line, row, lang, bold=top)


def _share_times(table: Table, rows: Sequence[Row]) -> None:
    """One time cell for an item and its first sub-item, which begin together."""
    index = 0
    while index < len(rows):
        last = index
        while rows[last].keep and rows[last + 1].start == rows[index].start:
            last += 1
        if last > index:
            for covered in range(index + 1, last + 1):
                table.cell(covered + 1, 0).paragraphs[0].clear()
            table.cell(index + 1, 0).merge(table.cell(last + 1, 0))
        index = last + 1
