"""The note under an agenda that says what the times mean in both capitals.

Times on the paper are the host city's. Beijing and Moscow are five hours
apart today; the note reckons with the zones of the IANA database on the very
day of the meeting and never with a fixed difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from consultations_gui.domain.parties import CAPITAL_ZONES, CAPITALS, City, Side
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.words import N_, Words

_IN_CAPITAL = {
    Side.CN: N_("Times are Beijing time; Moscow time is {other}."),
    Side.RU: N_("Times are Moscow time; Beijing time is {other}."),
}
_LIKE_CAPITAL = {
    Side.CN: N_("Times are local ({city}), the same as Beijing time; Moscow time is {other}."),
    Side.RU: N_("Times are local ({city}), the same as Moscow time; Beijing time is {other}."),
}
_ELSEWHERE = {
    Side.CN: N_("Times are local ({city}, {offset}); Beijing time is {cn}, Moscow time is {ru}."),
    Side.RU: N_("Times are local ({city}, {offset}); Moscow time is {ru}, Beijing time is {cn}."),
}


@dataclass(frozen=True)
class Place:
    """Where the times are: the city (``None`` online or while open) and its IANA zone."""

    city: City | None
    zone: str


def time_notes(
    place: Place, openings: tuple[tuple[date, time], ...], words: Words, city: str, first: Side
) -> tuple[str, ...]:
    """One note for the meeting, or one a day if clocks change between its days.

    ``openings`` are the days with their opening times, local to the place;
    ``city`` is its name as this language prints it; ``first`` is the side
    whose capital is mentioned first in a third place.
    """
    notes = [(day, _note(place, day, at, words, city, first)) for day, at in openings]
    if len({note for _, note in notes}) <= 1:
        return tuple(note for _, note in notes[:1])
    return tuple(
        words.trc("note for one day", "{date}: {note}", date=long_date(day, words.language), note=n)
        for day, n in notes
    )


def _note(place: Place, day: date, at: time, words: Words, city: str, first: Side) -> str:
    moment = datetime.combine(day, at, ZoneInfo(place.zone))
    shifts = {side: _shift(moment, CAPITAL_ZONES[side]) for side in Side}
    for side in Side:
        if shifts[side]:
            continue
        other = _plus(shifts[side.other], words)
        if place.city is None or place.city.key == CAPITALS[side]:
            return words.tr(_IN_CAPITAL[side], other=other)
        return words.tr(_LIKE_CAPITAL[side], city=city, other=other)
    return words.tr(
        _ELSEWHERE[first],
        city=city,
        offset=utc_offset(moment),
        cn=_plus(shifts[Side.CN], words),
        ru=_plus(shifts[Side.RU], words),
    )


def _shift(moment: datetime, zone: str) -> timedelta:
    """How far the clock in ``zone`` is ahead of the one that shows ``moment``."""
    there = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return there - moment.replace(tzinfo=None)


def _plus(shift: timedelta, words: Words) -> str:
    minutes = int(shift.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    if rest:
        mixed = N_("plus {hours} h {rest} min") if minutes > 0 else N_("minus {hours} h {rest} min")
        return words.tr(mixed, hours=hours, rest=rest)
    if minutes > 0:
        return words.trn("plus {n} hour", "plus {n} hours", hours)
    return words.trn("minus {n} hour", "minus {n} hours", hours)


def utc_offset(moment: datetime) -> str:
    """The offset of an aware moment as it is printed: ``UTC+10``, ``UTC−3:30``, ``UTC``."""
    offset = moment.utcoffset() or timedelta()
    hours, rest = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "+" if offset > timedelta() else "−"
    shown = f"{hours}:{rest:02}" if rest else str(hours)
    return f"UTC{sign}{shown}" if offset else "UTC"
