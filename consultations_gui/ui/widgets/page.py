"""What a scrolled screen or sheet holds, as high as its words need and no higher."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """The inside of a scroll area.

    Words that break into lines ask for the height of the narrowest column
    they would fit in; Qt adds these up and leaves as much empty below. Here
    the height follows from the width alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 1)
