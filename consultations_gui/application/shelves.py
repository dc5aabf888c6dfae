"""Every kind of aggregate reached in one way, so that the journal can treat them alike."""

from __future__ import annotations

from typing import Any, Protocol

from consultations_gui.application.ports import Single, UnitOfWork
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import AlreadyExistsError
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.workdays import Decree

Aggregate = (
    Agenda | AgreementFacts | Consultation | Correspondence | Decree | Office | Proposal | Wishes
)

SINGLES = ("correspondence", "facts", "office", "wishes")
"""Kinds there is one of; its ID in the journal is the kind's own name."""

KEPT = (
    *("agenda", "consultation", "correspondence", "decree", "facts", "office"),
    *("proposal", "wishes"),
)
"""Kinds that are aggregates, whose stored state the journal can be checked against."""


_SINGLE_TYPES = (AgreementFacts, Correspondence, Office, Wishes)


class Shelf(Protocol):
    """The aggregates of one kind; see :class:`ports.Repository` for the meanings."""

    def find(self, id: str) -> Any:
        """The aggregate called ``id``, or ``None``."""

    def all(self) -> tuple[Any, ...]:
        """All of them."""

    def add(self, value: Any) -> Any:
        """Store a new one."""

    def replace(self, value: Any) -> Any:
        """Store over the version it carries."""

    def remove(self, id: str, version: int) -> None:
        """Delete it."""


class _One:
    """A kind there is one of, as a shelf with at most one place."""

    def __init__(self, kind: str, single: Single[Any]) -> None:
        self._kind = kind
        self._single = single

    def find(self, id: str) -> Any:
        return self._single.get() if id == self._kind else None

    def all(self) -> tuple[Any, ...]:
        value = self._single.get()
        return () if value is None else (value,)

    def add(self, value: Any) -> Any:
        if self._single.get() is not None:
            raise AlreadyExistsError(kind=self._kind, id=self._kind)
        return self._single.put(value)

    def replace(self, value: Any) -> Any:
        return self._single.put(value)

    def remove(self, id: str, version: int) -> None:  # noqa: ARG002 (there is but one)
        self._single.clear(version)


def shelf(uow: UnitOfWork, kind: str) -> Shelf:
    """Where ``uow`` keeps aggregates of ``kind`` (one of :data:`KEPT`)."""
    if kind in SINGLES:
        singles: dict[str, Single[Any]] = {
            "correspondence": uow.correspondence,
            "facts": uow.facts,
            "office": uow.office,
            "wishes": uow.wishes,
        }
        return _One(kind, singles[kind])
    shelves: dict[str, Shelf] = {
        "agenda": uow.agendas,
        "consultation": uow.consultations,
        "decree": uow.decrees,
        "proposal": uow.proposals,
    }
    return shelves[kind]


def subject_of(kind: str, value: Aggregate) -> str:
    """The ID by which the journal speaks of ``value``."""
    return kind if isinstance(value, _SINGLE_TYPES) else value.id
