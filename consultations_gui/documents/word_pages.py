"""Page geometry, heads and feet of a DOCX."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.section import Section, _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from consultations_gui.documents import word_styles as styles
from consultations_gui.documents.content import Mark, Sheet
from consultations_gui.documents.note_content import Letter
from consultations_gui.documents.word_parts import (
    add_field,
    add_text,
    style,
    three_stops,
)
from consultations_gui.domain.parties import Lang


def set_pages(
    section: Section, draft: Sequence[Mark], texts: Sequence[Sheet | Letter], symbol: str
) -> None:
    """A4 with the papers' margins; head and foot of one text, or of a working copy's two.

    Draft mark left, symbol and marking (Art. 6) right, on every page. A
    Chinese text is numbered — 1 — at the foot, a Russian one on top from its
    second page, a working copy n / m at the foot; each text counts anew.
    """
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(26)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.header_distance, section.footer_distance = Mm(15), Mm(22)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    numbering = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    section._sectPr.insert_element_before(  # noqa: SLF001  # python-docx has no page numbers
        numbering, "w:cols", "w:titlePg", "w:docGrid"
    )
    alone = texts[0] if len(texts) == 1 else None
    russian = alone is not None and alone.lang is Lang.RU
    section.different_first_page_header_footer = russian
    _head(section.header, draft, texts, symbol, numbered=russian)
    if russian:
        section.first_page_header.is_linked_to_previous = False
        section.first_page_footer.is_linked_to_previous = False
        _head(section.first_page_header, draft, texts, symbol, numbered=False)
    else:
        _foot(section.footer, alone)


def _head(
    header: _Header,
    draft: Sequence[Mark],
    texts: Sequence[Sheet | Letter],
    symbol: str,
    *,
    numbered: bool,
) -> None:
    lang = texts[0].lang
    line = _plain(header.paragraphs[0], lang)
    three_stops(line)
    for index, mark in enumerate(draft):
        add_text(line, " · " if index else "", mark.lang, red=True, boxed=True)
        add_text(line, mark.text, mark.lang, red=True, boxed=True)
    add_text(line, "\t", lang)
    if numbered:
        add_field(line, "PAGE")
    add_text(line, "\t" + symbol, Lang.RU)
    for one in texts:
        if one.marking:
            marking = _plain(header.add_paragraph(), one.lang)
            marking.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            add_text(marking, one.marking, one.lang, bold=True)


def _foot(footer: _Footer, sheet: Sheet | Letter | None) -> None:
    line = _plain(footer.paragraphs[0], Lang.RU if sheet is None else sheet.lang)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if sheet is None:
        add_field(line, "PAGE")
        add_text(line, " / ", Lang.RU)
        add_field(line, "NUMPAGES")
    else:
        add_text(line, "— ", sheet.lang)
        add_field(line, "PAGE")
        add_text(line, " —", sheet.lang)


def _plain(paragraph: Paragraph, lang: Lang) -> Paragraph:
    style(paragraph, lang, styles.CELL)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    return paragraph
