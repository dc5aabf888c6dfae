"""What a scrolled screen or sheet holds, as high as its words need and no higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

NARROWEST = 200
"""How narrow a list at the side may become."""


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


class PageArea(QScrollArea):
    """Scrolls its :attr:`page` up and down; :attr:`column` takes what stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = Page()
        self.column = QVBoxLayout(self.page)
        self.setWidget(self.page)


class ListedPage(QSplitter):
    """A list at the side, and beside it a page that scrolls and takes what room there is.

    :attr:`column` takes what stands on the page. The list is ``width`` wide;
    it gives way, down to :data:`NARROWEST`, where the page would be cut off
    at its right. Once a person has moved the handle it stays where it is.
    """

    def __init__(self, side: QWidget, width: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._width, self._moved = width, False
        self.scroller = PageArea()
        self.column = self.scroller.column
        self.column.setContentsMargins(20, 16, 20, 20)
        self.column.setSpacing(12)
        self.setChildrenCollapsible(False)
        self.addWidget(side)
        self.addWidget(self.scroller)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(lambda *_: self._keep())
        self.scroller.page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self._moved = True

    def _share(self) -> None:
        if self._moved:
            return
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        needed = self.scroller.page.minimumSizeHint().width() + bar + self.handleWidth()
        side = max(NARROWEST, min(self._width, self.width() - needed))
        self.setSizes([side, self.width() - side - self.handleWidth()])


def fill(screen: QWidget, widget: QWidget) -> None:
    """Let a widget take the whole of a screen."""
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(widget)
