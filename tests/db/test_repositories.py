"""What every register does, the one in a file and the one in memory that tests use."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations_gui.application.ports import UnitOfWork
from consultations_gui.application.records import Heading, InvitationRecord, JournalEntry
from consultations_gui.application.shelves import KEPT, SINGLES, shelf, subject_of
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    InUseError,
    NotFoundError,
    StaleVersionError,
)
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.proposal import Event, EventKind, Proposal
from consultations_gui.domain.workdays import Decree
from db import open_register
from tests import values
from tests.application.fakes import FakeUnitOfWork, Store

Work = Callable[[], UnitOfWork]

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
MAY = date(2027, 5, 10)


@pytest.fixture
def in_file(path: Path) -> Iterator[Work]:
    with open_register(path) as register:
        yield register.unit_of_work


@pytest.fixture
def in_memory() -> Work:
    store = Store()
    return lambda: FakeUnitOfWork(store)


@pytest.fixture(params=["in_file", "in_memory"])
def work(request: pytest.FixtureRequest) -> Work:
    found: Work = request.getfixturevalue(request.param)
    return found


def meeting(id: str = "R1", start: date | None = None, **given: Any) -> Consultation:
    kind = {"R": Kind.REGULAR, "U": Kind.UNNUMBERED, "X": Kind.EXTRAORDINARY}[id[0]]
    value = Consultation(
        uid=f"uid-{id}",
        id=id,
        kind=kind,
        number=int(id[1:]) if kind is Kind.REGULAR else None,
        status=Status.PLANNED,
        host=Side.CN,
        dates=Dates(start, start + timedelta(days=1)) if start else None,
        venue=Venue("CN", "Beijing"),
    )
    return replace(value, **given)


def keep(work: Work, *stored: Any) -> None:
    with work() as uow:
        for value in stored:
            shelf(uow, _kind(value)).add(value)
        uow.commit()


def _kind(value: Any) -> str:
    return type(value).__name__.lower()


@pytest.mark.parametrize("kind", KEPT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_value_comes_back_as_it_was(
    in_file: Work, in_memory: Work, kind: str, data: st.DataObject
) -> None:
    """Of either register: making up a value takes longer than keeping it."""
    first, second = (data.draw(values.KINDS[kind], label) for label in ("first", "second"))
    comes_back(in_file, kind, first, second)
    comes_back(in_memory, kind, first, second)


def comes_back(work: Work, kind: str, first: Any, second: Any) -> None:
    with work() as uow:
        if kind == "agenda":
            uow.consultations.add(meeting(id := "R1", uid=f"{first.id}/{second.id}"))
            first, second = replace(first, id=id), replace(second, id=id)
        elif kind == "decree":
            second = replace(second, side=first.side, year=first.year)
        elif kind not in SINGLES:
            second = replace(second, id=first.id)
        subject = subject_of(kind, first)
        kept = shelf(uow, kind)
        stored = kept.add(first)
        assert stored == replace(first, version=1)
        assert kept.find(subject) == stored
        changed = kept.replace(replace(second, version=1))
        assert changed == replace(second, version=2)
        assert kept.find(subject) == changed
        assert kept.all() == (changed,)
        kept.remove(subject, 2)
        assert kept.find(subject) is None
        assert kept.all() == ()


def test_nothing_is_kept_without_a_commit(work: Work) -> None:
    with work() as uow:
        uow.consultations.add(meeting())
        uow.office.put(Office(Side.CN, "甲", "А"))
        assert uow.next_number("X") == 1
    with work() as uow:
        assert uow.consultations.all() == ()
        assert uow.office.get() is None
        assert uow.next_number("X") == 1


def test_a_fault_keeps_nothing(work: Work) -> None:
    def fail() -> None:
        with work() as uow:
            uow.consultations.add(meeting())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with work() as uow:
        assert uow.consultations.count() == 0


def test_missing(work: Work) -> None:
    with work() as uow:
        for repository in (uow.consultations, uow.agendas, uow.proposals, uow.decrees):
            with pytest.raises(NotFoundError) as missing:
                repository.get("R9")
            assert missing.value.id == "R9"
        with pytest.raises(NotFoundError):
            uow.consultations.replace(meeting(version=1))
        with pytest.raises(NotFoundError):
            uow.consultations.remove("R9", 1)


def test_an_id_is_used_once(work: Work) -> None:
    keep(work, meeting())
    with work() as uow, pytest.raises(AlreadyExistsError) as refused:
        uow.consultations.add(meeting(uid="another"))
    assert (refused.value.kind, refused.value.id) == ("consultation", "R1")


def test_one_decree_a_country_year(work: Work) -> None:
    keep(work, Decree(Side.RU, 2027))
    with work() as uow, pytest.raises(AlreadyExistsError):
        uow.decrees.add(Decree(Side.RU, 2027, number="1466"))


@pytest.mark.parametrize("version", [0, 2])
def test_a_stale_write_is_refused(work: Work, version: int) -> None:
    keep(work, meeting())
    with work() as uow:
        with pytest.raises(StaleVersionError) as refused:
            uow.consultations.replace(meeting(version=version, basis="note"))
        assert (refused.value.kind, refused.value.id) == ("consultation", "R1")
        with pytest.raises(StaleVersionError):
            uow.consultations.remove("R1", version)
        assert uow.consultations.get("R1").basis == ""


def test_singles(work: Work) -> None:
    keep(work, Office(Side.CN, "甲", "А"))
    with work() as uow:
        with pytest.raises(StaleVersionError):
            uow.office.put(Office(Side.RU, "乙", "Б"))
        with pytest.raises(StaleVersionError):
            uow.office.clear(7)
        uow.office.clear(1)
        with pytest.raises(StaleVersionError):
            uow.office.clear(1)
        assert uow.office.put(Office(Side.RU, "乙", "Б", version=1)).version == 2
        with pytest.raises(AlreadyExistsError):
            shelf(uow, "office").add(Office(Side.RU, "乙", "Б"))
        assert shelf(uow, "office").find("elsewhere") is None


def test_what_comes_back_goes_on_counting(work: Work) -> None:
    with work() as uow:
        assert uow.consultations.add(meeting(version=4)).version == 5


def proposal(**given: Any) -> Proposal:
    value = Proposal("uuid", "P1", "特别磋商", "Внеочередные", ())
    return replace(value, **given)


def convened(id: str) -> Event:
    return Event(EventKind.CONVENED, Side.CN, 1, AT, consultation=id)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (Agenda("R1"), "consultation"),
        (meeting(proposal="P1"), "proposal"),
        (proposal(about="R1"), "consultation"),
        (proposal(events=(convened(""), convened("R1"))), "consultation"),
    ],
)
def test_what_is_referred_to_must_be_there(work: Work, value: Any, kind: str) -> None:
    with work() as uow, pytest.raises(NotFoundError) as missing:
        shelf(uow, _kind(value)).add(value)
    assert missing.value.kind == kind


def test_a_replacement_may_not_refer_to_nothing_either(work: Work) -> None:
    keep(work, meeting())
    with work() as uow, pytest.raises(NotFoundError):
        uow.consultations.replace(meeting(proposal="P7", version=1))


@pytest.mark.parametrize(
    "user", [Agenda("R1"), proposal(about="R1"), proposal(events=(convened("R1"),))]
)
def test_what_is_used_stays(work: Work, user: Any) -> None:
    keep(work, meeting(), user)
    with work() as uow, pytest.raises(InUseError) as refused:
        uow.consultations.remove("R1", 1)
    assert (refused.value.kind, refused.value.id) == ("consultation", "R1")


def test_a_proposal_a_meeting_came_from_stays(work: Work) -> None:
    keep(work, proposal(), meeting("X1", proposal="P1"))
    with work() as uow, pytest.raises(InUseError):
        uow.proposals.remove("P1", 1)


def test_a_meeting_people_were_invited_to_stays(work: Work) -> None:
    keep(work, meeting())
    with work() as uow:
        uow.invitations.add(InvitationRecord("R1", "request", "a@example.org", 0, AT))
        with pytest.raises(InUseError):
            uow.consultations.remove("R1", 1)


def test_order_of_all(work: Work) -> None:
    ids = ["R1", "R2", "R10", "U1", "U2", "X2", "X10"]
    keep(work, *(meeting(id) for id in reversed(ids)))
    with work() as uow:
        assert [c.id for c in uow.consultations.all()] == ids
        assert [c.id for c in uow.consultations.with_status(Status.PLANNED)] == ids
        assert uow.consultations.with_status() == ()
        assert uow.consultations.count() == len(ids)


def test_order_of_the_others(work: Work) -> None:
    keep(work, *(proposal(uid=id, id=id) for id in ("P10", "P9")))
    keep(work, *(Decree(side, year) for side in Side for year in (2028, 2027)))
    with work() as uow:
        assert [p.id for p in uow.proposals.all()] == ["P9", "P10"]
        assert [d.id for d in uow.decrees.all()] == ["CN-2027", "CN-2028", "RU-2027", "RU-2028"]


def test_between_takes_any_meeting_day(work: Work) -> None:
    keep(work, meeting("R1", MAY), meeting("R2", MAY - timedelta(days=200)), meeting("X1"))

    def ids(start: date, end: date) -> list[str]:
        with work() as uow:
            return [c.id for c in uow.consultations.between(start, end)]

    day = timedelta(days=1)
    assert ids(MAY + day, MAY + day) == ["R1"]
    assert ids(MAY - day, MAY) == ["R1"]
    assert ids(MAY + 2 * day, MAY + 9 * day) == []
    assert ids(MAY - 9 * day, MAY - day) == []
    assert ids(MAY - 300 * day, MAY + 300 * day) == ["R2", "R1"]


def test_more_meetings_than_are_asked_for_by_name(work: Work) -> None:
    person = Delegate(Person("p", "王小明"), Role.HEAD)
    many = [
        meeting(f"R{n}", MAY, delegations=(Delegation(Side.CN, (person,) * (n % 3)),))
        for n in range(1, 520)
    ]
    keep(work, *many)
    with work() as uow:
        assert uow.consultations.all() == tuple(replace(one, version=1) for one in many)


def test_looking_for_garbage_goes_on_as_it_was(work: Work) -> None:
    for switch, is_on in ((gc.disable, False), (gc.enable, True)):
        switch()
        with work() as uow:
            uow.consultations.all()
        assert gc.isenabled() == is_on


def test_next_from(work: Work) -> None:
    day = timedelta(days=1)
    keep(
        work,
        meeting("R1", MAY - day),
        meeting("R2", MAY - 2 * day),
        meeting("R3", MAY + 5 * day),
        meeting("R4", MAY + day, status=Status.CANCELLED),
        meeting("R5", MAY + day, status=Status.HELD),
        meeting("R6"),
        meeting("X1", MAY + 5 * day, status=Status.POSTPONED),
    )
    with work() as uow:
        assert [c.id for c in uow.consultations.next_from(MAY)] == ["R1"]
        assert [c.id for c in uow.consultations.next_from(MAY, 9)] == ["R1", "R3", "X1"]
        assert [c.id for c in uow.consultations.next_from(MAY, 2)] == ["R1", "R3"]


def test_numbers_are_given_once(work: Work) -> None:
    with work() as uow:
        assert [uow.next_number("X"), uow.next_number("X"), uow.next_number("P")] == [1, 2, 1]
        uow.commit()
    with work() as uow:
        assert uow.next_number("X") == 3


def entry(seq: int, **given: Any) -> JournalEntry:
    value = JournalEntry(seq, AT, "Li", "test", "consultation", "R1", None, "{}", str(seq))
    return replace(value, **given)


def test_journal(work: Work) -> None:
    entries = (
        entry(1, before="{}", undoes="7", redoes="8", previous="a", hash="b"),
        entry(2, kind="agenda", actor="Wang"),
        entry(3, subject="R2", group="1:s"),
        entry(4, after=None, before="{}", group="1:s"),
    )
    with work() as uow:
        assert uow.journal.last() is None
        for one in entries:
            uow.journal.append(one)
        uow.commit()
    with work() as uow:
        journal = uow.journal
        assert journal.last() == entries[3]
        assert journal.entries() == entries
        assert journal.entries(after=2) == entries[2:]
        assert journal.entries(subject="R1") == (entries[0], entries[1], entries[3])
        assert journal.entries(subject="R1", kind="agenda") == (entries[1],)
        assert journal.entries(newest_first=True, limit=2) == (entries[3], entries[2])
        assert journal.entry(3) == entries[2]
        with pytest.raises(NotFoundError):
            journal.entry(5)
        assert [h.seq for h in journal.headings("Li", limit=2)] == [4, 3]
        assert [h.seq for h in journal.headings("Li", before=4, limit=9)] == [3, 1]
        assert journal.headings("nobody", limit=1) == ()


def test_headings(work: Work) -> None:
    with work() as uow:
        uow.journal.append(entry(1))
        uow.journal.append(entry(2, before="{}", after=None, undoes="1", redoes="x", group="2:s"))
        assert uow.journal.headings("Li", limit=9) == (
            Heading(
                seq=2,
                at=AT,
                actor="Li",
                use_case="test",
                kind="consultation",
                subject="R1",
                group="2:s",
                undoes="1",
                redoes="x",
                adds=False,
                removes=True,
            ),
            Heading(1, AT, "Li", "test", "consultation", "R1", "1", "", "", True, False),
        )


def test_invitations(work: Work) -> None:
    keep(work, meeting(), meeting("R2"))
    records = [
        InvitationRecord("R1", "request", "b@example.org", 0, AT, "ru", "2027-04-14|Kazan"),
        InvitationRecord("R2", "publish", "", 2, AT),
        InvitationRecord("R1", "cancel", "a@example.org", 1, AT, "zh"),
    ]
    with work() as uow:
        for record in records:
            uow.invitations.add(record)
        uow.commit()
    with work() as uow:
        assert uow.invitations.of("R1") == (records[0], records[2])
        assert uow.invitations.of("R3") == ()
        assert uow.invitations.all() == tuple(records)


def test_only_what_differs_is_written_anew(work: Work) -> None:
    items = tuple(
        AgendaItem(f"i{n}", 1, Bilingual(f"议题{n}", f"Вопрос {n}"), minutes=30) for n in range(20)
    )
    keep(work, meeting(), Agenda("R1", items=items))
    with work() as uow:
        agenda = uow.agendas.get("R1")
        edited = replace(items[3], minutes=45)
        moved = (*items[:3], edited, *items[5:], items[4], AgendaItem("new", 0, Bilingual()))
        stored = uow.agendas.replace(replace(agenda, items=moved))
        assert uow.agendas.get("R1") == stored
        stored = uow.agendas.replace(replace(stored, items=items[:2]))
        assert uow.agendas.get("R1") == stored
