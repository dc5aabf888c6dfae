"""The year: both countries' days, the rounds, the good dates; a click starts the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import offices, planning
from consultations_gui.application.ports import Context
from consultations_gui.application.yearbook import Yearbook, yearbook
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Consultation, Precision
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.planner import Plan, Wishes
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, Origin
from consultations_gui.i18n.dates import month_name, month_short, weekdays_short
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_
from consultations_gui.ui.daywords import cell_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.models.year import YearModel, lay_out
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Find, Heading, View
from consultations_gui.ui.views.year_acts import YearActs
from consultations_gui.ui.widgets.daycard import DayCard
from consultations_gui.ui.widgets.elided import ElidedLabel
from consultations_gui.ui.widgets.labels import Chip, Role, Tone
from consultations_gui.ui.widgets.legend import Legend
from consultations_gui.ui.widgets.year_calendar import YearCalendar

PLAN = "plan"
"""A place's part that opens the planner."""


class YearView(View):
    """Twelve months of one year. A place's ``part`` is the year to show, or :data:`PLAN`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._today = desk.ctx.clock.today()
        self._year = self._today.year
        self._book: Yearbook | None = None
        self._plan: Plan | None = None
        self._wishes = Wishes()
        self._cities = CityBook()
        self.model = YearModel(lambda cell: cell_text(cell, desk.words), self)
        self.calendar = YearCalendar(desk.theme, self.model)
        self.texts.name(self.calendar, N_("Calendar of the year"))
        self.card = DayCard(desk.theme, self)
        self.strip = ElidedLabel(Role.SMALL)
        self._state = Chip()
        self.acts = YearActs(self)
        self._make_tools()
        self._build()
        self._connect()

    # --- what the window asks ---------------------------------------------------------------

    def load(self) -> None:
        self._today = self.desk.ctx.clock.today()
        self._book = self.desk.read(yearbook, self._year)
        self._wishes = self.desk.read(planning.wishes) or self._wishes
        self._cities = self.desk.read(offices.city_book) or self._cities

    def present(self) -> None:
        words = self.desk.words
        language = words.language
        # 1月 stands better over figures than 一月; the others have room for the whole name.
        name = month_short if language is Language.ZH else month_name
        months = tuple(name(number, language).capitalize() for number in range(1, 13))
        self.calendar.say(months, weekdays_short(language))
        self.calendar.show_today(self._today)
        self._fill()
        self.model.speak()
        self._say_state()
        self._say_day()
        self.card.hide()

    def heading(self) -> Heading:
        return Heading(self.desk.words.tr("Year {year}", year=self._year))

    def lead(self) -> Sequence[QWidget]:
        return (self.back, self.now, self.forth)

    def tools(self) -> Sequence[QWidget]:
        return (self.best, self.plan)

    def open(self, place: Place) -> None:
        if place.part == PLAN:
            # After the screen is shown: the dialog belongs over it.
            QTimer.singleShot(0, self.acts.plan_rounds)
        if place.part.isdigit():
            self.go_to(date(int(place.part), 1, 1))

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        return (
            Command(words.tr("Plan rounds…"), self.acts.plan_rounds),
            Command(words.tr("Show good dates"), self.best.click),
            Command(words.tr("Next year"), self.forth.click),
            Command(words.tr("Previous year"), self.back.click),
        )

    def finds(self) -> Iterable[Find]:
        for meeting in self._book.meetings if self._book else ():
            if meeting.dates is not None:
                reveal = partial(self.calendar.go_to, meeting.dates.start)
                yield Find(self._meeting_line(meeting), reveal)

    def restyle(self) -> None:
        self.calendar.viewport().update()

    @property
    def today(self) -> date:
        """Today, as it was when the screen was read."""
        return self._today

    @property
    def wishes(self) -> Wishes:
        """The planner's settings."""
        return self._wishes

    @property
    def cities(self) -> CityBook:
        """The cities known here."""
        return self._cities

    @property
    def plan_shown(self) -> Plan | None:
        """The plan whose good dates are shown, if any."""
        return self._plan

    # --- showing ----------------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Show a day, and its year if need be."""
        if day.year != self._year and FIRST_YEAR <= day.year <= LAST_YEAR:
            self._year = day.year
            self.refresh()
        self.calendar.go_to(day)

    def _fill(self) -> None:
        book = self._book
        if book is None:
            return
        chosen = self.calendar.day or self._today
        rounds = self._plan.rounds if self._plan else ()
        best = [(one.start, one.end) for one in rounds if not one.fact]
        self.model.show_year(book.year, lay_out(book.days, book.meetings, best))
        self.calendar.show_months_only(self._months_only(book))
        at_home = chosen if chosen.year == book.year else date(book.year, 1, 1)
        self.calendar.go_to(at_home)

    def _months_only(self, book: Yearbook) -> dict[int, str]:
        words = self.desk.words
        return {
            meeting.dates.start.month: name_text(meeting, words)
            for meeting in book.meetings
            if meeting.dates is not None and meeting.dates.precision is Precision.MONTH
        }

    def _meeting_line(self, meeting: Consultation) -> str:
        words = self.desk.words
        parts = (name_text(meeting, words), when_text(meeting, words))
        return " · ".join((meeting.id, *parts, where_text(meeting.venue, self._cities, words)))

    def _say_state(self) -> None:
        words, book = self.desk.words, self._book
        open_sides = [
            country_name(side, words)
            for side, decree in zip(Side, book.calendars if book else (), strict=False)
            if decree.origin is Origin.EXTRAPOLATED
        ]
        if open_sides:
            countries = listed(open_sides, words)
            text = words.tr("calendar provisional: {countries}", countries=countries)
            self._state.say(text, Tone.WARNING)
        else:
            self._state.say(words.tr("both calendars are fixed"), Tone.PLAIN)

    def _say_day(self) -> None:
        cell = self.model.cell(self.calendar.currentIndex())
        self.strip.setText(cell_text(cell, self.desk.words) if cell else "")

    # --- acting -----------------------------------------------------------------------------

    def _step(self, years: int) -> None:
        year = self._year + years
        if FIRST_YEAR <= year <= LAST_YEAR:
            self._year = year
            self._plan = None
            self.refresh()
            if self.best.isChecked():
                self._look_for_dates()

    def _go_home(self) -> None:
        self.go_to(self._today)

    def _toggle_best(self, on: bool) -> None:
        self._plan = None
        if on:
            self._look_for_dates()
        else:
            self.present()

    def _look_for_dates(self) -> None:
        query = planning.PlanQuery(max(self._year, self._today.year), 1)

        def work(ctx: Context, _task: TaskContext) -> Plan:
            return planning.propose(ctx, query)

        self.desk.start(self.desk.words.tr("Planning rounds"), work, self._show_plan)

    def _show_plan(self, plan: Plan) -> None:
        if self.best.isChecked():
            self._plan = plan
            self.present()

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
        self.best, self.plan = QPushButton(), QPushButton()
        self.best.setCheckable(True)
        texts.bind(self.best.setText, N_("Good dates"))
        self.plan.setProperty("role", "primary")
        texts.bind(self.plan.setText, N_("Plan rounds…"))

    def _build(self) -> None:
        band = QWidget()
        band.setProperty("role", "band")
        band.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(band)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(Legend(self.desk.theme, self.texts), 1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.strip.setContentsMargins(20, 4, 20, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(band)
        column.addWidget(self.calendar, 1)
        column.addWidget(self.strip)
        self.setFocusProxy(self.calendar)

    def _connect(self) -> None:
        clicks: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.back, partial(self._step, -1)),
            (self.forth, partial(self._step, 1)),
            (self.now, self._go_home),
            (self.plan, self.acts.plan_rounds),
        )
        for button, act in clicks:
            button.clicked.connect(act)
        self.best.toggled.connect(self._toggle_best)
        self.calendar.asked.connect(self.acts.ask_about)
        self.calendar.focused.connect(self._say_day)
        self.card.left.connect(self.calendar.setFocus)
