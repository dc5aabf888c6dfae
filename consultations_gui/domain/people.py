"""Persons and delegations. Names are stored exactly as supplied, never filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.domain.errors import InvalidEmailError, NameMissingError, TwoHeadsError
from consultations_gui.domain.parties import Lang, Side

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def require_email(address: str) -> None:
    """Refuse an address that is neither empty nor one calendar programs accept.

    Raises:
        InvalidEmailError: not an ASCII address (RFC 5322 addr-spec, RFC 6068).
    """
    if address and not _ADDRESS.fullmatch(address):
        raise InvalidEmailError(address=address)


TEXTS = ("name_zh", "name_ru", "name_latin", "post_zh", "post_ru", "email")
"""The fields of a person that somebody types."""


class Role(StrEnum):
    """What a delegate does in a delegation."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    EXPERT = "expert"
    INTERPRETER = "interpreter"
    SECRETARY = "secretary"


@dataclass(frozen=True)
class Person:
    """A person in up to three scripts; ``post`` in both languages.

    ``language`` is the one invitations are written in for this person.
    """

    uid: str
    name_zh: str = ""
    name_ru: str = ""
    name_latin: str = ""
    post_zh: str = ""
    post_ru: str = ""
    email: str = ""
    language: Lang = Lang.ZH

    def name(self, lang: Lang) -> str:
        """The name in ``lang`` as supplied; the other script's where only that was given."""
        own, other = (
            (self.name_zh, self.name_ru) if lang is Lang.ZH else (self.name_ru, self.name_zh)
        )
        return own or self.name_latin or other

    def require_valid(self) -> None:
        """Refuse a person without a name, or with an address calendar programs would refuse.

        Raises:
            NameMissingError: no name in any script.
            InvalidEmailError: not an ASCII address (RFC 5322 addr-spec, RFC 6068).
        """
        if not any(n.strip() for n in (self.name_zh, self.name_ru, self.name_latin)):
            raise NameMissingError
        require_email(self.email)


@dataclass(frozen=True)
class Delegate:
    """A person in a delegation."""

    person: Person
    role: Role = Role.MEMBER


@dataclass(frozen=True)
class Delegation:
    """One Party's people at one consultation, in protocol order."""

    side: Side
    delegates: tuple[Delegate, ...] = ()

    @property
    def head(self) -> Person | None:
        """The head of delegation, if named."""
        return next((d.person for d in self.delegates if d.role is Role.HEAD), None)


def require_delegation(delegation: Delegation) -> None:
    """Refuse a delegation that could not be invited or seated.

    Raises:
        TwoHeadsError: more than one head of delegation.
        NameMissingError, InvalidEmailError: see :meth:`Person.require_valid`.
    """
    if sum(d.role is Role.HEAD for d in delegation.delegates) > 1:
        raise TwoHeadsError(side=delegation.side.value)
    for delegate in delegation.delegates:
        delegate.person.require_valid()
