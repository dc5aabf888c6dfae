"""Papers as PDF: standards, fonts, text as set, pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst

from consultations_gui.application.ports import Alternat, Copy, PaperOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.compose import compose
from consultations_gui.documents.content import Paper, RowKind
from consultations_gui.documents.pdf import PdfPress
from consultations_gui.documents.press import Press
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.protection import Marking, Permission
from tests.documents.presses import press, set_as_pdf
from tests.documents.reading import font_folder, lines, pages, said, split, tags, words_of
from tests.documents.samples import STAMP, agenda, consultation, item, order

ALL = [
    (copy, alternat, final)
    for copy in Copy
    for alternat in (Alternat if copy in (Copy.CN, Copy.RU) else (Alternat.FULL,))
    for final in (True, False)
]
LONG_ZH = "双方就国际信息安全领域“新挑战、新威胁”深入交换意见，并商定采取共同措施（第%d项）。"
LONG_RU = (
    "Об углублённом обмене мнениями по «новым вызовам и угрозам» в области международной "
    "информационной безопасности и о согласовании совместных мер (№ %d). "
)


def pdf(wanted: PaperOrder) -> tuple[Paper, bytes]:
    paper = compose(wanted)
    return paper, set_as_pdf(paper)


def one(wanted: PaperOrder) -> bytes:
    return pdf(wanted)[1]


def long_agenda(count: int, repeat: int = 3) -> Agenda:
    """``count`` rows with paragraphs of up to ``repeat`` sentences; each third has a sub-item."""
    rows = tuple(
        item(
            f"l{n}",
            2 if n % 3 == 1 else 1,
            (LONG_ZH % n) * (1 + n % repeat),
            (LONG_RU % n) * (1 + n % repeat),
            5 if n % 3 != 0 or n == count - 1 else None,
        )
        for n in range(count)
    )
    return agenda(items=rows)


def marked(source: Agenda) -> Agenda:
    rows = tuple(replace(row, marking=Marking.PARTIES) for row in source.items)
    return replace(source, items=rows)


# --- the standards -----------------------------------------------------------------------------


@pytest.mark.parametrize(("copy", "alternat", "final"), ALL)
def test_every_paper_says_it_is_pdf_a_2a_and_pdf_ua_1(
    copy: Copy, alternat: Alternat, final: bool
) -> None:
    with pikepdf.open(BytesIO(one(order(copy, alternat=alternat, final=final)))) as document:
        meta = document.open_metadata()
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"
        root = document.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert root.ViewerPreferences.DisplayDocTitle
        assert [str(intent.S) for intent in root.OutputIntents] == ["/GTS_PDFA1"]
        assert not document.is_encrypted


def test_title_language_date_and_keywords_are_the_papers() -> None:
    paper, content = pdf(order(Copy.RU, items=marked(agenda())))
    with pikepdf.open(BytesIO(content)) as document:
        meta = document.open_metadata()
        assert (
            meta["dc:title"]
            == paper.title
            == (
                "Повестка дня третьего раунда российско-китайских консультаций "
                "по международной информационной безопасности"
            )
        )
        assert str(document.Root.Lang) == "ru-RU"
        assert str(document.docinfo["/CreationDate"]) == "D:20270302083000Z"
        assert "Только для Сторон" in str(document.docinfo["/Keywords"])


@pytest.mark.parametrize("copy", [Copy.CN, Copy.RU, Copy.WORKING])
def test_every_font_is_embedded_as_a_subset_and_can_be_copied_from(copy: Copy) -> None:
    with pikepdf.open(BytesIO(one(order(copy)))) as document:
        fonts = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        composite = [font for font in fonts if font.Subtype == "/Type0"]
        assert len(composite) >= 2
        for font in composite:
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_each_passage_carries_its_language_and_headings_have_no_gaps() -> None:
    two_days = consultation(dates=Dates(date(2027, 4, 14), date(2027, 4, 15)))
    rows = tuple(replace(row, day=1 + index // 6) for index, row in enumerate(agenda().items))
    found = tags(one(order(Copy.CN, meeting=two_days, items=agenda(items=rows))))
    headings = [tag for tag in found if re.fullmatch(r"H\d", tag[0])]
    assert headings == [
        ("H1", "zh-CN"),
        *[("H2", "zh-CN")] * 2,
        ("H1", "ru-RU"),
        *[("H2", "ru-RU")] * 2,
    ]
    languages = [lang for tag, lang in found if tag == "P"]
    assert set(languages) == {"zh-CN", "ru-RU"}
    assert languages == sorted(languages, reverse=True), "one text after the other"


def test_the_working_copy_is_a_real_table_with_heads_in_both_languages() -> None:
    found = tags(one(order(Copy.WORKING)))
    assert [lang for tag, lang in found if tag == "H1"] == ["zh-CN", "ru-RU"]
    assert [lang for tag, lang in found if tag == "TH"] == ["zh-CN", "zh-CN", "ru-RU"]
    cells = [lang for tag, lang in found if tag == "TD"]
    # Eight rows and the notes; one time is shared by an item and its first sub-item, the last
    # time reaches down beside the notes.
    assert cells.count("ru-RU") == 9
    assert len(cells) == 9 * 3 - 2


def test_the_same_order_gives_the_same_bytes_from_any_press() -> None:
    for copy in Copy:
        first, again = one(order(copy)), PdfPress(resource("papers")).pdf(compose(order(copy)))
        assert first == again
    assert one(order()) != press().pdf(replace(compose(order()), stamp=STAMP.replace(year=2028)))


# --- the text as set ---------------------------------------------------------------------------


def rare() -> Agenda:
    text = Bilingual(
        "关于朱镕基、王喆、李堃、陆淼、龑等同志的建议（2027年第5号，A4）……",
        "О предложениях Ежёва: § 3, № 5 — «ёлочки» и „лапки“, 100 %, и т. д.",
    )
    return agenda(items=(*agenda().items, replace(item("r", 1, "", "", 10), text=text)))


@pytest.mark.parametrize(
    ("copy", "alternat"),
    [(copy, alternat) for copy, alternat, final in ALL if final and copy is not Copy.WORKING],
)
def test_the_text_copied_is_the_text_set(copy: Copy, alternat: Alternat) -> None:
    far = consultation(venue=Venue("RU", "Vladivostok"))
    paper, content = pdf(order(copy, meeting=far, items=marked(rare()), alternat=alternat))
    for sheet, own in zip(paper.sheets, split(paper, content), strict=True):
        body, at = "\n".join(own), 0
        for text in words_of(sheet):
            found = said(text).search(body, at)
            assert found, (text, body[at : at + 200])
            assert body[at : found.start()].strip() == "", "nothing else stands between"
            at = found.end()
        assert body[at:].strip() == ""


def test_both_texts_of_a_working_copy_can_be_copied() -> None:
    paper, content = pdf(order(Copy.WORKING, items=rare()))
    body = "\n".join(pages(content))
    for sheet in paper.sheets:
        for row in sheet.rows:
            assert said(row.number + row.gap + row.text).search(body), row
        assert all(said(note).search(body) for note in sheet.notes)


def test_figures_beside_hanzi_get_no_space_and_words_no_hyphen() -> None:
    body = "".join(pages(one(order(Copy.CN, items=long_agenda(20)))))
    assert "2027年4月14日（星期三）" in body
    assert "\u00ad" not in body
    assert not re.search(r"[а-яё]-\n", body)


@pytest.mark.parametrize("sign", ["镕", "喆", "堃", "淼", "龑", "ё", "№", "«", "»", "𠮷"])
def test_rare_signs_print_in_both_texts(sign: str) -> None:
    rows = (item("a", 1, f"甲{sign}乙", f"А{sign}б", 5),)
    body = "".join(pages(one(order(items=agenda(items=rows)))))
    assert body.count(sign) >= 2


@pytest.mark.parametrize(
    ("sign", "package"),
    [("ก", ""), ("\ue000", ""), ("\U00030001", "fonts-babelstone-han")],
)
def test_a_character_no_font_has_is_named_with_the_package_to_install(
    sign: str, package: str, tmp_path: Path
) -> None:
    bare = PdfPress(resource("papers"), [font_folder(tmp_path)])
    for zh, ru in ((f"甲{sign}", "А"), ("甲", f"А{sign}")):
        with pytest.raises(MissingGlyphError) as caught:
            bare.pdf(compose(order(items=agenda(items=(item("a", 1, zh, ru, 5),)))))
        assert (caught.value.char, caught.value.package) == (sign, package)


def test_without_a_chinese_font_the_first_hanzi_is_named(tmp_path: Path) -> None:
    russian = PdfPress(resource("papers"), [font_folder(tmp_path, "Liberation Serif")])
    with pytest.raises(MissingGlyphError) as caught:
        russian.pdf(compose(order(Copy.ZH_ONLY)))
    assert caught.value.package == "fonts-noto-cjk"
    assert caught.value.char in "中俄国际信息安全第三轮磋商议程"


def test_without_any_font_nothing_is_left_out_silently(tmp_path: Path) -> None:
    nothing = PdfPress(resource("papers"), [tmp_path])
    with pytest.raises(MissingGlyphError) as caught:
        nothing.pdf(compose(order(Copy.RU_ONLY)))
    assert (caught.value.char, caught.value.package) == ("П", "fonts-liberation")


def test_nothing_typed_is_read_as_markup() -> None:
    typed = '#panic("x") $x$ *a* _b_ [c] <d> @e `f` \\u{41} // g'
    rows = (item("a", 1, typed, "Текст", 5),)
    body = "\n".join(pages(one(order(Copy.ZH_ONLY, items=agenda(items=rows)))))
    assert said(typed.replace('"', '"')).search(body)


def test_a_fault_of_a_template_is_not_taken_for_the_users(tmp_path: Path) -> None:
    (tmp_path / "copy.typ").write_text('#panic("a fault")')
    with pytest.raises(typst.TypstError, match="a fault"):
        PdfPress(tmp_path).pdf(compose(order()))


# --- pages -------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 20, 80])
@pytest.mark.parametrize("copy", list(Copy))
def test_any_length_prints_whole(copy: Copy, count: int) -> None:
    paper, content = pdf(order(copy, items=long_agenda(count)))
    body = "\n".join(pages(content))
    for sheet in paper.sheets:
        for row in sheet.rows:
            assert row.number in body
    found = len(pages(content))
    least, most = {1: (1, 2), 20: (2, 14), 80: (8, 60)}[count]
    assert least <= found <= most


def test_page_numbers_marks_and_symbol_stand_on_every_page() -> None:
    source = replace(marked(long_agenda(30)), status=AgendaStatus.DRAFT)
    paper, content = pdf(order(Copy.CN, items=source, final=False))
    own = split(paper, content)  # checks each head and foot
    assert all(len(found) > 1 for found in own)
    paper, content = pdf(order(Copy.WORKING, items=source, final=False))
    all_lines = lines(content)
    for place, page in enumerate(all_lines, 1):
        head = " ".join(page[:3])
        assert head == "草案 · ПРОЕКТ IIS/2027/1/AG/7 仅供双方使用 Только для Сторон"
        assert page[-1] == f"{place} / {len(all_lines)}"


def test_a_russian_first_page_has_no_number() -> None:
    first = pages(one(order(Copy.RU_ONLY, items=long_agenda(30))))[0]
    assert first.split()[0] == "IIS/2027/1/AG/7-ru"


@pytest.mark.parametrize("copy", [Copy.CN, Copy.RU])
def test_signatures_never_stand_alone_on_the_last_page(copy: Copy) -> None:
    several = 0
    for count in range(6, 40, 2):
        rows = tuple(item(f"s{n}", 1, f"议题{n}", f"О вопросе {n}", 5) for n in range(count))
        paper, content = pdf(order(copy, items=agenda(items=rows)))
        for sheet, own in zip(paper.sheets, split(paper, content), strict=True):
            several += len(own) > 1
            assert sheet.signatures[0].label in own[-1]
            assert said(sheet.rows[-1].text).search(own[-1]), (count, own[-1])
            assert said(sheet.notes[0]).search(own[-1])
    assert several > 10, "the cases must reach second pages"


@pytest.mark.parametrize("copy", [Copy.CN, Copy.WORKING])
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(copy: Copy) -> None:
    broken = 0
    for lead in range(10, 46):
        rows = [item(f"t{n}", 1, f"议题{n}", f"О вопросе {n}", 5) for n in range(lead)]
        rows += [item("parent", 1, "上级议题", "О главном", None)]
        rows += [item("child", 2, "下级议题", "О частном", 5), item("end", 1, "结尾", "О конце", 5)]
        paper, content = pdf(order(copy, items=agenda(items=tuple(rows))))
        found = pages(content)
        broken += len(found) > (1 if copy is Copy.WORKING else len(paper.sheets))
        parent = next(n for n, page in enumerate(found) if "上级议题" in page)
        child = next(n for n, page in enumerate(found) if "下级议题" in page)
        assert parent == child, lead
    assert broken > 10, "the cases must reach second pages"


def test_a_days_heading_stays_with_its_first_item() -> None:
    two_days = consultation(dates=Dates(date(2027, 4, 14), date(2027, 4, 15)))
    for lead in range(8, 32, 2):
        rows = [item(f"t{n}", 1, f"议题{n}", f"О вопросе {n}", 5) for n in range(lead)]
        rows += [replace(item("next", 1, "次日", "О следующем", 5), day=2)]
        source = agenda(items=tuple(rows), opens=(time(9), time(10)))
        for copy in (Copy.CN, Copy.WORKING):
            paper, content = pdf(order(copy, meeting=two_days, items=source))
            heading = next(
                row.text for row in reversed(paper.sheets[0].rows) if row.kind is RowKind.DAY
            )
            for page in pages(content):
                if "次日" in page:
                    assert heading in page, (copy, lead)


def test_the_notes_of_a_working_copy_never_stand_alone() -> None:
    for count in range(8, 40, 2):
        rows = tuple(item(f"s{n}", 1, f"议题{n}", f"О вопросе {n}", 5) for n in range(count))
        paper, content = pdf(order(Copy.WORKING, items=agenda(items=rows)))
        assert said(paper.sheets[0].rows[-1].text).search(pages(content)[-1])


def test_a_row_longer_than_a_page_goes_on_over_pages() -> None:
    rows = (item("a", 1, LONG_ZH % 1 * 60, LONG_RU % 1 * 60, 5), item("b", 1, "末项", "О конце", 5))
    for copy in (Copy.CN, Copy.WORKING):
        content = one(order(copy, items=agenda(items=rows)))
        joined = "".join(pages(content))
        assert joined.count("挑") == 60
        assert len(pages(content)) > 3
        assert "末项" in joined


def test_restricted_items_with_permission_are_printed_and_marked() -> None:
    rows = tuple(
        replace(row, marking=Marking.RESTRICTED, originator=Side.CN) for row in agenda().items
    )
    permits = tuple(Permission(row.uid, Side.CN, "照会") for row in rows)
    for copy in Copy:
        body = "".join(pages(one(order(copy, items=agenda(items=rows, permissions=permits)))))
        assert ("限制接触（协定第六条）" in body) is (copy is not Copy.RU_ONLY)
        assert ("Доступ ограничен" in body) is (copy is not Copy.ZH_ONLY)


def test_the_press_sets_pdfs_and_keeps_its_compiler_warm() -> None:
    own = Press()
    assert own.press(order()) == one(order())
    assert own._pdf is own._pdf
