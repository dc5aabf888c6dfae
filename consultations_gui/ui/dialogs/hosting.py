"""Hosts changed by agreement of both sides: a venue out of turn, two rounds that exchange hosts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from consultations_gui.application import hosting
from consultations_gui.application import ledger as ledgers
from consultations_gui.domain.consultation import Consultation, TurnRecord, TurnUse
from consultations_gui.domain.consultation_rules import TRANSITIONS, Action
from consultations_gui.domain.rotation_walk import place
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.consultation_steps import StepDialog
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.models.consultation_texts import name_text, when_text
from consultations_gui.ui.phrases import listed, sentences
from consultations_gui.ui.widgets.labels import Role, label


class AgreedDialog(StepDialog):
    """Ends with the basis and both sides' consents, without which nothing is recorded."""

    def add_record(self, given: TurnRecord) -> None:
        """Add the fields, filled with what is on record already."""
        self.basis = QLineEdit(given.basis)
        self.add(self.basis, N_("Basis: note, minutes or agreement"))
        self.consent_cn, self.consent_ru = QCheckBox(), QCheckBox()
        self.consent_cn.setChecked(given.consent_cn)
        self.consent_ru.setChecked(given.consent_ru)
        self.texts.bind(self.consent_cn.setText, N_("The Chinese side's consent is on record"))
        self.texts.bind(self.consent_ru.setText, N_("The Russian side's consent is on record"))
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText,
            N_("Recorded once both sides have consented. Until then, make a proposal."),
        )
        for widget in (self.consent_cn, self.consent_ru, note):
            self.form.addWidget(widget)

    def record(self, use: TurnUse = TurnUse.AUTO) -> TurnRecord:
        """What is on record as typed and ticked."""
        consents = self.consent_cn.isChecked(), self.consent_ru.isChecked()
        return TurnRecord(use, self.basis.text().strip(), *consents)


class OutOfTurnDialog(AgreedDialog):
    """Another venue than the order says, and whose turn that uses."""

    def __init__(self, desk: Desk, one: Consultation, parent: QWidget | None = None) -> None:
        self.use = QComboBox()
        for use in TurnUse:
            self.use.addItem("", use.value)
        super().__init__(desk, one, N_("A venue out of turn"), N_("Record"), parent)
        self.venue = VenueEditor(desk, self.texts)
        self.venue.show_venue(one.venue)
        self.form.addWidget(self.venue)
        self.use.setCurrentIndex(list(TurnUse).index(one.turn.use))
        hint = N_("By the rules it counts for the side that hosts; online and elsewhere, choose.")
        self.add(self.use, N_("The meeting"), hint)
        self.add_record(one.turn)

    def finish(self) -> None:
        record = self.record(TurnUse(self.use.currentData()))
        self.do(hosting.host_out_of_turn, self.one.id, self.venue.value(), record)

    def present(self) -> None:
        super().present()
        for at, use in enumerate(TurnUse):
            self.use.setItemText(at, named(use, self.desk.words))


class SwapDialog(AgreedDialog):
    """The round to exchange hosts with, and how the order goes on; says what follows."""

    def __init__(
        self,
        desk: Desk,
        one: Consultation,
        others: Sequence[Consultation],
        parent: QWidget | None = None,
    ) -> None:
        self._others = tuple(others)
        self.other, self.order = QComboBox(), QComboBox()
        for other in self._others:
            self.other.addItem("", other.id)
        for keep in (False, True):
            self.order.addItem("", keep)
        self.outcome = label(role=Role.MUTED, wrap=True)
        super().__init__(desk, one, N_("Exchange hosts"), N_("Record"), parent)
        self.add(self.other, N_("With"))
        self.add(self.order, N_("The order afterwards"))
        self.form.addWidget(self.outcome)
        self.add_record(one.turn)
        self.accept_button.setEnabled(bool(self._others))
        for box in (self.other, self.order):
            box.currentIndexChanged.connect(lambda _at: self._say_outcome())
        self._say_outcome()

    def finish(self) -> None:
        other, keep = str(self.other.currentData()), bool(self.order.currentData())
        self.do(hosting.swap_hosts, self.one.id, other, self.record(), keep_order=keep)

    def present(self) -> None:
        super().present()
        words = self.desk.words
        for at, other in enumerate(self._others):
            side = place(other)
            country = country_name(side, words) if side else ""
            parts = (name_text(other, words), country, when_text(other, words))
            self.other.setItemText(at, listed(parts, words))
        self.order.setItemText(0, words.tr("each counts for the side that hosts it now"))
        self.order.setItemText(1, words.tr("each keeps the turn it had; what follows stays"))
        self._say_outcome()

    def _say_outcome(self) -> None:
        """Whose turn would be next, as if both sides had consented already."""
        if not self._others:
            self.outcome.setText(
                self.desk.words.tr("No round still to come is hosted by the other side.")
            )
            return
        words, keep = self.desk.words, bool(self.order.currentData())
        agreed = TurnRecord(basis="–", consent_cn=True, consent_ru=True)
        other = str(self.other.currentData())
        seen = self.desk.read(hosting.after_swap, self.one.id, other, agreed, keep_order=keep)
        if seen is None:
            return
        coming = seen.next
        answer = words.tr(
            "Then next: {round}, {country}.",
            round=round_title(coming.number, words.language),
            country=country_name(coming.side, words),
        )
        now = self.desk.read(ledgers.ledger)
        known = now.warnings if now else ()
        told = (explain(one, words) for one in seen.warnings if one not in known)
        self.outcome.setText(sentences((answer, *told), words))


def may_change_host(one: Consultation) -> bool:
    """Whether its host can still be changed: it is neither held nor cancelled."""
    return one.status in TRANSITIONS[Action.RELOCATE]


def partners(one: Consultation, among: Sequence[Consultation]) -> tuple[Consultation, ...]:
    """The rounds still to come that the other side hosts, by number."""
    here = place(one)
    fit = (
        other
        for other in among
        if other.number is not None
        and may_change_host(other)
        and place(other) is not None
        and place(other) is not here
    )
    return tuple(sorted(fit, key=lambda other: other.number or 0)) if here else ()
