"""Plans, the rounds of one, and the other places of a round, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.planner import Plan, PlannedRound
from consultations_gui.domain.planner_top import Opening
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.phrases import listed

_Index = QModelIndex | QPersistentModelIndex


class Of(IntEnum):
    """The columns of both tables that hold a cost: its parts, then all of it."""

    GAP = 2
    SEASON = 3
    TRAVEL = 4
    SHORT = 5
    PROVISIONAL = 6
    TOTAL = 7


ROUND, DATES, NOTE = 0, 1, 8
"""The columns of a plan's rounds beside the costs."""
PLAN, TIMELINE = 0, 1
"""The columns of the plans beside the costs."""

_COSTS: tuple[tuple[str, str], ...] = (
    (N_("Gap"), "gap"),
    (N_("Season"), "season"),
    (N_("Travel"), "travel"),
    (N_("Short"), "short"),
    (N_("Provis."), "provisional"),
    (N_("Points"), "total"),
)


@dataclass(frozen=True)
class PlanRow:
    """One plan; ``differs`` are the IDs of rounds that stand elsewhere than in the plan chosen."""

    number: int
    plan: Plan
    differs: tuple[str, ...] = ()
    pins: tuple[int, ...] = ()


@dataclass(frozen=True)
class RoundRow:
    """One round of the plan chosen; ``best`` is where the best plan has it, if elsewhere."""

    planned: PlannedRound
    cities: CityBook
    pinned: bool = False
    best: PlannedRound | None = None


@dataclass(frozen=True)
class PlaceRow:
    """A place one round may take, with what it costs more than where the round stands."""

    opening: Opening
    here: int


def differing(plan: Plan, other: Plan) -> tuple[str, ...]:
    """The IDs of the rounds of ``plan`` that start on another day in ``other``."""
    starts = {one.number: one.start for one in other.rounds}
    return tuple(one.id for one in plan.rounds if starts.get(one.number) != one.start)


def when(start: date, end: date, words: Words) -> str:
    """The days of a meeting."""
    return date_range(start, end, words.language)


def city_text(one: PlannedRound, cities: CityBook, words: Words) -> str:
    """The city, or that it is open."""
    city = cities.find(one.city) if one.city else None
    name = city_name(city, words.language) if city else one.city
    return name or words.tr("open")


def timeline_text(row: PlanRow, words: Words) -> str:
    """A plan as it is read aloud: its rounds in order, and what is not as in the plan chosen."""
    rounds = [
        words.tr(
            "{id} {country} {dates}",
            id=one.id,
            country=country_name(one.host, words) if one.host else words.tr("no host"),
            dates=when(one.start, one.end, words),
        )
        for one in row.plan.rounds
    ]
    text = join_list(rounds, words.language)
    if row.differs:
        ids = join_list(list(row.differs), words.language)
        text = listed((text, words.tr("differs from the chosen plan in: {ids}", ids=ids)), words)
    return text


def _part(name: str) -> Callable[[PlanRow], int]:
    return lambda row: sum(getattr(one.cost, name) for one in row.plan.rounds)


def _plan_column(title: str, name: str) -> Column[PlanRow]:
    points = _part(name)
    return Column(title, lambda row, _words: str(points(row)))


def _round_column(title: str, name: str) -> Column[RoundRow]:
    return Column(title, lambda row, _words: str(getattr(row.planned.cost, name)))


def _host_and_city(row: RoundRow, words: Words) -> str:
    one = row.planned
    return listed((one.id, city_text(one, row.cities, words)), words)


def _dates(row: RoundRow, words: Words) -> str:
    one, best = row.planned, row.best
    text = when(one.start, one.end, words)
    if best is None:
        return text
    there = words.tr("plan 1: {dates}", dates=when(best.start, best.end, words))
    return f"{text}\n{there}"


def note(row: RoundRow, words: Words) -> str:
    """Why a round stands where it stands, in a word."""
    if row.planned.fact:
        return words.tr("stands already")
    parts = [words.tr("pinned")] if row.pinned else []
    if row.planned.provisional:
        countries = listed((country_name(s, words) for s in row.planned.provisional), words)
        parts.append(words.tr("provisional: {countries}", countries=countries))
    return listed(parts, words)


