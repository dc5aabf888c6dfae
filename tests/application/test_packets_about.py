"""What a packet may say: the meeting it is about, and protected information (Art. 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import (
    agendas,
    consultations,
    packets,
    proposals,
)
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.domain.errors import (
    PacketContradictsError,
    PacketRoundUnknownError,
    PermissionMissingError,
    RoundNotSharedError,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.protection import Marking
from tests.application.two_offices import Bench, bench, pair
from tests.domain.negotiation import (
    ACCEPTED,
    MAY,
    TERMS,
    THREATS,
)

AUTUMN = Dates(date(2027, 9, 7), date(2027, 9, 8))


def _round(side: Bench, dates: Dates = AUTUMN, kind: Kind = Kind.REGULAR) -> str:
    return consultations.add(
        side.ctx, NewConsultation(kind, dates, Venue("CN", "Beijing"), Side.CN)
    ).id


def test_a_round_is_named_by_its_number(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft(about=_round(cn))
    path = cn.send("P1")
    assert isinstance(ru.read(path).reason, PacketRoundUnknownError)
    assert _round(ru) == "R1"
    taken = ru.take(path)
    assert taken.proposal is not None
    assert taken.proposal.about == "R1"
    assert packets.extract(ru.ctx, path, tmp_path / "out")


def test_a_meeting_that_was_agreed_is_named_by_its_proposal(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    proposals.answer(cn.ctx, "P1", ACCEPTED, Side.RU)
    ru.take(cn.send("P1"))
    about = proposals.convene(cn.ctx, "P1").id
    cn.draft(replace(TERMS, dates=(MAY,)), about=about)
    path = cn.send("P2")
    assert isinstance(ru.read(path).reason, PacketRoundUnknownError)
    made = proposals.convene(ru.ctx, "P1")
    taken = ru.take(path)
    assert taken.proposal is not None
    assert taken.proposal.about == made.id
    lonely = bench(Side.RU, tmp_path)
    assert isinstance(lonely.read(path).reason, PacketRoundUnknownError)


def test_a_meeting_without_number_has_no_shared_name(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    cn.draft(about=_round(cn, kind=Kind.UNNUMBERED))
    with pytest.raises(RoundNotSharedError):
        cn.send("P1")


def test_a_proposal_does_not_change_what_it_is_about(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    about = _round(cn)
    cn.draft()
    ru.take(cn.send("P1"))
    with cn.ctx.work() as uow:
        uow.proposals.replace(replace(uow.proposals.get("P1"), about=about))
        uow.commit()
    _round(ru)
    assert isinstance(ru.read(cn.send("P1")).reason, PacketContradictsError)


def test_a_restricted_topic_leaves_with_a_permission_only(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    about = _round(cn)
    cn.draft(about=about)
    item = agendas.add_item(cn.ctx, about, after=None, level=1, zh=THREATS.zh, ru="Иначе").agenda
    first = item.items[0]
    assert cn.send("P1").exists()
    marked = replace(first, marking=Marking.RESTRICTED, originator=Side.RU)
    agendas.set_item(cn.ctx, about, marked)
    with pytest.raises(PermissionMissingError):
        cn.send("P1")
    ((agenda, items),) = packets.planned(cn.ctx, "P1").withheld
    assert (agenda, [item.uid for item in items]) == (about, [first.uid])
    agendas.grant(cn.ctx, about, first.uid, "№ 5")
    assert cn.send("P1").exists()
