"""The unit of work over the register: one transaction, all of it or nothing."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Engine, bindparam, insert, select, update

from consultations_gui.application import ports
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.workdays import Decree
from db.agendas import SqlAgendas
from db.consultations import SqlConsultations
from db.decrees import SqlDecrees
from db.journal import SqlInvitations, SqlJournal
from db.proposals import SqlProposals
from db.schema import counters
from db.session import Session
from db.singles import SqlCorrespondence, SqlFacts, SqlOffice, SqlWishes


class SqlUnitOfWork:
    """See :class:`ports.UnitOfWork`. Belongs to one thread; each has its own connection."""

    consultations: ports.Consultations
    agendas: ports.Repository[Agenda]
    proposals: ports.Repository[Proposal]
    decrees: ports.Repository[Decree]
    office: ports.Single[Office]
    wishes: ports.Single[Wishes]
    facts: ports.Single[AgreementFacts]
    correspondence: ports.Single[Correspondence]
    journal: ports.Journal
    invitations: ports.Invitations

    def __init__(self, engine: Engine, path: str) -> None:
        session = self._session = Session(engine, path)
        self.consultations = SqlConsultations(session)
        self.agendas = SqlAgendas(session)
        self.proposals = SqlProposals(session)
        self.decrees = SqlDecrees(session)
        self.office = SqlOffice(session)
        self.wishes = SqlWishes(session)
        self.facts = SqlFacts(session)
        self.correspondence = SqlCorrespondence(session)
        self.journal = SqlJournal(session)
        self.invitations = SqlInvitations(session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo what was not committed."""
        self._session.close()

    def for_writing(self) -> None:
        """See :meth:`ports.UnitOfWork.for_writing`."""
        self._session.lock()

    def commit(self) -> None:
        """See :meth:`ports.UnitOfWork.commit`."""
        self._session.commit()

    def next_number(self, letter: str) -> int:
        """See :meth:`ports.UnitOfWork.next_number`."""
        self._session.lock()
        found = self._session.rows(select(counters.c.last).where(counters.c.letter == letter))
        if not found:
            self._session.write(insert(counters), {"letter": letter, "last": 1})
            return 1
        number = int(found[0][0]) + 1
        taken = update(counters).where(counters.c.letter == bindparam("this")).values(last=number)
        self._session.write(taken, {"this": letter})
        return number
