from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Signal
from pytestqt.qtbot import QtBot

from consultations_gui.desktop import crash
from consultations_gui.desktop.crash import CrashHooks, CrashReport, build_report, save_report
from consultations_gui.desktop.crash_relay import CrashRelay
from consultations_gui.desktop.settings import Theme

SECRET = "Иванов 国家"


def failure(depth: int = 0) -> BaseException:
    delegate = SECRET
    if depth:
        return failure(depth - 1)
    try:
        try:
            Theme(delegate)
        except ValueError as error:
            raise RuntimeError(f"cannot show {delegate}") from error
    except RuntimeError as error:
        return error
    raise AssertionError


@pytest.fixture
def reports() -> Iterator[list[CrashReport]]:
    got: list[CrashReport] = []
    hooks = CrashHooks(got.append)
    hooks.install()
    yield got
    hooks.remove()


def test_a_report_names_kinds_places_and_versions() -> None:
    report = build_report(failure())
    assert report.kind == "RuntimeError"
    assert "Error: RuntimeError\n" in report.text
    assert "Caused by: ValueError\n  " in report.text
    assert "python/enum.py:" in report.text
    assert "PySide6-Essentials: 6." in report.text
    assert "Python: 3." in report.text


def test_a_report_holds_no_message_no_value_no_path() -> None:
    text = build_report(failure()).text
    assert "Иванов" not in text
    assert "cannot show" not in text
    assert str(Path.home()) not in text.replace("(outside", "")
    assert str(Path(__file__).parent) not in text
    assert crash.OUTSIDE in text, "this test's own file is not the program's"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (crash.__file__, "consultations_gui/desktop/crash.py"),
        (str(Path(crash.__file__).parents[2] / "main.py"), "main.py"),
        (str(Path(crash.__file__).parents[2] / "tests/secret.py"), crash.OUTSIDE),
        ("/home/ivanov/.venv/lib/python3.11/site-packages/typst/x.py", "typst/x.py"),
        ("/usr/lib/python3/dist-packages/apt/cache.py", "apt/cache.py"),
        (threading.__file__, "python/threading.py"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ("<string>", crash.OUTSIDE),
        ("/home/ivanov/script.py", crash.OUTSIDE),
    ],
)
def test_file_names_are_shown_from_a_root_we_know(name: str, shown: str) -> None:
    assert crash.shown_file(name) == shown


def test_a_deep_recursion_gives_a_short_report() -> None:
    def down(level: int) -> None:
        if not level:
            raise LookupError
        down(level - 1)

    with pytest.raises(LookupError) as caught:
        down(500)
    text = build_report(caught.value).text
    assert text.count(" in ") == crash.MAX_FRAMES
    assert "... 442 more ..." in text


def test_a_long_chain_ends() -> None:
    error: BaseException = ValueError()
    for _ in range(50):
        above = ValueError()
        above.__cause__ = error
        error = above
    assert build_report(error).text.count("Caused by") == crash.MAX_CHAIN - 1


def test_a_suppressed_context_stays_out() -> None:
    error = LookupError()
    error.__context__ = KeyError(SECRET)
    assert "Caused by: KeyError" in build_report(error).text
    error.__suppress_context__ = True
    assert "Caused by" not in build_report(error).text


def test_a_library_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "LIBRARIES", ("no-such-library-here",))
    assert "no-such-library-here: not installed" in build_report(ValueError()).text


def test_saving_is_for_the_owner_only(tmp_path: Path) -> None:
    now = datetime(2026, 11, 23, 21, 5, 33, tzinfo=UTC)
    path = save_report(CrashReport("X", "text\n"), tmp_path / "log", now)
    assert path == tmp_path / "log" / "crash-20261123T210533Z.txt"
    assert path.read_text(encoding="utf-8") == "text\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def raise_hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_main_threads_hook_reports_once(
    reports: list[CrashReport], capsys: pytest.CaptureFixture[str]
) -> None:
    error = failure()
    raise_hook(error)
    raise_hook(error)
    assert [report.kind for report in reports] == ["RuntimeError"]
    assert "Иванов" not in capsys.readouterr().err


def test_a_keyboard_interrupt_is_no_crash(
    reports: list[CrashReport], capsys: pytest.CaptureFixture[str]
) -> None:
    raise_hook(KeyboardInterrupt())
    assert reports == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_another_threads_error_is_reported(
    reports: list[CrashReport], capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> None:
        raise ArithmeticError(SECRET)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join(5)
    assert [report.kind for report in reports] == ["ArithmeticError"]
    assert "Иванов" not in capsys.readouterr().err


def test_a_thread_that_exits_is_no_crash(reports: list[CrashReport]) -> None:
    args = threading.ExceptHookArgs((SystemExit, None, None, None))
    threading.excepthook(args)
    assert reports == []


class Button(QObject):
    clicked = Signal()


@pytest.mark.qt_no_exception_capture
def test_an_error_in_a_qt_slot_is_reported(
    reports: list[CrashReport], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def slot() -> None:
        raise OverflowError(SECRET)

    button = Button()
    button.clicked.connect(slot)
    button.clicked.emit()
    QTimer.singleShot(0, slot)
    qtbot.wait(20)
    assert {report.kind for report in reports} == {"OverflowError"}
    assert "Иванов" not in capsys.readouterr().err


def test_a_handler_that_fails_is_not_called_again(capsys: pytest.CaptureFixture[str]) -> None:
    calls: list[str] = []

    def handler(report: CrashReport) -> None:
        calls.append(report.kind)
        raise_hook(IndexError("while handling"))
        raise NotImplementedError(SECRET)

    hooks = CrashHooks(handler)
    hooks.install()
    try:
        raise_hook(failure())
    finally:
        hooks.remove()
    assert calls == ["RuntimeError"]
    shown = capsys.readouterr().err
    assert "NotImplementedError" in shown
    assert "IndexError" in shown
    assert "Иванов" not in shown


def test_a_program_without_stderr_still_reports(
    reports: list[CrashReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    raise_hook(failure())
    assert len(reports) == 1


def test_the_relay_shows_a_report_in_the_windows_thread(qtbot: QtBot) -> None:
    here = QThread.currentThread()
    shown: list[tuple[str, bool]] = []
    relay = CrashRelay(lambda r: shown.append((r.kind, QThread.currentThread() is here)))
    worker = threading.Thread(target=relay.hand_over, args=(CrashReport("X", ""),))
    worker.start()
    worker.join(5)
    relay.hand_over(CrashReport("Y", ""))
    assert shown == [], "never in the middle of what failed"
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [("X", True), ("Y", True)]
