"""One agenda under the hands of a person: every change the editor makes, as use cases.

The editor's parts never call a use case themselves. They ask here; the new
state reaches the table through the screen's next reading, which follows every
change at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from consultations_gui.application import agendas
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import BREAK_LEVEL, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import DomainError, LevelJumpError, StaleVersionError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import Words
from consultations_gui.ui.desk import Desk, Outcome
from consultations_gui.ui.models.agenda_cells import Draft
from consultations_gui.ui.offers import undo_offer

P = ParamSpec("P")


class AgendaWork(QObject):
    """The changes one can make to the agenda of :attr:`view`.

    ``kept(uid, lang, draft)`` tells that a typed text could not be stored
    (a :class:`Draft`) or is stored now (``None``). ``pointed(uid)`` asks to
    show a row that was made or moved.
    """

    kept = Signal(str, object, object)
    pointed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view: AgendaView | None = None

    @property
    def id(self) -> str:
        """The consultation's ID; empty before one is shown."""
        return self.view.agenda.id if self.view else ""

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The rows as last read."""
        return self.view.agenda.items if self.view else ()

    def item(self, uid: str) -> AgendaItem | None:
        """The row called ``uid`` as last read, if it is there."""
        return next((item for item in self.items if item.uid == uid), None)

    # --- texts ------------------------------------------------------------------------------

    def type_text(self, uid: str, lang: Lang, text: str, base: Bilingual, group: str) -> bool:
        """Store what was typed since ``base``; what cannot be stored is kept as a draft."""
        done = self._desk.attempt(
            self._quietly, agendas.edit_text, self.id, uid, lang, text, base, group
        )
        draft = Draft(text, base, done.error) if done.error else None
        self.kept.emit(uid, lang, draft)
        if isinstance(done.error, StaleVersionError):
            self._desk.changed.emit()  # so that what they wrote can be seen beside it
        return done.ok

    def settle(self, uid: str, lang: Lang, draft: Draft, *, mine: bool) -> None:
        """Store a draft over what somebody else wrote meanwhile, or give it up for theirs."""
        item = self.item(uid)
        if not mine or item is None:
            self.kept.emit(uid, lang, None)
            return
        self.type_text(uid, lang, draft.text, item.text, "")

    def confirm(self, uid: str) -> None:
        """Record that both texts of a row were compared and are in step."""
        self._run(agendas.confirm_text, uid)

    # --- a row's other fields ---------------------------------------------------------------

    def set_minutes(self, uid: str, minutes: int | None) -> None:
        """Set a row's length."""
        self.set_item(uid, lambda item: replace(item, minutes=minutes))

    def set_item(
        self,
        uid: str,
        change: Callable[[AgendaItem], AgendaItem],
        *,
        group: str | None = None,
        refused: Callable[[DomainError], object] | None = None,
    ) -> bool:
        """Change a row's lead, speakers, tags, marking and the like; whether it is stored now.

        ``refused`` shows a broken rule beside its field.
        """
        item = self.item(uid)
        if item is None or change(item) == item:
            return True
        return self._desk.attempt(
            refused or self._desk.fail, agendas.set_item, self.id, change(item), item, group
        ).ok

    def set_day(self, uid: str, day: int) -> None:
        """Put a row with what is under it on another meeting day."""
        self._run(agendas.set_day, uid, day)
        self.pointed.emit(uid)

    def set_opening(self, day: int, at: time) -> None:
        """Set when a meeting day opens."""
        self._run(agendas.set_opening, day, at)

    def grant(self, uid: str, document: str) -> Outcome[AgendaView]:
        """Put the originator's written permission on record (Art. 6)."""
        return self._run(agendas.grant, uid, document)

    def revoke(self, uid: str) -> None:
        """Take a permission off the record."""
        self._run(agendas.revoke, uid)

    # --- rows -------------------------------------------------------------------------------

    def add_item(self, after: str | None, day: int | None = None) -> str:
        """Add an empty item behind ``after``, as deep as it; returns its uid.

        ``day`` is its meeting day where that is not the one of ``after``.
        """
        level = 1 if after is None or day else self._level_at(after)
        return self._add(after, level, None, day)

    def add_break(self, after: str | None, day: int | None = None) -> str:
        """Add a break behind ``after``; returns its uid."""
        return self._add(after, BREAK_LEVEL, BREAK_MINUTES, day)

    def _add(self, after: str | None, level: int, minutes: int | None, day: int | None) -> str:
        top = after is None and day is not None and bool(self.items)
        done = self._run(agendas.add_item, after=after, level=level, minutes=minutes, day=day)
        uid = self._touch(done)
        if uid and top and day is not None:
            self.place(uid, None, day)
        return uid

    def add_standing(self) -> None:
        """Add the standing items of Art. 5(4) that are not there yet."""
        self._touch(self._run(agendas.add_standing))

    def remove(self, uid: str) -> None:
        """Take a row out with what is under it, and offer to bring it back."""
        item = self.item(uid)
        if item is None:
            return
        done = self._run(agendas.remove, uid)
        if done.ok:
            name = item.text.zh or item.text.ru
            other = item.text.ru or item.text.zh
            self._desk.tell(lambda words: _removed(words, name, other), undo_offer(self._desk))

    def shift(self, uid: str, by: int) -> None:
        """Move a row one step up (-1) or down (1); past the end of its day, into the next day."""
        self._run(agendas.shift, uid, by)
        self.pointed.emit(uid)

    def indent(self, uid: str, by: int) -> None:
        """Make a row one level deeper (1) or shallower (-1)."""
        self._run(agendas.indent, uid, by)
        self.pointed.emit(uid)

    def place(self, uid: str, after: str | None, day: int) -> None:
        """Move a row behind ``after`` on meeting day ``day``, as deep as it was or can be there."""
        refused: list[DomainError] = []
        self._desk.attempt(refused.append, agendas.place, self.id, uid, after, None, day)
        if refused and isinstance(refused[0], LevelJumpError) and refused[0].uid == uid:
            self._run(agendas.place, uid, after, refused[0].above + 1, day)
        elif refused:
            self._desk.fail(refused[0])
        self.pointed.emit(uid)

    # --- between the sides ------------------------------------------------------------------

    def approve(self, side: Side, uid: str | None) -> None:
        """Record a side's approval of a row, or of the whole."""
        done = self._run(agendas.approve, side, uid)
        if done.ok:
            self._desk.tell(
                lambda words: words.tr("Approval recorded: {side}", side=label(side, words)),
                undo_offer(self._desk),
            )

    def step(self, use_case: Callable[[Context, str], AgendaView], told: str) -> None:
        """Circulate, agree, make final or reopen, and tell it by the message ``told``."""
        if self._run(use_case).ok:
            self._desk.tell(lambda words: words.tr(told), undo_offer(self._desk))

    # --- machinery --------------------------------------------------------------------------

    def _run(
        self,
        use_case: Callable[Concatenate[Context, str, P], AgendaView],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[AgendaView]:
        return self._desk.run(use_case, self.id, *args, **kwargs)

    def _touch(self, done: Outcome[AgendaView]) -> str:
        uid = done.value.touched[0] if done.value and done.value.touched else ""
        if uid:
            self.pointed.emit(uid)
        return uid

    def _quietly(self, error: DomainError) -> None:
        """The cell itself says why its text is not stored."""

    def _level_at(self, uid: str) -> int:
        """The level of a row, or of the item above it for a break."""
        level = 1
        for item in self.items:
            level = level if item.is_break else item.level
            if item.uid == uid:
                break
        return level


BREAK_MINUTES = 15
"""How long a break is until somebody says otherwise."""


def _removed(words: Words, name: str, other: str) -> str:
    text = name if words.language is Language.ZH else other
    return words.tr("Removed: {text}", text=text) if text else words.tr("Item removed")
