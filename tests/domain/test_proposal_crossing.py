"""Rules 8 and 9: messages that cross, and answers one office records for the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain import errors
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    ComponentState,
    EventKind,
    FlagReason,
    ProposalState,
    Standing,
    Terms,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_steps import Act
from consultations_gui.domain.proposal_terms import ACCEPT
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DECLINED,
    KAZAN,
    MAY,
    OTHER_TOPICS,
    PARTLY,
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
)

CN, RU = Side.CN, Side.RU


OPEN, AGREED, REFUSED = ComponentState


def components(s: Standing) -> tuple[ComponentState, ...]:
    return tuple(s.component(c) for c in Component)


def reasons(s: Standing) -> list[tuple[EventKind, FlagReason]]:
    return [(flag.event.kind, flag.reason) for flag in s.flagged]


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
