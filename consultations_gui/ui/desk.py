"""What every screen works with: the register's use cases, the language, the theme, the telling.

A screen never calls a use case itself. It hands it to :meth:`Desk.run` (a
change) or :meth:`Desk.read` (a question), so that a broken rule always ends
as words in the status line or beside the field, and never as a traceback.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from consultations_gui.desktop.settings import Theme
from consultations_gui.desktop.tasks import Task, TaskContext, TaskRunner
from consultations_gui.domain.errors import DomainError, StaleVersionError
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.glance import Glance
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.notes import Note, Offer, Weight
from consultations_gui.ui.places import Place
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch

if TYPE_CHECKING:
    from consultations_gui.application.overview import Overview
    from consultations_gui.application.ports import Context
    from consultations_gui.domain.consultation import Dates

T = TypeVar("T")
P = ParamSpec("P")

A_MOMENT = 1.0
"""Seconds. What takes longer shows progress, and its end is told to who has looked away."""

OnError = Callable[[DomainError], object]


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of a use case: a value, or the rule it would have broken."""

    value: T | None
    error: DomainError | None = None

    @property
    def ok(self) -> bool:
        """It was done."""
        return self.error is None


class Desk(QObject):
    """The office's desk: one for the whole window, given to every screen.

    ``changed`` follows every change of the register; ``told`` carries what
    the status line shows; ``wanted`` asks the window to show a place;
    ``finished`` names background work that took more than a moment.

    ``ctx`` may be a function that opens the register: it is called when the
    register is first needed, so that the window need not wait for it.
    """

    changed = Signal()
    told = Signal(object)
    wanted = Signal(object)
    finished = Signal(str)

    def __init__(
        self,
        ctx: Context | Callable[[], Context],
        preferences: Preferences,
        language: LanguageSwitch,
        theme: ThemeSwitch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._given = ctx
        self.preferences = preferences
        self.language = language
        self.theme = theme
        self.tasks = TaskRunner(self)
        self.glance = Glance(self._look, self)
        # First of all who listen: whoever reads again after a change must get the new answer.
        self.changed.connect(self.glance.forget)

    @cached_property
    def ctx(self) -> Context:
        """The way to the register, opened when it is first needed.

        Raises what the given function raises, if the register cannot be opened.
        """
        return self._given() if callable(self._given) else self._given

    @property
    def opened(self) -> bool:
        """The register has been opened."""
        return "ctx" in self.__dict__

    @property
    def words(self) -> Words:
        """Texts in the language in use."""
        return self.language.words

    def now(self) -> datetime:
        """The present moment (aware, UTC)."""
        return self.ctx.clock.now() if self.opened else datetime.now(UTC)

    def choose_language(self, language: Language) -> None:
        """Speak another language from now on and the next time too."""
        self.preferences.update(language=language.value)
        self.language.choose(language)

    def choose_theme(self, theme: Theme) -> None:
        """Use another theme from now on and the next time too."""
        self.preferences.update(theme=theme)
        self.theme.choose(theme)

    def run(
        self,
        use_case: Callable[Concatenate[Context, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Change the register. A broken rule is told in the status line."""
        return self.attempt(self.fail, use_case, *args, **kwargs)

    def attempt(
        self,
        on_error: OnError,
        use_case: Callable[Concatenate[Context, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Change the register; ``on_error`` shows a broken rule, say beside its field.

        Somebody else's change in the meantime is not the field's fault: it is
        always told in the status line, with the offer to read it again.
        """
        try:
            value = use_case(self.ctx, *args, **kwargs)
        except StaleVersionError as error:
            self.fail(error)
            return Outcome(None, error)
        except DomainError as error:
            on_error(error)
            return Outcome(None, error)
        self.changed.emit()
        return Outcome(value)

    def read(
        self,
        question: Callable[Concatenate[Context, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Ask the register. A broken rule is told in the status line and gives ``None``."""
        try:
            return question(self.ctx, *args, **kwargs)
        except DomainError as error:
            self.fail(error)
            return None

    def start(
        self,
        title: str,
        work: Callable[[Context, TaskContext], T],
        on_done: Callable[[T], None],
        *,
        on_error: OnError | None = None,
        changes: bool = False,
    ) -> Task:
        """Do ``work(ctx, task)`` in the background with progress and cancel.

        ``title`` is shown, already worded. ``changes`` says that it writes to
        the register, so that screens read again afterwards.
        """
        begun = monotonic()

        def done(value: T) -> None:
            if changes:
                self.changed.emit()
            on_done(value)
            if monotonic() - begun > A_MOMENT:
                self.finished.emit(title)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            (on_error or self.fail)(error)

        ctx = self.ctx
        return self.tasks.start(
            lambda task: work(ctx, task), on_done=done, on_error=failed, title=title
        )

    def tell(self, say: Callable[[Words], str], offer: Offer | None = None) -> None:
        """Tell something quietly in the status line."""
        self.told.emit(Note(say, Weight.INFO, offer))

    def fail(self, error: DomainError) -> None:
        """Tell a broken rule in the status line, in the language in use."""
        offer = None
        if isinstance(error, StaleVersionError):
            offer = Offer(N_("Read again"), self.changed.emit)
        self.refuse(error, offer)

    def refuse(self, error: DomainError, offer: Offer | None) -> None:
        """The same, with what the person can do about it."""
        from consultations_gui.i18n.wording import (  # noqa: PLC0415  # all of the domain's words
            error_text,
        )

        self.told.emit(Note(lambda words: error_text(error, words), Weight.ERROR, offer))

    def go(self, view: str, id: str = "", part: str = "", dates: Dates | None = None) -> None:
        """Ask the window to show a place."""
        self.wanted.emit(Place(view, id, part, dates))

    def _look(self) -> Overview | None:
        from consultations_gui.application.overview import (  # noqa: PLC0415  # after the sight
            overview,
        )

        return self.read(overview)
