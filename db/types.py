"""Column types: the domain's values in columns that SQLite and PostgreSQL both have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from consultations_gui.application import codec
from consultations_gui.domain.parties import Side


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC. Refuses one without a time zone; gives back aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. Raises :class:`ValueError` for a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back from the column, which on SQLite has no zone of its own."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[StrEnum]):
    """A member of an enumeration, by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Members are text already; written out so that the driver sees plain ``str``."""
        return lambda value: None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """A dictionary's own look-up: registers are read in tens of thousands of cells."""
        found: dict[str | None, StrEnum | None] = {m.value: m for m in self.members}
        return (found | {None: None}).__getitem__

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:
        """Compare with members of the same enumeration."""
        return self


class Json(TypeDecorator[Any]):
    """A value of one type as canonical JSON text; ``None`` is NULL."""

    impl = Text
    cache_ok = True

    def __init__(self, holds: Any) -> None:
        super().__init__()
        self.holds = holds

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To text. Raises ``InvalidTextError`` for characters no file can hold."""
        return None if value is None else codec.to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Back to the value. Raises ``DamagedRecordError``."""
        if value == "[]":  # by far the most common, and reading it needs no converter
            return ()
        return None if value is None else codec.load(self.holds, value)


class Sides(TypeDecorator[tuple[Side, ...]]):
    """Which Parties have a delegation, in order: ``CN,RU``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Side, ...] | None, dialect: Dialect) -> str:
        """To text."""
        return ",".join(value or ())

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """There are few such lists, so each is read once."""
        return _sides


@cache
def _sides(text: str) -> tuple[Side, ...]:
    return tuple(Side(name) for name in text.split(",") if name)


class Reference(TypeDecorator[str]):
    """The ID of something else, or nothing: ``""`` in the domain, NULL in the column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Nothing is NULL, so that the foreign key does not ask for it."""
        return value or None

    def process_result_value(self, value: str | None, dialect: Dialect) -> str:
        """NULL is the empty ID."""
        return value or ""
