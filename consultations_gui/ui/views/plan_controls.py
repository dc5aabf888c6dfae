"""What is asked of the planner, in boxes and sliders."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from consultations_gui.application.planning import PlanQuery
from consultations_gui.domain.planner import LIMITS, Wishes
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR
from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.spins import number_box

MOST_YEARS, MOST_ROUNDS, MOST_DAYS, MOST_PLANS = 20, 12, 14, 10
LONGEST_GAP, LONGEST_NOTICE = 400, 365
"""Where the sliders end; the boxes go on to what the planner allows."""
HALF_YEAR = 7
"""From July on the year to plan is the next one: what is left of this one is mostly settled."""
PLANS = 3
NARROW = 66
SLIDER = 84


class Dial(QWidget):
    """A whole number in a box, with a slider beside it where ``slides`` names its end."""

    changed = Signal()

    def __init__(self, texts: Texts, msgid: str, low: int, high: int, slides: int = 0) -> None:
        super().__init__()
        caption = label(role=Role.SMALL)
        self.box: QSpinBox = number_box(low, high)
        self.box.setFixedWidth(NARROW)
        caption.setBuddy(self.box)
        texts.bind(caption.setText, msgid)
        texts.name(self.box, msgid)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.box)
        row.addStretch(1)
        self.slider: QSlider | None = None
        if slides:
            self.slider = QSlider(Qt.Orientation.Horizontal)
            self.slider.setRange(low, slides)
            self.slider.setFixedWidth(SLIDER)
            texts.name(self.slider, msgid)
            self.slider.valueChanged.connect(self.box.setValue)
            row.insertWidget(0, self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption)
        column.addLayout(row)
        self.box.valueChanged.connect(self._follow)

    @property
    def value(self) -> int:
        """The number chosen."""
        return self.box.value()

    def put(self, value: int) -> None:
        """Choose a number and say nothing of it."""
        with QSignalBlocker(self):
            self.box.setValue(value)

    def _follow(self, value: int) -> None:
        if self.slider is not None:
            with QSignalBlocker(self.slider):
                self.slider.setValue(value)
        self.changed.emit()


class PlanControls(QWidget):
    """Years, rounds, days, gap, notice, and how many plans. ``changed`` follows each change."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.first = Dial(texts, N_("First year"), FIRST_YEAR, LAST_YEAR)
        self.years = Dial(texts, N_("Number of years"), 1, MOST_YEARS)
        self.rounds = Dial(texts, N_("Rounds a year"), 1, MOST_ROUNDS)
        self.days = Dial(texts, N_("Meeting days"), 1, MOST_DAYS)
        self.gap = Dial(texts, N_("Wished gap, days"), 0, LIMITS["gap"][1], LONGEST_GAP)
        self.notice = Dial(texts, N_("Notice, days"), 0, LIMITS["notice"][1], LONGEST_NOTICE)
        self.count = Dial(texts, N_("Plans"), 1, MOST_PLANS)
        self._days_asked = False
        self.days.changed.connect(self._ask_days)  # before anybody is told
        flow = FlowLayout(spacing=8)
        for dial in self.dials:
            flow.addWidget(dial)
            dial.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.addLayout(flow)

    @property
    def dials(self) -> tuple[Dial, ...]:
        """Every control, in the order shown."""
        return (
            self.first,
            self.years,
            self.rounds,
            self.days,
            self.gap,
            self.notice,
            self.count,
        )

    def begin(self, wishes: Wishes, today: date) -> None:
        """Start with the stored wishes, from this year or, in its second half, the next."""
        later = today.month >= HALF_YEAR
        for dial, value in (
            (self.first, today.year + later),
            (self.years, 2),
            (self.rounds, wishes.rounds),
            (self.days, wishes.days),
            (self.gap, wishes.gap),
            (self.notice, wishes.notice),
            (self.count, PLANS),
        ):
            dial.put(value)
        self._days_asked = False

    def query(self, pins: tuple[tuple[int, date], ...]) -> PlanQuery:
        """The question as it stands; a recorded round keeps its length until days are asked for."""
        return PlanQuery(
            first_year=self.first.value,
            years=min(self.years.value, LAST_YEAR - self.first.value + 1),
            rounds=self.rounds.value,
            days=self.days.value if self._days_asked else None,
            gap=self.gap.value,
            notice=self.notice.value,
            pins=pins,
        )

    def _ask_days(self) -> None:
        self._days_asked = True
