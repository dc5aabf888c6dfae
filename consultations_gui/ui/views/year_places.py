"""Where the chosen round could go: asked for beside the window, kept by year until a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from consultations_gui.application import placing
from consultations_gui.application.placing import NEXT, Question, Wanting
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.placing import CostScale, YearOfPlaces
from consultations_gui.ui.desk import Desk


@dataclass(frozen=True)
class _Found:
    """What one task found out."""

    question: Question
    places: YearOfPlaces
    wanting: tuple[Wanting, ...] | None


class Places(QObject):
    """The rounds that want a place, the one chosen, and its places by year.

    ``rounds_changed`` follows another list of rounds or another choice,
    ``came(id, year)`` the places of a round in a year.
    """

    rounds_changed = Signal()
    came = Signal(str, int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rounds: tuple[Wanting, ...] = ()
        self.carried = ""
        """The ID of a round that is carried: it may be chosen though it wants no place."""
        self._chosen = NEXT
        self._questions: dict[str, Question] = {}
        self._years: dict[tuple[str, int], YearOfPlaces] = {}
        self._wanted: list[tuple[str, int]] = []
        self._state = 0
        self._listed = -1
        self._busy = False

    @property
    def chosen(self) -> str:
        """The ID of the round chosen; :data:`NEXT` for the one that takes the next number."""
        return self._chosen

    def choose(self, id: str) -> None:
        """Look for places of another round."""
        if id != self._chosen:
            self._chosen = id
            self.rounds_changed.emit()

    def named(self, id: str) -> Wanting | None:
        """The round called ``id``, if it still wants a place."""
        return next((one for one in self.rounds if one.id == id), None)

    def forget(self) -> None:
        """The register changed: nothing found so far holds any more."""
        self._questions.clear()
        self._years.clear()
        self._state += 1

    def get(self, year: int, id: str | None = None) -> YearOfPlaces | None:
        """The places of a round (the chosen one) in a year, if they are known by now."""
        return self._years.get((self._chosen if id is None else id, year))

    def scale(self, id: str | None = None) -> CostScale | None:
        """How the points of a round's places are parted into steps."""
        asked = self._questions.get(self._chosen if id is None else id)
        return asked.scale if asked else None

    def soon(self, years: Iterable[int], id: str | None = None) -> None:
        """Find the places of a round in these years, the first first."""
        wanted = self._chosen if id is None else id
        self._wanted = [(wanted, year) for year in years]
        self._next()

    def also(self, id: str, year: int) -> None:
        """Find the places of one more round first of all; the others are still wanted."""
        if (id, year) not in self._wanted[:1]:
            self._wanted.insert(0, (id, year))
            self._next()

    def _next(self) -> None:
        self._wanted = [one for one in self._wanted if one not in self._years]
        if self._busy or not self._wanted:
            return
        (id, year), state = self._wanted[0], self._state
        known, listed = self._questions.get(id), self._listed == self._state
        self._busy = True

        def work(ctx: Context, _task: TaskContext) -> _Found:
            asked = known or placing.question(ctx, id)
            found = placing.places(ctx, asked, year)
            found.weigh()
            return _Found(asked, found, None if listed else placing.wanting(ctx))

        def done(found: _Found) -> None:
            if isValid(self) and state == self._state:
                self._take(found)

        def failed(_error: DomainError) -> None:
            self._wanted = []
            if isValid(self) and id != NEXT and state == self._state:
                self.choose(NEXT)  # it is gone, or nobody's to place any more

        title = self._desk.words.tr("Looking for dates")
        task = self._desk.start(title, work, done, on_error=failed)
        task.ended.connect(lambda _ended: self._go_on((id, year), state))

    def _go_on(self, wanted: tuple[str, int], state: int) -> None:
        if not isValid(self):
            return  # the window is gone
        self._busy = False
        if state == self._state and wanted not in self._years:
            self._wanted = [one for one in self._wanted if one != wanted]  # it was stopped
        self._next()

    def _take(self, found: _Found) -> None:
        id = found.question.id
        self._questions[id] = found.question
        self._years[(id, found.places.year)] = found.places
        if found.wanting is not None:
            self._listed = self._state
            self.rounds = found.wanting
            if self.named(self._chosen) is None and self._chosen != self.carried:
                self._chosen = NEXT
            self.rounds_changed.emit()
        self.came.emit(id, found.places.year)
