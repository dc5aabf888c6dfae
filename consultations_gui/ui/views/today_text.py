"""Puts the overview into the words of the first screen."""

from __future__ import annotations

from collections.abc import Iterator

from consultations_gui.application.overview import Invited, NextMeeting, Overview
from consultations_gui.application.sample_data import MARK
from consultations_gui.application.waiting import WaitingItem
from consultations_gui.domain.agenda_rules import Readiness
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import CityBook, Lang, Side, own_language
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.wording import country_name, explain, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.phrases import listed, named, sentences
from consultations_gui.ui.sight import NextText, RowText, TodayText, TurnText
from consultations_gui.ui.waitingwords import SCREEN_OF, waiting_text

_TEXTS = {Lang.ZH: N_("Chinese text"), Lang.RU: N_("Russian text")}
_APPROVALS = {Side.CN: N_("Approved by China"), Side.RU: N_("Approved by Russia")}
_THEIRS = {
    Side.CN: N_("Waiting for the Chinese side"),
    Side.RU: N_("Waiting for the Russian side"),
}
_PARTS = {"settings": "calendars", "agreement": "facts"}
"""The part of a screen on which a thing that waits is done."""


def today_text(seen: Overview, cities: CityBook, words: Words) -> TodayText:
    """The first screen in the language of ``words``."""
    own = seen.side or Side.CN
    ahead = seen.next_meeting
    return TodayText(
        day=full_date(seen.today, words.language),
        sample=ahead is not None and ahead.consultation.basis == MARK,
        next=_next(seen, ahead, cities, words) if ahead else None,
        turn=_turn(seen, words),
        ours=tuple(_row(item, words, ours=True) for item in seen.waiting_for_us),
        theirs=tuple(_row(item, words, ours=False) for item in seen.waiting_for_them),
        theirs_name=words.tr(_THEIRS[own.other]),
    )


def _next(seen: Overview, ahead: NextMeeting, cities: CityBook, words: Words) -> NextText:
    one = ahead.consultation
    where = where_text(one.venue, cities, words)
    countries = listed((country_name(side, words) for side in ahead.provisional), words)
    provisional = words.tr("calendar provisional: {countries}", countries=countries)
    return NextText(
        id=one.id,
        date=listed((when_text(one, words), where), words),
        host=one.host.value if one.host else "",
        host_name=country_name(one.host, words) if one.host else "",
        name=name_text(one, words),
        status=label(one.status, words),
        settled=one.status is Status.CONFIRMED,
        provisional=provisional if countries else "",
        why=_distance(ahead, words),
        meters=tuple(_meters(seen.ready, seen.side or Side.CN, words)),
        invited=_invited(seen.sent, words),
    )


def _meters(
    ready: Readiness | None, own: Side, words: Words
) -> Iterator[tuple[str, int, int, str]]:
    """Both texts and both approvals, this office's own side first."""
    if ready is None or not ready.items:
        return
    rows: list[tuple[str, int, int]] = []
    for side in (own, own.other):
        lang = own_language(side)
        texts = ready.zh if lang is Lang.ZH else ready.ru
        rows.append((words.tr(_TEXTS[lang]), texts, ready.texts))
    for side in (own, own.other):
        given = ready.approved_cn if side is Side.CN else ready.approved_ru
        rows.append((words.tr(_APPROVALS[side]), given, ready.items))
    for name, done, total in rows:
        count = words.tr("{number} of {total}", number=done, total=total)
        yield name, done, total, named(name, count, words)


def _turn(seen: Overview, words: Words) -> TurnText:
    host = seen.next_host
    turns = [
        _one_turn(entry.turn, str(entry.dates.start.year) if entry.dates else "", entry.id, words)
        for entry in seen.recent
        if entry.turn is not None
    ]
    turns.append(_one_turn(host.side, words.tr("next"), f"R{host.number}", words))
    cn, ru = seen.balance
    why = [
        words.tr("{country} hosts.", country=country_name(host.side, words)),
        *(explain(reason, words) for reason in host.reasons),
        words.tr("Turns used so far: China {cn}, Russia {ru}.", cn=cn, ru=ru),
    ]
    return TurnText(tuple(turns), sentences(why, words))


def _one_turn(side: Side, above: str, below: str, words: Words) -> tuple[str, str, str, str]:
    return side.value, above, below, country_name(side, words)


def _row(item: WaitingItem, words: Words, *, ours: bool) -> RowText:
    text = waiting_text(item, words, ours=ours)
    side = item.country or item.side
    view = SCREEN_OF[item.kind]
    part = _PARTS.get(view, "")
    return RowText(
        side=side.value,
        side_name=country_name(side, words),
        title=text.title,
        note=text.note,
        chip=text.chip,
        tone=text.tone.value,
        view=view,
        id="" if part else item.id,
        part=part,
    )


def _distance(ahead: NextMeeting, words: Words) -> str:
    days, common = ahead.days_until, ahead.common_working_days
    if days < 0:
        return words.tr("The meeting is under way.")
    if days == 0:
        return words.tr("The meeting begins today.")
    text = words.trn("In {n} day", "In {n} days", days)
    if common is None:
        return f"{text}."
    common_text = words.trn(
        "{n} day on which both countries work", "{n} days on which both countries work", common
    )
    return words.tr("{distance}: {common}.", distance=text, common=common_text)


def _invited(sent: Invited | None, words: Words) -> str:
    if sent is None:
        return ""
    people = len({record.recipient for record in sent.records if record.recipient})
    if not people and not sent.outstanding:
        return words.tr("Nobody with an e-mail address is in the delegations yet.")
    parts = [words.tr("Nobody has been invited yet")]
    if people:
        parts = [words.trn("Invited: {n} person", "Invited: {n} people", people)]
    if sent.outstanding:
        parts.append(
            words.trn("still to invite: {n}", "still to invite: {n}", len(sent.outstanding))
        )
    if sent.unreachable:
        parts.append(
            words.trn("without an address: {n}", "without an address: {n}", sent.unreachable)
        )
    return listed(parts, words)
