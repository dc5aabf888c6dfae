"""What the years say of days: a line under them, the spoken text, the shades of good dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from consultations_gui.application import planning
from consultations_gui.application.placing import Wanting
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import YearOfPlaces
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import label
from consultations_gui.ui.dayplaces import PlaceNews, decree_text, place_news, wanting_name
from consultations_gui.ui.daywords import cell_text, day_kind, joined
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.views.year_choice import RoundChoice
from consultations_gui.ui.views.year_places import Places
from consultations_gui.ui.widgets.year_panel import DayPanel

if TYPE_CHECKING:
    from consultations_gui.ui.views.year import YearView


class YearGuide(QObject):
    """Knows where the chosen round could go, and words it for one year's screen."""

    def __init__(self, view: YearView) -> None:
        super().__init__(view)
        self._view, self._desk = view, view.desk
        self.places = Places(view.desk, self)
        self.choice = RoundChoice(view.desk.theme, view.texts)
        self.panel = DayPanel()
        self._told: date | None = None
        self._worded: tuple[tuple[str, YearOfPlaces, date, Language], PlaceNews] | None = None
        self._before: tuple[str, bool] | None = None
        self._carried: Consultation | None = None
        self.places.came.connect(self._on_places)
        self.places.rounds_changed.connect(self._on_rounds)
        self.choice.chosen.connect(self.choose)
        self.choice.shown.setChecked(view.desk.preferences.value.year_shades)
        self.choice.shown_changed.connect(self._on_shown)

    # --- keeping up -------------------------------------------------------------------------

    def refresh(self) -> None:
        """The register was read again."""
        self.places.forget()

    def present(self) -> None:
        """The language changed, or something was read."""
        self._show_rounds()
        self.look()
        self.tell(self._told)

    def look(self) -> None:
        """Find the places of the years in sight and of the day the keys are on."""
        calendar = self._view.calendar
        first, last = calendar.sight
        years = [calendar.day.year] if calendar.day else []
        years += [year for year in range(first, last + 1) if year not in years]
        self.places.soon(year for year in years if year >= self._view.today.year)

    def choose(self, id: str) -> None:
        """Look for dates of another round, and show them."""
        self.places.choose(id)
        if not self.choice.shown.isChecked():
            self.choice.shown.setChecked(True)

    def carry(self, meeting: Consultation | None) -> None:
        """Shade the places of a meeting that is carried; without one, as it was before."""
        self._carried = meeting
        self.places.carried = meeting.id if meeting else ""
        if meeting is not None and self._before is None:
            self._before = (self.places.chosen, self.choice.shown.isChecked())
            self.choose(meeting.id)
        elif meeting is None and self._before is not None:
            (chosen, shown), self._before = self._before, None
            self.places.choose(chosen)
            self.choice.shown.setChecked(shown)

    # --- telling ----------------------------------------------------------------------------

    def news(self, cell: DayCell) -> PlaceNews | None:
        """What stands on the day as it stands there, or the day as a start of the chosen round.

        ``None`` while that is not known, and for what is over.
        """
        meeting, words = cell.meeting, self._desk.words
        if meeting is not None and meeting.dates is not None:
            start = meeting.dates.start
            if meeting.status not in (*planning.FREE, Status.CONFIRMED) or start < self._view.today:
                return None
            found = self.places.get(start.year, meeting.id)
            if found is None:
                self.places.also(meeting.id, start.year)
                return None
            return self.place(name_text(meeting, words), found, start)
        found = self.places.get(cell.date.year)
        wanting = self.places.named(self.places.chosen)
        if found is None or wanting is None or cell.date < self._view.today:
            return None
        return self.place(wanting_name(wanting, words), found, cell.date)

    def place(self, name: str, places: YearOfPlaces, day: date) -> PlaceNews:
        """What a start of the round called ``name`` on ``day`` would mean.

        Worded once while the same is asked again: a carried round has it under the years and
        beside itself.
        """
        words = self._desk.words
        asked = (name, places, day, words.language)
        if self._worded is None or self._worded[0] != asked:
            self._worded = asked, place_news(name, places, day, words)
        return self._worded[1]

    def describe(self, cell: DayCell) -> str:
        """All of a day in one line, as it is spoken."""
        words = self._desk.words
        news = self.news(cell)
        return joined((cell_text(cell, words), news.line if news else ""), words)

    def tell(self, day: date | None) -> None:
        """Explain a day under the years; without one, the day the keys are on."""
        self._told = day
        shown = day or self._view.calendar.day
        cell = self._view.model.cell_of(shown) if shown else None
        if cell is None:
            self.panel.say("", ("", ""), "", "")
            return
        words = self._desk.words
        title = full_date(cell.date, words.language)
        if cell.meeting is not None:
            state = label(cell.meeting.status, words)
            title = " · ".join((title, listed((name_text(cell.meeting, words), state), words)))
        countries = [self.country_line(side, cell) for side in Side]
        news = self.news(cell)
        self.panel.say(title, countries, news.heading if news else "", news.why if news else "")

    def country_line(self, side: Side, cell: DayCell) -> str:
        """What a day is in one country, and by which notice."""
        words = self._desk.words
        parts = [day_kind(side, cell.day(side), words)]
        book = self._view.reader.books.get(cell.date.year)
        if book is not None:
            parts.append(decree_text(book.source(side, cell.date), words))
        return " · ".join(parts)

    # --- shading ----------------------------------------------------------------------------

    def _on_shown(self) -> None:
        if self._before is None:  # else it is for a carried round only
            self._desk.preferences.update(year_shades=self.choice.shown.isChecked())
        self._shade_all()

    def _on_places(self, id: str, year: int) -> None:
        if id == self.places.chosen:
            self._shade(year)
            self.choice.show_scale(self.places.scale() if self.choice.shown.isChecked() else None)
        self.tell(self._told)

    def _show_rounds(self) -> None:
        """Offer the rounds that want a place; and name the one carried, though it has one."""
        rounds, carried = self.places.rounds, self._carried
        if carried is not None and self.places.named(carried.id) is None:
            rounds = (*rounds, Wanting(carried.id, carried.number, carried.host, carried))
        self.choice.show_rounds(rounds, self.places.chosen, self._desk.words)

    def _on_rounds(self) -> None:
        self._show_rounds()
        self._shade_all()
        self.look()

    def _shade_all(self) -> None:
        self._view.model.clear_shades()
        shown = self.choice.shown.isChecked()
        self.choice.show_scale(self.places.scale() if shown else None)
        if shown:
            for year in self._view.model.years:
                self._shade(year)
        self.tell(self._told)

    def _shade(self, year: int) -> None:
        found, scale = self.places.get(year), self.places.scale()
        if not self.choice.shown.isChecked() or found is None or scale is None:
            return
        shades = {
            day: Shade(scale.step(one.total), one.total) for day, one in found.openings.items()
        }
        self._view.model.show_shades(year, shades)
