"""Dates that no longer do, why, and the nearest places that would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, Wishes
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.troubles import Trouble, TroubleReason, repairs, troubles
from consultations_gui.domain.workdays import Decree, WorkCalendar
from tests.domain.rounds import CN, ONLINE, RU, days, meeting, month

TODAY = date(2026, 11, 23)
PLAIN = {side: WorkCalendar(side, ()) for side in Side}
"""Weekends alone are free."""
AS_THEY_COME = Wishes()
R3 = meeting("R3", CN, Status.CONFIRMED, days("2027-03-02", "2027-03-03"))


def found(one: Consultation, wishes: Wishes = AS_THEY_COME, **given: object) -> tuple[Reason, ...]:
    calendars = given.get("calendars", PLAIN)
    assert isinstance(calendars, dict)
    reported = troubles((one,), calendars, wishes, TODAY)
    assert all(trouble.consultation == one for trouble in reported)
    return reported[0].reasons if reported else ()


def test_good_dates_are_no_trouble() -> None:
    assert troubles((R3,), PLAIN, Wishes(), TODAY) == ()


def test_a_notice_that_takes_a_meeting_day() -> None:
    decree = Decree(RU, 2027, off=(date(2027, 3, 2), date(2027, 3, 3)))
    reasons = found(R3, calendars={CN: PLAIN[CN], RU: WorkCalendar(RU, (decree,))})
    assert reasons == (Reason.of(TroubleReason.DAYS_OFF, side=RU, days=2, day=date(2027, 3, 2)),)


def test_a_weekend_is_off_in_both_countries() -> None:
    one = replace(R3, dates=days("2027-03-05", "2027-03-07"))
    assert [(r.arg("side"), r.arg("days"), r.arg("day")) for r in found(one)] == [
        (CN, 2, date(2027, 3, 6)),
        (RU, 2, date(2027, 3, 6)),
    ]


@pytest.mark.parametrize(
    ("side", "day", "code"),
    [
        (CN, date(2027, 3, 3), TroubleReason.BLACKOUT),
        (RU, date(2027, 3, 2), TroubleReason.BLACKOUT),
        (RU, date(2027, 3, 1), TroubleReason.TRAVEL_BLACKOUT),
        (RU, date(2027, 3, 4), TroubleReason.TRAVEL_BLACKOUT),
        (CN, date(2027, 3, 4), None),
        (RU, date(2027, 3, 5), None),
    ],
)
def test_a_blackout_for_meetings_and_for_the_visitors_travel(
    side: Side, day: date, code: TroubleReason | None
) -> None:
    reasons = found(R3, Wishes(blackouts=(Blackout(side, day, day),)))
    assert reasons == ((Reason.of(code, side=side, days=1, day=day),) if code else ())


def test_nobody_travels_to_a_meeting_online() -> None:
    online = meeting("R3", None, Status.PLANNED, days("2027-03-02"), venue=ONLINE)
    day = date(2027, 3, 1)
    dark = Wishes(blackouts=(Blackout(CN, day, day), Blackout(RU, day, day)))
    assert found(online, dark) == ()


def test_notice_is_for_what_is_not_confirmed() -> None:
    one = replace(R3, dates=days("2026-12-01"), status=Status.TENTATIVE)
    assert found(one) == (Reason.of(TroubleReason.TOO_SOON, days=8, wished=30),)
    assert found(replace(one, status=Status.CONFIRMED)) == ()
    running = replace(one, dates=days("2026-11-20", "2026-11-24"))
    codes = [reason.code for reason in found(running)]
    assert codes == [TroubleReason.DAYS_OFF, TroubleReason.DAYS_OFF, TroubleReason.TOO_SOON]
    assert found(running)[-1].arg("days") == 0


@pytest.mark.parametrize(
    "one",
    [
        replace(R3, dates=days("2027-03-06"), status=Status.HELD),
        replace(R3, dates=days("2027-03-06"), status=Status.CANCELLED),
        replace(R3, dates=days("2026-11-21")),
        replace(R3, dates=month(2027, 3)),
        replace(R3, dates=None),
    ],
)
def test_what_is_over_or_open_is_not_looked_at(one: Consultation) -> None:
    assert found(one) == ()


# --- repairs -----------------------------------------------------------------------------------


def places(one: Consultation, *others: Consultation, **wished: object) -> list[str]:
    wishes = replace(Wishes(), **wished)  # type: ignore[arg-type]  # any of its fields
    made = repairs(one, (one, *others), PLAIN, wishes, TODAY, 3)
    assert all(at.end.toordinal() - at.start.toordinal() in (0, 1) for at in made)
    return [str(at.start) for at in made]


def test_the_nearest_places_while_the_others_stay() -> None:
    dark = (Blackout(CN, date(2027, 3, 2), date(2027, 3, 3)),)
    # 24 February and 8 March are as far away; on the way to the latter a Sunday is spent.
    assert places(R3, blackouts=dark) == ["2027-03-04", "2027-02-25", "2027-02-24"]


def test_a_round_stays_between_its_neighbours() -> None:
    before = meeting("R2", RU, Status.HELD, days("2027-03-01", "2027-03-02"))
    after = meeting("R4", RU, Status.CONFIRMED, days("2027-03-05"))
    far = (meeting("R1", CN, dates=month(2026, 5)), meeting("R5", CN, dates=days("2027-06-01")))
    assert places(R3, before, after, *far) == ["2027-03-03"]
    gone = meeting("R4", RU, Status.CANCELLED, days("2027-03-05"))
    assert len(places(R3, before, gone, meeting("X1", CN, dates=days("2027-03-04")))) == 3


def test_where_the_year_has_no_place_the_next_one_may() -> None:
    dark = (Blackout(RU, date(2027, 1, 1), date(2028, 1, 31)),)
    assert places(R3, blackouts=dark)[0] == "2028-02-02"
    longer = (Blackout(RU, date(2027, 1, 1), date(2029, 12, 31)),)
    assert places(R3, blackouts=longer) == []


def test_an_extraordinary_meeting_keeps_no_distance() -> None:
    one = meeting("X1", RU, Status.PLANNED, days("2027-03-06"))
    made = repairs(one, (one, R3), PLAIN, Wishes(), TODAY, 3)
    assert {at.cost.gap for at in made} == {0}
    assert made[0].start == date(2027, 3, 5)


def test_a_meeting_without_exact_dates_has_no_places() -> None:
    assert places(replace(R3, dates=month(2027, 3))) == []


def test_a_trouble_says_what_it_is_about() -> None:
    assert Trouble(R3, ()).consultation.id == "R3"
