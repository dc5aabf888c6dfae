"""How fast a register answers when it is full.

    python -m benchmarks.register [COUNT]

Fills a register with COUNT consultations (10,000 by default) of six delegates
each and a journal of as many entries, and prints the best of several times
for each question a screen asks.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from consultations_gui.application import codec
from consultations_gui.application.audit import verify
from consultations_gui.application.chain import sealed
from consultations_gui.application.records import JournalEntry
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from db import Register, open_register
from tests.db.conftest import over

FIRST = date(2016, 3, 1)
AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
WORDS = {Side.CN: ("北京", "Beijing"), Side.RU: ("莫斯科", "Moscow")}


def meeting(number: int) -> Consultation:
    """Round ``number``; every tenth is extraordinary. Ever closer in time, 25 a year."""
    side = Side.CN if number % 2 else Side.RU
    start = FIRST + timedelta(days=number * 14)
    extra = number % 10 == 0
    return Consultation(
        uid=f"consultation-{number}@example.org",
        id=f"X{number}" if extra else f"R{number}",
        kind=Kind.EXTRAORDINARY if extra else Kind.REGULAR,
        number=None if extra else number,
        status=Status.HELD if start < AT.date() else Status.PLANNED,
        host=side,
        dates=Dates(start, start + timedelta(days=1)),
        venue=Venue(side.value, WORDS[side][1]),
        delegations=tuple(delegation(side, number) for side in Side),
    )


def delegation(side: Side, number: int) -> Delegation:
    """Three people of one side."""
    roles = (Role.HEAD, Role.MEMBER, Role.INTERPRETER)
    return Delegation(
        side,
        tuple(
            Delegate(
                Person(
                    uid=f"{side}-{number}-{n}",
                    name_zh="王小明",
                    name_ru="Ван Сяомин",
                    name_latin="Wang Xiaoming",
                    email=f"{side}{n}@example.org".lower(),
                    language=Lang.ZH if side is Side.CN else Lang.RU,
                ),
                role,
            )
            for n, role in enumerate(roles)
        ),
    )


def fill(register: Register, count: int, make: Callable[[int], Consultation] = meeting) -> None:
    """Add ``count`` consultations, each with its entry in the journal, in one transaction."""
    with register.unit_of_work() as uow:
        uow.for_writing()
        last = uow.journal.last()
        for number in range(1, count + 1):
            stored = uow.consultations.add(make(number))
            seq = last.seq + 1 if last else 1
            last = sealed(
                JournalEntry(
                    seq=seq,
                    at=AT,
                    actor="Li",
                    use_case="consultation.add",
                    kind="consultation",
                    subject=stored.id,
                    before=None,
                    after=codec.to_json(stored),
                    group=str(seq),
                ),
                last,
            )
            uow.journal.append(last)
        uow.commit()


def best(ask: Callable[[], object], times: int) -> float:
    """The shortest of ``times`` runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - start)
    return min(taken) * 1000


def questions(register: Register, count: int) -> dict[str, tuple[Callable[[], object], int]]:
    """What to time, by name, and how often."""
    today = FIRST + timedelta(days=count * 7)
    year = timedelta(days=365)

    def ask(what: Callable[..., object]) -> Callable[[], object]:
        def asked() -> object:
            with register.unit_of_work() as uow:
                return what(uow)

        return asked

    def edit() -> None:
        with register.unit_of_work() as uow:
            uow.for_writing()
            value = uow.consultations.get("R1")
            uow.consultations.replace(replace(value, reason="x" * (value.version % 9)))
            uow.commit()

    return {
        "open": (lambda: open_register(register.path).close(), 5),
        "all": (ask(lambda uow: uow.consultations.all()), 5),
        "get": (ask(lambda uow: uow.consultations.get("R777")), 50),
        "next_from": (ask(lambda uow: uow.consultations.next_from(today, 3)), 50),
        "between, one year": (ask(lambda uow: uow.consultations.between(today, today + year)), 50),
        "between, one day": (ask(lambda uow: uow.consultations.between(today, today)), 50),
        "with_status, few": (ask(lambda uow: uow.consultations.with_status(Status.TENTATIVE)), 50),
        "with_status, most": (ask(lambda uow: uow.consultations.with_status(Status.PLANNED)), 5),
        "count": (ask(lambda uow: uow.consultations.count()), 50),
        "journal.last": (ask(lambda uow: uow.journal.last()), 50),
        "journal.headings": (ask(lambda uow: uow.journal.headings("Li", limit=4)), 50),
        "history of one": (ask(lambda uow: uow.journal.entries(subject="R777")), 50),
        "edit and commit": (edit, 20),
        "verify": (lambda: verify(over(register)), 1),
    }


def main() -> None:
    """Fill a register and print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        with open_register(path) as register:
            start = time.perf_counter()
            fill(register, count)
            print(f"{count} consultations filled in {time.perf_counter() - start:.1f} s")
            for name, (ask, times) in questions(register, count).items():
                print(f"{name:20} {best(ask, times):9.3f} ms")
        print(f"{path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
