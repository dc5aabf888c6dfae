"""Changing the rows of an agenda. Every use case gives back the agenda as it stands then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from uuid import uuid4

from consultations_gui.application import agenda_clash, journal
from consultations_gui.application.agenda_view import AgendaView, change_agenda
from consultations_gui.application.ports import Context
from consultations_gui.domain import agenda_edits, agenda_timing, standing
from consultations_gui.domain.agenda import BREAK_LEVEL, Agenda, AgendaItem
from consultations_gui.domain.agenda_tree import position
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Precision
from consultations_gui.domain.errors import StandingItemsPresentError
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.texts import lined, one_line


def add_item(
    ctx: Context,
    id: str,
    *,
    after: str | None = None,
    level: int = 1,
    zh: str = "",
    ru: str = "",
    minutes: int | None = None,
    day: int | None = None,
) -> AgendaView:
    """Add a row behind ``after`` (at the end if ``None``), on its day unless ``day`` says.

    ``level`` 0 is a break, which is called 休息 / Перерыв where no text is given.
    ``touched`` names the new row. Raises what ``agenda_edits.add`` raises.
    """
    uid = _new_uid()
    if level == BREAK_LEVEL and not (zh.strip() or ru.strip()):
        zh, ru = standing.BREAK

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        text = _texts(zh, ru, step.now)
        beside = agenda.items[-1:] if after is None else (_item(agenda, after),)
        on = day or (beside[0].day if beside else 1)
        item = AgendaItem(uid, level, text, minutes, day=on)
        return replace(agenda, items=agenda_edits.add(agenda.items, item, after))

    return change_agenda(ctx, id, "agenda.item.add", rule, touched=(uid,))


def edit_text(
    ctx: Context,
    id: str,
    uid: str,
    lang: Lang,
    text: str,
    base: Bilingual,
    group: str | None = None,
) -> AgendaView:
    """Type ``text`` in ``lang`` into a row, begun when its pair of texts was ``base``.

    Call it with the same ``base`` and ``group`` for all autosaves of one
    sitting: they count as one edit and are undone as one step.

    Raises:
        StaleVersionError: someone else changed this very text since ``base``;
            a change of the other text is kept and shown as not in step.
        NotFoundError, WrongAgendaStatusError: no such row; the agenda is final.
    """

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        item = _item(agenda, uid)
        agenda_clash.require_text_seen(ctx, step.uow, id, item, base, lang, group)
        edited = item.text.edit_since(base, lang, one_line(text), step.now)
        return _with(agenda, replace(item, text=edited))

    return change_agenda(ctx, id, "agenda.item.text", rule, group=group, touched=(uid,))


def confirm_text(ctx: Context, id: str, uid: str) -> AgendaView:
    """Record that a person compared both texts of a row and found them in step."""

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        item = _item(agenda, uid)
        return _with(agenda, replace(item, text=item.text.confirm(step.now)))

    return change_agenda(ctx, id, "agenda.item.confirm", rule, touched=(uid,))


def set_item(
    ctx: Context,
    id: str,
    item: AgendaItem,
    base: AgendaItem | None = None,
    group: str | None = None,
) -> AgendaView:
    """Set a row's length, lead, speakers, tags, marking, originator and day.

    Texts, level, frozen number and approvals stay as they are stored. With
    ``base``, the row as it was shown, only the fields changed since are set,
    so that two people can work on one row.

    Raises:
        StaleVersionError: someone else set the same field otherwise since ``base``.
        NotFoundError, InvalidMinutesError, UnknownTagError, OriginatorMissingError,
        AgendaDayError, WrongAgendaStatusError: see ``agenda_edits.change``.
    """

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        stored = _item(agenda, item.uid)
        wanted = lined(item, "speakers")
        changed = agenda_clash.merged(step.uow, id, stored, wanted, base or stored)
        return _with(agenda, changed)

    return change_agenda(ctx, id, "agenda.item.edit", rule, group=group, touched=(item.uid,))


def set_day(ctx: Context, id: str, uid: str, day: int) -> AgendaView:
    """Put a row with its subtree on meeting day ``day`` (from 1)."""
    return _reshape(ctx, id, uid, "day", lambda items: agenda_edits.set_day(items, uid, day))


def move(ctx: Context, id: str, uid: str, steps: int) -> AgendaView:
    """Move a row with its subtree among its siblings: up (negative) or down.

    Raises ``ItemCannotMoveError`` if there is no such place.
    """
    return _reshape(ctx, id, uid, "move", lambda items: agenda_edits.move(items, uid, steps))


def shift(ctx: Context, id: str, uid: str, by: int) -> AgendaView:
    """Move a row with its subtree one step up (-1) or down (1), over the meeting days too.

    Raises ``ItemCannotMoveError`` if there is no such place.
    """

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        dates = step.uow.consultations.get(id).dates
        days = dates.days if dates and dates.precision is Precision.DAY else 1
        days = max([days, *(item.day for item in agenda.items)])
        return replace(agenda, items=agenda_edits.shift(agenda.items, uid, by, days))

    return change_agenda(ctx, id, "agenda.item.move", rule, touched=(uid,))


def place(
    ctx: Context,
    id: str,
    uid: str,
    after: str | None,
    level: int | None = None,
    day: int | None = None,
) -> AgendaView:
    """Move a row with its subtree behind the row ``after`` (to the top if ``None``).

    ``level`` is its new level and ``day`` its new meeting day, else it keeps
    its own. Raises what ``agenda_edits.place`` and ``set_day`` raise.
    """

    def rule(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
        placed = agenda_edits.place(items, uid, after, level)
        return placed if day is None else agenda_edits.set_day(placed, uid, day)

    return _reshape(ctx, id, uid, "move", rule)


def indent(ctx: Context, id: str, uid: str, by: int) -> AgendaView:
    """Make a row with its subtree a level deeper (1) or shallower (-1).

    Raises ``LevelJumpError`` or ``LevelOutOfRangeError`` where it cannot be.
    """
    return _reshape(ctx, id, uid, "indent", lambda items: agenda_edits.indent(items, uid, by))


def remove(ctx: Context, id: str, uid: str) -> AgendaView:
    """Take a row out, with its subtree."""
    return _reshape(ctx, id, "", "remove", lambda items: agenda_edits.remove(items, uid))


def add_standing(ctx: Context, id: str) -> AgendaView:
    """Add those standing items of Art. 5(4) at the end that are not there yet.

    Raises ``StandingItemsPresentError`` if all four are.
    """
    uids = tuple(_new_uid() for _ in standing.STANDING)

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        pairs = standing.absent(agenda.items)
        if not pairs:
            raise StandingItemsPresentError(id=id)
        items = agenda.items
        for uid, (zh, ru) in zip(uids, pairs, strict=False):
            item = AgendaItem(uid, 1, _texts(zh, ru, step.now), day=items[-1].day if items else 1)
            items = agenda_edits.add(items, item, None)
        return replace(agenda, items=items)

    view = change_agenda(ctx, id, "agenda.standing", rule)
    there = {item.uid for item in view.agenda.items}
    return replace(view, touched=tuple(uid for uid in uids if uid in there))


def set_opening(ctx: Context, id: str, day: int, at: time) -> AgendaView:
    """Set when meeting day ``day`` (from 1) opens, local to the venue.

    Raises ``AgendaDayError`` for a day no meeting has.
    """
    return change_agenda(
        ctx, id, "agenda.opening", lambda _, agenda: agenda_timing.with_opening(agenda, day, at)
    )


def set_symbol(ctx: Context, id: str, symbol: str) -> AgendaView:
    """Set the paper's symbol, without language suffix."""
    return change_agenda(
        ctx, id, "agenda.symbol", lambda _, agenda: replace(agenda, symbol=one_line(symbol).strip())
    )


def _reshape(
    ctx: Context,
    id: str,
    uid: str,
    what: str,
    rule: Callable[[tuple[AgendaItem, ...]], tuple[AgendaItem, ...]],
) -> AgendaView:
    touched = (uid,) if uid else ()
    return change_agenda(
        ctx,
        id,
        f"agenda.item.{what}",
        lambda _, agenda: replace(agenda, items=rule(agenda.items)),
        touched=touched,
    )


def _new_uid() -> str:
    return uuid4().hex


def _item(agenda: Agenda, uid: str) -> AgendaItem:
    return agenda.items[position(agenda.items, uid)]


def _with(agenda: Agenda, item: AgendaItem) -> Agenda:
    return replace(agenda, items=agenda_edits.change(agenda.items, item))


def _texts(zh: str, ru: str, at: datetime) -> Bilingual:
    zh, ru = one_line(zh), one_line(ru)
    return Bilingual(zh, ru, at if zh.strip() else None, at if ru.strip() else None)
