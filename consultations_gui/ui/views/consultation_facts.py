"""When, where and on what terms one consultation is held: fields that store themselves."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from consultations_gui.application import agendas
from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.consultation_rules import TRANSITIONS, Action
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.agenda_cells import opening_clocks
from consultations_gui.ui.models.agenda_rows import DayEntry, entries
from consultations_gui.ui.phrases import clauses
from consultations_gui.ui.views.consultation_work import ConsultationWork
from consultations_gui.ui.widgets.datesfield import DatesField
from consultations_gui.ui.widgets.fields import PAUSE_MS, Labelled, TextArea, TextField
from consultations_gui.ui.widgets.labels import Card, Role, label


class FactsPage(QWidget):
    """The meeting's own fields, each stored by itself, errors beside them."""

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._desk = desk
        self.work = ConsultationWork(desk, self)
        self._group = uuid4().hex
        self.dates = DatesField(desk, texts)
        self.venue = VenueEditor(desk, texts)
        self.host = QComboBox()
        self.basis, self.costs = TextField(), TextArea(3)
        self.turn = QPushButton()
        self._said: dict[str, QLabel] = {
            name: label(role=Role.MUTED, wrap=True)
            for name in ("dates", "former", "opens", "reason", "turn")
        }
        self._wrong = {name: label(role=Role.ERROR, wrap=True) for name in ("dates", "venue")}
        self._labelled = {
            "basis": Labelled(self.basis),
            "cost_note": Labelled(self.costs),
            "host": Labelled(self.host),
        }
        self._venue_timer = QTimer(self)
        self._venue_timer.setSingleShot(True)
        self._venue_timer.setInterval(PAUSE_MS)
        self._build(texts)
        self._connect()

    def _build(self, texts: Texts) -> None:
        when, where, why, cost = (Card() for _ in range(4))
        for card, msgid in (
            (when, N_("When")),
            (where, N_("Where")),
            (why, N_("Basis and turn")),
            (cost, N_("Costs (Art. 7)")),
        ):
            texts.bind(card.set_heading, msgid)
        for widget in (
            self.dates,
            self._wrong["dates"],
            *(self._said[n] for n in ("dates", "former", "reason", "opens")),
        ):
            when.body.addWidget(widget)
        for widget in (self.venue, self._wrong["venue"], self._labelled["host"]):
            where.body.addWidget(widget)
        for widget in (self._labelled["basis"], self._said["turn"], self.turn):
            why.body.addWidget(widget)
        cost.body.addWidget(self._labelled["cost_note"])
        for card in (when, where, why, cost):
            card.body.addStretch(1)
        texts.bind(
            self._labelled["basis"].set_caption, N_("Note, minutes or agreement it rests on")
        )
        texts.bind(self._labelled["host"].set_caption, N_("Host"))
        texts.bind(self._labelled["cost_note"].set_caption, N_("What was agreed on costs"))
        texts.bind(
            self._labelled["cost_note"].set_hint,
            N_("Each side pays for its own people; other costs as the sides agree."),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setSpacing(14)
        for at, card in enumerate((when, where, why, cost)):
            grid.addWidget(card, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)

    def _connect(self) -> None:
        self.dates.settled.connect(self._store_dates)
        self.venue.changed.connect(self._venue_timer.start)
        self._venue_timer.timeout.connect(self._store_venue)
        self.host.activated.connect(self._store_host)
        self.basis.settled.connect(partial(self._store_text, "basis", self.basis))
        self.costs.settled.connect(partial(self._store_text, "cost_note", self.costs))
        self.work.told.connect(self._show_errors)

    def said(self, name: str) -> QLabel:
        """The line that says ``dates``, ``former``, ``opens``, ``reason`` or ``turn`` in words."""
        return self._said[name]

    def wrong(self, name: str) -> QLabel:
        """The line below ``dates`` or ``venue`` that says what is wrong with it."""
        return self._wrong[name]

    def labelled(self, name: str) -> Labelled:
        """The field ``basis``, ``cost_note`` or ``host`` with its label."""
        return self._labelled[name]

    # --- showing ----------------------------------------------------------------------------

    def show_one(self, one: Consultation, cities: CityBook) -> None:
        """Show ``one`` in the language in use; what is being typed stays."""
        before = self.work.one
        fresh = before is None or before.id != one.id
        moved = before is not None and before.venue != one.venue
        self.work.show(one)
        if fresh:
            self._group = uuid4().hex
            self.basis.autosave.dirty = self.costs.autosave.dirty = False
        words = self._desk.words
        if "dates" not in self.work.errors:
            self.dates.show_dates(one.dates)
        if (
            (fresh or moved)
            and not self._venue_timer.isActive()
            and "venue" not in self.work.errors
        ):
            self.venue.blockSignals(True)
            self.venue.show_venue(one.venue)
            self.venue.blockSignals(False)
        self.venue.present()
        self.basis.show_text(one.basis)
        self.costs.show_text(one.cost_note)
        self._show_host(one)
        movable = one.status in TRANSITIONS[Action.MOVE]
        self.dates.setEnabled(movable)
        told = words.tr("Confirmed dates are not moved silently: postpone it, or propose others.")
        self._say("dates", "" if movable else told)
        former = [dates_text(dates, words.language) for dates in one.former]
        text = words.tr("Dates it had before: {list}", list=join_list(former, words.language))
        self._say("former", text if former else "")
        self._say("reason", words.tr("Reason: {text}", text=one.reason) if one.reason else "")
        self._show_opening(one, cities)
        self._show_turn(one)
        self._show_errors()

    def _say(self, name: str, text: str) -> None:
        self._said[name].setText(text)
        self._said[name].setVisible(bool(text))

    def _show_host(self, one: Consultation) -> None:
        words = self._desk.words
        self.host.blockSignals(True)
        self.host.clear()
        self.host.addItem(words.tr("no host"), "")
        for side in Side:
            self.host.addItem(named(side, words), side.value)
        self.host.setCurrentIndex(self.host.findData(one.host.value if one.host else ""))
        self.host.blockSignals(False)

    def _show_opening(self, one: Consultation, cities: CityBook) -> None:
        words = self._desk.words
        view: AgendaView | None = self._desk.read(agendas.show, one.id)
        days = [entry for entry in entries(view) if isinstance(entry, DayEntry)] if view else []
        lines = [
            words.tr(
                "Day {day} opens {clocks}",
                day=entry.day,
                clocks=opening_clocks(one, entry, cities, words),
            )
            for entry in days
        ]
        self._say("opens", "\n".join(lines) if one.dates else "")

    def _show_turn(self, one: Consultation) -> None:
        words = self._desk.words
        turn = one.turn
        parts = [named(turn.use, words)]
        if turn.basis:
            parts.append(turn.basis)
        consents = [
            named(s, words)
            for s, given in zip(Side, (turn.consent_cn, turn.consent_ru), strict=True)
            if given
        ]
        if consents:
            names = join_list(consents, words.language)
            parts.append(words.tr("consent on record: {sides}", sides=names))
        self._say("turn", clauses(parts, words))

    def _show_errors(self) -> None:
        words = self._desk.words
        texts = {name: error_text(error, words) for name, error in self.work.errors.items()}
        for name, line in self._wrong.items():
            line.setText(texts.get(name, ""))
            line.setVisible(name in texts)
        for name, labelled in self._labelled.items():
            labelled.show_error(texts.get(name, ""))

    # --- storing ----------------------------------------------------------------------------

    def flush(self) -> None:
        """Store what is being typed."""
        self.basis.flush()
        self.costs.flush()
        if self._venue_timer.isActive():
            self._venue_timer.stop()
            self._store_venue()

    def _store_dates(self) -> None:
        if not self.dates.isEnabled():
            return
        try:
            self.work.store("dates", self.dates.value())
        except DomainError as error:
            self.work.refuse("dates", error)

    def _store_venue(self) -> None:
        self.work.store("venue", self.venue.value(), self._group)

    def _store_host(self) -> None:
        chosen = self.host.currentData()
        self.work.store("host", Side(chosen) if chosen else None)

    def _store_text(self, name: str, field: TextField | TextArea, text: str, group: str) -> None:
        if not self.work.store(name, text, group):
            field.autosave.dirty = True  # what was typed stays, and is offered again
