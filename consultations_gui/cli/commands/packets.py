"""``packet``: what is handed to the other office in a file, and what it hands to us."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from consultations_gui.application import packets
from consultations_gui.application.packets import Opened, Reading
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.cli.text import titles
from consultations_gui.domain.errors import DomainError, PacketRefusedError
from consultations_gui.domain.keys import fingerprint
from consultations_gui.domain.packet import Packet, PacketStatus, Signature
from consultations_gui.domain.packet_compare import Comparison
from consultations_gui.domain.packet_data import event_data
from consultations_gui.domain.proposal import Event, Standing
from consultations_gui.domain.proposal_terms import terms_data
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``packet`` commands."""
    top = group.group("packet", N_("proposals carried between the offices in a file"))
    write = top.command("write", N_("write a proposal as a packet"), _write)
    write.option("id", N_("ID, e.g. P2"), type=str.upper)
    write.filled("--out", N_("the file to write"), required=True, metavar="FILE")
    paper = N_("a PDF that goes with it (may be given several times)")
    write.option("--paper", paper, action="append", default=[], metavar="FILE")
    without = N_("leave out the draft of our note, which goes with our newest step")
    write.option("--without-note", without, action="store_true")
    read = top.command("read", N_("say what a packet is and what it would change"), _read)
    read.option("file", N_("the packet"))
    read.option("--accept", N_("take it into the register"), action="store_true")
    folder = N_("folder for the calendar file and the papers in it")
    read.filled("--out", folder, metavar="DIR")
    verify = top.command("verify", N_("check a packet's parts and signatures"), _verify)
    verify.option("file", N_("the packet"))


def _write(terminal: Terminal, args: argparse.Namespace) -> int:
    papers = [Path(paper) for paper in args.paper]
    made = packets.write(terminal.ctx, args.id, Path(args.out), papers, note=not args.without_note)
    shown = {
        "file": made.path,
        "proposal": args.id,
        "sequence": made.sequence,
        "fingerprint": fingerprint(made.key.public),
        "parts": made.parts,
    }
    line = terminal.words.tr("Packet {n} written: {file}", n=made.sequence, file=made.path)
    return terminal.answer(shown, (line,))


def _read(terminal: Terminal, args: argparse.Namespace) -> int:
    """A refusal is told in the document, too, before it becomes the exit status."""
    path = Path(args.file)
    reading = packets.read(terminal.ctx, path)
    refusal = _refusal(reading, accepting=args.accept)
    if refusal is not None:
        if terminal.as_json:
            terminal.answer(_document(terminal, reading, PacketStatus.REFUSED), ())
        raise refusal
    accepted = args.accept and reading.status is PacketStatus.NEW
    if accepted:
        seen = reading.packet.digest if reading.packet else ""
        reading = packets.accept(terminal.ctx, path, seen)
    written = packets.extract(terminal.ctx, path, Path(args.out)) if args.out else ()
    told = _document(terminal, reading, reading.status)
    told |= {"accepted": accepted, "files": written}
    return terminal.answer(told, _lines(terminal, reading, accepted=accepted))


def _refusal(reading: Reading, *, accepting: bool) -> DomainError | None:
    refused = isinstance(reading.reason, PacketRefusedError)
    wanted = accepting and reading.status is PacketStatus.NEW
    return reading.reason if refused or wanted else None


def _verify(terminal: Terminal, args: argparse.Namespace) -> int:
    found = packets.verify(terminal.ctx, Path(args.file))
    words = terminal.words
    shown = _manifest(found.packet) | {
        "signature": str(Signature.GOOD),
        "parts": [part.name for part in found.packet.manifest.parts],
    }
    whole = words.tr("Whole and signed; whose key it is shows “packet read”.")
    return terminal.answer(shown, (whole, *_sender(terminal, found)))


def _sender(terminal: Terminal, found: Opened | Reading) -> Iterator[str]:
    packet = found.packet
    if packet is None:
        return
    words, manifest = terminal.words, packet.manifest
    yield words.tr(
        "From: {side}, packet {n}", side=label(manifest.sender, words), n=manifest.sequence
    )
    yield words.tr("Fingerprint: {digits}", digits=fingerprint(manifest.key))
    if packet.chain.title_zh or packet.chain.title_ru:
        yield titles(packet.chain.title_zh, packet.chain.title_ru)


def _manifest(packet: Packet) -> dict[str, Any]:
    manifest = packet.manifest
    return {
        "sender": str(manifest.sender),
        "sequence": manifest.sequence,
        "fingerprint": fingerprint(manifest.key),
        "uid": manifest.proposal,
        "written": manifest.written,
        "title_zh": packet.chain.title_zh,
        "title_ru": packet.chain.title_ru,
    }


def _document(terminal: Terminal, reading: Reading, status: PacketStatus) -> dict[str, Any]:
    """A reading as the JSON document shows it."""
    reason = reading.reason
    shown: dict[str, Any] = {
        "status": str(status),
        "signature": str(reading.signature),
        "reason": reason_code(reason) if reason else None,
        "message": error_text(reason, terminal.words) if reason else None,
        "proposal": reading.proposal.id if reading.proposal else None,
        "gap": reading.gap,
        "accepted": False,
        "files": (),
    }
    if reading.packet is not None:
        shown |= _manifest(reading.packet)
    if reading.comparison is not None:
        shown["comparison"] = _comparison(reading.comparison)
    return shown


def reason_code(reason: DomainError) -> str:
    """A reason for programs: ``altered``, ``name_twice``, ``key_unknown``."""
    name = type(reason).__name__.removeprefix("Packet").removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _comparison(found: Comparison) -> dict[str, Any]:
    return {
        "ours": _standing(found.ours) if found.ours else None,
        "theirs": _standing(found.theirs),
        "together": _standing(found.together),
        "fresh": _events(found.fresh),
        "missing": _events(found.missing),
        "recorded_for_us": _events(found.recorded_for_us),
    }


def _events(events: Iterable[Event]) -> list[dict[str, Any]]:
    return [dict(event_data(event)) for event in events]


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "state": str(standing.state),
        "components": {str(name): str(state) for name, state in standing.components},
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
    }


def _lines(terminal: Terminal, reading: Reading, *, accepted: bool) -> Iterator[str]:
    words = terminal.words
    yield from _sender(terminal, reading)
    yield words.tr("Signature: {signature}", signature=label(reading.signature, words))
    yield words.tr("This packet: {status}", status=label(reading.status, words))
    if reading.gap:
        yield words.trn(
            "{n} packet before it never arrived; its chain makes up for it.",
            "{n} packets before it never arrived; its chain makes up for them.",
            reading.gap,
        )
    if reading.comparison is not None:
        yield from _compared(terminal, reading.comparison)
    if reading.reason is not None:
        yield error_text(reading.reason, words)
    if accepted and reading.proposal is not None:
        yield words.tr("Accepted: {id}", id=reading.proposal.id)


def _compared(terminal: Terminal, found: Comparison) -> Iterator[str]:
    words = terminal.words
    here = label(found.ours.state, words) if found.ours else words.tr("not on record")
    yield words.tr("Here: {state}", state=here)
    yield words.tr("By the packet: {state}", state=label(found.theirs.state, words))
    yield words.tr("Together: {state}", state=label(found.together.state, words))
    for event in found.fresh:
        mark = words.tr("recorded for us") if event in found.recorded_for_us else ""
        step, side = label(event.kind, words), label(event.by, words)
        yield "  + " + " · ".join(part for part in (step, side, mark) if part)
    for event in found.missing:
        yield f"  − {label(event.kind, words)} · {label(event.by, words)}"
