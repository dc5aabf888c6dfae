"""The list of proposals: what waits for us, what waits for them, drafts, what is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import ProposalState, Terms
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words, words_for
from consultations_gui.ui.models.proposal_entries import Entry, Ink, Line
from consultations_gui.ui.models.proposal_texts import (
    DOT,
    note_text,
    options_text,
    titles,
    topics_count,
    venue_text,
    waiting_text,
)
from consultations_gui.ui.pinyin import initials
from consultations_gui.ui.widgets.findbar import folded
from consultations_gui.ui.widgets.labels import Tone


class Group(StrEnum):
    """Who has to do something about a proposal, seen from this office."""

    OURS = "ours"
    THEIRS = "theirs"
    DRAFTS = "drafts"
    SETTLED = "settled"


GROUPS: dict[Group, str] = {
    Group.OURS: N_("Waiting for us"),
    Group.THEIRS: N_("Waiting for the other side"),
    Group.DRAFTS: N_("Drafts"),
    Group.SETTLED: N_("Settled"),
}


@dataclass(frozen=True)
class Seen:
    """From where the list is looked at: whose office, when, with which cities."""

    own: Side
    today: date
    cities: CityBook


def group_of(view: ProposalView, own: Side) -> Group:
    """The group a proposal stands in. What only a person here can settle waits for us."""
    standing = view.standing
    if standing.state is ProposalState.DRAFT:
        return Group.DRAFTS
    if standing.state in (ProposalState.CONFLICTING, ProposalState.AGREED):
        return Group.OURS
    if standing.waiting_for is None:
        return Group.SETTLED
    return Group.OURS if standing.waiting_for is own else Group.THEIRS


def terms_of(view: ProposalView) -> Terms:
    """The terms a proposal is about now: agreed, on offer, or drafted."""
    return view.standing.terms


def search_text(view: ProposalView, cities: CityBook) -> str:
    """Everything a proposal is found by, in every language."""
    proposal, terms = view.proposal, terms_of(view)
    texts = [proposal.id, proposal.title_zh, proposal.title_ru, proposal.about]
    texts += [text for topic in terms.topics for text in (topic.zh, topic.ru)]
    texts += [venue_text(terms.venue, cities, words_for(language)) for language in Language]
    texts += [event.channel.note for event in proposal.events]
    return " ".join(texts)


def matching(
    views: Iterable[ProposalView], typed: str, group: Group | None, seen: Seen
) -> tuple[ProposalView, ...]:
    """Those that hold all words typed, in either text, and stand in ``group`` if one is given.

    Chinese is found by pinyin initials too, as everywhere.
    """
    wanted = folded(typed).split()
    return tuple(
        view
        for view in views
        if (group is None or group_of(view, seen.own) is group)
        and (not wanted or _holds(search_text(view, seen.cities), wanted))
    )


def _holds(text: str, wanted: Sequence[str]) -> bool:
    words = folded(text)
    letters = " ".join(initials(part) for part in text.split())
    return all(word in words or word in letters for word in wanted)


def entries(views: Sequence[ProposalView], seen: Seen, words: Words) -> tuple[Entry, ...]:
    """The list's rows: each group that has any under its heading, who waits longest first."""
    rows: list[Entry] = []
    for group, title in GROUPS.items():
        members = [view for view in views if group_of(view, seen.own) is group]
        if not members:
            continue
        members.sort(key=lambda view: -view.standing.days_waiting(seen.today))
        rows.append(Entry(group.value, f"{words.tr(title)}{DOT}{len(members)}", group=True))
        rows += [_entry(view, group, seen, words) for view in members]
    return tuple(rows)


def _entry(view: ProposalView, group: Group, seen: Seen, words: Words) -> Entry:
    standing, proposal = view.standing, view.proposal
    first, second = titles(proposal, words)
    side = standing.current.by if standing.current else standing.proposed_by
    state, tone = _state(view, group, seen, words)
    lines = [Line(second, Ink.TEXT)] if second else []
    lines += [Line(text) for text in _about(view, seen, words) if text]
    return Entry(
        key=proposal.id,
        title=DOT.join(part for part in (proposal.id, first) if part),
        side=side,
        lines=tuple(lines),
        state=state,
        tone=tone,
        spoken=label(side, words),
    )


def _state(view: ProposalView, group: Group, seen: Seen, words: Words) -> tuple[str, Tone]:
    standing = view.standing
    waiting = waiting_text(standing, seen.own, seen.today, words)
    if waiting:
        return waiting, Tone.WARNING if group is Group.OURS else Tone.PLAIN
    agreed = standing.state in (ProposalState.AGREED, ProposalState.CONVENED)
    conflict = standing.state is ProposalState.CONFLICTING
    tone = Tone.WARNING if conflict else Tone.AGREED if agreed else Tone.PLAIN
    return label(standing.state, words), tone


def _about(view: ProposalView, seen: Seen, words: Words) -> tuple[str, ...]:
    terms, current = terms_of(view), view.standing.current
    offer = words.tr("Offer {number}", number=current.number) if current else ""
    about = words.tr("concerns {id}", id=view.proposal.about) if view.proposal.about else ""
    parts = (
        offer,
        options_text(terms, words),
        venue_text(terms.venue, seen.cities, words),
        topics_count(terms.topics, words) if terms.topics else "",
        about,
    )
    note = note_text(current.made.channel, words) if current else ""
    return DOT.join(part for part in parts if part), note
