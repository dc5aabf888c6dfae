"""The ledger's entries in words: what each column of its table says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from consultations_gui.domain.consultation import Kind, Status
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.rotation import (
    Ledger,
    LedgerEntry,
    RotationReason,
    explained,
    remarkable,
)
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.wording import country_name, explain, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.consultation_texts import where_text
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.phrases import sentences


class LedgerModel(RowsModel["LedgerRow"]):
    """The entries in words; over the host's mark, one letter wide, stands a short heading."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and section == Of.HOST:
            return self._words.trc("column", "Host")
        said = role == Qt.ItemDataRole.AccessibleTextRole
        return super().headerData(
            section, orientation, Qt.ItemDataRole.DisplayRole if said else role
        )


class Of(IntEnum):
    """The columns of the ledger."""

    ID = 0
    DATES = 1
    HOST = 2
    VENUE = 3
    STATUS = 4
    TURN = 5
    BASIS = 6
    WHY = 7


@dataclass(frozen=True)
class LedgerRow:
    """An entry with the cities its venue is named by."""

    entry: LedgerEntry
    cities: CityBook

    @property
    def host(self) -> Side | None:
        """Who receives: the Party in whose country it is held, else the side on record."""
        return self.entry.host or self.entry.receiver


def turn_text(entry: LedgerEntry, words: Words) -> str:
    """Whose turn an entry used, that it used none, or that nobody has chosen yet."""
    if entry.turn is not None:
        return country_name(entry.turn, words)
    if any(one.code == RotationReason.TURN_OPEN for one in entry.warnings):
        return words.trc("turn", "not chosen yet")
    return words.trc("turn", "none")


def reasons_text(entry: LedgerEntry, words: Words) -> str:
    """All that is to be said of an entry; what makes it unlike the others comes first."""
    told = dict.fromkeys((*remarkable(entry), *explained(entry)))
    return sentences((explain(one, words) for one in told), words)


def unnumbered(ledger: Ledger) -> tuple[LedgerEntry, ...]:
    """The meetings that took no number, those given up left out."""
    return tuple(
        entry
        for entry in ledger.entries
        if entry.kind is Kind.UNNUMBERED and entry.status is not Status.CANCELLED
    )


def missing(ledger: Ledger) -> tuple[tuple[int, int], ...]:
    """The numbers that no round in the ledger has: first and last of each gap."""
    return tuple(
        (int(str(one.arg("first"))), int(str(one.arg("last"))))
        for one in ledger.warnings
        if one.code == RotationReason.NUMBERS_MISSING
    )


def _host(row: LedgerRow, words: Words) -> str:
    return country_name(row.host, words) if row.host else words.tr("no host")


def _when(row: LedgerRow, words: Words) -> str:
    dates = row.entry.dates
    return dates_text(dates, words.language) if dates else words.tr("no date yet")


LEDGER_COLUMNS: tuple[Column[LedgerRow], ...] = (
    Column(N_("ID"), lambda row, _words: row.entry.id),
    Column(N_("Dates"), _when),
    Column(N_("Host"), _host),
    Column(N_("Venue"), lambda row, words: where_text(row.entry.venue, row.cities, words)),
    Column(N_("Status"), lambda row, words: label(row.entry.status, words)),
    Column(N_("Turn"), lambda row, words: turn_text(row.entry, words)),
    Column(N_("Basis"), lambda row, _words: row.entry.basis),
    Column(N_("Why"), lambda row, words: reasons_text(row.entry, words)),
)
"""In the order of :class:`Of`."""
