"""An agenda with all that follows from it, and the one way to change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_life import amended, begun
from consultations_gui.domain.agenda_rules import (
    AgendaRow,
    ApprovalState,
    DayTotal,
    Readiness,
    approval_state,
    day_totals,
    problems,
    readiness,
    rows,
    total_minutes,
)
from consultations_gui.domain.agenda_tree import position
from consultations_gui.domain.consultation import Consultation, Precision
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.protection import withheld

Rule = Callable[[journal.Change, Agenda], Agenda]


@dataclass(frozen=True)
class AgendaView:
    """An agenda with all that follows from it, for the screen and the terminal.

    ``minutes`` is the working time without breaks. ``problems`` are errors in
    times and days to be shown beside the rows they name. ``withheld`` are the
    uids of rows that may not leave (Art. 6). ``cn`` and ``ru`` are the sides'
    approvals of the whole. ``touched`` are the rows the use case made or
    changed, in order, so that a screen can show them.
    """

    consultation: Consultation
    agenda: Agenda
    rows: tuple[AgendaRow, ...]
    readiness: Readiness
    days: tuple[DayTotal, ...]
    minutes: int
    problems: tuple[DomainError, ...]
    withheld: tuple[str, ...]
    cn: ApprovalState
    ru: ApprovalState
    touched: tuple[str, ...] = ()

    def row(self, uid: str) -> AgendaRow:
        """The row called ``uid``. Raises ``NotFoundError``."""
        return self.rows[position(self.agenda.items, uid)]


def show(ctx: Context, id: str) -> AgendaView:
    """The agenda of consultation ``id``; an empty one with its default symbol before the first row.

    Raises ``NotFoundError`` for a consultation that is not there.
    """
    with ctx.work() as uow:
        consultation = uow.consultations.get(id)
        return view_of(consultation, uow.agendas.find(id) or begun(consultation))


def view_of(
    consultation: Consultation, agenda: Agenda, touched: tuple[str, ...] = ()
) -> AgendaView:
    """Everything that follows from ``agenda``, the one of ``consultation``."""
    dates = consultation.dates
    known = dates is not None and dates.precision is Precision.DAY
    return AgendaView(
        consultation=consultation,
        agenda=agenda,
        rows=rows(agenda),
        readiness=readiness(agenda),
        days=day_totals(agenda),
        minutes=total_minutes(agenda.items),
        problems=problems(agenda, dates.days if dates and known else None),
        withheld=tuple(item.uid for item in withheld(agenda)),
        cn=approval_state(agenda, Side.CN),
        ru=approval_state(agenda, Side.RU),
        touched=touched,
    )


def change_agenda(
    ctx: Context,
    id: str,
    use_case: str,
    rule: Rule,
    *,
    group: str | None = None,
    touched: tuple[str, ...] = (),
) -> AgendaView:
    """Run ``rule`` on the stored agenda (or an empty one) as one journaled step.

    Raises ``NotFoundError`` for the consultation, ``WrongAgendaStatusError``
    for an edit of a final agenda, and whatever the rule raises; nothing is
    stored then. A rule that changes nothing leaves no trace.
    """
    with journal.change(ctx, use_case, group) as step:
        consultation = step.uow.consultations.get(id)
        stored = step.uow.agendas.find(id)
        before = stored or begun(consultation)
        after = amended(before, rule(step, before), step.now)
        if after != before:
            after = step.put(stored, after)
    return view_of(consultation, after, touched)
