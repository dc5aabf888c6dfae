"""``agenda``: show, export as paper and import from a table."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from consultations_gui.application import agendas, papers
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Alternat, Copy, Format
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import city_book
from consultations_gui.domain.agenda_timing import Slot
from consultations_gui.domain.consultation import Precision
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``agenda`` commands."""
    words = group.words
    top = group.group("agenda", N_("bilingual agendas"))
    _with_id(group, top.command("show", N_("show an agenda in both texts"), _show))
    export = _with_id(group, top.command("export", N_("write the agenda as a paper"), _export))
    option(
        export,
        words,
        "--copy",
        about=N_("which paper"),
        choices=[str(copy) for copy in Copy],
        required=True,
    )
    option(
        export,
        words,
        "--format",
        about=N_("file format"),
        choices=[str(kind) for kind in Format],
        default=str(Format.PDF),
    )
    option(
        export,
        words,
        "--alternat",
        about=N_("full: each copy names its own side first; simplified: each text its own"),
        choices=[str(mode) for mode in Alternat],
        default=str(Alternat.FULL),
    )
    option(export, words, "--out", about=N_("folder to write into"), metavar="DIR", required=True)
    load = _with_id(group, top.command("import", N_("take in a UTF-8 CSV or XLSX table"), _import))
    option(load, words, "file", about=N_("table with the columns level, zh, ru, minutes, lead"))
    _with_id(group, top.command("standing", N_("add the standing items of Art. 5(4)"), _standing))
    _with_id(group, top.command("circulate", N_("circulate: numbers are frozen"), _circulate))


def _with_id(group: Group, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    option(parser, group.words, "id", about=N_("consultation, e.g. R3 or X1"))
    return parser


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, agendas.show(terminal.ctx, args.id))


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, agendas.import_table(terminal.ctx, args.id, Path(args.file)))


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


def _tell(terminal: Terminal, view: AgendaView) -> int:
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
    }
    return terminal.answer(document, _lines(terminal, view))


def _times(terminal: Terminal, view: AgendaView, slot: Slot | None) -> dict[str, Any]:
    """Start and end with the offset at the venue; ``null`` while the day is open."""
    dates, venue = view.consultation.dates, view.consultation.venue
    if slot is None or dates is None or dates.precision is Precision.MONTH:
        return {"start": None, "end": None}
    zone = ZoneInfo(city_book(terminal).zone(venue, view.consultation.host))
    day = dates.start + timedelta(days=slot.day - 1)
    return {
        name: datetime.combine(day, at, zone).isoformat()
        for name, at in (("start", slot.start), ("end", slot.end))
    }


def _lines(terminal: Terminal, view: AgendaView) -> Iterator[str]:
    words = terminal.words
    yield f"{view.agenda.id}  {view.agenda.symbol}  {label(view.agenda.status, words)}".rstrip()
    rows = []
    for row in view.rows:
        zh, ru = row.item.text.zh, row.item.text.ru
        rows.append(
            (
                f"{row.slot.start:%H:%M}–{row.slot.end:%H:%M}" if row.slot else "",
                f"{row.number_zh}{zh or label(row.zh_state, words)}",
                f"{row.number_ru} {ru or label(row.ru_state, words)}".strip(),
            )
        )
    yield from table(rows)
