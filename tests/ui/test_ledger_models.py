"""The tables of the ledger and of an import keep Qt's rules and are spoken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from consultations_gui.application import ledger_import
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.rotation import ledger
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.intake_rows import (
    INTAKE_COLUMNS,
    OTHER_COLUMNS,
    IntakeRow,
    OtherRow,
)
from consultations_gui.ui.models.ledger_rows import LEDGER_COLUMNS, LedgerModel, LedgerRow, Of
from consultations_gui.ui.models.rows import RowsModel
from tests.application.fakes import FakeTables, make_context
from tests.application.test_ledger_import import PUBLIC_RECORD, table
from tests.domain.rounds import CN, SISTER

EN = words_for(Language.EN)
SAID = Qt.ItemDataRole.AccessibleTextRole
ACROSS = Qt.Orientation.Horizontal


def test_the_ledger_s_model(qapp: object, qtmodeltester: Any) -> None:
    model = LedgerModel(LEDGER_COLUMNS, EN)
    rows = [LedgerRow(entry, CityBook()) for entry in ledger(SISTER, CN).entries]
    model.show_rows(rows, EN)
    qtmodeltester.check(model)
    assert model.headerData(Of.HOST, ACROSS) == "Host"
    assert model.headerData(Of.HOST, ACROSS, SAID) == "Host"
    assert model.index(0, Of.HOST).data(SAID) == "Host: China"
    assert model.index(1, Of.DATES).data(SAID) == "Dates: January 2013"


def test_the_models_of_an_import(qapp: object, qtmodeltester: Any) -> None:
    ours = "2016-05||1|CN||Beijing"
    ctx = make_context(tables=FakeTables(table(*PUBLIC_RECORD, ours)))
    found = ledger_import.preview(ctx, Path("rounds.csv"))
    taken: RowsModel[IntakeRow] = RowsModel(INTAKE_COLUMNS, EN)
    taken.show_rows([IntakeRow(one, None, CityBook()) for one in found.entries], EN)
    qtmodeltester.check(taken)
    apart: RowsModel[OtherRow] = RowsModel(OTHER_COLUMNS, EN)
    apart.show_rows([OtherRow(one, CityBook()) for one in found.others[0].ledger.entries], EN)
    qtmodeltester.check(apart)
    assert apart.index(0, 3).data(SAID) == "Host: China"
