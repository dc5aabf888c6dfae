"""What waits, in words: what has to be done, by when, and how long it has waited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from consultations_gui.application.waiting import WaitingItem, WaitingKind
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.dates import date_range, long_date
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.wording_say import one_stop
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.phrases import listed, sentences
from consultations_gui.ui.widgets.labels import Tone

_TITLES: dict[WaitingKind, str] = {
    WaitingKind.ANSWER: N_("Proposal {id}: answer offer {offer}"),
    WaitingKind.NEW_OFFER: N_("Proposal {id}: a new offer or withdrawal"),
    WaitingKind.DRAFT: N_("Proposal {id}: finish and transmit the draft"),
    WaitingKind.DECISION: N_("Proposal {id}: decide between two different answers"),
    WaitingKind.CONVENE: N_("Proposal {id}: convene what was agreed"),
    WaitingKind.CONSENT: N_("{id}: consent to the turn it uses"),
    WaitingKind.RECORD: N_("{id}: record whether it took place"),
    WaitingKind.TROUBLE: N_("{id}: the dates no longer do, find others"),
    WaitingKind.CALENDAR: N_("{id}: take note of changed calendars"),
    WaitingKind.NEW_DATES: N_("{id}: find new dates"),
    WaitingKind.AGENDA_EMPTY: N_("{id}: begin the agenda"),
    WaitingKind.APPROVAL: N_("{id}: approve the agenda"),
    WaitingKind.DECREE: N_("Enter the notice on days off: {country}"),
    WaitingKind.AUTHORITIES: N_("Notify the competent authorities (Art. 5(1))"),
    WaitingKind.ENDING: N_("The agreement ends (Art. 10(3))"),
}

SCREEN_OF: dict[WaitingKind, str] = {
    WaitingKind.ANSWER: "proposals",
    WaitingKind.NEW_OFFER: "proposals",
    WaitingKind.DRAFT: "proposals",
    WaitingKind.DECISION: "proposals",
    WaitingKind.CONVENE: "proposals",
    WaitingKind.CONSENT: "consultation",
    WaitingKind.RECORD: "consultation",
    WaitingKind.TROUBLE: "consultation",
    WaitingKind.CALENDAR: "consultation",
    WaitingKind.NEW_DATES: "consultation",
    WaitingKind.AGENDA_EMPTY: "agenda",
    WaitingKind.TEXTS_MISSING: "agenda",
    WaitingKind.TEXTS_STALE: "agenda",
    WaitingKind.APPROVAL: "agenda",
    WaitingKind.INVITATIONS: "consultation",
    WaitingKind.DECREE: "settings",
    WaitingKind.AUTHORITIES: "agreement",
    WaitingKind.ENDING: "agreement",
}
"""The screen on which each thing that waits is done."""

_ENTRY_OF = {"consultation": "consultations", "agenda": "consultations"}
"""The sidebar's entry of an inner screen."""


def waiting_counts(items: Iterable[WaitingItem]) -> Counter[str]:
    """How many things wait, by the sidebar's entries."""
    screens = (SCREEN_OF[item.kind] for item in items)
    return Counter(_ENTRY_OF.get(screen, screen) for screen in screens)


@dataclass(frozen=True)
class WaitingText:
    """A row of the first screen: title, quiet note, chip."""

    title: str
    note: str
    chip: str
    tone: Tone


def waiting_text(item: WaitingItem, words: Words, *, ours: bool) -> WaitingText:
    """How ``item`` is shown; ``ours`` says that it waits for this office."""
    chip, tone = _chip(item, words, ours=ours)
    return WaitingText(_title(item, words), _note(item, words, ours=ours), chip, tone)


def _title(item: WaitingItem, words: Words) -> str:
    if item.kind is WaitingKind.TEXTS_MISSING:
        return _missing(item, words)
    if item.kind is WaitingKind.TEXTS_STALE:
        return _stale(item, words)
    if item.kind is WaitingKind.INVITATIONS:
        return words.trn(
            "{id}: {n} person still to be invited",
            "{id}: {n} people still to be invited",
            item.count,
            id=item.id,
        )
    country = country_name(item.country, words) if item.country else ""
    if item.kind is WaitingKind.DECREE:
        country = listed((country, item.id.rpartition("-")[2]), words)
    return words.tr(_TITLES[item.kind], id=item.id, offer=item.offer, country=country)


