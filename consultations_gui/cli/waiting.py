"""What waits for whom, as one line a thing."""

from __future__ import annotations

from consultations_gui.application.waiting import WaitingItem, WaitingKind
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_, NN_, Words

TEXTS: dict[WaitingKind, str | tuple[str, str]] = {
    WaitingKind.ANSWER: N_("{id}: answer offer {offer}"),
    WaitingKind.NEW_OFFER: N_("{id}: make a new offer, or withdraw"),
    WaitingKind.DRAFT: N_("{id}: finish the draft and transmit it"),
    WaitingKind.DECISION: N_("{id}: decide which of two answers stands"),
    WaitingKind.CONVENE: N_("{id}: convene what was agreed"),
    WaitingKind.CONSENT: N_("{id}: consent to the turn it uses"),
    WaitingKind.RECORD: N_("{id}: record whether it was held"),
    WaitingKind.TROUBLE: N_("{id}: the dates no longer do, find others"),
    WaitingKind.CALENDAR: N_("{id}: take note of changed calendars"),
    WaitingKind.NEW_DATES: N_("{id}: find new dates"),
    WaitingKind.AGENDA_EMPTY: N_("{id}: begin the agenda"),
    WaitingKind.TEXTS_MISSING: NN_(
        "{id}: {n} text missing on the agenda ({lang})",
        "{id}: {n} texts missing on the agenda ({lang})",
    ),
    WaitingKind.TEXTS_STALE: NN_(
        "{id}: {n} text on the agenda no longer in step ({lang})",
        "{id}: {n} texts on the agenda no longer in step ({lang})",
    ),
    WaitingKind.APPROVAL: N_("{id}: approve the agenda"),
    WaitingKind.INVITATIONS: NN_("{id}: invite {n} person", "{id}: invite {n} people"),
    WaitingKind.DECREE: N_("{country}: enter the official notice on days off for {year}"),
    WaitingKind.AUTHORITIES: N_("notify the competent authorities (Art. 5(1))"),
    WaitingKind.ENDING: N_("the agreement ends (Art. 10(3))"),
}
"""The line for each kind; those that count something have a plural."""


def waiting_text(item: WaitingItem, words: Words) -> str:
    """What is to be done, by when, and how long it has waited."""
    text, values = TEXTS[item.kind], _values(item, words)
    done = words.trn(*text, item.count, **values) if isinstance(text, tuple) else ""
    parts = [done or words.tr(str(text), **values)]
    if item.due is not None:
        parts.append(words.tr("by {day}", day=long_date(item.due, words.language)))
    if item.overdue and item.kind is WaitingKind.ANSWER:
        parts.append(words.trn("no reply, {n} day", "no reply, {n} days", item.overdue))
    elif item.overdue:
        parts.append(words.trn("{n} day late", "{n} days late", item.overdue))
    elif item.days_left is not None:
        left = words.trn("{n} day left", "{n} days left", item.days_left)
        parts.append(left if item.days_left else words.tr("due today"))
    elif item.days:
        parts.append(words.trn("waiting {n} day", "waiting {n} days", item.days))
    return " · ".join(parts)


def _values(item: WaitingItem, words: Words) -> dict[str, object]:
    return {
        "id": item.id,
        "offer": item.offer,
        "year": item.id.rpartition("-")[2],
        "lang": label(item.lang, words) if item.lang else "",
        "country": country_name(item.country, words) if item.country else "",
    }
