"""One run of the terminal: choose the language, parse, call the handler, word what went wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from consultations_gui.application.ports import Context
from consultations_gui.cli.commands import (
    agendas,
    consultations,
    invitations,
    journal,
    office,
    overview,
    planning,
    proposals,
    sample,
)
from consultations_gui.cli.grammar import Group, Parser, everywhere, speak
from consultations_gui.cli.output import Terminal
from consultations_gui.cli.wiring import Wiring
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.language import Language, environment_locales, system_language
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_, Words, words_for

CAPABILITIES = (
    overview,
    planning,
    consultations,
    proposals,
    agendas,
    invitations,
    office,
    journal,
    sample,
)

DONE, FAULT, BAD_INPUT = 0, 1, 2


def chosen_language(argv: Sequence[str]) -> Language | None:
    """The language ``--lang`` names, looked up before anything is worded."""
    for i, word in enumerate(argv):
        value = word[7:] if word.startswith("--lang=") else ""
        if word == "--lang" and i + 1 < len(argv):
            value = argv[i + 1]
        if value in list(Language):
            return Language(value)
    return None


def build_parser(words: Words) -> Parser:
    """The whole command line in one language."""
    parser = Parser(
        prog="consultations",
        description=words.tr(
            "Plans the consultations of two delegations, tracks proposals, sets bilingual agendas "
            "and writes invitations. Without a command it opens the window."
        ),
        allow_abbrev=False,
    )
    add = parser.add_argument
    everywhere(parser, words)
    add("--screenshot", metavar="DIR", help=words.tr("draw every screen into DIR and end"))
    add("--screens", metavar="NAMES", default="", help=words.tr("which screens, comma-separated"))
    group = Group(parser, words, dest="command")
    parser.set_defaults(database=None, lang=None, json=False)
    group.command("gui", N_("open the window"), lambda terminal, args: DONE)
    for capability in CAPABILITIES:
        capability.register(group)
    return parser


def _dispatch(args: argparse.Namespace, words: Words, wiring: Wiring) -> int:
    if args.screenshot:
        screens = tuple(name for name in args.screens.split(",") if name)
        for path in wiring.screenshots(Path(args.screenshot), screens):
            sys.stdout.write(f"{path}\n")
        return DONE
    if args.command in (None, "gui"):
        return wiring.window(args.database, Language(args.lang) if args.lang else None)

    def context(database: str | None = None) -> Context:
        return wiring.context(database or args.database)

    return int(args.handler(Terminal(words, context, args.json), args))


def run(argv: Sequence[str], wiring: Wiring) -> int:
    """Run one command line. Returns 0 when done, 2 for bad input, 1 for a fault of ours."""
    words = words_for(chosen_language(argv) or system_language(environment_locales(os.environ)))
    speak(words)
    try:
        return _dispatch(build_parser(words).parse_args(argv), words, wiring)
    except DomainError as error:
        sys.stderr.write(f"{error_text(error, words)}\n")
        return BAD_INPUT
    except BrokenPipeError:
        # The reader closed its end (as `| head` does): nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return FAULT
    except Exception as error:  # noqa: BLE001  # the last door: a person gets words, never a traceback
        return _fault(error, words, wiring)


def _fault(error: Exception, words: Words, wiring: Wiring) -> int:
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
