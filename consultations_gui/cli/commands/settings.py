"""``settings``: how rounds are wished, what departing from that costs, and the office's term."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from consultations_gui.application import offices, planning
from consultations_gui.cli.grammar import Group, whole
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import listed
from consultations_gui.domain.errors import InvalidPeriodError, UsageError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import LIMITS, Season, Weights, Wishes
from consultations_gui.i18n.wording import field_text, label
from consultations_gui.i18n.wording_plan import season_text
from consultations_gui.i18n.words import N_

NUMBERS = tuple(name for name in LIMITS if name != "weights")
WEIGHTS = tuple(f"weights.{one.name}" for one in fields(Weights))
SEASONS = {f"seasons.{side}": side for side in Side}
TERM = "term.extraordinary"
NAMES = (*NUMBERS, *WEIGHTS, *SEASONS, TERM)

_WINDOW = re.compile(r"(\d{1,2})-(\d{1,2})\.\.(\d{1,2})-(\d{1,2})")


def register(group: Group) -> None:
    """Add the ``settings`` commands."""
    settings = group.group("settings", N_("how rounds are wished, the weights of a plan, a term"))
    get = settings.command("get", N_("show the settings"), _get, reads=True, blank=True)
    get.add_argument(
        "name", nargs="?", choices=NAMES, metavar="NAME", help=get.words.tr(_NAMES_HELP)
    )
    put = settings.command("set", N_("change a setting"), _set)
    put.add_argument("name", choices=NAMES, metavar="NAME", help=put.words.tr(_NAMES_HELP))
    value = N_(
        "a whole number; for seasons 09-01..10-31,12-15..01-20 or none; for term.extraordinary a "
        "Russian adjective in the plural, for example дополнительные"
    )
    put.option("value", value, metavar="VALUE")
    put.set_defaults(usage=put.format_usage())


_NAMES_HELP = N_(
    "rounds, days, gap, notice, travel_before, travel_after, weights.gap, weights.season, "
    "weights.travel, weights.short, weights.provisional, seasons.CN, seasons.RU, "
    "term.extraordinary"
)


def _get(terminal: Terminal, args: argparse.Namespace) -> int:
    return _told(terminal, args.name)


def _set(terminal: Terminal, args: argparse.Namespace) -> int:
    if args.name == TERM:
        offices.set_term(terminal.ctx, args.value)
        return _told(terminal, TERM)
    wishes = planning.wishes(terminal.ctx)
    if args.name in SEASONS:
        side = SEASONS[args.name]
        others = tuple(one for one in wishes.seasons if one.side is not side)
        wishes = replace(wishes, seasons=others + tuple(_seasons(side, args.value)))
    else:
        wishes = _numbered(wishes, args.name, _whole(terminal, args))
    planning.set_wishes(terminal.ctx, wishes)
    return _told(terminal, args.name)


def _whole(terminal: Terminal, args: argparse.Namespace) -> int:
    try:
        return whole(terminal.words)(args.value)
    except argparse.ArgumentTypeError as error:
        raise UsageError(message=str(error), usage=args.usage) from None


def _numbered(wishes: Wishes, name: str, value: int) -> Wishes:
    changed: dict[str, Any] = {name.rpartition(".")[2]: value}
    if name in WEIGHTS:
        return replace(wishes, weights=replace(wishes.weights, **changed))
    return replace(wishes, **changed)


def _seasons(side: Side, text: str) -> Iterator[Season]:
    """``09-01..10-31,12-15..01-20``: windows of month-days; ``none`` for no window."""
    if text.strip() in ("", "none"):
        return
    for part in text.split(","):
        found = _WINDOW.fullmatch(part.strip())
        if found is None:
            raise InvalidPeriodError(text=part.strip())
        yield Season(side, *(int(number) for number in found.groups()))


def _told(terminal: Terminal, name: str | None) -> int:
    names = (name,) if name else NAMES
    wishes = planning.wishes(terminal.ctx)
    document = {
        one: offices.term(terminal.ctx) if one == TERM else _value(wishes, one) for one in names
    }
    return terminal.answer(document, table(_rows(terminal, wishes, names)))


def _value(wishes: Wishes, name: str) -> int | list[str]:
    if name in SEASONS:
        own = (one for one in wishes.seasons if one.side is SEASONS[name])
        return [
            f"{one.from_month:02}-{one.from_day:02}..{one.to_month:02}-{one.to_day:02}"
            for one in own
        ]
    owner = wishes.weights if name in WEIGHTS else wishes
    number: int = getattr(owner, name.rpartition(".")[2])
    return number


def _rows(
    terminal: Terminal, wishes: Wishes, names: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    words = terminal.words
    for name in names:
        if name in SEASONS:
            side = SEASONS[name]
            own = (season_text(one, words) for one in wishes.seasons if one.side is side)
            about = listed(terminal, (field_text("seasons", words), label(side, words)))
            yield name, listed(terminal, own) or "—", about
        elif name == TERM:
            yield name, offices.term(terminal.ctx), field_text("extraordinary_ru", words)
        else:
            yield name, str(_value(wishes, name)), field_text(name, words)
