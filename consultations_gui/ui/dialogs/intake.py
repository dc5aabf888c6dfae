"""Taking a file in: what it would bring is looked at first, or all that is wrong in it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from consultations_gui.application.ports import Context
from consultations_gui.domain.errors import DomainError, TableErrors
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField

T = TypeVar("T")


class IntakeDialog(FormDialog, Generic[T]):
    """Choose a file, see what it would change or its errors, take it in whole.

    The file is read beside the window, which never waits for it. A subclass
    puts its own fields into :attr:`form` before the file's.
    """

    kinds: tuple[str, ...] = ("*.csv", "*.xlsx")
    called = N_("Tables")
    folders = False
    explained = ""
    """What such a file looks like; a marked msgid."""

    def __init__(self, desk: Desk, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, accept, parent)
        self.intake: T | None = None
        self._error: DomainError | None = None
        self._asked = 0
        note = label(role=Role.MUTED, wrap=True)
        self.texts.bind(note.setText, self.explained)
        self.form.addWidget(note)
        self.fill()
        self.file = PathField(desk, self.texts, self.kinds, self.called, folders=self.folders)
        file = Labelled(self.file)
        self.texts.bind(file.set_caption, N_("File or folder") if self.folders else N_("File"))
        self.file.settled.connect(self.read)
        self.found = label(role=Role.STRONG, wrap=True)
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setProperty("role", "lines")
        self.lines.setMinimumHeight(180)
        self.texts.name(self.lines, N_("What the file brings"))
        for button in (self.accept_button, self.cancel_button):
            button.setAutoDefault(False)  # Enter after the path shows the lines, and no more
        self.accept_button.setDefault(False)
        self.form.addWidget(file)
        self.form.addWidget(self.found)
        self.form.addWidget(self.lines, 1)
        self.resize(680, 560)
        self.present()

    def fill(self) -> None:
        """Put fields before the file's."""

    @abstractmethod
    def look(self, path: Path) -> Callable[[Context], T | None]:
        """Finds what taking the file in would change; what it gives is called beside the window."""

    @abstractmethod
    def summary(self, intake: T, words: Words) -> str:
        """All of it in a sentence."""

    @abstractmethod
    def told(self, intake: T, words: Words) -> Iterable[str]:
        """Each thing it would change, a line each."""

    def read(self) -> None:
        """Read the file that is named, and show what it would change."""
        self.intake, self._error = None, None
        self._asked += 1
        asked, path = self._asked, self.file.path
        if path is None:
            self.present()
            return
        self.accept_button.setEnabled(False)

        def done(found: T | None) -> None:
            if asked == self._asked:
                self.intake = found
                self.present()

        def failed(error: DomainError) -> None:
            if asked == self._asked:
                self._error = error
                self.present()

        title, look = self.desk.words.tr("Reading the file"), self.look(path)
        self.desk.start(title, lambda ctx, _task: look(ctx), done, on_error=failed)

    def present(self) -> None:
        """Show what was found, or what is wrong, in the language in use."""
        words, error = self.desk.words, self._error
        self.accept_button.setEnabled(self.intake is not None)
        errors = error.errors if isinstance(error, TableErrors) else ()
        self.lines.clear()
        self.lines.addItems([error_text(one, words) for one in errors])
        self.wrong.setVisible(error is not None and not errors)
        if error is not None:
            self.wrong.setText(error_text(error, words))
        text = ""
        if errors:
            text = words.trn(
                "{n} error; nothing will be taken over until it is corrected in the table.",
                "{n} errors; nothing will be taken over until they are corrected in the table.",
                len(errors),
            )
        elif self.intake is not None:
            text = self.summary(self.intake, words)
            self.lines.addItems(list(self.told(self.intake, words)))
        self.found.setText(text)
        self.found.setVisible(bool(text))

    def retranslate(self) -> None:
        super().retranslate()
        self.present()
