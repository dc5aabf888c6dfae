"""Records the application keeps beside the domain's values: the journal and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class JournalEntry:
    """One change: who, when, by which use case, what it was before and after.

    ``seq`` counts from 1 without gaps. ``kind`` and ``subject`` name the
    aggregate (``"consultation"``, ``"R3"``). ``before`` and ``after`` are the
    aggregate as canonical JSON, ``None`` where it did not exist. Entries of
    one step share a ``group``: the ``seq`` of its first entry, and the edit
    session it belongs to after a colon, if any (``"17"``, ``"17:a6f0"``).
    ``undoes`` names the group this entry takes back; ``redoes`` the group of
    an undo that this entry takes back. ``previous`` is the ``hash`` of the
    entry before (empty for the first); ``hash`` is over all other fields, see
    :mod:`consultations_gui.application.chain`.
    """

    seq: int
    at: datetime
    actor: str
    use_case: str
    kind: str
    subject: str
    before: str | None
    after: str | None
    group: str
    undoes: str = ""
    redoes: str = ""
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True)
class Heading:
    """An entry without its two states, which may be long.

    ``adds`` and ``removes`` say that there is no state before or after.
    """

    seq: int
    at: datetime
    actor: str
    use_case: str
    kind: str
    subject: str
    group: str
    undoes: str
    redoes: str
    adds: bool
    removes: bool


@dataclass(frozen=True)
class InvitationRecord:
    """An invitation that was written or sent.

    ``method`` is the iTIP method (RFC 5546), ``recipient`` an e-mail address
    or empty for a file for everyone, ``sequence`` the SEQUENCE it carried,
    ``essentials`` what must not change without a higher one.
    """

    consultation: str
    method: str
    recipient: str
    sequence: int
    at: datetime
    language: str = ""
    essentials: str = ""
