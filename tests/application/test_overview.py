"""The four questions of the first screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from consultations_gui.application import (
    agendas,
    agreements,
    consultations,
    invitations,
    offices,
    planning,
    proposals,
)
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.journal import change
from consultations_gui.application.overview import overview
from consultations_gui.application.ports import Context, Method
from consultations_gui.application.waiting import WaitingItem, WaitingKind
from consultations_gui.domain.agreement import AgreementFacts, Authority
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person
from consultations_gui.domain.proposal import Channel, Terms
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.workdays import Decree, Origin
from tests.application.fakes import FakeClock, FakeWorkdays, make_context
from tests.domain.negotiation import ACCEPTED, DECLINED, PARTLY, TERMS

TODAY = date(2026, 11, 23)  # a Monday
CN, RU = Side.CN, Side.RU


def two(start: date) -> Dates:
    return Dates(start, start + timedelta(days=1))


SPRING = two(date(2027, 4, 20))
AUTUMN = two(date(2027, 10, 19))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(tick=0)


@pytest.fixture
def ctx(clock: FakeClock) -> Context:
    notices = {
        (side, year): Decree(side, year, origin=Origin.LIBRARY)
        for side in Side
        for year in (2026, 2027)
    }
    return make_context(clock=clock, workdays=FakeWorkdays(notices))


@pytest.fixture
def cn(ctx: Context) -> Context:
    offices.init(ctx, CN, "秘书处", "Секретариат", "office@mfa.example")
    return ctx


def add(ctx: Context, dates: Dates | None = None, **given: object) -> Consultation:
    return consultations.add(ctx, NewConsultation(dates=dates, **given))  # type: ignore[arg-type]  # fields by name


def kinds(items: tuple[WaitingItem, ...]) -> list[WaitingKind]:
    return [item.kind for item in items]


def the(items: tuple[WaitingItem, ...], kind: WaitingKind) -> WaitingItem:
    (found,) = (item for item in items if item.kind is kind)
    return found


class TestWhenWhereAndWhoseTurn:
    def test_an_empty_register_says_who_opens(self, ctx: Context) -> None:
        found = overview(ctx)
        assert (found.next_meeting, found.ready, found.sent, found.side) == (None,) * 4
        assert (found.next_host.side, found.next_host.number) == (CN, 1)
        assert (found.recent, found.balance, found.count) == ((), (0, 0), 0)
        assert (found.waiting_for_us, found.waiting_for_them) == ((), ())

    def test_the_nearest_meeting_and_the_days_until(self, cn: Context) -> None:
        add(cn, SPRING)
        near = add(cn, two(date(2026, 12, 7)), kind=Kind.EXTRAORDINARY, venue=Venue("RU", "Sochi"))
        found = overview(cn)
        assert found.next_meeting is not None
        assert found.next_meeting.consultation == near
        # 24 November to 6 December: nine weekdays.
        assert (found.next_meeting.days_until, found.next_meeting.common_working_days) == (14, 9)
        assert (found.next_host.number, found.next_host.side) == (1, CN)

    def test_days_off_of_either_side_do_not_count(self, clock: FakeClock) -> None:
        free = Decree(RU, 2026, off=(date(2026, 12, 1), date(2026, 12, 2)), origin=Origin.LIBRARY)
        ctx = make_context(clock=clock, workdays=FakeWorkdays({(RU, 2026): free}))
        add(ctx, two(date(2026, 12, 7)))
        found = overview(ctx)
        assert found.next_meeting is not None
        assert found.next_meeting.common_working_days == 7
        assert found.next_meeting.provisional == (CN,)

    def test_a_meeting_that_has_begun(self, cn: Context) -> None:
        add(cn, Dates(date(2026, 11, 20), date(2026, 11, 24)))
        found = overview(cn)
        assert found.next_meeting is not None
        assert (found.next_meeting.days_until, found.next_meeting.common_working_days) == (-3, 0)

    def test_past_the_years_calendars_are_kept_for(self, cn: Context) -> None:
        add(cn, two(date(2098, 5, 4)))
        with change(cn, "consultation.edit") as act:
            before = act.uow.consultations.get("R1")
            act.replace(before, replace(before, dates=two(date(2150, 5, 4))))
        found = overview(cn)
        assert found.next_meeting is not None
        assert found.next_meeting.common_working_days is None
        assert found.next_meeting.provisional == (CN, RU)

    def test_the_turns_before_and_the_balance(self, cn: Context) -> None:
        for year in (2024, 2025, 2026):
            for month in (3, 9):
                add(cn, two(date(year, month, 12)), status=Status.HELD)
        add(cn, SPRING)
        found = overview(cn)
        assert [entry.id for entry in found.recent] == ["R1", "R2", "R3", "R4", "R5", "R6"]
        assert (found.balance, found.count) == ((3, 3), 7)
        assert (found.next_host.side, found.next_host.number) == (CN, 7)
        assert found.next_host.reasons[0].arg("id") == "R6"


class TestProposals:
    def sent(self, ctx: Context, by: Side, on: date, reply_by: date | None = None) -> str:
        id = proposals.new(ctx, "甲", "А", TERMS, by=by).proposal.id
        proposals.transmit(ctx, id, Channel(note_date=on), reply_by)
        return id

    def test_answers_due_on_either_side_with_days(self, cn: Context) -> None:
        self.sent(cn, RU, date(2026, 11, 11))
        self.sent(cn, CN, date(2026, 11, 2), date(2026, 11, 20))
        found = overview(cn)
        ours = the(found.waiting_for_us, WaitingKind.ANSWER)
        theirs = the(found.waiting_for_them, WaitingKind.ANSWER)
        assert (ours.id, ours.side, ours.days, ours.offer) == ("P1", CN, 12, 1)
        assert (theirs.id, theirs.days, theirs.due, theirs.overdue) == (
            "P2",
            21,
            date(2026, 11, 20),
            3,
        )

    def test_a_wished_date_that_is_near_is_counted_down(self, cn: Context) -> None:
        for wished in (TODAY, date(2026, 12, 7), date(2026, 12, 8)):
            self.sent(cn, RU, date(2026, 11, 11), wished)
        found = overview(cn).waiting_for_us
        assert [(item.due, item.days_left) for item in found] == [
            (TODAY, 0),
            (date(2026, 12, 7), 14),
            (date(2026, 12, 8), None),
        ]

    def test_what_else_a_proposal_can_want_of_us(self, cn: Context) -> None:
        proposals.new(cn, "甲", "А", Terms())
        for answers in ([PARTLY], [ACCEPTED], [ACCEPTED, DECLINED], [DECLINED]):
            id = self.sent(cn, CN, date(2026, 11, 10))
            for answer in answers:
                proposals.answer(
                    cn, id, answer, RU, Channel(note_date=date(2026, 11, 20)), crossing=True
                )
        found = overview(cn)
        assert kinds(found.waiting_for_us) == [
            WaitingKind.NEW_OFFER,
            WaitingKind.CONVENE,
            WaitingKind.DECISION,
            WaitingKind.DRAFT,
        ]
        assert the(found.waiting_for_us, WaitingKind.CONVENE).days == 3
        assert found.waiting_for_them == ()


class TestConsents:
    def consents(self, ctx: Context) -> list[tuple[str, Side, str | None]]:
        found = overview(ctx)
        items = (*found.waiting_for_us, *found.waiting_for_them)
        return [
            (item.id, item.side, item.reason.code if item.reason else None)
            for item in items
            if item.kind is WaitingKind.CONSENT
        ]

    def test_rounds_in_their_order_want_none(self, cn: Context) -> None:
        add(cn, SPRING)
        add(cn, AUTUMN)
        assert self.consents(cn) == []

    def test_online_or_elsewhere_both_sides_choose(self, cn: Context) -> None:
        add(cn, SPRING, venue=Venue(online=True))
        code = RotationReason.TURN_OPEN
        assert self.consents(cn) == [("R1", CN, code), ("R1", RU, code)]
        ours = TurnRecord(TurnUse.NONE, "note 1", consent_cn=True)
        consultations.record_turn(cn, "R1", ours)
        assert self.consents(cn) == [("R1", RU, code)]
        consultations.record_turn(cn, "R1", replace(ours, consent_ru=True))
        assert self.consents(cn) == []

    def test_out_of_turn_without_both_consents(self, cn: Context) -> None:
        add(cn, SPRING)
        add(cn, AUTUMN, host=CN, venue=Venue("CN", "Shanghai"))
        code = RotationReason.SAME_SIDE_TWICE
        assert self.consents(cn) == [("R2", CN, code), ("R2", RU, code)]
        assert the(overview(cn).waiting_for_us, WaitingKind.CONSENT).due == AUTUMN.start

    def test_a_record_one_side_has_begun(self, cn: Context) -> None:
        add(cn, SPRING)
        consultations.record_turn(cn, "R1", TurnRecord(TurnUse.RU, "note 1", consent_cn=True))
        assert self.consents(cn) == [("R1", RU, None)]


class TestMeetings:
    def test_days_over_without_a_word(self, cn: Context) -> None:
        add(cn, two(date(2026, 11, 10)), status=Status.CONFIRMED)
        add(cn, two(date(2026, 11, 3)), status=Status.HELD)
        add(cn, Dates(date(2026, 11, 20), date(2026, 11, 24)))
        item = the(overview(cn).waiting_for_us, WaitingKind.RECORD)
        assert (item.id, item.days) == ("R1", 12)

    def test_postponed_without_new_dates(self, cn: Context) -> None:
        for _ in range(2):
            add(cn, SPRING)
        consultations.postpone(cn, "R1", None)
        consultations.postpone(cn, "R2", AUTUMN)
        item = the(overview(cn).waiting_for_us, WaitingKind.NEW_DATES)
        assert item.id == "R1"

    def test_notices_of_years_with_meetings(self, clock: FakeClock) -> None:
        ctx = make_context(clock=clock)
        offices.init(ctx, RU, "秘书处", "Секретариат")
        for dates in (SPRING, AUTUMN, two(date(2028, 4, 18))):
            add(ctx, dates)
        items = [i for i in overview(ctx).waiting_for_us if i.kind is WaitingKind.DECREE]
        assert [(i.id, i.country, i.count) for i in items] == [
            ("CN-2027", CN, 2),
            ("RU-2027", RU, 2),
        ]
        planning.add_decree(ctx, Decree(CN, 2027))
        assert the(overview(ctx).waiting_for_us, WaitingKind.DECREE).id == "RU-2027"


class TestAgenda:
    def test_an_empty_one(self, cn: Context) -> None:
        add(cn, SPRING)
        found = overview(cn)
        item = the(found.waiting_for_us, WaitingKind.AGENDA_EMPTY)
        assert (item.id, item.due) == ("R1", SPRING.start)
        assert found.ready is not None
        assert found.ready.items == 0

    def test_texts_missing_and_stale(self, cn: Context, clock: FakeClock) -> None:
        add(cn, SPRING)
        for n in range(3):
            agendas.add_item(cn, "R1", zh=f"议题{n}", minutes=30)
        view = agendas.add_item(cn, "R1", zh="议题", ru="Вопрос", minutes=30)
        clock.moment += timedelta(hours=1)
        item = view.row(view.touched[0]).item
        agendas.edit_text(cn, "R1", item.uid, Lang.ZH, "另一议题", item.text)
        found = overview(cn)
        missing = the(found.waiting_for_us, WaitingKind.TEXTS_MISSING)
        stale = the(found.waiting_for_us, WaitingKind.TEXTS_STALE)
        assert (missing.count, missing.lang) == (3, Lang.RU)
        assert (stale.count, stale.lang) == (1, Lang.RU)

    def test_approvals_once_it_is_circulated(self, cn: Context) -> None:
        add(cn, SPRING)
        agendas.add_item(cn, "R1", zh="议题", ru="Вопрос", minutes=30)
        assert WaitingKind.APPROVAL not in kinds(overview(cn).waiting_for_us)
        agendas.circulate(cn, "R1")
        agendas.approve(cn, "R1", CN)
        found = overview(cn)
        assert kinds(found.waiting_for_us) == []
        assert the(found.waiting_for_them, WaitingKind.APPROVAL).side is RU


class TestInvitations:
    PEOPLE = Delegation(
        CN,
        (
            Delegate(Person("1", "王喆", email="Wang@mfa.example")),
            Delegate(Person("2", "李堃", email="li@mfa.example")),
            Delegate(Person("3", "陈淼")),
        ),
    )

    def test_who_is_still_to_be_told(self, cn: Context, tmp_path: Path) -> None:
        add(cn, SPRING)
        consultations.set_delegation(cn, "R1", self.PEOPLE)
        agendas.add_item(cn, "R1", zh="议题", ru="Вопрос", minutes=30)
        found = overview(cn)
        assert found.sent is not None
        assert ([p.uid for p in found.sent.outstanding], found.sent.unreachable) == (["1", "2"], 1)
        assert kinds(found.waiting_for_us) == []  # not confirmed yet
        consultations.confirm(cn, "R1")
        assert the(overview(cn).waiting_for_us, WaitingKind.INVITATIONS).count == 2
        invitations.write(cn, "R1", Method.REQUEST, tmp_path)
        found = overview(cn)
        assert found.sent is not None
        assert (found.sent.outstanding, kinds(found.waiting_for_us)) == ((), [])
        assert {r.recipient for r in found.sent.records} >= {"Wang@mfa.example", "li@mfa.example"}

    def test_a_change_makes_it_due_again(self, cn: Context, tmp_path: Path) -> None:
        made = add(cn, SPRING)
        consultations.set_delegation(cn, made.id, self.PEOPLE)
        consultations.confirm(cn, "R1")
        invitations.write(cn, "R1", Method.REQUEST, tmp_path)
        shown = consultations.show(cn, "R1")
        consultations.edit(cn, replace(shown, venue=Venue("CN", "Dalian")))
        assert the(overview(cn).waiting_for_us, WaitingKind.INVITATIONS).count == 2


class TestAgreement:
    FACTS = AgreementFacts(notice_cn=date(2026, 7, 1), notice_ru=date(2026, 8, 3))

    def test_authorities_not_notified(self, cn: Context) -> None:
        ours = Authority("1", CN, "某主管机构", "")
        agreements.set_facts(cn, replace(self.FACTS, authorities=(ours,)))
        found = overview(cn)
        # 3 August + 30 = 2 September, + 60 = 1 November.
        assert found.deadlines.notify_authorities_by.day == date(2026, 11, 1)
        assert kinds(found.waiting_for_us) == []
        theirs = the(found.waiting_for_them, WaitingKind.AUTHORITIES)
        assert (theirs.due, theirs.overdue, theirs.id) == (date(2026, 11, 1), 22, "facts")

    def test_the_end_after_a_notice(self, cn: Context) -> None:
        agreements.set_facts(cn, AgreementFacts(termination=date(2026, 11, 1)))
        assert the(overview(cn).waiting_for_us, WaitingKind.ENDING).due == date(2027, 1, 30)


def test_what_is_overdue_stands_first(cn: Context, clock: FakeClock) -> None:
    add(cn, SPRING)
    for on, reply_by in ((date(2026, 11, 1), None), (date(2026, 11, 20), date(2026, 11, 21))):
        id = proposals.new(cn, "甲", "А", TERMS, by=RU).proposal.id
        proposals.transmit(cn, id, Channel(note_date=on), reply_by)
    clock.moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    items = overview(cn).waiting_for_us
    assert [(i.kind, i.id) for i in items] == [
        (WaitingKind.ANSWER, "P2"),
        (WaitingKind.AGENDA_EMPTY, "R1"),
        (WaitingKind.ANSWER, "P1"),
    ]
