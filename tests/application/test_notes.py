"""Notes as use cases: what is ordered from the press, file names, and Article 6."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import notes, offices, proposals
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.ports import Context, Format, NoteOrder, NoteTexts
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.errors import (
    CannotWriteError,
    MissingGlyphError,
    NoNoteError,
    NoteNotOursError,
    NotFoundError,
    OfficeNotSetError,
)
from consultations_gui.domain.note_wording import TEMPLATES, Template, require_wording
from consultations_gui.domain.notes import NoteKind
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.proposal import Channel
from consultations_gui.domain.protection import Marking, Permission
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Decree, Origin
from tests.application.fakes import FakePress, FakeWorkdays, make_context
from tests.domain.negotiation import ACCEPTED, TALKS, TERMS, THREATS, TO_KAZAN

BOTH = NoteTexts.BOTH


def context(press: FakePress, side: Side = Side.CN, **kit: object) -> Context:
    ctx = make_context(press=press, **kit)  # type: ignore[arg-type]  # adapters by name
    offices.init(ctx, side, "秘书处", "Секретариат")
    return ctx


def offered(ctx: Context, about: str = "", note: str = "S-101") -> str:
    made = proposals.new(ctx, "提议", "Предложение", TERMS, about).proposal
    proposals.transmit(ctx, made.id, Channel(note, date(2026, 11, 20)))
    return made.id


def ordered(ctx: Context, press: FakePress, query: NoteQuery) -> NoteOrder:
    notes.preview(ctx, query)
    return press.notes[-1]


@pytest.mark.parametrize("side", Side)
def test_both_texts_begin_with_the_writing_sides_own(side: Side, press: FakePress) -> None:
    ctx = context(press, side)
    id = offered(ctx)
    order = ordered(ctx, press, NoteQuery(id, BOTH))
    own, other = ("zh", "ru") if side is Side.CN else ("ru", "zh")
    assert [w.lang for w in order.wordings] == [own, other]
    alone = ordered(ctx, press, NoteQuery(id, NoteTexts.RU))
    assert [w.lang for w in alone.wordings] == ["ru"]


def test_a_note_is_ordered_with_the_offices_term(press: FakePress) -> None:
    ctx = context(press)
    id = offered(ctx)
    assert ordered(ctx, press, NoteQuery(id, BOTH)).term == SHIPPED
    offices.set_term(ctx, "дополнительные")
    assert ordered(ctx, press, NoteQuery(id, BOTH)).term == "дополнительные"


def test_until_names_are_entered_the_office_signs_with_its_own(press: FakePress) -> None:
    ctx = context(press)
    zh, ru = ordered(ctx, press, NoteQuery(offered(ctx), BOTH)).wordings
    assert (zh.names.sender, ru.names.sender) == ("秘书处", "Секретариат")
    assert zh.shipped
    assert "致意" in zh.text
    assert "свидетельствует своё уважение" in ru.text


def test_the_newest_step_of_ours_is_meant_and_another_may_be_named(press: FakePress) -> None:
    ctx = context(press)
    id = offered(ctx)
    proposals.answer(ctx, id, TO_KAZAN, Side.RU)
    proposals.answer(ctx, id, ACCEPTED)
    order = ordered(ctx, press, NoteQuery(id, BOTH))
    assert (order.step.number, order.step.kind) == (3, NoteKind.ACCEPT)
    assert order.stamp == order.step.event.at
    assert ordered(ctx, press, NoteQuery(id, BOTH, 1)).step.kind is NoteKind.OFFER
    with pytest.raises(NoteNotOursError):
        notes.preview(ctx, NoteQuery(id, BOTH, 2))
    assert [step.number for step in notes.choices(ctx, id).steps] == [1, 3]


def test_there_is_no_note_to_write_of_what_only_the_other_side_did(press: FakePress) -> None:
    ctx = context(press)
    id = proposals.new(ctx, "提议", "Предложение", TERMS, by=Side.RU).proposal.id
    proposals.transmit(ctx, id)
    with pytest.raises(NoNoteError):
        notes.planned(ctx, NoteQuery(id, BOTH), (Format.PDF,))
    assert notes.choices(ctx, id).steps == ()


def test_nothing_is_written_for_what_is_not_there(press: FakePress, tmp_path: Path) -> None:
    with pytest.raises(OfficeNotSetError):
        notes.preview(make_context(), NoteQuery("P1", BOTH))
    with pytest.raises(NotFoundError):
        notes.export(context(press), NoteQuery("P1", BOTH), (Format.PDF,), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_all_formats_are_written_under_the_names_told_before(
    press: FakePress, tmp_path: Path
) -> None:
    ctx = context(press)
    query = NoteQuery(offered(ctx), BOTH)
    names = notes.planned(ctx, query, tuple(Format))
    assert names == ("P1-note-1-both.pdf", "P1-note-1-both.docx")
    paths = notes.export(ctx, query, tuple(Format), tmp_path / "out")
    assert paths == tuple(tmp_path / "out" / name for name in names)
    assert [path.read_bytes() for path in paths] == [b"1 offer pdf", b"1 offer docx"]


class Picky(FakePress):
    def press_note(self, order: NoteOrder) -> bytes:
        if order.format is Format.DOCX:
            raise MissingGlyphError(char="淼")
        return super().press_note(order)


def test_what_fails_midway_leaves_nothing_behind(press: FakePress, tmp_path: Path) -> None:
    ctx = context(Picky())
    id = offered(ctx)
    with pytest.raises(MissingGlyphError):
        notes.export(ctx, NoteQuery(id, BOTH), tuple(Format), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        notes.export(ctx, NoteQuery(id, BOTH), (Format.PDF,), tmp_path / "file")


# --- a proposal about a round, and Article 6 ---------------------------------------------------


def meeting() -> Consultation:
    return Consultation(
        uid="u",
        id="R3",
        kind=Kind.REGULAR,
        number=3,
        status=Status.CONFIRMED,
        host=Side.RU,
        dates=Dates(date(2027, 2, 2), date(2027, 2, 2)),
        venue=Venue("RU", "Moscow"),
    )


def with_agenda(ctx: Context, *items: AgendaItem, permissions: tuple[Permission, ...] = ()) -> None:
    with ctx.work() as uow:
        uow.consultations.add(meeting())
        uow.agendas.add(Agenda("R3", items=items, permissions=permissions))
        uow.commit()


def item(uid: str, zh: str, ru: str, marking: Marking, level: int = 1) -> AgendaItem:
    return AgendaItem(uid, level, Bilingual(zh, ru), marking=marking, originator=Side.RU)


def test_a_round_is_handed_over_with_its_wording(press: FakePress) -> None:
    ctx = context(press)
    with_agenda(ctx)
    order = ordered(ctx, press, NoteQuery(offered(ctx, "R3"), BOTH))
    assert order.about is not None
    assert order.about.id == "R3"
    assert "{change}" in order.wordings[0].text


def test_a_restricted_topic_stays_out_until_its_originator_permits(press: FakePress) -> None:
    restricted = item("a", THREATS.zh, "", Marking.RESTRICTED)
    ctx = context(press)
    with_agenda(ctx, restricted)
    id = offered(ctx, "R3")
    order = ordered(ctx, press, NoteQuery(id, BOTH))
    assert (order.withheld, order.marking) == (frozenset({1}), Marking.OPEN)
    assert notes.choices(ctx, id).withheld == (1,)
    with ctx.work() as uow:
        agenda = uow.agendas.get("R3")
        permission = Permission("a", Side.RU, "№ 7")
        uow.agendas.replace(replace(agenda, permissions=(permission,)))
        uow.commit()
    order = ordered(ctx, press, NoteQuery(id, BOTH))
    assert (order.withheld, order.marking) == (frozenset(), Marking.RESTRICTED)
    assert notes.choices(ctx, id).withheld == (0,)


def test_the_strictest_marking_of_what_is_printed_stands_on_it(press: FakePress) -> None:
    ctx = context(press)
    with_agenda(
        ctx,
        item("a", THREATS.zh, THREATS.ru, Marking.PARTIES),
        item("b", TALKS.zh, TALKS.ru, Marking.RESTRICTED),
        item("c", THREATS.zh, "", Marking.OPEN),
    )
    order = ordered(ctx, press, NoteQuery(offered(ctx, "R3"), BOTH))
    assert (order.withheld, order.marking) == (frozenset(), Marking.PARTIES)


def test_calendars_that_are_not_published_are_told_where_dates_are_listed(
    press: FakePress,
) -> None:
    known = {(Side.RU, 2027): Decree(side=Side.RU, year=2027, origin=Origin.OFFICE)}
    ctx = context(press, workdays=FakeWorkdays(known))
    id = offered(ctx)
    assert ordered(ctx, press, NoteQuery(id, BOTH)).provisional == (Side.CN,)
    proposals.withdraw(ctx, id)
    order = ordered(ctx, press, NoteQuery(id, BOTH))
    assert (order.step.kind, order.provisional) == (NoteKind.WITHDRAW, ())


# --- the shipped wording -----------------------------------------------------------------------


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("wanted", TEMPLATES, ids=lambda one: one.name)
def test_the_shipped_wording_keeps_its_own_rules(wanted: Template, lang: Lang) -> None:
    text = notes.shipped(wanted, lang)
    require_wording(wanted, lang, text)
    assert text.endswith("顺致崇高敬意。" if lang is Lang.ZH else "весьма высоком уважении.")
