"""Above the ledger: whose turn is next and why, the balance, and what the ledger lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Side
from consultations_gui.domain.rotation import Ledger
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.i18n.numbers import join_list, round_title
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.ledger_rows import missing, unnumbered
from consultations_gui.ui.phrases import sentences
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.marks import SideMark
from consultations_gui.ui.widgets.turns import TurnLine

RECENT = 6
"""How many turns used are shown before the next one."""
_YEARS = (
    RotationReason.MORE_IN_YEAR,
    RotationReason.FEWER_IN_YEAR,
    RotationReason.FEWER_IN_YEARS,
)
"""Warnings about years rather than meetings."""


class NextTurn(Card):
    """The last turns and the next one, with the reasons in words."""

    def __init__(self, theme: ThemeSwitch, texts: Texts) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("Whose turn is next"))
        self.line = TurnLine(theme)
        self.why = label(role=Role.MUTED, wrap=True)
        self.upcoming = label(role=Role.MUTED, wrap=True)
        self.body.addWidget(self.line)
        self.body.addWidget(self.why)
        self.body.addWidget(self.upcoming)
        self.body.addStretch(1)

    def show_ledger(self, ledger: Ledger, words: Words) -> None:
        """Say it of ``ledger`` in the language of ``words``."""
        turns = [
            (entry.turn.value, _year(entry.dates), entry.id, country_name(entry.turn, words))
            for entry in ledger.recent(RECENT)
            if entry.turn is not None
        ]
        coming = ledger.next
        country = country_name(coming.side, words)
        turns.append((coming.side.value, words.tr("next"), f"R{coming.number}", country))
        self.line.show_turns(tuple(turns))
        answer = words.tr(
            "{round}: {country} hosts.",
            round=_title(coming.number, words),
            country=country,
        )
        reasons = (explain(one, words) for one in coming.reasons)
        self.why.setText(sentences((answer, *reasons), words))
        nearest = ledger.upcoming
        self.upcoming.setVisible(nearest is not None)
        if nearest is not None:
            text = words.tr(
                "The next to be held, as recorded: {round}, {country}.",
                round=round_title(nearest.number, words.language),
                country=country_name(nearest.side, words),
            )
            self.upcoming.setText(text)


class Balance(Card):
    """Turns used and still ahead by country; missing numbers, meetings without number, years."""

    def __init__(self, theme: ThemeSwitch, texts: Texts) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("Balance"))
        self._marks = {side: SideMark(theme, side) for side in Side}
        self._counts = {side: label(role=Role.STRONG) for side in Side}
        counts = QGridLayout()
        counts.setSpacing(8)
        for at, side in enumerate(Side):
            counts.addWidget(self._marks[side], at, 0)
            counts.addWidget(self._counts[side], at, 1)
        counts.setColumnStretch(1, 1)
        self.lacks = label(role=Role.MUTED, wrap=True)
        self.body.addLayout(counts)
        self.body.addWidget(self.lacks)
        self.body.addStretch(1)

    def show_ledger(self, ledger: Ledger, words: Words) -> None:
        """Say it of ``ledger`` in the language of ``words``."""
        for at, side in enumerate(Side):
            held, ahead = ledger.balance[at], ledger.ahead[at]
            self._marks[side].setAccessibleName(country_name(side, words))
            text = words.tr("{held} used, {ahead} ahead", held=held, ahead=ahead)
            self._counts[side].setText(text)
        self.lacks.setText("\n".join(_lacks(ledger, words)))
        self.lacks.setVisible(bool(self.lacks.text()))


class LedgerHead(QWidget):
    """Both cards side by side."""

    def __init__(self, theme: ThemeSwitch, texts: Texts) -> None:
        super().__init__()
        self.next, self.balance = NextTurn(theme, texts), Balance(theme, texts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.next, 1)
        row.addWidget(self.balance, 1)

    def show_ledger(self, ledger: Ledger, words: Words) -> None:
        """Say all of it of ``ledger``."""
        self.next.show_ledger(ledger, words)
        self.balance.show_ledger(ledger, words)


def _lacks(ledger: Ledger, words: Words) -> list[str]:
    """Missing numbers, meetings without number, years that depart from the usual."""
    lines = []
    gaps = [str(a) if a == b else f"{a}–{b}" for a, b in missing(ledger)]
    if gaps:
        numbers = join_list(gaps, words.language)
        lines.append(words.tr("Numbers missing here: {numbers}.", numbers=numbers))
    free = join_list([entry.id for entry in unnumbered(ledger)], words.language)
    if free:
        lines.append(words.tr("Meetings without number: {list}.", list=free))
    return [*lines, *(explain(one, words) for one in ledger.warnings if one.code in _YEARS)]


def _title(number: int, words: Words) -> str:
    title = round_title(number, words.language)
    return title[:1].upper() + title[1:]


def _year(dates: Dates | None) -> str:
    return str(dates.start.year) if dates else ""
