from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from consultations_gui.desktop import tasks
from consultations_gui.desktop.tasks import TaskContext, TaskRunner, TaskState


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.close(5_000)


def wait_until_stopped(context: TaskContext) -> None:
    while True:
        context.check()
        threading.Event().wait(0.005)


def test_the_result_comes_back_in_the_windows_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    here = QThread.currentThread()
    got: list[tuple[int, bool, bool]] = []

    def add(context: TaskContext, left: int, right: int) -> tuple[int, bool]:
        return left + right, QThread.currentThread() is not here

    def done(result: tuple[int, bool]) -> None:
        got.append((*result, QThread.currentThread() is here))

    with qtbot.waitSignal(runner.idle):
        task = runner.start(add, 2, 3, on_done=done, title="Adding")
        assert runner.busy
        assert runner.tasks == (task,)
        assert task.title == "Adding"
    assert got == [(5, True, True)]
    assert task.state is TaskState.DONE
    assert not runner.busy


def test_an_error_comes_back_as_itself(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[Exception] = []

    def fail(context: TaskContext) -> None:
        raise ZeroDivisionError("seven")

    with qtbot.waitSignal(runner.idle):
        task = runner.start(fail, on_done=lambda _none: got.clear(), on_error=got.append)
    assert [str(error) for error in got] == ["seven"]
    assert isinstance(got[0], ZeroDivisionError)
    assert task.state is TaskState.FAILED


def test_an_error_nobody_waits_for_goes_to_the_crash_handler(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        got.append(error)

    def fail(context: TaskContext) -> None:
        raise KeyError("nobody")

    monkeypatch.setattr(sys, "excepthook", hook)
    with qtbot.waitSignal(runner.idle):
        runner.start(fail)
    assert [type(error) for error in got] == [KeyError]


def test_progress_arrives_in_order_and_ends_complete(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[tuple[int, int, str]] = []
    go = threading.Event()

    def count(context: TaskContext) -> None:
        go.wait(5)
        for step in range(1, 10_001):
            context.report(step, 10_000, f"step {step}")

    task = runner.start(count)
    task.progressed.connect(lambda done, total, text: got.append((done, total, text)))
    with qtbot.waitSignal(runner.idle):
        go.set()
    assert got[-1] == (10_000, 10_000, "step 10000")
    assert got == sorted(got)
    assert len(got) < 200, "reports are thinned out, or they would flood the window"


def test_no_garbage_is_looked_for_outside_the_windows_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    assert gc.isenabled()
    with qtbot.waitSignal(runner.idle):
        runner.start(lambda _context: seen.append(gc.isenabled()))
        runner.start(lambda _context: seen.append(gc.isenabled()))
    assert seen == [False, False]
    assert gc.isenabled()
    runner.start(wait_until_stopped)
    assert not gc.isenabled()
    assert runner.close(5_000)
    assert gc.isenabled()


def test_cancel_stops_a_task_and_calls_nobody(runner: TaskRunner, qtbot: QtBot) -> None:
    called: list[object] = []
    ended: list[TaskState] = []
    task = runner.start(wait_until_stopped, on_done=called.append, on_error=called.append)
    task.ended.connect(ended.append)
    with qtbot.waitSignal(runner.idle):
        task.cancel()
    assert called == []
    assert ended == [TaskState.CANCELLED]
    assert task.context.cancelled


def test_work_that_ended_in_spite_of_a_cancel_is_still_told(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    got: list[str] = []
    go = threading.Event()

    def write(context: TaskContext) -> str:
        go.wait(5)
        return "written"

    with qtbot.waitSignal(runner.idle):
        runner.start(write, on_done=got.append).cancel()
        go.set()
    assert got == ["written"]


def test_a_callback_that_fails_does_not_leave_the_task_behind(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    def bad(_result: None) -> None:
        raise RuntimeError("slot")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.idle):
        runner.start(lambda _context: None, on_done=bad)
    assert [str(value) for _kind, value, _trace in caught] == ["slot"]
    assert not runner.busy


def test_closing_while_busy_cancels_all_and_says_when_it_is_idle(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    changes: list[int] = []
    runner.changed.connect(lambda: changes.append(len(runner.tasks)))
    for _ in range(5):  # more than there are threads: the queued ones are cancelled too
        runner.start(wait_until_stopped)
    with qtbot.waitSignal(runner.idle):
        runner.cancel_all()
    assert changes == [1, 2, 3, 4, 5, 4, 3, 2, 1, 0]


def test_after_close_no_callback_comes(qtbot: QtBot) -> None:
    runner = TaskRunner()
    called: list[object] = []
    go = threading.Event()

    def stubborn(context: TaskContext) -> str:
        go.wait(5)
        return "late"

    runner.start(stubborn, on_done=called.append)
    assert not runner.close(20), "it is told that something goes on"
    go.set()
    assert runner.close(5_000)
    qtbot.wait(50)
    assert called == []


def test_a_runner_that_is_gone_does_not_disturb_its_worker(qtbot: QtBot) -> None:
    go = threading.Event()
    task = tasks.Task("gone", None, None)
    task.deleteLater()
    qtbot.wait(10)
    worker = threading.Thread(target=task.run, args=(go.is_set,))
    worker.start()
    worker.join(5)
    assert not worker.is_alive()


def test_many_small_tasks_all_come_back(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[int] = []
    with qtbot.waitSignal(runner.idle, timeout=20_000):
        for number in range(500):
            runner.start(lambda _context, value: value * 2, number, on_done=got.append)
    assert sorted(got) == [2 * number for number in range(500)]
