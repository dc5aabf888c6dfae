"""A question asked again and again in the background, as while a slider is dragged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext, TaskState
from consultations_gui.domain.errors import DomainError
from consultations_gui.ui.desk import Desk

T = TypeVar("T")
Work = Callable[[Context, TaskContext], T]


class Asking(Generic[T]):
    """One task under way at a time; of what is asked meanwhile only the newest is done next.

    So nothing piles up, and answers come in the order of their questions.
    ``on_done(value)`` gets each of them, that a drag is followed live: while
    :attr:`settled` is false it answers an older question than the last and
    may be looked at, not acted upon. A refusal of an older question is dropped.
    """

    def __init__(
        self,
        desk: Desk,
        title: Callable[[], str],
        on_done: Callable[[T], None],
        on_error: Callable[[DomainError], None],
    ) -> None:
        self._desk, self._title = desk, title
        self._on_done, self._on_error = on_done, on_error
        self._waiting: Work[T] | None = None
        self._running = False

    @property
    def settled(self) -> bool:
        """The newest question has been answered."""
        return not self._running

    def ask(self, work: Work[T]) -> None:
        """Ask now, or as soon as the question under way is answered."""
        if self._running:
            self._waiting = work
            return
        self._running = True
        task = self._desk.start(self._title(), work, self._done, on_error=self._failed)
        task.ended.connect(self._ended)

    def _done(self, value: T) -> None:
        self._next()
        self._on_done(value)

    def _failed(self, error: DomainError) -> None:
        self._next()
        if self.settled:
            self._on_error(error)

    def _ended(self, state: TaskState) -> None:
        if state is TaskState.CANCELLED:  # neither of the others is called then
            self._next()

    def _next(self) -> None:
        """Begin what waits, if anything does."""
        self._running = False
        work, self._waiting = self._waiting, None
        if work is not None:
            self.ask(work)
