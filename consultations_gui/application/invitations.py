"""Invitations: who gets what, writing the files, and what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from consultations_gui.application.export import write_all
from consultations_gui.application.journal import change
from consultations_gui.application.ports import (
    Context,
    InvitationOrder,
    Method,
    OutFile,
    UnitOfWork,
)
from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import InvitationRefusedError, OfficeNotSetError
from consultations_gui.domain.invitation import essentials, invited, occasion
from consultations_gui.domain.parties import CityBook, Lang


@dataclass(frozen=True)
class PlannedMail:
    """One file that writing the invitation would make, and for whom (empty: for everyone)."""

    name: str
    recipient: str
    language: Lang | None
    method: Method


@dataclass(frozen=True)
class _Prepared:
    """An order with the files it makes; ``raised`` if its SEQUENCE had to rise for it."""

    order: InvitationOrder
    files: tuple[tuple[Method, OutFile], ...]
    essentials: str
    raised: Consultation | None


def planned(ctx: Context, id: str, method: Method) -> tuple[PlannedMail, ...]:
    """What :func:`write` would write now; writes nothing.

    Raises:
        InvitationRefusedError: it cannot be issued as things stand.
        OfficeNotSetError: the register does not know whose office invites.
        UnknownCityZoneError: the venue's time zone is not known.
    """
    with ctx.work() as uow:
        prepared = _prepare(ctx, uow, id, method, ctx.clock.now().astimezone(UTC))
    return tuple(
        PlannedMail(file.name, file.recipient, file.language, kind) for kind, file in prepared.files
    )


def write(ctx: Context, id: str, method: Method, folder: Path) -> tuple[Path, ...]:
    """Write the .ics file and a mail for each person into ``folder``, and keep that on record.

    SEQUENCE rises when start, end, status or place differ from what was last
    issued (RFC 5546, 2.1.4). People invited before who are no longer in a
    delegation get a mail that takes the invitation back, also when the whole
    meeting is called off. The record cannot be undone: what was sent was sent.

    Raises:
        CannotWriteError: the folder cannot be written; nothing is on record then.
        InvitationRefusedError, OfficeNotSetError, UnknownCityZoneError: as :func:`planned`.
    """
    with change(ctx, "invitation.write") as act:
        prepared = _prepare(ctx, act.uow, id, method, act.now)
        before = act.uow.consultations.get(id)
        if prepared.raised is not None:
            act.replace(before, prepared.raised)
        for kind, file in prepared.files:
            act.sent(
                InvitationRecord(
                    consultation=id,
                    method=kind.value,
                    recipient=file.recipient,
                    sequence=prepared.order.consultation.sequence,
                    at=act.now,
                    language=file.language.value if file.language else "",
                    essentials=prepared.essentials,
                )
            )
        return write_all([file for _, file in prepared.files], folder)


def sent(ctx: Context, id: str) -> tuple[InvitationRecord, ...]:
    """What was issued for one consultation, oldest first."""
    with ctx.work() as uow:
        return uow.invitations.of(uow.consultations.get(id).id)


def _prepare(ctx: Context, uow: UnitOfWork, id: str, method: Method, now: datetime) -> _Prepared:
    consultation = uow.consultations.get(id)
    office = uow.office.get()
    if office is None:
        raise OfficeNotSetError
    agenda = uow.agendas.find(id) or Agenda(id=id)
    cities = CityBook(office.cities)
    zone = cities.zone(consultation.venue, consultation.host)
    when = occasion(consultation, agenda, zone, cancelling=method is Method.CANCEL)
    people = invited(consultation)
    if method is not Method.PUBLISH and not office.email:
        raise InvitationRefusedError(id=id, cause="no_organizer")
    history = uow.invitations.of(id)
    now_essential = essentials(consultation, when)
    raised = _raised(consultation, now_essential, history)
    order = InvitationOrder(
        consultation=raised or consultation,
        agenda=agenda,
        office=office,
        cities=cities,
        method=method,
        occasion=when,
        people=people,
        stamp=now,
        created=history[0].at if history else now,
    )
    return _Prepared(order, tuple(_files(ctx, order, history)), now_essential, raised)


def _files(
    ctx: Context, order: InvitationOrder, history: tuple[InvitationRecord, ...]
) -> Iterator[tuple[Method, OutFile]]:
    """What is written: for everyone, for each person, and to take invitations back.

    Where nobody is left to invite, those who were invited still hear of it;
    without anyone a REQUEST is no file for everyone either (RFC 5546, 3.2.2).
    """
    back = [] if order.method is Method.PUBLISH else _taken_back(ctx, order, history)
    if order.method is not Method.PUBLISH and not (order.people or back):
        raise InvitationRefusedError(id=order.consultation.id, cause="no_people")
    if order.people or order.method is not Method.REQUEST:
        yield order.method, ctx.inviter.calendar(order)
    yield from ((order.method, file) for file in ctx.inviter.mails(order))
    yield from ((Method.CANCEL, file) for file in back)


def _raised(
    consultation: Consultation, essential: str, history: tuple[InvitationRecord, ...]
) -> Consultation | None:
    """The consultation with a SEQUENCE above the last issued one, where it must have one."""
    if not history:
        return None
    last = history[-1]
    floor = last.sequence + (last.essentials != essential)
    if consultation.sequence >= floor:
        return None
    return replace(consultation, sequence=floor)


def _taken_back(
    ctx: Context, order: InvitationOrder, history: tuple[InvitationRecord, ...]
) -> list[OutFile]:
    latest: dict[str, InvitationRecord] = {}
    for record in history:
        if record.recipient:
            latest[record.recipient] = record
    still = {person.email.casefold() for person in order.people}
    return [
        ctx.inviter.uninvitation(order, address, Lang(record.language))
        for address, record in latest.items()
        if record.method == Method.REQUEST.value and address.casefold() not in still
    ]
