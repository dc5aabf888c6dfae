"""What an offer's dates would cost, asked of a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import consultations, offices, planning, proposals, soundings
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import NotFoundError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.soundings import Sounding, SoundingReason, Survey
from consultations_gui.domain.troubles import TroubleReason
from tests.application.fakes import make_context
from tests.domain.negotiation import ACCEPTED, KAZAN, MARCH, TERMS


@pytest.fixture
def ctx() -> Context:
    ctx = make_context()
    offices.init(ctx, Side.CN, "秘书处", "Секретариат")
    return ctx


def first(found: Survey) -> Sounding:
    weighed = found.options[0]
    assert weighed is not None
    return weighed


def test_every_option_is_weighed_by_the_offices_own_wishes(ctx: Context) -> None:
    before = soundings.sound(ctx, TERMS)
    assert len(before.options) == len(TERMS.dates)
    planning.set_wishes(ctx, replace(Wishes(), notice=365))
    assert TroubleReason.TOO_SOON in [r.code for r in first(soundings.sound(ctx, TERMS)).against]


def test_the_place_decides_who_travels(ctx: Context) -> None:
    monday = replace(TERMS, dates=(Dates(date(2027, 3, 1), date(2027, 3, 2)),))
    online = replace(monday, venue=Venue(online=True))
    assert first(soundings.sound(ctx, monday)).cost.travel > 0
    assert first(soundings.sound(ctx, online)).cost.travel == 0


def test_a_round_is_weighed_without_itself_in_the_way(ctx: Context) -> None:
    consultations.add(ctx, NewConsultation(dates=MARCH))
    clash = [reason.code for reason in first(soundings.sound(ctx, TERMS)).against]
    assert clash == [SoundingReason.CLASH]
    about = soundings.sound(ctx, replace(TERMS, venue=KAZAN), "R1")
    assert first(about).good
    online = soundings.sound(ctx, replace(TERMS, venue=Venue(online=True)), "R1")
    assert first(online).good
    with pytest.raises(NotFoundError):
        soundings.sound(ctx, TERMS, "R9")


def test_what_was_convened_is_not_in_its_own_way(ctx: Context) -> None:
    proposals.new(ctx, "一", "А", TERMS)
    proposals.transmit(ctx, "P1")
    proposals.answer(ctx, "P1", ACCEPTED, Side.RU)
    made = proposals.convene(ctx, "P1")
    agreed = replace(TERMS, dates=(MARCH,))
    assert not first(soundings.sound(ctx, agreed)).good
    assert first(soundings.sound(ctx, agreed, made.id)).good
    assert soundings.of_proposal(ctx, "P1") == soundings.sound(ctx, agreed, made.id)


def test_the_dates_a_proposal_is_about_now(ctx: Context) -> None:
    consultations.add(ctx, NewConsultation(dates=MARCH))
    proposals.new(ctx, "一", "А", TERMS, about="R1")
    assert soundings.of_proposal(ctx, "P1") == soundings.sound(ctx, TERMS, "R1")
    with pytest.raises(NotFoundError):
        soundings.of_proposal(ctx, "P9")


def test_without_dates_or_a_calendar_there_is_nothing_to_weigh(ctx: Context) -> None:
    assert soundings.sound(ctx, replace(TERMS, dates=())) == Survey((), ())
    ancient = replace(TERMS, dates=(Dates(date(1999, 3, 2), date(1999, 3, 2)),))
    assert soundings.sound(ctx, ancient) == Survey((None,), ())
