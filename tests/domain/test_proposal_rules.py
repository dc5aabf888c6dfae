"""The ten rules of DOMAIN.md, Proposals, one after the other (1–9 here, 10 in the use cases)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rfc8785

from consultations_gui.domain import errors
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    ComponentState,
    Event,
    EventKind,
    Flag,
    FlagReason,
    ProposalState,
    Ruling,
    Standing,
    Terms,
    Verdict,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_steps import Act
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DALIAN,
    DECLINED,
    JUNE,
    KAZAN,
    MARCH,
    MAY,
    OTHER_TOPICS,
    PARTLY,
    SECOND,
    TALKS,
    TERMS,
    THREATS,
    TO_KAZAN,
    TO_MAY,
    act,
    answered,
    conflicting,
    drafted,
    sent,
    standing,
    with_note,
)

CN, RU = Side.CN, Side.RU
DATES, VENUE, TOPICS = Component
OPEN, AGREED, REFUSED = ComponentState


def components(s: Standing) -> tuple[ComponentState, ...]:
    return tuple(s.component(c) for c in Component)


def reasons(s: Standing) -> list[tuple[EventKind, FlagReason]]:
    return [(flag.event.kind, flag.reason) for flag in s.flagged]


class TestDraft:
    def test_has_no_offer_and_waits_for_nobody(self) -> None:
        s = standing(drafted(Terms()))
        assert (s.state, s.offers, s.waiting_for) == (ProposalState.DRAFT, (), None)
        assert (s.draft, s.proposed_by, s.current, s.reply_by) == (Terms(), CN, None, None)
        assert components(s) == (OPEN, OPEN, OPEN)
        assert (s.days_waiting(date(2027, 1, 1)), s.days_overdue(date(2027, 1, 1))) == (0, 0)

    def test_written_anew_is_still_one_draft(self) -> None:
        again = steps.draft(drafted(Terms()), act(CN, 1), TERMS)
        assert len(again.events) == 1
        assert standing(again).draft == TERMS

    def test_only_its_own_side_transmits_it(self) -> None:
        with pytest.raises(errors.NotAuthorError):
            steps.transmit(drafted(), act(RU, 1))

    def test_incomplete_is_not_transmitted(self) -> None:
        with pytest.raises(errors.OfferIncompleteError) as refused:
            steps.transmit(drafted(Terms()), act(CN, 1))
        assert refused.value.missing == ("dates", "venue.country", "venue.city", "topics")

    def test_a_draft_without_terms_is_an_empty_one(self) -> None:
        bare = drafted()
        bare = replace(bare, events=(replace(bare.events[0], terms=None),))
        with pytest.raises(errors.OfferIncompleteError):
            steps.transmit(bare, act(CN, 1))

    def test_events_before_an_offer_are_kept_and_flagged(self) -> None:
        stray = Event(EventKind.ANSWERED, RU, 1, act(RU).at, answer=ACCEPTED)
        s = fold([*drafted().events, stray])
        assert s.flagged == (Flag(stray, FlagReason.UNFOUNDED),)

    def test_a_chain_without_beginning_is_refused(self) -> None:
        with pytest.raises(errors.ProposalWithoutBeginningError):
            fold([])


class TestRule1:
    """An offer is complete, and making it accepts all of it; only the newest is current."""

    def test_transmitting_makes_offer_1(self) -> None:
        s = standing(sent())
        assert s.current is not None
        assert (s.current.number, s.current.by, s.current.terms) == (1, CN, TERMS)
        assert (s.state, s.waiting_for) == (ProposalState.TRANSMITTED, RU)
        assert components(s) == (OPEN, OPEN, OPEN)
        assert s.draft is None

    def test_its_hash_is_that_of_its_canonical_json(self) -> None:
        s = standing(sent())
        data: Any = {
            "dates": [{"start": "2027-03-02", "days": 2}, {"start": "2027-04-06", "days": 1}],
            "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
            "topics": [{"zh": THREATS.zh, "ru": THREATS.ru, "minutes": 45}],
        }
        assert s.current is not None
        assert s.current.content_hash == hashlib.sha256(rfc8785.dumps(data)).hexdigest()

    def test_waiting_is_counted_from_the_notes_date(self) -> None:
        s = standing(with_note(sent(reply_by=date(2027, 1, 10)), note_date=date(2026, 12, 1)))
        assert s.since == date(2026, 12, 1)
        assert s.days_waiting(date(2026, 12, 31)) == 30
        assert s.days_waiting(date(2026, 11, 1)) == 0
        assert s.days_overdue(date(2027, 1, 10)) == 0
        assert s.days_overdue(date(2027, 1, 13)) == 3

    def test_without_a_note_from_the_day_in_the_actors_capital(self) -> None:
        late = replace(act(CN), at=act(CN).at.replace(hour=17))
        s = standing(steps.transmit(drafted(), late))
        assert s.since == date(2026, 11, 24)


class TestRule2:
    """Only the other side answers the current offer, once, naming all three."""

    def test_not_its_author(self) -> None:
        with pytest.raises(errors.OwnOfferError) as refused:
            steps.answer(sent(), act(CN, 2), ACCEPTED)
        assert (refused.value.offer, refused.value.side) == (1, "CN")

    def test_a_bare_accept_needs_a_single_option(self) -> None:
        bare = Answer(ACCEPT, ACCEPT, ACCEPT)
        with pytest.raises(errors.OptionNeededError):
            answered(bare)
        s = standing(answered(bare, sent(replace(TERMS, dates=(APRIL,)))))
        assert s.agreed is not None
        assert (s.agreed.dates, s.chosen) == ((APRIL,), 1)

    def test_decline_and_counter_in_one_answer(self) -> None:
        mixed = Answer(DECLINE, Ruling(Verdict.COUNTER, venue=KAZAN), ACCEPT)
        with pytest.raises(errors.DeclineWithCounterError):
            answered(mixed)

    def test_an_offer_that_is_not_there(self) -> None:
        with pytest.raises(errors.UnknownOfferError):
            steps.answer(sent(), act(RU, 2, offer=4, crossing=True), ACCEPTED)

    def test_an_offer_number_counts_only_for_crossing_messages(self) -> None:
        after = steps.answer(sent(), act(RU, 2, offer=4), ACCEPTED)
        assert standing(after).state is ProposalState.AGREED


class TestRule3:
    """All three accepted: agreed, with the hash of what was chosen."""

    def test_agreed(self) -> None:
        s = standing(answered(SECOND))
        assert (s.state, s.waiting_for, s.chosen) == (ProposalState.AGREED, None, 2)
        assert s.agreed == Terms((APRIL,), DALIAN, (THREATS,))
        data: Any = {
            "dates": [{"start": "2027-04-06", "days": 1}],
            "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
            "topics": [{"zh": THREATS.zh, "ru": THREATS.ru, "minutes": 45}],
        }
        assert s.agreed_hash == hashlib.sha256(rfc8785.dumps(data)).hexdigest()
        assert components(s) == (AGREED, AGREED, AGREED)

    def test_convened_keeps_what_was_agreed(self) -> None:
        after = steps.convene(answered(SECOND), act(CN, 3), "X1")
        s = standing(after)
        assert (s.state, s.consultation) == (ProposalState.CONVENED, "X1")
        assert s.agreed == standing(answered(SECOND)).agreed

    def test_require_agreed(self) -> None:
        assert steps.require_agreed(answered(ACCEPTED)) == Terms((MARCH,), DALIAN, (THREATS,))
        with pytest.raises(errors.NotAgreedError):
            steps.require_agreed(sent())


class TestRule4:
    """Any counter makes offer n+1 by the one who answers."""

    def test_accepted_is_copied_and_countered_replaced(self) -> None:
        s = standing(answered(TO_KAZAN))
        assert s.current is not None
        assert (s.state, s.waiting_for) == (ProposalState.COUNTERED, CN)
        assert (s.current.number, s.current.by) == (2, RU)
        assert s.current.terms == Terms((MARCH,), KAZAN, (THREATS,))
        assert s.current.carried == (DATES, TOPICS)
        assert components(s) == (AGREED, OPEN, AGREED)
        first = s.offer(1)
        assert first is not None
        assert first.answer == TO_KAZAN
        assert s.offer(7) is None

    def test_a_reply_date_may_be_wished_for_the_counter(self) -> None:
        after = steps.answer(sent(), act(RU, 2), TO_MAY, date(2027, 2, 1))
        assert standing(after).reply_by == date(2027, 2, 1)

    def test_a_long_chain_keeps_every_step_of_it(self) -> None:
        chain = answered(TO_KAZAN)
        events = list(chain.events)
        for number in range(12):
            venue = DALIAN if number % 2 == 0 else KAZAN
            counter = Answer(ACCEPT, Ruling(Verdict.COUNTER, venue=venue), ACCEPT)
            chain = answered(counter, chain, 3 + number)
            events.append(chain.events[-1])
            assert list(chain.events) == events
        assert [offer.number for offer in standing(chain).offers] == list(range(1, 15))

    def test_an_answer_is_recorded_with_the_options_number(self) -> None:
        single = sent(replace(TERMS, dates=(MAY,)))
        said = answered(Answer(ACCEPT, ACCEPT, ACCEPT), single).events[-1].answer
        assert said is not None
        assert said.dates.option == 1

    def test_back_and_forth_until_agreed(self) -> None:
        chain = answered(TO_MAY)
        chain = answered(
            Answer(Ruling(Verdict.ACCEPT, option=2), Ruling(Verdict.COUNTER, venue=KAZAN), ACCEPT),
            chain,
            3,
        )
        assert components(standing(chain)) == (AGREED, OPEN, AGREED)
        s = standing(answered(Answer(ACCEPT, ACCEPT, ACCEPT), chain, 4))
        assert [o.by for o in s.offers] == [CN, RU, CN]
        assert s.agreed == Terms((JUNE,), KAZAN, (THREATS,))


class TestRule5:
    """Accepts and declines mixed: a new offer by the author, or withdrawal. All declined: over."""

    def test_the_author_is_waited_for(self) -> None:
        s = standing(with_note(answered(PARTLY), note_date=date(2026, 12, 5)))
        assert (s.state, s.waiting_for) == (ProposalState.PARTLY_DECLINED, CN)
        assert (s.since, s.days_waiting(date(2026, 12, 7))) == (date(2026, 12, 5), 2)
        assert components(s) == (AGREED, REFUSED, AGREED)

    def test_silence_of_the_author_is_no_overdue_reply(self) -> None:
        proposal = answered(PARTLY, sent(reply_by=date(2026, 12, 1)))
        assert standing(proposal).days_overdue(date(2027, 1, 1)) == 0

    def test_a_new_offer_keeps_what_was_accepted(self) -> None:
        anew = Terms((MARCH,), KAZAN, (THREATS,))
        after = steps.offer_anew(answered(PARTLY), act(CN, 3), anew, date(2027, 1, 20))
        s = standing(after)
        assert s.current is not None
        assert (s.state, s.waiting_for) == (ProposalState.TRANSMITTED, RU)
        assert (s.current.number, s.current.by, s.reply_by) == (2, CN, date(2027, 1, 20))
        assert components(s) == (AGREED, OPEN, AGREED)

    def test_dates_are_reopened_unless_cut_down_to_the_accepted_option(self) -> None:
        anew = replace(TERMS, venue=KAZAN, topics=(TALKS,))
        s = standing(steps.offer_anew(answered(PARTLY), act(CN, 3), anew))
        assert components(s) == (OPEN, OPEN, OPEN)

    def test_only_the_author_and_only_completely(self) -> None:
        with pytest.raises(errors.NotAuthorError):
            steps.offer_anew(answered(PARTLY), act(RU, 3), TERMS)
        with pytest.raises(errors.OfferIncompleteError):
            steps.offer_anew(answered(PARTLY), act(CN, 3), Terms())

    def test_all_three_declined(self) -> None:
        s = standing(answered(DECLINED))
        assert (s.state, s.waiting_for) == (ProposalState.DECLINED, None)
        assert components(s) == (REFUSED, REFUSED, REFUSED)


class TestRule6:
    """A counter reopens only its own component; a carried one is named again."""

    def test_a_carried_component_may_still_be_declined(self) -> None:
        chain = answered(TO_KAZAN)
        after = answered(Answer(DECLINE, ACCEPT, ACCEPT), chain, 3)
        assert components(standing(after)) == (REFUSED, AGREED, AGREED)

    def test_each_counter_opens_its_own(self) -> None:
        assert components(standing(answered(TO_MAY))) == (OPEN, AGREED, AGREED)
        assert components(standing(answered(OTHER_TOPICS))) == (AGREED, AGREED, OPEN)


class TestRule7:
    """The current offer's author withdraws; either side records lapsed, not before its time."""

    def test_only_the_author_withdraws(self) -> None:
        with pytest.raises(errors.NotAuthorError):
            steps.withdraw(sent(), act(RU, 2))
        after = steps.withdraw(answered(TO_KAZAN), act(RU, 3), "情况有变")
        assert standing(after).state is ProposalState.WITHDRAWN
        with pytest.raises(errors.NotAuthorError):
            steps.withdraw(answered(TO_KAZAN), act(CN, 3))

    @pytest.mark.parametrize(
        ("reply_by", "last_day"),
        [
            (None, APRIL.end),
            (date(2026, 12, 20), date(2026, 12, 20)),
            (date(2028, 1, 1), APRIL.end),
        ],
    )
    def test_lapsed_only_after_reply_date_or_last_option(
        self, reply_by: date | None, last_day: date
    ) -> None:
        proposal = sent(reply_by=reply_by)
        with pytest.raises(errors.LapseTooEarlyError) as refused:
            steps.lapse(proposal, act(CN, 5), "нет ответа", last_day)
        assert refused.value.after == last_day
        for side in Side:
            day_after = date.fromordinal(last_day.toordinal() + 1)
            after = steps.lapse(proposal, act(side, 5), "нет ответа", day_after)
            assert standing(after).state is ProposalState.LAPSED

    def test_lapsed_needs_a_reason(self) -> None:
        with pytest.raises(errors.ReasonMissingError):
            steps.lapse(sent(), act(CN, 5), "  ", date(2030, 1, 1))

    def test_silence_alone_changes_nothing(self) -> None:
        s = standing(sent(reply_by=date(2026, 12, 1)))
        assert s.state is ProposalState.TRANSMITTED
        assert s.days_overdue(date(2029, 1, 1)) > 700


