"""Two offers side by side, changed words marked; one offer alone while there is no other."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from consultations_gui.application import planning
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import Component, Offer, Terms
from consultations_gui.domain.proposal_compare import Mark, Run, Text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_compare import CAPTIONS, Row, compare
from consultations_gui.ui.models.proposal_texts import days_text
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.clearing import discard
from consultations_gui.ui.widgets.labels import Chip, Role, Tone, label, rule
from consultations_gui.ui.widgets.marks import SideMark


def marked_html(text: Text, tokens: Tokens) -> str:
    """A line with its marks: taken out is struck through, put in is underlined."""
    looks = {
        Mark.REMOVED: f"background-color:{tokens.warning_ground};text-decoration:line-through",
        Mark.ADDED: f"background-color:{tokens.selection};text-decoration:underline",
    }
    parts = []
    for run in text:
        look, shown = looks.get(run.mark), escape(run.text)
        parts.append(f'<span style="{look}">{shown}</span>' if look else shown)
    return "".join(parts)


def marked_words(text: Text, words: Words) -> str:
    """The same line for those who hear it."""
    return "".join(_said(run, words) for run in text)


def _said(run: Run, words: Words) -> str:
    said = run.text
    if run.mark is Mark.REMOVED:
        said = words.tr("taken out: {text}", text=run.text)
    elif run.mark is Mark.ADDED:
        said = words.tr("new: {text}", text=run.text)
    return said if run.mark is Mark.SAME else f"[{said}]"


def _chip(row: Row, column: int, words: Words) -> str:
    """What became of a row, said beside it; nothing where nothing did."""
    if not row.changed:
        return ""
    if row.component is Component.TOPICS and None in row.numbers:
        own = row.numbers[column] is not None
        return named(Mark.ADDED if column else Mark.REMOVED, words) if own else ""
    return words.tr("changed") if column else ""


class ComparePane(QFrame):
    """Shows the offers chosen in its two boxes. ``chosen`` follows when a person chooses."""

    chosen = Signal()

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._offers: tuple[Offer, ...] = ()
        self._draft: Terms | None = None
        self._cities = CityBook()
        self.before, self.after = QComboBox(), QComboBox()
        for box in (self.before, self.after):  # wide enough in the next language too
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        texts.name(self.before, N_("Earlier offer"))
        texts.name(self.after, N_("Offer compared with it"))
        self._marks = {box: SideMark(desk.theme, Side.CN) for box in (self.before, self.after)}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 6)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._heads: dict[QComboBox, QWidget] = {}
        for column, box in enumerate((self.before, self.after)):
            self._heads[box] = self._head(box)
            self._grid.addWidget(self._heads[box], 0, column)
            box.activated.connect(lambda _index: self._chosen())
        self._alone = label(role=Role.HEADING)
        self._alone.setContentsMargins(14, 10, 14, 6)
        self._grid.addWidget(self._alone, 1, 0, 1, 2)
        self._body: list[QWidget] = []

    def _head(self, box: QComboBox) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 10, 14, 8)
        row.setSpacing(8)
        row.addWidget(box)
        row.addWidget(self._marks[box])
        row.addStretch(1)
        return head

    def show_chain(self, offers: tuple[Offer, ...], draft: Terms | None, cities: CityBook) -> None:
        """Compare among these offers; the last two to begin with, and when a new one came."""
        numbers = [offer.number for offer in offers]
        changed = numbers != [offer.number for offer in self._offers]
        self._offers, self._draft, self._cities = offers, draft, cities
        if changed:
            self.compare_with_last(len(offers))
        self.present()

    def compare_with_last(self, number: int) -> None:
        """Show offer ``number`` beside the one before it."""
        self._fill()
        self.after.setCurrentIndex(number - 1)
        self.before.setCurrentIndex(max(number - 2, 0))
        self.present()

    def present(self) -> None:
        """Show what was chosen, in the language and colours in use."""
        words = self._desk.words
        self._fill()
        several = len(self._offers) > 1
        for head in self._heads.values():
            head.setVisible(several)
        self._alone.setVisible(not several)
        before, after = self._terms()
        heading = N_("What the draft holds") if self._draft is not None else N_("Offer 1")
        self._alone.setText(words.tr(heading))
        for widget in self._body:
            self._grid.removeWidget(widget)
            discard(widget)
        self._body = []
        if after is not None:
            rows = compare(before, after, self._cities, words)
            for row in rows:
                self._add(row, alone=before is None)

    def _terms(self) -> tuple[Terms | None, Terms | None]:
        if not self._offers:
            return None, self._draft
        if len(self._offers) == 1:
            return None, self._offers[0].terms
        left = self._offers[max(self.before.currentIndex(), 0)]
        right = self._offers[max(self.after.currentIndex(), 0)]
        return left.terms, right.terms

    def _fill(self) -> None:
        words = self._desk.words
        for box in (self.before, self.after):
            here = box.currentIndex()
            box.clear()
            for at, offer in enumerate(self._offers):
                side = named(offer.by, words)
                text = words.tr("Offer {number}", number=offer.number)
                box.addItem(text)  # whose it is the mark beside says, which needs less room
                whole = words.tr("{offer}, {side}", offer=text, side=side)
                for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                    box.setItemData(at, whole, role)
            box.setCurrentIndex(min(max(here, 0), len(self._offers) - 1))
            if self._offers:
                offer = self._offers[box.currentIndex()]
                self._marks[box].show_side(offer.by)
                self._marks[box].setAccessibleName(named(offer.by, words))

    def _chosen(self) -> None:
        self.present()
        self.chosen.emit()

    def _add(self, row: Row, *, alone: bool) -> None:
        line = self._grid.rowCount()
        self._put(rule(), line, 0, 2)
        if alone:
            self._put(self._cell(row, 1), line + 1, 0, 2)
            return
        self._put(self._cell(row, 0), line + 1, 0, 1)
        self._put(self._cell(row, 1), line + 1, 1, 1)

    def _put(self, widget: QWidget, line: int, column: int, span: int) -> None:
        top = Qt.AlignmentFlag.AlignTop if span == 1 else Qt.AlignmentFlag(0)
        self._grid.addWidget(widget, line, column, 1, span, top)
        self._body.append(widget)

    def _cell(self, row: Row, column: int) -> QWidget:
        """The earlier (0) or the later (1) offer's part of a row."""
        words = self._desk.words
        cell = row.after if column else row.before
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setVerticalSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self._caption(row, column), Role.MUTED))
        chip = _chip(row, column, words)
        if chip:
            head.addWidget(Chip(chip, Tone.WARNING))
        head.addStretch(1)
        grid.addLayout(head, 0, 0)
        for number, line in enumerate(cell.lines):
            grid.addWidget(self._line(line), 2 * number + 1, 0)
            if number < len(cell.dates):
                below = label(self._days(cell.dates[number]), Role.SMALL, wrap=True)
                grid.addWidget(below, 2 * number + 2, 0)
        if not cell.lines:
            alone = row.component is Component.TOPICS and row.changed
            nothing = words.tr("not in this offer") if alone else words.tr("nothing named")
            grid.addWidget(label(nothing, Role.MUTED), 1, 0)
        return box

    def _caption(self, row: Row, column: int) -> str:
        words = self._desk.words
        if row.component is not Component.TOPICS:
            return words.tr(CAPTIONS[row.component])
        number = row.numbers[column]
        return words.tr("Topic {number}", number=number) if number else words.tr("Topics")

    def _line(self, line: Text) -> QLabel:
        shown = label(wrap=True)
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setText(marked_html(line, self._desk.theme.tokens))
        shown.setAccessibleName(marked_words(line, self._desk.words))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return shown

    def _days(self, dates: Dates) -> str:
        days = self._desk.read(planning.days, dates.start, dates.end) or ()
        return days_text(days, self._desk.words)
