"""The way of a scroll bar to where the wheel wants it: in a moment, not in a jump."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QScrollBar

GLIDE_MS = 140


class Glide(QVariantAnimation):
    """Moves one scroll bar. A turn of the wheel during a glide adds to its end."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setDuration(GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._move)
        bar.sliderPressed.connect(self.stop)

    def by(self, pixels: int, *, at_once: bool = False) -> None:
        """Go ``pixels`` further; ``at_once`` without any movement between."""
        moving = self.state() is QVariantAnimation.State.Running
        start = int(self.endValue()) if moving else self._bar.value()
        end = min(max(start + pixels, self._bar.minimum()), self._bar.maximum())
        self.stop()
        if at_once:
            self._bar.setValue(end)
            return
        self.setStartValue(self._bar.value())
        self.setEndValue(end)
        self.start()

    def _move(self, value: object) -> None:
        if isinstance(value, int):
            self._bar.setValue(value)
