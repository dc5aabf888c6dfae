"""What a scrolled screen or sheet holds, as high as its words need and no higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """The inside of a scroll area.

    Words that break into lines ask for the height of the narrowest column
    they would fit in; Qt adds these up and leaves as much empty below. Here
    the height follows from the width alone, and is asked for anew whenever
    something inside changes: Qt asks only when the scroll area itself does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 1)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        layout = self.layout()
        if layout and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            wrapped = layout.hasHeightForWidth()
            self.setMinimumHeight(
                layout.totalHeightForWidth(self.width())
                if wrapped
                else layout.totalMinimumSize().height()
            )
        return done
