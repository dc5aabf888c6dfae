"""A thin layer over argparse: worded commands that know their handler."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, NoReturn, cast

from consultations_gui.cli.output import Terminal, wrap
from consultations_gui.domain.errors import UsageError
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_, Words

Handler = Callable[[Terminal, argparse.Namespace], int]

OWN_LANG = (("proposal", "note"), ("proposal", "wording"))
"""Commands, and groups of commands, behind which ``--lang`` means the language of a text."""

# Longer ones are no number of anything here, and SQLite's integers end at nineteen digits.
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")

_HEADED = re.compile(r"(?<=[\u4e00-\u9fff]):$", re.MULTILINE)


class Help(argparse.HelpFormatter):
    """Breaks lines by the columns they take: a Chinese line has no spaces to break at."""

    def format_help(self) -> str:
        """The help; behind a Chinese heading stands a Chinese colon and not argparse's own."""
        return _HEADED.sub("：", super().format_help())

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(text, width - len(indent)))


class _Once(argparse.Action):
    """Stores a value, and refuses a second one: which of two was meant nobody can tell.

    Options that may be repeated say so with ``action="append"``.
    """

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Store ``values``; raises :class:`argparse.ArgumentError` where some were stored."""
        own = cast("Parser", parser)
        if option_string is not None and self.dest in own.given:
            raise argparse.ArgumentError(self, own.words.tr("it is given twice; give it once"))
        own.given.add(self.dest)
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """A parser that words its help and raises :class:`UsageError` rather than leave the program.

    The options every command takes may stand before a command or after it;
    the later one counts. Any other that takes a value is refused when it is
    given twice, unless it collects them. In a command about texts of a language of their own
    (``own_lang``), ``--lang`` means that language, and stands for the
    screen's only before the command.
    """

    def __init__(self, words: Words, *, own_lang: bool = False, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=Help, **settings)
        self.words = words
        self.given: set[str] = set()  # what has its value already
        self.register("action", None, _Once)
        unset = argparse.SUPPRESS  # so that what stood before the command is kept
        self.filled("--database", N_("register to work on"), metavar="PATH|URL", default=unset)
        if not own_lang:
            languages = [str(language) for language in Language]
            self.option("--lang", N_("language of messages"), choices=languages, default=unset)
        self.option("--json", N_("print one JSON document"), action="store_true", default=unset)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does; what was given in an earlier run is forgotten."""
        self.given.clear()
        return super().parse_known_args(args, namespace)

    def option(self, name: str, about: str, **how: Any) -> None:
        """Add an argument; ``about`` is a marked msgid, ``how`` as for ``add_argument``."""
        self.add_argument(name, help=self.words.tr(about), **how)

    def filled(self, name: str, about: str, **how: Any) -> None:
        """Add an argument that may not be empty: a script's unset variable names no file."""
        self.option(name, about, type=_filled(self.words), **how)

    def choice(self, name: str, about: str, choices: Iterable[StrEnum], **how: Any) -> None:
        """Add an argument that takes one of ``choices``."""
        self.option(name, about, choices=[str(choice) for choice in choices], **how)

    def side(self, name: str, about: str, **how: Any) -> None:
        """Add an argument that names a side, CN or RU, in either case."""
        self.choice(name, about, Side, type=str.upper, **how)

    def number(self, name: str, about: str, least: int | None = None, **how: Any) -> None:
        """Add an argument that takes a whole number, not below ``least``."""
        self.option(name, about, type=whole(self.words, least), **how)

    def text_lang(self, about: str, choices: Iterable[StrEnum], **how: Any) -> None:
        """Add ``--lang`` as the language of a text, in a parser made with ``own_lang``."""
        self.choice("--lang", about, choices, dest="text_lang", **how)

    def error(self, message: str) -> NoReturn:
        """Raise the usage error with argparse's own (already worded) message."""
        raise UsageError(message=message, usage=self.format_usage())


class Group:
    """A command with commands under it, or the top of the command line."""

    def __init__(self, parser: Parser, dest: str, *, required: bool = True) -> None:
        words = parser.words
        self.words = words
        self._commands = parser.add_subparsers(
            dest=dest,
            metavar=words.tr("COMMAND"),
            title=words.tr("commands"),
            required=required and dest != "command",
        )

    def command(
        self,
        name: str,
        about: str,
        handler: Handler | None = None,
        *,
        reads: bool = False,
        blank: bool = False,
        own_lang: bool = False,
    ) -> Parser:
        """Add a command; ``about`` is a marked msgid. Without a handler it opens the window.

        One that ``reads`` tells what a register holds: it never makes a new one out of a
        mistyped name; where an empty one would answer as well, it is also ``blank``.
        ``own_lang`` as in :class:`Parser`; such a command stands in
        :data:`OWN_LANG`.
        """
        parser = self._add(name, about, own_lang=own_lang)
        parser.set_defaults(handler=handler, reads=reads, blank=blank)
        return parser

    def group(self, name: str, about: str, *, own_lang: bool = False) -> Group:
        """Add a command that only holds others; ``own_lang`` as in :class:`Parser`."""
        return Group(self._add(name, about, own_lang=own_lang), dest=f"{name}_command")

    def _add(self, name: str, about: str, **settings: Any) -> Parser:
        text = self.words.tr(about)
        return self._commands.add_parser(
            name, words=self.words, help=text, description=text, **settings
        )


def _filled(words: Words) -> Callable[[str], str]:
    """Reads a text that says something, for argparse's ``type``."""

    def read(text: str) -> str:
        if not text.strip():
            raise argparse.ArgumentTypeError(words.tr("it is empty; name a file or folder"))
        return text

    return read


def whole(words: Words, least: int | None = None) -> Callable[[str], int]:
    """Reads a whole number, for argparse's ``type``; not below ``least``."""

    def read(text: str) -> int:
        if re.fullmatch("[+-]?[0-9]{10,}", text):
            raise argparse.ArgumentTypeError(
                words.tr("a number up to {most} is expected, not {text}", most=10**9 - 1, text=text)
            )
        if not _WHOLE.fullmatch(text):
            raise argparse.ArgumentTypeError(
                words.tr("a whole number is expected, not “{text}”", text=text)
            )
        if least is not None and int(text) < least:
            raise argparse.ArgumentTypeError(
                words.tr("a number from {least} on is expected, not {text}", least=least, text=text)
            )
        return int(text)

    return read


ARGPARSE_MESSAGES = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
)
"""What argparse itself says, so that our catalogues hold it too."""


def speak(words: Words) -> None:
    """Let argparse word its own messages from our catalogues.

    It looks them up through two names of its module, meant for gettext's
    process-wide domain; handing it our lookup keeps one catalogue system.
    """
    vars(argparse)["_"] = words.tr
    vars(argparse)["ngettext"] = words.trn
