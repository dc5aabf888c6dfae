"""Calendar files and mails as they are ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from consultations_gui.application.ports.files import OutFile
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.invitation import Occasion
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import CityBook, Lang
from consultations_gui.domain.people import Person


class Method(StrEnum):
    """iTIP method of an invitation (RFC 5546)."""

    REQUEST = "request"
    CANCEL = "cancel"
    PUBLISH = "publish"


@dataclass(frozen=True)
class InvitationOrder:
    """What an invitation is made from.

    ``occasion`` is when it takes place and how it stands, ``stamp`` becomes
    DTSTAMP and ``created`` CREATED (both aware UTC).
    """

    consultation: Consultation
    agenda: Agenda
    office: Office
    cities: CityBook
    method: Method
    occasion: Occasion
    people: tuple[Person, ...]
    stamp: datetime
    created: datetime


class Inviter(Protocol):
    """Makes calendar files and mails."""

    def calendar(self, order: InvitationOrder) -> OutFile:
        """The .ics file."""

    def mails(self, order: InvitationOrder) -> tuple[OutFile, ...]:
        """One .eml for each of the order's people (none for PUBLISH)."""

    def uninvitation(self, order: InvitationOrder, address: str, language: Lang) -> OutFile:
        """The mail that takes one person's invitation back (RFC 5546, 3.2.5)."""

    def options(self, uid: str, orders: Sequence[InvitationOrder]) -> OutFile:
        """One .ics with an event for each date option of an offer; ``uid`` is the calendar's."""
