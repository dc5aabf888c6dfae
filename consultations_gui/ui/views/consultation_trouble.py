"""What speaks against a meeting's dates, and what can be done about it at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import consultations, troubles
from consultations_gui.application.footings import CalendarUpdate
from consultations_gui.application.mendings import Mending
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.consultation_rules import TRANSITIONS, Action
from consultations_gui.domain.planner_top import Opening
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.wording_days import change_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.places import NEW
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Card, Role, label


class TroubleCard(QWidget):
    """Reasons, and a button for each of the nearest other dates.

    A round that only this office has planned is moved by it, in one step;
    for confirmed dates a proposal begins. Nothing moves by itself.
    """

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._one: Consultation | None = None
        self._mending: Mending | None = None
        self._update: CalendarUpdate | None = None
        self.reasons = label(role=Role.WARNING, wrap=True)
        self.nearest = label(role=Role.MUTED, wrap=True)
        self.buttons = FlowLayout(spacing=8)
        self.changes = label(wrap=True)
        self.noted = QPushButton()
        texts.bind(self.noted.setText, N_("Taken note of"))
        self.noted.clicked.connect(self._take_note)
        self.card = Card()
        body = self.card.body
        body.addWidget(self.reasons)
        body.addWidget(self.nearest)
        body.addLayout(self.buttons)
        body.addWidget(self.changes)
        body.addWidget(self.noted, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 4)
        column.addWidget(self.card)
        self.hide()

    def load(self, one: Consultation | None) -> None:
        """Read what speaks against the dates of ``one``."""
        self._one, self._mending, self._update = one, None, None
        if one is not None:
            self._mending = self._desk.read(troubles.mending, one.id)
            self._update = self._desk.read(troubles.update, one.id)

    def present(self) -> None:
        """Show it in the language in use; nothing where the dates do."""
        words, found, update = self._desk.words, self._mending, self._update
        self.setVisible(found is not None or update is not None)
        self.card.set_heading(
            words.tr("The dates no longer do")
            if found
            else words.tr("An update of the program changed the calendar of these days")
        )
        self._show_repairs(found, words)
        for widget in (self.changes, self.noted):
            widget.setVisible(update is not None)
        if update is not None:
            lines = [change_text(c.side, c.before, c.after, words) for c in update.changes]
            told = words.tr(
                "Since the dates were chosen ({before}) the shipped calendar has changed ({now}):",
                before=update.planned_by,
                now=update.source,
            )
            self.changes.setText("\n".join((told, *lines)))

    def _show_repairs(self, found: Mending | None, words: Words) -> None:
        clear(self.buttons)
        for widget in (self.reasons, self.nearest):
            widget.setVisible(found is not None)
        if found is None:
            return
        lines = [explain(reason, words) for reason in found.trouble.reasons]
        self.reasons.setText("\n".join(lines))
        none = words.tr("No other place this year or the next.")
        some = words.tr("Nearest other dates; nothing moves by itself:")
        self.nearest.setText(some if found.repairs else none)
        for at in found.repairs:
            self.buttons.addWidget(self._button(at, words))

    def _button(self, at: Opening, words: Words) -> QPushButton:
        dates = date_range(at.start, at.end, words.language)
        button = QPushButton()
        if self._movable:
            button.setText(words.tr("Move to {dates}", dates=dates))
        else:
            button.setText(words.tr("Propose {dates}…", dates=dates))
        points = words.trn("{n} point in the plan", "{n} points in the plan", at.total)
        button.setToolTip(points)
        button.clicked.connect(partial(self._take, Dates(at.start, at.end)))
        return button

    @property
    def _movable(self) -> bool:
        return self._one is not None and self._one.status in TRANSITIONS[Action.MOVE]

    def _take(self, dates: Dates) -> None:
        one = self._one
        if one is None:
            return
        if not self._movable:
            self._desk.go("proposals", one.id, NEW, dates)
            return
        done = self._desk.run(consultations.edit, replace(one, dates=dates))
        moved = done.value
        if moved is not None:
            self._desk.tell(
                lambda words: words.tr(
                    "{round} now stands on {dates}",
                    round=name_text(moved, words),
                    dates=date_range(dates.start, dates.end, words.language),
                ),
                undo_offer(self._desk),
            )

    def _take_note(self) -> None:
        if self._one is None:
            return
        if self._desk.run(troubles.take_note, self._one.id).ok:
            self._desk.tell(
                lambda words: words.tr("The changed days were taken note of"),
                undo_offer(self._desk),
            )
