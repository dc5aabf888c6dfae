"""Frames while the years are scrolled, next to a bare QTableView over the same rounds.

    xvfb-run -a -s "-screen 0 1280x800x24" .venv/bin/python -m benchmarks.year

Opens the program's window on a register of 10,000 rounds spread over the
years from 2009 to 2060, some four a week, and beside it a bare QTableView
with a row for each round. Both are scrolled at 60 frames a second: by some
pixels a frame as a wheel does, by many as a flick does, and by whole years as
the scroll bar's handle does. A frame's time is from the tick it belongs to
until it is painted, so that whatever else keeps the window's thread (reading,
painting ahead) counts. Then a planned round is carried from day to day, its
cost told at each. Prints medians and 99th percentiles, and their ratios; of
the time the processor worked for a frame in the window's thread too.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

import main as program
from benchmarks.register import AT, fill, meeting
from consultations_gui.application import consultations, offices, placing
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import Settings, Theme
from consultations_gui.domain.consultation import Consultation, Dates, Status
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.views.year import YearView
from db import open_register

SIZE = (1280, 800)
TICK = 1 / 60
AIM_MS = 1000 * TICK
FIRST, LAST = date(2009, 1, 5), date(2060, 12, 20)
PACES = {"wheel, 24 px a frame": 24, "flick, 160 px a frame": 160, "handle, 2 years a frame": 0}
FRAMES = 600


def spread(count: int) -> Callable[[int], Consultation]:
    """Rounds of one to three days, evenly from :data:`FIRST` to :data:`LAST`."""

    def make(number: int) -> Consultation:
        one = meeting(number)
        start = FIRST + timedelta(days=(LAST - FIRST).days * number // count)
        status = Status.HELD if start < AT.date() else Status.PLANNED
        dates = Dates(start, start + timedelta(days=number % 3))
        return replace(one, dates=dates, status=status)

    return make


def rows(rounds: Sequence[Consultation]) -> QStandardItemModel:
    """The rounds as a plain table, in Qt's own model."""
    model = QStandardItemModel()
    for one in rounds:
        start = str(one.dates.start) if one.dates else ""
        texts = (one.id, str(one.status), start, str(one.host), one.venue.city)
        model.appendRow([QStandardItem(text) for text in texts])
    return model


class Painted(QObject):
    """Counts the paintings of one view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(  # noqa: N802  # Qt's name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@dataclass(frozen=True)
class Frames:
    """How long frames took, in milliseconds."""

    median: float
    p99: float
    work: float
    """99th percentile of the processor's time the window's thread took for a frame."""

    @classmethod
    def of(cls, seconds: Sequence[float], work: Sequence[float]) -> Frames:
        """From the frames' times and the processor's time in each."""
        return cls(1000 * statistics.median(seconds), _p99(seconds), _p99(work))


def _p99(seconds: Sequence[float]) -> float:
    return 1000 * sorted(seconds)[len(seconds) * 99 // 100]


def frames(view: QAbstractItemView, steps: Iterator[Callable[[], object]]) -> Frames:
    """Do a step each sixtieth of a second and wait until the view has painted it."""
    painted = Painted(view)
    taken: list[float] = []
    work: list[float] = []
    tick = time.perf_counter()
    for step in steps:
        tick = max(tick + TICK, time.perf_counter())
        while time.perf_counter() < tick:
            QApplication.processEvents()
            time.sleep(0.0005)
        before, begun = painted.count, time.thread_time()
        step()
        while painted.count == before:
            QApplication.processEvents()
        work.append(time.thread_time() - begun)
        taken.append(time.perf_counter() - tick)
    return Frames.of(taken, work)


def scrolling(view: QAbstractItemView, pace: int, years: int) -> Iterator[Callable[[], object]]:
    """Steps down the sheet from its beginning and back up at the end; ``pace`` 0 goes by years."""
    bar = view.verticalScrollBar()
    by = pace or max(1, bar.maximum() * years // 52)
    value = 0
    for _ in range(FRAMES):
        if not 0 <= value + by <= bar.maximum():
            by = -by
        value += by
        yield lambda value=value: bar.setValue(value)


def carrying(view: YearView) -> Iterator[Callable[[], object]]:
    """A planned round carried to and fro by the keys, its cost told at every day."""
    calendar = view.calendar
    there = calendar.carrying
    if there is None:
        raise SystemExit("nothing was taken up")
    for number in range(FRAMES // 2):
        day = there.start + timedelta(days=abs(number % 120 - 60))
        yield lambda day=day: calendar.go_to(day)


def settle(desk: Desk, seconds: float = 1.0) -> None:
    """Let what was begun come to an end."""
    end = time.monotonic() + seconds
    while time.monotonic() < end or desk.tasks.busy:
        QApplication.processEvents()
        time.sleep(0.002)


def opened(ctx: Context, app: QApplication) -> tuple[Desk, MainWindow, YearView]:
    """The program's window on the years."""
    theme = ThemeSwitch(Theme.LIGHT, parent=app)
    theme.start()
    language = LanguageSwitch(Language.ZH, app)
    language.start()
    desk = Desk(ctx, Preferences(Settings()), language, theme, app)
    window = MainWindow(desk)
    window.resize(*SIZE)
    window.start()
    window.show()
    settle(desk)
    window.show_place(Place("year"))
    settle(desk)
    view = window.stage.view
    if not isinstance(view, YearView):
        raise SystemExit("the years are not shown")
    return desk, window, view


