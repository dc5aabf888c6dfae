"""A competent authority as one side notified it (Art. 5(1))."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from consultations_gui.domain.agreement import Authority
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk, Outcome
from consultations_gui.ui.dialogs.channel import DayField
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.widgets.fields import Labelled

Keep = Callable[["AuthorityDialog", Authority], Outcome[object]]


class AuthorityDialog(HoldingSheet):
    """Names, days and a remark; ``keep`` stores what comes of it."""

    def __init__(
        self, desk: Desk, authority: Authority, keep: Keep, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Competent authority"), N_("Save"), parent)
        self._authority, self._keep = authority, keep
        self.side = QComboBox()
        for side in Side:
            self.side.addItem("", side)
        self.side.setCurrentIndex(list(Side).index(authority.side))
        self.zh, self.ru = QLineEdit(authority.name_zh), QLineEdit(authority.name_ru)
        self.note = QLineEdit(authority.note)
        for field, text in (
            (self.side, N_("Side")),
            (self.zh, N_("Name in Chinese")),
            (self.ru, N_("Name in Russian")),
        ):
            self._add(field, text)
        self.notified = DayField(desk, self.texts, N_("Notified on"))
        self.until = DayField(desk, self.texts, N_("Competent until (empty: still is)"))
        self.notified.date.reset(authority.notified)
        self.until.date.reset(authority.until)
        self.content.addWidget(self.notified)
        self.content.addWidget(self.until)
        self._add(self.note, N_("Remark"))
        self.resize(520, 560)
        self._before = self._typed()
        self.present()

    def end(self, day: date) -> None:
        """Fill in a last day and let the person change it."""
        self.until.date.reset(day)
        self.until.date.line.setFocus()

    @property
    def touched(self) -> bool:
        return self._typed() != self._before

    def present(self) -> None:
        for index, side in enumerate(Side):
            self.side.setItemText(index, named(side, self.desk.words))

    def finish(self) -> bool:
        if not all([self.notified.check(), self.until.check()]):
            return False
        changed = replace(
            self._authority,
            side=Side(self.side.currentData()),
            name_zh=self.zh.text().strip(),
            name_ru=self.ru.text().strip(),
            notified=self.notified.date.value(),
            until=self.until.date.value(),
            note=self.note.text().strip(),
        )
        return self._keep(self, changed).ok

    def _add(self, field: QWidget, text: str) -> None:
        labelled = Labelled(field)
        self.texts.bind(labelled.set_caption, text)
        self.content.addWidget(labelled)

    def _typed(self) -> tuple[object, ...]:
        lines = (self.zh, self.ru, self.note, self.notified.date.line, self.until.date.line)
        return (self.side.currentIndex(), *(line.text() for line in lines))
