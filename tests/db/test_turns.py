"""The part of the ledger that tells whose turn it is, read from a real file."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

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
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.rotation import host_for, ledger
from db import Register

BEGINNING = date(2016, 3, 1)


def meetings(seed: int) -> list[Consultation]:
    """Forty meetings, mostly alternating, with everything that can go otherwise in between."""
    dice = random.Random(seed)
    found = []
    for number in range(1, 41):
        kind = dice.choice([Kind.REGULAR] * 5 + [Kind.UNNUMBERED, Kind.EXTRAORDINARY])
        side = dice.choice(list(Side)) if dice.random() < 0.2 else list(Side)[number % 2]
        day = BEGINNING + timedelta(days=180 * number + dice.choice([0] * 6 + [-400, 300]))
        precision = Precision.MONTH if dice.random() < 0.2 else Precision.DAY
        record = TurnRecord(dice.choice(list(TurnUse)), "", dice.random() < 0.5, consent_ru=True)
        found.append(
            Consultation(
                uid=f"{number}@test.example",
                id=f"{kind.letter}{number}",
                kind=kind,
                number=number if kind is Kind.REGULAR else None,
                status=dice.choice([Status.HELD] * 4 + list(Status)),
                host=side,
                dates=None if dice.random() < 0.15 else Dates(day, day, precision),
                venue=Venue(online=True) if dice.random() < 0.1 else Venue(side.value),
                turn=record if dice.random() < 0.2 else TurnRecord(),
            )
        )
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_end_of_the_ledger_answers_as_all_of_it(
    register: Register, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "WINDOW", 3)
    stored = meetings(seed)
    with register.unit_of_work() as uow:
        uow.for_writing()
        for one in stored:
            uow.consultations.add(one)
        uow.commit()
    whole = ledger(stored, Side.CN)
    with register.unit_of_work() as uow:
        assert uow.consultations.highest_number() == max(one.number or 0 for one in stored)
        assert balance(uow, Side.CN) == whole.balance
        assert turn_of(uow, Side.CN).next == whole.next
        assert turn_of(uow, Side.CN).recent == whole.recent(4)
        for number in range(1, 43):
            assert turn_of(uow, Side.CN, number).next == host_for(stored, Side.CN, number)
        sorts = uow.consultations.alike()
    assert sum(count for _, count in sorts) == len(stored)
    kept = {one.id: replace(one, version=1) for one in stored}
    assert all(one == kept[one.id] for one, _ in sorts)


def test_an_empty_register_has_no_numbers(register: Register) -> None:
    with register.unit_of_work() as uow:
        assert uow.consultations.highest_number() == 0
        assert (uow.consultations.rounds(None, 5), uow.consultations.alike()) == ((), ())
        assert turn_of(uow, Side.RU).next.side is Side.RU
