"""Whether what is shown has the room it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def squeezed(top: QWidget) -> list[str]:
    """The texts on ``top`` that are lower than their lines, or narrower than their words."""
    found = []
    for shown in top.findChildren(QLabel):
        if not shown.text() or not shown.isVisibleTo(top):
            continue
        needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else -1
        if needed < 0:
            needed = shown.sizeHint().height()
        narrow = not shown.wordWrap() and shown.width() < shown.sizeHint().width()
        if shown.height() < needed or narrow:
            found.append(shown.text())
    return found
