"""Writing invitations: first which files are made and who gets what, then the files."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from consultations_gui.application import invitations
from consultations_gui.application.invitations import PlannedMail
from consultations_gui.application.ports import Method
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import tell_written
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role
from consultations_gui.ui.widgets.labels import label as text_label
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder
from consultations_gui.ui.widgets.tables import RowsTable

METHODS: dict[Method, str] = {
    Method.REQUEST: N_("Invitation"),
    Method.CANCEL: N_("Cancellation"),
    Method.PUBLISH: N_("For information, without reply"),
}
"""What each method of RFC 5546 is called here."""


def _recipient(mail: PlannedMail, words: Words) -> str:
    return mail.recipient or words.tr("for everybody")


def _language(mail: PlannedMail, words: Words) -> str:
    return label(mail.language, words) if mail.language else words.tr("both")


COLUMNS: tuple[Column[PlannedMail], ...] = (
    Column(N_("File"), lambda mail, _words: mail.name),
    Column(N_("For whom"), _recipient),
    Column(N_("Language"), _language),
    Column(N_("What it is"), lambda mail, words: words.tr(METHODS[mail.method])),
)


class InviteDialog(FormDialog):
    """A method, the files it makes and for whom, a folder."""

    def __init__(self, desk: Desk, id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Invitations"), N_("Write the files"), parent)
        self._id = id
        self._mails: tuple[PlannedMail, ...] = ()
        self._error: DomainError | None = None
        self.methods = {method: QRadioButton() for method in Method}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(20)
        for method, button in self.methods.items():
            self.texts.bind(button.setText, METHODS[method])
            group.addButton(button)
            row.addWidget(button)
            button.toggled.connect(self._plan)
        row.addStretch(1)
        self.rows = RowsModel(COLUMNS, desk.words)
        self.table = RowsTable(self.rows, stretch=1, caps={0: 228})
        self.table.grow_rows()
        self.table.setMinimumSize(680, 220)
        self.texts.name(self.table, N_("These files will be written"))
        heading = text_label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("These files will be written"))
        note = text_label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText,
            N_(
                "The mails are files to be opened and sent from your mail program. What is written "
                "is kept on record and cannot be undone."
            ),
        )
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.folder.settled.connect(self.present)
        folder = Labelled(self.folder)
        self.texts.bind(folder.set_caption, N_("Folder"))
        self.form.addLayout(row)
        for widget in (heading, self.table, note, folder):
            self.form.addWidget(widget, 1 if widget is self.table else 0)
        self.methods[Method.REQUEST].setChecked(True)

    @property
    def method(self) -> Method:
        """The method chosen."""
        return next(m for m, button in self.methods.items() if button.isChecked())

    def finish(self) -> None:
        folder = self.folder.path
        if folder is None:
            return
        self.desk.preferences.update(export_folder=str(folder))
        tell_written(self.desk, self.do(invitations.write, self._id, self.method, folder))

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Show what is planned, or why it cannot be, in the language in use."""
        words = self.desk.words
        self.rows.show_rows(self._mails, words)
        self.table.fit_columns()
        self.wrong.setText(error_text(self._error, words) if self._error else "")
        self.wrong.setVisible(self._error is not None)
        self.accept_button.setEnabled(bool(self._mails) and self.folder.path is not None)

    def _plan(self, chosen: bool) -> None:
        if not chosen:
            return
        self._mails, self._error = (), None
        try:
            self._mails = invitations.planned(self.desk.ctx, self._id, self.method)
        except DomainError as error:
            self._error = error
        self.present()