def _points(row: PlaceRow, _words: Words) -> str:
    """All that depends on where the round stands, the gap after it included, and how much more."""
    return f"{row.opening.total} ({row.opening.total - row.here:+d})"


PLAN_COLUMNS: tuple[Column[PlanRow], ...] = (
    Column(N_("Plan"), lambda row, words: words.tr("Plan {number}", number=row.number)),
    Column(N_("Rounds over the years"), timeline_text),
    *(_plan_column(title, name) for title, name in _COSTS),
)
ROUND_COLUMNS: tuple[Column[RoundRow], ...] = (
    Column(N_("Round"), _host_and_city),
    Column(N_("Dates"), _dates),
    *(_round_column(title, name) for title, name in _COSTS),
    Column(N_("Note"), note),
)
PLACE_COLUMNS: tuple[Column[PlaceRow], ...] = (
    Column(N_("Dates"), lambda row, words: when(row.opening.start, row.opening.end, words)),
    Column(N_("Points"), _points),
)


R = TypeVar("R")


class CostsModel(RowsModel[R]):
    """A table with costs: they stand at the right of their columns, one below the other."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in tuple(Of):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in tuple(Of):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)


class PlansModel(CostsModel[PlanRow]):
    """The plans side by side; the timeline is painted, its words are read aloud only."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if section == TIMELINE and role == Qt.ItemDataRole.DisplayRole:
            return ""  # the years stand there
        said = section == TIMELINE and role == Qt.ItemDataRole.AccessibleTextRole
        asked = Qt.ItemDataRole.DisplayRole if said else role
        return super().headerData(section, orientation, asked)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.column() == TIMELINE:
            return ""
        return super().data(index, role)


class RoundsModel(CostsModel[RoundRow]):
    """The rounds of one plan, each ticked if it is to be adopted. ``ticked`` follows a change."""

    ticked = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(ROUND_COLUMNS, words, parent)
        self._left_out: frozenset[int] = frozenset()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the rounds to adopt."""
        free = (row.planned for row in self.rows if not row.planned.fact)
        return tuple(one.number for one in free if one.number not in self._left_out)

    def toggle(self, row: int) -> None:
        """Adopt the round in this row or leave it out."""
        one = self.row(row)
        if one is None or one.planned.fact:
            return
        self._left_out ^= {one.planned.number}
        index = self.index(row, ROUND)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def tick_all(self) -> None:
        """Adopt every round again, as for another plan."""
        self._left_out = frozenset()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        free = row is not None and not row.planned.fact and index.column() == ROUND
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsUserCheckable if free else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if role == Qt.ItemDataRole.CheckStateRole and row and index.column() == ROUND:
            if row.planned.fact:
                return None
            left_out = row.planned.number in self._left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: _Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & (
            Qt.ItemFlag.ItemIsUserCheckable
        ):
            return False
        self.toggle(index.row())
        return True


def plan_rows(plans: Sequence[Plan], chosen: int, pins: Iterable[int]) -> tuple[PlanRow, ...]:
    """The plans as rows, each compared with the one in row ``chosen``."""
    kept = tuple(sorted(pins))
    base = plans[min(chosen, len(plans) - 1)] if plans else Plan(())
    return tuple(
        PlanRow(number, plan, differing(plan, base), kept) for number, plan in enumerate(plans, 1)
    )


def round_rows(
    plan: Plan, best: Plan, pins: Iterable[int], cities: CityBook
) -> tuple[RoundRow, ...]:
    """The rounds of a plan as rows, each with its place in the best plan where that is another."""
    kept = set(pins)
    there = {one.number: one for one in best.rounds}
    elsewhere = set(differing(plan, best))
    return tuple(
        RoundRow(
            one, cities, one.number in kept, there.get(one.number) if one.id in elsewhere else None
        )
        for one in plan.rounds
    )
