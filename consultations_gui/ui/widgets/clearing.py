"""Taking widgets off the screen.

``deleteLater`` alone leaves a widget painted, in the corner of its parent,
until the event loop comes round to delete it: it is hidden first.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def discard(widget: QWidget) -> None:
    """Take ``widget`` off the screen now, and delete it when the event loop comes round."""
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Empty ``layout``, and the layouts in it, of their widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            discard(widget)
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
