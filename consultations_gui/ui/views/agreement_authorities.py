"""The dated register of competent authorities, by side (Art. 5(1))."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from consultations_gui.application import agreements, offices
from consultations_gui.domain.agreement import AgreementFacts, Authority
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk, Outcome
from consultations_gui.ui.dialogs.authority import AuthorityDialog
from consultations_gui.ui.dialogs.holding import Aside
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.agreement_authorities import COLUMNS, NAME
from consultations_gui.ui.models.rows import RowsModel
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.agreement_facts import FactsPage
from consultations_gui.ui.widgets.labels import Card, EmptyState, Role, label
from consultations_gui.ui.widgets.tables import RowsTable

WIDEST = 1100


class AuthoritiesPage(FactsPage):
    """Add, edit, end. An authority that ended stays in the register."""

    title = N_("Competent authorities")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        inside = self.body.parentWidget()
        if inside is not None:
            inside.setMaximumWidth(WIDEST)
        self.aside = Aside(desk)
        self.rows: RowsModel[Authority] = RowsModel(COLUMNS, desk.words, self)
        self.table = RowsTable(self.rows, stretch=NAME)
        self.table.setMinimumHeight(260)
        texts.name(self.table, N_("Competent authorities"))
        self.table.opened.connect(lambda _row: self._edit())
        self.empty = EmptyState()
        self.empty.step.clicked.connect(self._add)
        self.add, self.edit, self.end = QPushButton(), QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        for button, text, act in (
            (self.add, N_("Add an authority…"), self._add),
            (self.edit, N_("Edit…"), self._edit),
            (self.end, N_("Record the end…"), self._end),
        ):
            texts.bind(button.setText, text)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        card = Card()
        texts.bind(card.set_heading, N_("Competent authorities (Art. 5(1))"))
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_("Exchanged through diplomatic channels within 60 days of entry into force."),
        )
        card.body.addWidget(about)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        card.body.addLayout(buttons)
        self.body.addWidget(card)

    def present(self) -> None:
        words, found = self.desk.words, self.facts.authorities
        row = self.table.row
        self.rows.show_rows(found, words)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.say(words.tr("No authority has been entered yet."))
        if found:
            self.table.selectRow(min(max(row, 0), len(found) - 1))
        for button in (self.edit, self.end):
            button.setEnabled(bool(found))

    def finds(self) -> list[Find]:
        return [
            Find(
                f"{one.name_zh} {one.name_ru} {one.note}",
                lambda row=row: self.table.selectRow(row),  # type: ignore[misc]  # the row is bound now
            )
            for row, one in enumerate(self.facts.authorities)
        ]

    def _add(self) -> None:
        office = self.desk.read(offices.show)
        blank = Authority(str(uuid4()), office.side if office else Side.CN, "", "")
        self.aside.show(AuthorityDialog(self.desk, blank, self._keep, self.window()))

    def _edit(self) -> None:
        chosen = self.rows.row(self.table.row)
        if chosen is not None:
            self.aside.show(AuthorityDialog(self.desk, chosen, self._keep, self.window()))

    def _end(self) -> None:
        chosen = self.rows.row(self.table.row)
        if chosen is not None:
            dialog = AuthorityDialog(self.desk, chosen, self._keep, self.window())
            self.aside.show(dialog)
            dialog.end(chosen.until or self.desk.ctx.clock.today())

    def _keep(self, dialog: AuthorityDialog, changed: Authority) -> Outcome[object]:
        before = self.facts.authorities
        known = any(one.uid == changed.uid for one in before)
        after = tuple(changed if one.uid == changed.uid else one for one in before)
        facts = replace(self.facts, authorities=after if known else (*before, changed))
        done: Outcome[AgreementFacts] = self.desk.attempt(
            dialog.refuse, agreements.set_facts, facts
        )
        return Outcome(done.value, done.error)
