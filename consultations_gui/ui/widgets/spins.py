"""A box for a whole number."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

WIDTH = 96
INSET = 6
"""The style sheet's padding does not reach the line inside a spin box."""


def number_box(low: int, high: int, parent: QWidget | None = None) -> QSpinBox:
    """A box for ``low`` to ``high`` that tells its value when it is complete, not at each digit."""
    box = QSpinBox(parent)
    box.setRange(low, high)
    box.setKeyboardTracking(False)
    box.setFixedWidth(WIDTH)
    box.lineEdit().setTextMargins(INSET, 0, 0, 0)
    return box
