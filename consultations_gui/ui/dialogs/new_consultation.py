"""A consultation to be recorded: a round, one without number, or an extraordinary one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from consultations_gui.application import consultations
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.widgets.datesfield import DatesField
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label


class NewConsultationDialog(FormDialog):
    """Kind, dates, venue, basis; :attr:`made` is the ID once it is stored."""

    def __init__(
        self, desk: Desk, dates: Dates | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("New consultation"), N_("Add"), parent)
        self.made = ""
        self.kind = QComboBox()
        for kind in Kind:
            self.kind.addItem("", kind.value)
        self.dates = DatesField(desk, self.texts)
        self.dates.show_dates(dates)
        self.venue = VenueEditor(desk, self.texts)
        self.basis = QLineEdit()
        kinds, basis = Labelled(self.kind), Labelled(self.basis)
        self.texts.bind(kinds.set_caption, N_("Kind"))
        self.texts.bind(basis.set_caption, N_("Basis: note, minutes or agreement (may stay empty)"))
        where = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            where.setText,
            N_("Without a venue a regular round goes to the capital of the side whose turn it is."),
        )
        for widget in (kinds, self.dates, self.venue, where, basis):
            self.form.addWidget(widget)
        self.present()

    def finish(self) -> None:
        new = NewConsultation(
            kind=Kind(self.kind.currentData()),
            dates=self.dates.value(),
            venue=self.venue.value(),
            basis=self.basis.text().strip(),
        )
        self.made = self.do(consultations.add, new).id

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Name the kinds and places in the language in use."""
        for at, kind in enumerate(Kind):
            self.kind.setItemText(at, named(kind, self.desk.words))
        self.venue.present()
