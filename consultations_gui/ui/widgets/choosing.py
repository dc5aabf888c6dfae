"""The system's or Qt's own dialog to choose a file or a folder, in the language in use.

Qt ships no Chinese or Russian for some of its dialog's newer texts; those are
ours. A desktop's own dialog shows its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from consultations_gui.i18n.words import N_, Words

_LABELS = {
    QFileDialog.DialogLabel.LookIn: N_("Look in:"),
    QFileDialog.DialogLabel.FileType: N_("Files of type:"),
}
_TYPE = 2
"""The column of the files' type: one only in most of our dialogs, and not translated by Qt."""
_CHANGED = 3
"""The column of the day a file was changed: its head is wider than Qt makes it."""
WIDTH, HEIGHT = 760, 480


def choose_file(
    parent: QWidget, title: str, at: str, called: str, kinds: Iterable[str], words: Words
) -> str:
    """A file of these ``kinds`` (``"*.csv"``), ``called`` so; empty when none was chosen.

    ``at`` is the file or folder to begin at.
    """
    dialog = _dialog(parent, title, at, words)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{called} ({' '.join(kinds)})")
    return chosen(dialog)


def choose_folder(parent: QWidget, title: str, at: str, words: Words) -> str:
    """A folder; empty when none was chosen. ``at`` is the one to begin in."""
    dialog = _dialog(parent, title, at, words)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return chosen(dialog)


def chosen(dialog: QFileDialog) -> str:
    """Ask the person; what was chosen, or nothing."""
    accepted = dialog.exec()
    found = dialog.selectedFiles()
    dialog.deleteLater()
    return found[0] if accepted and found else ""


def _dialog(parent: QWidget, title: str, at: str, words: Words) -> QFileDialog:
    dialog = QFileDialog(parent, title, _there(at))
    for part, text in _LABELS.items():
        dialog.setLabelText(part, words.tr(text))
    files = dialog.findChild(QTreeView)
    if files is not None:  # Qt's own dialog, not the desktop's
        files.setColumnHidden(_TYPE, True)
        files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        files.header().setSectionResizeMode(_CHANGED, QHeaderView.ResizeMode.ResizeToContents)
        dialog.resize(WIDTH, HEIGHT)
    return dialog


def _there(at: str) -> str:
    """The nearest folder above that exists, where what is named is not there yet."""
    path = Path(at).expanduser()
    return str(next((one for one in (path, *path.parents) if one.exists()), ""))
