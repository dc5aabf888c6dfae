"""Rows of a file of past rounds, in words: what is new, there already, or another mechanism's."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.application.ledger_import import Entry
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.domain.rotation import Ledger, LedgerEntry, RotationReason
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.wording import country_name, explain, field_text, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.consultation_texts import where_text
from consultations_gui.ui.models.ledger_rows import reasons_text
from consultations_gui.ui.models.rows import Column
from consultations_gui.ui.phrases import listed, sentences


@dataclass(frozen=True)
class IntakeRow:
    """One row for this agreement, with the meeting it would be a duplicate of, if any."""

    entry: Entry
    there: Consultation | None
    cities: CityBook

    @property
    def host(self) -> Side | None:
        """The side that received."""
        return self.entry.consultation.host


@dataclass(frozen=True)
class OtherRow:
    """One entry of another mechanism's ledger."""

    entry: LedgerEntry
    cities: CityBook

    @property
    def host(self) -> Side | None:
        """The side that received."""
        return self.entry.host


def verdict(row: IntakeRow, words: Words) -> str:
    """New, or there already and what differs: what the register has, field by field."""
    entry = row.entry
    if not entry.duplicate:
        return words.tr("new")
    there = words.tr("already there as {id}", id=entry.duplicate)
    if not entry.differs:
        return there
    fields = listed((field_text(name, words) for name in entry.differs), words)
    parts = [there, words.tr("differs in: {fields}", fields=fields)]
    if row.there is not None:
        kept = listed((_kept(name, row, words) for name in entry.differs), words)
        parts.append(words.tr("on record: {values}", values=kept))
    return listed(parts, words)


def _kept(name: str, row: IntakeRow, words: Words) -> str:
    """The value of a field as the register has it."""
    value = getattr(row.there, name)
    if isinstance(value, Venue):
        return where_text(value, row.cities, words)
    if isinstance(value, Dates):
        return dates_text(value, words.language)
    if isinstance(value, Side):
        return country_name(value, words)
    if value is None:
        return words.tr("open")
    return str(value) if name == "number" else label(value, words)


def _when(dates: Dates | None, words: Words) -> str:
    return dates_text(dates, words.language) if dates else words.tr("no date yet")


def _host(side: Side | None, words: Words) -> str:
    return country_name(side, words) if side else words.tr("no host")


INTAKE_COLUMNS: tuple[Column[IntakeRow], ...] = (
    Column(N_("Row"), lambda row, _words: str(row.entry.row)),
    Column(N_("ID"), lambda row, _words: row.entry.consultation.id),
    Column(N_("Dates"), lambda row, words: _when(row.entry.consultation.dates, words)),
    Column(N_("Host"), lambda row, words: _host(row.host, words)),
    Column(
        N_("Venue"),
        lambda row, words: where_text(row.entry.consultation.venue, row.cities, words),
    ),
    Column(N_("Status"), lambda row, words: label(row.entry.consultation.status, words)),
    Column(N_("On import"), verdict),
)
HOST = 3
"""The column of the host, in both tables."""

OTHER_COLUMNS: tuple[Column[OtherRow], ...] = (
    Column(N_("Number"), lambda row, words: str(row.entry.number or words.tr("no number"))),
    Column(N_("Dates"), lambda row, words: _when(row.entry.dates, words)),
    Column(N_("Venue"), lambda row, words: where_text(row.entry.venue, row.cities, words)),
    Column(N_("Host"), lambda row, words: _host(row.host, words)),
    Column(N_("Why"), lambda row, words: reasons_text(row.entry, words)),
)


def other_summary(ledger: Ledger, words: Words) -> str:
    """Another mechanism's balance, and where even and odd numbers changed hosts."""
    cn, ru = ledger.balance
    flips = (
        explain(reason, words)
        for entry in ledger.entries
        for reason in entry.reasons
        if reason.code == RotationReason.PARITY_FLIP
    )
    balance = words.tr("Turns used so far: China {cn}, Russia {ru}.", cn=cn, ru=ru)
    return sentences((balance, *flips), words)
