"""Records the application keeps beside the domain's values: the journal and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class JournalEntry:
    """One change: who, when, by which use case, what it was before and after.

    ``seq`` counts from 1 without gaps. ``before`` and ``after`` are the
    aggregate as canonical JSON, ``None`` where it did not exist. Entries of
    one act share a ``group`` (the first one's ``act`` ID). ``undoes`` and
    ``redoes`` name the group this entry takes back or repeats. ``previous``
    and ``hash`` chain the entries (SHA-256, hex, over the canonical JSON of
    all other fields).
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
class InvitationRecord:
    """An invitation that was written or sent.

    ``method`` is the iTIP method (RFC 5546), ``recipient`` an e-mail address
    or empty for a file for everyone, ``sequence`` the SEQUENCE it carried.
    """

    consultation: str
    method: str
    recipient: str
    sequence: int
    at: datetime
    language: str = ""
