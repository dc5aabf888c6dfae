from __future__ import annotations

import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk, listing

TABLE = """level,zh,ru,minutes,lead
1,研究协定执行情况,Ход выполнения Соглашения,,CN
2,主管机构的合作,О сотрудничестве компетентных органов,40,CN
2,信息交流,Об обмене информацией,35,RU
0,休息,Перерыв,15,
1,共同措施,,60,
"""


def table(tmp_path: Path, text: str = TABLE, encoding: str = "utf-8") -> str:
    path = tmp_path / "agenda.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.fixture
def dated(desk: Desk) -> Desk:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--city", "喀山")
    return desk


def test_a_table_becomes_a_numbered_and_timed_agenda(dated: Desk, tmp_path: Path) -> None:
    shown = dated.ask("agenda", "import", "r1", table(tmp_path))
    assert shown.pop("imported") == {
        "kept": 0,
        "changed": 0,
        "added": 5,
        "removed": 0,
        "repeated": 0,
    }
    assert shown["symbol"] == "IIS/2031/1/AG/1"
    assert shown["warnings"] == []
    assert shown == dated.ask("agenda", "show", "R1")
    assert (shown["id"], shown["status"]) == ("R1", "draft")
    items = shown["items"]
    assert [item["number_zh"] for item in items] == ["一、", "（一）", "（二）", "", "二、"]
    assert [item["number_ru"] for item in items] == ["1.", "1.1.", "1.2.", "", "2."]
    assert [item["minutes"] for item in items] == [75, 40, 35, 15, 60]
    assert [item["lead"] for item in items] == ["CN", "CN", "RU", None, None]
    assert items[4]["ru_state"] == "missing"
    assert items[2]["start"] == "2031-03-04T09:40:00+03:00"
    start, end = (datetime.fromisoformat(items[2][name]) for name in ("start", "end"))
    assert end - start == timedelta(minutes=35)
    ready = shown["readiness"]
    assert (ready["texts"], ready["zh"], ready["ru"]) == (5, 5, 4)
    assert [(gap["row"], gap["lang"]) for gap in ready["missing"]] == [(5, "ru")]


def test_a_table_says_on_which_day_a_row_is(dated: Desk, tmp_path: Path) -> None:
    text = "уровень;китайский;русский;минуты;день\n1;甲;А;60;1\n1;乙;Б;60;2\n1;丙;В;30;\n"
    items = dated.ask("agenda", "import", "R1", table(tmp_path, text))["items"]
    assert [item["day"] for item in items] == [1, 2, 2]
    assert [item["start"][:16] for item in items] == [
        "2031-03-04T09:00",
        "2031-03-05T09:00",
        "2031-03-05T10:00",
    ]
    late = table(tmp_path, text.replace("丙;В;30;", "丙;В;30;5"))
    (warning,) = dated.ask("agenda", "import", "R1", late, "--replace")["warnings"]
    assert "5" in warning["text"]
    wrong = table(tmp_path, text.replace("乙;Б;60;2", "乙;Б;60;2-й"))
    assert "«день»: «2-й»" in dated.refused("agenda", "import", "R1", wrong, lang="ru")


def test_times_wait_for_days_and_for_a_zone(desk: Desk, tmp_path: Path) -> None:
    for when in ((), ("--start", "2031-03")):
        made = desk.ask("consultation", "add", *when)
        items = desk.ask("agenda", "import", made["id"], table(tmp_path))["items"]
        assert {item["start"] for item in items} == {None}


@pytest.mark.parametrize(
    ("lang", "missing"), [("zh", "[缺文本]"), ("ru", "[нет текста]"), ("en", "[missing]")]
)
def test_an_agenda_in_words(dated: Desk, tmp_path: Path, lang: str, missing: str) -> None:
    lines = dated.do("agenda", "import", "R1", table(tmp_path), lang=lang).splitlines()
    assert lines[1].startswith("1  09:00–10:15  一、研究协定执行情况")
    assert lines[2].strip() == "1. Ход выполнения Соглашения"
    assert missing in lines[-2]
    assert "4" in lines[-1]


ANEW = """level,zh,ru,minutes,lead
1,共同措施,О совместных мерах,60,
1,其他事项,О прочем,20,RU
"""


