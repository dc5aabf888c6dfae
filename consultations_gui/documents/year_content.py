"""What a year sheet says, before anything is known of fonts, pages or file formats.

The days stand once for all texts: their numbers and the letters of their
signs are the same in every language. What is worded stands in a
:class:`YearText` for each language. All values are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain.parties import Lang, Side


class SignKind(StrEnum):
    """What a sign says of a day in one country; each has a shape of its own."""

    OFF = "off"
    MOVED = "moved"
    MAKE_UP = "make_up"
    SHORT = "short"


@dataclass(frozen=True)
class Sign:
    """A sign in its country's corner of a day: China's is the upper left, Russia's the lower right.

    The letter tells it from the others where colour does not print.
    """

    kind: SignKind
    letter: str


@dataclass(frozen=True)
class Bar:
    """A meeting's part on one day, or a meeting of which only the month is known.

    ``letter`` is the host's and ``name`` the short ID, both empty but on the
    first day shown. ``agreed`` dates have a whole frame, others a broken one.
    """

    host: Side | None
    letter: str
    name: str
    agreed: bool
    opens: bool = True
    closes: bool = True


@dataclass(frozen=True)
class DayBox:
    """One day. ``rest``: a weekend day that is free in both countries."""

    number: str
    cn: tuple[Sign, ...] = ()
    ru: tuple[Sign, ...] = ()
    rest: bool = False
    bars: tuple[Bar, ...] = ()


Week = tuple[DayBox | None, ...]
"""Seven days from Monday; ``None`` where the month has no day."""


@dataclass(frozen=True)
class Month:
    """The weeks of a month, and the meetings of which only the month is known."""

    weeks: tuple[Week, ...]
    undated: tuple[Bar, ...] = ()


class SampleKind(StrEnum):
    """What an entry of the legend shows."""

    SIGN = "sign"
    REST = "rest"
    PROVISIONAL = "provisional"
    HOST = "host"
    DATES = "dates"
    MONTH = "month"


@dataclass(frozen=True)
class Sample:
    """One entry of the legend, drawn as the calendar draws it."""

    kind: SampleKind
    side: Side | None = None
    sign: Sign | None = None
    letter: str = ""
    agreed: bool = True


@dataclass(frozen=True)
class Heads:
    """Column headings of the list; the first is over the short IDs."""

    id: str
    name: str
    dates: str
    place: str
    host: str
    status: str


@dataclass(frozen=True)
class Entry:
    """A meeting in the list, in one language."""

    name: str
    dates: str
    place: str
    host: str
    status: str


@dataclass(frozen=True)
class YearText:
    """Everything worded, in one language.

    ``legend`` goes with the sheet's samples and ``entries`` with its bars,
    one by one. ``notes`` say what each country's calendar rests on. Without
    entries ``empty`` stands in their place.
    """

    lang: Lang
    title: str
    as_of: str
    marking: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    legend: tuple[str, ...]
    notes: tuple[str, ...]
    heading: str
    heads: Heads
    entries: tuple[Entry, ...]
    empty: str


@dataclass(frozen=True)
class YearSheet:
    """A whole year sheet: its texts in order, and what they share.

    ``provisional`` are the countries whose half of each day is hatched.
    ``stamp`` is the start of the day whose knowledge it shows, in UTC: the
    only date the file carries.
    """

    form: str
    size: str
    title: str
    keywords: tuple[str, ...]
    provisional: tuple[Side, ...]
    months: tuple[Month, ...]
    legend: tuple[Sample, ...]
    bars: tuple[Bar, ...]
    texts: tuple[YearText, ...]
    stamp: datetime
