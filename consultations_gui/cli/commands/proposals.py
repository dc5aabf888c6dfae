"""``proposal``: extraordinary consultations from the first offer to convening (Art. 5(4))."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from consultations_gui.application import offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.cli import arguments
from consultations_gui.cli.commands.consultations import document as consultation_document
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import dates_text, venue_text
from consultations_gui.domain.errors import JsonShapeError, OfficeNotSetError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import Answer, Channel, Terms
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``proposal`` commands."""
    words = group.words
    top = group.group("proposal", N_("proposals, offers and answers"))
    top.command("list", N_("list proposals"), _list)
    _with_id(group, top.command("show", N_("show one proposal"), _show))
    new = top.command("new", N_("draft a proposal"), _new)
    option(new, words, "--title-zh", about=N_("title in Chinese"), default="")
    option(new, words, "--title-ru", about=N_("title in Russian"), default="")
    option(new, words, "--about", about=N_("round it concerns, e.g. R3"), default="")
    _terms_options(group, new)
    transmit = _with_id(group, top.command("transmit", N_("transmit the offer"), _transmit))
    _channel_options(group, transmit)
    option(transmit, words, "--reply-by", about=N_("wished reply date, YYYY-MM-DD"))
    _register_answer(group, top)
    offer = _with_id(
        group, top.command("offer", N_("make a new offer after a partial decline"), _offer)
    )
    _terms_options(group, offer)
    _channel_options(group, offer)
    withdraw = _with_id(group, top.command("withdraw", N_("withdraw the current offer"), _withdraw))
    option(withdraw, words, "--reason", about=N_("the reason"), default="")
    _channel_options(group, withdraw)
    lapse = _with_id(group, top.command("lapse", N_("close without a reply"), _lapse))
    option(lapse, words, "--reason", about=N_("the reason"), required=True)
    _with_id(group, top.command("convene", N_("make the consultation that was agreed"), _convene))


def _register_answer(group: Group, top: Group) -> None:
    answer = _with_id(group, top.command("answer", N_("answer the current offer"), _answer))
    option(
        answer, group.words, "--from-json", about=N_("the answer as a JSON file"), metavar="FILE"
    )
    how = N_("accept, decline or counter=JSON; for several dates accept=NUMBER")
    for name in ("--dates", "--venue", "--topics"):
        option(answer, group.words, name, about=how)
    option(
        answer,
        group.words,
        "--by",
        about=N_("side that answers, CN or RU (the other side's paper answer)"),
        type=arguments.side,
    )
    _channel_options(group, answer)


def _with_id(group: Group, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    option(parser, group.words, "id", about=N_("ID, e.g. P2"))
    return parser


def _terms_options(group: Group, parser: argparse.ArgumentParser) -> None:
    words = group.words
    option(parser, words, "--from-json", about=N_("the offer as a JSON file"), metavar="FILE")
    option(
        parser,
        words,
        "--date",
        about=N_("a date option: DATE, DATE..DATE or DATE+DAYS (up to five times)"),
        action="append",
        default=[],
    )
    option(parser, words, "--country", about=N_("two-letter country code"), default="")
    option(parser, words, "--city", about=N_("city, in English, Chinese or Russian"), default="")
    option(parser, words, "--site", about=N_("building or room"), default="")
    option(parser, words, "--online", about=N_("the meeting is online"), action="store_true")
    option(
        parser,
        words,
        "--topic",
        about=N_("a topic, 中文|Русский|minutes (may be given several times)"),
        action="append",
        default=[],
    )


def _channel_options(group: Group, parser: argparse.ArgumentParser) -> None:
    option(parser, group.words, "--note", about=N_("number of the note"), default="")
    option(parser, group.words, "--note-date", about=N_("date of the note, YYYY-MM-DD"))
    option(parser, group.words, "--received", about=N_("day it was received, YYYY-MM-DD"))


def _terms(args: argparse.Namespace) -> Terms:
    if args.from_json:
        return arguments.terms(arguments.read_json(args.from_json))
    return Terms(
        dates=tuple(arguments.period(text) for text in args.date),
        venue=Venue(args.country.upper(), args.city, args.site, args.online),
        topics=tuple(arguments.topic_flag(text) for text in args.topic),
    )


def _channel(terminal: Terminal, args: argparse.Namespace) -> Channel:
    return Channel(
        note=args.note,
        note_date=arguments.day(args.note_date) if args.note_date else None,
        received=arguments.day(args.received) if args.received else None,
        recorded_by=terminal.ctx.actor,
    )


def _own_side(terminal: Terminal) -> Side:
    office = offices.show(terminal.ctx)
    if office is None:
        raise OfficeNotSetError
    return office.side


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    found = proposals.list_all(terminal.ctx)
    words = terminal.words
    rows = (
        (
            view.proposal.id,
            label(view.standing.state, words),
            label(view.standing.waiting_for, words) if view.standing.waiting_for else "—",
            view.proposal.title_zh,
            view.proposal.title_ru,
        )
        for view in found
    )
    return terminal.answer({"proposals": [document(view) for view in found]}, table(rows))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, proposals.show(terminal.ctx, args.id))


