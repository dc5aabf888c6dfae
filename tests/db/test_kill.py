"""kill -9 in the middle of a long edit session: nothing committed is lost, nothing is damaged."""

from __future__ import annotations

import itertools
import random
import signal
import time
from collections.abc import Iterator
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from consultations_gui.application import agenda_items, consultations, journal
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Lang
from db import open_register
from tests.application.fakes import FakeClock
from tests.db.conftest import over

KILLS = 50
LONGEST = 20
"""Commits a session is left to tell of at most, so that slow machines show as much."""

MOMENT = 0.004
"""Seconds after which it is killed then at most, about as long as a commit takes."""

MOST_AT_ONCE = 1
"""Entries of one commit: what may be stored without having been told yet."""

TYPED = "О ходе выполнения Соглашения"


def edit_without_end(path: str, told: Connection) -> None:
    """A person who never stops; tells number and hash of the last entry after each commit."""
    with open_register(path) as register:
        ctx = over(register, clock=FakeClock())
        for _ in commits(ctx):
            with ctx.work() as uow:
                last = uow.journal.last()
            assert last is not None
            told.send((last.seq, last.hash))


def commits(ctx: Context) -> Iterator[object]:
    """Rounds with agendas typed letter by letter; yields after each commit."""
    for day in itertools.count(date(2027, 1, 1).toordinal()):
        start = date.fromordinal(day)
        round_ = consultations.add(ctx, NewConsultation(dates=Dates(start, start)))
        yield round_
        view = agenda_items.add_item(ctx, round_.id, zh="信息交流", minutes=30)
        yield view
        uid, sitting = view.touched[0], f"{round_.id}-ru"
        base = next(item.text for item in view.agenda.items if item.uid == uid)
        for end in range(1, len(TYPED) + 1):
            text = TYPED[:end]
            yield agenda_items.edit_text(ctx, round_.id, uid, Lang.RU, text, base, sitting)
        yield consultations.confirm(ctx, round_.id)
        yield consultations.postpone(ctx, round_.id, None, "по просьбе Стороны")
        yield journal.undo(ctx)
        yield journal.undo(ctx)
        yield journal.redo(ctx)


@pytest.mark.timeout(600)
def test_fifty_kills_lose_nothing_committed(path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    processes = get_context("forkserver")  # one process imports everything, the others are forked
    processes.set_forkserver_preload([__name__])
    told: dict[int, str] = {}
    for _ in range(KILLS):
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=edit_without_end, args=(str(path), there))
        process.start()
        there.close()
        told.update(here.recv() for _ in range(chance.randint(1, LONGEST)))
        time.sleep(chance.uniform(0, MOMENT))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL, "it ended by itself"
        told.update(everything_from(here))
        require_all_there(path, told)
    assert len(told) > KILLS * 5, "the sessions were too short to show anything"


def everything_from(pipe: Connection) -> Iterator[tuple[int, str]]:
    """What was told before the end, which may have come in the middle of a word."""
    try:
        while True:
            yield pipe.recv()
    except EOFError:
        pipe.close()


def require_all_there(path: Path, told: dict[int, str]) -> None:
    with open_register(path) as register:
        ctx = over(register)
        verification = journal.verify(ctx)
        assert verification.sound
        assert max(told) <= verification.count <= max(told) + MOST_AT_ONCE
        with ctx.work() as uow:
            kept = {entry.seq: entry.hash for entry in uow.journal.entries()}
    assert {seq: kept.get(seq) for seq in told} == told
