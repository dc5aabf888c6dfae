"""The invitations room's door: implements the port ``Inviter``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consultations_gui.application.ports import InvitationOrder, Method, OutFile
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.people import Person

_UNSAFE = re.compile(r"[^A-Za-z0-9.@_-]+")


class Inviter:
    """Makes calendar files and mails. icalendar is imported with the first one."""

    def calendar(self, order: InvitationOrder) -> OutFile:
        """The .ics file for everyone."""
        from consultations_gui.invitations.event import calendar_bytes  # noqa: PLC0415

        return OutFile(f"{_stem(order)}.ics", calendar_bytes(order))

    def mails(self, order: InvitationOrder) -> tuple[OutFile, ...]:
        """One .eml for each of the order's people; PUBLISH goes to nobody in person."""
        if order.method is Method.PUBLISH:
            return ()
        from consultations_gui.invitations.event import calendar_bytes  # noqa: PLC0415

        ics = calendar_bytes(order)
        return tuple(_mail(order, person, order.method, ics) for person in order.people)

    def uninvitation(self, order: InvitationOrder, address: str, language: Lang) -> OutFile:
        """The mail that takes one person's invitation back (RFC 5546, 3.2.5)."""
        from consultations_gui.invitations.event import uninviting_bytes  # noqa: PLC0415

        person = Person(uid="", email=address, language=language)
        return _mail(order, person, Method.CANCEL, uninviting_bytes(order, person))

    def options(self, uid: str, orders: Sequence[InvitationOrder]) -> OutFile:
        """One .ics with an event for each date option of an offer."""
        from consultations_gui.invitations.event import options_bytes  # noqa: PLC0415

        return OutFile("offer.ics", options_bytes(uid, orders))


def _stem(order: InvitationOrder) -> str:
    return f"{order.consultation.id}-{order.method}"


def _mail(order: InvitationOrder, person: Person, method: Method, ics: bytes) -> OutFile:
    from consultations_gui.invitations.mail import mail_bytes  # noqa: PLC0415

    name = f"{order.consultation.id}-{method}-{_UNSAFE.sub('_', person.email)}.eml"
    return OutFile(name, mail_bytes(order, person, method, ics), person.email, person.language)
