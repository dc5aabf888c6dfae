"""The journal's chain: each entry carries the hash of the one before and its own.

The hash is SHA-256, in lower-case hexadecimal, over these bytes: the UTF-8
encoding of one JSON object in canonical form (see
:mod:`consultations_gui.application.codec`) with exactly these keys, in this
order, without spaces::

    {"actor":…,"after":…,"at":…,"before":…,"group":…,"kind":…,"previous":…,
     "redoes":…,"seq":…,"subject":…,"undoes":…,"use_case":…}

``seq`` is a number; ``at`` is ISO 8601 in UTC (``2026-11-23T09:30:00+00:00``,
with six digits of a second where they are not zero); ``before`` and ``after``
are strings that hold JSON, or ``null``; everything else is a string.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC

from consultations_gui.application import codec
from consultations_gui.application.records import JournalEntry


def sealed(entry: JournalEntry, last: JournalEntry | None) -> JournalEntry:
    """``entry`` with its place in the chain after ``last``."""
    linked = replace(entry, previous=last.hash if last else "")
    return replace(linked, hash=fingerprint(linked))


def fingerprint(entry: JournalEntry) -> str:
    """The hash that ``entry`` must carry."""
    fields = {
        "actor": entry.actor,
        "after": entry.after,
        "at": entry.at.astimezone(UTC).isoformat(),
        "before": entry.before,
        "group": entry.group,
        "kind": entry.kind,
        "previous": entry.previous,
        "redoes": entry.redoes,
        "seq": entry.seq,
        "subject": entry.subject,
        "undoes": entry.undoes,
        "use_case": entry.use_case,
    }
    return hashlib.sha256(codec.dump(fields).encode()).hexdigest()


def fits(entry: JournalEntry, last: JournalEntry | None) -> bool:
    """Whether ``entry`` continues the chain after ``last`` and was not altered."""
    return (
        entry.seq == (last.seq if last else 0) + 1
        and entry.previous == (last.hash if last else "")
        and entry.hash == fingerprint(entry)
    )
