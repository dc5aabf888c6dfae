"""``office key``: the keys packets are signed with."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from consultations_gui.application import office_keys, offices
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.domain.keys import OfficeKey, fingerprint
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_

WHOSE = ("own", "counterpart")


def register(office: Group) -> None:
    """Add the ``office key`` commands to the group ``office``."""
    keys = office.group("key", N_("the keys packets are signed with"))
    export = keys.command("export", N_("write the office's public key"), _export)
    export.filled("--out", N_("the file to write"), required=True, metavar="FILE")
    trust = keys.command("trust", N_("trust the other office's key"), _trust)
    trust.option("file", N_("the file with the key"))
    revoke = keys.command("revoke", N_("end a key for good"), _revoke)
    revoke.option("whose", N_("own or counterpart"), choices=WHOSE)


def document(key: OfficeKey | None) -> dict[str, Any] | None:
    """A key as the JSON document shows it."""
    if key is None:
        return None
    return {
        "side": str(key.side),
        "public_key": key.public,
        "fingerprint": fingerprint(key.public),
        "since": plain(key.since),
        "revoked": plain(key.revoked),
    }


def lines(terminal: Terminal, key: OfficeKey) -> Iterator[str]:
    """A key for a person: whose, its fingerprint to read out, and the key itself."""
    words = terminal.words
    yield words.tr("Key, {side}", side=label(key.side, words))
    yield "  " + words.tr("Fingerprint: {digits}", digits=fingerprint(key.public))
    yield "  " + words.tr("Public key: {key}", key=key.public)


def _tell(terminal: Terminal, key: OfficeKey) -> int:
    return terminal.answer(document(key), lines(terminal, key))


def _export(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, office_keys.export(terminal.ctx, Path(args.out)))


def _trust(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, office_keys.trust(terminal.ctx, Path(args.file)))


def _revoke(terminal: Terminal, args: argparse.Namespace) -> int:
    with terminal.ctx.work() as uow:
        own = offices.own(uow).side
    side = own if args.whose == "own" else own.other
    return _tell(terminal, office_keys.revoke(terminal.ctx, side))