def _new(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.new(terminal.ctx, args.title_zh, args.title_ru, _terms(args), args.about)
    return _tell(terminal, view)


def _transmit(terminal: Terminal, args: argparse.Namespace) -> int:
    reply_by = arguments.day(args.reply_by) if args.reply_by else None
    return _tell(
        terminal,
        proposals.transmit(terminal.ctx, args.id, _channel(terminal, args), reply_by),
    )


def _answer(terminal: Terminal, args: argparse.Namespace) -> int:
    if args.from_json:
        answer = arguments.answer(arguments.read_json(args.from_json))
    else:
        given = {name: getattr(args, name) for name in ("dates", "venue", "topics")}
        for name, text in given.items():
            if text is None:
                raise JsonShapeError(place=f"--{name}", expected="ruling")
        answer = Answer(**{name: arguments.ruling_flag(name, text) for name, text in given.items()})
    by = args.by or _own_side(terminal)
    return _tell(
        terminal,
        proposals.answer(terminal.ctx, args.id, answer, by, _channel(terminal, args)),
    )


def _offer(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.offer(terminal.ctx, args.id, _terms(args), _channel(terminal, args))
    return _tell(terminal, view)


def _withdraw(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.withdraw(terminal.ctx, args.id, args.reason, _channel(terminal, args))
    return _tell(terminal, view)


def _lapse(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.lapse(terminal.ctx, args.id, args.reason, _own_side(terminal))
    return _tell(terminal, view)


def _convene(terminal: Terminal, args: argparse.Namespace) -> int:
    made = proposals.convene(terminal.ctx, args.id)
    words = terminal.words
    line = words.tr("Convened: {id}, {dates}", id=made.id, dates=dates_text(terminal, made.dates))
    return terminal.answer(consultation_document(made), (line,))


def _terms_document(terms: Terms) -> dict[str, Any]:
    return {
        "dates": [{"start": d.start.isoformat(), "days": d.days} for d in terms.dates],
        "venue": plain(terms.venue),
        "topics": plain(terms.topics),
    }


def document(view: ProposalView) -> dict[str, Any]:
    """A proposal as the JSON document shows it."""
    proposal, standing = view.proposal, view.standing
    return {
        "id": proposal.id,
        "uid": proposal.uid,
        "title_zh": proposal.title_zh,
        "title_ru": proposal.title_ru,
        "about": proposal.about or None,
        "state": str(standing.state),
        "proposed_by": plain(standing.proposed_by),
        "waiting_for": plain(standing.waiting_for),
        "components": {str(name): str(state) for name, state in standing.components},
        "offers": [
            {
                "number": offer.number,
                "by": str(offer.by),
                **_terms_document(offer.terms),
                "content_hash": offer.content_hash,
            }
            for offer in standing.offers
        ],
        "agreed_hash": standing.agreed_hash or None,
        "consultation": standing.consultation or None,
    }


def _tell(terminal: Terminal, view: ProposalView) -> int:
    return terminal.answer(document(view), _lines(terminal, view))


def _lines(terminal: Terminal, view: ProposalView) -> Iterator[str]:
    words, standing = terminal.words, view.standing
    yield f"{view.proposal.id}  {view.proposal.title_zh} / {view.proposal.title_ru}"
    yield words.tr("State: {state}", state=label(standing.state, words))
    if standing.waiting_for:
        yield words.tr("Waiting for: {side}", side=label(standing.waiting_for, words))
    for name, state in standing.components:
        yield f"  {label(name, words)}: {label(state, words)}"
    for offer in standing.offers:
        yield words.tr("Offer {number}, {side}", number=offer.number, side=label(offer.by, words))
        for number, dates in enumerate(offer.terms.dates, start=1):
            yield f"    {number}) {dates_text(terminal, dates)}"
        yield f"    {venue_text(terminal, offer.terms.venue)}"
        for topic in offer.terms.topics:
            yield f"    · {topic.zh} / {topic.ru}"
