"""An agenda on its way between the sides: approvals, circulation, revisions, permissions."""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.application.agenda_view import AgendaView, change_agenda
from consultations_gui.application.journal import Change
from consultations_gui.application.ports import Context
from consultations_gui.domain import agenda_approval, agenda_life, protection
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_compare import ItemChange
from consultations_gui.domain.agenda_compare import compare as compare_states
from consultations_gui.domain.parties import Side


def approve(ctx: Context, id: str, side: Side, uid: str | None = None) -> AgendaView:
    """Record that ``side`` approves one row, or all of it and the whole if ``uid`` is ``None``.

    Raises ``AgendaEmptyError``, ``BreakNotApprovedError``, ``NotFoundError``,
    or ``WrongAgendaStatusError`` for a final agenda.
    """
    if uid is None:
        return change_agenda(
            ctx,
            id,
            "agenda.approve",
            lambda step, agenda: agenda_approval.approve_whole(agenda, side, step.now),
        )
    return change_agenda(
        ctx,
        id,
        "agenda.item.approve",
        lambda step, agenda: agenda_approval.approve_item(agenda, uid, side, step.now),
        touched=(uid,),
    )


def circulate(ctx: Context, id: str) -> AgendaView:
    """Record that the agenda goes to both sides: numbers freeze, a revision is kept.

    Raises ``WrongAgendaStatusError``, ``AgendaEmptyError``,
    ``MinutesMismatchError`` or ``DayPastMidnightError``.
    """

    def rule(step: Change, agenda: Agenda) -> Agenda:
        # What others will cite has a symbol, even if the year was not known when it was begun.
        symbol = agenda.symbol or agenda_life.default_symbol(step.uow.consultations.get(id))
        return agenda_life.circulate(replace(agenda, symbol=symbol), step.now)

    return change_agenda(ctx, id, "agenda.circulate", rule)


def agree(ctx: Context, id: str) -> AgendaView:
    """Record that both sides agreed on the agenda as it stands; a revision is kept.

    Raises ``WrongAgendaStatusError`` or ``ApprovalMissingError``, and what times can raise.
    """
    return change_agenda(
        ctx, id, "agenda.agree", lambda step, agenda: agenda_life.agree(agenda, step.now)
    )


def finalise(ctx: Context, id: str) -> AgendaView:
    """Make an agreed agenda final.

    Raises ``WrongAgendaStatusError``, ``ApprovalMissingError``,
    ``TextsNotInStepError``, and what times can raise.
    """
    return change_agenda(
        ctx, id, "agenda.finalise", lambda step, agenda: agenda_life.finalise(agenda, step.now)
    )


def reopen(ctx: Context, id: str) -> AgendaView:
    """Take an agreed or final agenda back to circulated. Raises ``WrongAgendaStatusError``."""
    return change_agenda(
        ctx, id, "agenda.reopen", lambda step, agenda: agenda_life.reopen(agenda, step.now)
    )


def compare(ctx: Context, id: str, first: int, second: int | None = None) -> tuple[ItemChange, ...]:
    """Revision ``first`` against ``second``, or against the agenda as it stands.

    Raises ``NotFoundError`` for a revision or a consultation that is not there.
    """
    with ctx.work() as uow:
        uow.consultations.get(id)
        agenda = uow.agendas.find(id) or Agenda(id)
    after = agenda if second is None else agenda_life.revision(agenda, second)
    return compare_states(agenda_life.revision(agenda, first), after)


def grant(ctx: Context, id: str, uid: str, document: str) -> AgendaView:
    """Put the originator's written permission for one row on record (Art. 6).

    ``document`` is its number and date. Raises ``NotFoundError``,
    ``OriginatorMissingError`` or ``PermissionDocumentError``.
    """
    return change_agenda(
        ctx,
        id,
        "agenda.permission.add",
        lambda _, agenda: protection.grant(agenda, uid, document),
        touched=(uid,),
    )


def revoke(ctx: Context, id: str, uid: str) -> AgendaView:
    """Take the permission for one row off the record. Raises ``NotFoundError``."""
    return change_agenda(
        ctx,
        id,
        "agenda.permission.remove",
        lambda _, agenda: protection.revoke(agenda, uid),
        touched=(uid,),
    )
