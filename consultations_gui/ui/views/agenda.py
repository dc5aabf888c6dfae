"""The agenda editor: both texts side by side, and the paper beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from consultations_gui.application import agendas, offices
from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.parties import CityBook, Lang, Side
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import ExportDialog
from consultations_gui.ui.dialogs.import_agenda import ImportDialog
from consultations_gui.ui.models.agenda_cells import Draft
from consultations_gui.ui.models.agenda_model import LANGS, AgendaModel, Column
from consultations_gui.ui.models.agenda_rows import ItemEntry
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Find, Heading, View
from consultations_gui.ui.views.agenda_acts import ACTS, AgendaActs
from consultations_gui.ui.views.agenda_details import AgendaDetails
from consultations_gui.ui.views.agenda_print import print_paper
from consultations_gui.ui.views.agenda_sides import SidesMenu, StatusChip
from consultations_gui.ui.views.agenda_strip import AgendaStrip
from consultations_gui.ui.views.agenda_table import AgendaTable
from consultations_gui.ui.views.agenda_tools import AgendaTools
from consultations_gui.ui.views.agenda_work import AgendaWork
from consultations_gui.ui.widgets.labels import EmptyState
from consultations_gui.ui.widgets.paper_preview import PaperPreview
from consultations_gui.ui.widgets.splitter import RememberedSplitter

ACROSS = ("agenda.across", Qt.Orientation.Horizontal, (660, 400))
DOWN = ("agenda.down", Qt.Orientation.Vertical, (430, 240))
"""The two splitters: name in the person's settings, direction, first sizes."""
BESIDE = 940
"""The width from which the paper has room beside both texts."""


