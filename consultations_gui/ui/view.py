"""What a screen is. See docs/ui.md for how one is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.places import Place


@dataclass(frozen=True)
class Crumb:
    """A step above the present place: its text, where it leads, and what to say without room."""

    text: str
    place: Place
    short: str = ""


@dataclass(frozen=True)
class Heading:
    """What the window's header says of a screen: title, a quiet note, the way back."""

    title: str
    note: str = ""
    crumbs: tuple[Crumb, ...] = ()


@dataclass(frozen=True)
class Find:
    """A text that Ctrl+F looks through (both texts, whatever the screen's language)."""

    text: str
    reveal: Callable[[], None]


@dataclass(frozen=True)
class Command:
    """Something the palette (Ctrl+K) can do. ``words`` are further words it is found by."""

    text: str
    act: Callable[[], object]
    hint: str = ""
    words: str = ""


class View(QWidget):
    """One screen. It reads when it is shown, and again after a change.

    A subclass builds its widgets once in ``__init__``, reads values in
    :meth:`load` and shows them in :meth:`present`, which is also what a
    language or theme switch calls. Neither may touch a field a person is
    typing in.
    """

    heading_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = Texts(desk.language)
        self._stale = True
        self.setProperty("role", "page")
        # A screen takes the keys when it is shown; Tab goes on from it, letters switch screens.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        desk.changed.connect(self._on_changed)
        desk.language.changed.connect(self.retranslate)
        desk.theme.changed.connect(self.restyle)

    # --- for subclasses ---------------------------------------------------------------------

    def load(self) -> None:
        """Read what is shown from the register, through :meth:`Desk.read`."""

    def present(self) -> None:
        """Show what was read, in the language in use."""

    def heading(self) -> Heading:
        """What the header says."""
        return Heading("")

    def tools(self) -> Sequence[QWidget]:
        """Widgets for the right end of the header, made once; the primary action last."""
        return ()

    def lead(self) -> Sequence[QWidget]:
        """Widgets right after the header's title, made once."""
        return ()

    def open(self, place: Place) -> None:
        """Show one thing in this screen."""

    def finds(self) -> Iterable[Find]:
        """All texts of the screen, zh and ru, in reading order."""
        return ()

    def commands(self) -> Sequence[Command]:
        """What the palette can do while this screen is shown."""
        return ()

    def flush(self) -> None:
        """Store at once what is still waiting for its autosave."""

    def restyle(self) -> None:
        """The theme changed: repaint what is painted by hand."""
        self.update()

    # --- the machinery ----------------------------------------------------------------------

    def settle(self) -> None:
        """It has something to show already; it reads at the next :meth:`refresh` only."""
        self._stale = False

    @property
    def stale(self) -> bool:
        """It has to read before it can show anything."""
        return self._stale

    def refresh(self) -> None:
        """Read and show again."""
        self._stale = False
        self.load()
        self.present()
        self.heading_changed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language in use; typed text stays."""
        self.texts.speak()
        if not self._stale:
            self.present()
        self.heading_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
