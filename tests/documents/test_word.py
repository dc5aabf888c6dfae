"""Papers as DOCX: real structures, languages, the same bytes; LibreOffice opens them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdf
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from consultations_gui.application.ports import Alternat, Copy, Format, PaperOrder
from consultations_gui.documents.compose import compose
from consultations_gui.documents.press import Press
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.protection import Marking
from tests.documents.samples import agenda, consultation, item, order

NBSP = "\u00a0"
PRESS = Press()


def made(wanted: PaperOrder) -> bytes:
    return PRESS.press(replace(wanted, format=Format.DOCX))


def opened(wanted: PaperOrder) -> Document:
    return docx.Document(BytesIO(made(wanted)))


def everything(document: Document) -> str:
    """All text in the order of the body, tables included; a tab for each tab."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        text = ""
        for part in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
            if part.tag == qn("w:t"):
                text += part.text or ""
            elif part.getparent().tag == qn("w:r"):
                text += "\t" if part.tag == qn("w:tab") else "\n"
        found.append(text)
    return "\n".join(found)


@pytest.mark.parametrize("copy", list(Copy))
def test_everything_the_paper_says_is_in_the_file_in_order(copy: Copy) -> None:
    wanted = order(copy, provisional=(Side.CN,))
    paper, text = compose(wanted), everything(opened(wanted))
    for sheet in paper.sheets:
        assert sheet.caveat
        assert sheet.caveat in text
        at = 0
        for row in sheet.rows:
            for part in (row.number, row.text):
                at = text.index(part, 0 if copy is Copy.WORKING else at)
        assert all(note in text for note in sheet.notes)
        assert sheet.date in text
        assert sheet.place in text
        for entry in sheet.signatures:
            assert entry.label in text
            assert entry.name in text


def test_a_copy_has_a_section_for_each_text_with_its_own_head_and_foot() -> None:
    rows = tuple(replace(row, marking=Marking.PARTIES) for row in agenda().items)
    source = agenda(items=rows, status=AgendaStatus.DRAFT)
    document = opened(order(Copy.CN, items=source, final=False))
    chinese, russian = document.sections
    for section in document.sections:
        margins = (
            section.left_margin,
            section.top_margin,
            section.right_margin,
            section.bottom_margin,
        )
        assert [round(edge.mm) for edge in margins if edge] == [30, 37, 26, 35]
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert [p.text for p in chinese.header.paragraphs] == [
        "草案 · ПРОЕКТ\t\tIIS/2027/1/AG/7-zh",
        "仅供双方使用",
    ]
    assert "PAGE" in chinese.footer._element.xml
    assert chinese.footer.paragraphs[0].text == "— 1 —"
    assert not chinese.different_first_page_header_footer
    assert russian.different_first_page_header_footer
    assert "PAGE" in russian.header._element.xml
    assert "PAGE" not in russian.first_page_header._element.xml
    assert russian.first_page_header.paragraphs[0].text == "草案 · ПРОЕКТ\t\tIIS/2027/1/AG/7-ru"
    assert russian.first_page_header.paragraphs[1].text == "Только для Сторон"
    assert "PAGE" not in russian.footer._element.xml


def test_a_russian_copy_and_single_texts_have_their_own_sections() -> None:
    assert len(opened(order(Copy.RU)).sections) == 2
    assert len(opened(order(Copy.ZH_ONLY)).sections) == 1
    text = everything(opened(order(Copy.RU, alternat=Alternat.FULL)))
    assert text.startswith("ПОВЕСТКА ДНЯ\nтретьего раунда российско-китайских консультаций\nпо")


def test_paragraphs_stand_in_styles_named_in_their_language() -> None:
    document = opened(order(Copy.CN))
    names = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert names[0] == "议程：标题"
    assert "议程：二级议题" in names
    assert "Повестка дня: подпункт" in names
    title = document.styles["议程：标题"].element
    assert title.find(qn("w:rPr")).find(qn("w:rFonts")).get(qn("w:eastAsia")) == "方正小标宋简体"
    assert title.find(qn("w:pPr")).find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert len({style.name for style in document.styles}) == len(list(document.styles))


def test_every_run_carries_its_language_and_hanzi_their_hint() -> None:
    document = opened(order(Copy.WORKING))
    runs = [run for run in document.element.body.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    assert len(runs) > 30
    for run in runs:
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        properties = run.find(qn("w:rPr"))
        language = properties.find(qn("w:lang"))
        hanzi = any("\u4e00" <= sign <= "\u9fff" for sign in text)
        cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in text)
        if hanzi:
            assert language.get(qn("w:val")) == language.get(qn("w:eastAsia")) == "zh-CN"
            assert properties.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"
        if cyrillic:
            assert language.get(qn("w:val")) == "ru-RU"
        assert hanzi + cyrillic < 2, text


def test_the_working_copy_is_a_table_with_a_repeated_head() -> None:
    document = opened(order(Copy.WORKING))
    (table,) = document.tables
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells] == ["时间\nВремя", "议题", "Вопросы"]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1][:2] == ["09:00", "一、研究协定执行情况"]
    assert rows[1][2] == f"1.\tО{NBSP}ходе выполнения Соглашения"
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc, "one time for an item and its first"
    assert table.cell(3, 0).text == "09:20"
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept[1:] == [True, *[False] * 6, True]
    assert "NUMPAGES" in document.sections[0].footer._element.xml


