"""What happens when the program itself fails: a report that holds nothing personal.

A report has the kind of error, the places in our own and in libraries' code,
and versions. It has no message of the error, no value, no name of a person,
no path of their files. It is saved only when the person says so. Nothing else
is lost by a failure: every change is in the register the moment it is made.
"""

from __future__ import annotations

import contextlib
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from types import TracebackType

from consultations_gui.desktop.files import write_private
from consultations_gui.desktop.paths import private_dir

OUTSIDE = "(outside the program)"
LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "Babel", "typst", "icalendar")
MAX_FRAMES = 60
MAX_CHAIN = 10

_ROOT = Path(__file__).resolve().parents[2]
_OURS = ("consultations_gui", "db")


@dataclass(frozen=True)
class CrashReport:
    """A failure, told without anything personal.

    ``kind`` is the error's type, ``text`` the whole report as it would be saved.
    """

    kind: str
    text: str


def build_report(error: BaseException) -> CrashReport:
    """The report on ``error`` and on what caused it."""
    lines = ["consultations: crash report", "", *_versions(), ""]
    for number, link in enumerate(_chain(error)):
        lines.append(("Caused by: " if number else "Error: ") + _kind(link))
        lines.extend(f"  {place}" for place in _places(link.__traceback__))
    return CrashReport(_kind(error), "\n".join(lines) + "\n")


def save_report(report: CrashReport, folder: Path, now: datetime) -> Path:
    """Save the report as ``crash-….txt`` (time in UTC), for its owner only; returns its path.

    Call it only when the person agreed. Raises :class:`OSError` if it cannot be written.
    """
    path = private_dir(folder) / f"crash-{now:%Y%m%dT%H%M%S}Z.txt"
    write_private(path, report.text.encode())
    return path


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")


def _chain(error: BaseException) -> Iterable[BaseException]:
    link: BaseException | None = error
    for _ in range(MAX_CHAIN):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _places(trace: TracebackType | None) -> Iterable[str]:
    # walk_tb, not extract_tb: no source line is read, so nothing but names and numbers comes in.
    frames = [
        f"{shown_file(frame.f_code.co_filename)}:{line} in {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(trace)
    ]
    if len(frames) > MAX_FRAMES:
        half = MAX_FRAMES // 2
        left_out = len(frames) - 2 * half
        frames = [*frames[:half], f"... {left_out} more ...", *frames[-half:]]
    return frames


def shown_file(name: str) -> str:
    """A source file's name from the program's or a library's root on; of others, nothing."""
    path = PurePath(name)
    with contextlib.suppress(ValueError):
        ours = path.relative_to(_ROOT)
        if ours.parts[:1] and (ours.parts[0] in _OURS or ours.parts == ("main.py",)):
            return ours.as_posix()
    parts = path.parts
    for mark in ("site-packages", "dist-packages"):
        if mark in parts:
            return PurePath(*parts[parts.index(mark) + 1 :]).as_posix()
    with contextlib.suppress(ValueError):
        # The standard library lies beside the file of one of its own modules.
        standard = PurePath(contextlib.__file__).parent
        return (PurePath("python") / path.relative_to(standard)).as_posix()
    return name if name.startswith("<frozen ") else OUTSIDE


def _versions() -> Iterable[str]:
    yield f"Program: {_version('consultations')}"
    yield f"Python: {platform.python_version()} on {platform.system()} {platform.machine()}"
    for name in LIBRARIES:
        yield f"{name}: {_version(name)}"


def _version(name: str) -> str:
    # A report is rare, every start would pay for this import.
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _to_stderr(report: CrashReport) -> None:
    # The system may keep what a session prints: that too is the report, without any message.
    # A program started without a terminal on Windows has no stderr at all.
    if sys.stderr is not None:
        sys.stderr.write(report.text)


class CrashHooks:
    """Catches errors nobody caught: in the main thread, in others, and in Qt slots.

    PySide6 gives an error in a slot or an overridden method to
    :data:`sys.excepthook`, so that one hook covers them. ``handler`` is called
    with the report, in the thread that failed; the same failure (same kind and
    places) is handed over once, and a failure of the handler itself never
    calls it again.
    """

    def __init__(self, handler: Callable[[CrashReport], None]) -> None:
        self._handler = handler
        self._seen: set[str] = set()
        self._busy = threading.local()

    def install(self) -> None:
        """Take over the interpreter's hooks; :meth:`remove` gives them back."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def remove(self) -> None:
        """Give the interpreter its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        self._handle(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._handle(args.exc_value)

    def _handle(self, error: BaseException) -> None:
        report = build_report(error)
        _to_stderr(report)
        if report.text in self._seen or getattr(self._busy, "now", False):
            return
        self._seen.add(report.text)
        self._busy.now = True
        try:
            self._handler(report)
        except Exception as second:  # noqa: BLE001  # nobody is left to hand it to
            _to_stderr(build_report(second))
        finally:
            self._busy.now = False
