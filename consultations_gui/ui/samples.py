"""The sample data on the screen: marked as such, taken out by one click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.labels import label


def remove_sample(desk: Desk) -> None:
    """Take the sample out and say how much that was; it can be undone."""
    from consultations_gui.application import demo  # noqa: PLC0415  # rarely, and it needs all
    from consultations_gui.ui.offers import undo_offer  # noqa: PLC0415  # as above

    done = desk.run(demo.remove_sample)
    if done.value is not None:
        count = done.value
        desk.tell(
            lambda words: words.trn(
                "{n} consultation of the sample was removed",
                "{n} consultations of the sample were removed",
                count,
            ),
            undo_offer(desk),
        )


class SampleNotice(QFrame):
    """A line that says that sample data is shown, and removes it."""

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        words = label(wrap=True)
        texts.bind(words.setText, N_("This is sample data, made up for looking around."))
        self.remove = QPushButton()
        texts.bind(self.remove.setText, N_("Remove the sample data"))
        self.remove.clicked.connect(lambda: remove_sample(desk))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
