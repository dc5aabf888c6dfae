"""Words for a packet: from whom, what it answers, what it brings and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consultations_gui.application.packets import PlannedPacket, Reading
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.packet_compare import Comparison, held
from consultations_gui.domain.packet_data import digest
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import Event, EventKind, Offer, Proposal, event_day
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.proposal_entries import Entry, Ink, Line
from consultations_gui.ui.models.proposal_texts import DOT
from consultations_gui.ui.models.proposal_timeline import TITLES, timeline
from consultations_gui.ui.widgets.labels import Tone

STATUSES: dict[PacketStatus, Tone] = {
    PacketStatus.NEW: Tone.ACCENT,
    PacketStatus.KNOWN: Tone.PLAIN,
    PacketStatus.SUPERSEDED: Tone.PLAIN,
    PacketStatus.REFUSED: Tone.WARNING,
}
SIGNATURES: dict[Signature, Tone] = {
    Signature.GOOD: Tone.AGREED,
    Signature.UNKNOWN: Tone.WARNING,
    Signature.BAD: Tone.WARNING,
}
MEANINGS: dict[PacketStatus, str] = {
    PacketStatus.NEW: N_("Nothing is taken over until you accept it."),
    PacketStatus.KNOWN: N_("This packet was read before; it changes nothing."),
    PacketStatus.SUPERSEDED: N_("A later packet has been accepted already; this one is history."),
    PacketStatus.REFUSED: N_("Nothing was taken from this file."),
}
"""What each status means for the person who reads."""
_FROM: dict[Side, str] = {
    Side.CN: N_("From the Chinese side"),
    Side.RU: N_("From the Russian side"),
}
_FOR: dict[Side, str] = {
    Side.CN: N_("For the Chinese side"),
    Side.RU: N_("For the Russian side"),
}


def sender_text(side: Side, words: Words) -> str:
    """From whom a packet is."""
    return words.tr(_FROM[side])


def recipient_text(side: Side, words: Words) -> str:
    """For whom a packet is."""
    return words.tr(_FOR[side])


def subject_text(reading: Reading, words: Words) -> str:
    """What the packet answers, by its newest step: that of the sender if it brings one."""
    packet, known = reading.packet, reading.proposal
    if packet is None:
        return ""
    fresh = reading.comparison.fresh if reading.comparison else ()
    events = [one.event for one in packet.chain.events]
    own = [event for event in fresh if event.by is packet.manifest.sender]
    newest = max(own or events, key=lambda event: event.at)
    step = step_text(newest, words)
    if known is None:
        return words.tr("A proposal that is not on record here. Newest step: {step}", step=step)
    return words.tr("About {id}. Newest step: {step}", id=known.id, step=step)


def step_text(event: Event, words: Words) -> str:
    """One step in a line: what, by whom, when."""
    titles = {EventKind.TRANSMITTED: N_("Offer {number}"), EventKind.OFFERED: N_("Offer {number}")}
    msgid = TITLES.get(event.kind) or titles[event.kind]
    day = short_date(event_day(event), words.language)
    return DOT.join((words.tr(msgid, number=event.offer), label(event.by, words), day))


def gap_text(missing: int, words: Words) -> str:
    """How many packets never arrived; nothing where none is missing."""
    if not missing:
        return ""
    return words.trn(
        "{n} packet before it never arrived; its chain makes up for it.",
        "{n} packets before it never arrived; its chain makes up for them.",
        missing,
    )


def steps(reading: Reading, cities: CityBook, words: Words) -> tuple[Entry, ...]:
    """Every step of both, in order; what only one of the two holds says so."""
    packet, found = reading.packet, reading.comparison
    if packet is None or found is None:
        return ()
    chain = packet.chain
    known = reading.proposal or Proposal(chain.uid, "", chain.title_zh, chain.title_ru, ())
    union = replace(known, events=(*held(reading.proposal), *found.fresh))
    shown = sorted(union.events, key=lambda event: event.at)
    entries = timeline(ProposalView(union, found.together), cities, words)
    marks = {digest(event): N_("+ comes with it") for event in found.fresh}
    marks |= {digest(event): N_("− not in it") for event in found.missing}
    return tuple(
        _marked(entry, marks.get(digest(event), ""), event in found.recorded_for_us, words)
        for entry, event in zip(entries, shown, strict=True)
    )


def _marked(entry: Entry, mark: str, recorded_for_us: bool, words: Words) -> Entry:
    lines = (Line(words.tr(mark), Ink.TEXT), *entry.lines) if mark else entry.lines
    if recorded_for_us:
        told = words.tr("Our own step, as the other office recorded it from paper: compare it")
        lines = (*lines, Line(told, Ink.WARNING))
    return replace(entry, lines=lines)


def outcome_lines(found: Comparison, words: Words) -> tuple[tuple[str, str], ...]:
    """How the proposal stands here, by the packet, and would stand with both: caption and text."""
    here = label(found.ours.state, words) if found.ours else words.tr("not on record")
    return (
        (words.tr("On record here"), here),
        (words.tr("By the packet"), label(found.theirs.state, words)),
        (words.tr("After accepting"), label(found.together.state, words)),
    )


def newest_offers(found: Comparison) -> tuple[Offer | None, Offer | None]:
    """The newest offer we hold, and the one that would be the newest with the packet."""
    return (found.ours.current if found.ours else None), found.together.current


def contents(plan: PlannedPacket, papers: Iterable[str], words: Words) -> tuple[str, ...]:
    """What a packet that is to be written will hold, line by line."""
    lines = [step_text(event, words) for event in plan.events]
    if plan.calendar is not None:
        number = len(plan.calendar.dates)
        lines.append(
            words.trn(
                "Calendar file with {n} date option",
                "Calendar file with {n} date options",
                number,
            )
        )
    lines += [words.tr("Paper: {name}", name=name) for name in papers]
    return tuple(lines)


def withheld_lines(plan: PlannedPacket) -> tuple[str, ...]:
    """The restricted items that keep a packet here, in both texts."""
    return tuple(
        DOT.join(part for part in (id, item.text.zh, item.text.ru) if part)
        for id, items in plan.withheld
        for item in items
    )
