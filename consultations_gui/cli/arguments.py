"""How what a person types becomes values: dates, periods, venues, sides."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.consultation_rules import EARLIEST_YEAR
from consultations_gui.domain.errors import (
    CannotReadError,
    DatesOutsideError,
    InvalidDateError,
    InvalidPeriodError,
    JsonShapeError,
    NotFoundError,
    PeriodLengthError,
)
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.proposal import Answer, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.workdays import LAST_YEAR

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_LENGTH = re.compile(r"[0-9]{1,3}")
_MINUTES = re.compile(r"[0-9]{1,4}")
LONGEST = 366
"""Days a period may span; more is a slip of the pen."""


def day(text: str) -> date:
    """A date written YYYY-MM-DD. Raises ``InvalidDateError``."""
    if not _DAY.fullmatch(text):
        raise InvalidDateError(text=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidDateError(text=text) from None


def is_month(text: str) -> bool:
    """Whether ``text`` is written as a month, YYYY-MM."""
    return _MONTH.fullmatch(text) is not None


def month(text: str) -> Dates:
    """A month written YYYY-MM, for meetings of which only that is public."""
    if not _MONTH.fullmatch(text):
        raise InvalidDateError(text=text)
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise InvalidDateError(text=text) from None
    return Dates(first, first.replace(day=monthrange(first.year, first.month)[1]), Precision.MONTH)


def period(text: str) -> Dates:
    """``2027-03-02``, ``2027-03-02..2027-03-03`` or ``2027-03-02+2`` (two meeting days).

    Raises ``InvalidDateError``, ``InvalidPeriodError``, ``PeriodLengthError``,
    ``DatesOutsideError`` for one past the last day there is, and ``EndBeforeStartError``.
    """
    if ".." in text:
        start, end = text.split("..", 1)
        return Dates(day(start), day(end))
    if "+" in text:
        start, length = text.split("+", 1)
        if not _LENGTH.fullmatch(length):
            raise InvalidPeriodError(text=text)
        return _span(day(start), int(length), text)
    return Dates(day(text), day(text))


def _span(first: date, days: int, text: str) -> Dates:
    """``days`` meeting days from ``first`` on; ``text`` is what was written."""
    if not 1 <= days <= LONGEST:
        raise PeriodLengthError(text=text, most=LONGEST)
    if date.max - first < timedelta(days=days - 1):
        raise DatesOutsideError(year=first.year, least=EARLIEST_YEAR, most=LAST_YEAR)
    return Dates(first, first + timedelta(days=days - 1))


def dates(start: str | None, end: str | None, days: int | None) -> Dates | None:
    """The dates that ``--start``, ``--end`` and ``--days`` name; a start of YYYY-MM is a month.

    Raises ``InvalidDateError``, ``PeriodLengthError``, ``DatesOutsideError`` for a meeting
    past the last day there is, and ``EndBeforeStartError``.
    """
    if start is None:
        return None
    if is_month(start) and end is None and days is None:
        return month(start)
    first = day(start)
    if end is not None:
        return Dates(first, day(end))
    length = 1 if days is None else days
    return _span(first, length, f"{start}+{length}")


def pin(text: str) -> tuple[int, date]:
    """``R3=2027-04-12``: the start a round is fixed to."""
    name, _, start = text.partition("=")
    if not re.fullmatch(r"[Rr][0-9]{1,6}", name) or not start:
        raise InvalidPeriodError(text=text)
    return int(name[1:]), day(start)


def round_number(text: str) -> int:
    """``R3``: the number of a regular round. Raises ``NotFoundError`` for anything else."""
    if not re.fullmatch(r"[Rr][0-9]{1,6}", text):
        raise NotFoundError(kind="consultation", id=text)
    return int(text[1:])


def read_json(path: str) -> Any:
    """The JSON document in a UTF-8 file. Raises ``CannotReadError`` and ``JsonShapeError``."""
    try:
        # A byte order mark, as Windows' editors put it there, is no part of the document.
        return _parsed(Path(path).read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        raise CannotReadError(path=path, cause="missing") from None
    except PermissionError:
        raise CannotReadError(path=path, cause="denied") from None
    except OSError:
        raise CannotReadError(path=path, cause="other") from None
    except (ValueError, RecursionError):
        raise JsonShapeError(place=path, expected="json") from None


def _parsed(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; of a key given twice, one value would be lost without a word (RFC 8259, 4)."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise JsonShapeError(place=key, expected="once")
        found[key] = value
    return found


# --- the JSON of offers and answers ------------------------------------------------------------


def _member(value: Any, kind: type, place: str, name: str) -> Any:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise JsonShapeError(place=place, expected=name)
    return value


def _known(value: dict[str, Any], place: str, names: tuple[str, ...]) -> None:
    for key in value:
        if key not in names:
            raise JsonShapeError(place=f"{place}.{key}", expected="known")


def _list(value: Any, place: str, read: Callable[[Any, str], Any]) -> tuple[Any, ...]:
    entries = _member(value, list, place, "list")
    return tuple(read(entry, f"{place}[{i}]") for i, entry in enumerate(entries))


def _dates(value: Any, place: str) -> Dates:
    entry = _member(value, dict, place, "object")
    _known(entry, place, ("start", "days"))
    start = _member(entry.get("start"), str, f"{place}.start", "day")
    length = _member(entry.get("days", 1), int, f"{place}.days", "number")
    try:
        return _span(day(start), length, start)
    except InvalidDateError:
        raise JsonShapeError(place=f"{place}.start", expected="real_day", given=start) from None
    except PeriodLengthError:
        raise JsonShapeError(place=f"{place}.days", expected="days") from None


def _topic(value: Any, place: str) -> Topic:
    entry = _member(value, dict, place, "object")
    _known(entry, place, ("zh", "ru", "minutes"))
    minutes = entry.get("minutes")
    if minutes is not None and _member(minutes, int, f"{place}.minutes", "number") < 1:
        raise JsonShapeError(place=f"{place}.minutes", expected="number")
    return Topic(
        zh=_member(entry.get("zh", ""), str, f"{place}.zh", "text"),
        ru=_member(entry.get("ru", ""), str, f"{place}.ru", "text"),
        minutes=minutes,
    )


def venue(value: Any, place: str) -> Venue:
    """A venue from JSON: ``{"country", "city", "site", "online"}``."""
    entry = _member(value, dict, place, "object")
    _known(entry, place, ("country", "city", "site", "online"))
    return Venue(
        country=_member(entry.get("country", ""), str, f"{place}.country", "text"),
        city=_member(entry.get("city", ""), str, f"{place}.city", "text"),
        site=_member(entry.get("site", ""), str, f"{place}.site", "text"),
        online=_member(entry.get("online", False), bool, f"{place}.online", "yes_no"),
    )


def terms(value: Any) -> Terms:
    """An offer from JSON: ``{"dates": […], "venue": {…}, "topics": […]}``.

    Raises ``JsonShapeError`` naming the place and what was expected there.
    """
    entry = _member(value, dict, "$", "object")
    _known(entry, "$", ("dates", "venue", "topics"))
    return Terms(
        dates=_list(entry.get("dates", []), "$.dates", _dates),
        venue=venue(entry.get("venue", {}), "$.venue"),
        topics=_list(entry.get("topics", []), "$.topics", _topic),
    )


def ruling(component: str, value: Any) -> Ruling:
    """One component: ``"accept"``, ``{"accept": 2}``, ``"decline"`` or ``{"counter": …}``.

    Raises ``JsonShapeError``.
    """
    place = f"$.{component}"
    if value in ("accept", "decline"):
        return Ruling(Verdict(value))
    entry = _member(value, dict, place, "ruling")
    if len(entry) != 1:
        raise JsonShapeError(place=place, expected="ruling")
    if component == "dates" and "accept" in entry:
        option = _member(entry["accept"], int, f"{place}.accept", "number")
        return Ruling(Verdict.ACCEPT, option=option)
    if "counter" not in entry:
        raise JsonShapeError(place=place, expected="ruling")
    offered, place = entry["counter"], f"{place}.counter"
    if component == "dates":
        return Ruling(Verdict.COUNTER, dates=_list(offered, place, _dates))
    if component == "venue":
        return Ruling(Verdict.COUNTER, venue=venue(offered, place))
    return Ruling(Verdict.COUNTER, topics=_list(offered, place, _topic))


def answer(value: Any) -> Answer:
    """An answer from JSON, all three components named. Raises ``JsonShapeError``."""
    entry = _member(value, dict, "$", "object")
    _known(entry, "$", ("dates", "venue", "topics"))
    for name in ("dates", "venue", "topics"):
        if name not in entry:
            raise JsonShapeError(place=f"$.{name}", expected="ruling")
    return Answer(
        dates=ruling("dates", entry["dates"]),
        venue=ruling("venue", entry["venue"]),
        topics=ruling("topics", entry["topics"]),
    )


def ruling_flag(component: str, text: str) -> Ruling:
    """One component as a flag: ``accept``, ``accept=2``, ``decline`` or ``counter=JSON``."""
    name, _, rest = text.partition("=")
    if name == "counter":
        try:
            return ruling(component, {"counter": _parsed(rest)})
        except (ValueError, RecursionError):
            raise JsonShapeError(place=f"--{component}", expected="json") from None
    if name == "accept" and rest:
        if not _LENGTH.fullmatch(rest):
            raise JsonShapeError(place=f"--{component}", expected="number")
        return ruling(component, {"accept": int(rest)})
    return ruling(component, text)


def topic_flag(text: str) -> Topic:
    """A topic as a flag: ``中文|Русский|45`` (the minutes may be left out)."""
    parts = [part.strip() for part in text.split("|")]
    if len(parts) not in (2, 3) or (len(parts) == 3 and not _MINUTES.fullmatch(parts[2])):
        raise JsonShapeError(place="--topic", expected="topic")
    return Topic(parts[0], parts[1], int(parts[2]) if len(parts) == 3 else None)
