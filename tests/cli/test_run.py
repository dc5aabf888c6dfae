from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from consultations_gui.application.ports import Context
from consultations_gui.cli.run import chosen_database, chosen_language, run
from consultations_gui.domain.errors import RegisterUnreadableError
from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.language import Language
from tests.architecture.source import ROOT
from tests.cli.desk import LANGUAGES, Desk

# --- the language ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        ([], None),
        (["--lang", "zh"], Language.ZH),
        (["status", "--lang=ru"], Language.RU),
        (["--lang", "zh", "status", "--lang", "en"], Language.EN),
        (["--lang", "de"], None),
        (["--lang"], None),
        (["--language", "zh"], None),
        (["consultation", "cancel", "R1", "--reason", "zh"], None),
        (["proposal", "note", "P1", "--lang", "zh"], None),
        (["--lang", "ru", "proposal", "note", "P1", "--lang", "zh"], Language.RU),
        (["proposal", "--lang=ru", "--json", "note", "P1", "--lang", "zh"], Language.RU),
        (["--database", "proposal", "note", "--lang", "zh"], Language.ZH),
    ],
)
def test_the_language_is_known_before_anything_is_said(
    argv: list[str], language: Language | None
) -> None:
    assert chosen_language(argv) is language


@pytest.mark.parametrize(
    ("argv", "database"),
    [
        ([], None),
        (["--lang", "ru"], None),
        (["--database", "a.db", "status"], "a.db"),
        (["--database=a.db"], "a.db"),
        (["--database", "a.db", "status", "--database=b.db"], "b.db"),
    ],
)
def test_the_term_is_asked_of_the_register_that_is_meant(
    argv: list[str], database: str | None
) -> None:
    """In Russian; the other languages have none to ask for."""
    assert chosen_database(argv) == database
    wired = Wired()
    run([*argv, "--lang", "ru", "--help"], wired)
    run([*argv, "--lang", "zh", "--help"], wired)
    run([*argv, "--lang", "en", "--help"], wired)
    assert wired.asked_terms == [database]
    assert wired.asked == []


def test_without_a_choice_the_system_decides(
    blank: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    for locale, word in (("ru_RU.UTF-8", "Очередь"), ("zh_CN.GB18030", "轮到"), ("C", "Turn")):
        monkeypatch.setenv("LANG", locale)
        assert run(["--database", str(blank.database), "status"], Wired(blank.database)) == 0
        assert word in capsys.readouterr().out


# --- what is wired ---------------------------------------------------------------------------


class Wired:
    """A wiring that tells what was asked of it."""

    def __init__(self, database: Path | None = None, error: BaseException | None = None) -> None:
        self.database = database
        self.error = error
        self.asked: list[object] = []
        self.asked_terms: list[str | None] = []
        self.report: Path | None = Path("report.txt")
        self.closed = 0
        self._close: Callable[[], None] = lambda: None

    def context(self, database: str | None, *, create: bool = True) -> Context:
        self.asked.append(database)
        if self.error is not None:
            raise self.error
        import main

        adapters = main.Adapters()
        self._close = adapters.close
        return adapters.context(str(self.database))

    def term(self, database: str | None) -> str:
        self.asked_terms.append(database)
        return SHIPPED

    def blank(self) -> Context:
        raise AssertionError

    def window(self, database: str | None, language: Language | None, packet: str = "") -> int:
        self.asked.append((database, language, packet))
        return 7

    def screenshots(self, folder: Path, screens: tuple[str, ...]) -> tuple[Path, ...]:
        self.asked.append((folder, screens))
        return (folder / "today.png",)

    def report_fault(self, error: BaseException) -> Path | None:
        self.asked.append(error)
        return self.report

    def close(self) -> None:
        self.closed += 1
        self._close()


def test_without_a_command_it_opens_the_window() -> None:
    wired = Wired()
    assert run([], wired) == 7
    assert run(["gui", "--lang", "ru", "--database", "a.db"], wired) == 7
    assert run(["gui", "P2-CN-1.consult"], wired) == 7
    assert wired.asked == [
        (None, None, ""),
        ("a.db", Language.RU, ""),
        (None, None, "P2-CN-1.consult"),
    ]
    assert wired.closed == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_display_it_says_so(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    wired = Wired()
    assert run(["--lang", lang], wired) == 2
    assert wired.asked == []
    assert "consultations --help" in capsys.readouterr().err


def test_screens_are_drawn_into_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    wired = Wired()
    assert run(["--lang", "en", "--screenshot", "out", "--screens", "today,,year"], wired) == 0
    assert wired.asked == [(Path("out"), ("today", "year"))]
    assert capsys.readouterr().out == f"{Path('out') / 'today.png'}\n"


# --- what goes wrong -------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rule_broken_is_bad_input(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    wired = Wired(error=RegisterUnreadableError(path="x.db"))
    assert run(["--lang", lang, "ledger"], wired) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "x.db" in said.err
    assert wired.closed == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "程序出现内部错误"),
        ("ru", "В программе произошла ошибка"),
        ("en", "The program made a mistake"),
    ],
)
def test_a_fault_of_ours_is_told_without_a_traceback(
    lang: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = ZeroDivisionError("secret")
    wired = Wired(error=fault)
    assert run(["--lang", lang, "ledger"], wired) == 1
    said = capsys.readouterr()
    assert (said.out, wired.asked[-1], wired.closed) == ("", fault, 1)
    assert words in said.err
    assert "ZeroDivisionError" in said.err
    assert "report.txt" in said.err
    assert "secret" not in said.err
    assert "Traceback" not in said.err
    wired.report = None
    assert run(["--lang", lang, "ledger"], wired) == 1
    assert "report.txt" not in capsys.readouterr().err


def test_a_fault_is_reported_beside_the_settings(
    blank: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("consultations_gui.application.ledger.ledger", broken)
    done = blank.type("ledger")
    assert done.status == 1
    path = Path(done.err.rpartition(" is in ")[2].strip().removesuffix("."))
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")
    monkeypatch.setattr("consultations_gui.desktop.crash.save_report", refused_by_the_system)
    assert "report" not in blank.type("ledger").err


def refused_by_the_system(*_: object) -> Path:
    raise OSError


def test_an_interruption_is_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "ledger"], Wired(error=KeyboardInterrupt())) == 1
    assert capsys.readouterr().err == ""


def test_help_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "plan", "--help"], Wired()) == 0
    assert "usage: consultations plan" in capsys.readouterr().out


# --- what nobody reads -----------------------------------------------------------------------


def started(*arguments: str, out: int, path: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--database", str(path), *arguments],
        stdout=out,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize("arguments", [("ledger", "--json"), ("--help",)])
def test_a_reader_that_has_read_enough_is_no_fault(blank: Desk, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = started(*arguments, out=writing, path=blank.database)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_fits_nowhere_is_told(blank: Desk) -> None:
    with Path("/dev/full").open("wb") as full:
        done = started("--lang", "ru", "ledger", out=full.fileno(), path=blank.database)
    assert done.returncode == 2
    assert done.stderr.decode() == "Ответ не удалось вывести; само действие выполнено.\n"


def test_a_closed_output_is_no_fault_of_the_program(
    blank: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    for line in (["ledger"], ["--json", "ledger"], ["--help"]):
        wired = Wired(blank.database)
        assert run(["--lang", "ru", *line], wired) == 2
        assert not any(isinstance(asked, BaseException) for asked in wired.asked)
        assert "Ответ" in capsys.readouterr().err
