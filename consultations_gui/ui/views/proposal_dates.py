"""The calendar around an offer's dates: what each option costs, and better ones a click away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import planning
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.soundings import Sounding
from consultations_gui.i18n.dates import dates_text, month_of_year, weekdays_short
from consultations_gui.i18n.words import N_
from consultations_gui.ui.daywords import cell_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_dates import (
    Outlook,
    against_text,
    cost_text,
    near_text,
    outlook,
    points_text,
)
from consultations_gui.ui.models.proposal_texts import DOT, days_text
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Card, Chip, Role, Tone, label
from consultations_gui.ui.widgets.month_box import MonthBox, weeks_of
from consultations_gui.ui.widgets.month_legend import MonthLegend

Take = Callable[[Dates], None]
"""What a better place is taken up with: a counter, a new offer, or the draft."""


class DatesPane(Card):
    """Months with both countries' days, then each option with its cost, then better ones."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[Terms, str] | None = None
        self._turn = 0
        self._shown: Outlook | None = None
        self._take: Take | None = None
        self._settled = False
        texts.bind(self.set_heading, N_("The dates in both calendars"))
        months = QWidget()
        self._months = FlowLayout(months, spacing=14)
        self._options, self._better = QVBoxLayout(), QVBoxLayout()
        for layout in (self._options, self._better):
            layout.setSpacing(8)
        self._cheaper = label(role=Role.STRONG)
        texts.bind(self._cheaper.setText, N_("Better dates nearby"))
        self._none = label(role=Role.MUTED, wrap=True)
        texts.bind(
            self._none.setText,
            N_("Within eight weeks of these dates there are none that suit better."),
        )
        self.boxes: list[MonthBox] = []
        self.takers: dict[str, QPushButton] = {}
        self.legend = MonthLegend(desk.theme)
        self.body.addWidget(months)
        self.body.addWidget(self.legend)
        self.body.addLayout(self._options)
        for widget in (self._cheaper, self._none):
            self.body.addWidget(widget)
        self.body.addLayout(self._better)
        self.hide()

    @property
    def shown(self) -> Outlook | None:
        """What is shown, once it has been found."""
        return self._shown

    def ask(self, terms: Terms, about: str) -> None:
        """Weigh the dates of ``terms`` in the background; what is shown stays until then."""
        if self._asked != (terms, about):
            self._shown = None
        self._asked = (terms, about)
        self._turn += 1
        turn = self._turn

        def work(ctx: Context, _task: TaskContext) -> Outlook:
            return outlook(ctx, terms, about)

        def done(found: Outlook) -> None:
            if turn == self._turn:
                self._shown = found
                self.present()

        if terms.dates:
            self._desk.start(self._desk.words.tr("Weighing the dates"), work, done)

    def take_with(self, take: Take | None, *, settled: bool) -> None:
        """What a better place is taken up with now; ``settled`` shows none any more."""
        self._take, self._settled = take, settled

    def present(self) -> None:
        """Show what was found, in the language and colours in use."""
        for layout in (self._months, self._options, self._better):
            clear(layout)
        self.boxes, self.takers = [], {}
        found = self._shown
        self.setVisible(found is not None and bool(found.spans))
        if found is None:
            return
        self._show_months(found)
        for number, option in enumerate(found.survey.options, 1):
            if option is not None:
                self._options.addWidget(self._row(str(number), option))
        better = () if self._settled else found.better
        for letter, one in better:
            self._better.addWidget(self._row(letter, one, offered=False))
        self._cheaper.setVisible(bool(better))
        self._none.setVisible(not better and not self._settled)
        self.updateGeometry()

    def _show_months(self, found: Outlook) -> None:
        language, today = self._desk.words.language, self._desk.ctx.clock.today()
        spans = [one for one in found.spans if one.offered or not self._settled]
        weeks = max(map(weeks_of, found.months), default=0)
        for first in found.months:
            box = MonthBox(self._desk.theme, first, found.cells, spans, today, weeks)
            name = month_of_year(first, language)
            title = f"{name[:1].upper()}{name[1:]}"
            box.say(title, weekdays_short(language), lambda cell: cell_text(cell, self._desk.words))
            box.picked.connect(self._picked)
            self._months.addWidget(box)
            self.boxes.append(box)
        shown = [cell for day, cell in found.cells.items() if day.replace(day=1) in found.months]
        self.legend.show_signs(shown, spans, self._desk.words)

    def _row(self, tag: str, one: Sounding, *, offered: bool = True) -> QWidget:
        words = self._desk.words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        told = QVBoxLayout()
        told.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        when = dates_text(one.dates, words.language)
        head.addWidget(label(f"{tag}) {when}", Role.STRONG))
        head.addWidget(Chip(points_text(one, words), Tone.PLAIN if one.good else Tone.WARNING))
        head.addStretch(1)
        told.addLayout(head)
        days = self._desk.read(planning.days, one.dates.start, one.dates.end) or ()
        lines = (DOT.join(t for t in (days_text(days, words), near_text(one, words)) if t),)
        for text in (*lines, cost_text(one, words)):
            if text:
                told.addWidget(label(text, Role.SMALL, wrap=True))
        if one.against:
            told.addWidget(label(against_text(one, words), Role.WARNING, wrap=True))
        line.addLayout(told, 1)
        if not offered and self._take is not None:
            line.addWidget(self._taker(tag, one.dates, when))
        return row

    def _taker(self, tag: str, dates: Dates, when: str) -> QPushButton:
        words = self._desk.words
        button = QPushButton(words.tr("Propose these dates…"))
        button.setAccessibleName(words.tr("Propose {dates}", dates=when))
        button.clicked.connect(lambda _on: self._do(dates))
        self.takers[tag] = button
        return button

    def _picked(self, tag: str) -> None:
        if tag in self.takers:
            self.takers[tag].click()

    def _do(self, dates: Dates) -> None:
        if self._take is not None:
            self._take(dates)
