"""Keys: our own, to be read out by telephone; the other office's, trusted once; the ended ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from consultations_gui.application import office_keys, offices
from consultations_gui.domain.keys import OfficeKey, active, fingerprint
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.keys import ExportKeyDialog, RevokeKeyDialog, TrustKeyDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.fingerprint import Fingerprint
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.tables import RowsTable


def _day(key: OfficeKey, words: Words) -> str:
    return short_date(key.since.astimezone().date(), words.language)


def _ended(key: OfficeKey, words: Words) -> str:
    return short_date(key.revoked.astimezone().date(), words.language) if key.revoked else ""


COLUMNS: tuple[Column[OfficeKey], ...] = (
    Column(N_("Side"), lambda key, words: named(key.side, words)),
    Column(N_("Fingerprint"), lambda key, _words: fingerprint(key.public)),
    Column(N_("Known since"), _day),
    Column(N_("Revoked on"), _ended),
)


class KeysPage(Page):
    """What packets are signed with, and whom this office believes."""

    title = N_("Keys")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._office: Office | None = None
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_(
                "Packets between the two offices are signed. Each office makes its own key; the "
                "other one's is trusted once, after its fingerprint was compared by telephone."
            ),
        )
        self.body.addWidget(about)
        self._own_card()
        self._their_card()
        self._former_card()

    def load(self) -> None:
        self._office = self.desk.read(offices.show)

    def present(self) -> None:
        office, words = self._office, self.desk.words
        keys = office.keys if office else ()
        side = office.side if office else Side.CN
        own, theirs = active(keys, side), active(keys, side.other)
        self.own.show_key(own)
        self.theirs.show_key(theirs)
        self.make.setVisible(own is None)
        for button in (self.export, self.revoke_own):
            button.setVisible(own is not None)
        self.trust.setVisible(theirs is None)
        self.revoke_theirs.setVisible(theirs is not None)
        self._own_text.setText(_own_text(own, words))
        self._their_text.setText(_their_text(theirs, words))
        former = tuple(key for key in keys if key.revoked is not None)
        self._former.setVisible(bool(former))
        self.model.show_rows(former, words)

    # --- building ---------------------------------------------------------------------------

    def _own_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Our own key"))
        self._own_text = label(role=Role.SMALL, wrap=True)
        self.own = Fingerprint(self.desk, self.texts)
        self.make, self.export, self.revoke_own = QPushButton(), QPushButton(), QPushButton()
        self.texts.bind(self.make.setText, N_("Make the key"))
        self.texts.bind(self.export.setText, N_("Save the public key…"))
        self.texts.bind(self.revoke_own.setText, N_("Revoke our key…"))
        self.make.clicked.connect(lambda _on: self.desk.run(office_keys.own))
        self.export.clicked.connect(lambda _on: ExportKeyDialog(self.desk, self).exec())
        self.revoke_own.clicked.connect(lambda _on: self._revoke(own=True))
        card.body.addWidget(self.own)
        card.body.addWidget(self._own_text)
        self._buttons(card, self.make, self.export, self.revoke_own)

    def _their_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("The other office's key"))
        self._their_text = label(role=Role.SMALL, wrap=True)
        self.theirs = Fingerprint(self.desk, self.texts)
        self.trust, self.revoke_theirs = QPushButton(), QPushButton()
        self.trust.setProperty("role", "primary")
        self.texts.bind(self.trust.setText, N_("Trust a key from a file…"))
        self.texts.bind(self.revoke_theirs.setText, N_("Revoke their key…"))
        self.trust.clicked.connect(lambda _on: TrustKeyDialog(self.desk, self).exec())
        self.revoke_theirs.clicked.connect(lambda _on: self._revoke(own=False))
        card.body.addWidget(self.theirs)
        card.body.addWidget(self._their_text)
        self._buttons(card, self.trust, self.revoke_theirs)

    def _former_card(self) -> None:
        self._former = Card()
        self.texts.bind(self._former.set_heading, N_("Keys that were revoked"))
        self.model = RowsModel(COLUMNS, self.desk.words, self)
        self.table = RowsTable(self.model, stretch=1)
        self.table.setMinimumHeight(130)
        self.texts.name(self.table, N_("Keys that were revoked"))
        self._former.body.addWidget(self.table)
        self.body.addWidget(self._former)

    def _buttons(self, card: Card, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for button in buttons:
            row.addWidget(button)
        card.body.addLayout(row)
        self.body.addWidget(card)

    def _revoke(self, *, own: bool) -> None:
        if self._office is not None:
            side = self._office.side if own else self._office.side.other
            RevokeKeyDialog(self.desk, side, own=own, parent=self).exec()


def _own_text(key: OfficeKey | None, words: Words) -> str:
    if key is None:
        return words.tr("There is none yet. It is made now or with the first packet.")
    return words.tr(
        "Made on {date}. Save the public key, hand it to the other office, and read these eight "
        "groups to them over the telephone.",
        date=_day(key, words),
    )


def _their_text(key: OfficeKey | None, words: Words) -> str:
    if key is None:
        return words.tr(
            "None is trusted: packets can be looked at, but not accepted. Ask the other office "
            "for its public key."
        )
    return words.tr("Trusted since {date}.", date=_day(key, words))
