"""Below a plan's rounds: why one stands there, where else it could, and what adopting does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from consultations_gui.application.planning import Foresight
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.reasons import Reason
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.daywords import cost_rows
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.plan_rows import PLACE_COLUMNS, PlaceRow, RoundRow, when
from consultations_gui.ui.models.rows import RowsModel
from consultations_gui.ui.phrases import clauses, named, sentences
from consultations_gui.ui.views.plan_work import Places
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.tables import RowsTable

BROKEN = 40
"""Height of a place whose dates are broken: two lines of Chinese just fit."""


def _scrolling(inside: QWidget) -> QScrollArea:
    """A part of a card that scrolls where its words need more room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.viewport().setProperty("role", "surface")
    inside.setProperty("role", "surface")
    area.setWidget(inside)
    return area


class WhyCard(Card):
    """One round: its reasons in words, its cost, and the pin."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("Why here"))
        self.why = label(wrap=True)
        self.costs = label(role=Role.MUTED, wrap=True)
        self.pin, self.adopt = QPushButton(), QPushButton()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.why)
        column.addWidget(self.costs)
        column.addStretch(1)
        self.body.addWidget(_scrolling(inside), 1)

    def show_round(self, row: RoundRow | None, words: Words, *, settled: bool) -> None:
        """Say it of the round in ``row``; its buttons work once ``settled``."""
        free = row is not None and not row.planned.fact
        pinned = row is not None and row.pinned
        id = row.planned.id if row else ""
        self.pin.setText(words.tr("Unpin {id}", id=id) if pinned else words.tr("Pin {id}", id=id))
        self.adopt.setText(words.tr("Adopt {id} alone", id=id))
        for button in (self.pin, self.adopt):
            button.setVisible(free)
            button.setEnabled(settled)
        if row is None:
            self.why.setText("")
            self.costs.setText("")
            return
        one = row.planned
        self.set_heading(f"{one.id} · {when(one.start, one.end, words)}")
        self.why.setText(sentences((explain(reason, words) for reason in one.reasons), words))
        costs = (named(text, str(points), words) for text, points in cost_rows(one.cost, words))
        self.costs.setText(clauses(costs, words))


class PlacesCard(Card):
    """The best other places of the round. ``wanted(start)`` asks to move it there."""

    wanted = Signal(object)

    def __init__(self, texts: Texts, words: Words) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("Other places for it"))
        self.model: RowsModel[PlaceRow] = RowsModel(PLACE_COLUMNS, words, self)
        self.table = RowsTable(self.model, stretch=0)
        texts.name(self.table, N_("Other places for it"))
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(BROKEN)
        self.table.opened.connect(self._choose)
        self.move_button = QPushButton()
        texts.bind(self.move_button.setText, N_("Move it there and plan anew"))
        self.move_button.clicked.connect(lambda: self._choose(self.table.row))
        self.body.addWidget(self.table, 1)

    def show_places(self, places: Places | None, words: Words) -> None:
        """Show them, the best first; none for a round that stands already."""
        found = places.found if places else ()
        here = places.here if places else 0
        self.model.show_rows([PlaceRow(one, here) for one in found], words)
        self.move_button.setEnabled(bool(found))
        if found and self.table.row < 0:
            self.table.choose(0)

    def _choose(self, row: int) -> None:
        place = self.model.row(row)
        if place is not None:
            self.wanted.emit(place.opening.start)


class ForesightCard(Card):
    """What adopting would do, before it is done."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("What adopting does"))
        self.moves = label(wrap=True)
        self.warnings = label(role=Role.WARNING, wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.moves)
        column.addWidget(self.warnings)
        column.addStretch(1)
        self.body.addWidget(_scrolling(inside), 1)

    def show_foresight(self, seen: Foresight | None, words: Words) -> None:
        """Say which rounds are made, which are moved from where to where, and the warnings."""
        if seen is None:
            self.moves.setText("")
            self.warnings.setText("")
            return
        lines = [
            words.tr(
                "{id} moves: {before} → {after}",
                id=one.id,
                before=_dates(one.before, words),
                after=_dates(one.after, words),
            )
            for one in seen.moved
        ]
        lines += [
            words.tr("{id} is new: {dates}", id=one.id, dates=when(one.start, one.end, words))
            for one in seen.new
        ]
        self.moves.setText("\n".join(lines) or words.tr("Nothing: all of it stands already."))
        self.warnings.setText("\n".join(_warnings(seen, words)))
        self.warnings.setVisible(bool(seen.warnings))


class PlanAside(QWidget):
    """The three cards side by side, and what can be done with the round."""

    def __init__(self, texts: Texts, words: Words) -> None:
        super().__init__()
        self.why, self.places = WhyCard(texts), PlacesCard(texts, words)
        self.foresight = ForesightCard(texts)
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in (self.why, self.places, self.foresight):
            card.body.setContentsMargins(14, 10, 14, 10)
            row.addWidget(card, 1)
        acts = FlowLayout(spacing=6)
        for button in (self.why.pin, self.places.move_button, self.why.adopt):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        column.addLayout(acts)


def _dates(dates: Dates | None, words: Words) -> str:
    return dates_text(dates, words.language) if dates else words.tr("no date yet")


def _warnings(seen: Foresight, words: Words) -> list[str]:
    """Each warning once, with the rounds it is about."""
    told: dict[Reason, list[str]] = {}
    for id, reason in seen.warnings:
        told.setdefault(reason, []).append(id)
    return [
        named(join_list(ids, words.language), explain(reason, words), words)
        for reason, ids in told.items()
    ]
