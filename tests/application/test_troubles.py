"""Dates that turned out bad, found in the register, with the nearest repairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import calendars, planning
from consultations_gui.application.offices import init
from consultations_gui.application.overview import overview
from consultations_gui.application.ports import Context
from consultations_gui.application.troubles import mending, mendings, places, update
from consultations_gui.application.waiting import WaitingKind
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.errors import NotFoundError
from consultations_gui.domain.planner import Blackout, Wishes
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.domain.workdays import Decree
from tests.application.fakes import make_context
from tests.application.meetings import record
from tests.domain.rounds import CN, RU, days, meeting, month


def register(*meetings: Consultation) -> Context:
    ctx = make_context()
    init(ctx, CN, "秘书处", "Секретариат")
    record(ctx, *meetings)
    return ctx


R1 = meeting("R1", CN, Status.CONFIRMED, days("2027-03-02", "2027-03-03"))
R2 = meeting("R2", RU, Status.PLANNED, days("2027-09-01"))


def test_an_empty_register_has_no_troubles() -> None:
    assert mendings(register()) == ()


def test_a_notice_entered_later_brings_a_trouble_and_its_repairs() -> None:
    ctx = register(R1, R2, meeting("R3", CN, Status.PLANNED))
    assert mendings(ctx) == ()
    calendars.add_decree(ctx, Decree(CN, 2027, off=(date(2027, 3, 2),)))
    (found,) = mendings(ctx, 2)
    assert (found.trouble.consultation.id, len(found.repairs)) == ("R1", 2)
    assert [reason.code for reason in found.trouble.reasons] == [TroubleReason.DAYS_OFF]
    assert found.repairs == places(ctx, "R1", 2)
    assert found.repairs[0].start == date(2027, 3, 3)
    with ctx.work() as uow:
        assert uow.consultations.get("R1").dates == R1.dates
    item = next(i for i in overview(ctx).waiting_for_us if i.kind is WaitingKind.TROUBLE)
    assert (item.id, item.due, item.count) == ("R1", date(2027, 3, 2), 1)


def test_one_meeting_is_looked_at_by_itself() -> None:
    ctx = register(R1, R2, replace(R1, id="R4", uid="R4", number=4, dates=days("2120-09-01")))
    calendars.add_decree(ctx, Decree(CN, 2027, off=(date(2027, 3, 2),)))
    found = mending(ctx, "R1", 1)
    assert found is not None
    assert (found.trouble.consultation.id, len(found.repairs)) == ("R1", 1)
    assert (mending(ctx, "R2"), mending(ctx, "R4")) == (None, None)
    assert update(ctx, "R1") is None
    for ask in (mending, update):
        with pytest.raises(NotFoundError):
            ask(ctx, "R9")


def test_a_blackout_entered_later() -> None:
    ctx = register(R1, R2)
    dark = Blackout(CN, date(2027, 8, 30), date(2027, 9, 1))
    planning.set_wishes(ctx, Wishes(blackouts=(dark,)))
    (found,) = mendings(ctx)
    assert [reason.code for reason in found.trouble.reasons] == [
        TroubleReason.BLACKOUT,
        TroubleReason.TRAVEL_BLACKOUT,
    ]


def test_meetings_past_all_calendars_are_left_out() -> None:
    far = replace(R2, dates=days("2120-09-01"))
    ctx = register(R1, far, meeting("R4", RU, Status.PLANNED, month(2120, 1)))
    assert mendings(ctx) == ()
    assert places(ctx, "R2", 3) == ()
    assert WaitingKind.TROUBLE not in {i.kind for i in overview(ctx).waiting_for_us}
    with pytest.raises(NotFoundError):
        places(ctx, "R9", 3)


def test_the_last_year_that_calendars_are_kept_for() -> None:
    ctx = register(replace(R2, dates=days("2098-09-01")))
    assert len(places(ctx, "R2", 3)) == 3
