"""The agreement's deadlines and the office that keeps the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import errors
from consultations_gui.domain.agreement import (
    SIGNED,
    AgreementFacts,
    Authority,
    DeadlineKind,
    Working,
    deadlines,
    require_facts,
)
from consultations_gui.domain.office import Office, require_city, require_office
from consultations_gui.domain.parties import City, CityBook, Side
from consultations_gui.domain.people import Delegation, Person, require_email

NOTICES = AgreementFacts(notice_cn=date(2016, 1, 10), notice_ru=date(2016, 2, 1))
"""Invented days: the real ones are a fact the office enters."""


class TestDeadlines:
    def test_by_hand(self) -> None:
        # 1 Feb + 30 = 2 Mar 2016 (leap year); + 60 = 1 May.
        found = deadlines(NOTICES)
        assert found.in_force.day == date(2016, 3, 2)
        assert found.notify_authorities_by.day == date(2016, 5, 1)
        assert found.ends.day is None

    def test_with_the_first_day_counted(self) -> None:
        found = deadlines(replace(NOTICES, count_first_day=True, termination=date(2030, 1, 1)))
        assert found.in_force.day == date(2016, 3, 1)
        assert found.notify_authorities_by.day == date(2016, 4, 29)
        assert found.ends.day == date(2030, 3, 31)

    def test_the_working_is_shown(self) -> None:
        found = deadlines(NOTICES).in_force
        assert (found.kind, found.article, found.days) == (DeadlineKind.IN_FORCE, "10(1)", 30)
        assert found.start == date(2016, 2, 1)
        assert [reason.code for reason in found.working] == [
            Working.NOTICE_RECEIVED,
            Working.NOTICE_RECEIVED,
            Working.LAST_NOTICE,
            Working.FIRST_DAY_NOT_COUNTED,
            Working.RESULT,
        ]
        assert found.working[-1].arg("day") == found.day
        assert found.working[0].arg("side") == "CN"

    def test_what_is_missing_is_told(self) -> None:
        found = deadlines(AgreementFacts(notice_cn=date(2016, 1, 10)))
        assert [d.day for d in found.all()] == [None, None, None]
        assert [r.code for r in found.in_force.working] == [
            Working.NOTICE_RECEIVED,
            Working.NOTICE_UNKNOWN,
        ]
        assert [r.code for r in found.notify_authorities_by.working] == [Working.IN_FORCE_UNKNOWN]
        assert [r.code for r in found.ends.working] == [Working.TERMINATION_UNKNOWN]
        assert found.ends.days_left(date(2026, 1, 1)) is None

    def test_days_left(self) -> None:
        assert deadlines(NOTICES).in_force.days_left(date(2016, 3, 1)) == 1
        assert deadlines(NOTICES).in_force.days_left(date(2016, 3, 5)) == -3

    @given(st.dates(SIGNED, date(2100, 1, 1)), st.dates(SIGNED, date(2100, 1, 1)), st.booleans())
    def test_the_last_notice_counts_whichever_side_received_it(
        self, one: date, other: date, first: bool
    ) -> None:
        facts = AgreementFacts(notice_cn=one, notice_ru=other, count_first_day=first)
        swapped = replace(facts, notice_cn=other, notice_ru=one)
        found = deadlines(facts).in_force.day
        assert found == deadlines(swapped).in_force.day
        assert found == max(one, other) + timedelta(days=29 if first else 30)


class TestFacts:
    @pytest.mark.parametrize(
        "with_day",
        [
            lambda day: AgreementFacts(notice_cn=day),
            lambda day: AgreementFacts(notice_ru=day),
            lambda day: AgreementFacts(termination=day),
        ],
    )
    def test_nothing_before_the_signature_or_past_the_calendar(
        self, with_day: Callable[[date], AgreementFacts]
    ) -> None:
        with pytest.raises(errors.BeforeSignatureError):
            require_facts(with_day(date(2015, 5, 7)))
        with pytest.raises(errors.InvalidDateError):
            require_facts(with_day(date(9999, 1, 1)))
        require_facts(with_day(SIGNED))

    def test_authorities(self) -> None:
        good = Authority("1", Side.CN, "某主管机构", "", date(2016, 4, 1), until=date(2018, 1, 1))
        require_facts(AgreementFacts(authorities=(good, replace(good, until=None))))
        require_facts(AgreementFacts(authorities=(replace(good, notified=None),)))
        with pytest.raises(errors.NameMissingError):
            require_facts(AgreementFacts(authorities=(replace(good, name_zh=" "),)))
        with pytest.raises(errors.EndBeforeStartError):
            require_facts(AgreementFacts(authorities=(replace(good, until=date(2016, 1, 1)),)))


class TestOffice:
    OFFICE = Office(Side.CN, "某司", "Некий департамент", "office@mfa.example")
    CITY = City("Minsk", "BY", "明斯克", "Минск", "Europe/Minsk")

    def test_both_names_and_a_usable_address(self) -> None:
        require_office(self.OFFICE)
        with pytest.raises(errors.BothNamesError):
            require_office(replace(self.OFFICE, name_ru=""))
        with pytest.raises(errors.InvalidEmailError):
            require_office(replace(self.OFFICE, email="office"))

    def test_a_city_is_added_once(self) -> None:
        office = self.OFFICE.with_city(self.CITY)
        again = office.with_city(replace(self.CITY, key="MINSK", ru="Город Минск"))
        assert [c.ru for c in again.cities] == ["Город Минск"]
        assert CityBook(office.cities).find("明斯克") == self.CITY
        require_office(office)

    @pytest.mark.parametrize("zone", ["", "Asia", "Europe/Atlantis", "../../etc/passwd", "UTC+3"])
    def test_zones_are_those_of_the_iana_database(self, zone: str) -> None:
        with pytest.raises(errors.UnknownZoneError) as refused:
            require_city(replace(self.CITY, zone=zone))
        assert refused.value.zone == zone

    def test_a_city_has_its_names(self) -> None:
        with pytest.raises(errors.BothNamesError):
            require_city(replace(self.CITY, zh=""))

    @pytest.mark.parametrize("country", ["", "C", "by", "BYS", "ZZ", "AA", "QM", "XK", "Б1"])
    def test_a_country_is_a_code_of_the_standard(self, country: str) -> None:
        with pytest.raises(errors.UnknownCountryError):
            require_city(replace(self.CITY, country=country))

    @pytest.mark.parametrize(
        ("country", "zone"),
        [("CN", "Asia/Urumqi"), ("KZ", "Asia/Kashgar"), ("CN", "Europe/Minsk")],
    )
    def test_all_of_china_keeps_beijing_time(self, country: str, zone: str) -> None:
        with pytest.raises(errors.BeijingTimeError):
            require_city(replace(self.CITY, country=country, zone=zone))
        require_city(replace(self.CITY, country="CN", zone="Asia/Shanghai"))


@pytest.mark.parametrize("address", ["", "li@example.org", "o.petrov+1@mid.example"])
def test_addresses_that_are_fine(address: str) -> None:
    require_email(address)


@pytest.mark.parametrize(
    "address", ["li", "li@", "@example.org", "ли@пример.example", "a b@c.example", "a@b@c.example"]
)
def test_addresses_that_are_not(address: str) -> None:
    with pytest.raises(errors.InvalidEmailError):
        require_email(address)


def test_any_one_script_is_a_name() -> None:
    for person in (
        Person("1", name_zh="喆"),
        Person("1", name_ru="Пётр"),
        Person("1", name_latin="P"),
    ):
        person.require_valid()
    assert Delegation(Side.CN).head is None
