"""The register of competent authorities as a table."""

from __future__ import annotations

from datetime import date

from consultations_gui.domain.agreement import Authority
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.rows import Column

NAME = 1
"""The column of the names, which takes the room left."""


def _names(authority: Authority, _words: Words) -> str:
    names = (authority.name_zh, authority.name_ru)
    return " / ".join(name for name in names if name)


def _day(day: date | None, words: Words) -> str:
    return short_date(day, words.language) if day else "—"


COLUMNS: tuple[Column[Authority], ...] = (
    Column(N_("Side"), lambda one, words: label(one.side, words)),
    Column(N_("Competent authority"), _names),
    Column(N_("Notified on"), lambda one, words: _day(one.notified, words)),
    Column(N_("Until"), lambda one, words: _day(one.until, words)),
    Column(N_("Remark"), lambda one, _words: one.note),
)
