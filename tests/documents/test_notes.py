"""Notes verbales: what they say, as golden files; forms of words; PDF and DOCX of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.document import Document

from consultations_gui.application import codec
from consultations_gui.application.ports import Format, NoteOrder, NoteTexts
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.note_content import Letter, Note
from consultations_gui.documents.notes import compose_note
from consultations_gui.documents.pdf import PdfPress
from consultations_gui.documents.press import Press
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.proposal import Terms, Topic
from consultations_gui.domain.term import SHIPPED, with_term
from consultations_gui.i18n import note_forms as forms
from tests.documents.note_samples import (
    CASES,
    NAMES,
    TERMS,
    acceptance,
    counter_of_everything,
    counter_of_the_russian_side,
    draft_without_names_or_numbers,
    first_offer,
    offer,
    order,
    refusal,
)
from tests.documents.reading import font_folder, pages, said, tags
from tests.documents.test_golden import hold_against
from tests.documents.test_word import everything

Case = Callable[[], NoteOrder]


@cache
def press() -> Press:
    return Press()


def pdf(wanted: NoteOrder) -> bytes:
    return press().press_note(wanted)


def opened(wanted: NoteOrder) -> Document:
    return docx.Document(BytesIO(press().press_note(replace(wanted, format=Format.DOCX))))


def letter(wanted: NoteOrder, lang: Lang) -> Letter:
    return next(one for one in compose_note(wanted).letters if one.lang is lang)


# --- what they say -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
def test_a_note_says_the_offices_term(case: Case) -> None:
    """Everywhere, and nothing else changes; with the shipped term nothing at all."""
    plain = case()
    said_before = codec.to_json(compose_note(plain))
    assert codec.to_json(compose_note(replace(plain, term=SHIPPED))) == said_before
    now = codec.to_json(compose_note(replace(plain, term="дополнительные")))
    assert now == with_term(said_before, "дополнительные")
    assert "внеочередн" not in now.lower()
    assert (now == said_before) is (plain.about is not None)


@pytest.mark.parametrize("case", CASES)
def test_content(case: Case) -> None:
    plain = json.loads(codec.to_json(compose_note(case())))
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    hold_against(f"note_{case.__name__}.json", text)


@pytest.mark.parametrize("case", CASES)
def test_rendered_text(case: Case, tmp_path: Path) -> None:
    # Where pages end depends on the fonts: the ones every machine of ours has.
    setter = PdfPress(resource("papers"), [font_folder(tmp_path)])
    found = pages(setter.pdf(compose_note(case())))
    text = "\n".join("".join(page.split()) for page in found) + "\n"
    hold_against(f"note_{case.__name__}.txt", text)


def test_every_note_is_a_draft_and_says_whose_the_wording_is() -> None:
    note = compose_note(first_offer())
    assert [mark.text for mark in note.draft] == ["草案", "ПРОЕКТ"]
    assert all(one.caution for one in note.letters)
    assert note.title == "普通照会 第S-101号 / Вербальная нота № S-101"
    own = tuple(replace(w, shipped=False) for w in first_offer().wordings)
    note = compose_note(replace(first_offer(), wordings=own))
    assert note.draft
    assert not any(one.caution for one in note.letters)


def test_what_is_not_on_record_is_a_blank() -> None:
    for one in compose_note(draft_without_names_or_numbers()).letters:
        assert forms.BLANK in one.number
        assert forms.LONG_BLANK in one.addressee
        assert forms.LONG_BLANK in one.paragraphs[0]
        assert "____" in one.closing[-1]


def test_a_line_about_nothing_is_left_out() -> None:
    zh = letter(counter_of_everything(), Lang.ZH)
    assert not any("同意照会所提" in text for text in zh.paragraphs)
    assert any("会期、地点和议题" in text for text in zh.paragraphs)


def test_a_russian_sentence_keeps_one_full_stop_after_a_year() -> None:
    ru = letter(first_offer(), Lang.RU)
    assert any(
        text.endswith("15\u00a0января 2027\u00a0г.") or "2027\u00a0г." in text
        for text in ru.paragraphs
    )
    assert not any(".." in text for text in ru.paragraphs)


def test_a_reply_is_called_a_reply() -> None:
    assert letter(refusal(), Lang.ZH).title == "复照"
    assert letter(refusal(), Lang.RU).title == "Ответная нота"
    assert letter(refusal(), Lang.RU).annex is None


# --- places ------------------------------------------------------------------------------------


def test_places_are_named_with_their_country() -> None:
    abroad = order(offer(terms=Terms(TERMS.dates, Venue("KZ", "Almaty", "Отель"), TERMS.topics)))
    zh, ru = (letter(abroad, lang).annex for lang in Lang)
    assert zh is not None
    assert ru is not None
    assert zh.parts[1].entries[0].text == "哈萨克斯坦Almaty，Отель"
    assert ru.parts[1].entries[0].text == "г.\u00a0Almaty, Казахстан, Отель"


# --- PDF ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", NoteTexts)
def test_every_note_is_pdf_a_2a_and_pdf_ua_1_in_its_languages(texts: NoteTexts) -> None:
    content = pdf(order(offer(), texts))
    with pikepdf.open(BytesIO(content)) as document:
        meta = document.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert "/StructTreeRoot" in document.Root
    languages = {lang for tag, lang in tags(content) if tag in ("P", "H1", "H2")}
    wanted = {"zh": {"zh-CN"}, "ru": {"ru-RU"}, "both": {"zh-CN", "ru-RU"}}[texts]
    assert languages == wanted
    headings = [tag for tag, _ in tags(content) if tag.startswith("H")]
    each = ["H1", "H1", "H2", "H2", "H2"]
    assert headings == each * len(wanted)


@pytest.mark.parametrize("case", CASES)
def test_the_text_copied_is_the_text_set(case: Case) -> None:
    note = compose_note(case())
    found = "\n".join(pages(pdf(case())))
    for text in _printed(note):
        assert said(text).search(found), text


def _printed(note: Note) -> list[str]:
    found = []
    for one in note.letters:
        upper = one.lang is Lang.RU
        found += [one.caution, one.title.upper() if upper else one.title, one.number]
        found += [one.addressee, *one.paragraphs, *one.closing, one.seal, one.marking]
        if one.annex:
            found += [*one.annex.label.split("\n"), one.annex.title, one.annex.caveat]
            for part in one.annex.parts:
                found.append(part.number + part.gap + part.heading)
                found += [
                    row.number + row.gap + row.mark + row.text + row.after for row in part.entries
                ]
    return [text for text in found if text]


def test_each_text_begins_on_a_page_of_its_own_and_counts_anew() -> None:
    found = pages(pdf(first_offer()))
    assert len(found) == 4
    assert ["普通照会" in found[0], "附件" in found[1]] == [True, True]
    assert "— 2 —" in found[1]
    assert "ВЕРБАЛЬНАЯ НОТА" in found[2]
    assert "Приложение" in found[3]
    assert len(pages(pdf(refusal()))) == 2


@pytest.mark.parametrize("case", [first_offer, acceptance, counter_of_the_russian_side])
def test_the_same_note_gives_the_same_bytes(case: Case) -> None:
    for format_ in Format:
        wanted = replace(case(), format=format_)
        assert Press().press_note(wanted) == press().press_note(wanted)


@pytest.mark.parametrize("format_", Format)
def test_a_character_that_no_font_has_is_named_in_both_forms(format_: Format) -> None:
    terms = replace(TERMS, topics=(Topic("议题\U000e0101\U0001f9ff", "Вопрос"),))
    with pytest.raises(MissingGlyphError):
        pdf(order(offer(terms=terms), format=format_))


def test_braces_and_markup_in_a_name_are_taken_for_text() -> None:
    names = replace(NAMES[Side.CN, Lang.ZH], addressee="#raw[{sender}] $x$ *部*")
    wanted = first_offer()
    zh = replace(wanted.wordings[0], names=names)
    found = "\n".join(pages(pdf(replace(wanted, wordings=(zh,)))))
    assert said("#raw[{sender}] $x$ *部*").search(found)


# --- DOCX --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
def test_everything_is_in_the_docx_in_order(case: Case) -> None:
    text = everything(opened(case()))
    at = 0
    for one in compose_note(case()).letters:
        for part in (one.caution, one.number, *one.paragraphs, *one.closing):
            at = text.index(part, at)
        for entry in one.annex.parts if one.annex else ():
            at = text.index(entry.number + entry.gap + entry.heading, at)
            for row in entry.entries:
                at = text.index(row.mark + row.text + row.after, at)
        assert one.addressee in text


def test_an_offices_own_wording_goes_into_the_docx_without_the_caution() -> None:
    own = tuple(replace(w, shipped=False) for w in first_offer().wordings)
    text = everything(opened(replace(first_offer(), wordings=own)))
    assert all(one.caution not in text for one in compose_note(first_offer()).letters)
    assert "顺致崇高敬意" in text


def test_the_docx_has_a_section_a_head_and_languages_for_each_text() -> None:
    document = opened(counter_of_the_russian_side())
    russian, chinese = document.sections
    for section in document.sections:
        head = section.header.paragraphs[0].text
        assert "草案" in head
        assert "ПРОЕКТ" in head
    assert russian.different_first_page_header_footer
    assert "Только для Сторон" in russian.first_page_header.paragraphs[1].text
    assert "仅供双方使用" in chinese.header.paragraphs[1].text
    xml = document.element.body.xml
    assert 'w:val="zh-CN"' in xml
    assert 'w:val="ru-RU"' in xml
    named = {style.name for style in document.styles}
    assert {"照会：正文", "Нота: текст"} <= named
    outlined = [p for p in document.paragraphs if p.style and "outlineLvl" in p.style.element.xml]
    assert len(outlined) == 2 * 5
