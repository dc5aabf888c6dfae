"""One run of the terminal: choose the language, parse, call the handler, word what went wrong."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from consultations_gui.application.ports import Context
from consultations_gui.cli.capabilities import capabilities
from consultations_gui.cli.grammar import OWN_LANG, Group, Parser, speak
from consultations_gui.cli.output import CannotPrintError, Terminal, emit, ready
from consultations_gui.cli.wiring import Wiring
from consultations_gui.desktop.display import has_display
from consultations_gui.domain.errors import (
    AlreadyAnsweredError,
    AnswersConflictError,
    CannotReadError,
    DomainError,
    FolderNotFreshError,
    KeyUnknownError,
    ProposalClosedError,
    ProposalSettledError,
    UnknownCityZoneError,
    UsageError,
)
from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.language import Language, environment_locales, system_language
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_, Words, words_for

DONE, FAULT, BAD_INPUT = 0, 1, 2


def chosen_language(argv: Sequence[str]) -> Language | None:
    """The language the last ``--lang`` names, looked up before anything is worded.

    Behind the commands in ``OWN_LANG`` it is another language that is named.
    """
    found = None
    for value in _values(argv[: _screen_part(argv)], "--lang"):
        if value in list(Language):
            found = Language(value)
    return found


def chosen_database(argv: Sequence[str]) -> str | None:
    """The register the last ``--database`` names: its term for words is asked of it first."""
    named = list(_values(argv, "--database"))
    return named[-1] if named else None


def _values(argv: Sequence[str], option: str) -> Iterator[str]:
    """The values that are given to an option, as one word or as two."""
    for word, following in zip_longest(argv, argv[1:], fillvalue=""):
        if word == option:
            yield following
        elif word.startswith(f"{option}="):
            yield word.removeprefix(f"{option}=")


def _screen_part(argv: Sequence[str]) -> int:
    """How many words there are up to a command whose ``--lang`` means something else, or all."""
    path: list[str] = []
    values = 0
    for place, word in enumerate(argv):
        if values:
            values -= 1
        elif word in ("--database", "--lang"):
            values = 1
        elif not word.startswith("-"):
            path.append(word)
            if tuple(path) in OWN_LANG:
                return place
    return len(argv)


def build_parser(words: Words, commands: Collection[str] | None = None) -> Parser:
    """The whole command line in one language, or what the commands among ``commands`` need of it.

    The window's own is always there.
    """
    parser = Parser(
        words,
        prog="consultations",
        description=words.tr(
            "Plans the consultations of two delegations, tracks proposals, sets bilingual agendas "
            "and writes invitations. Without a command it opens the window."
        ),
    )
    parser.set_defaults(database=None, lang=None, json=False, handler=None)
    parser.option("--screenshot", N_("draw every screen into DIR and end"), metavar="DIR")
    names = N_("which screens, comma-separated")
    parser.option("--screens", names, metavar="NAMES", default="")
    group = Group(parser, dest="command")
    window = group.command("gui", N_("open the window"))
    window.option("packet", N_("a packet to read in it"), nargs="?", metavar="FILE")
    for capability in capabilities(commands):
        capability.register(group)
    return parser


def _parsed(argv: Sequence[str], words: Words) -> argparse.Namespace:
    """The command line as arguments.

    What it names is tried first: the other commands take time to import and to build, which
    neither it nor the window, opened every morning, should wait for. Help and complaints
    show them all.
    """
    if not {"-h", "--help"}.intersection(argv):
        with contextlib.suppress(UsageError):
            return build_parser(words, argv).parse_args(argv)
    return build_parser(words).parse_args(argv)


def _dispatch(args: argparse.Namespace, words: Words, wiring: Wiring) -> int:
    def context(database: str | None = None) -> Context:
        if database or not args.database:
            return wiring.context(database)
        # Storing a plan is writing; all else that is asked of “plan” is reading.
        create = not args.reads or vars(args).get("commit", False)
        try:
            return wiring.context(args.database, create=create)
        except CannotReadError as error:
            if not args.blank or not _could_be_made(error):
                raise
            text = words.tr(
                "{path} is not there; what follows is that of an empty register.", path=error.path
            )
            sys.stderr.write(f"{text}\n")
            return wiring.blank()

    terminal = Terminal(words, context, args.json)
    if args.screenshot:
        screens = tuple(name for name in args.screens.split(",") if name)
        drawn = wiring.screenshots(Path(args.screenshot), screens)
        return terminal.answer({"files": drawn}, map(str, drawn))
    if args.handler is None:
        return _window(args, words, wiring)
    return int(args.handler(terminal, args))


def _could_be_made(error: CannotReadError) -> bool:
    """Whether what was read from is merely not there yet, in a folder that is."""
    return error.cause == "missing" and Path(error.path).parent.is_dir()


def _window(args: argparse.Namespace, words: Words, wiring: Wiring) -> int:
    if not has_display(sys.platform, os.environ):
        text = words.tr(
            "There is no display for a window here. The commands need none: consultations --help"
        )
        sys.stderr.write(f"{text}\n")
        return BAD_INPUT
    language = Language(args.lang) if args.lang else None
    return wiring.window(args.database, language, vars(args).get("packet") or "")


def run(argv: Sequence[str], wiring: Wiring) -> int:
    """Run one command line. Returns 0 when done, 2 for bad input, 1 for a fault of ours."""
    language = chosen_language(argv) or system_language(environment_locales(os.environ))
    term = wiring.term(chosen_database(argv)) if language is Language.RU else SHIPPED
    words = words_for(language, term)
    speak(words)
    ready(as_json="--json" in argv)
    try:
        return _run(argv, words, wiring)
    except DomainError as error:
        sys.stderr.write(f"{_told(error, words)}\n")
        return BAD_INPUT
    except CannotPrintError as error:
        return _unheard(error.__cause__, words)
    except KeyboardInterrupt:
        return FAULT
    except Exception as error:  # noqa: BLE001  # the last door: a person gets words, never a traceback
        return tell_fault(error, words, wiring)
    finally:
        wiring.close()


def _run(argv: Sequence[str], words: Words, wiring: Wiring) -> int:
    try:
        args = _parsed(argv, words)
    except SystemExit:  # argparse has printed the help that was asked for
        emit()
        return DONE
    return _dispatch(args, words, wiring)


_CROSSING = N_("A message that crossed with another or came late is recorded with --crossing.")

HINTS: dict[type[DomainError], str] = {
    AlreadyAnsweredError: _CROSSING,
    ProposalClosedError: _CROSSING,
    ProposalSettledError: _CROSSING,
    AnswersConflictError: N_(
        "“proposal show” numbers them, “proposal decide ID --answer N” says which one stands."
    ),
    KeyUnknownError: N_("“office key trust” does that: consultations office key trust --help"),
    UnknownCityZoneError: N_("“office city” adds it: consultations office city --help"),
    FolderNotFreshError: N_("A sample is written once only; --out may name a folder to be made."),
}
"""What to type next, where that can be told."""


def _told(error: DomainError, words: Words) -> str:
    hint = HINTS.get(type(error))
    return error_text(error, words) + (f"\n{words.tr(hint)}" if hint else "")


def _unheard(cause: BaseException | None, words: Words) -> int:
    if isinstance(cause, BrokenPipeError):  # `| head` has read enough
        return DONE
    text = words.tr("The answer could not be printed; what was asked for has been done.")
    sys.stderr.write(f"{text}\n")
    return BAD_INPUT


def tell_fault(error: Exception, words: Words, wiring: Wiring) -> int:
    """Say on stderr that the program failed, and where its impersonal report is; exit status 1."""
    path = wiring.report_fault(error)
    sys.stderr.write(
        words.tr(
            "The program made a mistake ({kind}). Nothing half-done was stored.",
            kind=type(error).__name__,
        )
        + "\n"
    )
    if path is not None:
        sys.stderr.write(words.tr("A report without personal data is in {path}.", path=path) + "\n")
    return FAULT
