"""Approvals of items and of the whole, bound to the content they were given for.

An approval carries the SHA-256 of what was approved. It is never deleted;
when the content is edited it no longer counts, and it counts again if the
very same content comes back.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain import agenda_tree
from consultations_gui.domain.agenda import Agenda, AgendaItem, AgendaStatus, Approval
from consultations_gui.domain.errors import (
    AgendaEmptyError,
    BreakNotApprovedError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Side


class ApprovalState(StrEnum):
    """How one side stands to one item or to the whole."""

    NONE = "none"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    """It had approved, and the content was changed since."""


def content_hash(thing: AgendaItem | Agenda) -> str:
    """SHA-256 (lower-case hex) of what an approval speaks of.

    Over the UTF-8 of canonical JSON. For an item: both texts, length, lead,
    speakers, tags, marking and originator. For an agenda: opening times and
    every row in order with its level, day and content. Identifiers, edit
    times, approvals and frozen numbers are left out.
    """
    plain = _item(thing) if isinstance(thing, AgendaItem) else _whole(thing)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def approval_state(thing: AgendaItem | Agenda, side: Side) -> ApprovalState:
    """Whether ``side`` approved ``thing``, and whether that still counts."""
    given = [approval for approval in thing.approvals if approval.side is side]
    if not given:
        return ApprovalState.NONE
    content = content_hash(thing)
    counts = any(approval.content == content for approval in given)
    return ApprovalState.APPROVED if counts else ApprovalState.WITHDRAWN


def approved(thing: AgendaItem | Agenda, side: Side) -> bool:
    """Whether ``side`` has approved the present content of ``thing``."""
    return approval_state(thing, side) is ApprovalState.APPROVED


def approve_item(agenda: Agenda, uid: str, side: Side, at: datetime) -> Agenda:
    """The agenda after ``side`` approved one item at ``at`` (aware, UTC).

    Raises:
        NotFoundError: there is no such row.
        BreakNotApprovedError: the row is a break.
        WrongAgendaStatusError: the agenda is final.
    """
    _require_open(agenda)
    index = agenda_tree.position(agenda.items, uid)
    item = agenda.items[index]
    if item.is_break:
        raise BreakNotApprovedError(uid=uid)
    items = (*agenda.items[:index], _signed(item, side, at), *agenda.items[index + 1 :])
    return replace(agenda, items=items)


def approve_whole(agenda: Agenda, side: Side, at: datetime) -> Agenda:
    """The agenda after ``side`` approved all of it at ``at``: each item, and the whole.

    Raises:
        AgendaEmptyError: there is nothing to approve.
        WrongAgendaStatusError: the agenda is final.
    """
    _require_open(agenda)
    if all(item.is_break for item in agenda.items):
        raise AgendaEmptyError(id=agenda.id)
    items = tuple(item if item.is_break else _signed(item, side, at) for item in agenda.items)
    agenda = replace(agenda, items=items)
    if approved(agenda, side):
        return agenda
    mark = Approval(side, content_hash(agenda), at)
    return replace(agenda, approvals=(*agenda.approvals, mark))


def _require_open(agenda: Agenda) -> None:
    if agenda.status is AgendaStatus.FINAL:
        raise WrongAgendaStatusError(id=agenda.id, status=str(agenda.status), action="approve")


def _signed(item: AgendaItem, side: Side, at: datetime) -> AgendaItem:
    if approved(item, side):
        return item
    mark = Approval(side, content_hash(item), at)
    return replace(item, approvals=(*item.approvals, mark))


def _item(item: AgendaItem) -> dict[str, object]:
    return {
        "lead": item.lead,
        "marking": item.marking,
        "minutes": item.minutes,
        "originator": item.originator,
        "ru": item.text.ru,
        "speakers": item.speakers,
        "tags": item.tags,
        "zh": item.text.zh,
    }


def _whole(agenda: Agenda) -> dict[str, object]:
    return {
        "items": [{**_item(i), "day": i.day, "level": i.level} for i in agenda.items],
        "opens": [at.isoformat() for at in agenda.opens],
    }
