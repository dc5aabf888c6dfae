"""Canonical JSON against the RFC's own examples and an independent implementation."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from consultations_gui.domain.canonical import SAFE_INTEGER, JsonValue, canonical, sha256
from consultations_gui.domain.errors import NotCanonicalError

WHOLE = st.integers(min_value=-SAFE_INTEGER, max_value=SAFE_INTEGER)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner) | st.tuples(inner, inner),
)


@given(VALUES)
@example({"€": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh"})
@example({"1": "One", "😀": "Emoji: Grinning Face", "\x80": "Control", "ö": "Latin"})
@example('\x00\x1f\x7f\x80 "\\/\b\f\n\r\t\u2028 喆堃淼ё')
def test_is_what_an_independent_implementation_writes(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


def test_sorts_keys_by_utf16_units_as_in_rfc_8785_3_2_3() -> None:
    value = {"€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\x80": 6, "ö": 7}
    written = canonical(value).decode()
    assert written == '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'


def test_any_mapping_is_an_object() -> None:
    value: Any = MappingProxyType({"b": MappingProxyType({"я": 1}), "a": [MappingProxyType({})]})
    assert canonical(value) == '{"a":[{}],"b":{"я":1}}'.encode()


def test_hash_is_over_the_utf8_bytes() -> None:
    assert (
        sha256({"города": ["北京", True, None, 0]})
        == hashlib.sha256('{"города":["北京",true,null,0]}'.encode()).hexdigest()
    )


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (1.5, "number"),
        (SAFE_INTEGER + 1, "number"),
        (-SAFE_INTEGER - 1, "number"),
        ("\ud800", "surrogate"),
        ({"\udc00": 1, "a": 2}, "surrogate"),
        ({1: "one"}, "key"),
        ({"ё": 1, 2: "two"}, "key"),
        (b"bytes", "type"),
        ([{"deep": {1, 2}}], "type"),
    ],
)
def test_refuses_what_canonical_json_cannot_hold(value: Any, cause: str) -> None:
    with pytest.raises(NotCanonicalError) as refused:
        canonical(value)
    assert refused.value.cause == cause
