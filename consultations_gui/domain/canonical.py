"""Canonical JSON (RFC 8785) of the values that are hashed: one value, one sequence of bytes.

Only what such values hold is taken: objects, arrays, strings, whole numbers,
booleans and null. Fractions are refused, so that the number serialization of
RFC 8785 §3.2.2.3 reduces to plain digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from consultations_gui.domain.errors import NotCanonicalError

JsonValue = None | bool | int | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]

SAFE_INTEGER = 2**53 - 1
"""Largest whole number every JSON reader holds exactly (RFC 7493 §2.2)."""


def canonical(value: JsonValue) -> bytes:
    """``value`` as canonical JSON in UTF-8 (RFC 8785 §3.2).

    Texts are left as they are: no Unicode normalization (§3.1).

    Raises:
        NotCanonicalError: a fraction or too large a number, half a surrogate
            pair, a key that is no string, or a type JSON does not know.
    """
    try:
        return _text(value).encode()
    except UnicodeEncodeError as error:
        raise NotCanonicalError(cause="surrogate") from error


def sha256(value: JsonValue) -> str:
    """SHA-256 of ``value``'s canonical JSON, in lower-case hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _text(value: JsonValue) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _number(value)
    if isinstance(value, str):
        # The escapes of RFC 8785 §3.2.2.2 are those json writes without ensure_ascii.
        return encode_basestring(value)
    if isinstance(value, Mapping):
        pairs = (f"{encode_basestring(k)}:{_text(value[k])}" for k in _sorted_keys(value))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_text(part) for part in value) + "]"
    raise NotCanonicalError(cause="number" if isinstance(value, float) else "type")


def _number(value: int) -> str:
    if abs(value) > SAFE_INTEGER:
        raise NotCanonicalError(cause="number")
    return str(int(value))


def _sorted_keys(value: Mapping[str, JsonValue]) -> list[str]:
    """Keys by their UTF-16 code units (§3.2.3), which is not the order of code points."""
    if not all(isinstance(key, str) for key in value):
        raise NotCanonicalError(cause="key")
    return sorted(value, key=lambda key: key.encode("utf-16-be"))
