"""``consultation``: rounds, meetings without number and extraordinary consultations."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Iterator
from dataclasses import replace

from consultations_gui.application import consultations, hosting, remarks
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.cli import arguments, shapes
from consultations_gui.cli.grammar import Group, Parser
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import dates_text, host_text, named, venue_text
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.errors import NotFoundError, UsageError, VenueIncompleteError
from consultations_gui.domain.parties import Lang, Side, Venue, own_language
from consultations_gui.domain.people import Delegate, Person, Role
from consultations_gui.domain.rotation import remarkable
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording import explain, label
from consultations_gui.i18n.words import N_

_LIFE = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED, Status.HELD)


def register(group: Group) -> None:
    """Add the ``consultation`` commands."""
    top = group.group("consultation", N_("rounds and extraordinary consultations"))
    listing = top.command("list", N_("list consultations"), _list, reads=True)
    only = N_("only with this status (may be given several times)")
    listing.choice("--status", only, Status, action="append", default=[])
    _with_id(top.command("show", N_("show one consultation"), _show, reads=True))
    _register_add(top)
    postpone = _with_id(top.command("postpone", N_("postpone, to new dates or openly"), _postpone))
    _when(postpone)
    postpone.option("--reason", N_("the reason"), default="")
    cancel = _with_id(top.command("cancel", N_("cancel; the turn carries over"), _cancel))
    cancel.option("--reason", N_("the reason"), default="")
    _with_id(top.command("tentative", N_("mark as tentatively agreed"), _tentative))
    _with_id(top.command("confirm", N_("mark as confirmed by both sides"), _confirm))
    _when(_with_id(top.command("held", N_("record that it took place"), _held)))
    _place(_with_id(top.command("venue", N_("set the venue"), _venue)))
    _register_turn(top)
    _register_delegate(top)


def _with_id(parser: Parser) -> Parser:
    parser.option("id", N_("ID, e.g. R3, U1 or X1"), type=str.upper)
    return parser


def _when(parser: Parser) -> None:
    first = N_("first day, YYYY-MM-DD (or a month, YYYY-MM)")
    parser.option("--start", first, metavar="DATE")
    parser.option("--end", N_("last day, YYYY-MM-DD"), metavar="DATE")
    parser.number("--days", N_("number of meeting days, instead of the last"), least=1)


def _place(parser: Parser) -> None:
    parser.option("--country", N_("two-letter country code"), default="")
    parser.option("--city", N_("city, in English, Chinese or Russian"), default="")
    parser.option("--site", N_("building or room"), default="")
    parser.option("--online", N_("the meeting is online"), action="store_true")


def _register_add(top: Group) -> None:
    add = top.command("add", N_("add a consultation; the host follows from the rotation"), _add)
    kinds = N_("regular, unnumbered or extraordinary")
    add.choice("--kind", kinds, Kind, default=str(Kind.REGULAR))
    add.number("--number", N_("round number (the next by default)"))
    add.side("--host", N_("the side that hosts"))
    _when(add)
    _place(add)
    stands = N_("where it stands (planned by default)")
    add.choice("--status", stands, _LIFE, default=str(Status.PLANNED))
    add.option("--basis", N_("note, protocol or decision it rests on"), default="")


def _register_turn(top: Group) -> None:
    turn = _with_id(top.command("turn", N_("record whose turn a meeting uses"), _turn))
    turn.choice("--uses", N_("auto, CN, RU or none"), TurnUse, required=True)
    _agreed(turn)
    about = N_("hold a round out of turn, as both sides agreed")
    elsewhere = _with_id(top.command("out-of-turn", about, _out_of_turn))
    _place(elsewhere)
    elsewhere.choice("--uses", N_("auto, CN, RU or none"), TurnUse, default=str(TurnUse.AUTO))
    _agreed(elsewhere)
    swap = _with_id(top.command("swap", N_("let two rounds exchange hosts and venues"), _swap))
    swap.option("other", N_("ID of the other round"), type=str.upper)
    keep = N_("each keeps the turn it had, so that what follows stays as it was")
    swap.option("--keep-order", keep, action="store_true")
    _agreed(swap)


def _agreed(parser: Parser) -> None:
    """What an agreement on the turn rests on, and who has consented."""
    parser.option("--basis", N_("note, protocol or decision it rests on"), default="")
    parser.option("--consent-cn", N_("the Chinese side consented"), action="store_true")
    parser.option("--consent-ru", N_("the Russian side consented"), action="store_true")


def _register_delegate(top: Group) -> None:
    delegate = _with_id(top.command("delegate", N_("add a person to a delegation"), _delegate))
    delegate.side("--side", N_("the delegation's side"), required=True)
    delegate.choice("--role", N_("the person's role"), Role, default=str(Role.MEMBER))
    for name, about in (
        ("--name-zh", N_("name in Chinese")),
        ("--name-ru", N_("name in Russian")),
        ("--name-latin", N_("name in Latin letters")),
        ("--post-zh", N_("post in Chinese")),
        ("--post-ru", N_("post in Russian")),
        ("--email", N_("e-mail address")),
    ):
        delegate.option(name, about, default="")
    delegate.choice("--language", N_("language of this person's invitations"), Lang)
    dismiss = _with_id(top.command("dismiss", N_("take a person out of a delegation"), _dismiss))
    dismiss.option("person", N_("e-mail address, or the name in any script"))


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    found = consultations.list_all(terminal.ctx, *(Status(name) for name in args.status))
    words = terminal.words
    rows = (
        (
            c.id,
            host_text(terminal, c.host),
            dates_text(terminal, c.dates),
            venue_text(terminal, c.venue),
            label(c.status, words),
        )
        for c in found
    )
    nothing = words.tr(
        "No such consultations. Add some with “consultation add” or “plan --commit”."
    )
    document = {"consultations": [shapes.consultation(c) for c in found]}
    return terminal.answer(document, table(rows) or [nothing])


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.show(terminal.ctx, args.id))


def _add(terminal: Terminal, args: argparse.Namespace) -> int:
    new = NewConsultation(
        kind=Kind(args.kind),
        dates=_dates(terminal, args),
        venue=_venue_of(terminal, args),
        host=Side(args.host) if args.host else None,
        number=args.number,
        status=Status(args.status),
        basis=args.basis,
    )
    return _tell(terminal, consultations.add(terminal.ctx, new))


def _postpone(terminal: Terminal, args: argparse.Namespace) -> int:
    dates = _dates(terminal, args)
    return _tell(terminal, consultations.postpone(terminal.ctx, args.id, dates, args.reason))


def _cancel(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.cancel(terminal.ctx, args.id, args.reason))


def _tentative(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.tentative(terminal.ctx, args.id))


def _confirm(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.confirm(terminal.ctx, args.id))


def _held(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, consultations.held(terminal.ctx, args.id, _dates(terminal, args)))


def _venue(terminal: Terminal, args: argparse.Namespace) -> int:
    found = consultations.show(terminal.ctx, args.id)
    if args.city or args.country or args.online:
        venue = _venue_of(terminal, args)
    elif args.site:
        venue = replace(found.venue, site=args.site)
    else:
        raise VenueIncompleteError
    return _tell(terminal, consultations.edit(terminal.ctx, replace(found, venue=venue)))


def _turn(terminal: Terminal, args: argparse.Namespace) -> int:
    record = _record(args, TurnUse(args.uses))
    return _tell(terminal, consultations.record_turn(terminal.ctx, args.id, record))


def _out_of_turn(terminal: Terminal, args: argparse.Namespace) -> int:
    venue, record = _venue_of(terminal, args), _record(args, TurnUse(args.uses))
    return _tell(terminal, hosting.host_out_of_turn(terminal.ctx, args.id, venue, record))


def _swap(terminal: Terminal, args: argparse.Namespace) -> int:
    record, keep = _record(args, TurnUse.AUTO), args.keep_order
    pair = hosting.swap_hosts(terminal.ctx, args.id, args.other, record, keep_order=keep)
    document = {"consultations": [shapes.consultation(one) for one in pair]}
    return terminal.answer(document, [line for one in pair for line in _lines(terminal, one)])


def _record(args: argparse.Namespace, use: TurnUse) -> TurnRecord:
    return TurnRecord(use, args.basis, args.consent_cn, args.consent_ru)


def _delegate(terminal: Terminal, args: argparse.Namespace) -> int:
    side = Side(args.side)
    person = Person(
        uid=str(uuid.uuid4()),
        name_zh=args.name_zh,
        name_ru=args.name_ru,
        name_latin=args.name_latin,
        post_zh=args.post_zh,
        post_ru=args.post_ru,
        email=args.email,
        language=Lang(args.language) if args.language else own_language(side),
    )
    before = consultations.show(terminal.ctx, args.id).delegation(side)
    after = replace(before, delegates=(*before.delegates, Delegate(person, Role(args.role))))
    changed = consultations.set_delegation(terminal.ctx, args.id, after, base=before)
    return _tell(terminal, changed)


def _dismiss(terminal: Terminal, args: argparse.Namespace) -> int:
    wanted = args.person.strip().casefold()
    found = [
        (party, one)
        for party in consultations.show(terminal.ctx, args.id).delegations
        for one in party.delegates
        if wanted and wanted in _called(one.person)
    ]
    if not found:
        raise NotFoundError(kind="delegate", id=args.person)
    if len(found) > 1:
        several = terminal.words.tr(
            "Several people are called “{text}”. Give the e-mail address.", text=args.person
        )
        raise UsageError(message=several, usage="")
    ((before, gone),) = found
    after = replace(before, delegates=tuple(one for one in before.delegates if one is not gone))
    return _tell(terminal, consultations.set_delegation(terminal.ctx, args.id, after, base=before))


def _called(person: Person) -> tuple[str, ...]:
    """What a person is named by, without regard to case."""
    names = (person.email, person.name_zh, person.name_ru, person.name_latin)
    return tuple(name.casefold() for name in names if name)


def _dates(terminal: Terminal, args: argparse.Namespace) -> Dates | None:
    """The days the options name.

    Raises ``UsageError`` for an end or a length by itself, or beside a month.
    """
    if args.start is None and (args.end is not None or args.days is not None):
        raise UsageError(message=terminal.words.tr("--end and --days need --start."), usage="")
    if args.end is not None and args.days is not None:
        raise UsageError(message=terminal.words.tr("Give --end or --days, not both."), usage="")
    if (args.end or args.days) and arguments.is_month(args.start):
        only = terminal.words.tr(
            "{start} is a month: of a meeting of which only that is known, give neither --end nor "
            "--days. Else give the first day, as {start}-02.",
            start=args.start,
        )
        raise UsageError(message=only, usage="")
    return arguments.dates(args.start, args.end, args.days)


def _venue_of(terminal: Terminal, args: argparse.Namespace) -> Venue:
    return consultations.venue_named(
        terminal.ctx, args.city, args.country.upper(), args.site, args.online
    )


def _tell(terminal: Terminal, consultation: Consultation) -> int:
    warnings = remarks.warnings(terminal.ctx, consultation)
    document = shapes.consultation(consultation)
    document["warnings"] = shapes.reasons(warnings, terminal.words)
    told = [f"! {explain(one, terminal.words)}" for one in warnings]
    turn = _turn_lines(terminal, consultation)
    return terminal.answer(document, [*_lines(terminal, consultation), *turn, *told])


def _turn_lines(terminal: Terminal, c: Consultation) -> Iterator[str]:
    """Why its turn is not simply its host's, and what an agreement on that rests on."""
    words = terminal.words
    entry = remarks.entry(terminal.ctx, c)
    for reason in remarkable(entry)[:1]:
        if reason not in entry.warnings:
            yield explain(reason, words)
    if c.turn.basis:
        yield named(terminal, words.tr("What the turn rests on"), c.turn.basis)


