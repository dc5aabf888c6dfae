"""What can be done on a day of the year: look, plan, propose, move."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from consultations_gui.application import planning
from consultations_gui.application.yearbook import turn_at
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.ui.daycards import DayWriter
from consultations_gui.ui.dialogs.rounds import MoveDialog, NewRoundDialog
from consultations_gui.ui.dialogs.year_sheet import YearSheetDialog
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.places import NEW
from consultations_gui.ui.widgets.daycard import Deed

if TYPE_CHECKING:
    from consultations_gui.ui.views.year import YearView

LATER = timedelta(days=7)
"""How far from the agreed dates a proposal for other ones starts."""


class YearActs(QObject):
    """Acts for one year's screen, all through its desk."""

    def __init__(self, view: YearView) -> None:
        super().__init__(view)
        self._view, self._desk = view, view.desk
        # Of the whole window, as the header's buttons may have the focus; a hidden view gets none.
        printing = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), view)
        printing.activated.connect(self.print_year)

    def ask_about(self, day: date) -> None:
        """Show the card of a day."""
        view, desk = self._view, self._desk
        cell = view.model.cell_of(day)
        if cell is None:
            return
        meeting = cell.meeting
        deeds = self._meeting_deeds(meeting, day) if meeting else self._free_deeds(day)
        numbered = meeting is not None and meeting.kind is Kind.REGULAR
        turn = desk.read(turn_at, meeting.number) if meeting and numbered else None
        countries = tuple(view.guide.country_line(side, cell) for side in Side)
        writer = DayWriter(desk.words, view.cities, countries, turn, view.guide.news(cell))
        view.card.say(writer.write(cell, deeds), desk.words.tr("Close"))
        view.card.show_beside(view.calendar.box_of(day).translated(view.calendar.pos()))
        view.card.take_focus()

    def plan_rounds(self) -> None:
        """Let the planner propose dates for years to come."""
        later = max(self._view.year, self._view.today.year)
        self._desk.go("plan", part=str(later) if later > self._view.today.year else "")

    def print_year(self) -> None:
        """Show the year as a sheet, to be printed or written to a file."""
        dialog = YearSheetDialog(self._desk, self._view.calendar.year, self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _free_deeds(self, day: date) -> tuple[Deed, ...]:
        if day <= self._view.today:
            return ()
        words = self._desk.words
        return (
            *self._placing_deeds(day),
            Deed(words.tr("New round from this day…"), partial(self._new_round, day)),
            Deed(words.tr("Propose an extraordinary consultation…"), partial(self._propose, day)),
        )

    def _placing_deeds(self, day: date) -> tuple[Deed, ...]:
        """The recorded round that dates are looked for may be given this day."""
        places, words = self._view.guide.places, self._desk.words
        wanting, found = places.named(places.chosen), places.get(day.year)
        opening = found.opening(day) if found else None
        if wanting is None or wanting.meeting is None or opening is None:
            return ()
        meeting, dates = wanting.meeting, Dates(opening.start, opening.end)
        text = words.tr("Move {round} here", round=name_text(meeting, words))
        return (Deed(text, partial(self._view.carry.move, meeting, dates)),)

    def _meeting_deeds(self, meeting: Consultation, day: date) -> tuple[Deed, ...]:
        words = self._desk.words
        opening = Deed(words.tr("Open"), partial(self._desk.go, "consultation", meeting.id))
        if meeting.status is Status.CONFIRMED:
            text = words.tr("Propose other dates…")
            return (opening, Deed(text, partial(self._propose, day, meeting)))
        if meeting.status in planning.FREE:
            looking = partial(self._look_for_dates, meeting)
            return (
                opening,
                Deed(words.tr("Move…"), partial(self._move, meeting)),
                Deed(words.tr("Show good dates for it"), looking),
            )
        return (opening,)

    def _look_for_dates(self, meeting: Consultation) -> None:
        self._view.card.hide()
        self._view.guide.choose(meeting.id)
        self._view.calendar.setFocus()

    def _new_round(self, day: date) -> None:
        view, desk = self._view, self._desk
        view.card.hide()
        turn = desk.read(turn_at)
        if turn is None:
            return
        dialog = NewRoundDialog(desk, day, view.wishes.days, turn, view.cities, view)
        if dialog.exec() and dialog.made is not None:
            made = dialog.made
            desk.tell(lambda words: words.tr("{round} was planned", round=name_text(made, words)))

    def _propose(self, day: date, about: Consultation | None = None) -> None:
        """Begin a proposal; agreed dates are never moved from here."""
        self._view.card.hide()
        start, length = day, self._view.wishes.days
        if about is not None and about.dates is not None:
            start, length = about.dates.start + LATER, about.dates.days
        dates = Dates(start, start + timedelta(days=length - 1))
        self._desk.go("proposals", about.id if about else "", NEW, dates)

    def _move(self, meeting: Consultation) -> None:
        self._view.card.hide()
        if meeting.dates is not None:
            MoveDialog(self._desk, meeting, meeting.dates, self._view).exec()