def _missing(item: WaitingItem, words: Words) -> str:
    if item.lang is Lang.ZH:
        return words.trn(
            "{id}: {n} Chinese text is missing",
            "{id}: {n} Chinese texts are missing",
            item.count,
            id=item.id,
        )
    return words.trn(
        "{id}: {n} Russian text is missing",
        "{id}: {n} Russian texts are missing",
        item.count,
        id=item.id,
    )


def _stale(item: WaitingItem, words: Words) -> str:
    if item.lang is Lang.ZH:
        return words.trn(
            "{id}: {n} Chinese text lags behind the Russian",
            "{id}: {n} Chinese texts lag behind the Russian",
            item.count,
            id=item.id,
        )
    return words.trn(
        "{id}: {n} Russian text lags behind the Chinese",
        "{id}: {n} Russian texts lag behind the Chinese",
        item.count,
        id=item.id,
    )


def _note(item: WaitingItem, words: Words, *, ours: bool) -> str:
    if item.kind is WaitingKind.DECREE:
        return words.trn(
            "{n} consultation that year depends on it",
            "{n} consultations that year depend on it",
            item.count,
        )
    if item.kind is WaitingKind.CALENDAR:
        return words.trn(
            "An update of the program changed {n} of its days",
            "An update of the program changed {n} of its days",
            item.count,
        )
    if item.kind is WaitingKind.CONSENT and item.reason is not None:
        return explain(item.reason, words)
    if item.reason is not None:
        return sentences((explain(item.reason, words), _nearest(item, words)), words)
    told = _by_when(item, item.due, words) if item.due else ""
    if ours or item.days_left is None:
        return told  # how near it is stands in the chip
    return f"{told} · {_left(item.days_left, words)}"


def _left(days: int, words: Words) -> str:
    """How near the wished date is."""
    return words.trn("{n} day left", "{n} days left", days) if days else words.tr("due today")


def _by_when(item: WaitingItem, due: date, words: Words) -> str:
    day = long_date(due, words.language)
    texts = {
        WaitingKind.ENDING: day,
        WaitingKind.ANSWER: words.tr("reply wished by {day}", day=day),
        WaitingKind.AUTHORITIES: words.tr("due by {day}", day=day),
    }
    return texts.get(item.kind) or words.tr("before the meeting on {day}", day=day)


def _nearest(item: WaitingItem, words: Words) -> str:
    """Where the meeting could go instead."""
    if not item.places:
        return words.tr("No other place this year or the next.")
    places = [date_range(one.start, one.end, words.language) for one in item.places]
    either = join_list(places, words.language, alternative=True)
    return one_stop(words.tr("Nearest other dates: {dates}.", dates=either))


def _chip(item: WaitingItem, words: Words, *, ours: bool) -> tuple[str, Tone]:
    if item.kind is WaitingKind.ANSWER and not ours:
        return _silence(item, words), Tone.PLAIN
    if item.overdue:
        text = words.trn("overdue: {n} day", "overdue: {n} days", item.overdue)
        return text, Tone.WARNING
    if item.days_left is not None:
        return _left(item.days_left, words), Tone.WARNING
    if item.days:
        tone = Tone.WARNING if ours else Tone.PLAIN
        return words.trn("{n} day", "{n} days", item.days), tone
    return "", Tone.PLAIN


def _silence(item: WaitingItem, words: Words) -> str:
    """No tacit consent: silence is told as silence and nothing more."""
    if item.overdue:
        return words.trn("no reply, {n} day", "no reply, {n} days", item.overdue)
    if not item.days:
        return words.tr("no reply yet")
    return words.trn("no reply yet, {n} day", "no reply yet, {n} days", item.days)
