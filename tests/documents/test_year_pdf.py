"""The year sheet as PDF: standards, fonts, tags, the text as set, pages, golden files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from consultations_gui.application import codec
from consultations_gui.application.ports import SheetSize, SheetText, YearSheetOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.pdf import PdfPress
from consultations_gui.documents.press import Press
from consultations_gui.documents.year import compose_year
from consultations_gui.documents.year_content import YearSheet
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.protection import Marking
from tests.documents.presses import set_as_pdf
from tests.documents.reading import font_folder, pages, said, tags
from tests.documents.test_golden import hold_against
from tests.documents.year_samples import (
    CN_2026,
    RU_2026,
    SECRETS,
    all_sorts,
    crowded,
    heads_of,
    meeting,
    order,
    secretive,
    table_of,
    words_of,
)

ALL = [(text, size) for text in SheetText for size in SheetSize]
MM = 72 / 25.4


def pdf(wanted: YearSheetOrder) -> tuple[YearSheet, bytes]:
    sheet = compose_year(wanted)
    return sheet, set_as_pdf(sheet)


def bare(text: str) -> str:
    return "".join(text.split())


def body(sheet: YearSheet, content: bytes) -> str:
    """The text of all pages without white space, heads, feet and repeated table heads."""
    marking = bare(" · ".join(text.marking for text in sheet.texts if text.marking))
    heads = bare("".join(heads_of(sheet)))
    found = [bare(page) for page in pages(content)]
    for at, page in enumerate(found):
        foot = f"{at + 1}/{len(found)}"
        assert page.startswith(marking)
        assert page.endswith(foot)
        inner = page.removeprefix(marking).removesuffix(foot)
        if at:
            assert inner.startswith(heads)
            inner = inner.removeprefix(heads)
        found[at] = inner
    return "".join(found)


# --- the standards -----------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "size"), ALL)
def test_every_sheet_says_it_is_pdf_a_2a_and_pdf_ua_1(text: SheetText, size: SheetSize) -> None:
    sheet, content = pdf(order(text, size))
    with pikepdf.open(BytesIO(content)) as document:
        meta = document.open_metadata()
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == sheet.title
        assert "\u00a0" not in sheet.title
        root = document.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(root.Lang) == ("ru-RU" if text is SheetText.RU else "zh-CN")
        assert str(document.docinfo["/CreationDate"]) == "D:20261123000000Z"


@pytest.mark.parametrize(
    ("size", "width", "height"), [(SheetSize.A4, 297, 210), (SheetSize.A3, 420, 297)]
)
def test_pages_lie(size: SheetSize, width: int, height: int) -> None:
    with pikepdf.open(BytesIO(pdf(order(size=size, meetings=crowded()))[1])) as document:
        assert len(document.pages) > 1
        for page in document.pages:
            _left, _bottom, right, top = (float(edge) for edge in page.mediabox)
            assert (right, top) == pytest.approx((width * MM, height * MM), abs=0.2)


def test_every_font_is_embedded_as_a_subset_and_can_be_copied_from() -> None:
    with pikepdf.open(BytesIO(pdf(order())[1])) as document:
        fonts = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        composite = [font for font in fonts if font.Subtype == "/Type0"]
        assert len(composite) >= 3
        for font in composite:
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_months_and_list_are_tables_under_headings_with_heads() -> None:
    sheet, content = pdf(order())
    found = [tag for tag, _lang in tags(content)]
    assert found.count("H1") == 2
    assert found.count("H2") == 13
    assert found.count("Table") == found.count("THead") == 13
    assert found.count("TH") == 12 * 7 + 11
    days = sum(len(month.weeks) * 7 for month in sheet.months)
    assert found.count("TD") == days + len(sheet.bars) * 11
    outline = [tag for tag in found if tag in ("H1", "H2", "Table")]
    assert outline == ["H1", "H1", *["H2", "Table"] * 13], "the title, months, and the list"


def test_each_passage_carries_its_language() -> None:
    found = tags(pdf(order())[1])
    assert [lang for tag, lang in found if tag == "H1"] == ["zh-CN", "ru-RU"]
    cells = [lang for tag, lang in found if tag == "TD"]
    own = cells[-11 * len(all_sorts()) :]
    assert own[1:6] == ["zh-CN"] * 5
    assert own[6:11] == ["ru-RU"] * 5
    for text, lang in ((SheetText.ZH, "zh-CN"), (SheetText.RU, "ru-RU")):
        heads = [own for tag, own in tags(pdf(order(text))[1]) if tag in ("H1", "H2", "TH")]
        assert set(heads) == {lang}


def test_the_same_order_gives_the_same_bytes_from_any_press() -> None:
    for text, size in ALL:
        first, again = pdf(order(text, size))[1], Press().press_year(order(text, size))
        assert first == again
    later = replace(order(), today=order().today.replace(day=24))
    assert pdf(order())[1] != pdf(later)[1]


# --- the text as set ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", list(SheetText))
@pytest.mark.parametrize(
    ("size", "meetings"),
    [(SheetSize.A4, all_sorts()), (SheetSize.A3, crowded()), (SheetSize.A4, ())],
)
def test_the_text_copied_is_the_text_set(
    text: SheetText, size: SheetSize, meetings: tuple[Consultation, ...]
) -> None:
    wanted = replace(order(text, size, meetings), marking=Marking.PARTIES)
    sheet, content = pdf(wanted)
    assert body(sheet, content) == bare("".join(words_of(sheet)))


def test_words_are_copied_with_their_spaces() -> None:
    sheet, content = pdf(order())
    told = re.sub(" +\n", "\n", "\n".join(pages(content)))
    for text in sheet.texts:
        for words in (text.title, text.as_of, *text.notes):
            assert said(words).search(told), words
        for entry in text.entries:
            # A line may break between both ends, as it may between two words.
            assert all(said(end).search(told) for end in re.split("至|— ", entry.dates)), entry
            assert said(entry.place).search(told), entry


def test_nothing_secret_is_in_the_file() -> None:
    secret = tuple(secretive(one) for one in all_sorts())
    content = pdf(order(meetings=secret))[1]
    assert content == pdf(order())[1]
    assert not [word for word in SECRETS if word in "".join(pages(content))]


def test_a_city_nobody_has_a_letter_for_is_named_with_the_package(tmp_path: Path) -> None:
    odd = PdfPress(resource("papers"), [font_folder(tmp_path)])
    one = meeting("R1", "2027-03-02", venue=Venue("RU", "Ж\U00030001"))
    with pytest.raises(MissingGlyphError) as caught:
        odd.pdf(compose_year(order(meetings=(one,))))
    assert (caught.value.char, caught.value.package) == ("\U00030001", "fonts-babelstone-han")


def test_without_any_font_nothing_is_left_out_silently(tmp_path: Path) -> None:
    with pytest.raises(MissingGlyphError) as caught:
        PdfPress(resource("papers"), [tmp_path]).pdf(compose_year(order(SheetText.RU)))
    assert (caught.value.char, caught.value.package) == ("К", "fonts-liberation")


# --- pages -------------------------------------------------------------------------------------


def test_an_ordinary_year_is_one_page() -> None:
    three = (
        meeting("R3", "2027-04-14", "2027-04-15"),
        meeting("X1", "2027-06-24", "2027-06-25", host=Side.CN, venue=Venue("CN", "Dalian")),
        meeting("R4", "2027-10-28", "2027-11-02", host=Side.CN, venue=Venue("CN", "Beijing")),
    )
    for text, size in ALL:
        assert len(pages(pdf(order(text, size, three))[1])) == 1, (text, size)


def test_the_calendar_stays_on_the_first_page_and_a_long_list_goes_on() -> None:
    for text, size in ALL:
        sheet, content = pdf(order(text, size, crowded()))
        first, *others = pages(content)
        assert others
        for month in range(12):
            assert all(own.months[month] in first for own in sheet.texts)
        rows = bare("".join(table_of(sheet, sheet.texts)))
        assert bare("".join(others)).count("X") < rows.count("X"), "it begins on the first page"


# --- golden files ------------------------------------------------------------------------------


def year_2026_confirmed() -> YearSheetOrder:
    two = (
        meeting("R1", "2026-04-14", "2026-04-15", host=Side.CN, venue=Venue("CN", "Shanghai")),
        meeting("R2", "2026-12-01", "2026-12-02", venue=Venue("RU", "Moscow")),
    )
    return order(SheetText.ZH, meetings=two, calendars=(CN_2026, RU_2026))


def year_2027_provisional() -> YearSheetOrder:
    return replace(order(), marking=Marking.PARTIES)


@pytest.mark.parametrize("case", [year_2026_confirmed, year_2027_provisional])
def test_content(case: Callable[[], YearSheetOrder]) -> None:
    plain = json.loads(codec.to_json(compose_year(case())))
    months = [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in plain.pop("months")]
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
    hold_against(f"{case.__name__}.json", "\n".join((text, *months)) + "\n")
