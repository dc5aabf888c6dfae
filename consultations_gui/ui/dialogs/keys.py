"""Keys of the two offices: handing out our own, trusting theirs, ending one."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from consultations_gui.application import office_keys
from consultations_gui.desktop.folders import open_folder_of
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.fingerprint import Fingerprint
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder


class ExportKeyDialog(FormDialog):
    """A folder; below, the file that will be written for the other office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Save the public key"), N_("Save"), parent)
        told = label(role=Role.MUTED, wrap=True)
        self.texts.bind(
            told.setText,
            N_("The file holds the public key alone. Hand it over as you hand over packets."),
        )
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.folder.line.textChanged.connect(lambda _text: self.present())
        folder = Labelled(self.folder)
        self.texts.bind(folder.set_caption, N_("Folder"))
        self._file = label(role=Role.SMALL)
        self.form.addWidget(told)
        self.form.addWidget(folder)
        self.form.addWidget(self._file)
        self._name = f"consultations-{office_keys.own(desk.ctx).side}.key"
        self.present()

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Name the file in the language in use."""
        self.accept_button.setEnabled(self.folder.path is not None)
        self._file.setText(self.desk.words.tr("File name: {name}", name=self._name))

    def finish(self) -> bool | None:
        folder = self.folder.path
        if folder is None:
            return False
        path = folder / self._name
        office_keys.export(self.desk.ctx, path)
        self.desk.preferences.update(export_folder=str(folder))
        self.desk.tell(
            lambda words: words.tr("The public key was saved as {name}", name=path.name),
            Offer(N_("Open folder"), lambda: open_folder_of(path)),
        )
        return None


class TrustKeyDialog(FormDialog):
    """A file, its fingerprint, and the person's word that it was compared."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Trust the other office's key"), N_("Trust the key"), parent)
        self._key: OfficeKey | None = None
        told = label(role=Role.MUTED, wrap=True)
        self.texts.bind(
            told.setText,
            N_(
                "From then on packets signed with this key can be accepted. Call the other office "
                "on a number you know, and let them read out the fingerprint of their own key."
            ),
        )
        self.file = PathField(desk, self.texts, ("*.key", "*"), N_("Keys"))
        self.file.settled.connect(self._look)
        self.file.line.textChanged.connect(lambda _text: self._look())
        file = Labelled(self.file)
        self.texts.bind(file.set_caption, N_("File with their public key"))
        self._side = label(role=Role.STRONG)
        self.fingerprint = Fingerprint(desk, self.texts)
        self.compared = QCheckBox()
        self.texts.bind(
            self.compared.setText, N_("All eight groups are the same as those I was told")
        )
        self.compared.toggled.connect(lambda _on: self.present())
        for widget in (told, file, self._side, self.fingerprint, self.compared):
            self.form.addWidget(widget)
        self.setMinimumWidth(560)
        self.present()

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Show the key in the file, in the language in use."""
        key = self._key
        self._side.setVisible(key is not None)
        self._side.setText(named(key.side, self.desk.words) if key else "")
        self.fingerprint.show_key(key)
        self.compared.setVisible(key is not None)
        self.accept_button.setEnabled(key is not None and self.compared.isChecked())

    def finish(self) -> bool | None:
        path = self.file.path
        if path is None or self._key is None:
            return False
        if office_keys.look(self.desk.ctx, path).public != self._key.public:
            self._look()  # the file was exchanged in the meantime: compare again
            return False
        self.do(office_keys.trust, path)
        self.desk.tell(lambda words: words.tr("The other office's key is trusted now."))
        return None

    def _look(self) -> None:
        path, before = self.file.path, self._key
        self._key = None
        self.wrong.hide()
        try:
            self._key = office_keys.look(self.desk.ctx, path) if path else None
        except DomainError as error:
            if path is not None and path.exists():
                self.wrong.setText(error_text(error, self.desk.words))
                self.wrong.show()
        if self._key is None or before is None or self._key.public != before.public:
            self.compared.setChecked(False)
        self.present()


class RevokeKeyDialog(FormDialog):
    """What ending a key means is said before it is done; it cannot be taken back."""

    def __init__(self, desk: Desk, side: Side, *, own: bool, parent: QWidget | None = None) -> None:
        title = N_("Revoke our key") if own else N_("Revoke the other office's key")
        super().__init__(desk, title, N_("Revoke the key"), parent)
        self._side = side
        meaning = label(wrap=True)
        self.texts.bind(
            meaning.setText,
            N_(
                "Its private half is deleted. The next packet is signed with a new key, which the "
                "other office has to compare and trust before it accepts anything from us."
            )
            if own
            else N_(
                "Packets signed with it are not accepted any more, those already accepted stay. "
                "The key is never trusted again; the other office has to make a new one."
            ),
        )
        never = label(role=Role.WARNING, wrap=True)
        self.texts.bind(never.setText, N_("This cannot be undone."))
        self.form.addWidget(meaning)
        self.form.addWidget(never)
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def finish(self) -> None:
        self.do(office_keys.revoke, self._side)
        self.desk.tell(lambda words: words.tr("The key was revoked."))
