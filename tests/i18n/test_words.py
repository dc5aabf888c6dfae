from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.i18n import compile as compiler
from consultations_gui.i18n.compile import CatalogueError, compile_catalogues, compile_language
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import (
    C_,
    N_,
    Words,
    compiled_path,
    fill,
    load_catalogue,
    words_for,
)

ZH = """
msgid "Save"
msgstr "保存"

msgid "Round {number}"
msgstr "第{number}轮"

msgid "{n} round"
msgid_plural "{n} rounds"
msgstr[0] "{n}轮"

msgctxt "month"
msgid "May"
msgstr "五月"
"""
RU = """
msgid "Save"
msgstr "Сохранить"

msgid "Round {number}"
msgstr "{number}-й раунд"

msgid "{n} round"
msgid_plural "{n} rounds"
msgstr[0] "{n} раунд"
msgstr[1] "{n} раунда"
msgstr[2] "{n} раундов"

msgctxt "month"
msgid "May"
msgstr "май"
"""
PLURALS = {
    "zh": "nplurals=1; plural=0;",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
}


def write_po(folder: Path, language: str, area: str, body: str) -> Path:
    path = folder / language / f"{area}.po"
    path.parent.mkdir(exist_ok=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
    )
    path.write_text(header + body, encoding="utf-8")
    return path


@pytest.fixture
def locale_dir(tmp_path: Path) -> Path:
    write_po(tmp_path, "zh", "ui", ZH)
    write_po(tmp_path, "ru", "ui", RU)
    return tmp_path


def words(language: Language, locale_dir: Path) -> Words:
    return Words(language, load_catalogue(language, locale_dir))


@pytest.mark.parametrize("compiled", [False, True])
def test_words_come_in_the_language_asked_for(locale_dir: Path, compiled: bool) -> None:
    if compiled:
        compile_catalogues(locale_dir)
    zh, ru, en = (words(language, locale_dir) for language in Language)
    assert [w.tr("Save") for w in (zh, ru, en)] == ["保存", "Сохранить", "Save"]
    assert [w.tr("Round {number}", number=3) for w in (zh, ru, en)] == [
        "第3轮",
        "3-й раунд",
        "Round 3",
    ]
    assert [w.trc("month", "May") for w in (zh, ru, en)] == ["五月", "май", "May"]
    assert [ru.trn("{n} round", "{n} rounds", n) for n in (1, 2, 5, 11, 21, 112)] == [
        "1 раунд",
        "2 раунда",
        "5 раундов",
        "11 раундов",
        "21 раунд",
        "112 раундов",
    ]
    assert [zh.trn("{n} round", "{n} rounds", n) for n in (1, 5)] == ["1轮", "5轮"]
    assert [en.trn("{n} round", "{n} rounds", n) for n in (1, 5)] == ["1 round", "5 rounds"]


def test_what_is_not_translated_comes_in_english(locale_dir: Path) -> None:
    zh = words(Language.ZH, locale_dir)
    assert zh.tr("Never seen {x}", x=1) == "Never seen 1"
    assert zh.trn("{n} day", "{n} days", 2) == "2 days"
    assert zh.trc("verb", "May") == "May"
    assert zh.tr("") == "", "the empty id names the catalogue's header"


def test_an_entry_left_empty_comes_in_english(tmp_path: Path) -> None:
    body = 'msgid "Save"\nmsgstr ""\n\nmsgid "{n} a"\nmsgid_plural "{n} b"\n'
    write_po(tmp_path, "ru", "ui", body + 'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n')
    ru = words(Language.RU, tmp_path)
    assert ru.tr("Save") == "Save"
    assert ru.trn("{n} a", "{n} b", 5) == "5 b"


def test_no_catalogue_at_all_means_english(tmp_path: Path) -> None:
    assert words(Language.RU, tmp_path).tr("Save") == "Save"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{a} and {b}", "1 and {b}"),
        ("{a:>3}|", "  1|"),
        ("{a:%Y}|", "1|"),
        ("{a!x}", "{a!x}"),
        ("{a.real} {a[0]} {0} {}", "{a.real} {a[0]} {0} {}"),
        ("{{a}}", "{a}"),
        ("{", "{"),
        ("}", "}"),
        ("plain", "plain"),
    ],
)
def test_a_field_without_value_or_sense_never_crashes(text: str, filled: str) -> None:
    assert fill(text, {"a": 1}) == filled


@given(st.text(alphabet="{}ab!:.[]0 "))
def test_no_text_crashes(text: str) -> None:
    assert isinstance(fill(text, {"a": 1}), str)


def test_markers_give_back_what_they_mark() -> None:
    assert N_("Save") == "Save"
    assert C_("month", "May") == ("month", "May")


