"""``proposal wording``: the texts of notes, and the names that stand in them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from consultations_gui.application import note_wordings
from consultations_gui.application.note_wordings import WordingView
from consultations_gui.cli.grammar import Group, Parser
from consultations_gui.cli.output import Terminal, table
from consultations_gui.domain.note_wording import TEMPLATES, needed, placeholders
from consultations_gui.domain.notes import Matter
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.phrases import listed, named
from consultations_gui.i18n.placeholders import placeholder_text
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words

_NAMES: tuple[tuple[str, str], ...] = (
    ("sender", N_("who writes, in the nominative")),
    ("addressee", N_("to whom; in Russian in the dative")),
    ("short", N_("the addressee in short, for the closing courtesy; in Russian in the dative")),
    ("place", N_("the city the note is dated from")),
)


def register(top: Group) -> None:
    """Add ``wording`` to the ``proposal`` commands."""
    group = top.group("wording", N_("texts of notes, shipped or the office's own"), own_lang=True)
    _add(group, "list", N_("list the texts of notes"), _list, reads=True)
    show = _add(group, "show", N_("show a text and the placeholders it may use"), _show, reads=True)
    _with_name(show)
    show.text_lang(N_("Chinese or Russian (default: both)"), Lang)
    change = _with_name(_add(group, "set", N_("make a text the office's own"), _set))
    change.text_lang(N_("language of the text"), Lang, required=True)
    change.option("file", N_("UTF-8 text, one paragraph a line"))
    back = _with_name(_add(group, "reset", N_("go back to the shipped wording"), _reset))
    back.text_lang(N_("Chinese or Russian (default: both)"), Lang)
    names = _add(group, "names", N_("show or set the names that stand in notes"), _names)
    names.text_lang(N_("language of the names to set"), Lang)
    for name, about in _NAMES:
        names.option(f"--{name}", about, metavar="TEXT")


def _add(group: Group, name: str, about: str, handler: Any, *, reads: bool = False) -> Parser:
    return group.command(name, about, handler, reads=reads, own_lang=True)


def _with_name(parser: Parser) -> Parser:
    parser.option("name", N_("name of the text, as “proposal wording list” shows it"))
    return parser


def _langs(args: argparse.Namespace) -> tuple[Lang, ...]:
    return (Lang(args.text_lang),) if args.text_lang else tuple(Lang)


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    words, found = terminal.words, note_wordings.list_all(terminal.ctx)
    rows = [
        (
            one.name,
            label(one.matter, words),
            label(one.kind, words),
            *(
                named(view.lang, _whose(view, words), words)
                for view in found
                if view.template == one
            ),
        )
        for one in TEMPLATES
    ]
    return terminal.answer(_document(found), table(rows))


def _show(terminal: Terminal, args: argparse.Namespace) -> int:
    found = [note_wordings.show(terminal.ctx, args.name, lang) for lang in _langs(args)]
    return _tell(terminal, found)


def _set(terminal: Terminal, args: argparse.Namespace) -> int:
    lang, path = Lang(args.text_lang), Path(args.file)
    return _tell(terminal, [note_wordings.set_from_file(terminal.ctx, args.name, lang, path)])


def _reset(terminal: Terminal, args: argparse.Namespace) -> int:
    return _tell(terminal, note_wordings.reset(terminal.ctx, args.name, _langs(args)))


def _names(terminal: Terminal, args: argparse.Namespace) -> int:
    given = {name: text for name, _ in _NAMES if (text := getattr(args, name)) is not None}
    stored = note_wordings.correspondence(terminal.ctx)
    if given:
        for lang in _langs(args):
            stored = note_wordings.set_names(terminal.ctx, lang, given)
    document = {"names": {lang: vars(stored.names(lang)) for lang in Lang}}
    rows = (
        (str(lang), name, vars(stored.names(lang))[name] or "—", terminal.words.tr(about))
        for lang in Lang
        for name, about in _NAMES
    )
    return terminal.answer(document, table(rows))


def _whose(view: WordingView, words: Words) -> str:
    return words.tr("the office's own") if view.own else words.tr("as shipped")


def _document(found: Iterable[WordingView]) -> dict[str, Any]:
    return {
        "wordings": [
            {
                "name": view.template.name,
                "kind": view.template.kind,
                "about_round": view.template.matter is Matter.ROUND,
                "lang": view.lang,
                "own": view.own,
                "text": view.text,
                "placeholders": placeholders(view.template, view.lang),
                "needed": needed(view.template),
            }
            for view in found
        ]
    }


def _tell(terminal: Terminal, found: Iterable[WordingView]) -> int:
    words, lines = terminal.words, []
    found = list(found)
    for view in found:
        name = listed((view.template.name, label(view.lang, words)), words)
        lines += [named(name, _whose(view, words), words), ""]
        lines += [*view.text.splitlines(), ""]
        must = needed(view.template)
        lines += table(
            (f"  {{{name}}}", "*" if name in must else "", placeholder_text(name, view.lang, words))
            for name in placeholders(view.template, view.lang)
        )
        lines.append("")
    lines.append(words.tr("* must be used. A line whose placeholder is empty is left out."))
    return terminal.answer(_document(found), lines)
