"""What the dates in a form would cost, found in the background while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from consultations_gui.application import soundings
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.soundings import Sounding, Survey
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.asking import Asking
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_dates import points_text
from consultations_gui.ui.models.proposal_texts import DOT
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label

_Question = tuple[tuple[Dates, ...], Venue, str]


class Weighing(QObject):
    """The same measure as on the page of a proposal. ``weighed`` follows each answer."""

    weighed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: _Question = ((), Venue(), "")
        self._found: dict[Dates, Sounding] = {}
        self.better: tuple[Sounding, ...] = ()
        self._asking: Asking[tuple[_Question, Survey]] = Asking(
            desk, lambda: desk.words.tr("Weighing the dates"), self._take, self._refused
        )

    def ask(self, dates: tuple[Dates, ...], venue: Venue, about: str) -> None:
        """Weigh ``dates`` at ``venue``; ``about`` is as :func:`soundings.sound` has it."""
        question = (tuple(dict.fromkeys(dates)), venue, about)
        if question != self._asked:
            self._asked = question
            terms = Terms(question[0], venue)
            self._asking.ask(lambda ctx, _task: (question, soundings.sound(ctx, terms, about)))

    def of(self, dates: Dates | None) -> Sounding | None:
        """What these dates cost, once it has been found and where a calendar is kept."""
        return self._found.get(dates) if dates is not None else None

    def _take(self, answer: tuple[_Question, Survey]) -> None:
        (dates, _venue, _about), survey = answer
        if isValid(self):  # the form may be gone by now
            weighed = zip(dates, survey.options, strict=True)
            self._found = {option: one for option, one in weighed if one is not None}
            self.better = survey.better
            self.weighed.emit()

    def _refused(self, error: DomainError) -> None:
        if isValid(self):
            self._desk.fail(error)


class BetterDates(QWidget):
    """Dates nearby that suit better, each a button. ``taken(dates)`` follows a click."""

    taken = Signal(object)

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        heading = label(role=Role.MUTED)
        texts.bind(heading.setText, N_("Better dates nearby"))
        places = QWidget()
        self._places = FlowLayout(places)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(places)
        self.hide()

    def show_dates(self, better: tuple[Sounding, ...]) -> None:
        """Show these places, in the language in use; hidden where there are none."""
        words = self._desk.words
        clear(self._places)
        self.buttons = []
        for one in better:
            when = dates_text(one.dates, words.language)
            button = QPushButton(DOT.join((when, points_text(one, words))))
            button.setAutoDefault(False)
            button.setAccessibleName(words.tr("Propose {dates}", dates=when))
            button.setAccessibleDescription(points_text(one, words))
            button.clicked.connect(lambda _on=False, dates=one.dates: self.taken.emit(dates))
            self._places.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(better))
