"""What an offer and an answer must hold, and their written form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given

from consultations_gui.domain import errors
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import DatesOutsideError, OfferPassedError, ReplyWishError
from consultations_gui.domain.parties import NOWHERE, Venue
from consultations_gui.domain.proposal import Answer, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.proposal_terms import (
    ACCEPT,
    DECLINE,
    answer_fits,
    complete,
    content_hash,
    missing,
    require_answer,
    require_complete,
    require_draft,
    require_timely,
    terms_data,
)
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DALIAN,
    JUNE,
    KAZAN,
    MARCH,
    MAY,
    OFFERS,
    ONLINE,
    TERMS,
    THREATS,
)

COUNTER = Verdict.COUNTER


class TestCompleteness:
    @pytest.mark.parametrize(
        ("terms", "gaps"),
        [
            (Terms(), ("dates", "venue.country", "venue.city", "topics")),
            (replace(TERMS, dates=()), ("dates",)),
            (replace(TERMS, venue=NOWHERE), ("venue.country", "venue.city")),
            (replace(TERMS, venue=Venue("CN", " ")), ("venue.city",)),
            (replace(TERMS, venue=ONLINE), ()),
            (replace(TERMS, topics=()), ("topics",)),
            (
                replace(TERMS, topics=(THREATS, Topic("议题", " "), Topic())),
                ("topics.2.ru", "topics.3.zh", "topics.3.ru"),
            ),
            (TERMS, ()),
        ],
    )
    def test_names_all_that_is_missing_at_once(self, terms: Terms, gaps: tuple[str, ...]) -> None:
        assert missing(terms) == gaps
        assert complete(terms) == (not gaps)
        if gaps:
            with pytest.raises(errors.OfferIncompleteError) as refused:
                require_complete(terms)
            assert refused.value.missing == gaps

    def test_five_options_and_no_more(self) -> None:
        options = tuple(Dates(date(2027, m, 1), date(2027, m, 2)) for m in range(1, 7))
        require_complete(replace(TERMS, dates=options[:5]))
        with pytest.raises(errors.TooManyDateOptionsError) as refused:
            require_complete(replace(TERMS, dates=options))
        assert (refused.value.count, refused.value.limit) == (6, 5)

    def test_no_option_twice_and_none_by_month(self) -> None:
        with pytest.raises(errors.DuplicateDateOptionError) as twice:
            require_complete(replace(TERMS, dates=(MARCH, APRIL, MARCH)))
        assert twice.value.option == 3
        month = Dates(date(2027, 3, 1), date(2027, 3, 31), Precision.MONTH)
        with pytest.raises(errors.DateOptionNotExactError) as vague:
            require_complete(replace(TERMS, dates=(MARCH, month)))
        assert vague.value.option == 2

    @pytest.mark.parametrize("minutes", [0, -15, 1441])
    def test_minutes_are_positive_or_open(self, minutes: int) -> None:
        open_topic = replace(THREATS, minutes=None)
        require_complete(replace(TERMS, topics=(open_topic,)))
        with pytest.raises(errors.TopicMinutesError) as refused:
            require_complete(replace(TERMS, topics=(THREATS, replace(THREATS, minutes=minutes))))
        assert (refused.value.topic, refused.value.minutes) == (2, minutes)


class TestAnswers:
    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            (Answer(ACCEPT, ACCEPT, ACCEPT), errors.OptionNeededError),
            (Answer(Ruling(Verdict.ACCEPT, option=0), ACCEPT, ACCEPT), errors.OptionUnknownError),
            (Answer(Ruling(Verdict.ACCEPT, option=3), ACCEPT, ACCEPT), errors.OptionUnknownError),
            (replace(ACCEPTED, venue=Ruling(COUNTER)), errors.CounterMissingError),
            (replace(ACCEPTED, dates=Ruling(COUNTER)), errors.CounterMissingError),
            (replace(ACCEPTED, topics=Ruling(COUNTER)), errors.CounterMissingError),
            (replace(ACCEPTED, venue=Ruling(COUNTER, venue=DALIAN)), errors.CounterUnchangedError),
            (
                replace(ACCEPTED, topics=Ruling(COUNTER, topics=(THREATS,))),
                errors.CounterUnchangedError,
            ),
            (
                replace(ACCEPTED, dates=Ruling(COUNTER, dates=(APRIL,))),
                errors.CounterUnchangedError,
            ),
            (
                replace(ACCEPTED, dates=Ruling(COUNTER, dates=(MARCH, APRIL))),
                errors.CounterUnchangedError,
            ),
            (replace(ACCEPTED, venue=Ruling(COUNTER, venue=NOWHERE)), errors.OfferIncompleteError),
            (
                replace(ACCEPTED, dates=Ruling(COUNTER, dates=(MAY, MAY))),
                errors.DuplicateDateOptionError,
            ),
            (
                replace(ACCEPTED, dates=DECLINE, venue=Ruling(COUNTER, venue=KAZAN)),
                errors.DeclineWithCounterError,
            ),
            (
                replace(ACCEPTED, venue=Ruling(Verdict.ACCEPT, venue=KAZAN)),
                errors.RulingMalformedError,
            ),
            (
                replace(ACCEPTED, venue=Ruling(Verdict.ACCEPT, option=1)),
                errors.RulingMalformedError,
            ),
            (
                replace(ACCEPTED, dates=Ruling(Verdict.DECLINE, option=1)),
                errors.RulingMalformedError,
            ),
            (replace(ACCEPTED, dates=Ruling(COUNTER, venue=KAZAN)), errors.RulingMalformedError),
            (replace(ACCEPTED, topics=Ruling(COUNTER, dates=(MAY,))), errors.RulingMalformedError),
        ],
    )
    def test_refused(self, answer: Answer, error: type[errors.DomainError]) -> None:
        with pytest.raises(error):
            require_answer(answer, TERMS)
        assert not answer_fits(answer, TERMS)

    def test_the_option_refused_is_named(self) -> None:
        with pytest.raises(errors.OptionUnknownError) as refused:
            require_answer(replace(ACCEPTED, dates=Ruling(Verdict.ACCEPT, option=9)), TERMS)
        assert (refused.value.option, refused.value.options) == (9, 2)

    def test_fewer_options_in_another_order_are_a_counter(self) -> None:
        wide = replace(TERMS, dates=(MARCH, APRIL, MAY))
        require_answer(replace(ACCEPTED, dates=Ruling(COUNTER, dates=(MAY, MARCH))), wide)
        require_answer(replace(ACCEPTED, dates=Ruling(COUNTER, dates=(JUNE,))), wide)


class TestWritten:
    """The shape a packet carries and hashes are made of."""

    def test_an_offer(self) -> None:
        assert terms_data(TERMS) == {
            "dates": [{"start": "2027-03-02", "days": 2}, {"start": "2027-04-06", "days": 1}],
            "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
            "topics": [{"zh": THREATS.zh, "ru": THREATS.ru, "minutes": 45}],
        }

    @given(OFFERS, OFFERS)
    def test_one_content_one_hash(self, one: Terms, other: Terms) -> None:
        assert (content_hash(one) == content_hash(other)) == (one == other)

    def test_open_minutes_are_null(self) -> None:
        assert '"minutes":null' in canonical(terms_data(Terms(topics=(Topic("议题"),)))).decode()


class TestTimely:
    LAST = date(2027, 3, 3)
    TERMS = Terms(dates=(Dates(date(2027, 3, 2), LAST), Dates(date(2027, 2, 2), date(2027, 2, 3))))

    def test_out_before_the_last_option_ends(self) -> None:
        require_timely(self.TERMS, self.LAST, self.LAST)
        require_timely(self.TERMS, date(2027, 1, 1), None)
        with pytest.raises(OfferPassedError) as refused:
            require_timely(self.TERMS, date(2027, 3, 4), None)
        assert refused.value.last == self.LAST

    @pytest.mark.parametrize("day", [date.min, date(1949, 12, 31), date(2099, 1, 1), date.max])
    def test_in_years_a_meeting_can_be_convened_in(self, day: date) -> None:
        terms = Terms(dates=(self.TERMS.dates[0], Dates(day, day)))
        for refuse in (partial(require_timely, out=date(2027, 1, 1), reply_by=None), require_draft):
            with pytest.raises(DatesOutsideError) as refused:
                refuse(terms)
            assert refused.value.year == day.year
        require_draft(Terms())

    @pytest.mark.parametrize("wished", [date(2026, 12, 31), date(2027, 3, 4)])
    def test_reply_wished_in_between(self, wished: date) -> None:
        with pytest.raises(ReplyWishError) as refused:
            require_timely(self.TERMS, date(2027, 1, 1), wished)
        assert refused.value.day == wished
