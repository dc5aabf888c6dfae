"""The paper beside the editor: the very PDF that an export writes and the printer gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import papers
from consultations_gui.application.ports import Alternat, Copy
from consultations_gui.desktop.settings import PaperMode
from consultations_gui.desktop.tasks import Task
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import C_, N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label

if TYPE_CHECKING:
    from consultations_gui.ui.widgets.pdf_pane import PdfPane

WAIT_MS = 350
"""How long nothing changes before the paper is set again."""

COPIES: tuple[tuple[Copy, str, tuple[str, str]], ...] = (
    (Copy.WORKING, N_("Working copy"), C_("copy", "Working")),
    (Copy.CN, N_("Chinese copy"), C_("copy", "Chinese")),
    (Copy.RU, N_("Russian copy"), C_("copy", "Russian")),
)
"""The copies with their names and what stands on their buttons."""
MODES: tuple[tuple[Alternat, str], ...] = (
    (Alternat.FULL, N_("Full alternat")),
    (Alternat.SIMPLIFIED, N_("Simplified alternat")),
)
ZOOMS: tuple[tuple[str, str], ...] = (
    ("width", N_("Page width")),
    ("page", N_("Whole page")),
    ("1.0", "100 %"),
    ("1.5", "150 %"),
    ("2.0", "200 %"),
)


class PaperPreview(QWidget):
    """Shows one copy of one consultation's agenda as a paper.

    :meth:`show_paper` asks for it; it is set in the background, and a result
    that was overtaken by a newer question is dropped. ``ready(content)``
    follows each paper that came to be shown.
    """

    ready = Signal(bytes)

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._content = b""
        self._error: DomainError | None = None
        self._task: Task | None = None
        self._again = False
        self._pane: PdfPane | None = None
        self.setProperty("role", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._copies = QButtonGroup(self)
        self.copies: dict[Copy, QPushButton] = {}
        self.mode, self.zoom = QComboBox(), QComboBox()
        self.export = QPushButton()
        self.page = label(role=Role.SMALL)
        self.told = label(role=Role.MUTED, wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setContentsMargins(20, 20, 20, 20)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._make)
        self._build(texts)

    @property
    def copy(self) -> Copy:
        """Which paper is shown."""
        return next((copy for copy, b in self.copies.items() if b.isChecked()), Copy.WORKING)

    @property
    def alternat(self) -> Alternat:
        """The order of mention in the two copies."""
        return Alternat(self.mode.currentData() or Alternat.FULL)

    @property
    def content(self) -> bytes:
        """The PDF shown; empty while there is none."""
        return self._content

    def show_paper(self, id: str) -> None:
        """Show the paper of consultation ``id`` as it stands now, in a moment."""
        if id != self._id:
            self._id, self._content = id, b""
        self._timer.start()

    def turn(self, by: int) -> None:
        """Go ``by`` pages on."""
        if self._pane is not None:
            self._pane.turn(by)

    def speak(self) -> None:
        """Say everything in the language in use; the paper itself does not follow the screen."""
        words = self._desk.words
        for box, choices in ((self.mode, MODES), (self.zoom, ZOOMS)):
            for at, (_value, msgid) in enumerate(choices):
                box.setItemText(at, words.tr(msgid))
        if self._error is not None:
            self.told.setText(error_text(self._error, words))
        elif not self._content:
            self.told.setText(words.tr("The paper is being set…"))
        self._tell_page()

    def restyle(self) -> None:
        """Lay the paper on the theme's own ground."""
        if self._pane is not None:
            palette = self._pane.palette()
            palette.setColor(QPalette.ColorRole.Dark, QColor(self._desk.theme.tokens.sunken))
            self._pane.setPalette(palette)

    # --- building ---------------------------------------------------------------------------

    def _build(self, texts: Texts) -> None:
        choices = FlowLayout(spacing=6)
        for copy, msgid, short in COPIES:
            choices.addWidget(self._copy_button(texts, copy, msgid, short))
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 0)
        top.setSpacing(6)
        top.addLayout(choices)
        top.addLayout(self._second_row(texts))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.mode.activated.connect(self._choose_mode)
        self.zoom.activated.connect(self._choose_zoom)
        self.speak()

    def _second_row(self, texts: Texts) -> QHBoxLayout:
        texts.name(self.mode, N_("Order of mention"))
        texts.name(self.zoom, N_("Size of the paper"))
        texts.bind(self.export.setText, N_("Export…"))
        choices = FlowLayout(spacing=6)
        for box, offers in ((self.mode, MODES), (self.zoom, ZOOMS)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for value, _msgid in offers:
                box.addItem("", str(value))
            choices.addWidget(box)
        choices.addWidget(self.export)
        simple = self._desk.preferences.value.paper_mode is PaperMode.SIMPLIFIED
        self.mode.setCurrentIndex(int(simple))
        self.mode.hide()
        self.page.setMinimumHeight(32)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addLayout(choices, 1)
        for widget in (
            self._page_button(texts, "chevron-up", N_("Previous page"), -1),
            self.page,
            self._page_button(texts, "chevron-down", N_("Next page"), 1),
        ):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _copy_button(
        self, texts: Texts, copy: Copy, msgid: str, short: tuple[str, str]
    ) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setChecked(copy is Copy.WORKING)
        button.setProperty("role", "choice")
        texts.bind(button.setText, short[1], context=short[0])
        texts.name(button, msgid)
        button.clicked.connect(self._make)
        self._copies.addButton(button)
        self.copies[copy] = button
        return button

    def _page_button(self, texts: Texts, icon: str, msgid: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setIcon(self._desk.theme.icon(icon, "muted"))
        texts.name(button, msgid)
        texts.bind(button.setToolTip, msgid)
        button.clicked.connect(lambda: self.turn(by))
        return button

    # --- making the paper -------------------------------------------------------------------

    def _make(self) -> None:
        self._timer.stop()
        self.mode.setVisible(self.copy is not Copy.WORKING)
        if not self._id or not self.isVisible():
            return
        if self._task is not None:
            self._again = True
            return
        asked = (self._id, self.copy, self.alternat)
        self._task = self._desk.start(
            self._desk.words.tr("Setting the paper"),
            lambda ctx, _task: papers.preview(ctx, *asked),
            lambda content: self._show(asked, content),
            on_error=lambda error: self._refuse(asked, error),
        )
        self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self._make()

    def _current(self, asked: tuple[str, Copy, Alternat]) -> bool:
        return not self._again and asked == (self._id, self.copy, self.alternat)

    def _show(self, asked: tuple[str, Copy, Alternat], content: bytes) -> None:
        if not self._current(asked):
            return
        self._error = None
        if content != self._content:
            self._content = content
            self._open_pane().show_pdf(content)
        self._stack.setCurrentWidget(self._open_pane())
        self.ready.emit(content)

    def _refuse(self, asked: tuple[str, Copy, Alternat], error: DomainError) -> None:
        if self._current(asked):
            self._error, self._content = error, b""
            self._stack.setCurrentWidget(self.told)
            self.speak()

    def _open_pane(self) -> PdfPane:
        if self._pane is None:
            from consultations_gui.ui.widgets.pdf_pane import PdfPane  # noqa: PLC0415  # QtPdf

            self._pane = PdfPane(self)
            self._pane.setAccessibleName(self._desk.words.tr(N_("The paper")))
            self._pane.fit_width()
            self.restyle()
            self._pane.turned.connect(self._tell_page)
            self._stack.addWidget(self._pane)
        return self._pane

    def _tell_page(self) -> None:
        pane = self._pane
        shown = pane is not None and pane.pages > 0
        self.page.setText(f"{pane.page} / {pane.pages}" if pane is not None and shown else "")

    def _choose_mode(self) -> None:
        mode = PaperMode.FULL if self.alternat is Alternat.FULL else PaperMode.SIMPLIFIED
        self._desk.preferences.update(paper_mode=mode)
        self._make()

    def _choose_zoom(self) -> None:
        self._open_pane().scale_to(self.zoom.currentData())
