"""The only place that knows everybody: chooses the adapters, wires them and starts a face."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consultations_gui.application.ports import Context, PaperPress, TableReader, Workdays
    from consultations_gui.application.ports import Inviter as InviterPort
    from consultations_gui.i18n.language import Language


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


class Adapters:
    """The adapters behind the ports; each is imported when it is first needed.

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

    def context(self, database: str | None, *, create: bool = True) -> Context:
        """Open the register and put everything in reach of the use cases.

        Unless ``create``, a register that is not there is a ``CannotReadError``.
        """
        import db
        from consultations_gui.application.ports import Context
        from consultations_gui.desktop import paths
        from consultations_gui.packets.archive import ZipArchive
        from consultations_gui.packets.keys import OfficeKeys

        target = (
            database or os.environ.get("CONSULTATIONS_DATABASE") or paths.default_register_path()
        )
        register = self._open.enter_context(db.open_register(target, create=create))
        return Context(
            work=register.unit_of_work,
            clock=SystemClock(),
            actor=_actor(),
            workdays=self.workdays,
            press=self.press,
            inviter=self.inviter,
            tables=self.tables,
            keys=OfficeKeys(register.path),
            archive=ZipArchive(),
        )

    def close(self) -> None:
        """Let go of every register opened; SQLite then folds its log into the file."""
        self._open.close()

    def window(self, database: str | None, language: Language | None) -> int:
        """Open the window on the register."""
        from consultations_gui import app

        return app.run(lambda: self.context(database), language=language)

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
    from consultations_gui.cli.run import run

    return run(list(sys.argv[1:] if argv is None else argv), Adapters())


def gui() -> int:
    """Open the window, for the start menu."""
    return main(["gui", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
