"""Days on which a side is not available, from its calendars or from a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from consultations_gui.application import blackouts
from consultations_gui.application.blackouts import Intake
from consultations_gui.application.ports import Context
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.blackoutwords import blackout_text, intake_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.intake import IntakeDialog
from consultations_gui.ui.dialogs.periods import SideBox
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.phrases import named
from consultations_gui.ui.widgets.fields import Labelled


class ImportBlackoutsDialog(IntakeDialog[Intake]):
    """Shows which days would come and which would go; the file can be read again later."""

    kinds = ("*.ics", "*.csv", "*.xlsx")
    called = N_("Calendars and tables")
    folders = True
    explained = N_(
        "A calendar (.ics) or a folder of them: each day with an appointment that is not marked "
        "free. Or a table (CSV in UTF-8, or XLSX) with the columns start, end, reason_zh and "
        "reason_ru. What the same file said before is replaced."
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = N_("Read days when a side is not available")
        super().__init__(desk, title, N_("Take over"), parent)

    def fill(self) -> None:
        self.side = SideBox(self.desk)
        self.whole = QCheckBox()
        self.texts.bind(
            self.whole.setText, N_("Only whole days: a meeting of an hour does not block its day")
        )
        side = Labelled(self.side)
        self.texts.bind(side.set_caption, N_("Country"))
        self.side.activated.connect(self.read)
        self.whole.clicked.connect(self.read)
        self.form.addWidget(side)
        self.form.addWidget(self.whole)

    def look(self, path: Path) -> Callable[[Context], Intake | None]:
        side, whole = self.side.side, self.whole.isChecked()
        return lambda ctx: blackouts.preview(ctx, side, path, all_day_only=whole)

    def summary(self, intake: Intake, words: Words) -> str:
        return intake_text(intake, words)

    def told(self, intake: Intake, words: Words) -> Iterable[str]:
        for one in intake.refused:
            yield f"! {named(one.path.name, error_text(one.error, words), words)}"
        yield from (f"+ {blackout_text(one, words)}" for one in intake.added)
        yield from (f"− {blackout_text(one, words)}" for one in intake.gone)

    def finish(self) -> None:
        path = self.file.path
        if path is None or self.intake is None:
            return
        whole = self.whole.isChecked()
        intake = self.do(blackouts.take_in, self.side.side, path, all_day_only=whole)
        self.desk.tell(lambda words: intake_text(intake, words), undo_offer(self.desk))
