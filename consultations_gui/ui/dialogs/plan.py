"""The best dates for the rounds ahead: looked at first, then taken over as one step."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultations_gui.application import planning
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.planner import Plan, PlannedRound
from consultations_gui.domain.workdays import LAST_YEAR
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name, error_text, explain
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.daywords import cost_rows
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.phrases import listed, named, sentences
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.spins import number_box
from consultations_gui.ui.widgets.tables import RowsTable

MOST_YEARS = 10


class PlanDialog(FormDialog):
    """Plans as soon as it opens and after each change of the years."""

    def __init__(self, desk: Desk, first_year: int, cities: CityBook, parent: QWidget) -> None:
        super().__init__(desk, N_("Plan rounds"), N_("Take the plan over"), parent)
        self._cities = cities
        self._plan: Plan | None = None
        self._asked = 0
        self.first = number_box(first_year, LAST_YEAR)
        self.years = number_box(1, MOST_YEARS)
        self.years.setValue(2)
        self.form.addLayout(self._range())
        self._state = label(role=Role.MUTED, wrap=True)
        self.model = RowsModel(self._columns(), desk.words, self)
        self.table = RowsTable(self.model, stretch=4)
        self.table.setMinimumHeight(220)
        self.texts.name(self.table, N_("Planned rounds"))
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self._why = label(wrap=True)
        self.form.addWidget(self.table)
        self.form.addWidget(self._why)
        self.form.addWidget(self._state)
        self.resize(820, 600)
        for spin in (self.first, self.years):
            spin.valueChanged.connect(self._ask)
        self._ask()

    def finish(self) -> None:
        if self._plan is not None:
            self.do(planning.commit, self._plan)
            self.desk.tell(lambda words: words.tr("The plan was taken over"))

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def _range(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for spin, text in ((self.first, N_("First year")), (self.years, N_("Number of years"))):
            words = label(role=Role.MUTED)
            words.setBuddy(spin)
            self.texts.bind(words.setText, text)
            self.texts.name(spin, text)
            row.addWidget(words)
            row.addWidget(spin)
        row.addStretch(1)
        return row

    def _columns(self) -> tuple[Column[PlannedRound], ...]:
        return (
            Column(N_("Round"), lambda one, words: round_title(one.number, words.language)),
            Column(N_("Host"), _host),
            Column(N_("City"), self._city),
            Column(N_("Dates"), lambda one, words: date_range(one.start, one.end, words.language)),
            Column(N_("Note"), _note),
            Column(N_("Points"), lambda one, _words: "" if one.fact else str(one.cost.total)),
        )

    def _city(self, one: PlannedRound, words: Words) -> str:
        city = self._cities.find(one.city) if one.city else None
        return city_name(city, words.language) if city else one.city

    def _ask(self) -> None:
        self._asked += 1
        asked = self._asked
        query = planning.PlanQuery(self.first.value(), self.years.value())
        self.accept_button.setEnabled(False)
        self._state.setText(self.desk.words.tr("Looking for the best dates…"))

        def work(ctx: Context, _task: TaskContext) -> Plan:
            return planning.propose(ctx, query)

        def done(plan: Plan) -> None:
            if asked == self._asked:
                self._plan = plan
                self._show()

        title = self.desk.words.tr("Planning rounds")
        self.desk.start(title, work, done, on_error=self._refused)

    def _refused(self, error: DomainError) -> None:
        self._plan = None
        self._show()
        self._state.setText(error_text(error, self.desk.words))

    def _show(self) -> None:
        words, plan = self.desk.words, self._plan
        self.model.show_rows(plan.rounds if plan else (), words)
        self.accept_button.setEnabled(plan is not None)
        self._state.setText("")
        if plan is not None:
            self.table.selectRow(0)
            points = words.trn("{n} point in all", "{n} points in all", plan.total_cost)
            self._state.setText(points)
        self._explain()

    def _explain(self) -> None:
        words, one = self.desk.words, self.model.row(self.table.row)
        if one is None:
            self._why.setText("")
            return
        why = sentences((explain(reason, words) for reason in one.reasons), words)
        costs = [named(text, str(points), words) for text, points in cost_rows(one.cost, words)]
        self._why.setText(f"{why}\n{' · '.join(costs)}" if not one.fact else why)


def _host(one: PlannedRound, words: Words) -> str:
    return country_name(one.host, words) if one.host else words.tr("open")


def _note(one: PlannedRound, words: Words) -> str:
    if one.fact:
        return words.tr("stands already")
    if one.provisional:
        countries = listed((country_name(side, words) for side in one.provisional), words)
        return words.tr("calendar provisional: {countries}", countries=countries)
    return ""
