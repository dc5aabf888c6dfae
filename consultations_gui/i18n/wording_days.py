"""What a day is in a working calendar, and what changed about it, in words."""

from __future__ import annotations

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.wording_labels import country_name, label
from consultations_gui.i18n.words import Words


def kind_text(day: Day, words: Words) -> str:
    """What a day is, a short one told as such: working day, one hour shorter."""
    if not day.short:
        return label(day.kind, words)
    return words.trc("a day", "{kind}, one hour shorter", kind=label(day.kind, words))


def change_text(side: Side, before: Day, after: Day, words: Words) -> str:
    """What a day was in the country of ``side``, and what it is now."""
    return words.tr(
        "{day}, {country}: {before} → {after}",
        day=full_date(after.date, words.language),
        country=country_name(side, words),
        before=kind_text(before, words),
        after=kind_text(after, words),
    )
