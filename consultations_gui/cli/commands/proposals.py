"""``proposal``: extraordinary consultations from the first offer to convening (Art. 5(4))."""

from __future__ import annotations

import argparse
from datetime import date

from consultations_gui.application import proposals, soundings
from consultations_gui.application.proposals import ProposalView
from consultations_gui.cli import arguments, proposal_compare, proposal_dates, shapes
from consultations_gui.cli import proposals as shown
from consultations_gui.cli.commands import notes, wordings
from consultations_gui.cli.grammar import Group, Parser
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import dates_text, listed
from consultations_gui.domain.errors import (
    JsonShapeError,
    NotAmongAnswersError,
    NothingToDecideError,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import Answer, Channel, Component, Terms
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_

NOTHING = Terms()
COMPONENTS = tuple(str(component) for component in Component)


def register(group: Group) -> None:
    """Add the ``proposal`` commands."""
    top = group.group("proposal", N_("proposals, offers and answers"))
    top.command("list", N_("list proposals"), _list, reads=True)
    _with_id(top.command("show", N_("show one proposal"), _show, reads=True))
    compare = N_("two offers compared item by item and word by word")
    compared = _with_id(top.command("compare", compare, _compare, reads=True))
    compared.number("before", N_("number of the earlier offer"), least=1)
    compared.number("after", N_("number of the later offer"), least=1)
    cost = N_("what its dates cost a plan, and better ones nearby")
    _with_id(top.command("dates", cost, _dates, reads=True))
    _register_draft(top)
    _register_offers(top)
    _register_answer(top)
    _register_endings(top)
    _with_id(top.command("convene", N_("make the consultation that was agreed"), _convene))
    notes.register(top)
    wordings.register(top)


def _register_draft(top: Group) -> None:
    new = top.command("new", N_("draft a new proposal"), _new)
    new.option("--about", N_("round it concerns, e.g. R3"), default="", type=str.upper)
    new.side("--by", N_("side that proposes, CN or RU (the other side's paper proposal)"))
    edit = _with_id(top.command("edit", N_("write a draft anew"), _edit))
    for parser in (new, edit):
        parser.option("--title-zh", N_("title in Chinese"), default="")
        parser.option("--title-ru", N_("title in Russian"), default="")
        _terms_options(parser)
    _with_id(top.command("discard", N_("take out a draft"), _discard))


def _register_offers(top: Group) -> None:
    transmit = _with_id(top.command("transmit", N_("transmit the offer"), _transmit))
    _channel_options(transmit)
    _reply_option(transmit)
    again = N_("make a new offer after a partial decline")
    offer = _with_id(top.command("offer", again, _offer))
    _terms_options(offer)
    _channel_options(offer)
    _reply_option(offer)
    offer.side("--by", N_("side that acts, CN or RU (the other side's on paper)"))


def _register_answer(top: Group) -> None:
    answer = _with_id(top.command("answer", N_("answer the current offer"), _answer))
    _ruling_options(answer)
    answer.side("--by", N_("side that answers, CN or RU (the other side's paper answer)"))
    _channel_options(answer)
    _reply_option(answer)
    _late_options(answer)
    decide = _with_id(top.command("decide", N_("say which of two answers stands"), _decide))
    which = N_("which of them, as “proposal show” numbers them, instead of all it says")
    decide.number("--answer", which, least=1)
    _ruling_options(decide)
    decide.option("--reason", N_("the reason"), default="")


def _register_endings(top: Group) -> None:
    withdraw = _with_id(top.command("withdraw", N_("withdraw the current offer"), _withdraw))
    withdraw.option("--reason", N_("the reason"), default="")
    lapse = _with_id(top.command("lapse", N_("close without a reply"), _lapse))
    lapse.option("--reason", N_("the reason"), required=True)
    for ending in (withdraw, lapse):
        ending.side("--by", N_("side that acts, CN or RU (the other side's on paper)"))
        _channel_options(ending)
        _late_options(ending)


def _ruling_options(parser: Parser) -> None:
    parser.option("--from-json", N_("the answer as a JSON file"), metavar="FILE")
    how = N_("accept, decline or counter=JSON; for several dates accept=NUMBER")
    for name in COMPONENTS:
        parser.option(f"--{name}", how, metavar="RULING")


def _reply_option(parser: Parser) -> None:
    parser.option("--reply-by", N_("wished reply date, YYYY-MM-DD"), metavar="DATE")


def _late_options(parser: Parser) -> None:
    late = N_("a message that crossed with another or came late; it is kept and weighed")
    parser.option("--crossing", late, action="store_true")
    parser.number("--offer", N_("with --crossing: number of the offer it speaks of"), least=1)


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


def _terms(args: argparse.Namespace, held: Terms = NOTHING) -> Terms:
    """The terms typed; of ``held`` what the flags leave unsaid."""
    if args.from_json:
        return arguments.terms(arguments.read_json(args.from_json))
    dates = tuple(arguments.period(text) for text in args.date)
    topics = tuple(arguments.topic_flag(text) for text in args.topic)
    place = any((args.country, args.city, args.site, args.online))
    venue = Venue(args.country.upper(), args.city, args.site, args.online)
    return Terms(dates or held.dates, venue if place else held.venue, topics or held.topics)


def _channel(args: argparse.Namespace) -> Channel:
    return Channel(
        note=args.note,
        note_date=arguments.day(args.note_date) if args.note_date else None,
        received=arguments.day(args.received) if args.received else None,
    )


def _by(args: argparse.Namespace) -> Side | None:
    return Side(args.by) if args.by else None


def _reply_by(args: argparse.Namespace) -> date | None:
    return arguments.day(args.reply_by) if args.reply_by else None


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    found, today = proposals.list_all(terminal.ctx), terminal.ctx.clock.today()
    words = terminal.words
    rows = (
        (
            view.proposal.id,
            label(view.standing.state, words),
            _awaited(terminal, view, today),
            view.proposal.title_zh,
            view.proposal.title_ru,
        )
        for view in found
    )
    nothing = words.tr("No proposals. Draft one with “proposal new”.")
    document = {"proposals": [shown.document(view, today) for view in found]}
    return terminal.answer(document, table(rows) or [nothing])


def _awaited(terminal: Terminal, view: ProposalView, today: date) -> str:
    """Who is waited for, and how long already."""
    words, standing = terminal.words, view.standing
    if standing.waiting_for is None:
        return "—"
    days = standing.days_waiting(today)
    waited = words.trn("waiting {n} day", "waiting {n} days", days) if days else ""
    return listed(terminal, (label(standing.waiting_for, words), waited))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, proposals.show(terminal.ctx, args.id))


