"""What the signs in the months around an offer's dates mean: those that stand there, no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.phrases import listed, named
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.models.proposal_dates import Span
from consultations_gui.ui.models.year import DayCell, marked_off
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets import year_signs as signs
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.month_box import paint_frame
from consultations_gui.ui.widgets.year_signs import SWATCH, Sign, Swatch


class MonthLegend(QWidget):
    """One sign after the other, in as many lines as the width needs."""

    def __init__(self, theme: ThemeSwitch) -> None:
        super().__init__()
        self._theme = theme
        self._line = FlowLayout(self, spacing=10)
        self.signs: list[Sign] = []

    def show_signs(self, cells: Sequence[DayCell], spans: Sequence[Span], words: Words) -> None:
        """Explain what stands in ``cells``, and the ``spans`` marked in them."""
        clear(self._line)
        self.signs = []
        for swatch, text in chain(
            _frames(self._theme, spans, words),
            _bars(self._theme, cells, words),
            _days(self._theme, cells, words),
        ):
            sign = Sign(swatch)
            sign.say(text)
            self._line.addWidget(sign)
            self.signs.append(sign)
        self.setAccessibleName(words.tr("What the signs mean"))
        self.setAccessibleDescription(listed((sign.text for sign in self.signs), words))


class FrameSwatch(QWidget):
    """The frame of dates, as the months have it."""

    def __init__(self, theme: ThemeSwitch, span: Span) -> None:
        super().__init__()
        self._theme, self._span = theme, span
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return SWATCH

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(2, 4, SWATCH.width() - 6, SWATCH.height() - 5)
        paint_frame(painter, box, self._span, self._theme.tokens)
        painter.end()


_Signs = Iterator[tuple[QWidget, str]]


def _frames(theme: ThemeSwitch, spans: Iterable[Span], words: Words) -> _Signs:
    """One sign for all options and one for all better places."""
    texts = {True: N_("dates proposed"), False: N_("better dates")}
    for offered, text in texts.items():
        found = next((span for span in spans if span.offered is offered), None)
        if found is not None:
            yield FrameSwatch(theme, found), words.tr(text)


def _bars(theme: ThemeSwitch, cells: Iterable[DayCell], words: Words) -> _Signs:
    """The neighbouring meetings by name, each with its own bar."""
    meetings: dict[str, Consultation] = {}
    for cell in cells:
        if cell.meeting is not None:
            meetings.setdefault(cell.meeting.id, cell.meeting)
    for one in meetings.values():
        when = dates_text(one.dates, words.language) if one.dates else ""
        told = listed((name_text(one, words), when, label(one.status, words)), words)
        yield Swatch(theme, replace(signs.plain_day(), meeting=one)), told


def _days(theme: ThemeSwitch, cells: Sequence[DayCell], words: Words) -> _Signs:
    """What days are in each country: off, worked at a week's end, shorter, provisional."""
    for side in Side:
        days = [cell.day(side) for cell in cells]
        kinds = (
            (any(map(marked_off, days)), signs.day_off(side), N_("day off")),
            (
                any(day.kind is DayKind.MAKE_UP for day in days),
                signs.worked_weekend(side),
                N_("worked weekend"),
            ),
            (any(day.short for day in days), signs.short_day(), N_("one hour shorter")),
            (
                any(not day.confirmed for day in days),
                signs.provisional(side),
                N_("provisional"),
            ),
        )
        for there, cell, text in kinds:
            if there:
                yield Swatch(theme, cell), named(country_name(side, words), words.tr(text), words)
