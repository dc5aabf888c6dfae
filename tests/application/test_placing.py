"""Which rounds want a place, and where they could go from what is recorded."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.application import placing
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import NoCalendarError, NotFoundError
from consultations_gui.domain.rotation import RotationReason
from tests.application.meetings import register
from tests.domain.rounds import CN, RU, days, meeting

ROUNDS = (
    meeting("R1", CN, dates=days("2026-10-20", "2026-10-22")),
    meeting("R2", RU, Status.CONFIRMED, days("2027-04-13", "2027-04-14")),
    meeting("R3", CN, Status.CANCELLED, days("2027-06-01")),
    meeting("R4", CN, Status.TENTATIVE, days("2027-10-12", "2027-10-14")),
    meeting("R5", RU, Status.POSTPONED),
    meeting("R6", CN, Status.PLANNED, days("2028-10-10", "2028-10-11")),
    meeting("X1", RU, Status.PLANNED, days("2027-07-01")),
)


def test_the_next_round_then_those_still_free() -> None:
    found = placing.wanting(register(*ROUNDS))
    assert [(one.id, one.number, one.host) for one in found] == [
        ("", 7, RU),
        ("R5", 5, RU),
        ("X1", None, RU),
        ("R4", 4, CN),
        ("R6", 6, CN),
    ]
    assert found[0].meeting is None
    assert found[1].meeting is not None
    assert found[1].meeting.id == "R5"


def test_of_very_many_only_those_still_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "MANY", 3)
    found = placing.wanting(register(*ROUNDS))
    assert [one.id for one in found] == ["", "X1", "R4", "R6"]


def test_a_recorded_round_keeps_its_length_and_its_neighbours() -> None:
    ctx = register(*ROUNDS)
    asked = placing.question(ctx, "R4")
    assert asked.placing.days == 3
    assert asked.placing.before is not None
    assert asked.placing.after is not None
    assert (asked.placing.before.number, asked.placing.after.number) == (2, 6)
    assert asked.placing.reasons[0].code == RotationReason.ALTERNATES
    found = placing.places(ctx, asked, 2027)
    assert found.opening(date(2027, 10, 12)) is not None
    assert found.bars(date(2027, 10, 1)), "the National Day"
    assert min(one.total for one in found.openings.values()) >= asked.scale.least


def test_the_next_round_and_one_without_number() -> None:
    ctx = register(*ROUNDS)
    following = placing.question(ctx)
    assert following.placing.number == 7
    assert following.placing.before is not None
    assert following.placing.before.number == 6
    assert placing.question(ctx, "X1").placing.before is None


def test_an_empty_register_has_a_next_round_too() -> None:
    ctx = register()
    asked = placing.question(ctx)
    assert (asked.placing.number, asked.placing.before, asked.placing.after) == (1, None, None)
    assert placing.places(ctx, asked, 2027).openings


def test_what_cannot_be_asked() -> None:
    ctx = register(*ROUNDS)
    with pytest.raises(NotFoundError):
        placing.question(ctx, "R99")
    with pytest.raises(NoCalendarError):
        placing.places(ctx, placing.question(ctx), 1999)


def test_a_round_wished_after_the_last_calendar_is_asked_for_there() -> None:
    ctx = register(meeting("R1", CN, Status.PLANNED, days("2098-10-14")))
    asked = placing.question(ctx)
    assert asked.placing.wished(asked.wishes, asked.today).year == 2099
    assert placing.places(ctx, asked, 2098) is not None
