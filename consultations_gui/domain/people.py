"""Persons and delegations. Names are stored exactly as supplied, never filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.domain.errors import InvalidEmailError
from consultations_gui.domain.parties import Lang, Side

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


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
        """Raise :class:`InvalidEmailError` for an address calendar programs would refuse."""
        if self.email and not _ADDRESS.fullmatch(self.email):
            raise InvalidEmailError(address=self.email)


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
