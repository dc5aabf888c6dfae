"""A divided pane that is found again as it was left."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from consultations_gui.ui.desk import Desk


class RememberedSplitter(QSplitter):
    """Keeps its state in the person's settings under ``name``; ``sizes`` are the first ones."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        orientation: Qt.Orientation,
        sizes: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._desk, self._name, self._first = desk, name, sizes
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda *_: self._keep())

    def restore(self) -> None:
        """Take the state left behind, once all panes are in."""
        kept = self._desk.preferences.value.splitters.get(self._name, "")
        if not kept or not self.restoreState(QByteArray.fromBase64(kept.encode())):
            self.setSizes(list(self._first))
        self.setStretchFactor(0, 1)

    def _keep(self) -> None:
        state = bytes(self.saveState().toBase64().data()).decode()
        self._desk.preferences.remember_splitter(self._name, state)
