"""Other programs read the same meeting from our files: vobject and libical."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from consultations_gui.application.ports import InvitationOrder
from consultations_gui.invitations.inviter import Inviter
from tests.invitations import samples
from tests.invitations.reading import Read, by_libical, by_vobject

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