class TestRule8:
    """Crossing messages: full acceptance > withdrawal, lapse > counter, decline."""

    def crossed(self, answer: Answer) -> Standing:
        withdrawn = steps.withdraw(sent(), act(CN, 2))
        return standing(steps.answer(withdrawn, act(RU, 1, crossing=True), answer))

    def test_full_acceptance_beats_withdrawal(self) -> None:
        s = self.crossed(ACCEPTED)
        assert s.state is ProposalState.AGREED
        assert reasons(s) == [(EventKind.WITHDRAWN, FlagReason.CROSSED)]

    @pytest.mark.parametrize("answer", [TO_KAZAN, DECLINED])
    def test_withdrawal_beats_counter_and_decline(self, answer: Answer) -> None:
        s = self.crossed(answer)
        assert s.state is ProposalState.WITHDRAWN
        assert len(s.offers) == 1
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.CROSSED)]

    def test_a_partial_decline_before_the_withdrawal_did_not_cross(self) -> None:
        s = standing(steps.withdraw(answered(PARTLY), act(CN, 3)))
        assert (s.state, s.flagged) == (ProposalState.WITHDRAWN, ())
        assert components(s) == (AGREED, REFUSED, AGREED)
        late = steps.answer(steps.withdraw(sent(), act(CN, 2)), act(RU, 3, crossing=True), PARTLY)
        assert reasons(standing(late)) == [(EventKind.ANSWERED, FlagReason.CROSSED)]

    def test_withdrawal_goes_before_lapse(self) -> None:
        lapsed = steps.lapse(sent(), act(RU, 2), "нет ответа", date(2030, 1, 1))
        s = standing(steps.withdraw(lapsed, act(CN, 3, crossing=True)))
        assert s.state is ProposalState.WITHDRAWN
        assert reasons(s) == [(EventKind.LAPSED, FlagReason.CROSSED)]

    def test_withdrawal_of_an_offer_its_author_has_moved_on_from(self) -> None:
        chain = answered(TO_MAY, answered(TO_KAZAN), 3)  # offer 3, by China
        late = steps.withdraw(chain, act(CN, 4, offer=1, crossing=True))
        s = standing(late)
        assert (s.state, len(s.offers)) == (ProposalState.COUNTERED, 3)
        assert reasons(s) == [(EventKind.WITHDRAWN, FlagReason.SUPERSEDED)]

    @pytest.mark.parametrize(
        ("withdrawn", "state", "reason"),
        [
            (4, ProposalState.WITHDRAWN, FlagReason.UNFOUNDED),
            (6, ProposalState.TRANSMITTED, FlagReason.SUPERSEDED),
        ],
    )
    def test_a_withdrawal_before_or_after_its_makers_own_new_offer(
        self, withdrawn: int, state: ProposalState, reason: FlagReason
    ) -> None:
        """No step makes both, yet a packet may hold both: what came first by its time counts."""
        partly = answered(PARTLY)
        anew = steps.offer_anew(partly, act(Side.CN, 5), TERMS).events[-1]
        taken_back = steps.withdraw(partly, act(Side.CN, withdrawn)).events[-1]
        s = fold([*partly.events, anew, taken_back])
        assert s.state is state
        (flag,) = s.flagged
        assert flag.reason is reason
        assert flag.event is (anew if withdrawn < 5 else taken_back)

    def test_lapse_by_the_side_that_has_countered_already(self) -> None:
        chain = answered(TO_KAZAN)
        crossing = act(RU, 4, offer=1, crossing=True)
        s = standing(steps.lapse(chain, crossing, "ошибочно", date(2030, 1, 1)))
        assert s.state is ProposalState.COUNTERED
        assert reasons(s) == [(EventKind.LAPSED, FlagReason.SUPERSEDED)]

    def test_lapse_by_the_author_beats_the_counter_that_crossed(self) -> None:
        chain = answered(TO_KAZAN)
        crossing = act(CN, 4, offer=1, crossing=True)
        s = standing(steps.lapse(chain, crossing, "未获答复", date(2030, 1, 1)))
        assert (s.state, len(s.offers)) == (ProposalState.LAPSED, 1)
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.CROSSED)]

    def test_an_answer_to_a_superseded_offer_is_never_applied(self) -> None:
        chain = answered(TO_MAY, answered(TO_KAZAN), 3)
        late = steps.answer(chain, act(RU, 4, offer=1, crossing=True), ACCEPTED)
        s = standing(late)
        assert (s.state, len(s.offers)) == (ProposalState.COUNTERED, 3)
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.SUPERSEDED)]

    def test_after_a_new_offer_a_late_answer_is_superseded_too(self) -> None:
        chain = steps.offer_anew(answered(PARTLY), act(CN, 3), TERMS)
        s = standing(steps.answer(chain, act(RU, 4, offer=1, crossing=True), ACCEPTED))
        assert (s.state, len(s.offers)) == (ProposalState.TRANSMITTED, 2)
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.SUPERSEDED)]

    def test_an_answer_to_an_offer_of_other_content_is_unfounded(self) -> None:
        proposal = answered(ACCEPTED)
        forged = replace(proposal.events[-1], offer_hash="0" * 64)
        s = fold([*proposal.events[:-1], forged])
        assert s.state is ProposalState.TRANSMITTED
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.UNFOUNDED)]