def _lines(terminal: Terminal, c: Consultation) -> Iterator[str]:
    words = terminal.words
    yield from table(
        (
            (words.tr("ID"), c.id),
            (words.tr("Kind"), label(c.kind, words)),
            (words.tr("Status"), label(c.status, words)),
            (words.tr("Host"), host_text(terminal, c.host)),
            (words.tr("Dates"), dates_text(terminal, c.dates)),
            (words.tr("Venue"), venue_text(terminal, c.venue)),
        )
    )
    if c.dates and c.dates.precision is Precision.MONTH:
        yield words.tr("Only the month is known.")
    if c.former:
        former = join_list([dates_text(terminal, dates) for dates in c.former], words.language)
        yield words.tr("Dates it had before: {list}", list=former)
    if c.reason:
        yield words.tr("Reason: {text}", text=c.reason)
    for name, text in (
        (N_("Note, minutes or agreement it rests on"), c.basis),
        (N_("What was agreed on costs"), c.cost_note),
    ):
        if text:
            yield named(terminal, words.tr(name), text)
    for delegation in c.delegations:
        if delegation.delegates:
            yield ""
            yield words.tr("Delegation: {side}", side=label(delegation.side, words))
        for delegate in delegation.delegates:
            person = delegate.person
            names = " / ".join(n for n in (person.name_zh, person.name_ru, person.name_latin) if n)
            who = f"{names}  {person.email}".rstrip()
            yield "  " + named(terminal, label(delegate.role, words), who)
