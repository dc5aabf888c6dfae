"""Working calendars: which country-years are fixed by a notice, and which are not yet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from consultations_gui.application import planning
from consultations_gui.application.calendars import DecreeReport, reports, work_calendars
from consultations_gui.application.ports import Context
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.wording import label as choice
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.decreewords import effect_lines
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.decree import DecreeDialog
from consultations_gui.ui.dialogs.import_decrees import ImportDecreesDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.tables import RowsTable

YEARS_BEFORE, YEARS_AFTER = 1, 10
"""Years listed around this one; a year with a notice of the office's own is always listed."""


def calendars(ctx: Context) -> tuple[Decree, ...]:
    """The effective calendar of each country-year that is listed."""
    year = ctx.clock.today().year
    years = set(range(year - YEARS_BEFORE, year + YEARS_AFTER + 1))
    years.update(decree.year for decree in planning.decrees(ctx))
    with ctx.work() as uow:
        found = work_calendars(ctx, uow, min(years), max(years))
    return tuple(found[side].decree(y) for y in sorted(years) for side in Side)


def _state(decree: Decree, words: Words) -> str:
    if decree.origin is Origin.EXTRAPOLATED:
        return words.tr("provisional")
    return words.tr("fixed by a notice")


def _notice(decree: Decree, words: Words) -> str:
    """The notice's number; where there is a notice without one, that."""
    if decree.origin is Origin.EXTRAPOLATED:
        return ""
    if decree.origin is Origin.OFFICE:
        return decree.number or decree.source
    return decree.number or words.tr("number not entered")


def _issued(decree: Decree, words: Words) -> str:
    return short_date(decree.issued, words.language) if decree.issued else ""


ROOMY = 950
"""From which width of the table on nothing in it need be broken."""

COLUMNS: tuple[Column[Decree], ...] = (
    Column(N_("Calendar year"), lambda decree, _words: str(decree.year)),
    Column(N_("Country"), lambda decree, words: country_name(decree.side, words)),
    Column(N_("State"), _state),
    Column(N_("Where it is from"), lambda decree, words: choice(decree.origin, words)),
    Column(N_("Notice"), _notice),
    Column(N_("Issued"), _issued),
)


class CalendarsTable(RowsTable):
    """Gives way in state and notice where there is little room: they go on in another line."""

    def fit_columns(self, widest: int = 320, caps: Mapping[int, int] | None = None) -> None:
        usual = {2: 142, 4: 200} if self.width() >= ROOMY else {2: 110, 4: 150}
        super().fit_columns(widest, caps or usual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()


class CalendarsPage(Page):
    """Lists the country-years; a notice can be entered, corrected or taken back."""

    title = N_("Working calendars")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self.widen()
        self._rows: tuple[Decree, ...] = ()
        self._reports: dict[str, DecreeReport] = {}
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_(
                "Both countries publish each year's days off late. Until the notice is known a "
                "year holds fixed holidays and weekends only and is shown as provisional."
            ),
        )
        self.model = RowsModel(COLUMNS, desk.words, self)
        self.table = CalendarsTable(self.model, stretch=3)
        self.table.grow_rows()
        self.table.setMinimumHeight(300)
        texts.name(self.table, N_("Working calendars"))
        self.enter = QPushButton()
        self.enter.setProperty("role", "primary")
        texts.bind(self.enter.setText, N_("Enter or correct the notice…"))
        self.import_table = QPushButton()
        texts.bind(self.import_table.setText, N_("Import a table…"))
        self.remove = QPushButton()
        texts.bind(self.remove.setText, N_("Take back the office's notice"))
        self.enter.clicked.connect(self._enter)
        self.import_table.clicked.connect(lambda: ImportDecreesDialog(desk, self).exec())
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(lambda _row: self._enter())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self._build(about)

    def _build(self, about: QLabel) -> None:
        row = QHBoxLayout()
        row.addWidget(self.enter)
        row.addWidget(self.import_table)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addWidget(about)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.effect = Card()
        self.texts.bind(self.effect.set_heading, N_("What the office's notice changes"))
        self.lines = label(wrap=True)
        self.effect.body.addWidget(self.lines)
        self.body.addWidget(self.effect)

    @property
    def decree(self) -> Decree | None:
        """The country-year the keys are on."""
        return self.model.row(self.table.row)

    def load(self) -> None:
        self._rows = self.desk.read(calendars) or ()
        self._reports = {one.decree.id: one for one in self.desk.read(reports) or ()}

    def present(self) -> None:
        number = self.table.row
        if number < 0:
            this = self.desk.now().year
            number = next((n for n, one in enumerate(self._rows) if one.year == this), 0)
        self.model.show_rows(self._rows, self.desk.words)
        self.table.selectRow(number)
        self._on_row()

    def finds(self) -> list[Find]:
        words = self.desk.words
        texts = [" ".join(c.text(decree, words) for c in COLUMNS) for decree in self._rows]
        select = self.table.selectRow
        return [Find(text, partial(select, row)) for row, text in enumerate(texts)]

    def _on_row(self) -> None:
        decree = self.decree
        self.enter.setEnabled(decree is not None)
        self.remove.setEnabled(decree is not None and decree.origin is Origin.OFFICE)
        report = self._reports.get(decree.id) if decree is not None else None
        self.effect.setVisible(report is not None)
        if report is not None:
            self.lines.setText("\n".join(effect_lines(report, self.desk.words)))

    def _enter(self) -> None:
        if self.decree is not None:
            DecreeDialog(self.desk, self.decree, self).exec()

    def _remove(self) -> None:
        decree = self.decree
        if decree is None:
            return
        if self.desk.run(planning.remove_decree, decree.id).ok:
            gone = decree.id
            self.desk.tell(
                lambda words: words.tr("The notice {id} was taken back", id=gone),
                undo_offer(self.desk),
            )
