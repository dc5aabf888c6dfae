"""``agenda``: show, export as paper and import from a table.

What is wrong with times and days does not stand in the way of showing or
changing an agenda: it is told as ``warnings``, as beside the rows in the window.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from consultations_gui.application import agendas, papers
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Alternat, Copy, Format
from consultations_gui.cli import shapes
from consultations_gui.cli.grammar import Group, Parser
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.domain.agenda_merge import Fate
from consultations_gui.domain.agenda_timing import Slot
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.consultation import Precision
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words


def register(group: Group) -> None:
    """Add the ``agenda`` commands."""
    top = group.group("agenda", N_("bilingual agendas"))
    _with_id(top.command("show", N_("show an agenda in both texts"), _show, reads=True))
    export = _with_id(top.command("export", N_("write the agenda as a paper"), _export, reads=True))
    export.choice("--copy", N_("which paper"), Copy, required=True)
    export.choice("--format", N_("file format"), Format, default=str(Format.PDF))
    modes = N_("full: each copy names its own side first; simplified: each text its own")
    export.choice("--alternat", modes, Alternat, default=str(Alternat.FULL))
    export.filled("--out", N_("folder to write into"), metavar="DIR", required=True)
    load = _with_id(top.command("import", N_("take in a UTF-8 CSV or XLSX table"), _import))
    columns = N_(
        "table with the columns level, zh, ru, minutes, lead, day (which meeting day: 1, 2 …); the "
        "last three may be left out"
    )
    load.option("file", columns)
    instead = N_("put the table in the place of the rows that are there; by default it is added")
    load.option("--replace", instead, action="store_true")
    _with_id(top.command("standing", N_("add the standing items of Art. 5(4)"), _standing))
    _with_id(top.command("circulate", N_("circulate: numbers are frozen"), _circulate))


def _with_id(parser: Parser) -> Parser:
    parser.option("id", N_("consultation, e.g. R3 or X1"), type=str.upper)
    return parser


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, agendas.show(terminal.ctx, args.id))


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    done = agendas.import_table(terminal.ctx, args.id, Path(args.file), replace=args.replace)
    merged = done.merged
    counts = {str(fate): len(merged.of(fate)) for fate in Fate}
    counts["repeated"] = len(merged.repeated)
    told = _replaced if args.replace else _added
    return _tell(terminal, done.view, {"imported": counts}, told(counts, terminal.words))


def _standing(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, agendas.add_standing(terminal.ctx, args.id))


def _circulate(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, agendas.circulate(terminal.ctx, args.id))


def _export(terminal: Terminal, args: argparse.Namespace) -> int:
    written = papers.export(
        terminal.ctx,
        args.id,
        (Copy(args.copy),),
        (Format(args.format),),
        Alternat(args.alternat),
        Path(args.out),
    )
    return terminal.answer({"files": written}, map(str, written))


def _tell(
    terminal: Terminal,
    view: AgendaView,
    more: Mapping[str, Any] | None = None,
    told: Iterable[str] = (),
) -> int:
    """Answer with the agenda, then with ``more`` that belongs to the command, or ``told``."""
    warnings = shapes.problems(view.problems, terminal.words)
    document: dict[str, Any] = {
        "id": view.agenda.id,
        "symbol": view.agenda.symbol,
        "status": str(view.agenda.status),
        "version": view.agenda.version,
        "items": [
            {
                "uid": row.item.uid,
                "level": row.item.level,
                "number_zh": row.number_zh,
                "number_ru": row.number_ru,
                "zh": row.item.text.zh,
                "ru": row.item.text.ru,
                "zh_state": str(row.zh_state),
                "ru_state": str(row.ru_state),
                "day": row.item.day,
                **_times(terminal, view, row.slot),
                "minutes": row.minutes,
                "lead": plain(row.item.lead),
                "tags": plain(row.item.tags),
                "approved_cn": row.approved_cn,
                "approved_ru": row.approved_ru,
            }
            for row in view.rows
        ],
        "readiness": plain(view.readiness),
        "warnings": warnings,
        **(more or {}),
    }
    noted = [f"! {warning['text']}" for warning in warnings]
    return terminal.answer(document, [*_lines(terminal, view), *told, *noted])


def _added(counts: Mapping[str, int], words: Words) -> Iterator[str]:
    """What became of a table that was added; nothing to tell on an empty agenda."""
    if counts["kept"]:
        yield words.tr(
            "New rows behind the {kept} that were there: {added}. To put a table in their place, "
            "use --replace.",
            **counts,
        )
    if counts["repeated"]:
        repeated = words.tr("On the agenda twice now: {repeated}.", **counts)
        yield f"! {repeated}"


def _replaced(counts: Mapping[str, int], words: Words) -> Iterator[str]:
    yield words.tr(
        "Rows unchanged: {kept}, changed: {changed}, new: {added}, removed: {removed}.", **counts
    )


def _times(terminal: Terminal, view: AgendaView, slot: Slot | None) -> dict[str, Any]:
    """Start and end with the offset at the venue; ``null`` while day or zone are not known."""
    dates, venue = view.consultation.dates, view.consultation.venue
    unplaced = bool(venue.city) and terminal.cities.find(venue.city) is None
    if slot is None or dates is None or dates.precision is Precision.MONTH or unplaced:
        return {"start": None, "end": None}
    zone = ZoneInfo(terminal.cities.zone(venue, view.consultation.host))
    day = dates.start + timedelta(days=slot.day - 1)
    return {
        name: datetime.combine(day, at, zone).isoformat()
        for name, at in (("start", slot.start), ("end", slot.end))
    }


def _lines(terminal: Terminal, view: AgendaView) -> Iterator[str]:
    words = terminal.words
    yield f"{view.agenda.id}  {view.agenda.symbol}  {label(view.agenda.status, words)}".rstrip()
    for row in view.rows:
        at = f"{row.slot.start:%H:%M}–{row.slot.end:%H:%M}" if row.slot else ""
        text = row.item.text
        yield f"{row.item.day}  {at:11}  {row.number_zh}{_flagged(text.zh, row.zh_state, words)}"
        ru = f"{row.number_ru} {_flagged(text.ru, row.ru_state, words)}".lstrip()
        yield f"{'':16}{ru}"
    ready = view.readiness
    yield words.tr(
        "Texts in step, of {texts}: Chinese {zh}, Russian {ru}",
        texts=ready.texts,
        zh=ready.zh,
        ru=ready.ru,
    )


def _flagged(text: str, state: TextState, words: Words) -> str:
    """The text with a flag behind it, unless both texts are in step."""
    flag = "" if state is TextState.IN_STEP else f"[{label(state, words)}]"
    return f"{text} {flag}".strip()
