"""The life of an agenda: draft, circulated, agreed, final; and the revisions it leaves.

Circulating freezes the numbers and keeps the whole as a revision. Editing an
agreed agenda makes it a circulated one again, since what was agreed is no
longer what stands there; a final one is not edited before it is reopened.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from consultations_gui.domain.agenda import Agenda, AgendaStatus, Revision
from consultations_gui.domain.agenda_approval import approved, content_hash
from consultations_gui.domain.agenda_numbers import places
from consultations_gui.domain.agenda_rules import TextGap, readiness
from consultations_gui.domain.agenda_timing import timing
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import (
    AgendaEmptyError,
    ApprovalMissingError,
    NotFoundError,
    TextsNotInStepError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Side


def default_symbol(one: Consultation) -> str:
    """The symbol an agenda of ``one`` has until somebody gives it another.

    Organ, year, number (or ID, for a meeting without one), sort of paper and
    its number: ``IIS/2026/2/AG/1``. Empty while not even the year is known.
    """
    if one.dates is None:
        return ""
    return f"IIS/{one.dates.start.year}/{one.number or one.id}/AG/1"


def begun(one: Consultation) -> Agenda:
    """The agenda of ``one`` before anything was put on it."""
    return Agenda(one.id, symbol=default_symbol(one))


def amended(before: Agenda, after: Agenda, at: datetime) -> Agenda:
    """``after`` as an edit of ``before`` made at ``at`` (aware, UTC).

    Raises:
        WrongAgendaStatusError: the agenda is final and its content would change.
    """
    if after == before:
        return before
    status = after.status
    if content_hash(after) != content_hash(before):
        if before.status is AgendaStatus.FINAL:
            raise WrongAgendaStatusError(id=before.id, status=str(before.status), action="edit")
        if before.status is AgendaStatus.AGREED:
            status = AgendaStatus.CIRCULATED
    return replace(after, status=status, revised=at)


def circulate(agenda: Agenda, at: datetime) -> Agenda:
    """The agenda circulated (again) at ``at``: numbers frozen, a revision kept.

    Raises:
        WrongAgendaStatusError: it is agreed or final.
        AgendaEmptyError: it has no item.
        MinutesMismatchError, DayPastMidnightError: its times do not add up.
    """
    _require(agenda, "circulate", AgendaStatus.DRAFT, AgendaStatus.CIRCULATED)
    if all(item.is_break for item in agenda.items):
        raise AgendaEmptyError(id=agenda.id)
    timing(agenda)
    own = places(agenda)
    items = tuple(
        replace(item, frozen=number) for item, number in zip(agenda.items, own, strict=True)
    )
    return _kept(replace(agenda, items=items), AgendaStatus.CIRCULATED, at)


def agree(agenda: Agenda, at: datetime) -> Agenda:
    """The agenda as agreed at ``at`` by both sides; a revision is kept.

    Raises:
        WrongAgendaStatusError: it was not circulated, or is agreed already.
        ApprovalMissingError: a side has not approved the whole as it stands.
        MinutesMismatchError, DayPastMidnightError: its times do not add up.
    """
    _require(agenda, "agree", AgendaStatus.CIRCULATED)
    _require_approved(agenda)
    timing(agenda)
    return _kept(agenda, AgendaStatus.AGREED, at)


def finalise(agenda: Agenda, at: datetime) -> Agenda:
    """The agenda made final at ``at``.

    Raises:
        WrongAgendaStatusError: it is not agreed, or is final already.
        ApprovalMissingError: a side has not approved the whole as it stands.
        TextsNotInStepError: a text is missing or stale.
        MinutesMismatchError, DayPastMidnightError: its times do not add up.
    """
    _require(agenda, "finalise", AgendaStatus.AGREED)
    _require_approved(agenda)
    ready = readiness(agenda)
    if not ready.texts_ready:
        raise TextsNotInStepError(
            id=agenda.id, missing=_named(ready.missing), stale=_named(ready.stale)
        )
    timing(agenda)
    return replace(agenda, status=AgendaStatus.FINAL, revised=at)


def reopen(agenda: Agenda, at: datetime) -> Agenda:
    """An agreed or final agenda taken back to circulated at ``at``, to be edited.

    Raises:
        WrongAgendaStatusError: it is neither agreed nor final.
    """
    _require(agenda, "reopen", AgendaStatus.AGREED, AgendaStatus.FINAL)
    return replace(agenda, status=AgendaStatus.CIRCULATED, revised=at)


def revision(agenda: Agenda, number: int) -> Revision:
    """The revision with this number (from 1). Raises :class:`NotFoundError`."""
    for kept in agenda.revisions:
        if kept.number == number:
            return kept
    raise NotFoundError(kind="agenda_revision", id=str(number))


def _require(agenda: Agenda, action: str, *allowed: AgendaStatus) -> None:
    if agenda.status not in allowed:
        raise WrongAgendaStatusError(id=agenda.id, status=str(agenda.status), action=action)


def _require_approved(agenda: Agenda) -> None:
    waiting = tuple(str(side) for side in Side if not approved(agenda, side))
    if waiting:
        raise ApprovalMissingError(id=agenda.id, sides=waiting)


def _kept(agenda: Agenda, status: AgendaStatus, at: datetime) -> Agenda:
    number = len(agenda.revisions) + 1
    kept = Revision(number=number, at=at, status=status, items=agenda.items)
    return replace(agenda, status=status, revisions=(*agenda.revisions, kept), revised=at)


def _named(gaps: tuple[TextGap, ...]) -> tuple[tuple[int, str, str], ...]:
    return tuple((gap.row, gap.number_ru, str(gap.lang)) for gap in gaps)
