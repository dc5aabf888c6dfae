"""What all repositories have in common: versions, owned rows, typed refusals."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    InUseError,
    NotFoundError,
    StaleVersionError,
)
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.workdays import Decree
from db.faults import Breach, breach
from db.session import Session

V = TypeVar("V", Agenda, Consultation, Decree, Proposal)
Values = Mapping[str, Any]

_KINDS = {"agendas": "agenda", "consultations": "consultation", "proposals": "proposal"}


def by_id(table: Table) -> tuple[ColumnElement[Any], ...]:
    """The order of short IDs: by letter, then by number."""
    id_ = table.c.id
    return func.substr(id_, 1, 1), func.length(id_), id_


class Aggregates(ABC, Generic[V]):
    """Aggregates of one kind: a row each in ``table`` and rows they own in ``owned``.

    The first primary key column of an owned table names the owner.
    """

    kind: str
    table: Table
    owned: tuple[Table, ...] = ()

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, id: str) -> V:
        """See :meth:`ports.Repository.get`."""
        value = self.find(id)
        if value is None:
            raise NotFoundError(kind=self.kind, id=id)
        return value

    def find(self, id: str) -> V | None:
        """See :meth:`ports.Repository.find`."""
        found = self._load(self.table.c.id == id)
        return found[0] if found else None

    def all(self) -> tuple[V, ...]:
        """See :meth:`ports.Repository.all`."""
        return self._load(None)

    def add(self, value: V) -> V:
        """See :meth:`ports.Repository.add`."""
        if self._version(value.id) is not None:
            raise AlreadyExistsError(kind=self.kind, id=value.id)
        stored = replace(value, version=value.version + 1)
        with self._guarded(value):
            self._session.write(insert(self.table), self._row(stored))
            for table, rows in self._owned_rows(stored):
                if rows:
                    self._session.write(insert(table), rows)
        return stored

    def replace(self, value: V) -> V:
        """See :meth:`ports.Repository.replace`."""
        stored = replace(value, version=value.version + 1)
        row = dict(self._row(stored))
        with self._guarded(value):
            touched = self._session.write(
                update(self.table).where(self._this_version()).values(row),
                {"this_id": value.id, "this_version": value.version},
            )
            if not touched:
                raise self._stale(value.id)
            for table, rows in self._owned_rows(stored):
                self._sync(table, value.id, rows)
        return stored

    def remove(self, id: str, version: int) -> None:
        """See :meth:`ports.Repository.remove`."""
        try:
            touched = self._session.write(
                delete(self.table).where(self._this_version()),
                {"this_id": id, "this_version": version},
            )
        except IntegrityError as error:
            raise InUseError(kind=self.kind, id=id) from error
        if not touched:
            raise self._stale(id)

    @abstractmethod
    def _load(self, where: ColumnElement[bool] | None) -> tuple[V, ...]:
        """The values that fulfil ``where``, in their order."""

    @abstractmethod
    def _row(self, value: V) -> Values:
        """The value's own row."""

    def _owned_rows(self, value: V) -> Iterable[tuple[Table, Sequence[Values]]]:  # noqa: ARG002
        """The rows that ``value`` owns, table by table; most kinds own none."""
        return ()

    def _version(self, id: str) -> int | None:
        rows = self._session.rows(select(self.table.c.version).where(self.table.c.id == id))
        return rows[0][0] if rows else None

    def _this_version(self) -> ColumnElement[bool]:
        return and_(
            self.table.c.id == bindparam("this_id"),
            self.table.c.version == bindparam("this_version"),
        )

    def _stale(self, id: str) -> StaleVersionError | NotFoundError:
        if self._version(id) is None:
            return NotFoundError(kind=self.kind, id=id)
        return StaleVersionError(kind=self.kind, id=id)

    def _sync(self, table: Table, owner: str, rows: Sequence[Values]) -> None:
        """Make the rows of ``owner`` in ``table`` these, touching only those that differ."""
        names = [column.name for column in table.primary_key.columns]
        key = and_(*(table.c[name] == bindparam(f"key_{name}") for name in names))
        stored: dict[tuple[Any, ...], Values] = {
            tuple(row[name] for name in names): row
            for row in self._session.records(select(table).where(table.c[names[0]] == owner))
        }
        for row in rows:
            here = tuple(row[name] for name in names)
            old = stored.pop(here, None)
            if old is None:
                self._session.write(insert(table), row)
            elif any(old[name] != value for name, value in row.items()):
                place = {f"key_{name}": row[name] for name in names}
                self._session.write(update(table).where(key).values(dict(row)), place)
        for gone in stored:
            place = {f"key_{name}": part for name, part in zip(names, gone, strict=True)}
            self._session.write(delete(table).where(key), place)

    @contextmanager
    def _guarded(self, value: V) -> Iterator[None]:
        try:
            yield
        except IntegrityError as error:
            match breach(error):
                case Breach.DUPLICATE:
                    raise AlreadyExistsError(kind=self.kind, id=value.id) from error
                case Breach.REFERENCE:
                    raise self._missing(value) from error
                case _:
                    raise

    def _missing(self, value: V) -> NotFoundError:
        """Which of the things ``value`` refers to is not there (one of them is not)."""
        return next(
            NotFoundError(kind=_KINDS[table.name], id=id)
            for table, id in self._references(value)
            if id and not self._there(table, id)
        )

    def _references(self, value: V) -> Iterator[tuple[Table, str]]:
        """The table and ID of everything ``value`` refers to, its own row's first."""
        for table, rows in ((self.table, [self._row(value)]), *self._owned_rows(value)):
            for key in table.foreign_keys:
                for row in rows:
                    yield key.column.table, row[key.parent.name]

    def _there(self, table: Table, id: str) -> bool:
        return bool(self._session.rows(select(table.c.id).where(table.c.id == id)))
