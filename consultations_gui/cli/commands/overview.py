"""``status``: what is next and whose turn; what waits for whom; is it ready; who knows."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from consultations_gui.application.overview import Invited, NextMeeting, Overview, overview
from consultations_gui.application.ports import Method
from consultations_gui.application.waiting import WaitingItem
from consultations_gui.cli import shapes
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import (
    dates_text,
    host_text,
    moment,
    person_text,
    venue_text,
)
from consultations_gui.cli.waiting import waiting_text
from consultations_gui.domain.agenda_rules import Readiness
from consultations_gui.domain.agreement import Deadlines
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording import explain, label
from consultations_gui.i18n.words import C_, N_

MAILS = {
    str(Method.REQUEST): C_("mail", "invitation"),
    str(Method.CANCEL): C_("mail", "cancellation"),
}
"""What a person is sent, by method."""


def register(group: Group) -> None:
    """Add ``status``."""
    about = N_("what is next, what waits, what is ready, who knows")
    group.command("status", about, _status, reads=True, blank=True)


def _status(terminal: Terminal, args: argparse.Namespace) -> int:
    found = overview(terminal.ctx)
    return terminal.answer(_document(terminal, found), _lines(terminal, found))


# --- for programs ----------------------------------------------------------------------------


def _document(terminal: Terminal, found: Overview) -> dict[str, Any]:
    words = terminal.words
    return {
        "today": found.today.isoformat(),
        "side": plain(found.side),
        "consultations": found.count,
        "next_meeting": _next_document(found.next_meeting),
        "next_host": shapes.next_host(found.next_host, words),
        "recent": [shapes.ledger_entry(entry, words) for entry in found.recent],
        "balance": shapes.by_side(found.balance),
        "waiting_for_us": [_waiting_document(item, terminal) for item in found.waiting_for_us],
        "waiting_for_them": [_waiting_document(item, terminal) for item in found.waiting_for_them],
        "agenda": plain(found.ready),
        "sent": _sent_document(found.sent),
        "deadlines": _deadlines_document(terminal, found.deadlines),
    }


def _next_document(meeting: NextMeeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return shapes.consultation(meeting.consultation) | {
        "days_until": meeting.days_until,
        "common_working_days": meeting.common_working_days,
        "provisional": plain(meeting.provisional),
    }


def _waiting_document(item: WaitingItem, terminal: Terminal) -> dict[str, Any]:
    shown: dict[str, Any] = plain(item)
    given = () if item.reason is None else (item.reason,)
    shown["reason"] = next(iter(shapes.reasons(given, terminal.words)), None)
    shown["places"] = [shapes.days(dates) for dates in item.places]
    return shown | {"text": waiting_text(item, terminal.words)}


def _sent_document(sent: Invited | None) -> dict[str, Any] | None:
    if sent is None:
        return None
    shown: dict[str, Any] = plain(sent)
    for record in shown["records"]:
        del record["essentials"]
    return shown


def _deadlines_document(terminal: Terminal, deadlines: Deadlines) -> list[dict[str, Any]]:
    return [
        {
            "kind": str(one.kind),
            "article": one.article,
            "day": plain(one.day),
            "working": shapes.reasons(one.working, terminal.words),
        }
        for one in deadlines.all()
    ]


# --- for people ------------------------------------------------------------------------------


def _lines(terminal: Terminal, found: Overview) -> Iterator[str]:
    words = terminal.words
    yield from _next_lines(terminal, found.next_meeting)
    yield from _turn_lines(terminal, found)
    if found.side is None:
        yield words.tr("Whose office this is has not been said yet: “office init”.")
    for heading, items in (
        (words.tr("Waiting for us:"), found.waiting_for_us),
        (words.tr("Waiting for the other side:"), found.waiting_for_them),
    ):
        if items:
            yield heading
            yield from (f"  {waiting_text(item, words)}" for item in items)
    if found.side is not None and not (found.waiting_for_us or found.waiting_for_them):
        yield words.tr("Nothing waits for anybody.")
    if found.ready is not None:
        yield from _ready_lines(terminal, found.ready)
    if found.sent is not None:
        yield from _sent_lines(terminal, found.sent)


def _next_lines(terminal: Terminal, meeting: NextMeeting | None) -> Iterator[str]:
    words = terminal.words
    if meeting is None:
        yield words.tr("Nothing is planned. “plan --from YEAR --years 2 --commit” plans rounds.")
        return
    one = meeting.consultation
    yield words.tr(
        "Next: {id}, {dates}, {venue} ({host}; {status})",
        id=one.id,
        dates=dates_text(terminal, one.dates),
        venue=venue_text(terminal, one.venue),
        host=host_text(terminal, one.host),
        status=label(one.status, words),
    )
    if meeting.days_until > 0:
        yield "  " + words.trn("in {n} day", "in {n} days", meeting.days_until)
        if meeting.common_working_days is not None:
            yield "  " + words.trn(
                "{n} working day common to both sides until then",
                "{n} working days common to both sides until then",
                meeting.common_working_days,
            )
    for side in meeting.provisional:
        yield "  " + words.tr("calendar provisional: {side}", side=label(side, words))


def _turn_lines(terminal: Terminal, found: Overview) -> Iterator[str]:
    words, turn = terminal.words, found.next_host
    side = label(turn.side, words)
    yield words.tr("Turn to host: {side} (R{number})", side=side, number=turn.number)
    yield from (f"  {explain(reason, words)}" for reason in turn.reasons)
    cn, ru = found.balance
    yield "  " + words.tr("Turns used: China {cn}, Russia {ru}", cn=cn, ru=ru)


def _ready_lines(terminal: Terminal, ready: Readiness) -> Iterator[str]:
    words = terminal.words
    if not ready.texts:
        yield words.tr("The agenda is empty.")
        return
    yield words.tr(
        "Texts in step, of {texts}: Chinese {zh}, Russian {ru}",
        texts=ready.texts,
        zh=ready.zh,
        ru=ready.ru,
    )
    yield words.tr(
        "Approvals, of {items}: Chinese side {cn}, Russian side {ru}",
        items=ready.items,
        cn=ready.approved_cn,
        ru=ready.approved_ru,
    )


def _sent_lines(terminal: Terminal, sent: Invited) -> Iterator[str]:
    words = terminal.words
    mails = [record for record in sent.records if record.recipient]
    yield words.tr("Invitations sent:") if mails else words.tr("No invitations have been sent.")
    rows = ((moment(terminal, r.at), words.trc(*MAILS[r.method]), r.recipient) for r in mails)
    yield from (f"  {line}" for line in table(rows))
    if sent.outstanding:
        names = [person_text(terminal, person) for person in sent.outstanding]
        yield words.tr("Still to be invited: {names}", names=join_list(names, words.language))
    if sent.unreachable:
        yield words.trn(
            "{n} person has no e-mail address",
            "{n} people have no e-mail address",
            sent.unreachable,
        )
