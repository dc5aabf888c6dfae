"""The only place that knows everybody: chooses the adapters, wires them and starts a face."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from consultations_gui.application.ports import (
        BusyReader,
        Context,
        PaperPress,
        TableReader,
        Workdays,
    )
    from consultations_gui.application.ports import Inviter as InviterPort
    from consultations_gui.i18n.language import Language

P = TypeVar("P")


class SystemClock:
    """The computer's clock: UTC for moments, local for today's date."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Today where the office's computer sits."""
        return datetime.now().astimezone().date()


def _actor() -> str:
    """The name the journal records: the account's, as the system gives it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "office"


class _Late:
    """Stands in for an adapter; the adapter is made when it is first asked for something."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> object:
        return self._make()

    def __getattr__(self, name: str) -> object:
        return getattr(self._made, name)


def _late(make: Callable[[], P]) -> P:
    return cast("P", _Late(make))


def _target(database: str | None) -> str | Path:
    """The register that is meant: the one named, the environment's, or the usual one."""
    from consultations_gui.desktop import paths

    return database or os.environ.get("CONSULTATIONS_DATABASE") or paths.default_register_path()


class Adapters:
    """The adapters behind the ports; each is imported when it is first asked for something.

    They in turn import their heavy libraries with the first paper, mail,
    table or calendar that is asked of them.
    """

    def __init__(self) -> None:
        self._open = ExitStack()

    @cached_property
    def workdays(self) -> Workdays:
        """Both countries' calendars."""
        from consultations_gui.workdays.adapter import LibraryWorkdays

        return LibraryWorkdays()

    @cached_property
    def press(self) -> PaperPress:
        """PDF and DOCX."""
        from consultations_gui.documents.press import Press

        return Press()

    @cached_property
    def inviter(self) -> InviterPort:
        """Calendar files and mails."""
        from consultations_gui.invitations.inviter import Inviter

        return Inviter()

    @cached_property
    def tables(self) -> TableReader:
        """CSV and XLSX."""
        from consultations_gui.documents.tables import Tables

        return Tables()

    @cached_property
    def busy(self) -> BusyReader:
        """Calendars of other programs."""
        from consultations_gui.invitations.busy import BusyCalendars

        return BusyCalendars()

    def context(self, database: str | None, *, create: bool = True) -> Context:
        """Open the register and put everything in reach of the use cases.

        Unless ``create``, a register that is not there is a ``CannotReadError``.
        """
        import db
        from consultations_gui.application.ports import Context
        from consultations_gui.packets.archive import ZipArchive
        from consultations_gui.packets.keys import OfficeKeys

        register = self._open.enter_context(db.open_register(_target(database), create=create))
        return Context(
            work=register.unit_of_work,
            clock=SystemClock(),
            actor=_actor(),
            workdays=_late(lambda: self.workdays),
            press=_late(lambda: self.press),
            inviter=_late(lambda: self.inviter),
            tables=_late(lambda: self.tables),
            busy=_late(lambda: self.busy),
            keys=OfficeKeys(register.path),
            archive=ZipArchive(),
        )

    def term(self, database: str | None) -> str:
        """How the office of that register calls extraordinary consultations in Russian."""
        from db.head import term_of

        return term_of(Path(str(_target(database)).removeprefix("sqlite:///")))

    def blank(self) -> Context:
        """Put an empty register in reach that is gone with :meth:`close`."""
        from tempfile import TemporaryDirectory

        folder = self._open.enter_context(TemporaryDirectory())
        return self.context(str(Path(folder, "register.db")))

    def close(self) -> None:
        """Let go of every register opened; SQLite then folds its log into the file."""
        self._open.close()

    def window(self, database: str | None, language: Language | None, packet: str = "") -> int:
        """Open the window on the register; with ``packet``, a file, to read that first."""
        from consultations_gui import app
        from db.head import head_of

        path = Path(_target(database))
        whereabouts = app.Whereabouts(str(path.absolute()), lambda: head_of(path))
        return app.run(
            lambda: self.context(database),
            whereabouts=whereabouts,
            language=language,
            packet=packet,
        )

    def screenshots(self, folder: Path, screens: tuple[str, ...]) -> tuple[Path, ...]:
        """Draw the screens on a sample register made for the purpose; no display is needed."""
        from consultations_gui.desktop.display import has_display

        if not has_display(sys.platform, os.environ):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from consultations_gui import app

        return app.screenshots(self.context, folder, screens)

    def report_fault(self, error: BaseException) -> Path | None:
        """Keep an impersonal report of a fault of ours."""
        from consultations_gui.desktop import crash, paths

        try:
            return crash.save_report(crash.build_report(error), paths.log_dir(), datetime.now(UTC))
        except OSError:
            return None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the terminal face; with no command it opens the window. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    wish = window_wish(arguments)
    if wish is not None:
        return _window(*wish)
    from consultations_gui.cli.run import run

    return run(arguments, Adapters())


def window_wish(arguments: Sequence[str]) -> tuple[str | None, Language | None, str] | None:
    """The register, the language and the packet of a plain wish for the window.

    ``None`` for whatever the terminal has to read, word or explain: then the
    window need not wait for all of its commands to be imported.
    """
    from consultations_gui.desktop.display import has_display
    from consultations_gui.i18n.language import Language

    database: str | None = None
    language: Language | None = None
    packet = ""
    words = iter(arguments)
    for word in words:
        if word == "--database":
            database = next(words, None)
            if not database:
                return None
        elif word == "--lang" and (code := next(words, "")) in list(Language):
            language = Language(code)
        elif word.lower().endswith(".consult") and not packet:
            packet = word
        elif word != "gui":
            return None
    return (database, language, packet) if has_display(sys.platform, os.environ) else None


def _window(database: str | None, language: Language | None, packet: str) -> int:
    adapters = Adapters()
    try:
        return adapters.window(database, language, packet)
    except Exception as error:  # noqa: BLE001  # the last door: a person gets words, never a traceback
        from consultations_gui.cli.run import tell_fault
        from consultations_gui.i18n.language import environment_locales, system_language
        from consultations_gui.i18n.words import words_for

        spoken = language or system_language(environment_locales(os.environ))
        return tell_fault(error, words_for(spoken), adapters)
    finally:
        adapters.close()


def gui() -> int:
    """Open the window, for the start menu."""
    return main(["gui", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
