from __future__ import annotations

from pathlib import Path

import pytest

from consultations_gui.i18n import check as checker
from consultations_gui.i18n.check import (
    area_of,
    check_catalogues,
    extract_sources,
    update_catalogues,
)
from consultations_gui.i18n.compile import compile_catalogues
from tests.i18n.test_words import write_po

SOURCE = """
TITLE = N_("Year")
PAIR = C_("month", "May")

def show(words, n):
    words.tr(TITLE)
    words.tr("Round {number}", number=n)
    words.trn("{n} day", "{n} days", n)
"""
GOOD = {
    "zh": """
msgid "Year"
msgstr "全年"

msgctxt "month"
msgid "May"
msgstr "五月"

msgid "Round {number}"
msgstr "第{number}轮"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n}天"
""",
    "ru": """
msgid "Year"
msgstr "Год"

msgctxt "month"
msgid "May"
msgstr "май"

msgid "Round {number}"
msgstr "{number}-й раунд"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "один день"
msgstr[1] "{n} дня"
msgstr[2] "{n} дней"
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    ui = tmp_path / "consultations_gui" / "ui"
    ui.mkdir(parents=True)
    (ui / "year.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "main.py").write_text('words.tr("Round {number}", number=1)', encoding="utf-8")
    (tmp_path / "locale").mkdir()
    for language, body in GOOD.items():
        write_po(tmp_path / "locale", language, "ui", body)
    return tmp_path


def problems(root: Path) -> list[str]:
    return check_catalogues(root, root / "locale")


def with_ru(root: Path, old: str, new: str) -> list[str]:
    assert old in GOOD["ru"]
    write_po(root / "locale", "ru", "ui", GOOD["ru"].replace(old, new))
    return problems(root)


def test_complete_catalogues_pass(root: Path) -> None:
    assert problems(root) == []


def test_every_kind_of_call_is_extracted(root: Path) -> None:
    found = extract_sources(root)
    assert set(found) == {
        ("", "Year"),
        ("month", "May"),
        ("", "Round {number}"),
        ("", "{n} day"),
    }
    assert found["", "{n} day"].plural == "{n} days"
    assert found["", "Round {number}"].files == ("consultations_gui/ui/year.py", "main.py")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('msgid "Year"', 'msgid "Years"', "ru/ui.po: extra: 'Years' is nowhere in the source"),
        ('msgctxt "month"\n', "", "ru/ui.po: extra: 'May' is nowhere in the source"),
        ('msgstr "Год"', 'msgstr ""', "ru/ui.po: empty: 'Year'"),
        ('msgstr "Год"', 'msgstr "  "', "ru/ui.po: empty: 'Year'"),
        ('"{n} дня"', '""', "ru/ui.po: empty: '{n} day'"),
        (
            "{number}-й",
            "{nummer}-й",
            "ru/ui.po: placeholders: 'Round {number}' has ['number'], not '{nummer}-й раунд'",
        ),
        (
            "{number}-й",
            "{number-й",
            "ru/ui.po: placeholders: 'Round {number}' has ['number'], not '{number-й раунд'",
        ),
        (
            "{n} дня",
            "{days} дня",
            "ru/ui.po: placeholders: '{n} day' has ['n'], not '{days} дня'",
        ),
        ('msgid "Year"', '#, fuzzy\nmsgid "Year"', "ru/ui.po: fuzzy: 'Year'"),
    ],
)
def test_findings(root: Path, old: str, new: str, finding: str) -> None:
    assert finding in with_ru(root, old, new)


def test_a_missing_message_is_told_with_its_place(root: Path) -> None:
    found = with_ru(root, 'msgid "Year"\nmsgstr "Год"', "")
    assert found == ["ru/ui.po: missing: 'Year' (consultations_gui/ui/year.py)"]


def test_a_missing_file_means_all_is_missing(root: Path) -> None:
    (root / "locale" / "zh" / "ui.po").unlink()
    assert len(problems(root)) == 4


def test_too_few_plural_forms_are_told(root: Path) -> None:
    po = root / "locale" / "ru" / "ui.po"
    text = po.read_text(encoding="utf-8").replace("nplurals=3", "nplurals=2")
    po.write_text(text.replace('msgstr[2] "{n} дней"\n', ""), encoding="utf-8")
    assert "ru/ui.po: 2 plural forms instead of 3: '{n} day'" in problems(root)


def test_a_plural_on_one_side_only_is_told(root: Path) -> None:
    old = GOOD["ru"][GOOD["ru"].index('msgid "{n} day"') :]
    found = with_ru(root, old, 'msgid "{n} day"\nmsgstr "{n} дн."\n')
    assert found == ["ru/ui.po: plural here or there only: '{n} day'"]


def test_a_broken_file_is_told(root: Path) -> None:
    (root / "locale" / "ru" / "cli.po").write_text('msgid "x\nmsgstr y', encoding="utf-8")
    assert any("cli.po" in problem for problem in problems(root))


@pytest.mark.parametrize(
    ("file", "area"),
    [
        ("consultations_gui/ui/views/today.py", "ui"),
        ("consultations_gui/app.py", "ui"),
        ("consultations_gui/cli.py", "cli"),
        ("consultations_gui/cli_agenda.py", "cli"),
        ("main.py", "cli"),
        ("consultations_gui/documents/content.py", "papers"),
        ("consultations_gui/invitations/mail.py", "papers"),
        ("consultations_gui/i18n/wording.py", "domain"),
        ("db/store.py", "domain"),
    ],
)
def test_a_message_belongs_to_the_area_of_its_source(file: str, area: str) -> None:
    assert area_of(file) == area


def test_update_adds_what_is_missing_and_keeps_the_rest(root: Path) -> None:
    (root / "consultations_gui" / "cli.py").write_text(
        'words.tr("{a} \\"quoted\\"", a=1); words.trn("{n} b", "{n} bs", 2); words.trc("c", "d")',
        encoding="utf-8",
    )
    locale = root / "locale"
    ui = (locale / "ru" / "ui.po").read_bytes()
    assert update_catalogues(root, locale) == {"zh/cli.po": 3, "ru/cli.po": 3}
    assert (locale / "ru" / "ui.po").read_bytes() == ui, "an area without news is not touched"
    assert len(problems(root)) == 6
    assert all("empty" in problem for problem in problems(root))
    assert update_catalogues(root, locale) == {}
    assert 'msgctxt "c"' in (locale / "ru" / "cli.po").read_text(encoding="utf-8")
    compile_catalogues(locale)


def test_update_keeps_translations_of_the_file_it_adds_to(root: Path) -> None:
    locale = root / "locale"
    with_ru(root, 'msgid "Year"\nmsgstr "Год"', "")
    assert update_catalogues(root, locale, ["cli"]) == {}
    assert update_catalogues(root, locale, ["ui"]) == {"ru/ui.po": 1}
    assert problems(root) == ["ru/ui.po: empty: 'Year'"]
    assert "{n} дней" in (locale / "ru" / "ui.po").read_text(encoding="utf-8")


def test_from_the_command_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checker, "resource", lambda *_parts: root / "locale")
    monkeypatch.setattr(checker, "__file__", str(root / "consultations_gui" / "i18n" / "check.py"))
    assert checker.main([]) == 0
    with_ru(root, 'msgid "Year"\nmsgstr "Год"', "")
    assert checker.main([]) == 1
    assert "missing: 'Year'" in capsys.readouterr().out
    assert checker.main(["--update", "--area", "ui"]) == 1
    assert "ru/ui.po: 1 added" in capsys.readouterr().out
