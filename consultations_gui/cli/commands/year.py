"""``year``: a year of both calendars and its meetings as a sheet to print."""

from __future__ import annotations

import argparse
from pathlib import Path

from consultations_gui.application import year_sheets
from consultations_gui.application.ports import SheetSize, SheetText
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add ``year``."""
    top = group.command("year", N_("write a year as a sheet to print (PDF)"), _write, reads=True)
    top.number("year", N_("year, e.g. 2027"))
    top.choice("--paper", N_("page, lying"), SheetSize, default=str(SheetSize.A4))
    texts = N_("texts: Chinese, Russian, or both side by side")
    top.choice("--text", texts, SheetText, default=str(SheetText.BOTH))
    marking = N_("marking in the head of each page (Art. 6)")
    top.choice("--marking", marking, year_sheets.MARKINGS, default=str(Marking.OPEN))
    top.filled("--out", N_("folder to write into"), metavar="DIR", required=True)


def _write(terminal: Terminal, args: argparse.Namespace) -> int:
    wish = SheetWish(args.year, SheetSize(args.paper), SheetText(args.text), Marking(args.marking))
    written = year_sheets.export(terminal.ctx, wish, Path(args.out))
    return terminal.answer({"files": written}, map(str, written))
