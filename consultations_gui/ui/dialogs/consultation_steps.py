"""The steps in a consultation's life that want to be told more: other dates, a reason, a turn."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from consultations_gui.application import consultations
from consultations_gui.domain.consultation import Consultation, TurnRecord, TurnUse
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.consultation_texts import name_text, when_text
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.widgets.datesfield import DatesField
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label


class StepDialog(FormDialog):
    """Says which consultation it is about; fields below."""

    def __init__(
        self, desk: Desk, one: Consultation, title: str, accept: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, accept, parent)
        self.one = one
        self._about = label(role=Role.STRONG, wrap=True)
        self.form.addWidget(self._about)
        self.present()

    def add(self, field: QWidget, msgid: str, hint: str = "") -> Labelled:
        """Add a field under its label."""
        labelled = Labelled(field)
        self.texts.bind(labelled.set_caption, msgid)
        if hint:
            self.texts.bind(labelled.set_hint, hint)
        self.form.addWidget(labelled)
        return labelled

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Say what it is about, in the language in use."""
        words = self.desk.words
        self._about.setText(listed((name_text(self.one, words), when_text(self.one, words)), words))


class PostponeDialog(StepDialog):
    """New dates, or until further notice."""

    def __init__(self, desk: Desk, one: Consultation, parent: QWidget | None = None) -> None:
        super().__init__(desk, one, N_("Postpone"), N_("Postpone"), parent)
        self.dates = DatesField(desk, self.texts)
        self.form.addWidget(self.dates)
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText,
            N_("Without dates it is postponed until further notice. Number, host and turn stay."),
        )
        self.form.addWidget(note)
        self.reason = QLineEdit()
        self.add(self.reason, N_("Reason (may stay empty)"))

    def finish(self) -> None:
        dates, reason = self.dates.value(), self.reason.text().strip()
        self.do(consultations.postpone, self.one.id, dates, reason)


class CancelDialog(StepDialog):
    """The reason, and what follows from a cancellation."""

    def __init__(self, desk: Desk, one: Consultation, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, one, N_("Cancel the consultation"), N_("Cancel the consultation"), parent
        )
        self.texts.bind(self.cancel_button.setText, N_("Leave it as it is"))
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText,
            N_("Its number is not used again, and its turn goes to the next round."),
        )
        self.form.addWidget(note)
        self.reason = QLineEdit()
        self.add(self.reason, N_("Reason (may stay empty)"))

    def finish(self) -> None:
        self.do(consultations.cancel, self.one.id, self.reason.text().strip())


class HeldDialog(StepDialog):
    """The days it was held on, if they were others than planned."""

    def __init__(self, desk: Desk, one: Consultation, parent: QWidget | None = None) -> None:
        super().__init__(desk, one, N_("Record as held"), N_("Record as held"), parent)
        self.dates = DatesField(desk, self.texts)
        self.dates.show_dates(one.dates)
        self.form.addWidget(self.dates)

    def finish(self) -> None:
        self.do(consultations.held, self.one.id, self.dates.value())


class TurnDialog(StepDialog):
    """Whose turn it uses, on what basis, and which sides have consented."""

    def __init__(self, desk: Desk, one: Consultation, parent: QWidget | None = None) -> None:
        self.use = QComboBox()
        for use in TurnUse:
            self.use.addItem("", use.value)
        super().__init__(desk, one, N_("Use of the turn to host"), N_("Record"), parent)
        self.use.setCurrentIndex(list(TurnUse).index(one.turn.use))
        self.add(self.use, N_("The meeting"))
        self.basis = QLineEdit(one.turn.basis)
        self.add(self.basis, N_("Basis: note, minutes or agreement"))
        self.consent_cn, self.consent_ru = QCheckBox(), QCheckBox()
        self.consent_cn.setChecked(one.turn.consent_cn)
        self.consent_ru.setChecked(one.turn.consent_ru)
        self.texts.bind(self.consent_cn.setText, N_("The Chinese side's consent is on record"))
        self.texts.bind(self.consent_ru.setText, N_("The Russian side's consent is on record"))
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText, N_("Until both sides have consented, the turn is counted by the rules.")
        )
        for widget in (self.consent_cn, self.consent_ru, note):
            self.form.addWidget(widget)

    def finish(self) -> None:
        turn = TurnRecord(
            use=TurnUse(self.use.currentData()),
            basis=self.basis.text().strip(),
            consent_cn=self.consent_cn.isChecked(),
            consent_ru=self.consent_ru.isChecked(),
        )
        self.do(consultations.record_turn, self.one.id, turn)

    def present(self) -> None:
        super().present()
        for at, use in enumerate(TurnUse):
            self.use.setItemText(at, named(use, self.desk.words))
