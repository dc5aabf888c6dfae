"""Nothing restricted leaves without its originator's written permission (Art. 6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_tree import parents
from consultations_gui.domain.errors import (
    NotFoundError,
    OriginatorMissingError,
    PermissionDocumentError,
    PermissionMissingError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.protection import (
    Marking,
    Permission,
    grant,
    permitted,
    require_permitted,
    revoke,
    withheld,
)
from tests.domain.agenda_samples import Items, agenda, trees


def marked(text: str, *uids: str, originator: Side | None = Side.RU) -> Agenda:
    one = agenda(text)
    rows = (
        replace(row, marking=Marking.RESTRICTED, originator=originator) if row.uid in uids else row
        for row in one.items
    )
    return replace(one, items=tuple(rows))


def uids(one: Agenda) -> str:
    return " ".join(row.uid for row in withheld(one))


def test_what_is_open_or_for_both_parties_may_leave() -> None:
    one = agenda("a1 b1")
    parties = replace(one.items[1], marking=Marking.PARTIES)
    one = replace(one, items=(one.items[0], parties))
    assert withheld(one) == ()
    assert permitted(one, parties)
    require_permitted(one)


def test_a_restricted_item_stays_with_everything_under_it() -> None:
    assert uids(marked("a1 b2 -0 c3 d2 +0 e1 f2", "b", "e")) == "b c e f"


def test_a_restricted_item_within_one_that_stays_changes_nothing() -> None:
    assert uids(marked("a1 b2 c2 d1", "a", "b")) == "a b c"


def test_with_a_permission_it_leaves() -> None:
    one = grant(marked("a1 b2 c1", "a"), "a", " № 12 от 3.11.2026 ")
    assert one.permissions == (Permission("a", Side.RU, "№ 12 от 3.11.2026"),)
    assert withheld(one) == ()
    assert permitted(one, one.items[0])


def test_a_permission_of_the_parent_is_none_for_a_restricted_child() -> None:
    assert uids(grant(marked("a1 b2 c2", "a", "b"), "a", "№ 12")) == "b"


def test_the_other_sides_permission_does_not_count() -> None:
    """The originator was corrected after the permission was recorded."""
    one = grant(marked("a1", "a"), "a", "№ 12")
    other = replace(one, items=(replace(one.items[0], originator=Side.CN),))
    assert uids(other) == "a"


def test_without_originator_nobody_can_permit() -> None:
    one = marked("a1", "a", originator=None)
    assert uids(one) == "a"
    with pytest.raises(OriginatorMissingError):
        grant(one, "a", "№ 12")


@pytest.mark.parametrize("document", ["", "  "])
def test_a_permission_is_written(document: str) -> None:
    with pytest.raises(PermissionDocumentError):
        grant(marked("a1", "a"), "a", document)


def test_a_permission_is_for_something() -> None:
    with pytest.raises(NotFoundError):
        grant(marked("a1", "a"), "b", "№ 12")


def test_a_later_permission_takes_the_place_of_the_earlier() -> None:
    one = grant(grant(marked("a1 b1", "a", "b"), "a", "№ 12"), "b", "№ 13")
    one = grant(one, "a", "№ 14")
    assert [(p.subject, p.document) for p in one.permissions] == [("b", "№ 13"), ("a", "№ 14")]


def test_a_permission_can_be_taken_back() -> None:
    one = revoke(grant(marked("a1", "a"), "a", "№ 12"), "a")
    assert one.permissions == ()
    with pytest.raises(NotFoundError):
        revoke(one, "a")


def test_what_must_stay_is_named() -> None:
    with pytest.raises(PermissionMissingError) as raised:
        require_permitted(marked("a1 b2 c1", "a"))
    assert (raised.value.id, raised.value.uids) == ("R1", ("a", "b"))


@given(trees(), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_an_item_stays_exactly_if_it_or_one_above_must(
    rows: Items, restricted: set[int], allowed: set[int]
) -> None:
    rows = tuple(
        replace(row, marking=Marking.RESTRICTED, originator=Side.CN) if at in restricted else row
        for at, row in enumerate(rows)
    )
    given_for = tuple(
        Permission(row.uid, Side.CN, "№ 1") for at, row in enumerate(rows) if at in allowed
    )
    one = Agenda("R1", items=rows, permissions=given_for)
    above = parents(rows)
    expected = []
    for at, row in enumerate(rows):
        chain: list[int] = [at]
        while (parent := above[chain[-1]]) is not None:
            chain.append(parent)
        if not row.is_break and any(c in restricted and c not in allowed for c in chain):
            expected.append(row.uid)
    assert [row.uid for row in withheld(one)] == expected
