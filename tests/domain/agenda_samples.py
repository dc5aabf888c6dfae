"""Agendas for tests: written short, and drawn at random in any valid shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)

Items = tuple[AgendaItem, ...]


def item(uid: str, level: int = 1, minutes: int | None = None, day: int = 1) -> AgendaItem:
    """A row whose two texts are in step."""
    text = Bilingual(f"议题{uid}", f"О вопросе {uid}", NOW, NOW)
    return AgendaItem(uid=uid, level=level, text=text, minutes=minutes, day=day)


def outline(text: str) -> Items:
    """Rows from an outline: ``"a1 b2:30 -0:15 c1"`` is uid, level and, after a colon, minutes.

    The uid is everything before the level's digit.
    """
    rows = []
    for word in text.split():
        head, _, minutes = word.partition(":")
        rows.append(item(head[:-1], int(head[-1]), int(minutes) if minutes else None))
    return tuple(rows)


def drawn(items: Items) -> str:
    """The inverse of :func:`outline`."""
    return " ".join(
        f"{i.uid}{i.level}" + ("" if i.minutes is None else f":{i.minutes}") for i in items
    )


def agenda(text: str) -> Agenda:
    """An agenda of R1 from an outline."""
    return Agenda("R1", items=outline(text))


@st.composite
def trees(draw: st.DrawFn, min_size: int = 0, frozen: bool = False) -> Items:
    """Rows of any valid shape, breaks among them, some with lengths.

    With ``frozen`` some of them carry a number, none twice under one parent.
    """
    size = draw(st.integers(min_size, 12))
    rows: list[AgendaItem] = []
    above = 0
    for at in range(size):
        level = draw(st.integers(0, min(3, above + 1)))
        above = level or above
        minutes = draw(st.none() | st.integers(0, 60))
        rows.append(item(f"i{at}", level, minutes))
    if frozen:
        order = draw(st.permutations(range(1, size + 1)))
        kept = draw(st.lists(st.booleans(), min_size=size, max_size=size))
        rows = [
            replace(row, frozen=number if keep and not row.is_break else None)
            for row, number, keep in zip(rows, order, kept, strict=True)
        ]
    return tuple(rows)
