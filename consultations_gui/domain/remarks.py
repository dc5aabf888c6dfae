"""What is worth telling of the dates and the turn of one meeting. It never stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.decree_effects import meeting_days
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import PlanReason, Wishes
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation_walk import place
from consultations_gui.domain.troubles import WATCHED, troubles
from consultations_gui.domain.workdays import WorkCalendar


class Remark(StrEnum):
    """What is told of a meeting beside what is wrong with its days."""

    OVERLAP = "overlap"
    """``id`` and ``other`` meet on the same days. Args: id, other."""
    ON_OFFER = "on_offer"
    """The dates of ``id`` were offered to the other side; a plan moves it from them. Args: id."""
    UNNUMBERED_TURN = "unnumbered_turn"
    """``id`` takes no number, yet uses the turn of ``side``. Args: id, side."""


def remarks(
    one: Consultation,
    others: Iterable[Consultation],
    calendars: Mapping[Side, WorkCalendar],
    wishes: Wishes,
    today: date,
) -> tuple[Reason, ...]:
    """Days off, blackouts, short notice, provisional years, overlaps, and a turn used silently.

    ``calendars`` hold the years of the meeting, or nothing where none are kept
    for them. Days that are only known by their month are not looked at.
    """
    found: list[Reason] = []
    if calendars:
        for trouble in troubles((one,), calendars, wishes, today):
            found += trouble.reasons
        found += _provisional(one, calendars)
    found += _overlaps(one, others)
    side = place(one)
    if one.kind is Kind.UNNUMBERED and one.live and side is not None and not one.turn.agreed:
        found.append(Reason.of(Remark.UNNUMBERED_TURN, id=one.id, side=side))
    return tuple(found)


def _provisional(one: Consultation, calendars: Mapping[Side, WorkCalendar]) -> Iterator[Reason]:
    """The country-years of a meeting still to come that no notice has fixed."""
    if one.status not in WATCHED:
        return
    for side in Side:
        unsure = {day.year for day in meeting_days(one) if not calendars[side].day(day).confirmed}
        for year in sorted(unsure):
            yield Reason.of(PlanReason.PROVISIONAL, side=side, year=year)


def _overlaps(one: Consultation, others: Iterable[Consultation]) -> Iterator[Reason]:
    """Other live meetings on one of its days."""
    days = set(meeting_days(one))
    for other in others:
        if one.live and other.live and other.id != one.id and days & set(meeting_days(other)):
            yield Reason.of(Remark.OVERLAP, id=one.id, other=other.id)
