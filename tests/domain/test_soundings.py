"""An offer's dates weighed: the planner's cost, what speaks against them, better ones nearby."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations_gui.domain.consultation import Consultation, Dates, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, Season, Weights, Wishes
from consultations_gui.domain.soundings import (
    APART,
    NEARBY,
    Sounding,
    SoundingReason,
    Survey,
    in_calendars,
    survey,
    years,
)
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, Decree, WorkCalendar
from tests.domain.rounds import CN, ONLINE, RU, at, days, meeting, month

TODAY = date(2026, 11, 23)
WEEKENDS = {side: WorkCalendar(side, ()) for side in Side}
TUESDAY, WEEKEND = days("2027-03-02", "2027-03-03"), days("2027-03-06", "2027-03-07")
IN_DALIAN = meeting("X1", CN, Status.TENTATIVE, venue=at(CN, "Dalian"))
R2 = meeting("R2", RU, Status.CONFIRMED, days("2026-12-08", "2026-12-09"))
R3 = meeting("R3", CN, Status.PLANNED, days("2027-06-08", "2027-06-09"))
R4 = meeting("R4", RU, Status.PLANNED, days("2027-12-07", "2027-12-08"))
AS_THEY_COME = Wishes()


def sound(
    *options: Dates,
    subject: Consultation = IN_DALIAN,
    others: Sequence[Consultation] = (),
    wishes: Wishes = AS_THEY_COME,
    count: int = 3,
) -> Survey:
    return survey(subject, options, others, WEEKENDS, wishes, TODAY, count)


def one(found: Survey, option: int = 0) -> Sounding:
    weighed = found.options[option]
    assert weighed is not None
    return weighed


def codes(weighed: Sounding) -> list[str]:
    return [reason.code for reason in weighed.against]


def test_a_cost_is_told_with_what_it_is_made_of() -> None:
    wishes = Wishes(seasons=(Season(RU, 3, 10, 3, 31),), weights=Weights(provisional=3))
    weighed = one(sound(TUESDAY, wishes=wishes))
    assert weighed.good
    assert (weighed.cost.gap, weighed.following) == (0, 0)
    assert weighed.cost.season == 2 * 8
    # Two meeting days unsure in China; those and two travel days in Russia.
    assert weighed.cost.provisional == 3 * (2 + 4)
    assert weighed.total == weighed.cost.total


def test_dates_no_plan_would_take_are_weighed_too_and_say_why() -> None:
    weighed = one(sound(WEEKEND))
    assert not weighed.good
    assert codes(weighed) == [TroubleReason.DAYS_OFF] * 2
    assert weighed.cost.travel == 0  # Friday and Monday
    dark = Wishes(blackouts=(Blackout(RU, date(2027, 3, 1), date(2027, 3, 1)),))
    assert codes(one(sound(TUESDAY, wishes=dark))) == [TroubleReason.TRAVEL_BLACKOUT]
    soon = days("2026-12-01")
    assert codes(one(sound(soon))) == [TroubleReason.TOO_SOON]


def test_nobody_travels_to_a_meeting_online() -> None:
    monday = days("2027-03-01")
    online = replace(IN_DALIAN, host=None, venue=ONLINE)
    assert one(sound(monday)).cost.travel == 5
    assert one(sound(monday, subject=online)).cost.travel == 0


def test_an_extraordinary_session_pays_for_no_gap_but_keeps_clear_of_meetings() -> None:
    near = days("2026-12-09", "2026-12-10")
    found = sound(near, TUESDAY, others=(R2, R3))
    assert codes(one(found)) == [TroubleReason.TOO_SOON, SoundingReason.CLASH]
    assert one(found).against[-1].arg("id") == "R2"
    later = one(found, 1)
    assert (later.cost.gap, later.following) == (0, 0)
    assert (later.before, later.after) == (R2, R3)
    gone = replace(R2, status=Status.CANCELLED)
    put_off = replace(R3, status=Status.POSTPONED, dates=None)
    alone = one(sound(near, others=(gone, put_off, meeting("U1", CN, dates=month(2026, 12)))))
    assert codes(alone) == [TroubleReason.TOO_SOON]
    assert (alone.before, alone.after) == (None, None)
    moved = replace(R3, status=Status.POSTPONED)  # to the days it has now
    assert one(sound(near, others=(moved,))).after == moved


def test_a_round_pays_for_its_gaps_and_keeps_its_place_in_the_order() -> None:
    wished = Wishes(gap=182)
    asked = days("2027-07-06", "2027-07-07")
    found = sound(asked, subject=R3, others=(R2, R3, R4), wishes=wished)
    assert one(found).good
    # From 8 December it is 210 days, and 154 on to 7 December.
    assert (one(found).cost.gap, one(found).following) == (28, 28)
    behind = one(sound(days("2027-12-08"), subject=R3, others=(R2, R3, R4)))
    assert codes(behind) == [SoundingReason.CLASH, SoundingReason.OUT_OF_ORDER]
    assert [reason.arg("id") for reason in behind.against] == ["R4", "R4"]
    ahead = one(sound(days("2026-12-07"), subject=R4, others=(R2, R3, R4)))
    assert codes(ahead) == [TroubleReason.TOO_SOON, SoundingReason.OUT_OF_ORDER]
    first = one(sound(days("2027-02-02"), subject=replace(R2, dates=None), others=(R2, R4)))
    assert first.cost.gap == 0


def test_the_gap_to_a_round_of_another_year_is_its_own_years_affair() -> None:
    far = replace(R4, dates=days("2028-02-08"))
    weighed = one(sound(days("2027-07-06"), subject=R3, others=(R3, far)))
    assert weighed.following == 0


def test_better_places_are_cheaper_apart_nearby_and_free() -> None:
    monday = days("2027-03-01", "2027-03-02")
    found = sound(monday, others=(meeting("R9", CN, Status.CONFIRMED, TUESDAY),))
    assert codes(one(found)) == [SoundingReason.CLASH]
    plain = sound(monday)
    assert one(plain).good
    assert [place.dates.start for place in plain.better] == [
        date(2027, 3, 2),
        date(2027, 2, 23),
        date(2027, 3, 9),
    ]
    assert all(place.total < one(plain).total for place in plain.better)
    assert date(2027, 3, 2) not in {place.dates.start for place in found.better}
    assert sound(TUESDAY).better == ()
    assert len(sound(WEEKEND, count=1).better) == 1


def test_of_dates_nobody_keeps_a_calendar_for_nothing_is_said() -> None:
    ancient = days("1999-03-02")
    assert years((ancient,)) is None
    found = sound(ancient)
    assert found == Survey((None,), ())
    both = sound(ancient, TUESDAY)
    assert both.options[0] is None
    assert one(both, 1).good
    assert sound() == Survey((), ())


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (date(2027, 3, 2), date(2027, 3, 3), (2027, 2027)),
        (date(2027, 2, 1), date(2027, 11, 30), (2026, 2028)),
        (date(FIRST_YEAR, 1, 5), date(FIRST_YEAR, 1, 6), (FIRST_YEAR, FIRST_YEAR)),
        (date(LAST_YEAR, 12, 20), date(LAST_YEAR, 12, 21), (LAST_YEAR, LAST_YEAR)),
    ],
)
def test_the_years_looked_at(start: date, end: date, wanted: tuple[int, int]) -> None:
    assert years((Dates(start, end),)) == wanted
    assert in_calendars(Dates(start, end))


SETTLED = {
    side: WorkCalendar(side, [Decree(side, year) for year in (2026, 2027, 2028)]) for side in Side
}
STARTS = st.integers(0, 300).map(lambda n: date(2027, 2, 1) + timedelta(days=n))


@settings(max_examples=40)
@given(
    start=STARTS,
    length=st.integers(1, 4),
    dark=STARTS,
    gap=st.sampled_from([0, 91, 182]),
    subject=st.sampled_from([IN_DALIAN, R3, replace(IN_DALIAN, host=RU, venue=at(RU))]),
)
def test_what_is_called_better_weighs_the_same_when_it_is_proposed(
    start: date, length: int, dark: date, gap: int, subject: Consultation
) -> None:
    """The planner's search and the weighing of given dates agree, whatever the wishes."""
    wishes = Wishes(
        gap=gap,
        seasons=(Season(CN, 4, 1, 5, 31), Season(RU, 9, 1, 10, 15)),
        blackouts=(Blackout(RU, dark, dark + timedelta(days=9)),),
    )
    others = (R2, R3, R4)
    option = Dates(start, start + timedelta(days=length - 1))
    found = survey(subject, (option,), others, SETTLED, wishes, TODAY, 5)
    offered = one(found)
    again = survey(subject, tuple(p.dates for p in found.better), others, SETTLED, wishes, TODAY, 5)
    assert again.options == found.better
    starts = [place.dates.start for place in found.better]
    for place in found.better:
        assert place.good
        assert place.dates.days == length
        assert option.start - NEARBY <= place.dates.start
        assert place.dates.end <= option.end + NEARBY
        assert not offered.good or place.total < offered.total
        apart = [abs((place.dates.start - other).days) for other in starts]
        assert sum(days < APART for days in apart) == 1
