"""``office``: whose secretariat keeps this register."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from consultations_gui.application import offices
from consultations_gui.cli import arguments
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, table
from consultations_gui.domain.errors import OfficeNotSetError
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City, Side
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``office`` commands."""
    words = group.words
    office = group.group("office", N_("whose secretariat keeps this register"))
    init = office.command("init", N_("say which side's office this is"), _init)
    option(init, words, "--side", about=N_("CN or RU"), type=arguments.side, required=True)
    option(init, words, "--name-zh", about=N_("the office's name in Chinese"), required=True)
    option(init, words, "--name-ru", about=N_("the office's name in Russian"), required=True)
    option(init, words, "--email", about=N_("address invitations are sent from"), default="")
    option(
        init,
        words,
        "--first-host",
        about=N_("side that hosts the very first regular round (CN)"),
        type=arguments.side,
        default=Side.CN,
    )
    office.command("show", N_("show the office"), _show)
    city = office.command("city", N_("add a city with its time zone"), _city)
    option(city, words, "name", about=N_("the city's name in English"))
    option(city, words, "--country", about=N_("two-letter country code"), required=True)
    option(city, words, "--name-zh", about=N_("name in Chinese"), required=True)
    option(city, words, "--name-ru", about=N_("name in Russian"), required=True)
    option(city, words, "--zone", about=N_("IANA time zone, e.g. Asia/Novosibirsk"), required=True)


def _init(terminal: Terminal, args: argparse.Namespace) -> int:
    office = offices.init(
        terminal.ctx, args.side, args.name_zh, args.name_ru, args.email, args.first_host
    )
    return terminal.answer(office, _lines(terminal, office))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    office = offices.show(terminal.ctx)
    if office is None:
        raise OfficeNotSetError
    return terminal.answer(office, _lines(terminal, office))


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
            *((words.tr("City"), f"{c.key} · {c.zh} · {c.ru} · {c.zone}") for c in office.cities),
        )
    )
