"""Drafts of notes verbales: seeing one, and writing them into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consultations_gui.application import offices
from consultations_gui.application.calendars import provisional_sides
from consultations_gui.application.export import write_all
from consultations_gui.application.ports import (
    Context,
    Format,
    NoteOrder,
    NoteTexts,
    NoteWording,
    OutFile,
    UnitOfWork,
)
from consultations_gui.desktop.paths import resource
from consultations_gui.domain.note_wording import Correspondence, Template
from consultations_gui.domain.notes import NoteStep, matter, note_step, note_steps
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Lang, Side, own_language
from consultations_gui.domain.proposal import Proposal, Topic
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.protection import Marking, withheld


@dataclass(frozen=True)
class NoteQuery:
    """Which note of a proposal: the step (the newest of ours by default) and its texts."""

    id: str
    texts: NoteTexts
    step: int | None = None


@dataclass(frozen=True)
class NoteChoice:
    """The steps of a proposal that we write a note about, and what of their topics stays out.

    ``withheld`` counts the topics that are not printed without the originator's permission.
    """

    steps: tuple[NoteStep, ...]
    withheld: tuple[int, ...]


def choices(ctx: Context, id: str) -> NoteChoice:
    """The notes of ours there are in a proposal, oldest first.

    Raises ``NotFoundError``, ``OfficeNotSetError``.
    """
    with ctx.work() as uow:
        proposal, side = uow.proposals.get(id), offices.own(uow).side
        own = tuple(step for step in note_steps(proposal) if step.event.by is side)
        kept = tuple(len(_protection(uow, proposal, _topics(step))[1]) for step in own)
    return NoteChoice(own, kept)


def note_name(id: str, step: int, texts: NoteTexts, format_: Format) -> str:
    """The file name of a note, without folder: ``P2-note-3-zh.pdf``."""
    return f"{id}-note-{step}-{texts}.{format_}"


def preview(ctx: Context, query: NoteQuery) -> bytes:
    """One note as PDF, as :func:`export` would write it now.

    Raises:
        NotFoundError, OfficeNotSetError; NoNoteError, UnknownNoteStepError,
        NoteNotOursError: see ``notes.note_step``.
        MissingGlyphError: a character that no installed font has.
    """
    return ctx.press.press_note(_order(ctx, query))


def planned(ctx: Context, query: NoteQuery, formats: Sequence[Format]) -> tuple[str, ...]:
    """The file names :func:`export` would write, in its order. Raises as :func:`preview`."""
    with ctx.work() as uow:
        step = _step(uow, query, offices.own(uow))
    return tuple(note_name(query.id, step.number, query.texts, one) for one in formats)


def export(
    ctx: Context, query: NoteQuery, formats: Sequence[Format], folder: Path
) -> tuple[Path, ...]:
    """Write the note in each of ``formats`` into ``folder``: all of the files or none.

    Raises:
        CannotWriteError: the folder cannot be written or the disk is full; and
            what :func:`preview` raises. Then nothing is written.
    """
    order = _order(ctx, query)
    files = [
        OutFile(
            note_name(query.id, order.step.number, query.texts, one),
            ctx.press.press_note(replace(order, format=one)),
        )
        for one in formats
    ]
    return write_all(files, folder)


def shipped(wanted: Template, lang: Lang) -> str:
    """The text of a template as shipped: one paragraph a line."""
    path = resource("notes", lang.value, f"{wanted.name}.txt")
    return path.read_text(encoding="utf-8").strip()


def _step(uow: UnitOfWork, query: NoteQuery, office: Office) -> NoteStep:
    return note_step(uow.proposals.get(query.id), office.side, query.step)


def _order(ctx: Context, query: NoteQuery) -> NoteOrder:
    with ctx.work() as uow:
        office = offices.own(uow)
        proposal = uow.proposals.get(query.id)
        step = _step(uow, query, office)
        marking, kept = _protection(uow, proposal, _topics(step))
        wanted = Template(step.kind, matter(proposal))
        correspondence = uow.correspondence.get() or Correspondence()
        return NoteOrder(
            step=step,
            wordings=tuple(
                _wording(correspondence, office, wanted, lang)
                for lang in languages(query.texts, office.side)
            ),
            about=uow.consultations.get(proposal.about) if proposal.about else None,
            format=Format.PDF,
            cities=offices.book(uow),
            stamp=step.event.at,
            marking=marking,
            withheld=kept,
            provisional=_provisional(ctx, uow, step),
            term=office.extraordinary_ru,
        )


def languages(texts: NoteTexts, side: Side) -> tuple[Lang, ...]:
    """The texts of a note in their order: both begin with the writing side's own."""
    if texts is NoteTexts.BOTH:
        own = own_language(side)
        return own, own.other
    return (Lang(texts.value),)


def _wording(
    correspondence: Correspondence, office: Office, wanted: Template, lang: Lang
) -> NoteWording:
    names = correspondence.names(lang)
    if not names.sender.strip():
        names = replace(names, sender=office.name_zh if lang is Lang.ZH else office.name_ru)
    own = correspondence.wording(wanted.name, lang)
    text = shipped(wanted, lang) if own is None else own.text
    return NoteWording(lang, text, names, shipped=own is None)


def _topics(step: NoteStep) -> tuple[Topic, ...]:
    return step.terms.topics if step.terms else ()


def _protection(
    uow: UnitOfWork, proposal: Proposal, topics: Sequence[Topic]
) -> tuple[Marking, frozenset[int]]:
    """The strictest marking of what may be printed, and the topics, from 1, that may not (Art. 6).

    Topics carry no marking of their own. The agenda of the round they are
    about, or of the meeting they led to, does; there they are known by their text.
    """
    marked: dict[str, Marking] = {}
    closed: set[str] = set()
    for id in (proposal.about, fold(proposal.events).consultation):
        agenda = uow.agendas.find(id) if id else None
        for item in agenda.items if agenda else ():
            for text in filter(None, (item.text.zh, item.text.ru)):
                marked[text] = max(marked.get(text, Marking.OPEN), item.marking, key=_strictness)
        for item in withheld(agenda) if agenda else ():
            closed |= {item.text.zh, item.text.ru} - {""}
    kept = frozenset(n for n, topic in enumerate(topics, 1) if closed & {topic.zh, topic.ru})
    printed = (topic for n, topic in enumerate(topics, 1) if n not in kept)
    markings = [marked.get(text, Marking.OPEN) for one in printed for text in (one.zh, one.ru)]
    return max(markings, key=_strictness, default=Marking.OPEN), kept


def _strictness(marking: Marking) -> int:
    return list(Marking).index(marking)


def _provisional(ctx: Context, uow: UnitOfWork, step: NoteStep) -> tuple[Side, ...]:
    """The sides whose calendar of a year that the annex names is not published."""
    dates = step.terms.dates if step.terms else ()
    found = {side for option in dates for side in provisional_sides(ctx, uow, option)}
    return tuple(side for side in Side if side in found)
