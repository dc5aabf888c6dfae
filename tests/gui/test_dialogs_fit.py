"""Every form fits the smallest window the program works in, in each language, with nothing cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, proposals
from consultations_gui.application.demo import SampleReport
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.city import CityDialog
from consultations_gui.ui.dialogs.consultation_steps import (
    CancelDialog,
    HeldDialog,
    PostponeDialog,
    TurnDialog,
)
from consultations_gui.ui.dialogs.decree import DecreeDialog
from consultations_gui.ui.dialogs.delegate import DelegateDialog
from consultations_gui.ui.dialogs.export import ExportDialog
from consultations_gui.ui.dialogs.hosting import OutOfTurnDialog, SwapDialog
from consultations_gui.ui.dialogs.import_agenda import ImportDialog
from consultations_gui.ui.dialogs.import_blackouts import ImportBlackoutsDialog
from consultations_gui.ui.dialogs.import_decrees import ImportDecreesDialog
from consultations_gui.ui.dialogs.import_ledger import ImportLedgerDialog
from consultations_gui.ui.dialogs.invite import InviteDialog
from consultations_gui.ui.dialogs.keys import ExportKeyDialog, RevokeKeyDialog, TrustKeyDialog
from consultations_gui.ui.dialogs.new_consultation import NewConsultationDialog
from consultations_gui.ui.dialogs.note import NoteDialog
from consultations_gui.ui.dialogs.periods import BlackoutDialog, SeasonDialog
from consultations_gui.ui.dialogs.tags import TagsDialog
from consultations_gui.ui.dialogs.transmit import TransmitDialog
from consultations_gui.ui.dialogs.year_sheet import YearSheetDialog

WIDTH, HEIGHT = 1024, 700
FRAME = 30
"""What a window manager takes for its title line."""


def first(desk: Desk) -> Consultation:
    return consultations.show(desk.ctx, "R1")


def second(desk: Desk) -> Consultation:
    return consultations.show(desk.ctx, "R2")


DIALOGS: dict[str, Callable[[Desk, QWidget], QDialog]] = {
    "new": lambda desk, parent: NewConsultationDialog(desk, parent=parent),
    "postpone": lambda desk, parent: PostponeDialog(desk, first(desk), parent),
    "cancel": lambda desk, parent: CancelDialog(desk, first(desk), parent),
    "held": lambda desk, parent: HeldDialog(desk, first(desk), parent),
    "turn": lambda desk, parent: TurnDialog(desk, first(desk), parent),
    "out of turn": lambda desk, parent: OutOfTurnDialog(desk, first(desk), parent),
    "swap": lambda desk, parent: SwapDialog(desk, first(desk), (second(desk),), parent),
    "delegate": lambda desk, parent: DelegateDialog(
        desk, first(desk).delegation(Side.RU).delegates[0], parent
    ),
    "export": lambda desk, parent: ExportDialog(desk, "R1", withheld=2, parent=parent),
    "agenda table": lambda desk, parent: ImportDialog(desk, "R1", parent),
    "ledger table": ImportLedgerDialog,
    "blackouts": ImportBlackoutsDialog,
    "decrees": ImportDecreesDialog,
    "invite": lambda desk, parent: InviteDialog(desk, "R1", parent),
    "note": lambda desk, parent: NoteDialog(desk, "P1", parent),
    "year sheet": lambda desk, parent: YearSheetDialog(desk, 2027, parent),
    "transmit": lambda desk, parent: TransmitDialog(desk, proposals.show(desk.ctx, "P1"), parent),
    "tags": lambda desk, parent: TagsDialog(desk, ("2.1",), parent),
    "city": CityDialog,
    "decree": lambda desk, parent: DecreeDialog(desk, Decree(Side.CN, 2027), parent),
    "blackout": BlackoutDialog,
    "season": SeasonDialog,
    "export key": ExportKeyDialog,
    "trust key": TrustKeyDialog,
    "revoke key": lambda desk, parent: RevokeKeyDialog(desk, Side.CN, own=True, parent=parent),
}


@pytest.mark.parametrize("language", Language)
def test_every_form_fits_the_smallest_window(
    desk: Desk, sample: SampleReport, qtbot: QtBot, language: Language
) -> None:
    assert sample.rounds
    desk.choose_language(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    large: dict[str, tuple[int, int]] = {}
    cut: dict[str, list[str]] = {}
    for name, make in DIALOGS.items():
        dialog = make(desk, parent)
        dialog.show()
        layout = dialog.layout()
        assert layout is not None
        needs = (
            dialog.minimumSizeHint().width(),
            layout.totalMinimumHeightForWidth(dialog.width()),
        )
        if needs[0] > WIDTH or needs[1] > HEIGHT - FRAME:
            large[name] = needs
        children = (c for c in dialog.children() if isinstance(c, QWidget) and c.isVisible())
        over = [type(c).__name__ for c in children if c.geometry().right() >= dialog.width()]
        if over:
            cut[name] = over
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        dialog.close()
        dialog.deleteLater()
    assert large == {}
    assert cut == {}
