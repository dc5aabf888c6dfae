"""What an offer and an answer must hold, and their written form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import errors
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.parties import NOWHERE, Venue
from consultations_gui.domain.proposal import Answer, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.proposal_data import answer_data, answer_from, terms_from
from consultations_gui.domain.proposal_terms import (
    ACCEPT,
    DECLINE,
    answer_fits,
    complete,
    content_hash,
    missing,
    require_answer,
    require_complete,
    terms_data,
)
from tests.domain.negotiation import (
    ACCEPTED,
    ANSWERS,
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

    @pytest.mark.parametrize("minutes", [0, -15])
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


OFFER: Any = {
    "dates": [{"start": "2027-03-02", "days": 2}, {"start": "2027-04-06", "days": 1}],
    "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
    "topics": [{"zh": THREATS.zh, "ru": THREATS.ru, "minutes": 45}],
}


class TestData:
    def test_an_offer_reads_and_writes(self) -> None:
        assert terms_from(OFFER) == TERMS
        assert terms_data(TERMS) == OFFER

    def test_what_is_left_out_is_open(self) -> None:
        assert terms_from({}) == Terms()
        assert terms_from({"dates": [{"start": "2027-04-06"}]}).dates == (APRIL,)
        assert terms_from({"venue": {"city": "Казань"}}).venue == Venue("", "Казань")
        assert terms_from({"topics": [{"zh": "议题"}]}).topics == (Topic("议题", "", None),)

    def test_an_answer_as_the_documentation_shows_it(self) -> None:
        data: Any = {
            "dates": {"accept": 1},
            "venue": {"counter": {"country": "RU", "city": "Kazan"}},
            "topics": "accept",
        }
        venue = Ruling(COUNTER, venue=Venue("RU", "Kazan"))
        assert answer_from(data) == Answer(Ruling(Verdict.ACCEPT, option=1), venue, ACCEPT)

    @given(OFFERS)
    def test_offers_survive_the_journey(self, terms: Terms) -> None:
        again = terms_from(terms_data(terms))
        assert again == terms
        assert content_hash(again) == content_hash(terms)

    @given(ANSWERS)
    def test_answers_survive_the_journey(self, answer: Answer) -> None:
        assert answer_from(answer_data(answer)) == answer

    @pytest.mark.parametrize(
        ("data", "path"),
        [
            ([], ""),
            ({"when": []}, "when"),
            ({"dates": {}}, "dates"),
            ({"dates": ["2027-03-02"]}, "dates.1"),
            ({"dates": [{}]}, "dates.1.start"),
            ({"dates": [{"start": "2027-03-02", "days": 0}]}, "dates.1.days"),
            ({"dates": [{"start": "2027-03-02", "days": True}]}, "dates.1.days"),
            ({"dates": [{"start": "2027-03-02", "days": 2, "end": ""}]}, "dates.1.end"),
            ({"venue": "Dalian"}, "venue"),
            ({"venue": {"online": "no"}}, "venue.online"),
            ({"venue": {"site": 3}}, "venue.site"),
            ({"topics": [{"zh": None}]}, "topics.1.zh"),
            ({"topics": [{}, {"minutes": "45"}]}, "topics.2.minutes"),
        ],
    )
    def test_another_shape_is_refused_where_it_is(self, data: Any, path: str) -> None:
        with pytest.raises(errors.MalformedOfferError) as refused:
            terms_from(data)
        assert refused.value.path == path

    @pytest.mark.parametrize(
        "text", ["2027-02-30", "20270302", "2027-W09-2", "02.03.2027", "", "2027-03-02 "]
    )
    def test_dates_that_do_not_exist(self, text: str) -> None:
        with pytest.raises(errors.InvalidDateError) as refused:
            terms_from({"dates": [{"start": text}]})
        assert refused.value.text == text

    def test_dates_past_the_calendars_end(self) -> None:
        with pytest.raises(errors.InvalidDateError):
            terms_from({"dates": [{"start": "9999-12-31", "days": 2}]})

    @pytest.mark.parametrize(
        ("data", "path"),
        [
            ({"dates": "accept", "venue": "accept"}, "topics"),
            ({"dates": "yes", "venue": "accept", "topics": "accept"}, "dates"),
            ({"dates": {}, "venue": "accept", "topics": "accept"}, "dates"),
            (
                {"dates": {"accept": 1, "counter": []}, "venue": "accept", "topics": "accept"},
                "dates",
            ),
            ({"dates": {"accept": "1"}, "venue": "accept", "topics": "accept"}, "dates.accept"),
            (
                {"dates": {"counter": [{"days": 1}]}, "venue": "accept", "topics": "accept"},
                "dates.counter.1.start",
            ),
        ],
    )
    def test_an_answer_of_another_shape(self, data: Any, path: str) -> None:
        with pytest.raises(errors.MalformedOfferError) as refused:
            answer_from(data)
        assert refused.value.path == path

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=12),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["dates", "venue", "topics", "start", "days", "accept", "zh"]),
                    inner,
                    max_size=3,
                )
            ),
            max_leaves=12,
        )
    )
    def test_no_data_whatever_breaks_the_reader(self, data: Any) -> None:
        for read in (terms_from, answer_from):
            try:
                read(data)
            except errors.DomainError:
                continue
