"""A thin layer over argparse: worded commands that know their handler."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from consultations_gui.cli.output import Terminal
from consultations_gui.domain.errors import UsageError
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_, Words

Handler = Callable[[Terminal, argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser that raises :class:`UsageError` rather than leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Raise the usage error with argparse's own (already worded) message."""
        raise UsageError(message=message, usage=self.format_usage())


class Group:
    """A command with commands under it, or the top of the command line."""

    def __init__(self, parser: argparse.ArgumentParser, words: Words, dest: str) -> None:
        self.words = words
        self._commands = parser.add_subparsers(
            dest=dest,
            metavar=words.tr("COMMAND"),
            title=words.tr("commands"),
            required=dest != "command",
        )

    def command(self, name: str, about: str, handler: Handler) -> argparse.ArgumentParser:
        """Add a command; ``about`` is a marked msgid."""
        text = self.words.tr(about)
        parser = self._commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        parser.set_defaults(handler=handler)
        everywhere(parser, self.words)
        return parser

    def group(self, name: str, about: str) -> Group:
        """Add a command that only holds others."""
        text = self.words.tr(about)
        parser = self._commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        return Group(parser, self.words, dest=f"{name}_command")


def everywhere(parser: argparse.ArgumentParser, words: Words) -> None:
    """Add the options that may stand before a command or after it; the later one counts."""
    for names, about, how in (
        ("--database", N_("register to work on"), {"metavar": "PATH|URL"}),
        ("--lang", N_("language of messages"), {"choices": [str(lang) for lang in Language]}),
        ("--json", N_("print one JSON document"), {"action": "store_true"}),
    ):
        option(parser, words, names, about=about, default=argparse.SUPPRESS, **how)


def option(
    parser: argparse.ArgumentParser, words: Words, *names: str, about: str, **how: Any
) -> None:
    """Add an argument whose help is a marked msgid."""
    parser.add_argument(*names, help=words.tr(about), **how)


ARGPARSE_MESSAGES = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
)
"""What argparse itself says, so that our catalogues hold it too."""


def speak(words: Words) -> None:
    """Let argparse word its own messages from our catalogues.

    It looks them up through two names of its module, meant for gettext's
    process-wide domain; handing it our lookup keeps one catalogue system.
    """
    vars(argparse)["_"] = words.tr
    vars(argparse)["ngettext"] = words.trn
