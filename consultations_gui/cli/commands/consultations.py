"""``consultation``: rounds, meetings without number and extraordinary consultations."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from consultations_gui.application import consultations
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.cli import arguments
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import dates_text, venue_text
from consultations_gui.domain.consultation import (
    Consultation,
    Kind,
    Precision,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.errors import EndBeforeStartError
from consultations_gui.domain.parties import Lang, Venue
from consultations_gui.domain.people import Delegate, Person, Role
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_

_LIFE = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED, Status.HELD)


def register(group: Group) -> None:
    """Add the ``consultation`` commands."""
    top = group.group("consultation", N_("rounds and extraordinary consultations"))
    listing = top.command("list", N_("list consultations"), _list)
    option(
        listing,
        group.words,
        "--status",
        about=N_("only with this status (may be given several times)"),
        choices=[str(status) for status in Status],
        action="append",
        default=[],
    )
    _with_id(group, top.command("show", N_("show one consultation"), _show))
    _register_add(group, top)
    postpone = _with_id(
        group, top.command("postpone", N_("postpone, to new dates or openly"), _postpone)
    )
    _when(group, postpone)
    option(postpone, group.words, "--reason", about=N_("the reason"), default="")
    cancel = _with_id(group, top.command("cancel", N_("cancel; the turn carries over"), _cancel))
    option(cancel, group.words, "--reason", about=N_("the reason"), default="")
    _with_id(group, top.command("tentative", N_("mark as tentatively agreed"), _tentative))
    _with_id(group, top.command("confirm", N_("mark as confirmed by both sides"), _confirm))
    held = _with_id(group, top.command("held", N_("record that it took place"), _held))
    _when(group, held)
    _register_venue(group, top)
    _register_turn(group, top)
    _register_delegate(group, top)


def _with_id(group: Group, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    option(parser, group.words, "id", about=N_("ID, e.g. R3, U1 or X1"))
    return parser


def _when(group: Group, parser: argparse.ArgumentParser) -> None:
    option(parser, group.words, "--start", about=N_("first day, YYYY-MM-DD (or a month, YYYY-MM)"))
    option(parser, group.words, "--end", about=N_("last day, YYYY-MM-DD"))
    option(parser, group.words, "--days", about=N_("number of meeting days"), type=int)


def _place(group: Group, parser: argparse.ArgumentParser) -> None:
    option(parser, group.words, "--country", about=N_("two-letter country code"), default="")
    option(
        parser, group.words, "--city", about=N_("city, in English, Chinese or Russian"), default=""
    )
    option(parser, group.words, "--site", about=N_("building or room"), default="")
    option(parser, group.words, "--online", about=N_("the meeting is online"), action="store_true")


def _register_add(group: Group, top: Group) -> None:
    add = top.command("add", N_("add a consultation; the host follows from the rotation"), _add)
    option(
        add,
        group.words,
        "--kind",
        about=N_("regular, unnumbered or extraordinary"),
        choices=[str(kind) for kind in Kind],
        default=str(Kind.REGULAR),
    )
    option(add, group.words, "--number", about=N_("round number (the next by default)"), type=int)
    option(add, group.words, "--host", about=N_("CN or RU"), type=arguments.side)
    _when(group, add)
    _place(group, add)
    option(
        add,
        group.words,
        "--status",
        about=N_("where it stands (planned by default)"),
        choices=[str(status) for status in _LIFE],
        default=str(Status.PLANNED),
    )
    option(
        add, group.words, "--basis", about=N_("note, protocol or decision it rests on"), default=""
    )


def _register_venue(group: Group, top: Group) -> None:
    venue = _with_id(group, top.command("venue", N_("set the venue"), _venue))
    _place(group, venue)


def _register_turn(group: Group, top: Group) -> None:
    turn = _with_id(group, top.command("turn", N_("record whose turn a meeting uses"), _turn))
    option(
        turn,
        group.words,
        "--uses",
        about=N_("auto, CN, RU or none"),
        choices=[str(use) for use in TurnUse],
        required=True,
    )
    option(
        turn, group.words, "--basis", about=N_("note, protocol or decision it rests on"), default=""
    )
    option(
        turn,
        group.words,
        "--consent-cn",
        about=N_("the Chinese side consented"),
        action="store_true",
    )
    option(
        turn,
        group.words,
        "--consent-ru",
        about=N_("the Russian side consented"),
        action="store_true",
    )


def _register_delegate(group: Group, top: Group) -> None:
    delegate = _with_id(
        group, top.command("delegate", N_("add a person to a delegation"), _delegate)
    )
    option(
        delegate, group.words, "--side", about=N_("CN or RU"), type=arguments.side, required=True
    )
    option(
        delegate,
        group.words,
        "--role",
        about=N_("the person's role"),
        choices=[str(role) for role in Role],
        default=str(Role.MEMBER),
    )
    for name, about in (
        ("--name-zh", N_("name in Chinese")),
        ("--name-ru", N_("name in Russian")),
        ("--name-latin", N_("name in Latin letters")),
        ("--post-zh", N_("post in Chinese")),
        ("--post-ru", N_("post in Russian")),
        ("--email", N_("e-mail address")),
    ):
        option(delegate, group.words, name, about=about, default="")
    option(
        delegate,
        group.words,
        "--language",
        about=N_("language of this person's invitations"),
        choices=[str(lang) for lang in Lang],
    )


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    found = consultations.list_all(terminal.ctx, *(Status(name) for name in args.status))
    words = terminal.words
    rows = (
        (
            c.id,
            label(c.host, words) if c.host else "—",
            dates_text(terminal, c.dates),
            venue_text(terminal, c.venue),
            label(c.status, words),
        )
        for c in found
    )
    return terminal.answer({"consultations": [document(c) for c in found]}, table(rows))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.show(terminal.ctx, args.id))


def _add(terminal: Terminal, args: argparse.Namespace) -> int:
    new = NewConsultation(
        kind=Kind(args.kind),
        dates=_dates(args),
        venue=_venue_of(terminal, args),
        host=args.host,
        number=args.number,
        status=Status(args.status),
        basis=args.basis,
    )
    return _tell(terminal, consultations.add(terminal.ctx, new))


def _postpone(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.postpone(terminal.ctx, args.id, _dates(args), args.reason))


def _cancel(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.cancel(terminal.ctx, args.id, args.reason))


def _tentative(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.tentative(terminal.ctx, args.id))


def _confirm(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.confirm(terminal.ctx, args.id))


def _held(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.held(terminal.ctx, args.id, _dates(args)))


def _venue(terminal: Terminal, args: argparse.Namespace) -> int:
    found = consultations.show(terminal.ctx, args.id)
    moved = replace(found, venue=_venue_of(terminal, args))
    return _tell(terminal, consultations.edit(terminal.ctx, moved))


def _turn(terminal: Terminal, args: argparse.Namespace) -> int:
    record = TurnRecord(TurnUse(args.uses), args.basis, args.consent_cn, args.consent_ru)
    return _tell(terminal, consultations.record_turn(terminal.ctx, args.id, record))


def _delegate(terminal: Terminal, args: argparse.Namespace) -> int:
    found = consultations.show(terminal.ctx, args.id)
    own = Lang.ZH if args.side == "CN" else Lang.RU
    person = Person(
        uid=str(uuid.uuid4()),
        name_zh=args.name_zh,
        name_ru=args.name_ru,
        name_latin=args.name_latin,
        post_zh=args.post_zh,
        post_ru=args.post_ru,
        email=args.email,
        language=Lang(args.language) if args.language else own,
    )
    delegation = found.delegation(args.side)
    grown = replace(
        delegation, delegates=(*delegation.delegates, Delegate(person, Role(args.role)))
    )
    return _tell(terminal, consultations.set_delegation(terminal.ctx, args.id, grown))


def _dates(args: argparse.Namespace) -> Any:
    dates = arguments.dates(args.start, args.end, args.days)
    if dates is None and args.end is not None:
        end = arguments.day(args.end)
        raise EndBeforeStartError(start=end, end=end)
    return dates


def _venue_of(terminal: Terminal, args: argparse.Namespace) -> Venue:
    return consultations.venue_named(
        terminal.ctx, args.city, args.country.upper(), args.site, args.online
    )


def document(consultation: Consultation) -> dict[str, Any]:
    """A consultation as the JSON document shows it: start, end and precision on top."""
    shown: dict[str, Any] = plain(consultation)
    dates = consultation.dates
    shown["start"] = dates.start.isoformat() if dates else None
    shown["end"] = dates.end.isoformat() if dates else None
    shown["precision"] = str(dates.precision) if dates else None
    del shown["dates"]
    return shown


def _tell(terminal: Terminal, consultation: Consultation) -> int:
    return terminal.answer(document(consultation), _lines(terminal, consultation))


def _lines(terminal: Terminal, c: Consultation) -> Iterator[str]:
    words = terminal.words
    yield from table(
        (
            (words.tr("ID"), c.id),
            (words.tr("Kind"), label(c.kind, words)),
            (words.tr("Status"), label(c.status, words)),
            (words.tr("Host"), label(c.host, words) if c.host else "—"),
            (words.tr("Dates"), dates_text(terminal, c.dates)),
            (words.tr("Venue"), venue_text(terminal, c.venue)),
        )
    )
    if c.dates and c.dates.precision is Precision.MONTH:
        yield words.tr("Only the month is known.")
    for delegation in c.delegations:
        if delegation.delegates:
            yield ""
            yield words.tr("Delegation: {side}", side=label(delegation.side, words))
        for delegate in delegation.delegates:
            person = delegate.person
            names = " / ".join(n for n in (person.name_zh, person.name_ru, person.name_latin) if n)
            yield f"  {label(delegate.role, words)}: {names}  {person.email}".rstrip()
