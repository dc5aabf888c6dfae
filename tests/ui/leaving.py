"""Windows that go when they are told to, not when an event loop comes by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent


def let_go() -> None:
    """Delete now what Qt was told to delete later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
