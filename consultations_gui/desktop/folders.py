"""Opening a folder or file in the program the person uses for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_path(path: Path) -> bool:
    """Show a folder in the file manager, or a file in its own program.

    Returns whether that was asked of the system with success; ``False`` for a
    path that is not there any more.
    """
    if not path.exists():
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.resolve())))


def open_folder_of(path: Path) -> bool:
    """Show the folder that holds ``path`` (or ``path`` itself if it is a folder)."""
    return open_path(path if path.is_dir() else path.parent)
