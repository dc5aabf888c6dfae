"""All consultations: when, where, how they stand, whether their agendas are ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import agendas, consultations, offices
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.consultation_rules import TRANSITIONS, Action
from consultations_gui.domain.parties import CityBook
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.new_consultation import NewConsultationDialog
from consultations_gui.ui.models.consultation_list import Column, ConsultationsModel
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.places import NEW, Place
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.view import Command, Find, Heading, View
from consultations_gui.ui.views.consultation_acts import ConsultationActs
from consultations_gui.ui.views.consultation_paint import ConsultationDelegate
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import EmptyState
from consultations_gui.ui.widgets.tables import RowsTable

AHEAD = tuple(TRANSITIONS[Action.HOLD])
"""The statuses of what is still to come: what can still be held."""
ROOMY = 950
"""From which width of the table on a column may be as wide as its texts."""
ROOMY_CAPS: dict[int, int] = {
    Column.ID: 70,
    Column.HOST: 98,
    Column.NAME: 190,
    Column.WHEN: 210,
    Column.STATUS: 190,
}
NARROW_CAPS: dict[int, int] = {**ROOMY_CAPS, Column.ID: 66, Column.NAME: 124, Column.WHEN: 108}
"""How wide each column may be; the venue and the agenda share the rest."""
NARROW_AGENDA = 140
"""What the longest word about an agenda needs; in a narrow list the venue has the rest."""


class ConsultationsTable(RowsTable):
    """Rows as high as their texts, so that narrow columns still say everything."""

    def __init__(self, model: ConsultationsModel, theme: ThemeSwitch) -> None:
        super().__init__(model, stretch=(Column.WHERE, Column.AGENDA))
        self.setItemDelegate(ConsultationDelegate(theme, self))
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(Column.WHEN, Qt.SortOrder.AscendingOrder)
        self.grow_rows()

    def fit(self) -> None:
        """Give the columns their widths, less where there is little room."""
        roomy, header = self.width() >= ROOMY, self.horizontalHeader()
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(Column.AGENDA, modes.Stretch if roomy else modes.Fixed)
        self.fit_columns(caps=ROOMY_CAPS if roomy else NARROW_CAPS)
        if not roomy:
            header.resizeSection(Column.AGENDA, NARROW_AGENDA)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class ConsultationsView(View):
    """The list; Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._all: tuple[Consultation, ...] = ()
        self._cities = CityBook()
        self.dialog: NewConsultationDialog | None = None
        self.model = ConsultationsModel(desk.words, self)
        self.table = ConsultationsTable(self.model, desk.theme)
        self.texts.name(self.table, N_("Consultations"))
        self.status, self.kind = QComboBox(), QComboBox()
        self.add = QPushButton()
        self.add.setProperty("role", "primary")
        self.texts.bind(self.add.setText, N_("New consultation…"))
        self.ledger = QPushButton()
        self.texts.bind(self.ledger.setText, N_("Ledger"))
        self.open_button, self.agenda_button = QToolButton(), QToolButton()
        self.texts.bind(self.open_button.setText, N_("Open"))
        self.texts.bind(self.agenda_button.setText, N_("Agenda"))
        self.acts = ConsultationActs(desk, self)
        self.empty = EmptyState()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.texts.name(self.status, N_("Status"))
        self.texts.name(self.kind, N_("Kind"))
        for box, values in ((self.status, ("", "ahead", *Status)), (self.kind, ("", *Kind))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for value in values:
                box.addItem("", str(value))
        self._filled = (QWidget(), self.table, QWidget())
        """What is there for the list alone; without one it could do nothing."""
        filters = QHBoxLayout(self._filled[0])
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self.status)
        filters.addWidget(self.kind)
        filters.addStretch(1)
        acts = FlowLayout(self._filled[2], spacing=6)
        acts.addWidget(self.open_button)
        acts.addWidget(self.agenda_button)
        for action in self.acts.all:
            button = QToolButton()
            button.setDefaultAction(action)
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._filled[0])
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._filled[2])

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _on: self.begin())
        self.ledger.clicked.connect(lambda: self.desk.go("ledger"))
        self.empty.step.clicked.connect(lambda: self.desk.go("year"))
        self.table.opened.connect(lambda _row: self._go("consultation"))
        self.open_button.clicked.connect(lambda: self._go("consultation"))
        self.agenda_button.clicked.connect(lambda: self._go("agenda"))
        self.status.activated.connect(self._filter)
        self.kind.activated.connect(self._filter)
        self.model.agendas_wanted.connect(self._read_agendas)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_acts())

    # --- reading and showing ----------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.part == NEW:
            QTimer.singleShot(0, lambda: self.begin(place.dates))
        elif place.id:
            screen = "agenda" if place.part == "agenda" else "consultation"
            QTimer.singleShot(0, lambda: self.desk.go(screen, place.id))

    def load(self) -> None:
        self._all = self.desk.read(consultations.list_all) or ()
        self._cities = self.desk.read(offices.city_book) or CityBook()

    def present(self) -> None:
        words = self.desk.words
        chosen = self._chosen()
        fixed = ("", words.tr("All statuses")), ("ahead", words.tr("Still to come"))
        for at, text in enumerate((*(t for _v, t in fixed), *(label(s, words) for s in Status))):
            self.status.setItemText(at, text)
        for at, text in enumerate((words.tr("All kinds"), *(label(k, words) for k in Kind))):
            self.kind.setItemText(at, text)
        self.model.show(self._all, self._cities, words)
        self.table.fit()
        self._choose(chosen.id if chosen else self._next())
        for widget in self._filled:
            widget.setVisible(bool(self._all))
        self.empty.setVisible(not self._all)
        self.empty.say(
            words.tr(
                "No consultation is on record yet. Plan the first rounds in the year, or add one."
            ),
            words.tr("Go to the year"),
        )
        self._show_acts()

    def heading(self) -> Heading:
        words = self.desk.words
        note = words.trn("{n} consultation", "{n} consultations", len(self._all))
        return Heading(words.tr("Consultations"), note if self._all else "")

    def tools(self) -> Sequence[QWidget]:
        return (self.ledger, self.add)

    def finds(self) -> Iterable[Find]:
        for one in self.model.rows:
            parts = [one.id, one.basis]
            for language in (Language.ZH, Language.RU):
                words = self.desk.language.words_of(language)
                parts += [name_text(one, words), when_text(one, words)]
                parts.append(where_text(one.venue, self._cities, words))
            yield Find(" ".join(parts), partial(self._choose, one.id))

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        acts = [Command(act.text(), act.trigger) for act in self.acts.all if act.isEnabled()]
        return (Command(words.tr("New consultation…"), self.begin), *acts)

    # --- doing ------------------------------------------------------------------------------

    def begin(self, dates: Dates | None = None) -> None:
        """Let a new consultation be recorded."""
        dialog = self.dialog = NewConsultationDialog(self.desk, dates, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.desk.go("consultation", dialog.made))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _chosen(self) -> Consultation | None:
        row = self.table.row
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _choose(self, id: str) -> None:
        self.table.choose(max(self.model.row_of(id), 0))

    def _next(self) -> str:
        """The nearest one still to come, which one mostly looks for."""
        today = self.desk.ctx.clock.today()
        ahead = (one for one in self.model.rows if one.status in AHEAD and one.dates)
        return next((one.id for one in ahead if one.dates and one.dates.end >= today), "")

    def _go(self, screen: str) -> None:
        one = self._chosen()
        if one is not None:
            self.desk.go(screen, one.id)

    def _show_acts(self) -> None:
        one = self._chosen()
        self.acts.show(one)
        for button in (self.open_button, self.agenda_button):
            button.setEnabled(one is not None)

    def _filter(self) -> None:
        status, kind = str(self.status.currentData()), str(self.kind.currentData())
        chosen = self._chosen()

        def keep(one: Consultation) -> bool:
            fits = one.status in AHEAD if status == "ahead" else status in ("", one.status)
            return fits and kind in ("", one.kind)

        self.model.keep(keep)
        self._choose(chosen.id if chosen else "")
        self._show_acts()

    def _read_agendas(self, ids: tuple[str, ...]) -> None:
        self.desk.start(
            self.desk.words.tr("Reading agendas"),
            lambda ctx, task: read_agendas(ctx, task, ids),
            self.model.know,
        )


def read_agendas(ctx: Context, task: TaskContext, ids: tuple[str, ...]) -> dict[str, AgendaView]:
    """The agendas of several consultations by their IDs."""
    found: dict[str, AgendaView] = {}
    for at, id in enumerate(ids):
        task.report(at, len(ids))
        found[id] = agendas.show(ctx, id)
    return found
