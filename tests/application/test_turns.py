"""Whose turn it is from the end of the ledger is the same as from all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application import turns
from consultations_gui.application.turns import balance, turn_of
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import NOWHERE, Side, Venue
from consultations_gui.domain.rotation import host_for, ledger
from tests.application.fakes import FakeUnitOfWork, Store

BEGINNING = date(2016, 3, 1)


def meeting(kind: Kind, number: int, **changes: object) -> Consultation:
    made = Consultation(
        uid=f"{kind}-{number}",
        id=f"{kind.letter}{number}",
        kind=kind,
        number=number if kind is Kind.REGULAR else None,
        status=Status.HELD,
        host=Side.CN,
        dates=None,
        venue=NOWHERE,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


RECORDS = st.builds(
    TurnRecord,
    use=st.sampled_from(TurnUse),
    consent_cn=st.booleans(),
    consent_ru=st.just(value=True),
)
VENUES = st.sampled_from(
    [Venue("CN", "Beijing"), Venue("RU", "Moscow"), Venue("BY", "Minsk"), Venue(online=True)]
)


@st.composite
def registers(draw: st.DrawFn) -> list[Consultation]:
    """Mostly alternating rounds with everything that can go otherwise in between."""
    found = []
    for number in range(1, draw(st.integers(0, 30)) + 1):
        kind = draw(st.sampled_from([Kind.REGULAR] * 5 + [Kind.UNNUMBERED, Kind.EXTRAORDINARY]))
        usual = draw(st.integers(0, 9)) < 6
        side = (Side.CN, Side.RU)[number % 2] if usual else draw(st.sampled_from(Side))
        day = BEGINNING + timedelta(
            days=180 * number + draw(st.sampled_from([0] * 6 + [-400, 300]))
        )
        precision = draw(st.sampled_from([Precision.DAY] * 4 + [Precision.MONTH]))
        dated = draw(st.integers(0, 9)) < 8
        found.append(
            meeting(
                kind,
                number,
                host=side if usual or draw(st.booleans()) else None,
                venue=Venue(side.value) if usual else draw(VENUES | st.just(NOWHERE)),
                dates=Dates(day, day, precision) if dated else None,
                status=draw(st.sampled_from([Status.HELD] * 4 + list(Status))),
                turn=TurnRecord() if usual else draw(RECORDS),
            )
        )
    return found


def over(meetings: list[Consultation]) -> FakeUnitOfWork:
    uow = FakeUnitOfWork(Store())
    uow.__enter__()
    for one in meetings:
        uow.consultations.add(one)
    return uow


@given(registers(), st.sampled_from(Side), st.integers(1, 4), st.integers(0, 4))
def test_the_next_host_needs_only_the_end(
    meetings: list[Consultation], first: Side, window: int, recent: int
) -> None:
    whole = ledger(meetings, first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turns, "WINDOW", window)
        found = turn_of(over(meetings), first, recent=recent)
    assert found.next == whole.next
    assert found.recent == whole.recent(recent)


@given(registers(), st.sampled_from(Side), st.integers(1, 4), st.data())
def test_any_rounds_host_needs_only_what_stands_before_it(
    meetings: list[Consultation], first: Side, window: int, data: st.DataObject
) -> None:
    highest = max((one.number or 0 for one in meetings), default=0)
    number = data.draw(st.integers(1, highest + 2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turns, "WINDOW", window)
        found = turn_of(over(meetings), first, number)
    assert found.next == host_for(meetings, first, number)


@given(registers(), st.sampled_from(Side))
def test_the_balance_counts_one_of_each_sort(meetings: list[Consultation], first: Side) -> None:
    assert balance(over(meetings), first) == ledger(meetings, first).balance


def test_a_long_register_is_read_from_its_end() -> None:
    uow = over([meeting(Kind.REGULAR, n, host=list(Side)[n % 2]) for n in range(1, 301)])
    dated = [
        replace(one, dates=Dates(BEGINNING + timedelta(days=n), BEGINNING + timedelta(days=n)))
        for n, one in enumerate(uow.consultations.all())
    ]
    uow = over([replace(one, version=0) for one in dated])
    asked: list[int] = []
    rounds = uow.consultations.rounds

    def watched(upto: int | None, limit: int) -> tuple[Consultation, ...]:
        asked.append(limit)
        return rounds(upto, limit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uow.consultations, "rounds", watched)
        assert turn_of(uow, Side.CN).next.number == 301
        assert turn_of(uow, Side.CN, 150).next.side is Side.CN
    assert asked == [turns.WINDOW, turns.WINDOW]
