"""Which controls of a screen a screen reader could not name."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


def unnamed(screen: QWidget) -> list[str]:
    """Class and object name of every visible control that can be reached and has no name."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in screen.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and not _inside(widget)
        and not _name(widget)
    ]


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _inside(widget: QWidget) -> bool:
    """A part of a control: the line of a spin box, the corner of a table, a scroll bar."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QScrollBar):
            return True
        if isinstance(parent, QLineEdit):
            return True
        parent = parent.parentWidget()
    return False
