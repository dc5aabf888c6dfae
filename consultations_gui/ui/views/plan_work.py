"""What stands behind the plan view: the question, its answers, the pins, and adopting."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from consultations_gui.application import planning
from consultations_gui.application.planning import Foresight, PlanQuery
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import DomainError, NoPlanError, UnknownPinError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan
from consultations_gui.domain.planner_top import Opening, best_openings
from consultations_gui.ui.asking import Asking
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.offers import undo_offer

PLACES = 8
"""How many other places of a round are offered."""


@dataclass(frozen=True)
class Answer:
    """The best plans for a question, and which country-years in it are provisional."""

    query: PlanQuery
    plans: tuple[Plan, ...]
    provisional: tuple[tuple[int, Side], ...]


@dataclass(frozen=True)
class Places:
    """The places round ``number`` may take, the best first; ``here`` is what it costs now."""

    number: int
    found: tuple[Opening, ...]
    here: int


class PlanWork(QObject):
    """Asks the planner in the background. ``planned``, ``placed``, ``foreseen`` follow answers."""

    planned = Signal()
    placed = Signal()
    foreseen = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.answer: Answer | None = None
        self.error: DomainError | None = None
        self.notice: int | None = None
        """Where a shorter notice alone would mend it: the longest that would."""
        self.places: Places | None = None
        self.foresight: Foresight | None = None
        self._pins: dict[int, date] = {}
        self._last: tuple[PlanQuery, int] | None = None
        self._plans: Asking[Answer] = Asking(desk, self._title, self._take, self._refuse)
        self._notice: Asking[int | None] = Asking(desk, self._title, self._take_notice, desk.fail)
        self._places: Asking[Places] = Asking(desk, self._title, self._take_places, desk.fail)
        self._seen: Asking[Foresight] = Asking(desk, self._title, self._take_seen, desk.fail)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans found last, the best first."""
        return self.answer.plans if self.answer else ()

    @property
    def settled(self) -> bool:
        """What is shown answers the last question, so that it may be acted upon."""
        return self._plans.settled and self._seen.settled and self.foresight is not None

    @property
    def pins(self) -> tuple[tuple[int, date], ...]:
        """The starts that are fixed, by round."""
        return tuple(sorted(self._pins.items()))

    def pin(self, number: int, start: date | None) -> None:
        """Fix the start of a round, or let it go."""
        self._pins.pop(number, None)
        if start is not None:
            self._pins[number] = start

    # --- asking -----------------------------------------------------------------------------

    def ask(self, query: PlanQuery, count: int) -> None:
        """Look for the ``count`` best plans."""
        self._last = query, count
        self.foresight = None

        def work(ctx: Context, _task: TaskContext) -> Answer:
            plans = planning.propose_top(ctx, query, count)
            last = query.first_year + query.years - 1
            return Answer(query, plans, planning.provisional(ctx, query.first_year, last))

        self._plans.ask(work)

    def ask_places(self, plan: Plan, number: int) -> None:
        """Look where else a round of ``plan`` could go while the others stay."""
        if self.answer is None:
            return
        pins = tuple(pin for pin in self.answer.query.pins if pin[0] != number)
        query = replace(self.answer.query, pins=pins)
        here = next(one.start for one in plan.rounds if one.number == number)

        def work(ctx: Context, _task: TaskContext) -> Places:
            found = planning.windows(ctx, query, number, plan)
            now = next((one.total for one in found if one.start == here), 0)
            elsewhere = [one for one in found if one.start != here]
            return Places(number, best_openings(elsewhere, PLACES), now)

        self._places.ask(work)

    def ask_foresight(self, plan: Plan, only: Collection[int]) -> None:
        """Look what adopting these rounds of ``plan`` would do."""
        self.foresight = None
        numbers = tuple(only)
        self._seen.ask(lambda ctx, _task: planning.foresee(ctx, plan, numbers))

    def adopt(self, plan: Plan, only: Collection[int]) -> tuple[Consultation, ...] | None:
        """Take rounds of ``plan`` over, as one step; ``None`` if a rule forbids it."""
        done = self._desk.run(planning.commit, plan, tuple(only))
        if done.value is None:
            return None
        count = len(done.value)
        if not count:
            self._desk.tell(lambda words: words.tr("Nothing: all of it stands already."))
            return done.value
        self._desk.tell(
            lambda words: words.trn("{n} round stored", "{n} rounds stored", count),
            undo_offer(self._desk),
        )
        return done.value

    # --- answers ----------------------------------------------------------------------------

    def _title(self) -> str:
        return self._desk.words.tr("Planning rounds")

    def _take(self, answer: Answer) -> None:
        self.answer, self.error, self.notice = answer, None, None
        self.planned.emit()

    def _refuse(self, error: DomainError) -> None:
        if isinstance(error, UnknownPinError) and error.number in self._pins and self._last:
            # Other years, or a round held meanwhile: there is nothing left to fix.
            self.pin(error.number, None)
            self._desk.tell(
                lambda words: words.tr("R{number} is no longer pinned", number=error.number)
            )
            query, count = self._last
            self.ask(replace(query, pins=self.pins), count)
            return
        self.answer, self.error, self.notice, self.places = None, error, None, None
        self.foresight = None
        self.planned.emit()
        if isinstance(error, NoPlanError) and "notice" in error.remedies and self._last:
            query = self._last[0]
            self._notice.ask(lambda ctx, _task: planning.longest_notice(ctx, query))

    def _take_notice(self, notice: int | None) -> None:
        if self.error is not None:
            self.notice = notice
            self.planned.emit()

    def _take_places(self, places: Places) -> None:
        self.places = places
        self.placed.emit()

    def _take_seen(self, foresight: Foresight) -> None:
        self.foresight = foresight
        self.foreseen.emit()
