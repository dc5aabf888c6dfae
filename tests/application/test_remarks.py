"""Warnings on one meeting, asked of a whole register."""

from __future__ import annotations

from consultations_gui.application import consultations, remarks
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import PlanReason
from consultations_gui.domain.remarks import Remark
from consultations_gui.domain.rotation import RotationReason
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.application.fakes import make_context
from tests.domain.rounds import days


def test_a_meeting_on_a_sunday_of_a_provisional_year_beside_another_one() -> None:
    ctx = make_context(workdays=LibraryWorkdays())
    first = consultations.add(ctx, NewConsultation(dates=days("2031-03-09")))
    second = consultations.add(ctx, NewConsultation(dates=days("2031-03-09")))
    codes = [one.code for one in remarks.warnings(ctx, second)]
    assert set(codes) == {TroubleReason.DAYS_OFF, PlanReason.PROVISIONAL, Remark.OVERLAP}
    assert consultations.show(ctx, first.id) == first


def test_years_that_no_calendar_is_kept_for_are_not_looked_at() -> None:
    ctx = make_context(workdays=LibraryWorkdays())
    for dates in (days("1999-05-02"), None):
        one = consultations.add(ctx, NewConsultation(dates=dates))
        assert remarks.warnings(ctx, one) == ()


def test_a_turn_that_no_consent_explains_is_told_when_it_is_entered() -> None:
    ctx = make_context(workdays=LibraryWorkdays())
    consultations.add(ctx, NewConsultation(dates=days("2026-03-03"), host=Side.CN))
    again = consultations.add(ctx, NewConsultation(dates=days("2026-09-08"), host=Side.CN))
    assert RotationReason.SAME_SIDE_TWICE in [one.code for one in remarks.warnings(ctx, again)]
    assert remarks.entry(ctx, again).turn is Side.CN