def _compare(terminal: Terminal, args: argparse.Namespace) -> int:
    pair = proposals.compare(terminal.ctx, args.id, args.before, args.after)
    document = proposal_compare.document(pair)
    return terminal.answer(document, proposal_compare.lines(terminal, pair))


def _dates(terminal: Terminal, args: argparse.Namespace) -> int:
    found = soundings.of_proposal(terminal.ctx, args.id)
    document = proposal_dates.document(terminal, args.id, found)
    return terminal.answer(document, proposal_dates.lines(terminal, found))


def _new(terminal: Terminal, args: argparse.Namespace) -> int:
    terms, titles = _terms(args), (args.title_zh, args.title_ru)
    return _tell(terminal, proposals.new(terminal.ctx, *titles, terms, args.about, _by(args)))


def _edit(terminal: Terminal, args: argparse.Namespace) -> int:
    """Write the draft anew; what is not given stays."""
    held = proposals.show(terminal.ctx, args.id)
    zh = args.title_zh or held.proposal.title_zh
    ru = args.title_ru or held.proposal.title_ru
    terms = _terms(args, held.standing.draft or Terms())
    return _tell(terminal, proposals.edit_draft(terminal.ctx, args.id, terms, zh, ru))


def _discard(terminal: Terminal, args: argparse.Namespace) -> int:
    proposals.discard(terminal.ctx, args.id)
    words = terminal.words
    line = words.tr("The draft {id} was taken out; undo brings it back.", id=args.id)
    return terminal.answer({"id": args.id}, (line,))


def _transmit(terminal: Terminal, args: argparse.Namespace) -> int:
    reply_by = _reply_by(args)
    return _tell(terminal, proposals.transmit(terminal.ctx, args.id, _channel(args), reply_by))


def _answer(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.answer(
        terminal.ctx,
        args.id,
        _answer_of(args),
        _by(args),
        _channel(args),
        _reply_by(args),
        args.offer,
        args.crossing,
    )
    return _tell(terminal, view)


def _decide(terminal: Terminal, args: argparse.Namespace) -> int:
    answer = _chosen(terminal, args) if args.answer else _answer_of(args)
    return _tell(terminal, proposals.decide(terminal.ctx, args.id, answer, args.reason))


def _chosen(terminal: Terminal, args: argparse.Namespace) -> Answer:
    """The answer of that number among those to decide between."""
    standing = proposals.show(terminal.ctx, args.id).standing
    answers = [event.answer for event in standing.conflict if event.answer is not None]
    number: int = args.answer
    if not answers:
        raise NothingToDecideError(id=args.id, state=standing.state.value)
    if number > len(answers):
        raise NotAmongAnswersError(id=args.id)
    return answers[number - 1]


def _answer_of(args: argparse.Namespace) -> Answer:
    if args.from_json:
        return arguments.answer(arguments.read_json(args.from_json))
    given = {name: getattr(args, name) for name in COMPONENTS}
    for name, text in given.items():
        if text is None:
            raise JsonShapeError(place=f"--{name}", expected="ruling")
    return Answer(**{name: arguments.ruling_flag(name, text) for name, text in given.items()})


def _offer(terminal: Terminal, args: argparse.Namespace) -> int:
    terms, channel, reply_by = _terms(args), _channel(args), _reply_by(args)
    by = _by(args)
    return _tell(terminal, proposals.offer(terminal.ctx, args.id, terms, channel, reply_by, by))


def _withdraw(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.withdraw(
        terminal.ctx, args.id, args.reason, _channel(args), _by(args), args.offer, args.crossing
    )
    return _tell(terminal, view)


def _lapse(terminal: Terminal, args: argparse.Namespace) -> int:
    view = proposals.lapse(
        terminal.ctx, args.id, args.reason, _by(args), _channel(args), args.offer, args.crossing
    )
    return _tell(terminal, view)


def _convene(terminal: Terminal, args: argparse.Namespace) -> int:
    made = proposals.convene(terminal.ctx, args.id)
    words = terminal.words
    line = words.tr("Convened: {id}, {dates}", id=made.id, dates=dates_text(terminal, made.dates))
    return terminal.answer(shapes.consultation(made) | {"consultation": made.id}, (line,))


def _tell(terminal: Terminal, view: ProposalView) -> int:
    today = terminal.ctx.clock.today()
    return terminal.answer(shown.document(view, today), shown.lines(terminal, view, today))
