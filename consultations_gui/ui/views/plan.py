"""Planning: the best plans side by side over the years, one of them in detail, and adopting it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from consultations_gui.application import offices, planning
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.planner import Plan
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.plan_rows import (
    PLAN_COLUMNS,
    PlansModel,
    RoundRow,
    RoundsModel,
    plan_rows,
    round_rows,
)
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Find, Heading, View
from consultations_gui.ui.views.plan_aside import PlanAside
from consultations_gui.ui.views.plan_controls import PlanControls
from consultations_gui.ui.views.plan_tables import PlansTable, RoundsTable
from consultations_gui.ui.views.plan_trouble import PlanTrouble
from consultations_gui.ui.views.plan_work import PlanWork
from consultations_gui.ui.widgets.labels import Role, label


class PlanView(View):
    """Each change of a control plans anew; a place's ``part`` is the first year."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cities = CityBook()
        self._begun = False
        self._number = 0
        self.controls = PlanControls(self.texts)
        self.work = PlanWork(desk, self)
        self.plans = PlansModel(PLAN_COLUMNS, desk.words, self)
        self.plans_table = PlansTable(self.plans, desk.theme)
        self.rounds = RoundsModel(desk.words, self)
        self.rounds_table = RoundsTable(self.rounds, desk.theme)
        self.aside = PlanAside(self.texts, desk.words)
        self.trouble = PlanTrouble(desk, self.controls)
        self.state = label(role=Role.SMALL, wrap=True)
        self.adopt = QPushButton()
        self._build()
        self._connect()

    # --- what the window asks ---------------------------------------------------------------

    def load(self) -> None:
        self._cities = self.desk.read(offices.city_book) or self._cities
        if not self._begun:
            wishes = self.desk.read(planning.wishes)
            if wishes is not None:
                self.controls.begin(wishes, self.desk.ctx.clock.today())
                self._begun = True
        self.ask()

    def present(self) -> None:
        self._show_plans()

    def heading(self) -> Heading:
        words = self.desk.words
        return Heading(words.tr("Plan rounds"), "", (Crumb(words.tr("Year"), Place("year")),))

    def tools(self) -> Sequence[QWidget]:
        return (self.adopt,)

    def open(self, place: Place) -> None:
        if place.part.isdigit() and FIRST_YEAR <= int(place.part) <= LAST_YEAR:
            if self.stale:
                self.refresh()
            self.controls.first.box.setValue(int(place.part))

    def commands(self) -> Sequence[Command]:
        row = self._row()
        acts = [self.adopt]
        if row is not None and not row.planned.fact:
            acts += [self.aside.why.pin, self.aside.why.adopt]
        return [Command(act.text(), act.click) for act in acts if act.isEnabled()]

    def finds(self) -> Iterable[Find]:
        for at, row in enumerate(self.rounds.rows):
            cells = (self.rounds.index(at, column) for column in range(self.rounds.columnCount()))
            city = self._cities.find(row.planned.city)
            names = (city.zh, city.ru) if city else ()
            text = " ".join((*(str(cell.data() or "") for cell in cells), *names))
            yield Find(text, partial(self.rounds_table.choose, at))

    def restyle(self) -> None:
        for table in (self.plans_table, self.rounds_table):
            table.viewport().update()

    # --- asking -----------------------------------------------------------------------------

    def ask(self) -> None:
        """Plan anew with the controls and pins as they stand."""
        self.work.ask(self.controls.query(self.work.pins), self.controls.count.value)
        self._show_acts()

    def _pin(self, number: int, start: date | None) -> None:
        self.work.pin(number, start)
        self.ask()

    def _toggle_pin(self) -> None:
        row = self._row()
        if row is not None:
            self._pin(row.planned.number, None if row.pinned else row.planned.start)

    def _move(self, start: date) -> None:
        places = self.work.places
        if places is not None:
            self._pin(places.number, start)

    def _foresee(self) -> None:
        plan = self._plan()
        chosen = self.rounds.chosen
        if plan is not None:
            self.work.ask_foresight(plan if chosen else Plan(()), chosen)
        self._show_acts()

    def _adopt(self) -> None:
        plan = self._plan()
        if plan is not None and self.rounds.chosen:
            # The button has nothing left to do: the keys stay with the rounds.
            self.rounds_table.setFocus()
            self.work.adopt(plan, self.rounds.chosen)

    def _adopt_one(self) -> None:
        plan, row = self._plan(), self._row()
        if plan is not None and row is not None:
            self.rounds_table.setFocus()
            self.work.adopt(plan, (row.planned.number,))

    # --- showing ----------------------------------------------------------------------------

    def _plan(self) -> Plan | None:
        """The plan chosen."""
        row = self.plans.row(self.plans_table.row)
        return row.plan if row else None

    def _row(self) -> RoundRow | None:
        return self.rounds.row(self.rounds_table.row)

    def _show_plans(self) -> None:
        work, words = self.work, self.desk.words
        found = bool(work.plans)
        for part in (self.plans_table, self.split, self.state):
            part.setVisible(found)
        self.trouble.setVisible(work.error is not None)
        if work.error is not None:
            self.trouble.show_error(work.error, work.notice, words)
        if work.answer is not None:
            query = work.answer.query
            self.plans_table.show_axis(query.first_year, query.years, work.answer.provisional)
        chosen = max(self.plans_table.row, 0)
        pins = [number for number, _ in work.pins]
        self.plans.show_rows(plan_rows(work.plans, chosen, pins), words)
        self.plans_table.fit()
        if found:
            self.plans_table.choose(min(chosen, len(work.plans) - 1))
        self._show_rounds()

    def _show_rounds(self) -> None:
        """The rounds of the plan chosen, the same one current as before."""
        work, words, plan = self.work, self.desk.words, self._plan()
        number = self._number
        pins = [pinned for pinned, _ in work.pins]
        rows = round_rows(plan, work.plans[0], pins, self._cities) if plan else ()
        self.rounds.show_rows(rows, words)
        self.rounds_table.fit()
        numbers = [row.planned.number for row in rows]
        free = next((at for at, row in enumerate(rows) if not row.planned.fact), 0)
        self.rounds_table.choose(numbers.index(number) if number in numbers else free)
        self._show_round()
        self._foresee()

    def _show_round(self) -> None:
        row, plan = self._row(), self._plan()
        self._number = row.planned.number if row else self._number
        self.work.places = None
        self.aside.places.show_places(None, self.desk.words)
        if row is not None and plan is not None and not row.planned.fact:
            self.work.ask_places(plan, row.planned.number)
        self._show_acts()

    def _show_places(self) -> None:
        row, places = self._row(), self.work.places
        if row is not None and places is not None and places.number == row.planned.number:
            self.aside.places.show_places(places, self.desk.words)

    def _show_acts(self) -> None:
        words, chosen, settled = self.desk.words, self.rounds.chosen, self.work.settled
        whole = len(chosen) == sum(not row.planned.fact for row in self.rounds.rows)
        one_or_more = words.trn("Adopt {n} round", "Adopt {n} rounds", len(chosen))
        self.adopt.setText(words.tr("Adopt the plan") if whole else one_or_more)
        seen = self.work.foresight
        something = seen is not None and bool(seen.new or seen.moved)
        self.adopt.setEnabled(settled and something and bool(self.work.plans))
        self.aside.why.show_round(self._row(), words, settled=settled)
        self.aside.foresight.show_foresight(self.work.foresight, words)
        self.state.setText(self._said())

    def _said(self) -> str:
        """What the signs on the timelines mean."""
        return self.desk.words.tr(
            "Full: stands already. Dotted ring: elsewhere than in the chosen plan. Underlined: "
            "pinned. Hatched: provisional calendar."
        )

    def _chosen_plan(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and current.row() != previous.row() and self.work.plans:
            self.rounds.tick_all()
            pins = [number for number, _ in self.work.pins]
            rows = plan_rows(self.work.plans, current.row(), pins)
            self.plans_table.keep_current(lambda: self.plans.show_rows(rows, self.desk.words))
            self._show_rounds()

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        self.texts.name(self.plans_table, N_("The best plans"))
        self.texts.name(self.rounds_table, N_("Rounds of the chosen plan"))
        self.adopt.setProperty("role", "primary")
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.rounds_table)
        self.split.addWidget(self.aside)
        self.split.setSizes([250, 250])
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 10, 20, 14)
        inside.setSpacing(8)
        inside.addWidget(self.plans_table)
        inside.addWidget(self.state)
        inside.addWidget(self.split, 1)
        inside.addWidget(self.trouble, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addLayout(inside, 1)
        self.trouble.hide()

    def _connect(self) -> None:
        self.controls.changed.connect(self.ask)
        self.work.planned.connect(self._show_plans)
        self.work.placed.connect(self._show_places)
        self.work.foreseen.connect(self._show_acts)
        self.adopt.clicked.connect(self._adopt)
        self.aside.why.pin.clicked.connect(self._toggle_pin)
        self.aside.why.adopt.clicked.connect(self._adopt_one)
        self.aside.places.wanted.connect(self._move)
        self.trouble.unpinned.connect(lambda number: self._pin(number, None))
        self.rounds.ticked.connect(self._foresee)
        self.plans_table.selectionModel().currentRowChanged.connect(self._chosen_plan)
        self.rounds_table.selectionModel().currentRowChanged.connect(lambda *_: self._show_round())
        self.rounds_table.opened.connect(lambda _row: self._toggle_pin())
