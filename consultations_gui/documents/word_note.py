"""A note verbale as DOCX: what the secretariat goes on editing and copies onto its letterhead."""

from __future__ import annotations

from io import BytesIO

import docx as word
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from consultations_gui.documents import word_styles as styles
from consultations_gui.documents.note_content import Annex, Entry, Letter, Note, Part
from consultations_gui.documents.word_pages import set_pages
from consultations_gui.documents.word_parts import (
    add_text,
    describe,
    fixed_zip,
    settle,
    style,
)
from consultations_gui.domain.parties import Lang

_LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_SIGNS = {Lang.ZH: 2.0, Lang.RU: 1.9}
"""Ems the number of an entry takes: （一） and 1.1."""


def note_docx(note: Note) -> bytes:
    """The file. The same content gives the same bytes, on every machine."""
    document = word.Document()
    styles.set_defaults(document)
    for lang in Lang:
        styles.add_styles(document, lang, styles.NOTE_NAMES)
    settle(document)
    describe(document, note, note.letters[0].lang)
    for index, letter in enumerate(note.letters):
        section = document.add_section(WD_SECTION.NEW_PAGE) if index else document.sections[0]
        set_pages(section, note.draft, (letter,), "")
        _letter(document, letter)
        if letter.annex is not None:
            _annex(document, letter.annex, letter.lang)
    out = BytesIO()
    document.save(out)
    return fixed_zip(out.getvalue(), note.stamp)


def _line(document: Document, lang: Lang, role: str, text: str) -> Paragraph:
    paragraph = style(document.add_paragraph(), lang, role)
    add_text(paragraph, text, lang)
    return paragraph


def _letter(document: Document, letter: Letter) -> None:
    lang = letter.lang
    if letter.caution:
        caution = style(document.add_paragraph(), lang, styles.CELL)
        add_text(caution, letter.caution, lang, red=True)
        caution.paragraph_format.space_after = Pt(10)
    title = letter.title.upper() if lang is Lang.RU else letter.title
    _line(document, lang, styles.TITLE, title)
    number = _line(document, lang, styles.LINE, letter.number)
    number.alignment = _RIGHT if lang is Lang.ZH else _LEFT
    if lang is Lang.ZH:
        above = _line(document, lang, styles.LINE, letter.addressee)
        above.alignment = _LEFT
    else:
        number.paragraph_format.space_after = Pt(14)
    for text in letter.paragraphs:
        paragraph = _line(document, lang, styles.BODY, text)
        paragraph.paragraph_format.keep_with_next = text is letter.paragraphs[-1]
    _end(document, letter)


def _end(document: Document, letter: Letter) -> None:
    """Who writes, place and day, the seal's place, and below a Russian note its addressee."""
    lang = letter.lang
    chinese = lang is Lang.ZH
    for index, text in enumerate(letter.closing):
        line = _line(document, lang, styles.LINE, text)
        line.alignment = _RIGHT if chinese else _LEFT
        line.paragraph_format.space_before = Pt(0 if index else 30)
    seal = _line(document, lang, styles.LINE, f"（{letter.seal}）" if chinese else letter.seal)
    seal.alignment = _RIGHT
    seal.paragraph_format.keep_with_next = not chinese
    if not chinese:
        below = _line(document, lang, styles.LINE, letter.addressee)
        below.alignment = _LEFT
        below.paragraph_format.space_before = Pt(60)
        below.paragraph_format.right_indent = Mm(70)
        below.paragraph_format.keep_with_next = False


def _annex(document: Document, annex: Annex, lang: Lang) -> None:
    label = _line(document, lang, styles.LINE, annex.label)
    label.paragraph_format.page_break_before = True
    label.paragraph_format.space_after = Pt(14)
    label.alignment = _LEFT
    if lang is Lang.RU:
        label.paragraph_format.left_indent = Mm(62)
    _line(document, lang, styles.ANNEX, annex.title)
    for part in annex.parts:
        _part(document, part, lang)
    if annex.caveat:
        _line(document, lang, styles.NOTE, annex.caveat).paragraph_format.keep_with_next = False


def _part(document: Document, part: Part, lang: Lang) -> None:
    _line(document, lang, styles.HEADING, part.number + part.gap + part.heading)
    size = styles.STYLES[lang][styles.ENTRY].size
    for entry in part.entries:
        paragraph = style(document.add_paragraph(), lang, styles.ENTRY)
        if entry.number:
            hanging = Pt(max(_SIGNS[lang], _ems(entry.number)) * size)
            paragraph.paragraph_format.left_indent = hanging
            paragraph.paragraph_format.first_line_indent = Length(-hanging)
            paragraph.paragraph_format.tab_stops.add_tab_stop(hanging)
        _entry(paragraph, entry, lang)


def _entry(paragraph: Paragraph, entry: Entry, lang: Lang) -> None:
    if entry.number:
        add_text(paragraph, entry.number + ("\t" if entry.gap else ""), lang)
    add_text(paragraph, entry.mark, lang, red=True)
    add_text(paragraph, entry.text, lang)
    add_text(paragraph, entry.after, lang)


def _ems(number: str) -> float:
    signs = sum(0.5 if c.isdigit() else 0.25 if c == "." else 1 for c in number)
    return signs + (0.4 if number.endswith(".") else 0)
