"""Notices on days off from a table, several countries and years in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from consultations_gui.application import calendars
from consultations_gui.application.calendars import DecreeReport
from consultations_gui.application.ports import Context
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.decreewords import effect_lines, notice_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.intake import IntakeDialog
from consultations_gui.ui.offers import undo_offer


class ImportDecreesDialog(IntakeDialog[tuple[DecreeReport, ...]]):
    """Shows what each notice changes and which meetings stand on such days."""

    explained = N_(
        "A table (CSV in UTF-8, or XLSX), one row a day, with the columns side, date, kind (off, "
        "moved_off, make_up, short), year, for, number, issued and source. A notice replaces the "
        "whole of its year."
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = N_("Import notices on days off")
        super().__init__(desk, title, N_("Store the notices"), parent)

    def look(self, path: Path) -> Callable[[Context], tuple[DecreeReport, ...] | None]:
        return lambda ctx: calendars.preview_decrees(ctx, path) or None

    def summary(self, intake: tuple[DecreeReport, ...], words: Words) -> str:
        return words.trn("{n} notice will be stored.", "{n} notices will be stored.", len(intake))

    def told(self, intake: tuple[DecreeReport, ...], words: Words) -> Iterable[str]:
        for report in intake:
            yield notice_text(report, words)
            yield from (f"    {line}" for line in effect_lines(report, words))

    def finish(self) -> None:
        path = self.file.path
        if path is None or self.intake is None:
            return
        count = len(self.do(calendars.import_decrees, path))
        self.desk.tell(
            lambda words: words.trn("{n} notice stored", "{n} notices stored", count),
            undo_offer(self.desk),
        )
