"""The office's own decrees on working calendars as rows."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from consultations_gui.domain.workdays import Decree
from db.aggregates import Aggregates, Values, by_id
from db.faults import readable
from db.schema import decrees

_FIELDS = tuple(column.name for column in decrees.columns if column.name != "id")


class SqlDecrees(Aggregates[Decree]):
    """Decrees by side and year."""

    kind = "decree"
    table = decrees

    def _load(self, where: ColumnElement[bool] | None) -> tuple[Decree, ...]:
        statement = select(decrees).order_by(*by_id(decrees))
        with readable(self.kind):
            rows = self._session.records(statement if where is None else statement.where(where))
            return tuple(Decree(**{name: row[name] for name in _FIELDS}) for row in rows)

    def _row(self, value: Decree) -> Values:
        return {"id": value.id, **{name: getattr(value, name) for name in _FIELDS}}
