"""Line icons painted in the theme's colours, at whatever size and scale the screen asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from consultations_gui.desktop.paths import resource
from consultations_gui.ui.theme.tokens import Tokens

_DISABLED_INK = "muted"


class IconPainter:
    """Renders the shipped line icons and keeps what it rendered."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        self._tokens = tokens
        self._sources: dict[str, str] = {}
        self._made: dict[tuple[str, str, int, int], QPixmap] = {}

    def pixmap(self, name: str, ink: str, size: QSize) -> QPixmap:
        """Icon ``name`` in the token colour ``ink`` at ``size`` device pixels."""
        colour = self._tokens().named()[ink]
        key = (name, colour, size.width(), size.height())
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._render(name, colour, size)
        return found

    def _render(self, name: str, colour: str, size: QSize) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        svg = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        side = min(size.width(), size.height())
        left, top = (size.width() - side) / 2, (size.height() - side) / 2
        svg.render(painter, QRectF(left, top, side, side))
        painter.end()
        return QPixmap.fromImage(image)


class _Engine(QIconEngine):
    """Asks for the theme's colour at each painting, so a theme switch needs a repaint only."""

    def __init__(self, painter: IconPainter, name: str, ink: str) -> None:
        super().__init__()
        self._painter, self._name, self._ink = painter, name, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        ink = _DISABLED_INK if mode == QIcon.Mode.Disabled else self._ink
        # The size comes in device-independent pixels; the picture has ``scale`` times as many.
        made = QPixmap(self._painter.pixmap(self._name, ink, size * scale))
        made.setDevicePixelRatio(scale)
        return made

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        return _Engine(self._painter, self._name, self._ink)


def make_icon(painter: IconPainter, name: str, ink: str = "text") -> QIcon:
    """An icon that follows the theme. ``ink`` names a token colour."""
    return QIcon(_Engine(painter, name, ink))


def draw_icon(
    painter: QPainter, icons: IconPainter, name: str, ink: str, corner: QPoint, side: int
) -> None:
    """Draw an icon ``side`` device-independent pixels wide at ``corner``, sharp at any scale."""
    ratio = painter.device().devicePixelRatio()
    pixels = round(side * ratio)
    pixmap = icons.pixmap(name, ink, QSize(pixels, pixels))
    painter.drawPixmap(QRect(corner, QSize(side, side)), pixmap)
