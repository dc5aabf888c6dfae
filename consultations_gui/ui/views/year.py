"""The years: both countries' days, the rounds, the good dates; a click starts the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import offices, planning
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.models.year import DayCell, YearModel
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Find, Heading, View
from consultations_gui.ui.views.year_acts import YearActs
from consultations_gui.ui.views.year_band import YearBand
from consultations_gui.ui.views.year_carry import YearCarry
from consultations_gui.ui.views.year_guide import YearGuide
from consultations_gui.ui.views.year_names import provisional_text, year_names
from consultations_gui.ui.views.year_reader import YearReader
from consultations_gui.ui.widgets.daycard import DayCard
from consultations_gui.ui.widgets.year_calendar import YearCalendar
from consultations_gui.ui.widgets.year_steps import by_months

AROUND = 2
"""How many years before and after those in sight are read ahead."""
RESTING_MS = 100
"""How long the same years must be in sight before they are read."""


class YearView(View):
    """The years one after the other. A place's ``part`` is the year to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._today = desk.ctx.clock.today()
        self._wishes = Wishes()
        self._cities = CityBook()
        self._wanted = self._today
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self.model = YearModel(self._describe, parent=self)
        self.reader = YearReader(desk, self.model, self)
        self.calendar = YearCalendar(desk.theme, self.model)
        self.texts.name(self.calendar, N_("Calendar of the years"))
        self.guide = YearGuide(self)
        self.band = YearBand(desk.theme, self.texts, self.guide.choice)
        self.card = DayCard(desk.theme, self)
        self.acts = YearActs(self)
        self.carry = YearCarry(self)
        self._make_tools()
        self._build()
        self._connect()
        self._look_as_before()

    # --- what the window asks ---------------------------------------------------------------

    def load(self) -> None:
        self._today = self.desk.ctx.clock.today()
        self._wishes = self.desk.read(planning.wishes) or self._wishes
        self._cities = self.desk.read(offices.city_book) or self._cities
        self.reader.forget()
        self.guide.refresh()
        self.reader.now(self.calendar.day.year if self.calendar.day else self._wanted.year)

    def present(self) -> None:
        self.calendar.say(year_names(self.desk.words, self.reader.books))
        self.calendar.show_today(self._today)
        if self.calendar.day is None:
            self.calendar.go_to(self._wanted)
        self._look_around()
        self.model.speak()
        self.guide.present()
        self.card.hide()
        self.carry.stop()

    def heading(self) -> Heading:
        words, year = self.desk.words, self.calendar.year
        note = provisional_text(self.reader.books.get(year), words)
        return Heading(words.tr("Year {year}", year=year), note)

    def lead(self) -> Sequence[QWidget]:
        return (self.back, self.now, self.forth)

    def tools(self) -> Sequence[QWidget]:
        return (self.print_button, self.plan)

    def open(self, place: Place) -> None:
        if place.part.isdigit():
            self.go_to(date(int(place.part), 1, 1))

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        return (
            Command(words.tr("Plan rounds…"), self.acts.plan_rounds),
            Command(words.tr("Show good dates"), self.guide.choice.shown.click),
            Command(words.tr("Print year…"), self.acts.print_year, "Ctrl+P"),
            Command(words.tr("Move the round on this day"), self.calendar.take_up),
            Command(words.tr("Next year"), self.forth.click),
            Command(words.tr("Previous year"), self.back.click),
            Command(words.tr("More months"), partial(self._zoom, -1)),
            Command(words.tr("Fewer months, with more of each day"), partial(self._zoom, 1)),
        )

    def finds(self) -> Iterable[Find]:
        for _, book in sorted(self.reader.books.items()):
            for meeting in book.meetings:
                if meeting.dates is not None and meeting.dates.start.year == book.year:
                    reveal = partial(self.go_to, meeting.dates.start)
                    yield Find(self._meeting_line(meeting), reveal)

    def flush(self) -> None:
        self.carry.stop()

    def restyle(self) -> None:
        self.calendar.repaint_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.guide.panel.fit(self.size())

    @property
    def today(self) -> date:
        """Today, as it was when the screen was read."""
        return self._today

    @property
    def year(self) -> int:
        """The year shown."""
        return self.calendar.year

    @property
    def wishes(self) -> Wishes:
        """The planner's settings."""
        return self._wishes

    @property
    def cities(self) -> CityBook:
        """The cities known here."""
        return self._cities

    # --- showing ----------------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Show a day, and its year if that is out of sight."""
        if day.year not in self.model.years:
            return
        self._wanted = day
        if not self.stale:
            self.reader.now(day.year)
            self.calendar.go_to(day)

    def _look_around(self) -> None:
        """The years in sight are others: read them and those next to them."""
        if self.stale:
            return
        first, last = self.calendar.sight
        near = [year for n in range(1, AROUND + 1) for year in (last + n, first - n)]
        self.reader.soon([*range(first, last + 1), *near])
        self.guide.look()

    def _on_year(self, year: int) -> None:
        """The year in sight is another, or its days came."""
        if year == self.calendar.year:
            self.heading_changed.emit()
        if self.calendar.day is not None and year == self.calendar.day.year:
            self.guide.tell(None)

    def _describe(self, cell: DayCell) -> str:
        return self.guide.describe(cell)

    def _meeting_line(self, meeting: Consultation) -> str:
        words = self.desk.words
        parts = (name_text(meeting, words), when_text(meeting, words))
        return " · ".join((meeting.id, *parts, where_text(meeting.venue, self._cities, words)))

    def _on_focus(self, day: date | None) -> None:
        if day is not None and not self.stale:
            self._wanted = day
            self.reader.now(day.year)  # whoever goes there by keys hears of it
        self.guide.tell(day)
        self.guide.look()

    # --- how it is looked at, kept for the next start ---------------------------------------

    def _look_as_before(self) -> None:
        kept = self.desk.preferences.value
        self.band.show_layers(
            frozenset(side for side in Side if side.value not in kept.year_hidden)
        )
        self.calendar.set_zoom(kept.year_zoom)

    def _on_layers(self) -> None:
        shown = self.band.layers
        self.calendar.show_layers(shown)
        hidden = tuple(side.value for side in Side if side not in shown)
        self.desk.preferences.update(year_hidden=hidden)

    def _on_zoom(self, zoom: int) -> None:
        self.band.show_zoom(zoom)
        self.desk.preferences.update(year_zoom=zoom)

    # --- acting -----------------------------------------------------------------------------

    def _step(self, years: int) -> None:
        day = by_months(self.calendar.day or self._wanted, 12 * years)
        year = self.calendar.year + years
        if year in self.model.years:
            self.calendar.show_year(year)
            self.go_to(day if day.year == year else date(year, 1, 1))

    def _zoom(self, by: int) -> None:
        self.calendar.set_zoom(self.calendar.zoom + by)

    # --- building ---------------------------------------------------------------------------

    def _make_tools(self) -> None:
        texts, icon = self.texts, self.desk.theme.icon
        self.back, self.now, self.forth = QPushButton(), QPushButton(), QPushButton()
        for button, name, picture in (
            (self.back, N_("Previous year"), "chevron-left"),
            (self.forth, N_("Next year"), "chevron-right"),
        ):
            button.setIcon(icon(picture))
            texts.name(button, name)
            texts.bind(button.setToolTip, name)
        texts.bind(self.now.setText, N_("Today"))
        self.print_button, self.plan = QPushButton(), QPushButton()
        texts.bind(self.print_button.setText, N_("Print year…"))
        self.plan.setProperty("role", "primary")
        texts.bind(self.plan.setText, N_("Plan rounds…"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.calendar, 1)
        column.addWidget(self.guide.panel)
        self.setFocusProxy(self.calendar)

    def _connect(self) -> None:
        clicks: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.back, partial(self._step, -1)),
            (self.forth, partial(self._step, 1)),
            (self.now, lambda: self.go_to(self._today)),
            (self.plan, self.acts.plan_rounds),
            (self.print_button, self.acts.print_year),
        )
        for button, act in clicks:
            button.clicked.connect(act)
        self.band.layers_changed.connect(self._on_layers)
        self.band.zoom_wanted.connect(self._zoom)
        calendar = self.calendar
        calendar.zoomed.connect(self._on_zoom)
        calendar.asked.connect(self.acts.ask_about)
        calendar.focused.connect(self._on_focus)
        calendar.hovered.connect(self.guide.tell)
        # Years that only fly past are not read: that would take time from the painting.
        calendar.sighted.connect(lambda _first, _last: self._resting.start())
        self._resting.timeout.connect(self._look_around)
        calendar.year_changed.connect(self._on_year)
        self.reader.came.connect(self._on_year)
        self.card.left.connect(self.calendar.setFocus)
