"""CSV and XLSX as offices really save them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from consultations_gui.application.agenda_table import items_from
from consultations_gui.application.ports import TableRow
from consultations_gui.documents import tables
from consultations_gui.documents.tables import Tables
from consultations_gui.domain.errors import (
    CannotReadError,
    TableEncodingError,
    TableQuoteError,
    TableUnreadableError,
)

HEADINGS = ["level", "zh", "ru", "minutes", "lead"]
ROWS = [
    ["1", "研究协定执行情况", "Ход выполнения Соглашения", "60", "CN"],
    ["2", "分析，评估“威胁”", "Анализ; оценка, «угроз»", "60", ""],
    ["0", "", "", "15", ""],
]
EXPECTED = tuple(
    TableRow(at, tuple(zip(HEADINGS, row, strict=True))) for at, row in enumerate(ROWS, 2)
)


def read(path: Path) -> tuple[TableRow, ...]:
    return Tables().read(path)


def saved(folder: Path, content: bytes, name: str = "agenda.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def csv_text(delimiter: str = ",", end: str = "\r\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([HEADINGS, *ROWS])
    return out.getvalue()


def workbook(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of one number, one of whose parts was changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["minutes"], [60]))) as whole,
        zipfile.ZipFile(out, "w") as other,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            other.writestr(name, change(content) if name == part else content)
    return out.getvalue()


# --- CSV -------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_csv_with_each_delimiter(tmp_path: Path, delimiter: str, encoding: str, end: str) -> None:
    path = saved(tmp_path, csv_text(delimiter, end).encode(encoding))
    assert read(path) == EXPECTED


def test_blank_rows_count_but_are_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path, "\n;;\nlevel; zh\n\n1; 议题 \n;\n2;x\n".encode())
    assert read(path) == (
        TableRow(5, (("level", "1"), ("zh", "议题"))),
        TableRow(7, (("level", "2"), ("zh", "x"))),
    )


def test_short_rows_are_filled_and_long_ones_are_seen(tmp_path: Path) -> None:
    path = saved(tmp_path, b"level,zh\n1\n1,a,b\n")
    assert [row.cells for row in read(path)] == [
        (("level", "1"), ("zh", "")),
        (("level", "1"), ("zh", "a"), ("", "b")),
    ]


def test_a_line_break_within_quotes_is_part_of_the_cell(tmp_path: Path) -> None:
    path = saved(tmp_path, 'level,ru\n1,"Обмен\nинформацией"\n1,x\n'.encode())
    assert [(row.row, row.cells[1][1]) for row in read(path)] == [
        (2, "Обмен\nинформацией"),
        (3, "x"),
    ]


@pytest.mark.parametrize(
    ("text", "encoding", "row", "likely"),
    [
        ("level,zh,ru\n1,信息交流,\n", "gb18030", 2, "GB18030"),
        ("level,zh,ru\n1,,x\n1,信息交流,Обмен информацией\n", "gb18030", 3, "GB18030"),
        ("层级,中文,俄文\n1,a,b\n", "gb18030", 1, "GB18030"),
        ("level;zh;ru\n1;;x\n\n1;;Обмен информацией\n", "cp1251", 4, "Windows-1251"),
        ("уровень;китайский;русский\n1;;Обмен\n", "cp1251", 1, "Windows-1251"),
        ('level,ru\n1,"a\nb"\n1,Ход работ\n', "cp1251", 3, "Windows-1251"),
        ('level,ru\n1,"Ход" работ\n', "cp1251", 2, "Windows-1251"),
        ("level,ru\n1,x\n1,ÄÖÜ\n", "latin-1", 3, ""),
        ("level,zh\n1,信息\n", "utf-16", 1, "UTF-16"),
    ],
)
def test_another_encoding_is_named_with_the_first_row_that_cannot_be_read(
    tmp_path: Path, text: str, encoding: str, row: int, likely: str
) -> None:
    path = saved(tmp_path, text.encode(encoding))
    with pytest.raises(TableEncodingError) as raised:
        read(path)
    assert (raised.value.path, raised.value.row, raised.value.likely) == (str(path), row, likely)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_excel_may_name_the_delimiter_first(tmp_path: Path, mark: str) -> None:
    lines = (f"sep={mark}", mark.join(("level", "zh", "ru")), mark.join(("1", "甲", "А, Б; В")))
    if mark != "\t":
        lines = (*lines[:2], f'1{mark}甲{mark}"А, Б; В"')
    (row,) = read(saved(tmp_path, "\r\n".join(lines).encode("utf-8-sig")))
    assert row == TableRow(3, (("level", "1"), ("zh", "甲"), ("ru", "А, Б; В")))


def test_bytes_of_no_encoding_are_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(TableEncodingError) as raised:
        read(saved(tmp_path, b"level,ru\n1,\x98\xff\n"))
    assert (raised.value.row, raised.value.likely) == (2, "")


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b";;\n;;\n", "empty"),
        (b"level,zh,ru\r\n", "no_rows"),
        ("\ufeff1,\u8bae\u9898,\u0412\u043e\u043f\u0440\u043e\u0441\n\n".encode(), "no_rows"),
        (b"level,zh\n1,\x00\n", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "old_format"),
        (b"level,zh\n1," + b"x" * 140_000 + b"\n", "too_large"),
        (b"PK\x03\x04" + bytes(64), "damaged"),
        (b"level\n" + b"1\n" * (tables.MAX_ROWS + 1), "too_large"),
        (b"x" * (tables.MAX_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: bytes, cause: str) -> None:
    with pytest.raises(TableUnreadableError) as raised:
        read(saved(tmp_path, content))
    assert raised.value.cause == cause


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ('level,zh\n1,"never closed\n', 2),
        ('level,zh\n1,"a" b\n', 2),
        ('"level,zh\n1,a\n', 1),
        ('level;zh;ru\n1;a;b\n1;"a;b\n1;a;b\n', 3),
        ('level,zh,ru\n1,"a,b\n1,"a",b\n', 2),
        ('level,zh,ru\n\n1,"a\nb",c\n1,"a,b\n1,a,""\n', 4),
        ('sep=;\nlevel;zh\n1;"a\n', 3),
        ('level,zh\n1,"' + "x\n" * 70_000, 2),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_told_by_its_row(
    tmp_path: Path, content: str, row: int
) -> None:
    with pytest.raises(TableQuoteError) as raised:
        read(saved(tmp_path, content.encode()))
    assert raised.value.row == row


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError) as raised:
        read(tmp_path / "no.csv")
    assert raised.value.cause == "missing"


@pytest.mark.parametrize(
    ("error", "cause"), [(PermissionError, "denied"), (IsADirectoryError, "other")]
)
def test_a_file_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], cause: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotReadError) as raised:
        read(tmp_path / "agenda.csv")
    assert raised.value.cause == cause


cells = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf"])
)


@given(
    st.lists(st.lists(cells, min_size=3, max_size=3).filter(any), min_size=1, max_size=6),
    st.sampled_from(",;\t"),
)
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["level", "zh", "ru"], *rows])
    path = saved(tmp_path_factory.mktemp("csv"), out.getvalue().encode())
    assert [[value for _, value in row.cells] for row in read(path)] == rows


# --- XLSX ------------------------------------------------------------------------------------


def test_a_workbook_reads_like_the_same_csv(tmp_path: Path) -> None:
    numbers = [[int(row[0]), *row[1:3], float(row[3]), row[4] or None] for row in ROWS]
    path = saved(tmp_path, workbook(list(HEADINGS), *numbers), "agenda.xlsx")
    assert read(path) == EXPECTED


def test_the_content_tells_not_the_name(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(["level", "zh", "ru"], [1, "议题", None]), "agenda.csv")
    assert len(read(path)) == 1
    assert read(saved(tmp_path, csv_text().encode(), "agenda.xlsx")) == EXPECTED


def test_rows_of_a_workbook_are_counted_as_it_shows_them(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook([], ["level", "minutes"], [None, None], [1.0, 2.5]))
    (row,) = read(path)
    assert (row.row, row.cells) == (4, (("level", "1"), ("minutes", "2.5")))


def test_a_workbook_becomes_an_agenda(tmp_path: Path) -> None:
    """The round trip: spreadsheet, reader, rules."""
    path = saved(
        tmp_path,
        workbook(
            ["层级", "中文", "俄文", "分钟", "牵头"],
            [1, "信息交流", "Обмен информацией", 50, "中方"],
            [2, "通报", "Уведомления", 20, "俄方"],
            [0, None, None, 10, None],
            [2, "预警", "Предупреждения", 30, None],
        ),
    )
    uids = iter("abcd")
    items = items_from(read(path), datetime(2026, 11, 23, tzinfo=UTC), lambda: next(uids))
    assert [(i.uid, i.level, i.text.zh, i.text.ru, i.minutes, i.lead) for i in items] == [
        ("a", 1, "信息交流", "Обмен информацией", 50, "CN"),
        ("b", 2, "通报", "Уведомления", 20, "RU"),
        ("c", 0, "休息", "Перерыв", 10, None),
        ("d", 2, "预警", "Предупреждения", 30, None),
    ]


def test_a_workbook_far_too_long(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadableError) as raised:
        read(saved(tmp_path, workbook(["level"], *([1] for _ in range(tables.MAX_ROWS + 5)))))
    assert raised.value.cause == "too_large"


def test_a_workbook_that_unpacks_to_something_huge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_UNPACKED", 1000)
    with pytest.raises(TableUnreadableError) as raised:
        read(saved(tmp_path, workbook(["level"])))
    assert raised.value.cause == "too_large"


def test_whole_numbers_have_no_fraction_however_they_are_kept(tmp_path: Path) -> None:
    """Some programs write 60.0 where a person sees 60."""
    sheet = "xl/worksheets/sheet1.xml"
    path = saved(tmp_path, repacked(sheet, lambda xml: xml.replace(b"<v>60<", b"<v>60.0<")))
    assert read(path)[0].cells == (("minutes", "60"),)


def test_another_kind_of_archive(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(TableUnreadableError) as raised:
        read(saved(tmp_path, out.getvalue()))
    assert raised.value.cause == "damaged"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_with_a_broken_part(tmp_path: Path, part: str) -> None:
    with pytest.raises(TableUnreadableError) as raised:
        read(saved(tmp_path, repacked(part, lambda _: b"<worksheet><row")))
    assert raised.value.cause == "damaged"


@given(st.integers(0, 5000))
def test_a_truncated_workbook_is_damaged(
    tmp_path_factory: pytest.TempPathFactory, length: int
) -> None:
    whole = workbook(["level", "zh"], [1, "议题"])
    cut = b"PK\x03\x04" + whole[4 : min(length, len(whole) - 1)]
    with pytest.raises(TableUnreadableError):
        read(saved(tmp_path_factory.mktemp("xlsx"), cut))