class TestRule9:
    """The same event twice confirms it; two different answers are a person's to decide."""

    def test_the_same_answer_on_paper_and_later_in_a_packet(self) -> None:
        proposal = answered(Answer(ACCEPT, ACCEPT, ACCEPT), sent(replace(TERMS, dates=(APRIL,))))
        noted = Channel(note="45/2027", recorded_by="Ли")
        again = replace(act(RU, 9, crossing=True), channel=noted)
        s = standing(steps.answer(proposal, again, ACCEPTED))
        assert (s.state, s.flagged) == (ProposalState.AGREED, ())
        assert [e.channel.note for e in s.repeated] == ["45/2027"]

    def test_a_bare_accept_and_its_number_are_the_same_content(self) -> None:
        proposal = answered(ACCEPTED, sent(replace(TERMS, dates=(APRIL,))))
        bare = replace(proposal.events[-1], answer=Answer(ACCEPT, ACCEPT, ACCEPT))
        s = fold([*proposal.events, bare])
        assert s.state is ProposalState.AGREED
        assert s.repeated == (proposal.events[-1],) or s.repeated == (bare,)

    def test_two_different_answers(self) -> None:
        s = standing(conflicting())
        assert (s.state, s.waiting_for, s.agreed) == (ProposalState.CONFLICTING, None, None)
        assert [e.answer for e in s.conflict] == [ACCEPTED, DECLINED]

    @pytest.mark.parametrize(
        ("chosen", "state"),
        [(ACCEPTED, ProposalState.AGREED), (DECLINED, ProposalState.DECLINED)],
    )
    def test_a_person_decides(self, chosen: Answer, state: ProposalState) -> None:
        after = steps.decide(conflicting(), act(CN, 4), chosen, "по телефону")
        s = standing(after)
        assert s.state is state
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.CONFLICTING)]

    def test_only_between_the_answers_there_are(self) -> None:
        with pytest.raises(errors.NotAmongAnswersError):
            steps.decide(conflicting(), act(CN, 4), PARTLY)

    def test_both_offices_must_have_decided_alike(self) -> None:
        decided = steps.decide(conflicting(), act(CN, 4), ACCEPTED)
        theirs = steps.decide(conflicting(), act(RU, 5), DECLINED)
        both = (*decided.events, theirs.events[-1])
        assert fold(both).state is ProposalState.CONFLICTING
        anew = steps.decide(replace(decided, events=both), act(RU, 6), ACCEPTED)
        assert standing(anew).state is ProposalState.AGREED

    def test_a_decision_may_be_taken_back_and_taken_again(self) -> None:
        torn = conflicting()
        said = [
            steps.decide(torn, act(CN, after), given).events[-1]
            for after, given in ((4, ACCEPTED), (5, DECLINED), (6, ACCEPTED))
        ]
        assert fold([*torn.events, *said[:2]]).state is ProposalState.DECLINED
        assert fold([*torn.events, *said]).state is ProposalState.AGREED

    def test_a_decision_for_an_answer_that_is_not_there_decides_nothing(self) -> None:
        decided = steps.decide(conflicting(), act(CN, 4), ACCEPTED)
        odd = replace(decided.events[-1], answer=PARTLY)
        assert fold([*conflicting().events, odd]).state is ProposalState.CONFLICTING

    def test_an_ending_needs_no_decision_where_no_answer_accepts_in_full(self) -> None:
        two = steps.answer(answered(DECLINED), act(RU, 3, crossing=True), TO_KAZAN)
        assert standing(two).state is ProposalState.CONFLICTING
        s = standing(steps.withdraw(two, act(CN, 4, crossing=True)))
        assert s.state is ProposalState.WITHDRAWN
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.CROSSED)] * 2

    def test_two_counters_where_the_author_has_answered_one(self) -> None:
        chain = answered(ACCEPTED, answered(OTHER_TOPICS, sent(replace(TERMS, dates=(MAY,)))), 3)
        other = steps.answer(chain, act(RU, 4, offer=1, crossing=True), TO_KAZAN)
        s = standing(other)
        assert s.state is ProposalState.AGREED
        assert s.agreed is not None
        assert s.agreed.topics == (THREATS, TALKS)
        assert reasons(s) == [(EventKind.ANSWERED, FlagReason.SUPERSEDED)]

    def test_a_second_transmission_is_kept_and_flagged(self) -> None:
        proposal = sent()
        other = replace(proposal.events[-1], terms=replace(TERMS, venue=KAZAN), at=act(CN, 9).at)
        assert reasons(fold([*proposal.events, other])) == [
            (EventKind.TRANSMITTED, FlagReason.UNFOUNDED)
        ]

    @pytest.mark.parametrize("terms", [None, Terms(), replace(TERMS, topics=())])
    def test_a_transmission_that_is_no_offer_begins_nothing(self, terms: Terms | None) -> None:
        proposal = sent()
        empty = replace(proposal.events[-1], terms=terms)
        s = fold([proposal.events[0], empty])
        assert (s.state, reasons(s)) == (
            ProposalState.DRAFT,
            [(EventKind.TRANSMITTED, FlagReason.UNFOUNDED)],
        )