def test_a_compiled_file_is_used_without_babel(locale_dir: Path) -> None:
    compile_catalogues(locale_dir)
    code = (
        "import sys; from pathlib import Path\n"
        "from consultations_gui.i18n.words import Words, load_catalogue\n"
        "from consultations_gui.i18n.language import Language\n"
        "w = Words(Language.ZH, load_catalogue(Language.ZH, Path(sys.argv[1])))\n"
        "assert w.tr('Save') == '保存'\n"
        "assert not [m for m in sys.modules if m.startswith('babel')]\n"
    )
    root = Path(compiler.__file__).parents[2]
    command = [sys.executable, "-c", code, str(locale_dir)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_compiled_file_older_than_its_sources_is_passed_over(locale_dir: Path) -> None:
    compile_catalogues(locale_dir)
    po = locale_dir / "ru" / "ui.po"
    before = po.stat()
    po.write_text(po.read_text(encoding="utf-8").replace("Сохранить", "Записать"), encoding="utf-8")
    # A checkout may set any times: it is the content that counts.
    os.utime(po, ns=(before.st_atime_ns, 0))
    assert words(Language.RU, locale_dir).tr("Save") == "Записать"


def test_a_compiled_file_alone_is_enough(locale_dir: Path) -> None:
    compile_catalogues(locale_dir)
    (locale_dir / "ru" / "ui.po").unlink()
    assert words(Language.RU, locale_dir).tr("Save") == "Сохранить"


@pytest.mark.parametrize("content", [b"", b"no catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_compiled_file_is_passed_over(locale_dir: Path, content: bytes) -> None:
    path = compiled_path(Language.RU, locale_dir)
    path.parent.mkdir()
    path.write_bytes(content)
    assert words(Language.RU, locale_dir).tr("Save") == "Сохранить"


def test_areas_are_merged_and_the_bytes_are_the_same_each_time(locale_dir: Path) -> None:
    write_po(locale_dir, "ru", "cli", 'msgid "Undo"\nmsgstr "Отменить"\n')
    first = compile_catalogues(locale_dir)
    contents = [path.read_bytes() for path in first]
    assert [path.read_bytes() for path in compile_catalogues(locale_dir)] == contents
    ru = words(Language.RU, locale_dir)
    assert (ru.tr("Undo"), ru.tr("Save")) == ("Отменить", "Сохранить")


def test_the_same_message_may_stand_in_two_areas_if_they_agree(locale_dir: Path) -> None:
    write_po(locale_dir, "ru", "cli", 'msgid "Save"\nmsgstr "Сохранить"\n')
    compile_catalogues(locale_dir)
    write_po(locale_dir, "ru", "cli", 'msgid "Save"\nmsgstr "Записать"\n')
    with pytest.raises(CatalogueError, match=r"ru/ui\.po: 'Save': translated otherwise"):
        compile_catalogues(locale_dir)
    assert compile_language(Language.RU, locale_dir).content, "a checkout still runs"


def test_a_fuzzy_entry_is_refused_and_nothing_is_written(locale_dir: Path) -> None:
    write_po(locale_dir, "ru", "cli", '#, fuzzy\nmsgid "Undo"\nmsgstr "Отменить"\n')
    with pytest.raises(CatalogueError, match="'Undo': marked fuzzy"):
        compile_catalogues(locale_dir)
    assert not compiled_path(Language.ZH, locale_dir).exists()
    assert words(Language.RU, locale_dir).tr("Undo") == "Undo"


@pytest.mark.parametrize(
    "body",
    [
        'msgid "Undo\nmsgstr ""\n',
        'msgid "Undo"\nmsgstr "От"менить"\n',
        'msgid "Undo"\n',
        'msgid "Undo"\nmessage "Отменить"\n',
        'msgid "Undo"\nmsgstr "Отменить"\nmsgid "Undo"\nmsgstr "Назад"\n',
        'msgid "Undo"\nmsgid_plural "Undos"\nmsgstr[9] "Назад"\n',
    ],
)
def test_a_file_that_is_not_in_order_is_refused_by_name(locale_dir: Path, body: str) -> None:
    write_po(locale_dir, "ru", "cli", body)
    with pytest.raises(CatalogueError, match=r"cli\.po"):
        compile_catalogues(locale_dir)


def test_compiling_from_the_command_line(
    locale_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(compiler, "resource", lambda *_parts: locale_dir)
    out = tmp_path / "out"
    assert compiler.main(["--out", str(out)]) == 0
    assert compiled_path(Language.ZH, out).is_file()
    assert str(compiled_path(Language.RU, out)) in capsys.readouterr().out
    write_po(locale_dir, "ru", "cli", '#, fuzzy\nmsgid "Undo"\nmsgstr "Отменить"\n')
    assert compiler.main([]) == 1
    assert "fuzzy" in capsys.readouterr().err


def test_the_shipped_words_are_read_once() -> None:
    assert words_for(Language.ZH) is words_for(Language.ZH)
    assert words_for(Language.RU).language is Language.RU
