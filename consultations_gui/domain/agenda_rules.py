"""An agenda as people look at it: numbered rows, times, flags, and what is still open.

The rules behind stand in ``agenda_numbers``, ``agenda_timing`` and
``agenda_approval``; their main functions can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.agenda_approval import (
    ApprovalState,
    approval_state,
    approved,
    content_hash,
)
from consultations_gui.domain.agenda_numbers import numbers
from consultations_gui.domain.agenda_timing import (
    DayTotal,
    Slot,
    day_totals,
    lengths,
    slots,
    timing,
    timing_problems,
    total_minutes,
)
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.errors import AgendaDayError, DomainError
from consultations_gui.domain.parties import Lang, Side

__all__ = [
    "AgendaRow",
    "ApprovalState",
    "DayTotal",
    "Readiness",
    "Slot",
    "TextGap",
    "approval_state",
    "approved",
    "content_hash",
    "day_totals",
    "numbers",
    "problems",
    "readiness",
    "rows",
    "slots",
    "timing",
    "total_minutes",
]


@dataclass(frozen=True)
class AgendaRow:
    """One row with everything that follows from its place and its history.

    ``number_zh`` and ``number_ru`` are empty for a break. ``slot`` is ``None``
    where the row would end at or after midnight. ``minutes`` is the length
    that counts (a parent's is its children's sum), ``None`` if none is known.
    """

    item: AgendaItem
    number_zh: str
    number_ru: str
    slot: Slot | None
    minutes: int | None
    cn: ApprovalState
    ru: ApprovalState

    @property
    def zh_state(self) -> TextState:
        """Whether the Chinese text is missing, stale or in step."""
        return self.item.text.state(Lang.ZH)

    @property
    def ru_state(self) -> TextState:
        """Whether the Russian text is missing, stale or in step."""
        return self.item.text.state(Lang.RU)

    @property
    def approved_cn(self) -> bool:
        """The Chinese side has approved the row's present content."""
        return self.cn is ApprovalState.APPROVED

    @property
    def approved_ru(self) -> bool:
        """The Russian side has approved the row's present content."""
        return self.ru is ApprovalState.APPROVED


@dataclass(frozen=True)
class TextGap:
    """A text that is missing or stale; ``row`` counts from 1, numbers are empty for a break."""

    uid: str
    row: int
    number_zh: str
    number_ru: str
    lang: Lang


@dataclass(frozen=True)
class Readiness:
    """How far an agenda is: texts in step of ``texts``, items approved of ``items``.

    ``texts`` counts all rows (breaks are printed too), ``items`` all but
    breaks. ``whole_cn`` and ``whole_ru`` say whether each side has approved
    the agenda as a whole, as it stands.
    """

    texts: int
    zh: int
    ru: int
    items: int
    approved_cn: int
    approved_ru: int
    whole_cn: bool
    whole_ru: bool
    missing: tuple[TextGap, ...]
    stale: tuple[TextGap, ...]

    @property
    def texts_ready(self) -> bool:
        """There is something on the agenda, and all of it is in step in both texts."""
        return self.items > 0 and not self.missing and not self.stale

    @property
    def approved(self) -> bool:
        """Both sides have approved the whole as it stands."""
        return self.whole_cn and self.whole_ru


def rows(agenda: Agenda) -> tuple[AgendaRow, ...]:
    """All rows in their order."""
    columns = zip(
        agenda.items,
        numbers(agenda, Lang.ZH),
        numbers(agenda, Lang.RU),
        slots(agenda),
        lengths(agenda.items),
        strict=True,
    )
    return tuple(
        AgendaRow(
            *column,
            cn=approval_state(column[0], Side.CN),
            ru=approval_state(column[0], Side.RU),
        )
        for column in columns
    )


def readiness(agenda: Agenda) -> Readiness:
    """How far the agenda is in both texts and with both sides."""
    found = rows(agenda)
    items = [row for row in found if not row.item.is_break]
    missing, stale = _gaps(found, TextState.MISSING), _gaps(found, TextState.STALE)
    return Readiness(
        texts=len(found),
        zh=sum(row.zh_state is TextState.IN_STEP for row in found),
        ru=sum(row.ru_state is TextState.IN_STEP for row in found),
        items=len(items),
        approved_cn=sum(row.approved_cn for row in items),
        approved_ru=sum(row.approved_ru for row in items),
        whole_cn=approved(agenda, Side.CN),
        whole_ru=approved(agenda, Side.RU),
        missing=missing,
        stale=stale,
    )


def problems(agenda: Agenda, days: int | None = None) -> tuple[DomainError, ...]:
    """What is wrong with times and days, as errors to be shown beside the rows.

    ``days`` is the number of meeting days, if known: a row on a later day is
    one more problem.
    """
    late = () if days is None else (item for item in agenda.items if item.day > days)
    beyond = (AgendaDayError(uid=item.uid, day=item.day, days=days or 0) for item in late)
    return (*timing_problems(agenda), *beyond)


def _gaps(found: tuple[AgendaRow, ...], state: TextState) -> tuple[TextGap, ...]:
    return tuple(
        TextGap(row.item.uid, at, row.number_zh, row.number_ru, lang)
        for at, row in enumerate(found, 1)
        for lang in Lang
        if row.item.text.state(lang) is state
    )
