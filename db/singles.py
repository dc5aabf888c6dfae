"""What a register has one of: office, planner's wishes, agreement's facts, correspondence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from sqlalchemy import Table, bindparam, delete, insert, select, update

from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.errors import StaleVersionError
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City
from consultations_gui.domain.planner import Wishes
from db.aggregates import Values
from db.faults import readable
from db.schema import cities, correspondence, facts, office, wishes
from db.session import Session

S = TypeVar("S", AgreementFacts, Correspondence, Office, Wishes)

_PLACE = 1
"""The only row's key; a CHECK allows no other."""


_CITY = ("key", "country", "zh", "ru", "zone")


class _Single(ABC, Generic[S]):
    kind: str
    table: Table

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> S | None:
        """See :meth:`ports.Single.get`."""
        with readable(self.kind, self.kind):
            rows = self._session.records(select(self.table))
            return self._value(rows[0]) if rows else None

    def put(self, value: S) -> S:
        """See :meth:`ports.Single.put`."""
        self._session.lock()
        stored = replace(value, version=value.version + 1)
        if not self._session.rows(select(self.table.c.place)):
            self._session.write(insert(self.table), {"place": _PLACE, **self._row(stored)})
        else:
            statement = update(self.table).where(self._same_version()).values(**self._row(stored))
            if not self._session.write(statement, {"this_version": value.version}):
                raise StaleVersionError(kind=self.kind, id=self.kind)
        self._keep_owned(stored)
        return stored

    def clear(self, version: int) -> None:
        """See :meth:`ports.Single.clear`."""
        statement = delete(self.table).where(self._same_version())
        if not self._session.write(statement, {"this_version": version}):
            raise StaleVersionError(kind=self.kind, id=self.kind)

    @abstractmethod
    def _value(self, row: Values) -> S:
        """The value that ``row`` holds."""

    def _row(self, value: S) -> Values:
        return {name: getattr(value, name) for name in self._names()}

    def _names(self) -> Sequence[str]:
        return [column.name for column in self.table.columns if column.name != "place"]

    def _keep_owned(self, value: S) -> None:
        """Store what stands in other tables; most kinds have nothing there."""

    def _same_version(self) -> Any:
        return self.table.c.version == bindparam("this_version")


class SqlOffice(_Single[Office]):
    """The office and the cities it added."""

    kind = "office"
    table = office

    def _value(self, row: Values) -> Office:
        added = self._session.records(select(cities).order_by(cities.c.position))
        known = tuple(City(**{name: city[name] for name in _CITY}) for city in added)
        return Office(**{name: row[name] for name in self._names()}, cities=known)

    def _keep_owned(self, value: Office) -> None:
        self._session.write(delete(cities), {})
        rows = [
            {
                "place": _PLACE,
                "position": position,
                **{name: getattr(city, name) for name in _CITY},
            }
            for position, city in enumerate(value.cities)
        ]
        if rows:
            self._session.write(insert(cities), rows)


class SqlWishes(_Single[Wishes]):
    """The planner's wishes."""

    kind = "wishes"
    table = wishes

    def _value(self, row: Values) -> Wishes:
        return Wishes(**{name: row[name] for name in self._names()})


class SqlFacts(_Single[AgreementFacts]):
    """What the office knows of the agreement's life."""

    kind = "facts"
    table = facts

    def _value(self, row: Values) -> AgreementFacts:
        return AgreementFacts(**{name: row[name] for name in self._names()})


class SqlCorrespondence(_Single[Correspondence]):
    """How the office writes its notes."""

    kind = "correspondence"
    table = correspondence

    def _value(self, row: Values) -> Correspondence:
        return Correspondence(**{name: row[name] for name in self._names()})
