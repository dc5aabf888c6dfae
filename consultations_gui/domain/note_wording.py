"""The wording of notes: templates with placeholders that an office can make its own.

A template is the whole text of a note from salutation to closing courtesy,
one paragraph a line. A placeholder stands in braces: ``{sender}``. Russian
words change with their case, so each placeholder has one fixed form, and the
names of ministries are entered by the office in the case that is needed.

A line whose placeholder has nothing to say is left out: "We accept: …" where
nothing was accepted. What is merely not known yet, a number or a name, leaves
a blank to be filled in by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from consultations_gui.domain.errors import (
    MissingPlaceholderError,
    StrayBraceError,
    UnknownPlaceholderError,
    UnknownWordingError,
    WordingEmptyError,
)
from consultations_gui.domain.notes import Matter, NoteKind
from consultations_gui.domain.parties import Lang

_ROUND_PREFIX = "round-"
_FIELD = re.compile(r"\{([^{}]*)\}")
_AROUND = 12


@dataclass(frozen=True)
class Names:
    """How notes in one language name who writes, to whom, and where.

    As entered, in the case the text needs: in Russian ``sender`` in the
    nominative, ``addressee`` and ``short`` (as in the closing courtesy) in the
    dative. ``place`` is the city the note is dated from.
    """

    sender: str = ""
    addressee: str = ""
    short: str = ""
    place: str = ""


@dataclass(frozen=True)
class Wording:
    """An office's own text of one template in one language."""

    name: str
    lang: Lang
    text: str


@dataclass(frozen=True)
class Correspondence:
    """How an office writes its notes: the names in each language, and its own wording.

    A template without a wording here stands as shipped.
    """

    names_zh: Names = Names()
    names_ru: Names = Names()
    wordings: tuple[Wording, ...] = ()
    version: int = 0

    def names(self, lang: Lang) -> Names:
        """The names in ``lang``."""
        return self.names_zh if lang is Lang.ZH else self.names_ru

    def with_names(self, lang: Lang, names: Names) -> Correspondence:
        """The same with other names in ``lang``."""
        if lang is Lang.ZH:
            return replace(self, names_zh=names)
        return replace(self, names_ru=names)

    def wording(self, name: str, lang: Lang) -> Wording | None:
        """The office's own text of a template, if it has one."""
        return next((w for w in self.wordings if (w.name, w.lang) == (name, lang)), None)

    def with_wording(self, wording: Wording) -> Correspondence:
        """The same with this text; one of the same template and language is replaced."""
        others = self.without(wording.name, wording.lang).wordings
        ordered = sorted((*others, wording), key=lambda w: (w.name, w.lang))
        return replace(self, wordings=tuple(ordered))

    def without(self, name: str, lang: Lang) -> Correspondence:
        """The same with that template as shipped."""
        kept = tuple(w for w in self.wordings if (w.name, w.lang) != (name, lang))
        return replace(self, wordings=kept)


@dataclass(frozen=True)
class Template:
    """Which text: what the note says, and about what."""

    kind: NoteKind
    matter: Matter

    @property
    def name(self) -> str:
        """What it is called: ``offer``, or ``round-offer`` for a note about a round."""
        return f"{_ROUND_PREFIX if self.matter is Matter.ROUND else ''}{self.kind}"


TEMPLATES: tuple[Template, ...] = tuple(
    Template(kind, matter) for matter in Matter for kind in NoteKind
)
"""Every text there is, in each of the two languages."""


def template(name: str) -> Template:
    """The template called ``name``. Raises :class:`UnknownWordingError`."""
    found = next((one for one in TEMPLATES if one.name == name), None)
    if found is None:
        raise UnknownWordingError(name=name, names=tuple(one.name for one in TEMPLATES))
    return found


_ALWAYS = ("sender", "addressee", "short", "our_side", "their_side", "meeting", "agreement")
_CASES = ("our_side_gen", "their_side_gen")
"""Russian alone has these: a side in the genitive."""
_NEEDED = ("sender", "addressee", "meeting")
_REFERENCE = ("ref_number", "ref_date")
_OFFERED = ("dates", "venue", "reply_by")
_BY_KIND: dict[NoteKind, tuple[str, ...]] = {
    NoteKind.OFFER: _OFFERED,
    NoteKind.RENEWED: _OFFERED,
    NoteKind.COUNTER: (*_OFFERED, "accepted", "countered"),
    NoteKind.ACCEPT: ("dates", "venue"),
    NoteKind.MIXED: ("accepted", "declined"),
}
_NEEDED_BY_KIND: dict[NoteKind, tuple[str, ...]] = {
    NoteKind.COUNTER: ("countered",),
    NoteKind.MIXED: ("accepted", "declined"),
}


def placeholders(wanted: Template, lang: Lang) -> tuple[str, ...]:
    """The placeholders that a text may use, in a stable order."""
    return (
        *_ALWAYS,
        *(_CASES if lang is Lang.RU else ()),
        *(("change",) if wanted.matter is Matter.ROUND else ()),
        *(_REFERENCE if wanted.kind.refers else ()),
        *_BY_KIND.get(wanted.kind, ()),
    )


def needed(wanted: Template) -> tuple[str, ...]:
    """The placeholders that a text must use: from whom, to whom, about what, in reply to what."""
    return (
        *_NEEDED,
        *(("change",) if wanted.matter is Matter.ROUND else ()),
        *(_REFERENCE if wanted.kind.refers else ()),
        *_NEEDED_BY_KIND.get(wanted.kind, ()),
    )


def require_wording(wanted: Template, lang: Lang, text: str) -> None:
    """Refuse a text that could not be filled in, or would leave out what a note must say.

    Raises:
        WordingEmptyError; StrayBraceError: a brace without its partner.
        UnknownPlaceholderError, MissingPlaceholderError: each names all at once.
    """
    allowed = placeholders(wanted, lang)
    if not text.strip():
        raise WordingEmptyError(names=(), allowed=allowed)
    rest = _FIELD.sub(lambda found: " " * len(found[0]), text)
    stray = re.search(r"[{}]", rest)
    if stray is not None:
        around = text[max(stray.start() - _AROUND, 0) : stray.end() + _AROUND]
        raise StrayBraceError(names=(" ".join(around.split()),), allowed=allowed)
    used = _FIELD.findall(text)
    unknown = tuple(dict.fromkeys(name for name in used if name not in allowed))
    if unknown:
        raise UnknownPlaceholderError(names=unknown, allowed=allowed)
    missing = tuple(name for name in needed(wanted) if name not in used)
    if missing:
        raise MissingPlaceholderError(names=missing, allowed=allowed)


def filled(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The paragraphs of ``text`` with its placeholders filled in, each beginning with a capital.

    ``values`` has one for every placeholder; a line with an empty one is left
    out, and so are empty lines.
    """
    found = []
    for line in text.splitlines():
        names = _FIELD.findall(line)
        if not line.strip() or any(not values[name] for name in names):
            continue
        paragraph = _FIELD.sub(lambda match: values[match[1]], line).strip()
        found.append(paragraph[0].upper() + paragraph[1:])
    return tuple(found)
