"""The office, its cities, and venues as people name them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.application import codec, consultations, journal, offices, proposals
from consultations_gui.application.ledger import first_host
from consultations_gui.application.ports import Context
from consultations_gui.domain.errors import (
    BothNamesError,
    CityElsewhereError,
    FixedFieldError,
    InvalidEmailError,
    OfficeAlreadySetError,
    OfficeNotSetError,
    TermRefusedError,
    UnknownCityZoneError,
    UnknownCountryError,
    UnknownZoneError,
)
from consultations_gui.domain.parties import City, Side, Venue
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.term import SHIPPED
from tests.application.fakes import make_context

MINSK = City("Minsk", "BY", "明斯克", "Минск", "Europe/Minsk")


@pytest.fixture
def ctx() -> Context:
    return make_context()


def an_office(ctx: Context, side: Side = Side.RU) -> None:
    offices.init(ctx, side, "秘书处", "Секретариат", "office@mid.example", Side.RU)


class TestOffice:
    def test_is_not_set_at_first(self, ctx: Context) -> None:
        assert offices.show(ctx) is None
        assert len(offices.city_book(ctx).all()) > 30
        with ctx.work() as uow:
            assert first_host(uow) is Side.CN
            with pytest.raises(OfficeNotSetError):
                offices.own(uow)

    def test_is_set_once(self, ctx: Context) -> None:
        an_office(ctx)
        office = offices.show(ctx)
        assert office is not None
        assert (office.side, office.name_zh, office.first_host) == (Side.RU, "秘书处", Side.RU)
        with pytest.raises(OfficeAlreadySetError):
            an_office(ctx)

    def test_what_makes_no_office(self, ctx: Context) -> None:
        with pytest.raises(BothNamesError):
            offices.init(ctx, Side.CN, "秘书处", "")
        with pytest.raises(InvalidEmailError):
            offices.init(ctx, Side.CN, "秘书处", "Секретариат", "почта")
        assert offices.show(ctx) is None

    def test_is_edited_and_undone(self, ctx: Context) -> None:
        an_office(ctx)
        office = offices.show(ctx)
        assert office is not None
        offices.edit(ctx, replace(office, side=Side.CN, email=""))
        assert journal.undo(ctx).use_case == "office.edit"
        assert offices.show(ctx) == replace(office, version=3)

    def test_keeps_its_side_once_there_are_proposals(self, ctx: Context) -> None:
        an_office(ctx)
        proposals.new(ctx, "提议", "Предложение", Terms())
        office = offices.show(ctx)
        assert office is not None
        with pytest.raises(FixedFieldError) as refused:
            offices.edit(ctx, replace(office, side=Side.CN))
        assert refused.value.field == "side"
        offices.edit(ctx, replace(office, name_zh="新名称"))

    def test_must_be_set_before_it_is_edited(self, ctx: Context) -> None:
        with pytest.raises(OfficeNotSetError):
            offices.add_city(ctx, MINSK)


class TestTerm:
    """How the office calls extraordinary consultations in Russian."""

    def test_is_the_shipped_one_until_it_is_set(self, ctx: Context) -> None:
        assert offices.term(ctx) == SHIPPED
        with pytest.raises(OfficeNotSetError):
            offices.set_term(ctx, "дополнительные")
        an_office(ctx)
        assert offices.term(ctx) == SHIPPED

    def test_is_set_in_one_step_that_is_on_record_and_undone(self, ctx: Context) -> None:
        an_office(ctx)
        offices.set_term(ctx, " Дополнительные ")
        assert offices.term(ctx) == "дополнительные"
        newest = journal.history(ctx, limit=1)[0]
        assert (newest.use_case, newest.kind) == ("office.term", "office")
        assert newest.fields == ("extraordinary_ru",)
        assert journal.undo(ctx).use_case == "office.term"
        assert offices.term(ctx) == SHIPPED
        assert journal.redo(ctx).use_case == "office.term"
        assert offices.term(ctx) == "дополнительные"

    def test_one_sitting_is_one_step(self, ctx: Context) -> None:
        an_office(ctx)
        offices.set_term(ctx, "особые", "sitting")
        offices.set_term(ctx, "внеплановые", "sitting")
        journal.undo(ctx)
        assert offices.term(ctx) == SHIPPED

    @pytest.mark.parametrize("text", ["", "последние", "дополнительный"])
    def test_a_word_without_the_forms_changes_nothing(self, ctx: Context, text: str) -> None:
        an_office(ctx)
        before = offices.show(ctx)
        assert before is not None
        with pytest.raises(TermRefusedError):
            offices.set_term(ctx, text)
        with pytest.raises(TermRefusedError):
            offices.edit(ctx, replace(before, extraordinary_ru=text))
        assert offices.show(ctx) == before

    def test_an_entry_of_an_older_program_has_the_shipped_one(self, ctx: Context) -> None:
        an_office(ctx)
        office = offices.show(ctx)
        older = codec.to_json(office).replace(f'"extraordinary_ru":"{SHIPPED}",', "")
        assert "extraordinary" not in older
        assert codec.from_json("office", older) == office


class TestPlaces:
    def test_an_added_city_is_known_from_then_on(self, ctx: Context) -> None:
        an_office(ctx)
        with pytest.raises(UnknownCityZoneError) as refused:
            consultations.venue_named(ctx, "Минск")
        assert refused.value.city == "Минск"
        offices.add_city(ctx, MINSK)
        assert consultations.venue_named(ctx, "Минск") == Venue("BY", "Minsk")

    def test_a_zone_that_is_none(self, ctx: Context) -> None:
        an_office(ctx)
        with pytest.raises(UnknownZoneError):
            offices.add_city(ctx, replace(MINSK, zone="Europe/Atlantis"))

    @pytest.mark.parametrize(
        ("city", "country", "venue"),
        [
            ("大连", "", Venue("CN", "Dalian")),
            (" казань ", "RU", Venue("RU", "Kazan")),
            ("", "RU", Venue("RU")),
            ("", "", Venue()),
        ],
    )
    def test_named_in_any_language(
        self, ctx: Context, city: str, country: str, venue: Venue
    ) -> None:
        assert consultations.venue_named(ctx, city, country) == venue

    @pytest.mark.parametrize("country", ["ZZ", "РФ", "C", "KAZ"])
    def test_a_country_is_a_code_of_the_standard(self, ctx: Context, country: str) -> None:
        with pytest.raises(UnknownCountryError) as refused:
            consultations.venue_named(ctx, "", country)
        assert refused.value.country == country

    def test_a_city_is_not_moved_to_another_country(self, ctx: Context) -> None:
        with pytest.raises(CityElsewhereError) as refused:
            consultations.venue_named(ctx, "Kazan", "CN", online=True)
        assert (refused.value.country, refused.value.known) == ("CN", "RU")
