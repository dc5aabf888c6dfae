"""A key's fingerprint in large groups of digits, to be read out and compared."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from consultations_gui.domain.keys import GROUPS, OfficeKey, fingerprint
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.fonts import sized
from consultations_gui.ui.widgets.labels import Role, label

DIGITS_PX = 20
A_LINE = 4


class Fingerprint(QWidget):
    """Eight groups in two lines, and the public key below; both can be copied."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._caption = label(role=Role.MUTED)
        texts.bind(self._caption.setText, N_("Fingerprint, line by line"))
        self.groups = tuple(label() for _ in range(GROUPS))
        self.public = label(role=Role.SMALL, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(A_LINE, 1)
        for number, group in enumerate(self.groups):
            group.setFont(sized(self.font(), DIGITS_PX, bold=True))
            group.setStyleSheet(f"font-size: {DIGITS_PX}px; font-weight: 600;")
            grid.addWidget(group, *divmod(number, A_LINE))
        for shown in (*self.groups, self.public):
            selectable(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._caption)
        column.addLayout(grid)
        column.addWidget(self.public)

    @property
    def digits(self) -> str:
        """The fingerprint shown, as it is read out."""
        return " ".join(group.text() for group in self.groups)

    def show_key(self, key: OfficeKey | None) -> None:
        """Show a key, in the language in use; hidden where there is none."""
        self.setVisible(key is not None)
        if key is None:
            return
        digits = fingerprint(key.public)
        for shown, group in zip(self.groups, digits.split(" "), strict=True):
            shown.setText(group)
        words = self._desk.words
        self.public.setText(words.tr("Public key: {key}", key=key.public))
        self.setAccessibleName(words.tr("Fingerprint: {digits}", digits=digits))


def selectable(shown: QLabel) -> None:
    """Let a text be marked and copied, by mouse and by keyboard."""
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
