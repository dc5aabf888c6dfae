"""Consultations and their delegates as rows."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, func, not_, or_, select

from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person
from db.aggregates import Aggregates, Values, by_id
from db.faults import readable
from db.schema import consultations, delegates

_C = consultations.c
_D = delegates.c

_REGULAR = _C.kind == Kind.REGULAR
_ORDER = (case((_REGULAR, 0), else_=1), case((_REGULAR, _C.number)), *by_id(consultations))
"""Regular ones by number, then the others by ID."""

_GONE = (Status.HELD, Status.CANCELLED)

_FEW = 500
"""Up to so many, delegates are asked for by ID; beyond, all are read in one pass."""

_People = dict[tuple[str, int], list[Delegate]]


class SqlConsultations(Aggregates[Consultation]):
    """See :class:`ports.Consultations`."""

    kind = "consultation"
    table = consultations
    owned = (delegates,)

    def between(self, start: date, end: date) -> tuple[Consultation, ...]:
        """See :meth:`ports.Consultations.between`."""
        inside = and_(_C.start_on <= end, _C.end_on >= start)
        return self._read(select(consultations).where(inside).order_by(_C.start_on, *_ORDER))

    def next_from(self, day: date, limit: int = 1) -> tuple[Consultation, ...]:
        """See :meth:`ports.Consultations.next_from`."""
        ahead = and_(_C.end_on >= day, _C.status.not_in(_GONE))
        nearest = select(consultations).where(ahead).order_by(_C.start_on, *_ORDER)
        return self._read(nearest.limit(limit))

    def with_status(self, *statuses: Status) -> tuple[Consultation, ...]:
        """See :meth:`ports.Consultations.with_status`."""
        return self._load(_C.status.in_(statuses))

    def count(self) -> int:
        """See :meth:`ports.Consultations.count`."""
        return int(self._session.rows(select(func.count()).select_from(consultations))[0][0])

    def highest_number(self) -> int:
        """See :meth:`ports.Consultations.highest_number`."""
        return int(self._session.rows(select(func.max(_C.number)))[0][0] or 0)

    def rounds(self, upto: int | None, limit: int) -> tuple[Consultation, ...]:
        """See :meth:`ports.Consultations.rounds`."""
        end = None if upto is None else self._first_from(upto)
        wanted = and_(_REGULAR, _C.number <= end) if end else _REGULAR
        last = select(consultations).where(wanted).order_by(_C.number.desc()).limit(limit)
        regular = self._read(last)[::-1]
        others = select(consultations).where(not_(_REGULAR))
        since = self._latest_before(regular[0].number or 0) if len(regular) == limit else None
        if since is not None:
            # A month-only meeting is placed by its 15th day, 14 days after its first.
            early = since - timedelta(days=14)
            others = others.where(or_(_C.start_on.is_(None), _C.start_on >= early))
        if end:
            days = (one.dates.planning_day for one in regular if one.dates)
            others = others.where(_C.start_on < max(days, default=date.min))
        found = self._read(others.order_by(*_ORDER))
        return (*regular, *(one for one in found if not _earlier(one, since)))

    def alike(self) -> tuple[tuple[Consultation, int], ...]:
        """See :meth:`ports.Consultations.alike`."""
        sort = (
            *(_C.kind, _C.status, _C.host, _C.country, _C.online),
            *(_C.turn_use, _C.turn_consent_cn, _C.turn_consent_ru),
        )
        groups = self._session.rows(select(func.min(_C.id), func.count()).group_by(*sort))
        counts: dict[str, int] = dict(groups)
        return tuple((one, counts[one.id]) for one in self._load(_C.id.in_(counts)))

    def _first_from(self, number: int) -> int | None:
        """The lowest number of a regular round that is not below ``number``."""
        where = and_(_REGULAR, _C.number >= number)
        found: int | None = self._session.rows(select(func.min(_C.number)).where(where))[0][0]
        return found

    def _latest_before(self, number: int) -> date | None:
        """The latest planning day of the regular rounds numbered below ``number``."""
        by_day = func.max(case((_C.precision == Precision.DAY, _C.start_on)))
        by_month = func.max(case((_C.precision == Precision.MONTH, _C.start_on)))
        where = and_(_REGULAR, _C.number < number)
        day, month = self._session.rows(select(by_day, by_month).where(where))[0]
        days = (day, month and month.replace(day=15))
        return max((found for found in days if found is not None), default=None)

    def _load(self, where: ColumnElement[bool] | None) -> tuple[Consultation, ...]:
        statement = select(consultations)
        if where is not None:
            statement = statement.where(where)
        return self._read(statement.order_by(*_ORDER))

    def _read(self, statement: Select[Any]) -> tuple[Consultation, ...]:
        with readable(self.kind), _keeping_all():
            rows = self._session.rows(statement)
            people = self._people([row[0] for row in rows])
            return tuple(_value(row, people) for row in rows)

    def _people(self, ids: Sequence[str]) -> _People:
        statement = select(delegates).order_by(_D.consultation, _D.delegation, _D.position)
        if len(ids) <= _FEW:
            statement = statement.where(_D.consultation.in_(ids))
        people: _People = {}
        for row in self._session.rows(statement):
            person = Person(*row[3:-1])
            people.setdefault((row[0], row[1]), []).append(Delegate(person, row[-1]))
        return people

    def _row(self, value: Consultation) -> Values:
        dates, venue, turn = value.dates, value.venue, value.turn
        return {
            "id": value.id,
            "uid": value.uid,
            "kind": value.kind,
            "number": value.number,
            "status": value.status,
            "host": value.host,
            "start_on": dates.start if dates else None,
            "end_on": dates.end if dates else None,
            "precision": dates.precision if dates else None,
            "country": venue.country,
            "city": venue.city,
            "site": venue.site,
            "online": venue.online,
            "turn_use": turn.use,
            "turn_basis": turn.basis,
            "turn_consent_cn": turn.consent_cn,
            "turn_consent_ru": turn.consent_ru,
            "basis": value.basis,
            "cost_note": value.cost_note,
            "sides": tuple(d.side for d in value.delegations),
            "former": value.former,
            "reason": value.reason,
            "proposal": value.proposal,
            "sequence": value.sequence,
            "version": value.version,
            "footing": value.footing,
        }

    def _owned_rows(self, value: Consultation) -> Iterable[tuple[Table, Sequence[Values]]]:
        yield (
            delegates,
            [
                {
                    "consultation": value.id,
                    "delegation": nth,
                    "position": position,
                    **{name: getattr(delegate.person, name) for name in _PERSON},
                    "role": delegate.role,
                }
                for nth, delegation in enumerate(value.delegations)
                for position, delegate in enumerate(delegation.delegates)
            ],
        )


def _earlier(one: Consultation, day: date | None) -> bool:
    return day is not None and one.dates is not None and one.dates.planning_day < day


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Everything made here is kept, so looking for garbage among it is in vain.

    With ten thousand consultations that search takes half of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_PERSON = ("uid", "name_zh", "name_ru", "name_latin", "post_zh", "post_ru", "email", "language")


def _value(row: Sequence[Any], people: _People) -> Consultation:
    id, uid, kind, number, status, host, start, end, precision = row[:9]
    country, city, site, online, use, turn_basis, cn, ru, basis, cost_note = row[9:19]
    sides, former, reason, proposal, sequence, version, footing = row[19:]
    return Consultation(
        uid=uid,
        id=id,
        kind=kind,
        number=number,
        status=status,
        host=host,
        dates=None if start is None else Dates(start, end, precision),
        venue=Venue(country, city, site, online),
        turn=TurnRecord(use, turn_basis, cn, ru),
        basis=basis,
        cost_note=cost_note,
        delegations=_delegations(id, sides, people),
        former=former,
        reason=reason,
        proposal=proposal,
        footing=footing,
        sequence=sequence,
        version=version,
    )


_EMPTY = {side: Delegation(side) for side in Side}


def _delegations(id: str, sides: tuple[Side, ...], people: _People) -> tuple[Delegation, ...]:
    return tuple(
        Delegation(side, tuple(people[id, nth])) if (id, nth) in people else _EMPTY[side]
        for nth, side in enumerate(sides)
    )
