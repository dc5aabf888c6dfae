"""The buttons above the agenda table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.views.agenda_acts import AgendaActs
from consultations_gui.ui.widgets.flow import FlowLayout


class AgendaTools(QWidget):
    """What is added to the agenda, how a row is moved, and which panes are shown."""

    def __init__(
        self, theme: ThemeSwitch, acts: AgendaActs, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.details, self.paper = QToolButton(), QToolButton()
        self.more = QPushButton()
        self.standing, self.imported = QAction(self), QAction(self)
        menu = QMenu(self.more)
        for action, msgid in (
            (self.standing, N_("Standing items of Art. 5(4)")),
            (self.imported, N_("Rows of a table (CSV, XLSX)…")),
        ):
            texts.bind(action.setText, msgid)
            menu.addAction(action)
        self.more.setMenu(menu)
        texts.bind(self.more.setText, N_("Add"))
        for button, msgid, icon in (
            (self.details, N_("Details of the item"), "info"),
            (self.paper, N_("The paper beside the table"), "file-text"),
        ):
            button.setCheckable(True)
            button.setProperty("role", "quiet")
            button.setIcon(theme.icon(icon))
            texts.bind(button.setToolTip, msgid)
            texts.name(button, msgid)
        self.paper.setChecked(True)
        row = FlowLayout(spacing=4)
        for name in ("add", "add_break"):
            row.addWidget(acts.button(name, texts, worded=True))
        row.addWidget(self.more)
        for name in ("up", "down", "shallower", "deeper", "remove"):
            row.addWidget(acts.button(name, texts))
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 10, 12, 8)
        across.setSpacing(6)
        across.addLayout(row, 1)
        for button in (self.details, self.paper):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
