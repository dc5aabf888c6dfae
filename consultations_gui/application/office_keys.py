"""The office's own key, and the other office's, which is trusted once and by telephone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from consultations_gui.application import offices
from consultations_gui.application.export import write_all
from consultations_gui.application.journal import Change, change
from consultations_gui.application.packet_files import read_file
from consultations_gui.application.ports import Context, OutFile
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.errors import (
    KeyAlreadyTrustedError,
    KeyFileError,
    KeyMissingError,
    KeyRevokedError,
)
from consultations_gui.domain.keys import OfficeKey, active, fingerprint, key_data, known, read_key
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side

PROGRAM = "consultations"
"""Who made the office's key, in the journal."""

_LONGEST_FILE = 4096


def own(ctx: Context) -> OfficeKey:
    """The office's own key; the pair is made when it is first asked for.

    Raises ``OfficeNotSetError``; ``CannotWriteError`` where it cannot be kept.
    """
    with ctx.work() as uow:
        office = offices.own(uow)
    key = active(office.keys, office.side)
    if key is not None:
        return key
    # No person's step: nobody's undo takes a key back that the other office may trust by now.
    with (
        change(replace(ctx, actor=PROGRAM), "office.key.make") as step,
        at_hand(ctx, step) as made,
    ):
        return made


@contextmanager
def at_hand(ctx: Context, step: Change) -> Iterator[OfficeKey]:
    """The office's own key within a step; one that had to be made is forgotten if the step fails.

    Raises ``OfficeNotSetError``; ``CannotWriteError`` where it cannot be kept.
    """
    office = offices.own(step.uow)
    key = active(office.keys, office.side)
    if key is not None:
        yield key
        return
    key = OfficeKey(office.side, ctx.keys.make(), step.now)
    try:
        step.replace(office, replace(office, keys=(*office.keys, key)))
        yield key
    except BaseException:
        ctx.keys.forget(key.public)
        raise


def counterpart(ctx: Context) -> OfficeKey | None:
    """The other office's key that is trusted. Raises ``OfficeNotSetError``."""
    with ctx.work() as uow:
        office = offices.own(uow)
    return active(office.keys, office.side.other)


def export(ctx: Context, path: Path) -> OfficeKey:
    """Write the office's public key to ``path``, for the other office to trust.

    Raises ``CannotWriteError`` and what :func:`own` raises.
    """
    key = own(ctx)
    write_all([OutFile(path.name, canonical(key_data(key)) + b"\n")], path.parent)
    return key


def look(ctx: Context, path: Path) -> OfficeKey:
    """The key in a file of the other office, to be compared before it is trusted.

    ``since`` is now for one that is not trusted yet. Raises what :func:`trust` raises.
    """
    content = read_file(path, _LONGEST_FILE)
    with ctx.work() as uow:
        office = offices.own(uow)
    public, found = _read(content, office)
    return found or OfficeKey(office.side.other, public, ctx.clock.now())


def trust(ctx: Context, path: Path) -> OfficeKey:
    """Trust the key in a file of the other office; nothing changes if it is trusted already.

    Raises:
        CannotReadError, OfficeNotSetError, KeyFileError.
        KeyAlreadyTrustedError: another one is trusted; it is revoked first.
        KeyRevokedError: this one was revoked.
    """
    content = read_file(path, _LONGEST_FILE)
    with ctx.work() as uow:
        public, found = _read(content, offices.own(uow))
    if found is not None:
        return found
    with change(ctx, "office.key.trust") as step:
        office = offices.own(step.uow)
        key = OfficeKey(office.side.other, public, step.now)
        step.replace(office, replace(office, keys=(*office.keys, key)))
        return key


def _read(content: bytes, office: Office) -> tuple[str, OfficeKey | None]:
    """The public key in the file, and what is known of it if it is trusted already."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise KeyFileError(cause="unreadable") from None
    public = read_key(data, office.side)
    theirs = office.side.other
    found = known(office.keys, theirs, public)
    if found is not None and found.revoked is not None:
        raise KeyRevokedError(side=theirs.value, fingerprint=fingerprint(public))
    other = active(office.keys, theirs)
    if other is not None and other != found:
        raise KeyAlreadyTrustedError(side=theirs.value, fingerprint=fingerprint(other.public))
    return public, found


def revoke(ctx: Context, side: Side) -> OfficeKey:
    """End the key of ``side``: the other office's is trusted no more, our own signs no more.

    Our private half is deleted; a new pair is made when it is next asked for.

    Raises:
        KeyMissingError: there is none. OfficeNotSetError.
    """
    with change(ctx, "office.key.revoke") as step:
        office = offices.own(step.uow)
        key = active(office.keys, side)
        if key is None:
            raise KeyMissingError(side=side.value)
        ended = replace(key, revoked=step.now)
        keys = tuple(ended if one == key else one for one in office.keys)
        step.replace(office, replace(office, keys=keys))
    if side is office.side:
        ctx.keys.forget(key.public)
    return ended
