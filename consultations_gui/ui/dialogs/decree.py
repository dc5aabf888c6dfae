"""The official notice of one country-year, as the office enters it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from consultations_gui.application import calendars, planning
from consultations_gui.domain.errors import EndBeforeStartError, InvalidDateError
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.widgets.datefield import DateField, read_date
from consultations_gui.ui.widgets.fields import Labelled

LONGEST = 366
_BETWEEN = ("..", "–", "—", "至", " - ")


def read_days(text: str) -> tuple[date, ...]:
    """Days and ranges of days, one a line or parted by commas, in order.

    ``2027-02-05..2027-02-11`` (also with –, — or 至) is every day from one to
    the other. Raises :class:`InvalidDateError` and :class:`EndBeforeStartError`.
    """
    found: set[date] = set()
    for part in text.replace(";", "\n").replace(",", "\n").replace("、", "\n").splitlines():
        if part.strip():
            found.update(_days_of(part.strip()))
    return tuple(sorted(found))


def _days_of(part: str) -> Iterable[date]:
    for mark in _BETWEEN:
        first, found, last = part.partition(mark)
        if found:
            break
    else:
        first = last = part
    start, end = read_date(first), read_date(last)
    if start is None or end is None:
        raise InvalidDateError(text=part)
    if end < start:
        raise EndBeforeStartError(start=start, end=end)
    return (start + timedelta(days=n) for n in range(min((end - start).days, LONGEST) + 1))


def write_days(days: Iterable[date]) -> str:
    """Days for :func:`read_days`, runs of days as ranges."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "\n".join(f"{run[0]}..{run[-1]}" if len(run) > 1 else run[0].isoformat() for run in runs)


class DecreeDialog(FormDialog):
    """Starts from what is known of the year; what is stored is the office's own notice."""

    def __init__(self, desk: Desk, known: Decree, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("The notice on days off"), N_("Store"), parent)
        self._known, self._base = known, known
        self.number, self.source = QLineEdit(), QLineEdit()
        self.issued = DateField(desk.theme, self.texts)
        self.off, self.moved_off, self.make_up, self.short = (_area() for _ in range(4))
        self.about = QLineEdit()
        self.about.setReadOnly(True)
        fields = self._laid_out(
            (
                (self.about, N_("Country and year")),
                (self.source, N_("Where it was published")),
                (self.number, N_("Number of the notice")),
                (self.issued, N_("Issued on")),
                (self.off, N_("Weekdays off as public holidays")),
                (self.moved_off, N_("Weekdays off because another day is worked")),
                (self.make_up, N_("Weekend days that are worked")),
                (self.short, N_("Days one hour shorter")),
            )
        )
        self._shorter = fields[-1]
        self.texts.bind(
            self._shorter.set_hint,
            N_("Left empty, they follow from Article 95 of the Russian Labour Code."),
        )
        self.shipped = QPushButton()
        self.shipped.setProperty("role", "textlink")
        self.shipped.setAutoDefault(False)
        self.texts.bind(self.shipped.setText, N_("Take over what the shipped calendar says"))
        self.shipped.clicked.connect(self._take_shipped)
        self.form.addWidget(self.shipped)
        self._fill(known)
        self._show_about()
        self.resize(680, self.sizeHint().height())

    def _fill(self, decree: Decree) -> None:
        """Start from ``decree``, whatever was typed before."""
        self._base = decree
        self.number.setText(decree.number)
        self.source.setText(decree.source if decree.origin is Origin.OFFICE else "")
        self.issued.reset(decree.issued)
        for area, days in (
            (self.off, decree.off),
            (self.moved_off, decree.moved_off),
            (self.make_up, decree.make_up),
            (self.short, decree.short or ()),
        ):
            area.setPlainText(write_days(days))

    def _take_shipped(self) -> None:
        known = self._known
        base = self.desk.read(calendars.starting_point, known.side, known.year)
        if base is not None:
            self._fill(base)

    def finish(self) -> None:
        short = read_days(self.short.toPlainText())
        known, base = self._known, self._base
        decree = Decree(
            side=known.side,
            year=known.year,
            off=read_days(self.off.toPlainText()),
            moved_off=read_days(self.moved_off.toPlainText()),
            make_up=read_days(self.make_up.toPlainText()),
            short=short or None,
            moves=base.moves,
            number=self.number.text().strip(),
            issued=self.issued.value(),
            source=self.source.text().strip(),
            origin=Origin.OFFICE,
            names=base.names,
            version=known.version if known.origin is Origin.OFFICE else 0,
        )
        self.do(planning.add_decree, decree)

    def retranslate(self) -> None:
        super().retranslate()
        self._show_about()

    def _show_about(self) -> None:
        words, known = self.desk.words, self._known
        self.about.setText(listed((country_name(known.side, words), str(known.year)), words))

    def _laid_out(self, fields: Sequence[tuple[QWidget, str]]) -> list[Labelled]:
        """The fields with their captions, two in a row, so that all of them fit a small screen."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        made = [Labelled(field) for field, _ in fields]
        for at, (labelled, (_, text)) in enumerate(zip(made, fields, strict=True)):
            self.texts.bind(labelled.set_caption, text)
            grid.addWidget(labelled, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.form.addLayout(grid)
        return made


def _area() -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)
    area.setFixedHeight(112)  # six lines; what is longer scrolls
    return area
