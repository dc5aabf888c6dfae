"""Values as canonical JSON and back: the form the journal keeps and hashes.

Canonical means: one text for one value. Keys in alphabetical order, no
spaces, every field written (defaults too), characters as themselves in UTF-8
with only quotes, backslashes and control characters escaped, as RFC 8785 asks. Dates
and times are ISO 8601, moments always in UTC, enumerations by their value,
tuples as arrays. Texts are kept exactly as typed: nothing is normalised.

A value written by an older program, whose fields with defaults are missing,
is read with those defaults.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import DamagedRecordError, DomainError, InvalidTextError
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.texts import HIDDEN
from consultations_gui.domain.workdays import Decree

if TYPE_CHECKING:
    from cattrs import Converter

KINDS: dict[str, type] = {
    "agenda": Agenda,
    "consultation": Consultation,
    "correspondence": Correspondence,
    "decree": Decree,
    "facts": AgreementFacts,
    "invitation": InvitationRecord,
    "office": Office,
    "proposal": Proposal,
    "wishes": Wishes,
}
"""Every kind of thing the journal speaks of, by the name it has there."""

_NAMES = {cls: kind for kind, cls in KINDS.items()}
_UNSEEN = re.compile(f"([{HIDDEN}])")
_UNSEEN_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(\\[bf]|\\u00[01][0-9a-f])")
"""JSON escapes those below U+0020."""
_NEAR = 12
"""Signs told of what stands before one that is not taken."""
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def kind_of(value: object) -> str:
    """The kind's name in the journal. Raises :class:`TypeError` for anything not in KINDS."""
    try:
        return _NAMES[type(value)]
    except KeyError:
        raise TypeError(f"{type(value).__name__} is no kind the journal knows") from None


def to_json(value: object) -> str:
    """``value`` (any dataclass, or a tuple of them) as canonical JSON.

    Raises:
        InvalidTextError: a text holds half of a surrogate pair or U+0000, which
            no file, paper or other register could take.
        ValueError: a moment without a time zone.
    """
    return dump(_converter().unstructure(value))


def require_visible(text: str) -> str:
    """The canonical JSON ``text``, if none of its texts holds a sign nobody sees.

    Asked of what enters, not of what is stored already: that can be read and mended.

    Raises:
        InvalidTextError: naming the sign and what stands before it; see ``domain.texts``.
    """
    found = _UNSEEN.search(text) or ("\\" in text and _UNSEEN_ESCAPED.search(text))
    if not found:
        return text
    sign: str = json.loads(f'"{found[1]}"')
    near = text[: found.start(1)][-_NEAR:].rpartition('"')[2].strip()
    raise InvalidTextError(character=f"U+{ord(sign):04X}", near=near)


def dump(plain: object) -> str:
    """Plain JSON data as canonical JSON. Raises :class:`InvalidTextError` as above."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidTextError(character=f"U+{ord(text[error.start]):04X}") from None
    if "\\u0000" in text and _NUL.search(text):  # the first is fast and nearly always the last
        raise InvalidTextError(character="U+0000")
    return text


def from_json(kind: str, text: str) -> Any:
    """The value of ``kind`` that ``text`` holds.

    Raises:
        DamagedRecordError: the text is not a value of that kind.
    """
    try:
        return load(KINDS[kind], text)
    except DamagedRecordError:
        raise DamagedRecordError(kind=kind) from None


def load(cls: Any, text: str) -> Any:
    """The value of type ``cls`` (any the domain uses) that ``text`` holds.

    Raises:
        DamagedRecordError: the text is not such a value; ``kind`` is the type's name.
    """
    try:
        return _converter().structure(json.loads(text), cls)
    except (ValueError, TypeError, KeyError, AttributeError, DomainError):
        raise DamagedRecordError(kind=getattr(cls, "__name__", str(cls))) from None


@cache
def _converter() -> Converter:
    # Loaded at the first use: showing what is stored in columns needs no JSON,
    # and cattrs costs a start-up some 45 ms.
    from cattrs import Converter  # noqa: PLC0415

    converter = Converter(detailed_validation=False)
    for cls in (date, time):
        converter.register_unstructure_hook(cls, cls.isoformat)
        converter.register_structure_hook(cls, _parse_iso)
    converter.register_unstructure_hook(datetime, _moment)
    converter.register_structure_hook(datetime, _parse_moment)
    return converter


def _parse_iso(text: str, cls: type[date | time]) -> date | time:
    return cls.fromisoformat(text)


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).isoformat()


def _parse_moment(text: str, _: type[datetime]) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC)
