"""What is told of one meeting's dates and turn."""

from __future__ import annotations

from datetime import date

from consultations_gui.domain.consultation import Consultation, Status, TurnUse
from consultations_gui.domain.planner import PlanReason, Wishes
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.remarks import Remark, remarks
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.domain.workdays import Decree, Origin, WorkCalendar
from tests.domain.rounds import CN, ONLINE, RU, agreed, days, meeting, month

UNSURE = {
    side: WorkCalendar(
        side,
        [
            Decree(side, year, origin=Origin.OFFICE if year == 2026 else Origin.EXTRAPOLATED)
            for year in range(2025, 2029)
        ],
    )
    for side in (CN, RU)
}


def told(one: Consultation, *others: Consultation) -> tuple[Reason, ...]:
    return remarks(one, (one, *others), UNSURE, Wishes(notice=0), date(2026, 1, 10))


def test_days_off_and_provisional_years() -> None:
    weekend = meeting("R1", CN, Status.PLANNED, days("2027-02-05", "2027-02-06"))
    assert [(one.code, dict(one.args).get("side")) for one in told(weekend)] == [
        (TroubleReason.DAYS_OFF, "CN"),
        (TroubleReason.DAYS_OFF, "RU"),
        (PlanReason.PROVISIONAL, "CN"),
        (PlanReason.PROVISIONAL, "RU"),
    ]
    turn_of_year = meeting("R1", CN, Status.PLANNED, days("2026-12-31", "2027-01-01"))
    assert Reason.of(PlanReason.PROVISIONAL, side="CN", year=2027) in told(turn_of_year)


def test_nothing_is_told_of_a_plain_meeting_or_of_one_without_exact_days() -> None:
    assert told(meeting("R1", CN, Status.PLANNED, days("2026-02-04"))) == ()
    assert told(meeting("R1", CN, Status.PLANNED, month(2027, 2))) == ()
    assert told(meeting("R1", CN, Status.PLANNED)) == ()
    assert told(meeting("R1", CN, Status.HELD, days("2025-02-04"))) == ()


def test_live_meetings_on_the_same_days_overlap() -> None:
    one = meeting("R1", CN, Status.PLANNED, days("2026-02-04", "2026-02-05"))
    found = told(
        one,
        meeting("R2", RU, Status.PLANNED, days("2026-02-05", "2026-02-06")),
        meeting("R3", CN, Status.CANCELLED, days("2026-02-05")),
        meeting("R4", CN, Status.PLANNED, days("2026-02-09")),
    )
    assert found == (Reason.of(Remark.OVERLAP, id="R1", other="R2"),)
    given_up = meeting("R5", CN, Status.CANCELLED, days("2026-02-04"))
    assert told(given_up, one) == ()


def test_a_meeting_without_number_that_uses_a_turn_says_so() -> None:
    assert told(meeting("U1", RU)) == (Reason.of(Remark.UNNUMBERED_TURN, id="U1", side="RU"),)
    assert told(meeting("U1", RU, turn=agreed(TurnUse.NONE))) == ()
    assert told(meeting("U1", None, venue=ONLINE)) == ()
    assert told(meeting("U1", RU, Status.CANCELLED)) == ()


def test_without_calendars_only_what_needs_none_is_told() -> None:
    one = meeting("R1", CN, dates=days("1999-05-02"))
    other = meeting("R2", RU, dates=days("1999-05-02"))
    found = remarks(one, (one, other), {}, Wishes(), date(2026, 1, 10))
    assert [reason.code for reason in found] == [Remark.OVERLAP]
