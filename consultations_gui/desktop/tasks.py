"""Work that takes longer than a moment, done beside the window and never freezing it.

A task is a plain function that is given a :class:`TaskContext` first. It runs
in a thread of the runner's own pool; progress, result and error come back in
the window's thread. Such a function must not touch a widget.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

THREADS = 2
GIVE_WAY = 0.0005
"""Seconds after which a thread at work gives the interpreter to one that waits, the window's.

Python's own five milliseconds, several times in one painting, would be seen.
"""
REPORT_EVERY = 0.05
"""Seconds between two progress reports that reach the window; more would only flood it."""


class TaskCancelledError(Exception):
    """Raised inside a task that was asked to stop, by :meth:`TaskContext.check`."""


class TaskState(StrEnum):
    """Where a task stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class TaskContext:
    """What a running task is given: it tells how far it is and asks whether to go on."""

    def __init__(self, send: Callable[[int, int, str], None]) -> None:
        self._send = send
        self._stop = threading.Event()
        self._next = 0.0

    @property
    def cancelled(self) -> bool:
        """The person asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise :class:`TaskCancelledError` if the person asked to stop."""
        if self._stop.is_set():
            raise TaskCancelledError

    def report(self, done: int, total: int, text: str = "") -> None:
        """Say that ``done`` of ``total`` steps are behind us (``total`` 0: not known).

        Also the usual place to stop: raises :class:`TaskCancelledError` like :meth:`check`.
        """
        self.check()
        now = time.monotonic()
        if now >= self._next or done == total:
            self._next = now + REPORT_EVERY
            self._send(done, total, text)

    def request_stop(self) -> None:
        """Ask the task to stop at its next :meth:`check` or :meth:`report`."""
        self._stop.set()


class Task(QObject):
    """One task under way, seen from the window's thread.

    ``progressed(done, total, text)`` follows its reports, ``ended(state)``
    comes once, after the runner's callbacks. :meth:`TaskRunner.start` checks
    that ``on_done`` fits the work's result; here it may be anything.
    """

    progressed = Signal(int, int, str)
    ended = Signal(object)
    _settled = Signal(object, object)

    def __init__(
        self,
        title: str,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[Exception], None] | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.state = TaskState.RUNNING
        self.context = TaskContext(self.progressed.emit)
        self._on_done = on_done
        self._on_error = on_error
        # Queued by name: the worker emits, the window's thread receives.
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the task to stop. One that ends all the same still delivers its result."""
        self.context.request_stop()

    def abandon(self) -> None:
        """Ask it to stop and forget who waits for it: no callback will be called."""
        self._on_done = self._on_error = None
        self.cancel()

    def run(self, work: Callable[[], object]) -> None:
        """For the runner, in a worker thread: do the work, hand over what came of it."""
        try:
            outcome: tuple[TaskState, object] = (TaskState.DONE, work())
        except TaskCancelledError:
            outcome = (TaskState.CANCELLED, None)
        except Exception as error:  # noqa: BLE001  # delivered, whatever it is
            outcome = (TaskState.FAILED, error)
        # The window may be gone by now, and with it this object's Qt half: nobody waits then.
        with contextlib.suppress(RuntimeError):
            self._settled.emit(*outcome)

    @Slot(object, object)
    def _settle(self, state: TaskState, value: object) -> None:
        self.state = state
        on_done, on_error = self._on_done, self._on_error
        self._on_done = self._on_error = None
        try:
            if state is TaskState.DONE and on_done is not None:
                on_done(value)
            elif isinstance(value, Exception):
                self._fail(value, on_error)
        finally:
            self.ended.emit(state)

    def _fail(self, error: Exception, on_error: Callable[[Exception], None] | None) -> None:
        if on_error is not None:
            on_error(error)
        else:
            # Nobody said what to do with a failure: it is a fault of ours, for the crash handler.
            sys.excepthook(type(error), error, error.__traceback__)


class TaskRunner(QObject):
    """Starts tasks and knows which are under way.

    ``changed`` is emitted when a task starts or ends, ``idle`` when the last
    one has ended: a window asked to close while :attr:`busy` cancels all and
    closes on ``idle``.

    While tasks are under way Python does not look for garbage in cycles by
    itself: it would do so in whichever thread makes the next object, and a
    widget destroyed outside the window's thread takes the process with it.
    """

    changed = Signal()
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        sys.setswitchinterval(GIVE_WAY)
        self._tasks: list[Task] = []
        self._collected = False

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Tasks under way, oldest first."""
        return tuple(self._tasks)

    @property
    def busy(self) -> bool:
        """Whether any task is under way."""
        return bool(self._tasks)

    def start(
        self,
        work: Callable[[TaskContext, *Ts], T],
        *args: *Ts,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run ``work(context, *args)`` in the background.

        ``on_done(result)`` or ``on_error(error)`` is called in the window's
        thread, neither after a cancellation. An error without ``on_error``
        goes to :data:`sys.excepthook`. ``title`` is shown with the progress.
        """
        task = Task(title, on_done, on_error, self)
        if gc.isenabled():
            self._collected = True
            gc.disable()
        self._tasks.append(task)
        task.ended.connect(lambda _state: self._forget(task))
        self._pool.start(lambda: task.run(lambda: work(task.context, *args)))
        self.changed.emit()
        return task

    def cancel_all(self) -> None:
        """Ask every task to stop; :attr:`idle` follows."""
        for task in self._tasks:
            task.cancel()

    def close(self, timeout_ms: int) -> bool:
        """Stop everything and wait: no callback comes any more.

        Returns whether all tasks ended within ``timeout_ms``. One that did not
        goes on, with nobody told of its result, and the process ends after it:
        a file half-way through being written is never cut off.
        """
        for task in self._tasks:
            task.abandon()
        ended = self._pool.waitForDone(timeout_ms)
        if ended:
            self._collect_again()
        return ended

    def _forget(self, task: Task) -> None:
        self._tasks.remove(task)
        if not self._tasks:
            self._collect_again()
        task.deleteLater()
        self.changed.emit()
        if not self._tasks:
            self.idle.emit()

    def _collect_again(self) -> None:
        if self._collected:
            self._collected = False
            gc.enable()