class TestSecondAnswerOnPaper:
    """Rule 9: two different answers by one side to one offer are a conflict for a person."""

    @staticmethod
    def paper(after: int, offer: int | None = None) -> Act:
        return replace(act(Side.RU, after, offer=offer), paper=True)

    def test_beside_a_counter_it_speaks_of_the_offer_that_was_countered(self) -> None:
        before = answered(TO_KAZAN)
        after = steps.answer(before, self.paper(3), ACCEPTED)
        assert standing(after).state is ProposalState.CONFLICTING
        assert [event.offer for event in standing(after).conflict] == [1, 1]

    def test_the_first_answer_to_a_new_offer_is_a_step_in_turn(self) -> None:
        before = answered(TO_MAY, answered(TO_KAZAN), after=3)
        after = steps.answer(before, self.paper(4), ACCEPTED)
        assert standing(after).state is ProposalState.AGREED

    def test_an_earlier_offer_is_named(self) -> None:
        before = answered(TO_MAY, answered(TO_KAZAN), after=3)
        after = steps.answer(before, self.paper(4, offer=1), ACCEPTED)
        (flag,) = standing(after).flagged
        assert flag.reason is FlagReason.SUPERSEDED
        with pytest.raises(errors.AnswerOnRecordError):
            steps.answer(before, self.paper(4, offer=1), TO_KAZAN)

    def test_nothing_was_said_yet(self) -> None:
        with pytest.raises(errors.NotTransmittedError):
            steps.answer(drafted(), self.paper(2), ACCEPTED)
        with pytest.raises(errors.ProposalClosedError):
            steps.answer(steps.withdraw(sent(), act(Side.CN, 2)), self.paper(3), ACCEPTED)

    def test_said_to_have_crossed_the_same_answer_confirms(self) -> None:
        twice = replace(self.paper(3), crossing=True)
        after = steps.answer(answered(ACCEPTED), twice, ACCEPTED)
        assert len(standing(after).repeated) == 1
