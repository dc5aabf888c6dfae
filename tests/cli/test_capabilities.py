"""One command line imports and builds what it names, and nothing of the other commands."""

from __future__ import annotations

import argparse

import pytest

from consultations_gui.cli import commands
from consultations_gui.cli.capabilities import COMMANDS
from consultations_gui.cli.grammar import Parser, speak
from consultations_gui.cli.run import build_parser
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from tests.architecture.source import program
from tests.cli.desk import Desk

HOME = commands.__name__


def names(parser: Parser) -> list[str]:
    """The commands on the first level."""
    (found,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return list(found.choices)


def parser_of(*words: str) -> Parser:
    spoken = words_for(Language.EN)
    speak(spoken)
    return build_parser(spoken, words)


@pytest.mark.parametrize("module", COMMANDS)
def test_each_module_registers_what_the_table_says(module: str) -> None:
    for command in COMMANDS[module]:
        assert names(parser_of("--json", command)) == ["gui", *COMMANDS[module]]


def test_every_module_of_commands_is_in_the_table_or_one_that_is_brings_it() -> None:
    rooms = [one for one in program() if one.name.startswith(f"{HOME}.")]
    brought = {name for one in rooms for name in one.imports}
    alone = {one.name.removeprefix(f"{HOME}.") for one in rooms if one.name not in brought}
    assert alone
    assert alone <= set(COMMANDS)


def test_the_window_needs_none() -> None:
    assert names(parser_of("gui", "--lang", "ru")) == ["gui"]


def test_help_and_complaints_show_them_all(blank: Desk) -> None:
    told = blank.refused("stauts")
    assert all(name in told for own in COMMANDS.values() for name in own)
    helped = blank.do("--help")
    assert all(f"  {name} " in helped for own in COMMANDS.values() for name in own)
