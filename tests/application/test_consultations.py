"""Consultations through their use cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from consultations_gui.application import consultations, journal, offices
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.errors import (
    DatesMissingError,
    FixedFieldError,
    InvalidNumberError,
    MeetingAheadError,
    NotFoundError,
    NumberTakenError,
    StaleVersionError,
    TwoHeadsError,
    UnknownCityZoneError,
    VenueIncompleteError,
    WrongStatusError,
)
from consultations_gui.domain.parties import NOWHERE, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from tests.application.fakes import FakeClock, Store, make_context

SPRING = Dates(date(2027, 4, 20), date(2027, 4, 21))
AUTUMN = Dates(date(2027, 10, 19), date(2027, 10, 20))
MONTH_LATER = Dates(date(2027, 11, 16), date(2027, 11, 17))


@pytest.fixture
def ctx() -> Context:
    return make_context(clock=FakeClock(datetime(2027, 10, 20, 6, tzinfo=UTC)))


def add(ctx: Context, **given: object) -> Consultation:
    return consultations.add(ctx, NewConsultation(**given))  # type: ignore[arg-type]  # fields by name


class TestAdd:
    def test_rounds_take_numbers_and_hosts_in_turn(self, ctx: Context) -> None:
        made = [add(ctx, dates=SPRING), add(ctx, dates=AUTUMN), add(ctx)]
        assert [(c.id, c.number, c.host) for c in made] == [
            ("R1", 1, Side.CN),
            ("R2", 2, Side.RU),
            ("R3", 3, Side.CN),
        ]
        assert [c.venue.city for c in made] == ["Beijing", "Moscow", "Beijing"]
        assert len({c.uid for c in made}) == 3

    def test_the_very_first_host_is_a_setting(self, ctx: Context) -> None:
        offices.init(ctx, Side.CN, "秘书处", "Секретариат", first_host=Side.RU)
        assert add(ctx).host is Side.RU

    def test_a_venue_tells_the_host(self, ctx: Context) -> None:
        made = add(ctx, venue=Venue("", "Казань"))
        assert (made.host, made.venue) == (Side.RU, Venue("RU", "Kazan"))

    def test_online_the_host_is_whose_turn_it_is(self, ctx: Context) -> None:
        assert add(ctx, venue=Venue(online=True)).host is Side.CN

    def test_a_host_may_be_named_out_of_turn(self, ctx: Context) -> None:
        assert add(ctx, host=Side.RU).venue == Venue("RU", "Moscow")

    def test_the_next_number_follows_the_highest_used(self, ctx: Context) -> None:
        add(ctx, number=20)
        consultations.cancel(ctx, "R20")
        assert add(ctx).id == "R21"
        assert add(ctx, number=5).id == "R5"
        with pytest.raises(NumberTakenError) as refused:
            add(ctx, number=20)
        assert refused.value.number == 20

    def test_others_are_counted_by_themselves(self, ctx: Context) -> None:
        extra = [add(ctx, kind=Kind.EXTRAORDINARY, venue=Venue("RU", "Sochi")) for _ in range(2)]
        without = add(ctx, kind=Kind.UNNUMBERED)
        assert [c.id for c in (*extra, without)] == ["X1", "X2", "U1"]
        assert (extra[0].number, extra[0].host) == (None, Side.RU)
        assert (without.host, without.venue) == (None, NOWHERE)
        assert add(ctx, kind=Kind.EXTRAORDINARY, host=Side.CN).venue == NOWHERE

    def test_only_rounds_have_numbers(self, ctx: Context) -> None:
        with pytest.raises(InvalidNumberError):
            add(ctx, kind=Kind.EXTRAORDINARY, number=3)

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ({"status": Status.HELD}, DatesMissingError),
            ({"status": Status.TENTATIVE}, DatesMissingError),
            (
                {"status": Status.CONFIRMED, "dates": SPRING, "venue": Venue("BY")},
                VenueIncompleteError,
            ),
            ({"venue": Venue("CN", "Atlantis")}, UnknownCityZoneError),
        ],
    )
    def test_nothing_is_stored_of_what_is_refused(
        self, ctx: Context, given: dict[str, object], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            add(ctx, **given)
        assert consultations.list_all(ctx) == ()

    def test_a_round_of_the_past(self, ctx: Context) -> None:
        made = add(ctx, status=Status.HELD, dates=SPRING, venue=Venue("CN", "上海"), basis="公报")
        assert (made.status, made.venue.city, made.basis) == (Status.HELD, "Shanghai", "公报")


class TestAhead:
    def test_what_is_to_come_was_not_held(self, ctx: Context) -> None:
        with pytest.raises(MeetingAheadError):
            add(ctx, status=Status.HELD, dates=MONTH_LATER)
        made = add(ctx, status=Status.HELD, dates=SPRING)
        with pytest.raises(MeetingAheadError):
            consultations.edit(ctx, replace(made, dates=MONTH_LATER))
        assert consultations.show(ctx, made.id) == made


class TestLife:
    @pytest.mark.parametrize(
        ("act", "status", "use_case"),
        [
            (consultations.tentative, Status.TENTATIVE, "consultation.tentative"),
            (consultations.confirm, Status.CONFIRMED, "consultation.confirm"),
            (consultations.held, Status.HELD, "consultation.held"),
            (consultations.cancel, Status.CANCELLED, "consultation.cancel"),
            (
                lambda ctx, id: consultations.postpone(ctx, id, AUTUMN, "双方商定"),
                Status.POSTPONED,
                "consultation.postpone",
            ),
        ],
    )
    def test_each_step_is_one_of_the_journal(
        self,
        ctx: Context,
        act: Callable[[Context, str], Consultation],
        status: Status,
        use_case: str,
    ) -> None:
        add(ctx, dates=SPRING)
        assert act(ctx, "R1").status is status
        assert consultations.show(ctx, "R1").sequence == 1
        assert journal.undo(ctx).use_case == use_case
        assert consultations.show(ctx, "R1").status is Status.PLANNED

    def test_postponed_keeps_what_it_had(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        consultations.postpone(ctx, "R1", AUTUMN, "双方商定")
        again = consultations.postpone(ctx, "R1", MONTH_LATER)
        assert (again.former, again.sequence) == ((SPRING, AUTUMN), 2)
        assert (again.number, again.host) == (1, Side.CN)

    def test_what_is_over_stays_over(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        consultations.held(ctx, "R1", AUTUMN)
        assert consultations.show(ctx, "R1").dates == AUTUMN
        with pytest.raises(WrongStatusError):
            consultations.cancel(ctx, "R1")

    def test_lists_by_status(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        add(ctx, dates=AUTUMN)
        consultations.held(ctx, "R1")
        assert [c.id for c in consultations.list_all(ctx)] == ["R1", "R2"]
        assert [c.id for c in consultations.list_all(ctx, Status.HELD)] == ["R1"]
        with pytest.raises(NotFoundError):
            consultations.show(ctx, "R9")

    def test_a_turn_is_recorded(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        record = TurnRecord(TurnUse.NONE, "照会", consent_cn=True, consent_ru=True)
        made = consultations.record_turn(ctx, "R1", record)
        assert made.turn == record
        assert made.sequence == 0


class TestEdit:
    def test_words_and_places(self, ctx: Context) -> None:
        made = add(ctx, dates=SPRING)
        edited = consultations.edit(
            ctx, replace(made, cost_note="各自负担", venue=Venue("", "大连"))
        )
        assert (edited.venue, edited.cost_note, edited.sequence) == (
            Venue("CN", "Dalian"),
            "各自负担",
            1,
        )

    def test_what_is_fixed(self, ctx: Context) -> None:
        made = add(ctx, dates=SPRING)
        with pytest.raises(FixedFieldError):
            consultations.edit(ctx, replace(made, status=Status.HELD))

    def test_somebody_elses_step_is_not_overwritten(self) -> None:
        store = Store()
        li, wang = make_context("Li", store=store), make_context("Wang", store=store)
        seen = add(li, dates=SPRING)
        consultations.confirm(wang, "R1")
        with pytest.raises(StaleVersionError) as refused:
            consultations.edit(li, replace(seen, cost_note="各自负担"))
        assert (refused.value.actor, refused.value.use_case) == ("Wang", "consultation.confirm")

    def test_autosaves_of_one_sitting_are_one_step(self, ctx: Context) -> None:
        made = add(ctx, dates=SPRING)
        for text in ("各", "各自", "各自负担"):
            made = consultations.edit(ctx, replace(made, cost_note=text), group="sitting")
        journal.undo(ctx)
        assert consultations.show(ctx, "R1").cost_note == ""


class TestDelegations:
    HEAD = Delegate(Person("1", "王喆", "Ван Чжэ", "Wang Zhe", email="wang@mfa.example"), Role.HEAD)

    def test_each_sides_is_set_by_itself(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        guest = Delegate(Person("2", name_ru="Семён Алёшин"), Role.HEAD)
        consultations.set_delegation(ctx, "R1", Delegation(Side.RU, (guest,)))
        made = consultations.set_delegation(ctx, "R1", Delegation(Side.CN, (self.HEAD,)))
        assert [d.side for d in made.delegations] == [Side.CN, Side.RU]
        assert made.delegation(Side.CN).head == self.HEAD.person
        assert made.delegation(Side.RU).head == guest.person
        assert made.sequence == 0

    def test_a_delegation_changed_meanwhile_is_not_overwritten(self, ctx: Context) -> None:
        base = add(ctx, dates=SPRING).delegation(Side.CN)
        head = Delegation(Side.CN, (self.HEAD,))
        consultations.set_delegation(ctx, "R1", head, base=base)
        guest = Delegation(Side.CN, (Delegate(Person("2", name_ru="Семён Алёшин")),))
        with pytest.raises(StaleVersionError):
            consultations.set_delegation(ctx, "R1", guest, base=base)
        assert consultations.show(ctx, "R1").delegation(Side.CN) == head
        other = Delegation(Side.RU, guest.delegates)
        consultations.set_delegation(ctx, "R1", other, base=Delegation(Side.RU))
        same = consultations.set_delegation(ctx, "R1", head, base=base)
        assert same.delegation(Side.RU) == other

    def test_one_head_only(self, ctx: Context) -> None:
        add(ctx, dates=SPRING)
        with pytest.raises(TwoHeadsError):
            consultations.set_delegation(ctx, "R1", Delegation(Side.CN, (self.HEAD, self.HEAD)))
