"""The years as they are read: the one asked for at once, those around it beside the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from consultations_gui.application.ports import Context
from consultations_gui.application.yearbook import Yearbook, yearbook
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.year import YearModel, lay_out


class YearReader(QObject):
    """Reads a year once and hands its days to the model; ``came(year)`` follows."""

    came = Signal(int)

    def __init__(self, desk: Desk, model: YearModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.books: dict[int, Yearbook] = {}
        self._fresh: set[int] = set()
        self._wanted: list[int] = []
        self._state = 0
        self._busy = False

    def forget(self) -> None:
        """The register changed: what was read stays in sight until it has been read again."""
        self._fresh.clear()
        self._state += 1

    def now(self, year: int) -> None:
        """Read a year that a person waits for."""
        if year in self._fresh or year not in self._model.years:
            return
        book = self._desk.read(yearbook, year)
        if book is not None:
            self._take(book)

    def soon(self, years: Iterable[int]) -> None:
        """Read these years beside the window, the first first; what was wanted before is not."""
        self._wanted = [year for year in years if year in self._model.years]
        self._next()

    def _next(self) -> None:
        self._wanted = [year for year in self._wanted if year not in self._fresh]
        if self._busy or not self._wanted:
            return
        year, state = self._wanted[0], self._state
        self._busy = True

        def work(ctx: Context, _task: TaskContext) -> Yearbook:
            return yearbook(ctx, year)

        def done(book: Yearbook) -> None:
            if isValid(self) and state == self._state:
                self._take(book)

        title = self._desk.words.tr("Reading the calendar")
        task = self._desk.start(title, work, done)
        task.ended.connect(lambda _ended: self._go_on(year, state))

    def _go_on(self, year: int, state: int) -> None:
        if not isValid(self):
            return  # the window is gone
        self._busy = False
        if state == self._state and year not in self._fresh:
            self._wanted = []  # it was stopped, or could not be read: that has been told
        self._next()

    def _take(self, book: Yearbook) -> None:
        self._fresh.add(book.year)
        self.books[book.year] = book
        self._model.show_year(book.year, lay_out(book.days, book.meetings))
        self.came.emit(book.year)
