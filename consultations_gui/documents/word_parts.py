"""Pieces of a DOCX that python-docx has no words for: fields, borders, languages, fixed ZIPs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Length, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from consultations_gui.documents.content import Paper, Row
from consultations_gui.documents.note_content import Note
from consultations_gui.documents.word_styles import TAGS, style_id
from consultations_gui.domain.parties import Lang

RED = "9C1C1C"
TEXT_WIDTH = Mm(210 - 30 - 26)

_RUN_ORDER = ("w:rFonts", "w:b", "w:color", "w:bdr", "w:lang")
"""The order of the elements we add to a run's properties (ISO/IEC 29500-1, 17.3.2.28)."""


def add_text(
    paragraph: Paragraph,
    text: str,
    lang: Lang,
    *,
    red: bool = False,
    boxed: bool = False,
    bold: bool = False,
) -> None:
    """Add a run in its language. Tabs and line breaks in ``text`` become real ones."""
    if not text:
        return
    properties = paragraph.add_run(text)._r.get_or_add_rPr()  # noqa: SLF001  # no public way
    found = {"w:lang": f'w:val="{TAGS[lang]}" w:eastAsia="zh-CN"'}
    if lang is Lang.ZH:
        # Quotes and dashes exist in both scripts; the hint gives them the Chinese face.
        found["w:rFonts"] = 'w:hint="eastAsia"'
    if red:
        found["w:color"] = f'w:val="{RED}"'
    if boxed:
        found["w:bdr"] = f'w:val="single" w:sz="4" w:space="2" w:color="{RED}"'
    if bold:
        found["w:b"] = ""
    for name in _RUN_ORDER:
        if name in found:
            properties.append(parse_xml(f"<{name} {nsdecls('w')} {found[name]}/>"))


def add_field(paragraph: Paragraph, code: str, shown: str = "1") -> None:
    """Add a field such as PAGE; ``shown`` is what stands there until a program counts."""
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(  # noqa: SLF001  # python-docx has no fields
            parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")
        )


def add_row_text(paragraph: Paragraph, row: Row, lang: Lang, *, bold: bool = False) -> None:
    """The mark and the text of an agenda row."""
    if row.mark:
        add_text(paragraph, row.mark + (row.gap if row.text else ""), lang, red=True, bold=bold)
    add_text(paragraph, row.text, lang, bold=bold)


def style(paragraph: Paragraph, lang: Lang, role: str) -> Paragraph:
    """``paragraph`` with one of our styles."""
    paragraph._p.style = style_id(lang, role)  # noqa: SLF001  # by identifier: names are translated
    return paragraph


def three_stops(paragraph: Paragraph) -> None:
    """Tab stops of a page's head: the middle and the right edge."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Length(TEXT_WIDTH // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def plan_table(table: Table, widths: Sequence[Length], borders: str) -> None:
    """Fixed column widths; ``borders`` are the elements of ``w:tblBorders``."""
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx has no borders
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))
    # The schema wants the borders before what autofit and the table's making have added.
    for later in properties.xpath("w:tblLayout | w:tblLook"):
        properties.append(later)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def whole_rows(table: Table, *, header: bool) -> None:
    """No row breaks over pages; with ``header`` the first one is repeated on each page."""
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no such setting
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if header and index == 0:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def line_under(paragraph: Paragraph, indent: Pt) -> None:
    """A line to sign on: the paragraph's lower border, drawn in from both sides."""
    paragraph.paragraph_format.left_indent = indent
    paragraph.paragraph_format.right_indent = indent
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # python-docx has no borders
    border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"),
        *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"),
    )


def describe(document: Document, paper: Paper | Note, lang: Lang) -> None:
    """Core properties: nothing of this machine, and the only date is the revision's.

    ``lang`` is the language of the first text.
    """
    properties = document.core_properties
    stamp = paper.stamp.astimezone(UTC).replace(tzinfo=None)
    properties.title = paper.title
    properties.keywords = ", ".join(paper.keywords)
    properties.language = TAGS[lang]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = stamp
    properties.revision = 1


def settle(document: Document) -> None:
    """Settings of the whole file: no old Word's behaviour, our languages, no stray picture."""
    settings = document.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for languages in settings.iter(qn("w:themeFontLang")):
        languages.set(qn("w:val"), "ru-RU")
        languages.set(qn("w:eastAsia"), "zh-CN")
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def fixed_zip(content: bytes, stamp: datetime) -> bytes:
    """The same parts with the revision's time as every part's date."""
    when = stamp.astimezone(UTC)
    date_time = (when.year, when.month, when.day, when.hour, when.minute, when.second)
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, date_time)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same file on every system
            new.writestr(info, old.read(part))
    return out.getvalue()
