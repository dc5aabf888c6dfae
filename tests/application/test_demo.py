"""The sample: complete, in both texts, made by use cases, and removable."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consultations_gui.application import (
    agendas,
    consultations,
    demo,
    invitations,
    journal,
    offices,
    planning,
    proposals,
    sample_data,
)
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.demo import SampleReport, build_sample, remove_sample
from consultations_gui.application.ports import Context, Method
from consultations_gui.application.sample_data import MARK
from consultations_gui.domain.agenda_numbers import numbers
from consultations_gui.domain.agreement_tags import find
from consultations_gui.domain.consultation import Kind, Status
from consultations_gui.domain.errors import InUseError, RegisterNotFreshError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.people import Role, require_delegation
from consultations_gui.domain.proposal import ProposalState, Terms
from consultations_gui.domain.standing import STANDING
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.application.fakes import FakeClock, make_context


def fresh(moment: datetime = datetime(2026, 11, 23, 6, tzinfo=UTC)) -> Context:
    return make_context(clock=FakeClock(moment), workdays=LibraryWorkdays())


@pytest.fixture(scope="module")
def sample() -> tuple[Context, SampleReport]:
    ctx = fresh()
    return ctx, build_sample(ctx)


class TestSample:
    def test_two_years_of_rounds_with_alternating_hosts(
        self, sample: tuple[Context, SampleReport]
    ) -> None:
        ctx, report = sample
        rounds = [consultations.show(ctx, id) for id in report.rounds]
        assert [c.id for c in rounds] == ["R1", "R2", "R3", "R4"]
        assert [c.host for c in rounds] == [Side.CN, Side.RU, Side.CN, Side.RU]
        years = [c.dates.start.year for c in rounds if c.dates is not None]
        assert years == [2027, 2027, 2028, 2028]
        assert [c.status for c in rounds] == [
            Status.CONFIRMED,
            Status.TENTATIVE,
            Status.PLANNED,
            Status.PLANNED,
        ]

    def test_one_proposal_offered_countered_agreed_and_convened(
        self, sample: tuple[Context, SampleReport]
    ) -> None:
        ctx, report = sample
        (view,) = proposals.list_all(ctx)
        standing = view.standing
        assert (view.proposal.id, standing.state) == (report.proposal, ProposalState.CONVENED)
        assert [offer.by for offer in standing.offers] == [Side.CN, Side.RU]
        made = consultations.show(ctx, report.extraordinary)
        assert (made.kind, made.status, made.host) == (
            Kind.EXTRAORDINARY,
            Status.CONFIRMED,
            Side.RU,
        )
        assert standing.agreed is not None
        assert (made.dates, made.venue) == (standing.agreed.dates[0], standing.agreed.venue)

    def test_every_meeting_day_is_worked_in_both_countries(
        self, sample: tuple[Context, SampleReport]
    ) -> None:
        ctx, _ = sample
        for one in consultations.list_all(ctx):
            assert one.dates is not None
            days = planning.days(ctx, one.dates.start, one.dates.end)
            assert all(cn.working and ru.working for cn, ru in days)

    def test_agendas_are_full_in_both_texts(self, sample: tuple[Context, SampleReport]) -> None:
        ctx, report = sample
        for one in consultations.list_all(ctx):
            view = agendas.show(ctx, one.id)
            assert view.readiness.texts_ready
            assert view.problems == ()
            assert view.withheld == ()
            assert one.dates is not None
            name = f"IIS/{one.dates.start.year}/{one.number or one.id}/AG/1"
            assert view.agenda.symbol == name
            assert {item.day for item in view.agenda.items} == set(range(1, one.dates.days + 1))
            assert [i.day for i in view.agenda.items] == sorted(i.day for i in view.agenda.items)
            assert all(find(tag) for item in view.agenda.items for tag in item.tags)
            for row in view.rows:
                russian = row.item.text.ru
                assert russian[0].isupper()
                assert not russian.endswith(".")
        standing_items = [
            (item.text.zh, item.text.ru)
            for item in agendas.show(ctx, report.rounds[0]).agenda.items
            if (item.text.zh, item.text.ru) in STANDING
        ]
        assert standing_items == list(STANDING)

    def test_the_topics_stand_after_the_opening(self, sample: tuple[Context, SampleReport]) -> None:
        ctx, report = sample
        view = agendas.show(ctx, report.extraordinary)
        texts = [item.text.zh for item in view.agenda.items if not item.is_break]
        assert texts[1:4] == [topic.zh for topic in sample_data.topics()]
        assert numbers(view.agenda, Lang.RU)[-1] == "6."

    def test_delegations_can_be_invited(self, sample: tuple[Context, SampleReport]) -> None:
        ctx, _ = sample
        for one in consultations.list_all(ctx):
            for delegation in one.delegations:
                require_delegation(delegation)
                people = [delegate.person for delegate in delegation.delegates]
                assert delegation.head is not None
                assert all(p.name_zh and p.name_ru and p.name_latin and p.post_ru for p in people)
                assert all(p.email.endswith(".example") for p in people)
                assert Role.INTERPRETER in [d.role for d in delegation.delegates]

    def test_names_hold_rare_letters(self) -> None:
        names = "".join(
            d.person.name_zh + d.person.name_ru
            for side in Side
            for d in sample_data.delegation(side).delegates
        )
        for letter in "喆堃淼ё·":
            assert letter in names

    def test_is_marked(self, sample: tuple[Context, SampleReport]) -> None:
        ctx, _ = sample
        assert {c.basis for c in consultations.list_all(ctx)} == {MARK}
        office = offices.show(ctx)
        assert office is not None
        assert "示例" in office.name_zh
        assert journal.verify(ctx).first_bad is None


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2026, 7, 20, 23, 30, tzinfo=UTC),
        datetime(2026, 12, 31, tzinfo=UTC),
    ],
)
def test_can_be_made_on_any_day(moment: datetime) -> None:
    ctx = fresh(moment)
    report = build_sample(ctx)
    extra = consultations.show(ctx, report.extraordinary)
    assert extra.dates is not None
    assert extra.dates.start > date(moment.year, moment.month, moment.day)


def test_an_office_of_ours_is_kept_and_its_side_proposes() -> None:
    ctx = fresh()
    offices.init(ctx, Side.RU, "秘书处", "Секретариат", "office@mid.example")
    report = build_sample(ctx)
    office = offices.show(ctx)
    assert office is not None
    assert (report.side, office.name_ru) == (Side.RU, "Секретариат")
    assert proposals.show(ctx, report.proposal).standing.proposed_by is Side.RU
    assert consultations.show(ctx, report.extraordinary).venue.city == "Dalian"


def test_it_speaks_as_the_office_does_and_stays_when_that_changes() -> None:
    ctx = fresh()
    offices.init(ctx, Side.RU, "俄方", "Российская сторона")
    offices.set_term(ctx, "экстренные")
    report = build_sample(ctx)

    def russian() -> str:
        agendas_of = (agendas.show(ctx, one.id).agenda for one in consultations.list_all(ctx))
        items = [item.text.ru for agenda in agendas_of for item in agenda.items]
        return "\n".join([proposals.show(ctx, report.proposal).proposal.title_ru, *items])

    said = russian()
    assert "Предложение об экстренных консультациях" in said
    assert "О реализации итогов экстренных консультаций" in said
    assert "внеочередн" not in said.lower()
    offices.set_term(ctx, "дополнительные")
    assert russian() == said


def test_only_into_a_fresh_register() -> None:
    ctx = fresh()
    consultations.add(ctx, NewConsultation())
    with pytest.raises(RegisterNotFreshError):
        build_sample(ctx)
    other = fresh()
    offices.init(other, Side.CN, "秘书处", "Секретариат")
    proposals.new(other, "甲", "А", Terms())
    with pytest.raises(RegisterNotFreshError):
        build_sample(other)


class TestRemoving:
    def test_takes_out_the_sample_alone_and_can_be_undone(self) -> None:
        ctx = fresh()
        report = build_sample(ctx)
        own = consultations.add(ctx, NewConsultation())
        assert remove_sample(ctx) == 5
        assert consultations.list_all(ctx) == (own,)
        assert proposals.list_all(ctx) == ()
        assert agendas.show(ctx, own.id).rows == ()
        assert journal.undo(ctx).use_case == "sample.remove"
        assert len(consultations.list_all(ctx)) == 6
        assert proposals.show(ctx, report.proposal).standing.consultation == report.extraordinary

    def test_a_marked_meeting_without_agenda(self) -> None:
        ctx = fresh()
        consultations.add(ctx, NewConsultation(basis=MARK))
        assert remove_sample(ctx) == 1

    def test_what_was_sent_stays_on_record(self, tmp_path: Path) -> None:
        ctx = fresh()
        build_sample(ctx)
        invitations.write(ctx, "R1", Method.REQUEST, tmp_path)
        with pytest.raises(InUseError):
            remove_sample(ctx)
        assert len(consultations.list_all(ctx)) == 5


def test_agendas_start_anew_past_the_last() -> None:
    assert sample_data.round_rows(5) == sample_data.round_rows(1)
    assert demo.YEARS == 2
