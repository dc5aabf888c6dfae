"""Consultations for tests, made short."""

from datetime import date

from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import CAPITALS, NOWHERE, Side, Venue

CN, RU = Side.CN, Side.RU
ONLINE = Venue(online=True)
THIRD = Venue("KZ", "Astana")


def days(first: str, last: str | None = None) -> Dates:
    return Dates(date.fromisoformat(first), date.fromisoformat(last or first))


def month(year: int, number: int) -> Dates:
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return Dates(first, date.fromordinal(following.toordinal() - 1), Precision.MONTH)


def at(side: Side, city: str = "") -> Venue:
    return Venue(side.value, city or CAPITALS[side])


def agreed(use: TurnUse = TurnUse.AUTO) -> TurnRecord:
    return TurnRecord(use, "note 1", consent_cn=True, consent_ru=True)


def meeting(
    id: str,
    host: Side | None = None,
    status: Status = Status.HELD,
    dates: Dates | None = None,
    venue: Venue | None = None,
    turn: TurnRecord = TurnRecord(),  # noqa: B008 - a frozen value
    basis: str = "",
) -> Consultation:
    kind = {"R": Kind.REGULAR, "U": Kind.UNNUMBERED, "X": Kind.EXTRAORDINARY}[id[0]]
    if venue is None:
        venue = at(host) if host else NOWHERE
    number = int(id[1:]) if kind is Kind.REGULAR else None
    return Consultation(
        f"uid-{id}", id, kind, number, status, host, dates, venue, turn=turn, basis=basis
    )


SISTER = (
    meeting("R4", CN, dates=days("2009-12-08")),
    meeting("R8", CN, dates=month(2013, 1)),
    meeting("R9", RU, dates=days("2013-08-14", "2013-08-16"), venue=Venue("RU", "")),
    meeting("R10", CN, dates=days("2014-06-06")),
    meeting("U1", CN, dates=days("2019-12-04"), venue=at(CN, "Shanghai")),
    meeting("U2", RU, dates=month(2023, 2)),
    meeting("R18", RU, dates=days("2023-09-19")),
    meeting("R19", CN, dates=month(2024, 11)),
    meeting("R20", RU, dates=days("2025-12-02")),
)
"""The sister mechanism's public record (strategic security consultations), not this agreement's."""
