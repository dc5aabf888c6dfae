"""The cards of the first screen, each one question answered with its reasons."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application.overview import Invited, NextMeeting, Overview
from consultations_gui.application.waiting import WaitingItem
from consultations_gui.domain.agenda_rules import Readiness
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import CityBook, Lang, Side, own_language
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.wording import label as choice
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.glance import SCREEN_OF
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.phrases import listed, sentences
from consultations_gui.ui.waitingwords import waiting_text
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import (
    Card,
    Chip,
    EmptyState,
    Role,
    Tone,
    label,
    rule,
)
from consultations_gui.ui.widgets.marks import SideMark
from consultations_gui.ui.widgets.meter import Meter
from consultations_gui.ui.widgets.rowbutton import RowButton
from consultations_gui.ui.widgets.turns import TurnLine

_TEXTS = {Lang.ZH: N_("Chinese text"), Lang.RU: N_("Russian text")}
_APPROVALS = {Side.CN: N_("Approved by China"), Side.RU: N_("Approved by Russia")}
_PARTS = {"settings": "calendars", "agreement": "facts"}
"""The part of a screen on which a thing that waits is done."""


class NextCard(Card):
    """When and where the next meeting is, how ready its agenda is, who has been invited."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        texts.bind(self.set_heading, N_("Next consultation"))
        self._date = label(role=Role.DATE, wrap=True)
        self._mark = SideMark(desk.theme, Side.CN)
        self._name = label()
        self._status, self._provisional = Chip(), Chip()
        self._why = label(role=Role.MUTED, wrap=True)
        self._meters = _Meters(desk)
        self._invited = label(role=Role.MUTED, wrap=True)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FlowLayout(spacing=8)
        for widget in (self._mark, self._name, self._status, self._provisional):
            row.addWidget(widget)
        column.addWidget(self._date)
        column.addLayout(row)
        column.addWidget(self._why)
        column.addWidget(self._meters)
        column.addWidget(self._invited)
        column.addLayout(self._buttons(texts))
        self.empty = EmptyState()
        self.empty.step.clicked.connect(lambda: desk.go("year", part="plan"))
        self.body.addWidget(self._inside)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def meters(self) -> list[Meter]:
        """The four bars, in the order shown."""
        return self._meters.bars()

    def show_next(self, seen: Overview, cities: CityBook) -> None:
        """Show the next meeting, or that there is none and what to do."""
        words = self._desk.words
        ahead = seen.next_meeting
        self._inside.setVisible(ahead is not None)
        self.empty.setVisible(ahead is None)
        if ahead is None:
            self.empty.say(
                words.tr(
                    "No meeting lies ahead. The planner proposes dates on which both countries "
                    "work, with the host whose turn it is."
                ),
                words.tr("Plan rounds…"),
            )
            return
        self._id = ahead.consultation.id
        self._show_meeting(ahead, cities, words)
        self._meters.show_ready(seen.ready, seen.side or Side.CN, words)
        self._invited.setText(_invited_text(seen.sent, words))

    def _show_meeting(self, ahead: NextMeeting, cities: CityBook, words: Words) -> None:
        one = ahead.consultation
        where = where_text(one.venue, cities, words)
        self._date.setText(listed((when_text(one, words), where), words))
        self._mark.setVisible(one.host is not None)
        if one.host is not None:
            self._mark.show_side(one.host)
            self._mark.setAccessibleName(country_name(one.host, words))
        self._name.setText(name_text(one, words))
        tone = Tone.AGREED if one.status is Status.CONFIRMED else Tone.PLAIN
        self._status.say(choice(one.status, words), tone)
        countries = listed((country_name(side, words) for side in ahead.provisional), words)
        text = words.tr("calendar provisional: {countries}", countries=countries)
        self._provisional.say(text if countries else "", Tone.WARNING)
        self._why.setText(_distance_text(ahead, words))

    def _buttons(self, texts: Texts) -> FlowLayout:
        self.agenda, self.meeting = QPushButton(), QPushButton()
        texts.bind(self.agenda.setText, N_("Open the agenda"))
        texts.bind(self.meeting.setText, N_("Delegations and invitations"))
        self.agenda.clicked.connect(lambda: self._desk.go("agenda", self._id))
        self.meeting.clicked.connect(lambda: self._desk.go("consultation", self._id))
        row = FlowLayout(spacing=8)
        row.addWidget(self.agenda)
        row.addWidget(self.meeting)
        return row