@pytest.mark.parametrize(
    ("lang", "refusal", "told"),
    [
        ("zh", "造成重复", "不变0，变更1，新增1，移除4"),
        ("ru", "удвоится", "без изменений: 0, изменено: 1, новых: 1, удалено: 4"),
        ("en", "double", "unchanged: 0, changed: 1, new: 1, removed: 4"),
    ],
)
def test_a_second_table_replaces_only_when_asked(
    dated: Desk, tmp_path: Path, lang: str, refusal: str, told: str
) -> None:
    path = table(tmp_path)
    dated.do("agenda", "import", "R1", path)
    message = dated.refused("agenda", "import", "R1", path, lang=lang)
    assert refusal in message
    assert "--replace" in message
    before = dated.ask("agenda", "show", "R1")
    assert told in dated.do("agenda", "import", "R1", table(tmp_path, ANEW), "--replace", lang=lang)
    after = dated.ask("agenda", "show", "R1")["items"]
    assert [item["zh"] for item in after] == ["共同措施", "其他事项"]
    assert after[0]["uid"] == before["items"][4]["uid"]
    dated.do("undo")
    assert dated.ask("agenda", "show", "R1")["items"] == before["items"]


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "原有5行，其后新增2行"), ("ru", "5"), ("en", "5")]
)
def test_adding_to_an_agenda_is_told(dated: Desk, tmp_path: Path, lang: str, told: str) -> None:
    dated.do("agenda", "import", "R1", table(tmp_path))
    both = ANEW.replace("О совместных мерах", "")
    said = dated.do("agenda", "import", "R1", table(tmp_path, both), lang=lang).splitlines()
    assert told in said[-2]
    assert "--replace" in said[-2]
    assert said[-1].startswith("! ")
    counts = {"kept": 7, "changed": 0, "added": 2, "removed": 0, "repeated": 0}
    more = table(tmp_path, ANEW.replace("共同措施", "另一").replace("其他事项", "再一"))
    assert dated.ask("agenda", "import", "R1", more)["imported"] == counts


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "午夜"), ("ru", "за полночь"), ("en", "midnight")]
)
def test_a_day_past_midnight_is_told(dated: Desk, tmp_path: Path, lang: str, told: str) -> None:
    late = TABLE.replace("共同措施,,60", "共同措施,,900")
    said = dated.do("agenda", "import", "R1", table(tmp_path, late), lang=lang).splitlines()
    assert said[-1].startswith("! ")
    assert told in said[-1]
    (warning,) = dated.ask("agenda", "show", "R1")["warnings"]
    assert (warning["code"], warning["args"]) == ("day_past_midnight", {"day": 1})
    assert warning["text"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("content", ["1,议题,Вопрос,30,CN\n", TABLE.split("\n", 1)[1]])
def test_a_table_without_headings_is_told_with_the_columns(
    dated: Desk, tmp_path: Path, lang: str, content: str
) -> None:
    message = dated.refused("agenda", "import", "R1", table(tmp_path, content), lang=lang)
    for column in ("level", "zh", "ru", "minutes", "lead"):
        assert column in message


def test_standing_items_are_added_once(dated: Desk) -> None:
    items = dated.ask("agenda", "standing", "R1")["items"]
    assert [item["zh"] for item in items] == [
        "研究协定执行情况",
        "信息交流",
        "分析和共同评估信息安全威胁",
        "界定、协商和协调共同措施",
    ]
    assert dated.ask("agenda", "show", "R1")["symbol"] == "IIS/2031/1/AG/1"
    dated.refused("agenda", "standing", "R1")


def test_circulating_freezes_the_numbers(dated: Desk) -> None:
    dated.refused("agenda", "circulate", "R1")
    dated.do("agenda", "standing", "R1")
    assert dated.ask("agenda", "circulate", "R1")["status"] == "circulated"


@pytest.mark.parametrize("copy", ["cn", "ru", "working"])
def test_papers_are_written(dated: Desk, tmp_path: Path, copy: str) -> None:
    dated.do("agenda", "standing", "R1")
    out = tmp_path / "new" / "papers"
    words = ("agenda", "export", "R1", "--copy", copy, "--out", str(out))
    written = dated.ask(*words)["files"]
    assert [Path(name).read_bytes()[:5] for name in written] == [b"%PDF-"]
    (word,) = dated.do(*words, "--format", "docx", "--alternat", "simplified").split()
    assert zipfile.is_zipfile(word)
    assert set(listing(out)) == {Path(name).name for name in (*written, word)}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("第3行", "minutes")),
        ("ru", ("строка 3", "minutes")),
        ("en", ("row 3", "minutes")),
    ],
)
def test_a_table_that_is_wrong_is_told_by_row_and_column(
    dated: Desk, tmp_path: Path, lang: str, words: tuple[str, ...]
) -> None:
    wrong = TABLE.replace(",40,", ",forty,").replace("2,信息", "3,信息")
    message = dated.refused("agenda", "import", "R1", table(tmp_path, wrong), lang=lang)
    for word in words:
        assert word in message.casefold()
    assert len(message.splitlines()) >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_there(desk: Desk, tmp_path: Path, lang: str) -> None:
    out = ("--copy", "cn", "--out", str(tmp_path / "out"))
    for words in (
        ("show", "R1"),
        ("standing", "R1"),
        ("export", "R1", *out),
        ("import", "R1", table(tmp_path)),
    ):
        assert "R1" in desk.refused("agenda", *words, lang=lang)
    desk.do("consultation", "add", "--start", "2031-03-04")
    assert "no.csv" in desk.refused("agenda", "import", "R1", str(tmp_path / "no.csv"), lang=lang)
    assert not (tmp_path / "out").exists()
