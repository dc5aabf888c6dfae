"""The office's Russian word for the consultations that stand outside the numbering.

The Russian text of Art. 5(4) is not in hand, and sources differ: «внеочередные
консультации», «дополнительные консультации». So the word is a term of the
office. Shipped texts hold :data:`SHIPPED`, and :func:`with_term` puts the
office's own in its place, form by form: all adjectives on a hard stem have
the same endings in all cases, genders and numbers but one.

That one is «-ой», which «внеочередной» also has in the masculine, where
«дополнительный» has «-ый». Texts of ours use it of the feminine alone.
"""

from __future__ import annotations

import re
from functools import cache

from consultations_gui.domain.errors import TermRefusedError
from consultations_gui.domain.texts import one_line

SHIPPED = "внеочередные"
"""The word in shipped texts, in the plural nominative."""
LONGEST = 18
"""Letters a term may have: in the list of a year sheet it stands in a narrow column."""

_ENDING = "ые"
# After г, к, х and hissing letters one writes «-ие», and a soft stem has «-ие» too: both would
# need other endings. After ц the singular differs.
_TERM = re.compile(rf"(?:[а-яё]+-)*[а-яё]+[бвдзлмнпрстф]{_ENDING}")
_FORM = re.compile(
    r"(?:\b(?P<about>об?)(?P<gap>\s+))?"
    rf"\b(?P<stem>{SHIPPED.removesuffix(_ENDING)})"
    r"(?P<ending>ые|ых|ым|ыми|ая|ую|ой|ою|ое|ого|ому|ом)\b",
    re.IGNORECASE,
)
_OPEN_VOWELS = "аиоуыэ"
"""Before these one says «об»; е, ё, ю and я begin with a consonant in speech."""


def tidy(text: str) -> str:
    """``text`` as a term is kept: small letters, no spaces around."""
    return one_line(text).strip().lower()


def require_term(term: str) -> None:
    """Refuse a word whose forms could not be made from its stem.

    Raises:
        TermRefusedError: not one Russian adjective on a hard stem in the
            plural nominative (-ые) of at most :data:`LONGEST` letters.
    """
    if not _fits(term):
        raise TermRefusedError(text=term, longest=LONGEST)


def with_term(text: str, term: str) -> str:
    """``text`` with ``term`` for each form of :data:`SHIPPED`, its case and capitals kept.

    «О» before it becomes «Об» where the term begins with a vowel that asks for
    it. A term that :func:`require_term` would refuse changes nothing.
    """
    if term == SHIPPED or not _fits(term):
        return text
    stem = term.removesuffix(_ENDING)
    return _FORM.sub(lambda found: _put(found, stem), text)


@cache
def _fits(term: str) -> bool:
    return len(term) <= LONGEST and _TERM.fullmatch(term) is not None


def _put(found: re.Match[str], stem: str) -> str:
    was, about = found["stem"], found["about"]
    loud = was.isupper()
    put = stem.upper() if loud else stem.capitalize() if was[0].isupper() else stem
    if not about:
        return put + found["ending"]
    letter = about[0] + ("б" if stem[0] in _OPEN_VOWELS else "")
    return f"{letter.upper() if loud else letter}{found['gap']}{put}{found['ending']}"
