"""What can be done to a row of the agenda: the same actions by key, by menu and by button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.agenda_model import LANGS, AgendaModel, Column
from consultations_gui.ui.models.agenda_rows import DayEntry, ItemEntry
from consultations_gui.ui.views.agenda_table import AgendaTable
from consultations_gui.ui.views.agenda_work import AgendaWork


@dataclass(frozen=True)
class _Act:
    """One action: its name in code, its words, its key, its icon, and fewer words for a button."""

    name: str
    msgid: str
    key: str = ""
    icon: str = ""
    short: str = ""


ACTS: tuple[_Act, ...] = (
    _Act("add", N_("New item"), "Ins", "plus", N_("Item")),
    _Act("add_break", N_("Break"), "Ctrl+Ins", "coffee"),
    _Act("up", N_("Move up"), "Alt+Up", "arrow-up"),
    _Act("down", N_("Move down"), "Alt+Down", "arrow-down"),
    _Act("deeper", N_("One level deeper"), "Alt+Right", "indent-increase"),
    _Act("shallower", N_("One level higher"), "Alt+Left", "indent-decrease"),
    _Act("confirm", N_("Texts are in step"), "Ctrl+Return", "check"),
    _Act("approve_cn", N_("Approved by the Chinese side")),
    _Act("approve_ru", N_("Approved by the Russian side")),
    _Act("remove", N_("Remove"), "Del", "trash-2"),
    _Act("next_gap", N_("Next text to settle"), "F8"),
)

MENU = (
    *("add", "add_break", "", "up", "down", "deeper", "shallower", ""),
    *("confirm", "approve_cn", "approve_ru", "", "remove"),
)
ICON, ICON_BESIDE = QSize(16, 16), QSize(22, 16)
"""Beside words the icon keeps its height and gets some room at both sides."""
ON_ROW = ("up", "down", "deeper", "shallower", "confirm", "approve_cn", "approve_ru", "remove")
"""Actions that need a current row."""


class AgendaActs(QObject):
    """The actions of the editor, bound to its table."""

    def __init__(
        self, desk: Desk, work: AgendaWork, model: AgendaModel, table: AgendaTable, texts: Texts
    ) -> None:
        super().__init__(table)
        self._desk, self._work, self._rows, self._table = desk, work, model, table
        self.actions = {act.name: self._make(act, texts) for act in ACTS}
        self._connect()
        table.focused.connect(lambda _uid: self.refresh())
        table.approvals_asked.connect(self._ask_approvals)
        table.delegate.approve_wanted.connect(lambda uid, side: work.approve(side, uid))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)

    def button(self, name: str, texts: Texts, *, worded: bool = False) -> QToolButton:
        """A button for one action, with its words beside the icon or for readers and tooltip."""
        button = QToolButton()
        act = next(act for act in ACTS if act.name == name)
        style = Qt.ToolButtonStyle
        button.setDefaultAction(self.actions[name])
        if act.short:
            texts.bind(self.actions[name].setIconText, act.short)
        beside, alone = style.ToolButtonTextBesideIcon, style.ToolButtonIconOnly
        button.setToolButtonStyle(beside if worded else alone)
        button.setIconSize(ICON_BESIDE if worded else ICON)
        if not worded:
            button.setProperty("role", "quiet")
        texts.name(button, act.msgid)
        return button

    def refresh(self) -> None:
        """Let each action be possible only where it has something to act on."""
        entry = self._entry()
        for name in ON_ROW:
            self.actions[name].setEnabled(entry is not None)
        if entry is not None:
            item = entry.row.item
            self.actions["confirm"].setEnabled(item.text.lagging is not None)
            for name in ("approve_cn", "approve_ru"):
                self.actions[name].setEnabled(not item.is_break)

    def _make(self, act: _Act, texts: Texts) -> QAction:
        action = QAction(self._table)
        texts.bind(action.setText, act.msgid)
        if act.key:
            action.setShortcut(QKeySequence(act.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if act.icon:
            action.setIcon(self._desk.theme.icon(act.icon))
        self._table.addAction(action)
        return action

    def _connect(self) -> None:
        work = self._work
        for name, act in {
            "add": self._add,
            "add_break": lambda: work.add_break(*self._here()),
            "up": lambda: self._on_row(lambda uid: work.shift(uid, -1)),
            "down": lambda: self._on_row(lambda uid: work.shift(uid, 1)),
            "deeper": lambda: self._on_row(lambda uid: work.indent(uid, 1)),
            "shallower": lambda: self._on_row(lambda uid: work.indent(uid, -1)),
            "confirm": lambda: self._on_row(work.confirm),
            "approve_cn": lambda: self._on_row(lambda uid: work.approve(Side.CN, uid)),
            "approve_ru": lambda: self._on_row(lambda uid: work.approve(Side.RU, uid)),
            "remove": lambda: self._on_row(work.remove),
            "next_gap": self.go_to_gap,
        }.items():
            self.actions[name].triggered.connect(self._settled(act))

    def _settled(self, act: Callable[[], object]) -> Callable[[], None]:
        """``act`` after what is being typed is stored; nothing amid an input method's word."""

        def run() -> None:
            if self._table.field is not None and self._table.field.composing:
                return
            self._table.flush()
            act()

        return run

    def _on_row(self, act: Callable[[str], object]) -> None:
        uid = self._table.uid()
        if uid:
            act(uid)

    def _add(self) -> None:
        uid = self._work.add_item(*self._here())
        if uid:
            self._table.type_into(uid, self._table.first_text())

    def _here(self) -> tuple[str | None, int | None]:
        """What a new row comes behind, and its day where a day's heading is the current row."""
        row = self._table.currentIndex().row()
        entry = self._rows.entry(row)
        items = self._work.items
        if not isinstance(entry, DayEntry):
            return entry.key if entry else (items[-1].uid if items else None), None
        same = [item.uid for item in items if item.day == entry.day]
        above = [e.key for e in self._rows.listed[:row] if isinstance(e, ItemEntry)]
        beside = same or above
        return (beside[-1] if beside else None), entry.day

    def _entry(self) -> ItemEntry | None:
        return self._rows.item(self._table.currentIndex().row())

    def go_to_gap(self) -> None:
        """Go to the next text that is missing or has not followed, round and round."""
        gaps = [
            (row, column)
            for row, entry in enumerate(self._rows.listed)
            if isinstance(entry, ItemEntry)
            for column, lang in LANGS.items()
            if self._open(entry, lang)
        ]
        if not gaps:
            self._desk.tell(lambda words: words.tr("Both texts are in step everywhere"))
            return
        index = self._table.currentIndex()
        here = (index.row(), Column(index.column())) if index.isValid() else (-1, Column.NUMBER)
        row, column = next((gap for gap in gaps if gap > here), gaps[0])
        entry = self._rows.item(row)
        if entry is not None:
            self._table.setFocus()
            self._table.point(entry.key, column)

    def _open(self, entry: ItemEntry, lang: Lang) -> bool:
        kept = (entry.key, lang) in self._rows.drafts
        return kept or entry.row.item.text.state(lang) is not TextState.IN_STEP

    def _menu(self, at: QPoint) -> None:
        self._show_menu(MENU, self._table.viewport().mapToGlobal(at))

    def _ask_approvals(self) -> None:
        box = self._table.visualRect(self._table.currentIndex())
        self._show_menu(
            ("approve_cn", "approve_ru"), self._table.viewport().mapToGlobal(box.bottomLeft())
        )

    def _show_menu(self, names: tuple[str, ...], at: QPoint) -> None:
        menu = self.menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name:
                menu.addAction(self.actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)