def test_days_and_marks_are_printed_in_the_table() -> None:
    two_days = consultation(dates=Dates(date(2027, 4, 14), date(2027, 4, 15)))
    rows = (
        replace(item("a", 1, "", "", 10), text=Bilingual("甲", "О деле", lagging=Lang.RU)),
        replace(item("b", 1, "乙", "", 10), day=2),
    )
    source = agenda(items=rows, status=AgendaStatus.DRAFT)
    wanted = order(Copy.WORKING, meeting=two_days, items=source, final=False)
    (table,) = opened(wanted).tables
    cells = [[cell.text.replace(NBSP, " ") for cell in row.cells] for row in table.rows]
    assert cells[1][0] == "2027年4月14日（星期三）    14 апреля 2027 г., среда"
    assert cells[2][2] == "1.\t[русский текст требует обновления] О деле"
    assert cells[4][2] == "2.\t[нет русского текста]"
    text = everything(opened(replace(wanted, copy=Copy.RU)))
    assert "15 апреля" in text
    assert "\t2.\t[нет русского текста]" in text.replace(NBSP, " ")


def test_without_times_deeper_items_still_stand_in() -> None:
    rows = (item("a", 1, "甲", "О деле", None), item("b", 2, "乙", "О частном", None))
    document = opened(order(Copy.RU_ONLY, items=agenda(items=rows)))
    first, second = (p for p in document.paragraphs if p.text.strip().startswith("1."))
    assert first.text == f"1.\tО{NBSP}деле"
    assert second.text == f"\t1.1.\tО{NBSP}частном"
    assert second.paragraph_format.left_indent > first.paragraph_format.left_indent


def test_an_empty_paper_opens_too() -> None:
    empty = agenda(items=(), symbol="", status=AgendaStatus.DRAFT)
    for copy in Copy:
        nowhere = consultation(venue=Venue("CN"), dates=None)
        assert opened(order(copy, meeting=nowhere, items=empty, final=False)).paragraphs


def test_the_heading_of_a_day_goes_with_its_first_item() -> None:
    two_days = Dates(date(2027, 4, 14), date(2027, 4, 15))
    first = item("a", 1, "研究协定执行情况", "О ходе выполнения Соглашения", 30)
    second = replace(item("b", 1, "信息交流", "Обмен информацией", 30), day=2)
    items = agenda(items=(first, second))
    document = opened(order(Copy.CN, meeting=consultation(dates=two_days), items=items))
    heads = [p for p in document.paragraphs if p.text.startswith(("2027年4月1", "14 ап", "15 ап"))]
    days = [p for p in heads if "（" in p.text or "," in p.text]
    assert len(days) == 4
    assert all(p.paragraph_format.keep_with_next for p in days)


def test_signatures_stay_with_the_last_item() -> None:
    document = opened(order(Copy.CN))
    kept = [p for p in document.paragraphs if p.text and p.style and "说明" in str(p.style.name)]
    assert kept, "the note stands between"
    last = next(p for p in document.paragraphs if "五、" in p.text)
    assert last.paragraph_format.keep_with_next
    for table in document.tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:cantSplit")
        assert [cell.paragraphs[0].text for cell in table.rows[0].cells]


def test_the_same_order_gives_the_same_bytes_dated_by_the_revision() -> None:
    for copy in Copy:
        content = made(order(copy))
        assert content == made(order(copy))
        with ZipFile(BytesIO(content)) as parts:
            assert {part.date_time for part in parts.infolist()} == {(2027, 3, 2, 8, 30, 0)}
            assert not any("thumbnail" in part for part in parts.namelist())


def test_the_file_says_what_it_is_and_nothing_of_this_machine() -> None:
    document = opened(order(Copy.RU))
    properties = document.core_properties
    assert properties.title.startswith("Повестка дня третьего раунда")
    assert properties.language == "ru-RU"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == properties.modified
    assert "IIS/2027/1/AG/7" in properties.keywords
    assert 'w:eastAsia="zh-CN"' in document.settings.element.xml


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(300)
def test_libreoffice_opens_every_paper_and_shows_its_text(tmp_path: Path) -> None:
    for copy in Copy:
        (tmp_path / f"{copy}.docx").write_bytes(made(order(copy)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        + [str(path) for path in sorted(tmp_path.glob("*.docx"))],
        check=True,
        capture_output=True,
    )
    for copy in Copy:
        reader = pypdf.PdfReader(tmp_path / f"{copy}.pdf")
        # LibreOffice spaces hanzi and figures by itself.
        text = "".join("".join(page.extract_text() for page in reader.pages).split())
        for sheet in compose(order(copy)).sheets:
            for row in sheet.rows:
                assert "".join((row.number + row.text).split()) in text, (copy, row.text)
            assert sheet.symbol.removesuffix(f"-{sheet.lang}") in text


@pytest.mark.parametrize("copy", [Copy.CN, Copy.WORKING])
@pytest.mark.parametrize("format_", Format)
def test_a_character_no_font_has_refuses_both_forms_alike(copy: Copy, format_: Format) -> None:
    for sign in ("\U0010f123", "\U000f1234"):
        for zh, ru in ((f"甲{sign}", "А"), ("甲", f"А{sign}")):
            wanted = order(copy, items=agenda(items=(item("a", 1, zh, ru, 5),)), format=format_)
            with pytest.raises(MissingGlyphError) as caught:
                PRESS.press(wanted)
            assert (caught.value.char, caught.value.package) == (sign, "")
