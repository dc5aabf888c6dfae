"""Writing invitations: who gets what, SEQUENCE against what was sent, people taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import invitations
from consultations_gui.application.journal import change, undo
from consultations_gui.application.ports import Context, Method
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.errors import (
    CannotWriteError,
    InvitationRefusedError,
    NotFoundError,
    NotUndoableError,
    OfficeNotSetError,
)
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person
from tests.application.fakes import make_context

LI = Person("1", "李", email="li@a.example")
IVAN = Person("2", name_ru="Иван", email="ivan@b.example", language=Lang.RU)
ROUND = Consultation(
    uid="u",
    id="R1",
    kind=Kind.REGULAR,
    number=1,
    status=Status.CONFIRMED,
    host=Side.CN,
    dates=Dates(date(2027, 4, 14), date(2027, 4, 15)),
    venue=Venue("CN", "Beijing"),
    delegations=(Delegation(Side.CN, (Delegate(LI),)), Delegation(Side.RU, (Delegate(IVAN),))),
)


def office(email: str = "office@cn.example") -> Office:
    return Office(Side.CN, "秘书处", "Секретариат", email)


@pytest.fixture
def ctx() -> Context:
    made = make_context()
    with change(made, "office.init") as act:
        act.put(None, office())
    with change(made, "consultation.add") as act:
        act.add(ROUND)
    return made


def stored(ctx: Context) -> Consultation:
    with ctx.work() as uow:
        return uow.consultations.get("R1")


def edit(ctx: Context, **changes: object) -> None:
    with change(ctx, "consultation.edit") as act:
        before = act.uow.consultations.get("R1")
        act.replace(before, replace(before, **changes))  # type: ignore[arg-type]  # any field


def test_the_preview_is_what_is_written(ctx: Context, tmp_path: Path) -> None:
    planned = invitations.planned(ctx, "R1", Method.REQUEST)
    written = invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    assert [path.name for path in written] == [mail.name for mail in planned]
    assert [mail.recipient for mail in planned] == ["", "li@a.example", "ivan@b.example"]
    assert [mail.language for mail in planned] == [None, Lang.ZH, Lang.RU]


def test_a_preview_keeps_nothing_on_record(ctx: Context) -> None:
    invitations.planned(ctx, "R1", Method.REQUEST)
    assert invitations.sent(ctx, "R1") == ()


def test_what_was_sent_is_on_record_and_not_undone(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    assert [(r.recipient, r.sequence) for r in invitations.sent(ctx, "R1")] == [
        ("", 0),
        ("li@a.example", 0),
        ("ivan@b.example", 0),
    ]
    with pytest.raises(NotUndoableError):
        undo(ctx)


def test_the_same_again_keeps_the_sequence(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    assert {r.sequence for r in invitations.sent(ctx, "R1")} == {0}


def test_other_hours_raise_the_sequence(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    item = AgendaItem("a", 1, Bilingual("议题", "Вопрос"), minutes=60)
    with change(ctx, "agenda.item.add") as act:
        act.add(Agenda("R1", items=(item,)))
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    assert invitations.sent(ctx, "R1")[-1].sequence == 1
    assert stored(ctx).sequence == 1


def test_a_sequence_that_rose_already_is_enough(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, venue=Venue(online=True), sequence=4)
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    assert invitations.sent(ctx, "R1")[-1].sequence == 4


def test_someone_taken_out_gets_it_back_once(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, delegations=(Delegation(Side.CN, (Delegate(LI),)),))
    mails = invitations.planned(ctx, "R1", Method.REQUEST)
    assert [(m.recipient, m.method) for m in mails if m.method is Method.CANCEL] == [
        ("ivan@b.example", Method.CANCEL)
    ]
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    again = invitations.planned(ctx, "R1", Method.REQUEST)
    assert all(mail.method is Method.REQUEST for mail in again)


def test_cancelling_rises_above_what_was_sent(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, status=Status.CANCELLED)
    invitations.write(ctx, "R1", Method.CANCEL, tmp_path)
    last = invitations.sent(ctx, "R1")[-1]
    assert (last.method, last.sequence) == ("cancel", 1)


def test_cancelling_reaches_those_taken_out_since_they_were_invited(
    ctx: Context, tmp_path: Path
) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, delegations=(Delegation(Side.CN, (Delegate(LI),)),))
    edit(ctx, status=Status.CANCELLED)
    mails = invitations.planned(ctx, "R1", Method.CANCEL)
    assert {mail.method for mail in mails} == {Method.CANCEL}
    assert "ivan@b.example" in [mail.recipient for mail in mails]
    invitations.write(ctx, "R1", Method.CANCEL, tmp_path)
    again = invitations.planned(ctx, "R1", Method.CANCEL)
    assert "ivan@b.example" not in [mail.recipient for mail in again]


@pytest.mark.parametrize("left", [(), (Delegation(Side.CN, (Delegate(replace(LI, email="")),)),)])
def test_cancelling_reaches_those_invited_when_nobody_is_left(
    ctx: Context, tmp_path: Path, left: tuple[Delegation, ...]
) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, delegations=left)
    edit(ctx, status=Status.CANCELLED)
    planned = invitations.planned(ctx, "R1", Method.CANCEL)
    assert {mail.method for mail in planned} == {Method.CANCEL}
    assert [mail.recipient for mail in planned] == ["", "li@a.example", "ivan@b.example"]
    written = invitations.write(ctx, "R1", Method.CANCEL, tmp_path)
    assert [path.read_bytes() for path in written] == [b"cancel"] * 3
    assert {record.sequence for record in invitations.sent(ctx, "R1")[3:]} == {1}
    with pytest.raises(InvitationRefusedError) as caught:
        invitations.planned(ctx, "R1", Method.CANCEL)
    assert caught.value.cause == "no_people"


def test_inviting_nobody_takes_back_what_was_sent(ctx: Context, tmp_path: Path) -> None:
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    edit(ctx, delegations=())
    planned = invitations.planned(ctx, "R1", Method.REQUEST)
    assert [(mail.recipient, mail.method) for mail in planned] == [
        ("li@a.example", Method.CANCEL),
        ("ivan@b.example", Method.CANCEL),
    ]
    invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
    with pytest.raises(InvitationRefusedError):
        invitations.planned(ctx, "R1", Method.REQUEST)


def test_publishing_needs_nobody(ctx: Context) -> None:
    edit(ctx, delegations=())
    assert [mail.name for mail in invitations.planned(ctx, "R1", Method.PUBLISH)] == ["R1.ics"]
    with pytest.raises(InvitationRefusedError) as caught:
        invitations.planned(ctx, "R1", Method.REQUEST)
    assert caught.value.cause == "no_people"


def test_an_office_without_address_cannot_invite() -> None:
    ctx = make_context()
    with change(ctx, "consultation.add") as act:
        act.add(ROUND)
    with pytest.raises(OfficeNotSetError):
        invitations.planned(ctx, "R1", Method.REQUEST)
    with change(ctx, "office.init") as act:
        act.put(None, office(""))
    with pytest.raises(InvitationRefusedError) as caught:
        invitations.planned(ctx, "R1", Method.REQUEST)
    assert caught.value.cause == "no_organizer"


def test_what_cannot_be_written_is_not_on_record(ctx: Context, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    with pytest.raises(CannotWriteError):
        invitations.write(ctx, "R1", Method.REQUEST, in_the_way)
    assert invitations.sent(ctx, "R1") == ()


def test_nothing_is_known_of_what_is_not_there(ctx: Context) -> None:
    with pytest.raises(NotFoundError):
        invitations.sent(ctx, "R9")