def bare(rounds: Sequence[Consultation]) -> QTableView:
    """A table view that does nothing but show the rounds."""
    view = QTableView()
    model = rows(rounds)
    model.setParent(view)
    view.setModel(model)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(*SIZE)
    view.show()
    return view


def replanning(ctx: Context, id: str, year: int) -> float:
    """Milliseconds from a change until every place of a round in a year is known again."""
    taken = []
    for _ in range(9):
        began = time.perf_counter()
        placing.places(ctx, placing.question(ctx, id), year).weigh()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def main() -> int:
    """Measure, print, and exit 1 if an aim is missed and ``--strict`` is given."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--strict", action="store_true")
    chosen = options.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        database = str(Path(place) / "register.db")
        adapters = program.Adapters()
        ctx = adapters.context(database)
        offices.init(ctx, Side.CN, "中方秘书处", "Секретариат КНР")
        with open_register(database) as register:
            fill(register, chosen.count, spread(chosen.count))
        rounds = consultations.list_all(ctx)
        missed = measure(ctx, app, rounds)
        adapters.close()
    return int(chosen.strict and missed)


def measure(ctx: Context, app: QApplication, rounds: Sequence[Consultation]) -> bool:
    """Print every figure; whether a frame's 99th percentile is over the aim."""
    desk, window, view = opened(ctx, app)
    peer = bare(rounds)
    settle(desk)
    missed = False
    print(f"{len(rounds)} rounds; frames in ms, bare QTableView beside; aim: p99 <= {AIM_MS:.1f}")
    for name, pace in PACES.items():
        other = frames(peer, scrolling(peer, pace, 2))
        own = frames(view.calendar, scrolling(view.calendar, pace, 2))
        missed |= own.p99 > AIM_MS
        middle = f"{own.median:6.2f} ({other.median:6.2f}, x {own.median / other.median:.2f})"
        slow = f"{own.p99:6.2f} ({other.p99:6.2f}, x {own.p99 / other.p99:.2f})"
        print(f"{name:26} p50 {middle}   p99 {slow}   {at_work(own, other)}", flush=True)
    taken = take_up(view, desk, rounds)
    own = frames(view.calendar, carrying(view))
    missed |= own.p99 > AIM_MS
    year = taken.dates.start.year if taken.dates else 0
    view.calendar.give_back()
    settle(desk)
    again = replanning(ctx, taken.id, year)
    carried = f"p50 {own.median:6.2f}   p99 {own.p99:6.2f}   work p99 {own.work:6.2f}"
    print(f"{'a round carried by a day':26} {carried}")
    print(f"{'its places found again':26} {again:6.1f} ms, beside the window")
    desk.tasks.close(10_000)
    peer.close()
    window.close()
    return missed


def at_work(own: Frames, other: Frames) -> str:
    """The processor's time beside each other: it stands also while others use the machine."""
    return f"work p99 {own.work:6.2f} ({other.work:6.2f}, x {own.work / other.work:.2f})"


def take_up(view: YearView, desk: Desk, rounds: Sequence[Consultation]) -> Consultation:
    """Take up a planned round by the key, and wait until its places are known."""
    soon = AT.date() + timedelta(days=200)
    one = next(
        one
        for one in rounds
        if one.status is Status.PLANNED and one.dates and one.dates.start > soon
    )
    if one.dates is None:
        raise SystemExit("a planned round has dates")
    view.go_to(one.dates.start)
    view.calendar.take_up()
    settle(desk)
    return one


if __name__ == "__main__":
    sys.exit(main())
