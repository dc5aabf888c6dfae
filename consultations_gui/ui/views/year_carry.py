"""Moving a meeting over the years: what each place would mean while it is carried, and the drop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from consultations_gui.application import consultations, planning
from consultations_gui.domain.consultation import Consultation, Dates, Precision, Status
from consultations_gui.domain.placing import YearOfPlaces
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.words import Words
from consultations_gui.ui.dayplaces import PlaceNews, place_news
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.notes import Note, Weight
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.phrases import named
from consultations_gui.ui.places import NEW
from consultations_gui.ui.widgets.daycard import CarryCard
from consultations_gui.ui.widgets.year_carry import Carried, Fit

if TYPE_CHECKING:
    from consultations_gui.ui.views.year import YearView


class YearCarry(QObject):
    """What a carried meeting says and does, for one year's screen."""

    def __init__(self, view: YearView) -> None:
        super().__init__(view)
        self._view, self._desk = view, view.desk
        self._places = view.guide.places
        self._waiting: Carried | None = None
        self.card = CarryCard(view)
        calendar = view.calendar
        calendar.carries = self._may_move
        calendar.carried.connect(self._on_carried)
        calendar.dropped.connect(self._drop)
        calendar.given_back.connect(self._end)
        self._places.came.connect(self._on_places)

    def stop(self) -> None:
        """The register changed under it, or the screen is left: it stays where it is recorded."""
        if self._view.calendar.carrying is not None:
            self._view.calendar.give_back()
        self._end()

    def move(self, meeting: Consultation, dates: Dates) -> None:
        """Give a meeting that is not agreed other dates, as one step that can be undone."""
        done = self._desk.run(consultations.edit, replace(meeting, dates=dates))
        moved = done.value
        if moved is None:
            return
        self._view.go_to(dates.start)
        self._desk.tell(
            lambda words: words.tr(
                "{round} was moved to {days}",
                round=name_text(moved, words),
                days=date_range(dates.start, dates.end, words.language),
            ),
            undo_offer(self._desk),
        )

    def _may_move(self, meeting: Consultation) -> bool:
        exact = meeting.dates is not None and meeting.dates.precision is Precision.DAY
        return exact and meeting.status in (*planning.FREE, Status.CONFIRMED)

    # --- on the way -------------------------------------------------------------------------

    def _on_carried(self, carried: Carried) -> None:
        self._view.card.hide()
        id, home = carried.meeting.id, carried.dates.start.year
        self._view.guide.carry(carried.meeting)
        for year in {home, carried.start.year}:
            if self._places.get(year, id) is None:
                self._places.also(id, year)
        news = self._news(carried)
        if news is not None:
            fit = Fit.GOOD if news.costs else Fit.BARRED
            carried = replace(carried, fit=fit)
            self._view.calendar.show_carried(carried)
        self._tell(carried, news)

    def _tell(self, carried: Carried, news: PlaceNews | None) -> None:
        words = self._desk.words
        if news is None:
            heading, lines = words.tr("Looking for dates"), []
        else:
            parts = [named(text, str(points), words) for text, points in news.costs[:-1]]
            heading, lines = news.heading, [self._difference(carried, words), *parts, news.why]
        if carried.meeting.status is Status.CONFIRMED:
            lines.append(words.tr("These dates are agreed: dropping it begins a proposal."))
        lines = [line for line in lines if line]
        calendar = self._view.calendar
        self.card.say(heading, lines, words.tr("Enter or release: move. Escape: leave it."))
        first, last = calendar.box_of(carried.start), calendar.box_of(carried.end)
        box = first.united(last) if first.top() == last.top() else first
        self.card.show_beside(box.translated(calendar.pos()))
        if QAccessible.isActive():
            told = " ".join((heading, *lines))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(calendar, told))

    def _news(self, carried: Carried) -> PlaceNews | None:
        found = self._places.get(carried.start.year, carried.meeting.id)
        if found is None:
            return None
        name = name_text(carried.meeting, self._desk.words)
        return self._view.guide.place(name, found, carried.start)

    def _difference(self, carried: Carried, words: Words) -> str:
        """How many points more or fewer than where it stands now, if that is a place."""
        totals = []
        for start in (carried.dates.start, carried.start):
            found = self._places.get(start.year, carried.meeting.id)
            opening = found.opening(start) if found else None
            if opening is None:
                return ""
            totals.append(opening.total)
        more = totals[1] - totals[0]
        if not carried.moved:
            return words.tr("This is where it stands now.")
        if not more:
            return words.tr("As many points as where it stands now.")
        if more > 0:
            return words.trn(
                "{n} point more than where it stands now.",
                "{n} points more than where it stands now.",
                more,
            )
        return words.trn(
            "{n} point fewer than where it stands now.",
            "{n} points fewer than where it stands now.",
            -more,
        )

    def _on_places(self, id: str, _year: int) -> None:
        carried = self._view.calendar.carrying
        if carried is not None and carried.meeting.id == id:
            self._on_carried(carried)
        waiting = self._waiting
        if waiting is not None and waiting.meeting.id == id:
            self._drop(waiting)

    # --- the end ----------------------------------------------------------------------------

    def _end(self) -> None:
        self._waiting = None
        self.card.hide()
        self._view.guide.carry(None)

    def _drop(self, carried: Carried) -> None:
        if not carried.moved:
            self._end()
            return
        found = self._places.get(carried.start.year, carried.meeting.id)
        if found is None:
            self._waiting = carried  # the places of that year are being found
            self._places.also(carried.meeting.id, carried.start.year)
            return
        self._end()
        if found.opening(carried.start) is None:
            self._refuse(carried, found)
            return
        dates = Dates(carried.start, carried.end)
        if carried.meeting.status is Status.CONFIRMED:
            self._desk.go("proposals", carried.meeting.id, NEW, dates)
        else:
            self.move(carried.meeting, dates)

    def _refuse(self, carried: Carried, found: YearOfPlaces) -> None:
        """Say why it cannot go there; it stays."""

        def say(words: Words) -> str:
            name = name_text(carried.meeting, words)
            return place_news(name, found, carried.start, words).line

        self._desk.told.emit(Note(say, Weight.ERROR))
        self._view.go_to(carried.dates.start)
