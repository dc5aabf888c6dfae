"""Small values everything is made of: sides, cities, venues, dates, names."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.domain import errors
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Precision, Status
from consultations_gui.domain.parties import (
    CAPITALS,
    KNOWN_CITIES,
    NOWHERE,
    City,
    CityBook,
    Lang,
    Side,
    Venue,
    own_language,
)
from consultations_gui.domain.people import Person


def test_each_side_has_its_language_and_its_opposite() -> None:
    for side in Side:
        assert side.other is not side
        assert own_language(side).side is side
        assert own_language(side.other) is own_language(side).other


def test_an_error_shows_its_values_and_no_words() -> None:
    shown = str(errors.EndBeforeStartError(date(2027, 1, 2), date(2027, 1, 1)))
    assert shown.startswith("EndBeforeStartError(start=datetime.date(2027, 1, 2)")


class TestCities:
    BOOK = CityBook((City("Minsk", "BY", "明斯克", "Минск", "Europe/Minsk"),))

    @pytest.mark.parametrize(
        "name", ["Vladivostok", "符拉迪沃斯托克", "владивосток", " VLADIVOSTOK "]
    )
    def test_found_in_any_of_three_languages(self, name: str) -> None:
        found = self.BOOK.find(name)
        assert found is not None
        assert (found.key, found.zone) == ("Vladivostok", "Asia/Vladivostok")

    def test_additions_stand_beside_and_replace(self) -> None:
        assert self.BOOK.all()[-1].key == "Minsk"
        assert len(self.BOOK.all()) == len(KNOWN_CITIES) + 1
        moved = CityBook((City("kazan", "RU", "喀山", "Казань", "Europe/Samara"),))
        assert moved.zone(Venue("RU", "Kazan"), None) == "Europe/Samara"
        assert moved.find("Atlantis") is None

    @pytest.mark.parametrize(
        ("venue", "host", "zone"),
        [
            (Venue("RU", "Vladivostok"), Side.CN, "Asia/Vladivostok"),
            (Venue("CN", "Urumqi"), None, "Asia/Shanghai"),
            (Venue("RU"), None, "Europe/Moscow"),
            (Venue(online=True), Side.RU, "Europe/Moscow"),
            (NOWHERE, None, "Asia/Shanghai"),
        ],
    )
    def test_the_zone_of_a_venue(self, venue: Venue, host: Side | None, zone: str) -> None:
        assert self.BOOK.zone(venue, host) == zone

    def test_an_unknown_citys_zone_is_never_guessed(self) -> None:
        with pytest.raises(errors.UnknownCityZoneError):
            self.BOOK.zone(Venue("RU", "Atlantis"), Side.RU)

    def test_every_capital_is_in_the_book(self) -> None:
        for side, key in CAPITALS.items():
            city = self.BOOK.find(key)
            assert city is not None
            assert Side(city.country) is side


@pytest.mark.parametrize(
    ("venue", "side", "complete"),
    [
        (Venue("CN", "Dalian"), Side.CN, True),
        (Venue("RU", "Kazan", online=True), None, True),
        (Venue("BY", "Minsk"), None, True),
        (Venue("RU"), Side.RU, False),
        (Venue("", "Kazan"), None, False),
    ],
)
def test_whose_country_a_venue_lies_in(venue: Venue, side: Side | None, complete: bool) -> None:
    assert venue.side is side
    if complete:
        venue.require_complete()
    else:
        with pytest.raises(errors.VenueIncompleteError):
            venue.require_complete()


class TestDates:
    def test_days_and_the_day_planning_reckons_with(self) -> None:
        assert Dates(date(2027, 3, 2), date(2027, 3, 3)).days == 2
        assert Dates(date(2027, 3, 2), date(2027, 3, 3)).planning_day == date(2027, 3, 2)
        month = Dates(date(2027, 3, 1), date(2027, 3, 31), Precision.MONTH)
        assert month.planning_day == date(2027, 3, 15)

    def test_no_end_before_its_start(self) -> None:
        with pytest.raises(errors.EndBeforeStartError) as refused:
            Dates(date(2027, 3, 3), date(2027, 3, 2))
        assert refused.value.start == date(2027, 3, 3)


def test_a_consultations_letter_delegations_and_life() -> None:
    assert [kind.letter for kind in Kind] == ["R", "U", "X"]
    bare = Consultation(
        "u", "R1", Kind.REGULAR, 1, Status.CANCELLED, None, None, NOWHERE, delegations=()
    )
    assert bare.delegation(Side.RU).side is Side.RU
    assert not bare.live


@pytest.mark.parametrize(
    ("person", "zh", "ru"),
    [
        (Person("1", "王喆", "Ван Чжэ", "Wang Zhe"), "王喆", "Ван Чжэ"),
        (Person("1", "王喆"), "王喆", "王喆"),
        (Person("1", "", "Пётр Ёлкин"), "Пётр Ёлкин", "Пётр Ёлкин"),
        (Person("1", "王喆", "", "Wang Zhe"), "王喆", "Wang Zhe"),
    ],
)
def test_names_are_shown_as_supplied_and_never_made_up(person: Person, zh: str, ru: str) -> None:
    assert (person.name(Lang.ZH), person.name(Lang.RU)) == (zh, ru)
