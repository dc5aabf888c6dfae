"""The rules of DOMAIN.md, Proposals: 1–7 (8 and 9: test_proposal_crossing; 10: the use cases)."""

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
