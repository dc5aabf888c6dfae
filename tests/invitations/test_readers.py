"""Other programs read the same meeting from our files: vobject and libical."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.invitations.inviter import Inviter
from tests.invitations import samples
from tests.invitations.reading import (
    Read,
    by_libical,
    by_vobject,
    calendar_of,
    libical_says,
    vobject_says,
)

PEOPLE = frozenset({"wang@cn.example", "semyonov@ru.example"})
KAZAN = (datetime(2027, 4, 14, 6, tzinfo=UTC), datetime(2027, 4, 15, 7, 30, tzinfo=UTC))
PARIS = (datetime(2027, 4, 14, 7, tzinfo=UTC), datetime(2027, 4, 15, 8, 30, tzinfo=UTC))
DAYS = (date(2027, 4, 14), date(2027, 4, 16))


@pytest.mark.parametrize("read", [by_vobject, by_libical])
@pytest.mark.parametrize(
    ("order", "times"),
    [
        (samples.order(), KAZAN),
        (samples.cancelled(), KAZAN),
        (samples.all_day(), DAYS),
        (samples.in_paris(), PARIS),
    ],
)
def test_read_alike(
    read: Callable[[bytes], Read], order: InvitationOrder, times: tuple[date, date]
) -> None:
    found = read(Inviter().calendar(order).content)
    assert found == Read(samples.ROUND.uid, *times, PEOPLE)


@pytest.mark.parametrize("read", [by_vobject, by_libical])
def test_what_is_published_is_read_alike_and_names_nobody(read: Callable[[bytes], Read]) -> None:
    found = read(Inviter().calendar(samples.order(method=Method.PUBLISH)).content)
    assert found == Read(samples.ROUND.uid, *KAZAN, frozenset())


LIFE = [
    (samples.order(samples.fresh()), ("REQUEST", "0", "CONFIRMED")),
    (samples.order(), ("REQUEST", "2", "CONFIRMED")),
    (samples.all_day(), ("REQUEST", "2", "TENTATIVE")),
    (samples.order(method=Method.PUBLISH), ("PUBLISH", "2", "CONFIRMED")),
    (samples.cancelled(), ("CANCEL", "3", "CANCELLED")),
]


@pytest.mark.parametrize("says", [vobject_says, libical_says])
@pytest.mark.parametrize(("order", "told"), LIFE, ids=lambda value: str(value)[:8])
def test_the_life_of_an_invitation_is_read_alike(
    says: Callable[[bytes], tuple[str, str, str]],
    order: InvitationOrder,
    told: tuple[str, str, str],
) -> None:
    assert says(Inviter().calendar(order).content) == told
    for mail in Inviter().mails(order):
        assert says(calendar_of(mail.content)) == told


@pytest.mark.parametrize(("read", "says"), [(by_vobject, vobject_says), (by_libical, libical_says)])
def test_one_person_uninvited_is_read_alike(
    read: Callable[[bytes], Read], says: Callable[[bytes], tuple[str, str, str]]
) -> None:
    mail = Inviter().uninvitation(samples.order(), "wang@cn.example", samples.WANG.language)
    content = calendar_of(mail.content)
    assert says(content) == ("CANCEL", "2", "")
    assert read(content) == Read(samples.ROUND.uid, *KAZAN, frozenset({"wang@cn.example"}))
