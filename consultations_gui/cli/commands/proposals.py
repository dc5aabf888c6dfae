"""``proposal``: extraordinary consultations from the first offer to convening (Art. 5(4))."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from consultations_gui.application import proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.cli import arguments, shapes
from consultations_gui.cli.grammar import Group, Parser
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import dates_text, day_text, named, venue_text
from consultations_gui.domain.errors import JsonShapeError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import Answer, Channel, Component, Terms
from consultations_gui.domain.proposal_terms import terms_data
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_

COMPONENTS = tuple(str(component) for component in Component)


def register(group: Group) -> None:
    """Add the ``proposal`` commands."""
    top = group.group("proposal", N_("proposals, offers and answers"))
    top.command("list", N_("list proposals"), _list, reads=True)
    _with_id(top.command("show", N_("show one proposal"), _show, reads=True))
    new = top.command("new", N_("draft a new proposal"), _new)
    new.option("--title-zh", N_("title in Chinese"), default="")
    new.option("--title-ru", N_("title in Russian"), default="")
    new.option("--about", N_("round it concerns, e.g. R3"), default="", type=str.upper)
    _terms_options(new)
    transmit = _with_id(top.command("transmit", N_("transmit the offer"), _transmit))
    _channel_options(transmit)
    wished = N_("wished reply date, YYYY-MM-DD")
    transmit.option("--reply-by", wished, metavar="DATE")
    _register_answer(top)
    again = N_("make a new offer after a partial decline")
    offer = _with_id(top.command("offer", again, _offer))
    _terms_options(offer)
    _channel_options(offer)
    withdraw = _with_id(top.command("withdraw", N_("withdraw the current offer"), _withdraw))
    withdraw.option("--reason", N_("the reason"), default="")
    _channel_options(withdraw)
    lapse = _with_id(top.command("lapse", N_("close without a reply"), _lapse))
    lapse.option("--reason", N_("the reason"), required=True)
    _with_id(top.command("convene", N_("make the consultation that was agreed"), _convene))


def _register_answer(top: Group) -> None:
    answer = _with_id(top.command("answer", N_("answer the current offer"), _answer))
    answer.option("--from-json", N_("the answer as a JSON file"), metavar="FILE")
    how = N_("accept, decline or counter=JSON; for several dates accept=NUMBER")
    for name in COMPONENTS:
        answer.option(f"--{name}", how, metavar="RULING")
    answer.side("--by", N_("side that answers, CN or RU (the other side's paper answer)"))
    _channel_options(answer)


def _with_id(parser: Parser) -> Parser:
    parser.option("id", N_("ID, e.g. P2"), type=str.upper)
    return parser


def _terms_options(parser: Parser) -> None:
    parser.option("--from-json", N_("the offer as a JSON file"), metavar="FILE")
    options = N_("a date option: DATE, DATE..DATE or DATE+DAYS (up to five times)")
    parser.option("--date", options, action="append", default=[], metavar="DATES")
    parser.option("--country", N_("two-letter country code"), default="")
    parser.option("--city", N_("city, in English, Chinese or Russian"), default="")
    parser.option("--site", N_("building or room"), default="")
    parser.option("--online", N_("the meeting is online"), action="store_true")
    topic = N_("a topic, 中文|Русский|minutes (may be given several times)")
    parser.option("--topic", topic, action="append", default=[])


def _channel_options(parser: Parser) -> None:
    parser.option("--note", N_("number of the note"), default="")
    parser.option("--note-date", N_("date of the note, YYYY-MM-DD"), metavar="DATE")
    parser.option("--received", N_("day it was received, YYYY-MM-DD"), metavar="DATE")


def _terms(args: argparse.Namespace) -> Terms:
    if args.from_json:
        return arguments.terms(arguments.read_json(args.from_json))
    return Terms(
        dates=tuple(arguments.period(text) for text in args.date),
        venue=Venue(args.country.upper(), args.city, args.site, args.online),
        topics=tuple(arguments.topic_flag(text) for text in args.topic),
    )


def _channel(args: argparse.Namespace) -> Channel:
    return Channel(
        note=args.note,
        note_date=arguments.day(args.note_date) if args.note_date else None,
        received=arguments.day(args.received) if args.received else None,
    )


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    found, today = proposals.list_all(terminal.ctx), terminal.ctx.clock.today()
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
    nothing = words.tr("No proposals. Draft one with “proposal new”.")
    document = {"proposals": [_document(view, today) for view in found]}
    return terminal.answer(document, table(rows) or [nothing])


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, proposals.show(terminal.ctx, args.id))


def _new(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.new(terminal.ctx, args.title_zh, args.title_ru, _terms(args), args.about)
    return _tell(terminal, view)


def _transmit(terminal: Terminal, args: argparse.Namespace) -> int:
    reply_by = arguments.day(args.reply_by) if args.reply_by else None
    return _tell(terminal, proposals.transmit(terminal.ctx, args.id, _channel(args), reply_by))


def _answer(terminal: Terminal, args: argparse.Namespace) -> int:
    by = Side(args.by) if args.by else None
    answer = _answer_of(args)
    return _tell(terminal, proposals.answer(terminal.ctx, args.id, answer, by, _channel(args)))


def _answer_of(args: argparse.Namespace) -> Answer:
    if args.from_json:
        return arguments.answer(arguments.read_json(args.from_json))
    given = {name: getattr(args, name) for name in COMPONENTS}
    for name, text in given.items():
        if text is None:
            raise JsonShapeError(place=f"--{name}", expected="ruling")
    return Answer(**{name: arguments.ruling_flag(name, text) for name, text in given.items()})


def _offer(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, proposals.offer(terminal.ctx, args.id, _terms(args), _channel(args)))


def _withdraw(terminal: Terminal, args: argparse.Namespace) -> int:
    channel = _channel(args)
    return _tell(terminal, proposals.withdraw(terminal.ctx, args.id, args.reason, channel))


def _lapse(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, proposals.lapse(terminal.ctx, args.id, args.reason))


def _convene(terminal: Terminal, args: argparse.Namespace) -> int:
    made = proposals.convene(terminal.ctx, args.id)
    words = terminal.words
    line = words.tr("Convened: {id}, {dates}", id=made.id, dates=dates_text(terminal, made.dates))
    return terminal.answer(shapes.consultation(made), (line,))


def _document(view: ProposalView, today: date) -> dict[str, Any]:
    """A proposal as the JSON document shows it."""
    proposal, standing = view.proposal, view.standing
    return {
        "id": proposal.id,
        "uid": proposal.uid,
        "title_zh": proposal.title_zh,
        "title_ru": proposal.title_ru,
        "about": proposal.about or None,
        "state": str(standing.state),
        "proposed_by": str(standing.proposed_by),
        "waiting_for": plain(standing.waiting_for),
        "days_waiting": standing.days_waiting(today),
        "reply_by": plain(standing.reply_by),
        "days_overdue": standing.days_overdue(today),
        "components": {str(name): str(state) for name, state in standing.components},
        "draft": terms_data(standing.draft) if standing.draft else None,
        "offers": [
            {
                "number": offer.number,
                "by": str(offer.by),
                **terms_data(offer.terms),
                "content_hash": offer.content_hash,
            }
            for offer in standing.offers
        ],
        "agreed_hash": standing.agreed_hash or None,
        "consultation": standing.consultation or None,
    }


def _tell(terminal: Terminal, view: ProposalView) -> int:
    today = terminal.ctx.clock.today()
    return terminal.answer(_document(view, today), _lines(terminal, view, today))


def _lines(terminal: Terminal, view: ProposalView, today: date) -> Iterator[str]:
    words, standing = terminal.words, view.standing
    yield f"{view.proposal.id}  {view.proposal.title_zh} / {view.proposal.title_ru}"
    yield words.tr("State: {state}", state=label(standing.state, words))
    if standing.waiting_for:
        yield words.tr("Waiting for: {side}", side=label(standing.waiting_for, words))
    if standing.reply_by:
        yield words.tr("Reply wished by {day}", day=day_text(terminal, standing.reply_by))
    overdue = standing.days_overdue(today)
    if overdue:
        yield words.trn("no reply, {n} day", "no reply, {n} days", overdue)
    for name, state in standing.components:
        yield "  " + named(terminal, label(name, words), label(state, words))
    if standing.draft:
        yield words.tr("Draft, {side}", side=label(standing.proposed_by, words))
        yield from _terms_lines(terminal, standing.draft)
    for offer in standing.offers:
        yield words.tr("Offer {number}, {side}", number=offer.number, side=label(offer.by, words))
        yield from _terms_lines(terminal, offer.terms)


def _terms_lines(terminal: Terminal, terms: Terms) -> Iterator[str]:
    for number, dates in enumerate(terms.dates, start=1):
        yield f"    {number}) {dates_text(terminal, dates)}"
    yield f"    {venue_text(terminal, terms.venue)}"
    for topic in terms.topics:
        yield f"    · {topic.zh} / {topic.ru}"
