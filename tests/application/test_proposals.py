"""Proposals through their use cases, to convening and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from consultations_gui.application import agendas, consultations, journal, offices, proposals
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.consultation import Dates, Kind, Status, TurnRecord
from consultations_gui.domain.errors import (
    AlreadyAnsweredError,
    AlreadyConvenedError,
    AlreadyTransmittedError,
    AnswerOnRecordError,
    CityElsewhereError,
    DuplicateDateOptionError,
    LapseTooEarlyError,
    NotAgreedError,
    NotFoundError,
    NotUndoableError,
    OfferIncompleteError,
    OfferPassedError,
    OfficeNotSetError,
    OwnOfferError,
    ProposalClosedError,
    ReceivedAheadError,
    ReceivedBeforeDatedError,
    ReplyWishError,
    UnknownCityZoneError,
    UnknownCountryError,
    UnknownOfferError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    FlagReason,
    ProposalState,
    Ruling,
    Terms,
    Topic,
    Verdict,
)
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE
from tests.application.fakes import FakeClock, make_context
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DALIAN,
    DECLINED,
    KAZAN,
    MARCH,
    PARTLY,
    TALKS,
    TERMS,
    THREATS,
)

ALL = Answer(ACCEPT, ACCEPT, ACCEPT)
MOVED = Answer(
    Ruling(Verdict.ACCEPT, option=2),
    Ruling(Verdict.COUNTER, venue=Venue("", "Казань", "Кремль")),
    ACCEPT,
)
NOTE = Channel(note="118/2026", note_date=date(2026, 11, 9), received=date(2026, 11, 11))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def ctx(clock: FakeClock) -> Context:
    ctx = make_context(clock=clock)
    offices.init(ctx, Side.CN, "秘书处", "Секретариат")
    return ctx


def test_an_offer_nothing_can_come_of_is_not_sent(ctx: Context) -> None:
    with pytest.raises(DuplicateDateOptionError):
        proposals.new(ctx, "一", "А", replace(TERMS, dates=(MARCH, MARCH)))
    past = replace(TERMS, dates=(Dates(date(2026, 11, 2), date(2026, 11, 3)),))
    proposals.new(ctx, "一", "А", past)
    with pytest.raises(OfferPassedError):
        proposals.transmit(ctx, "P1")
    with pytest.raises(DuplicateDateOptionError):
        proposals.edit_draft(ctx, "P1", replace(TERMS, dates=(MARCH, MARCH)), "一", "А")
    proposals.edit_draft(ctx, "P1", TERMS, "一", "А")
    with pytest.raises(ReplyWishError):
        proposals.transmit(ctx, "P1", reply_by=date(2026, 11, 22))
    proposals.edit_draft(ctx, "P1", past, "一", "А")
    noted = Channel(note_date=date(2026, 10, 1))
    assert proposals.transmit(ctx, "P1", noted).standing.state is ProposalState.TRANSMITTED


def test_a_draft_names_a_country_there_is(ctx: Context) -> None:
    unknown = replace(TERMS, venue=Venue("ZZ", "Дал"))
    with pytest.raises(UnknownCountryError):
        proposals.new(ctx, "一", "А", unknown)
    assert proposals.list_all(ctx) == ()
    proposals.new(ctx, "一", "А", replace(TERMS, venue=Venue("KZ", "Дал")))
    with pytest.raises(UnknownCountryError):
        proposals.edit_draft(ctx, "P1", unknown, "一", "А")


def test_a_note_is_not_received_before_its_date_nor_on_a_day_to_come(
    ctx: Context, clock: FakeClock
) -> None:
    today = clock.today()
    proposals.new(ctx, "一", "А", TERMS)
    with pytest.raises(ReceivedAheadError):
        proposals.transmit(ctx, "P1", Channel(received=today + timedelta(days=1)))
    early = Channel(note_date=today, received=today - timedelta(days=1))
    with pytest.raises(ReceivedBeforeDatedError):
        proposals.transmit(ctx, "P1", early)
    proposals.transmit(ctx, "P1", Channel(note_date=today, received=today))
    ahead = Channel(received=today + timedelta(days=1))
    with pytest.raises(ReceivedAheadError):
        proposals.answer(ctx, "P1", ALL, Side.RU, ahead)
    with pytest.raises(ReceivedAheadError):
        proposals.withdraw(ctx, "P1", channel=ahead)
    assert len(proposals.show(ctx, "P1").proposal.events) == 2


def test_a_message_that_crossed_is_kept_whatever_its_dates(ctx: Context) -> None:
    id = sent(ctx)
    proposals.withdraw(ctx, id)
    past = Ruling(Verdict.COUNTER, dates=(Dates(date(2026, 11, 2), date(2026, 11, 3)),))
    view = proposals.answer(ctx, id, Answer(past, ACCEPT, ACCEPT), Side.RU, crossing=True)
    assert view.standing.state is ProposalState.WITHDRAWN
    assert len(view.proposal.events) == 4


def test_any_two_offers_are_compared(ctx: Context) -> None:
    id = sent(ctx)
    proposals.answer(ctx, id, MOVED, Side.RU)
    pair = proposals.compare(ctx, id, 1, 2)
    assert (pair.id, pair.before.number, pair.after.by) == (id, 1, Side.RU)
    assert pair.change.changed == (Component.DATES, Component.VENUE)
    assert proposals.compare(ctx, id, 2, 2).change.changed == ()
    for wrong in ((1, 3), (0, 1)):
        with pytest.raises(UnknownOfferError):
            proposals.compare(ctx, id, *wrong)
    with pytest.raises(NotFoundError):
        proposals.compare(ctx, "P9", 1, 2)


def sent(ctx: Context, terms: Terms = TERMS, about: str = "", by: Side | None = None) -> str:
    made = proposals.new(ctx, "关于新威胁", "О новых угрозах", terms, about, by)
    proposals.transmit(ctx, made.proposal.id, NOTE, date(2026, 12, 15))
    return made.proposal.id


class TestDrafts:
    def test_are_numbered_and_may_be_incomplete(self, ctx: Context) -> None:
        first = proposals.new(ctx, "甲", "А", Terms())
        second = proposals.new(ctx, "乙", "Б", Terms(venue=Venue("", "Дал")), by=Side.RU)
        assert [v.proposal.id for v in proposals.list_all(ctx)] == ["P1", "P2"]
        assert (first.standing.proposed_by, second.standing.proposed_by) == (Side.CN, Side.RU)
        assert first.proposal.uid != second.proposal.uid
        assert second.standing.draft == Terms(venue=Venue("", "Дал"))

    def test_are_written_anew(self, ctx: Context) -> None:
        proposals.new(ctx, "甲", "А", Terms())
        named = replace(TERMS, venue=Venue("", "大连"))
        proposals.edit_draft(ctx, "P1", named, "乙", "Б", group="sitting")
        view = proposals.edit_draft(ctx, "P1", named, "乙丙", "Б", group="sitting")
        assert view.standing.draft == TERMS
        assert (view.proposal.title_zh, len(view.proposal.events)) == ("乙丙", 1)
        journal.undo(ctx)
        assert proposals.show(ctx, "P1").proposal.title_zh == "甲"

    def test_are_discarded_while_they_are_drafts(self, ctx: Context) -> None:
        proposals.new(ctx, "甲", "А", Terms())
        proposals.discard(ctx, "P1")
        assert proposals.list_all(ctx) == ()
        journal.undo(ctx)
        assert proposals.show(ctx, "P1").standing.state is ProposalState.DRAFT
        other = sent(ctx)
        with pytest.raises(AlreadyTransmittedError):
            proposals.discard(ctx, other)
        with pytest.raises(AlreadyTransmittedError):
            proposals.edit_draft(ctx, other, TERMS, "", "")

    def test_need_an_office_and_the_round_they_are_about(self, ctx: Context) -> None:
        with pytest.raises(OfficeNotSetError):
            proposals.new(make_context(), "甲", "А", Terms())
        with pytest.raises(NotFoundError):
            proposals.new(ctx, "甲", "А", Terms(), about="R7")


class TestTransmitting:
    def test_makes_offer_1_and_keeps_how_it_went(self, ctx: Context) -> None:
        view = proposals.show(ctx, sent(ctx, replace(TERMS, venue=Venue("", "大连"))))
        assert view.standing.current is not None
        assert view.standing.current.terms == TERMS
        made = view.standing.current.made
        assert made.channel == replace(NOTE, recorded_by="Li")
        assert (made.reply_by, view.standing.waiting_for) == (date(2026, 12, 15), Side.RU)
        assert view.standing.days_waiting(date(2026, 11, 23)) == 14

    def test_is_never_undone(self, ctx: Context) -> None:
        sent(ctx)
        with pytest.raises(NotUndoableError):
            journal.undo(ctx)

    def test_what_is_missing_is_told_and_nothing_stored(self, ctx: Context) -> None:
        proposals.new(ctx, "甲", "А", replace(TERMS, topics=(Topic("议题"),)))
        with pytest.raises(OfferIncompleteError) as refused:
            proposals.transmit(ctx, "P1")
        assert refused.value.missing == ("topics.1.ru",)
        assert proposals.show(ctx, "P1").standing.state is ProposalState.DRAFT

    def test_a_city_nobody_knows_is_not_offered(self, ctx: Context) -> None:
        proposals.new(ctx, "甲", "А", replace(TERMS, venue=Venue("CN", "Atlantis")))
        with pytest.raises(UnknownCityZoneError):
            proposals.transmit(ctx, "P1")

    def test_the_other_sides_offer_is_recorded_as_theirs(self, ctx: Context) -> None:
        view = proposals.show(ctx, sent(ctx, by=Side.RU))
        assert (view.standing.proposed_by, view.standing.waiting_for) == (Side.RU, Side.CN)
        assert proposals.answer(ctx, "P1", ACCEPTED).standing.state is ProposalState.AGREED


class TestAnswering:
    def test_our_own_offer_is_not_ours_to_answer(self, ctx: Context) -> None:
        with pytest.raises(OwnOfferError):
            proposals.answer(ctx, sent(ctx), ACCEPTED)

    def test_a_counter_and_its_acceptance(self, ctx: Context) -> None:
        id = sent(ctx)
        view = proposals.answer(ctx, id, MOVED, Side.RU, NOTE, date(2026, 12, 20))
        assert view.standing.current is not None
        assert view.standing.current.terms == Terms((APRIL,), KAZAN, (THREATS,))
        assert view.standing.reply_by == date(2026, 12, 20)
        agreed = proposals.answer(ctx, id, ALL)
        assert agreed.standing.agreed == Terms((APRIL,), KAZAN, (THREATS,))

    def test_a_counters_place_is_looked_at(self, ctx: Context) -> None:
        wrong = replace(MOVED, venue=Ruling(Verdict.COUNTER, venue=Venue("CN", "Казань")))
        with pytest.raises(CityElsewhereError):
            proposals.answer(ctx, sent(ctx), wrong, Side.RU)

    def test_is_one_step_of_undo(self, ctx: Context) -> None:
        id = sent(ctx)
        proposals.answer(ctx, id, DECLINED, Side.RU)
        assert journal.undo(ctx).use_case == "proposal.answer"
        assert proposals.show(ctx, id).standing.state is ProposalState.TRANSMITTED

    def test_a_new_offer_after_a_partial_decline(self, ctx: Context) -> None:
        id = sent(ctx)
        proposals.answer(ctx, id, PARTLY, Side.RU)
        anew = Terms((MARCH,), Venue("", "Пекин"), (THREATS,))
        view = proposals.offer(ctx, id, anew, reply_by=date(2027, 1, 15))
        assert view.standing.current is not None
        assert view.standing.current.terms.venue == Venue("CN", "Beijing")
        assert (view.standing.waiting_for, view.standing.reply_by) == (Side.RU, date(2027, 1, 15))
        with pytest.raises(NotUndoableError):
            journal.undo(ctx)

    def test_a_conflict_is_decided_by_a_person(self, ctx: Context) -> None:
        id = sent(ctx)
        proposals.answer(ctx, id, ACCEPTED, Side.RU)
        view = proposals.answer(ctx, id, DECLINED, Side.RU, crossing=True)
        assert view.standing.state is ProposalState.CONFLICTING
        decided = proposals.decide(ctx, id, DECLINED, "по телефону")
        assert decided.standing.state is ProposalState.DECLINED
        assert [flag.reason for flag in decided.standing.flagged] == [FlagReason.CONFLICTING]

    def test_a_second_paper_answer_is_a_conflict_at_once_and_undo_ends_it(
        self, ctx: Context
    ) -> None:
        id = sent(ctx)
        proposals.answer(ctx, id, ACCEPTED, Side.RU)
        with pytest.raises(AnswerOnRecordError):
            proposals.answer(ctx, id, ACCEPTED, Side.RU)
        torn = proposals.answer(ctx, id, DECLINED, Side.RU)
        assert torn.standing.state is ProposalState.CONFLICTING
        with pytest.raises(AnswerOnRecordError) as known:
            proposals.answer(ctx, id, ACCEPTED, Side.RU)
        assert vars(known.value) == {"id": id, "offer": 1, "side": "RU"}
        journal.undo(ctx)
        assert proposals.show(ctx, id).standing.state is ProposalState.AGREED

    def test_our_own_answer_is_given_once(self, ctx: Context) -> None:
        view = proposals.new(ctx, "一", "А", TERMS, by=Side.RU)
        id = view.proposal.id
        proposals.transmit(ctx, id)
        proposals.answer(ctx, id, ACCEPTED)
        with pytest.raises(AlreadyAnsweredError):
            proposals.answer(ctx, id, DECLINED)


class TestEnding:
    def test_withdrawn_by_us(self, ctx: Context) -> None:
        id = sent(ctx)
        view = proposals.withdraw(ctx, id, "情况有变", NOTE)
        assert view.standing.state is ProposalState.WITHDRAWN
        with pytest.raises(ProposalClosedError):
            proposals.answer(ctx, id, ACCEPTED, Side.RU)

    def test_crossing_messages(self, ctx: Context) -> None:
        id = sent(ctx)
        proposals.answer(ctx, id, DECLINED, Side.RU)
        withdrawn = proposals.withdraw(ctx, id, offer=1, crossing=True)
        assert withdrawn.standing.state is ProposalState.WITHDRAWN

    def test_lapsed_only_in_time(self, ctx: Context, clock: FakeClock) -> None:
        id = sent(ctx)
        with pytest.raises(LapseTooEarlyError) as refused:
            proposals.lapse(ctx, id, "未获答复")
        assert refused.value.after == date(2026, 12, 15)
        clock.moment = datetime(2026, 12, 16, tzinfo=UTC)
        view = proposals.lapse(ctx, id, "未获答复", Side.RU)
        assert view.standing.state is ProposalState.LAPSED
        assert [v.proposal.id for v in proposals.list_all(ctx, ProposalState.LAPSED)] == [id]
        assert proposals.list_all(ctx, ProposalState.AGREED) == ()


class TestConvening:
    def agreed(self, ctx: Context, terms: Terms = TERMS, about: str = "") -> str:
        id = sent(ctx, terms, about)
        proposals.answer(ctx, id, ACCEPTED, Side.RU)
        return id

    def test_makes_an_extraordinary_consultation_with_its_agenda(self, ctx: Context) -> None:
        consultations.add(ctx, NewConsultation(dates=APRIL))
        id = self.agreed(ctx, replace(TERMS, topics=(THREATS, TALKS)))
        made = proposals.convene(ctx, id)
        assert (made.id, made.kind, made.number, made.status) == (
            "X1",
            Kind.EXTRAORDINARY,
            None,
            Status.CONFIRMED,
        )
        assert (made.host, made.dates, made.venue, made.proposal) == (Side.CN, MARCH, DALIAN, id)
        view = agendas.show(ctx, "X1")
        assert [(i.text.zh, i.text.ru, i.minutes) for i in view.agenda.items] == [
            (t.zh, t.ru, t.minutes) for t in (THREATS, TALKS)
        ]
        assert view.readiness.texts_ready
        standing = proposals.show(ctx, id).standing
        assert (standing.state, standing.consultation) == (ProposalState.CONVENED, "X1")
        assert consultations.add(ctx, NewConsultation()).host is Side.RU  # outside the rotation

    def test_is_one_step_of_undo_and_redo(self, ctx: Context) -> None:
        id = self.agreed(ctx)
        proposals.convene(ctx, id)
        journal.undo(ctx)
        assert consultations.list_all(ctx) == ()
        assert proposals.show(ctx, id).standing.state is ProposalState.AGREED
        journal.redo(ctx)
        assert consultations.show(ctx, "X1").proposal == id
        assert agendas.show(ctx, "X1").readiness.items == 1

    def test_only_once_and_only_when_agreed(self, ctx: Context) -> None:
        with pytest.raises(NotAgreedError):
            proposals.convene(ctx, sent(ctx))
        id = self.agreed(ctx)
        proposals.convene(ctx, id)
        with pytest.raises(AlreadyConvenedError):
            proposals.convene(ctx, id)
        assert [c.id for c in consultations.list_all(ctx)] == ["X1"]

    def test_a_proposal_about_a_round_changes_that_round(self, ctx: Context) -> None:
        before = consultations.add(ctx, NewConsultation(dates=APRIL, status=Status.CONFIRMED))
        agendas.add_item(ctx, "R1", zh=THREATS.zh, ru=THREATS.ru, minutes=45)
        terms = Terms((MARCH, APRIL), KAZAN, (THREATS, TALKS))
        id = self.agreed(ctx, terms, about="R1")
        after = proposals.convene(ctx, id)
        assert (after.id, after.uid, after.number) == ("R1", before.uid, 1)
        assert (after.dates, after.former, after.venue) == (MARCH, (APRIL,), KAZAN)
        assert (after.host, after.sequence) == (Side.RU, before.sequence + 1)
        assert after.turn == TurnRecord(basis=id, consent_cn=True, consent_ru=True)
        topics = [item.text.ru for item in agendas.show(ctx, "R1").agenda.items]
        assert topics == [THREATS.ru, TALKS.ru]
        assert proposals.show(ctx, id).standing.consultation == "R1"

    def test_topics_that_stand_there_already_change_nothing(self, ctx: Context) -> None:
        consultations.add(ctx, NewConsultation(dates=APRIL))
        agendas.add_item(ctx, "R1", zh=THREATS.zh, ru=THREATS.ru, minutes=45)
        before = agendas.show(ctx, "R1").agenda
        proposals.convene(ctx, self.agreed(ctx, about="R1"))
        assert agendas.show(ctx, "R1").agenda == before

    def test_a_final_agenda_is_reopened_first(self, ctx: Context) -> None:
        consultations.add(ctx, NewConsultation(dates=APRIL))
        agendas.add_item(ctx, "R1", zh=TALKS.zh, ru=TALKS.ru, minutes=45)
        agendas.circulate(ctx, "R1")
        for side in Side:
            agendas.approve(ctx, "R1", side)
        agendas.agree(ctx, "R1")
        assert agendas.finalise(ctx, "R1").agenda.status is AgendaStatus.FINAL
        id = self.agreed(ctx, about="R1")
        with pytest.raises(WrongAgendaStatusError):
            proposals.convene(ctx, id)
        assert consultations.show(ctx, "R1").dates == APRIL

    def test_recording_a_decline_of_all(self, ctx: Context) -> None:
        id = sent(ctx)
        view = proposals.answer(ctx, id, Answer(DECLINE, DECLINE, DECLINE), Side.RU)
        assert view.standing.state is ProposalState.DECLINED


def test_dates_of_more_days_are_kept_whole(ctx: Context) -> None:
    long = Dates(date(2027, 3, 1), date(2027, 3, 5))
    id = sent(ctx, replace(TERMS, dates=(long,)))
    proposals.answer(ctx, id, ALL, Side.RU)
    assert proposals.convene(ctx, id).dates == long
