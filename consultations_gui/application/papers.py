"""Papers of an agenda: seeing one, and writing several into a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

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
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import CityBook

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
    consultation, agenda, cities = _read(ctx, id)
    return ctx.press.press(
        _order(ctx, consultation, agenda, cities, copy, Format.PDF, alternat),
    )


def planned(
    ctx: Context, id: str, copies: Sequence[Copy], formats: Sequence[Format]
) -> tuple[str, ...]:
    """The file names :func:`export` would write, in its order. Raises ``NotFoundError``."""
    consultation, agenda, _ = _read(ctx, id)
    return tuple(
        paper_name(consultation, agenda, copy, format_) for copy in copies for format_ in formats
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
    consultation, agenda, cities = _read(ctx, id)
    files = [
        OutFile(
            paper_name(consultation, agenda, copy, format_),
            ctx.press.press(_order(ctx, consultation, agenda, cities, copy, format_, alternat)),
        )
        for copy in copies
        for format_ in formats
    ]
    return write_all(files, folder)


def _read(ctx: Context, id: str) -> tuple[Consultation, Agenda, CityBook]:
    with ctx.work() as uow:
        consultation = uow.consultations.get(id)
        agenda = uow.agendas.find(id) or Agenda(id)
        office = uow.office.get()
    return consultation, agenda, CityBook(office.cities if office else ())


def _order(
    ctx: Context,
    consultation: Consultation,
    agenda: Agenda,
    cities: CityBook,
    copy: Copy,
    format_: Format,
    alternat: Alternat,
) -> PaperOrder:
    return PaperOrder(
        consultation=consultation,
        agenda=agenda,
        copy=copy,
        format=format_,
        alternat=alternat,
        cities=cities,
        stamp=agenda.revised or ctx.clock.now(),
        final=agenda.status in AGREED,
    )