class AgendaEditorView(View):
    """Edits the agenda of one consultation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._narrow = False
        self._view: AgendaView | None = None
        self._cities = CityBook()
        self.work = AgendaWork(desk, self)
        self.model = AgendaModel(desk.words, self)
        self.table = AgendaTable(desk, self.work, self.model)
        self.texts.name(self.table, N_("Agenda"))
        self.acts = AgendaActs(desk, self.work, self.model, self.table, self.texts)
        self.bar = AgendaTools(desk.theme, self.acts, self.texts)
        self.strip = AgendaStrip(desk, self.texts)
        self.details = AgendaDetails(desk, self.work, self.texts)
        self.preview = PaperPreview(desk, self.texts)
        self.empty = EmptyState()
        self._chip = StatusChip()
        self._chip.setParent(self)  # or it would be a window of its own until the header takes it
        self.sides = SidesMenu(desk, self.work, self.texts, self.flush)
        self.print_button = QPushButton()
        self.panel = QScrollArea()
        self._across = RememberedSplitter(desk, *ACROSS)
        self._down = RememberedSplitter(desk, *DOWN)
        self._build()
        self._connect()

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        self._down.addWidget(self._table_side())
        self.panel.setProperty("role", "page")
        self.panel.setWidgetResizable(True)
        self.panel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel.setMinimumHeight(120)
        self.panel.setWidget(self.details)
        self._down.addWidget(self.panel)
        self.panel.hide()
        self._across.addWidget(self._down)
        self._across.addWidget(self.preview)
        self._across.restore()
        self._down.restore()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)
        self.print_button.setProperty("role", "primary")
        self.texts.bind(self.print_button.setText, N_("Print…"))

    def _table_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self.empty.setContentsMargins(20, 0, 20, 0)
        column.addWidget(self.empty, 1)
        column.addWidget(self.strip)
        return side

    def _connect(self) -> None:
        self.work.kept.connect(self._keep)
        self.work.pointed.connect(self.table.point)
        self.table.focused.connect(self._show_row)
        self.bar.standing.triggered.connect(self._add_standing)
        self.empty.step.clicked.connect(self._add_standing)
        self.bar.imported.triggered.connect(self._import)
        self.strip.gap.clicked.connect(self.acts.go_to_gap)
        self.preview.export.clicked.connect(self._export)
        self.print_button.clicked.connect(self._print)
        self.bar.details.toggled.connect(self._toggle_details)
        self.strip.opened.connect(self._open_details)
        self.bar.paper.toggled.connect(self._toggle_paper)
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Print), self._print),
            (QKeySequence("Ctrl+E"), self._export),
            (QKeySequence("F6"), self._next_pane),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- reading and showing ----------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.id != self._id:
            self._id = place.id
            self.table.setCurrentIndex(self.table.rootIndex())
        self.refresh()
        if place.part:
            self.table.point(place.part)

    def load(self) -> None:
        if not self._id:
            return
        self._view = self.desk.read(agendas.show, self._id)
        self._cities = self.desk.read(offices.city_book) or CityBook()
        office = self.desk.read(offices.show)
        self.table.put_first(office.side if office else Side.CN)

    def present(self) -> None:
        self.work.view = self._view
        self.model.show(self._view, self._cities, self.desk.words)
        self.strip.show_view(self._view)
        self._chip.show_view(self.desk, self._view)
        words = self.desk.words
        self.empty.say(
            words.tr(
                "Nothing stands on this agenda yet. Begin with the standing items of Art. 5(4)."
            ),
            words.tr("Add the standing items"),
        )
        filled = bool(self._view and self._view.rows)
        self.empty.setVisible(not filled)
        self.table.setVisible(filled)
        self.table.select_first()
        self._show_row(self.table.uid())
        self.preview.speak()
        if self._view is not None:
            self.preview.show_paper(self._id)

    def heading(self) -> Heading:
        words = self.desk.words
        crumbs = [Crumb(words.tr("Consultations"), Place("consultations"))]
        if self._view is not None:
            one = self._view.consultation
            crumbs.append(Crumb(name_text(one, words), Place("consultation", one.id), short=one.id))
        return Heading(words.tr("Agenda"), crumbs=tuple(crumbs))

    def lead(self) -> Sequence[QWidget]:
        return (self._chip,)

    def tools(self) -> Sequence[QWidget]:
        return (self.sides, self.print_button)

    def finds(self) -> Iterable[Find]:
        for entry in self.model.listed:
            if isinstance(entry, ItemEntry):
                item = entry.row.item
                for column, lang in LANGS.items():
                    yield Find(item.text.text(lang), partial(self._reveal, item.uid, column))
                yield Find(item.speakers, partial(self._reveal, item.uid))

    def commands(self) -> Sequence[Command]:
        keys = {act.name: act.key for act in ACTS}
        found = [
            Command(action.text(), action.trigger, keys[name])
            for name, action in self.acts.actions.items()
            if action.isEnabled()
        ]
        words = self.desk.words
        return (
            *found,
            Command(words.tr("Print…"), self._print, "Ctrl+P"),
            Command(words.tr("Export…"), self._export, "Ctrl+E"),
            Command(words.tr("Import…"), self._import),
        )

    def flush(self) -> None:
        self.table.flush()
        self.details.flush()
        self.strip.flush()

    def restyle(self) -> None:
        self.table.viewport().update()
        self.preview.restyle()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < BESIDE
        if narrow is not self._narrow:
            # Both texts come first; the paper can still be shown by its button.
            self._narrow = narrow
            self.bar.paper.setChecked(not narrow)

    # --- doing ------------------------------------------------------------------------------

    def _show_row(self, uid: str) -> None:
        drafts = {lang: d for (of, lang), d in self.model.drafts.items() if of == uid}
        self.details.show_row(self._view, uid, drafts)
        self.strip.show_row(self._view, uid, drafts)
        self.acts.refresh()

    def _reveal(self, uid: str, column: Column | None = None) -> None:
        self.table.point(uid, column)

    def _keep(self, uid: str, lang: Lang, draft: Draft | None) -> None:
        self.model.keep(uid, lang, draft)
        if uid == self.table.uid():
            self._show_row(uid)

    def _add_standing(self) -> None:
        self.flush()
        self.work.add_standing()
        self.table.setFocus()

    def _import(self) -> None:
        self.flush()
        self._open_dialog(ImportDialog(self.desk, self._id, self))

    def _export(self) -> None:
        self.flush()
        withheld = len(self._view.withheld) if self._view else 0
        self._open_dialog(ExportDialog(self.desk, self._id, withheld=withheld, parent=self))

    def _print(self) -> None:
        self.flush()
        copy, alternat = self.preview.copy, self.preview.alternat
        print_paper(self.desk, self._id, copy, alternat, self)

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _toggle_details(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.strip.about.setVisible(not shown)  # the same is said below then

    def _open_details(self) -> None:
        self.bar.details.setChecked(True)
        self.details.lead.setFocus()

    def _toggle_paper(self, shown: bool) -> None:
        self.preview.setVisible(shown)
        if shown and self._id:
            self.preview.show_paper(self._id)

    def _next_pane(self) -> None:
        """Go on from the table to the details, the paper and the buttons above."""
        self.flush()
        panes = [self.table, self.details.lead, self.preview.copies[self.preview.copy]]
        shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        inside = (self.table, self.details, self.preview)
        here = next(
            (at for at, pane in enumerate(inside) if pane.isAncestorOf(self.focusWidget())), -1
        )
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)
