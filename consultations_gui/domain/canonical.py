"""Canonical JSON (RFC 8785) of the values that are hashed: one value, one sequence of bytes.

Only what such values hold is taken: objects, arrays, strings, whole numbers,
booleans and null. Fractions are refused, so that the number serialization of
RFC 8785 §3.2.2.3 reduces to plain digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from json import JSONEncoder

from consultations_gui.domain.errors import NotCanonicalError

JsonValue = None | bool | int | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]

SAFE_INTEGER = 2**53 - 1
"""Largest whole number every JSON reader holds exactly (RFC 7493 §2.2)."""

# The escapes of RFC 8785 §3.2.2.2 are those json writes without ensure_ascii.
_AS_GIVEN = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN = {str, bool, type(None)}
_SORTING = JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def canonical(value: JsonValue) -> bytes:
    """``value`` as canonical JSON in UTF-8 (RFC 8785 §3.2).

    Texts are left as they are: no Unicode normalization (§3.1).

    Raises:
        NotCanonicalError: a fraction or too large a number, half a surrogate
            pair, a key that is no string, or a type JSON does not know.
    """
    if isinstance(value, str) or _require_simple(value):
        return canonical_known(value)
    return _utf8(_AS_GIVEN.encode(_sorted(value)))


def canonical_known(value: JsonValue) -> bytes:
    """The same of a value whose maker knows what is in it, and does not check it again.

    Its objects are ``dict`` with ASCII keys, its numbers whole and within
    :data:`SAFE_INTEGER`; of texts nothing is known.

    Raises:
        NotCanonicalError: half a surrogate pair.
    """
    return _utf8(_SORTING.encode(value))


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonicalError(cause="surrogate") from error


def sha256(value: JsonValue) -> str:
    """SHA-256 of ``value``'s canonical JSON, in lower-case hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _require_simple(value: object) -> bool:
    """Refuse what canonical JSON cannot hold; says whether json itself would write the rest.

    It sorts ASCII keys as the standard does, and takes no mapping but a ``dict``.
    """
    simple = True
    waiting = [value]
    for part in waiting:  # which grows as it is walked
        if isinstance(part, dict | Mapping):
            simple = _require_texts(part) and isinstance(part, dict) and simple
            waiting += [inner for inner in part.values() if type(inner) not in _PLAIN]
        elif isinstance(part, list | tuple):
            waiting += [inner for inner in part if type(inner) not in _PLAIN]
        elif isinstance(part, int):  # a bool is one as well
            if not -SAFE_INTEGER <= part <= SAFE_INTEGER:
                raise NotCanonicalError(cause="number")
        elif part is not None and not isinstance(part, str):
            raise NotCanonicalError(cause="number" if isinstance(part, float) else "type")
    return simple


def _require_texts(keys: Iterable[object]) -> bool:
    """Refuse a key that is no string; says whether all are ASCII."""
    try:
        return all(tuple(map(str.isascii, keys)))  # type: ignore[arg-type]  # a TypeError tells
    except TypeError:
        raise NotCanonicalError(cause="key") from None


def _sorted(value: object) -> object:
    """The same value, the keys of every object by their UTF-16 code units (§3.2.3).

    For ASCII keys that is their order as Python sorts them; in general it is
    not the order of code points.
    """
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {key: _sorted(value[key]) for key in keys}
    if isinstance(value, list | tuple):
        return [_sorted(part) for part in value]
    return value
