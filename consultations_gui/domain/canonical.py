"""Canonical JSON (RFC 8785) of the values that are hashed: one value, one sequence of bytes.

Only what such values hold is taken: objects, arrays, strings, whole numbers,
booleans and null. Fractions are refused, so that the number serialization of
RFC 8785 §3.2.2.3 reduces to plain digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from json import JSONEncoder

from consultations_gui.domain.errors import NotCanonicalError

JsonValue = None | bool | int | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]

SAFE_INTEGER = 2**53 - 1
"""Largest whole number every JSON reader holds exactly (RFC 7493 §2.2)."""

# The escapes of RFC 8785 §3.2.2.2 are those json writes without ensure_ascii.
_AS_GIVEN = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SORTING = JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def canonical(value: JsonValue) -> bytes:
    """``value`` as canonical JSON in UTF-8 (RFC 8785 §3.2).

    Texts are left as they are: no Unicode normalization (§3.1).

    Raises:
        NotCanonicalError: a fraction or too large a number, half a surrogate
            pair, a key that is no string, or a type JSON does not know.
    """
    try:
        if _require_simple(value):
            return _SORTING.encode(value).encode()
        return _AS_GIVEN.encode(_sorted(value)).encode()
    except UnicodeEncodeError as error:
        raise NotCanonicalError(cause="surrogate") from error


def sha256(value: JsonValue) -> str:
    """SHA-256 of ``value``'s canonical JSON, in lower-case hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _require_simple(value: object) -> bool:
    """Refuse what canonical JSON cannot hold; says whether json itself would write the rest.

    It sorts ASCII keys as the standard does, and takes no mapping but a ``dict``.
    """
    if value is None or isinstance(value, str):
        return True
    if isinstance(value, int):  # a bool is one as well
        if not -SAFE_INTEGER <= value <= SAFE_INTEGER:
            raise NotCanonicalError(cause="number")
        return True
    simple = True
    if isinstance(value, list | tuple):
        for part in value:
            simple &= _require_simple(part)
        return simple
    if isinstance(value, dict | Mapping):
        for key, part in value.items():
            if not isinstance(key, str):
                raise NotCanonicalError(cause="key")
            simple &= key.isascii()
            simple &= _require_simple(part)
        return simple and isinstance(value, dict)
    raise NotCanonicalError(cause="number" if isinstance(value, float) else "type")


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
