"""``office``: whose secretariat keeps this register."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from consultations_gui.application import office_keys, offices
from consultations_gui.cli.commands import keys
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.domain.keys import fingerprint
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City, Side
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``office`` commands."""
    office = group.group("office", N_("whose secretariat keeps this register"))
    init = office.command("init", N_("say which side's office this is"), _init)
    init.side("--side", N_("the office's side"), required=True)
    init.option("--name-zh", N_("the office's name in Chinese"), required=True)
    init.option("--name-ru", N_("the office's name in Russian"), required=True)
    init.option("--email", N_("address invitations are sent from"), default="")
    first = N_("side that hosts the very first regular round (CN)")
    init.side("--first-host", first, default=str(Side.CN))
    office.command("show", N_("show the office"), _show, reads=True)
    city = office.command("city", N_("add a city with its time zone"), _city)
    city.option("name", N_("the city's name in English"))
    city.option("--country", N_("two-letter country code"), required=True)
    city.option("--name-zh", N_("name in Chinese"), required=True)
    city.option("--name-ru", N_("name in Russian"), required=True)
    city.option("--zone", N_("IANA time zone, e.g. Asia/Novosibirsk"), required=True)
    keys.register(office)


def _init(terminal: Terminal, args: argparse.Namespace) -> int:
    names = (args.name_zh, args.name_ru, args.email)
    office = offices.init(terminal.ctx, Side(args.side), *names, Side(args.first_host))
    return terminal.answer(office, _lines(terminal, office))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    own, other = office_keys.own(terminal.ctx), office_keys.counterpart(terminal.ctx)
    with terminal.ctx.work() as uow:
        office = offices.own(uow)
    shown = plain(office) | {
        "fingerprint": fingerprint(own.public),
        "public_key": own.public,
        "counterpart": keys.document(other),
    }
    told = [line for key in (own, other) if key for line in keys.lines(terminal, key)]
    return terminal.answer(shown, (*_lines(terminal, office), *told))


def _city(terminal: Terminal, args: argparse.Namespace) -> int:
    city = City(args.name, args.country.upper(), args.name_zh, args.name_ru, args.zone)
    office = offices.add_city(terminal.ctx, city)
    return terminal.answer(office, _lines(terminal, office))


def _lines(terminal: Terminal, office: Office) -> Iterator[str]:
    words = terminal.words
    yield from table(
        (
            (words.tr("Side"), label(office.side, words)),
            (words.tr("Name in Chinese"), office.name_zh),
            (words.tr("Name in Russian"), office.name_ru),
            (words.tr("E-mail"), office.email or "—"),
            (words.tr("First host"), label(office.first_host, words)),
            (words.tr("Term for extraordinary consultations in Russian"), office.extraordinary_ru),
            *((words.tr("City"), f"{c.key} · {c.zh} · {c.ru} · {c.zone}") for c in office.cities),
        )
    )