class _Meters(QWidget):
    """Both texts and both approvals, each as a bar with its numbers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        self._cells = []
        for number in range(4):
            words, meter, count = label(), Meter(desk.theme), label(role=Role.MUTED)
            column = 4 * (number % 2)
            grid.addWidget(words, number // 2, column)
            grid.addWidget(meter, number // 2, column + 1)
            grid.addWidget(count, number // 2, column + 2)
            self._cells.append((words, meter, count))
        grid.setColumnMinimumWidth(3, 16)
        grid.setColumnStretch(7, 1)

    def bars(self) -> list[Meter]:
        """The bars in the order shown."""
        return [meter for _name, meter, _count in self._cells]

    def show_ready(self, ready: Readiness | None, own: Side, words: Words) -> None:
        """Show how far the agenda is, this office's own side first."""
        self.setVisible(ready is not None and ready.items > 0)
        if ready is None:
            return
        rows: list[tuple[str, int, int]] = []
        for side in (own, own.other):
            lang = own_language(side)
            texts = ready.zh if lang is Lang.ZH else ready.ru
            rows.append((words.tr(_TEXTS[lang]), texts, ready.texts))
        for side in (own, own.other):
            given = ready.approved_cn if side is Side.CN else ready.approved_ru
            rows.append((words.tr(_APPROVALS[side]), given, ready.items))
        for (name, meter, count), (text, done, total) in zip(self._cells, rows, strict=True):
            name.setText(text)
            meter.show_share(done, total)
            count.setText(f"{done}/{total}")
            shown = words.tr("{number} of {total}", number=done, total=total)
            meter.setAccessibleName(f"{text}: {shown}")


class TurnCard(Card):
    """Whose turn it is to host, and why."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        texts.bind(self.set_heading, N_("Whose turn it is"))
        self._line = TurnLine(desk.theme)
        self._why = label(role=Role.MUTED, wrap=True)
        self.body.addWidget(self._line)
        self.body.addWidget(self._why)
        self.body.addStretch(1)

    def show_turn(self, seen: Overview) -> None:
        """Show the last turns, the next one, the reasons and the balance."""
        words = self._desk.words
        host = seen.next_host
        self._line.show_turns(seen.recent, host, words)
        cn, ru = seen.balance
        parts = [
            words.tr("{country} hosts.", country=country_name(host.side, words)),
            *(explain(reason, words) for reason in host.reasons),
            words.tr("Turns used so far: China {cn}, Russia {ru}.", cn=cn, ru=ru),
        ]
        self._why.setText(sentences(parts, words))


class WaitingCard(Card):
    """What waits for one side."""

    def __init__(self, desk: Desk, *, ours: bool) -> None:
        super().__init__()
        self._desk, self._ours = desk, ours
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.buttons: list[RowButton] = []

    def show_items(self, items: tuple[WaitingItem, ...]) -> None:
        """Show what waits; each row leads to where it is done."""
        clear(self._rows)
        self.buttons = []
        words = self._desk.words
        if not items:
            self._rows.addWidget(label(words.tr("Nothing is waiting."), Role.MUTED))
        for number, one in enumerate(items):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one, words))

    def _row(self, item: WaitingItem, words: Words) -> RowButton:
        text = waiting_text(item, words, ours=self._ours)
        row = RowButton(self._desk.theme)
        country = country_name(item.country or item.side, words)
        side = item.country or item.side
        row.say(side, country, text.title, text.note, text.chip, text.tone)
        screen = SCREEN_OF[item.kind]
        part = _PARTS.get(screen, "")
        row.clicked.connect(lambda: self._desk.go(screen, "" if part else item.id, part))
        self.buttons.append(row)
        return row


def _distance_text(ahead: NextMeeting, words: Words) -> str:
    days, common = ahead.days_until, ahead.common_working_days
    if days < 0:
        return words.tr("The meeting is under way.")
    if days == 0:
        return words.tr("The meeting begins today.")
    text = words.trn("In {n} day", "In {n} days", days)
    if common is None:
        return f"{text}."
    common_text = words.trn(
        "{n} day on which both countries work", "{n} days on which both countries work", common
    )
    return words.tr("{distance}: {common}.", distance=text, common=common_text)


def _invited_text(sent: Invited | None, words: Words) -> str:
    if sent is None:
        return ""
    people = len({record.recipient for record in sent.records if record.recipient})
    if not people and not sent.outstanding:
        return words.tr("Nobody with an e-mail address is in the delegations yet.")
    parts = [words.tr("Nobody has been invited yet")]
    if people:
        parts = [words.trn("Invited: {n} person", "Invited: {n} people", people)]
    if sent.outstanding:
        parts.append(
            words.trn("still to invite: {n}", "still to invite: {n}", len(sent.outstanding))
        )
    if sent.unreachable:
        parts.append(
            words.trn("without an address: {n}", "without an address: {n}", sent.unreachable)
        )
    return listed(parts, words)
