"""Protected information (Art. 6): markings, originators and permissions.

State secrets stay outside the program: they are protected under the
agreement of 24 May 2000, and the program says so wherever a marking is set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from consultations_gui.domain.errors import (
    NotFoundError,
    OriginatorMissingError,
    PermissionDocumentError,
    PermissionMissingError,
)
from consultations_gui.domain.parties import Side

if TYPE_CHECKING:  # an agenda is made of marked items, so it stands above this module
    from consultations_gui.domain.agenda import Agenda, AgendaItem


class Marking(StrEnum):
    """Who may see an item or paper."""

    OPEN = "open"
    PARTIES = "parties"
    """For the two Parties only."""
    RESTRICTED = "restricted"
    """Access limited by the originator's law: leaves only with written permission (Art. 6)."""


@dataclass(frozen=True)
class Permission:
    """The originator's written permission to pass one restricted item on (Art. 6).

    ``subject`` is an agenda item's uid; ``document`` the number and date of
    the written permission.
    """

    subject: str
    originator: Side
    document: str


def permitted(agenda: Agenda, item: AgendaItem) -> bool:
    """Whether ``item`` may leave: it is not restricted, or its originator's permission is there."""
    return item.marking is not Marking.RESTRICTED or any(
        permission.subject == item.uid and permission.originator is item.originator
        for permission in agenda.permissions
    )


def withheld(agenda: Agenda) -> tuple[AgendaItem, ...]:
    """The items that may not leave in a paper, an export or an invitation (Art. 6).

    These are the restricted ones without permission on record and everything
    under them: a sub-item speaks of its parent's matter, whatever it is
    marked itself. In the order of the agenda, without breaks.
    """
    found = []
    under: int | None = None
    for item in agenda.items:
        if item.is_break:
            continue
        if under is not None and item.level <= under:
            under = None
        if under is None and not permitted(agenda, item):
            under = item.level
        if under is not None:
            found.append(item)
    return tuple(found)


def require_permitted(agenda: Agenda) -> None:
    """Raise :class:`PermissionMissingError` if anything in the agenda may not leave (Art. 6)."""
    items = withheld(agenda)
    if items:
        raise PermissionMissingError(id=agenda.id, uids=tuple(item.uid for item in items))


def grant(agenda: Agenda, uid: str, document: str) -> Agenda:
    """The agenda with the originator's written permission for one item on record.

    ``document`` is the number and date of the permission. A later permission
    for the same item stands in place of the earlier one.

    Raises:
        NotFoundError: there is no such row.
        OriginatorMissingError: the item has no originator who could permit.
        PermissionDocumentError: no document is named; permission is written (Art. 6).
    """
    item = next((item for item in agenda.items if item.uid == uid), None)
    if item is None:
        raise NotFoundError(kind="agenda_item", id=uid)
    if item.originator is None:
        raise OriginatorMissingError(uid=uid)
    if not document.strip():
        raise PermissionDocumentError(uid=uid)
    others = tuple(other for other in agenda.permissions if other.subject != uid)
    permission = Permission(subject=uid, originator=item.originator, document=document.strip())
    return replace(agenda, permissions=(*others, permission))


def revoke(agenda: Agenda, uid: str) -> Agenda:
    """The agenda without a permission for the item. Raises :class:`NotFoundError`."""
    others = tuple(other for other in agenda.permissions if other.subject != uid)
    if len(others) == len(agenda.permissions):
        raise NotFoundError(kind="permission", id=uid)
    return replace(agenda, permissions=others)
