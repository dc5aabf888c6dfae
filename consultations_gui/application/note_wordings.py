"""The wording of notes: as shipped, as an office has made it its own, and back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consultations_gui.application.journal import change
from consultations_gui.application.notes import shipped
from consultations_gui.application.packet_files import read_file
from consultations_gui.application.ports import Context
from consultations_gui.domain.errors import WordingFileError
from consultations_gui.domain.note_wording import (
    TEMPLATES,
    Correspondence,
    Template,
    Wording,
    require_wording,
    template,
)
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.texts import one_line

LARGEST = 64 * 1024
"""Bytes a file with the text of a note may have."""


@dataclass(frozen=True)
class WordingView:
    """One text as notes are written with it now; ``own`` says that it is the office's."""

    template: Template
    lang: Lang
    text: str
    own: bool


def correspondence(ctx: Context) -> Correspondence:
    """The names in notes and the office's own wording; empty while nothing was entered."""
    with ctx.work() as uow:
        return uow.correspondence.get() or Correspondence()


def list_all(ctx: Context) -> tuple[WordingView, ...]:
    """Every text in both languages, Chinese and Russian in turn."""
    stored = correspondence(ctx)
    return tuple(_view(stored, one, lang) for one in TEMPLATES for lang in Lang)


def show(ctx: Context, name: str, lang: Lang) -> WordingView:
    """One text. Raises ``UnknownWordingError``."""
    return _view(correspondence(ctx), template(name), lang)


def set_wording(
    ctx: Context, name: str, lang: Lang, text: str, group: str | None = None
) -> WordingView:
    """Make ``text`` the office's own wording of a note, one paragraph a line.

    Raises:
        UnknownWordingError; WordingEmptyError, StrayBraceError,
        UnknownPlaceholderError, MissingPlaceholderError: see
            ``note_wording.require_wording``. Then nothing is changed.
    """
    wanted = template(name)
    tidy = "\n".join(line.strip() for line in text.splitlines()).strip()
    require_wording(wanted, lang, tidy)
    with change(ctx, "correspondence.wording.set", group) as step:
        before = step.uow.correspondence.get()
        after = (before or Correspondence()).with_wording(Wording(name, lang, tidy))
        return _view(step.put(before, after), wanted, lang)


def set_from_file(ctx: Context, name: str, lang: Lang, path: Path) -> WordingView:
    """The same with the text of a UTF-8 file.

    Raises:
        CannotReadError; WordingFileError: not UTF-8, or larger than any note;
            and what :func:`set_wording` raises.
    """
    content = read_file(path, LARGEST)
    if len(content) > LARGEST:
        raise WordingFileError(path=str(path), cause="too_large")
    try:
        # A byte order mark, as Windows' editors put it there, is no part of the text.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WordingFileError(path=str(path), cause="encoding") from None
    return set_wording(ctx, name, lang, text)


def reset(ctx: Context, name: str, langs: Sequence[Lang] = tuple(Lang)) -> tuple[WordingView, ...]:
    """Go back to the shipped wording of a note in ``langs``. Raises ``UnknownWordingError``."""
    wanted = template(name)
    with change(ctx, "correspondence.wording.reset") as step:
        before = after = step.uow.correspondence.get() or Correspondence()
        for lang in langs:
            after = after.without(name, lang)
        if after != before:
            after = step.replace(before, after)
    return tuple(_view(after, wanted, lang) for lang in langs)


def set_names(
    ctx: Context, lang: Lang, names: Mapping[str, str], group: str | None = None
) -> Correspondence:
    """Say how notes in ``lang`` name who writes, to whom and where.

    ``names`` are fields of ``note_wording.Names``; those not given stay as they are.
    """
    tidy = {name: one_line(text).strip() for name, text in names.items()}
    with change(ctx, "correspondence.names", group) as step:
        before = step.uow.correspondence.get()
        stored = before or Correspondence()
        after = stored.with_names(lang, replace(stored.names(lang), **tidy))
        return stored if after == stored else step.put(before, after)


def _view(stored: Correspondence, wanted: Template, lang: Lang) -> WordingView:
    own = stored.wording(wanted.name, lang)
    text = shipped(wanted, lang) if own is None else own.text
    return WordingView(wanted, lang, text, own=own is not None)
