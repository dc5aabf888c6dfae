"""Papers of an agenda: seeing one, and writing several into a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from consultations_gui.application.calendars import provisional_sides
from consultations_gui.application.export import write_all
from consultations_gui.application.ports import (
    Alternat,
    Context,
    Copy,
    Format,
    OutFile,
    PaperOrder,
)
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.agenda_life import begun
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.term import SHIPPED

AGREED = (AgendaStatus.AGREED, AgendaStatus.FINAL)
"""Both sides have agreed: the paper is no draft any more and has to be complete."""

SUFFIXES: dict[Copy, str] = {
    Copy.CN: "zh",
    Copy.RU: "ru",
    Copy.WORKING: "working",
    Copy.ZH_ONLY: "zh-only",
    Copy.RU_ONLY: "ru-only",
}
"""What follows the symbol in a file name: the first text's language, or the sort of paper."""

LONGEST_SYMBOL = 80
"""Signs of a symbol that a file name takes over: names stay within every file system's limit."""


def paper_name(consultation: Consultation, agenda: Agenda, copy: Copy, format_: Format) -> str:
    """The file name of a paper, without folder.

    From the symbol (``IIS/2027/1/AG/3`` gives ``IIS-2027-1-AG-3-zh.pdf`` for
    the Chinese copy) or, while none is set, from the ID: ``R3-agenda-cn.pdf``.
    """
    symbol = re.sub(r"[^\w.]+", "-", agenda.symbol[:LONGEST_SYMBOL]).strip("-.")
    stem = f"{symbol}-{SUFFIXES[copy]}" if symbol else f"{consultation.id}-agenda-{copy}"
    return f"{stem}.{format_}"


def preview(ctx: Context, id: str, copy: Copy, alternat: Alternat = Alternat.FULL) -> bytes:
    """One paper as PDF, as an export would write it now.

    Raises:
        NotFoundError: there is no such consultation.
        PaperIncompleteError: the agenda is agreed but texts are missing or stale.
        MissingGlyphError: a character that no installed font has.
        UnknownCityZoneError: the city's time is not known.
    """
    return ctx.press.press(replace(_order(ctx, id), copy=copy, alternat=alternat))


def planned(
    ctx: Context, id: str, copies: Sequence[Copy], formats: Sequence[Format]
) -> tuple[str, ...]:
    """The file names :func:`export` would write, in its order. Raises ``NotFoundError``."""
    order = _order(ctx, id)
    return tuple(
        paper_name(order.consultation, order.agenda, copy, format_)
        for copy in copies
        for format_ in formats
    )


def export(
    ctx: Context,
    id: str,
    copies: Sequence[Copy],
    formats: Sequence[Format],
    alternat: Alternat,
    folder: Path,
) -> tuple[Path, ...]:
    """Write each of ``copies`` in each of ``formats`` into ``folder``: all of them or none.

    Raises:
        CannotWriteError: the folder cannot be written or the disk is full.
        NotFoundError, PaperIncompleteError, MissingGlyphError, UnknownCityZoneError:
            as for :func:`preview`; then nothing is written.
    """
    order = replace(_order(ctx, id), alternat=alternat)
    files = [
        OutFile(
            paper_name(order.consultation, order.agenda, copy, format_),
            ctx.press.press(replace(order, copy=copy, format=format_)),
        )
        for copy in copies
        for format_ in formats
    ]
    return write_all(files, folder)


def _order(ctx: Context, id: str) -> PaperOrder:
    """The order for the Chinese copy as PDF; those for other papers differ in just that."""
    with ctx.work() as uow:
        consultation = uow.consultations.get(id)
        agenda = uow.agendas.find(id) or begun(consultation)
        office = uow.office.get()
        dates = consultation.dates
        # What was held was held, whatever the calendar said of its days.
        provisional: tuple[Side, ...] = ()
        if dates is not None and consultation.status is not Status.HELD:
            provisional = provisional_sides(ctx, uow, dates)
    return PaperOrder(
        consultation=consultation,
        agenda=agenda,
        copy=Copy.CN,
        format=Format.PDF,
        alternat=Alternat.FULL,
        cities=CityBook(office.cities if office else ()),
        stamp=agenda.revised or ctx.clock.now(),
        final=agenda.status in AGREED,
        provisional=provisional,
        term=office.extraordinary_ru if office else SHIPPED,
    )
