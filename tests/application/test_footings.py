"""An update of the shipped calendars under meetings that are planned already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import calendars, consultations, planning
from consultations_gui.application.audit import history, verify
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.journal import redo, undo
from consultations_gui.application.offices import init
from consultations_gui.application.overview import overview
from consultations_gui.application.planning import PlanQuery
from consultations_gui.application.ports import Context
from consultations_gui.application.troubles import take_note, update, updates
from consultations_gui.application.waiting import WaitingKind
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import NotFoundError
from consultations_gui.domain.footing import Footing
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import SHORT, WORKING, Decree, Origin
from tests.application.fakes import FakeWorkdays, Store, make_context
from tests.domain.rounds import CN, RU, days

GUESSED = Decree(CN, 2027, origin=Origin.EXTRAPOLATED, source="holidays 1")
NOTICE = Decree(
    CN,
    2027,
    moved_off=(date(2027, 10, 7),),
    make_up=(date(2027, 10, 9),),
    origin=Origin.LIBRARY,
    source="holidays 2",
)
OLD = FakeWorkdays({(CN, 2027): GUESSED})
NEW = FakeWorkdays({(CN, 2027): NOTICE})
DAYS, ELSEWHEN = days("2027-10-07", "2027-10-08"), days("2027-05-12", "2027-05-13")


def two(store: Store) -> tuple[Context, Context]:
    """The same office with the program before and after an update."""
    return make_context(store=store, workdays=OLD), make_context(store=store, workdays=NEW)


@pytest.fixture
def contexts() -> tuple[Context, Context]:
    old, new = two(Store())
    init(old, CN, "秘书处", "Секретариат")
    consultations.add(old, NewConsultation(dates=ELSEWHEN, host=CN))
    consultations.add(old, NewConsultation(dates=DAYS, host=RU))
    consultations.add(old, NewConsultation())
    return old, new


def ids(ctx: Context) -> list[str]:
    return [one.consultation.id for one in updates(ctx)]


def test_an_update_lists_the_rounds_it_affects_until_note_is_taken(
    contexts: tuple[Context, Context],
) -> None:
    old, new = contexts
    assert updates(old) == ()
    (found,) = updates(new)
    assert found == update(new, "R2")
    assert found.consultation.id == "R2"
    assert (found.planned_by, found.source) == ("holidays 1", "holidays 2")
    # The visitors, the Chinese side, travel on the make-up Saturday.
    assert [(change.side, change.date) for change in found.changes] == [
        (CN, date(2027, 10, 7)),
        (CN, date(2027, 10, 9)),
    ]
    item = next(i for i in overview(new).waiting_for_us if i.kind is WaitingKind.CALENDAR)
    assert (item.id, item.due, item.count) == ("R2", DAYS.start, 2)
    (noted,) = take_note(new, "R2")
    assert noted.dates == DAYS
    assert updates(new) == ()
    assert (history(new)[0].use_case, history(new)[0].fields) == ("consultation.note", ())
    undo(new)
    assert ids(new) == ["R2"]
    redo(new)
    assert ids(new) == []
    # The old program would see the days change back.
    assert ids(old) == ["R2"]
    assert verify(new).sound
    with pytest.raises(NotFoundError):
        take_note(new, "R9")


def test_a_notice_of_the_office_s_own_is_not_touched_by_an_update(
    contexts: tuple[Context, Context],
) -> None:
    old, new = contexts
    calendars.add_decree(old, replace(NOTICE, make_up=()))
    assert updates(new) == ()
    calendars.remove_decree(new, "CN-2027")
    assert ids(new) == ["R2"]


def test_dates_set_after_the_update_were_chosen_by_it(contexts: tuple[Context, Context]) -> None:
    _, new = contexts
    one = consultations.show(new, "R2")
    moved = consultations.edit(new, replace(one, dates=days("2027-10-11", "2027-10-12")))
    assert updates(new) == ()
    back = consultations.edit(new, replace(moved, dates=DAYS))
    assert updates(new) == ()
    kept = Footing.read(back.footing)
    assert kept is not None
    assert kept.source == "holidays 2"
    undo(new)
    undo(new)
    assert ids(new) == ["R2"]


def test_what_is_changed_beside_the_dates_keeps_what_they_were_chosen_by(
    contexts: tuple[Context, Context],
) -> None:
    _, new = contexts
    consultations.edit(new, replace(consultations.show(new, "R2"), basis="Нота № 5"))
    consultations.confirm(new, "R2")
    assert ids(new) == ["R2"]


def test_rounds_of_a_stored_plan_keep_what_they_were_planned_by() -> None:
    old, new = two(Store())
    plan = planning.propose(old, PlanQuery(2027, 2, pins=((2, date(2027, 10, 7)),)))
    planning.commit(old, plan)
    assert ids(new) == ["R2"]


def test_meetings_recorded_by_an_older_program_are_left_alone_until_they_move() -> None:
    store = Store()
    old, new = two(store)
    consultations.add(old, NewConsultation(dates=DAYS, host=RU))
    store.rows["consultation"]["R1"] = replace(consultations.show(old, "R1"), footing="")
    assert updates(new) == ()
    consultations.confirm(old, "R1")
    assert ids(new) == ["R1"]


def test_an_empty_register_stands_on_nothing() -> None:
    assert updates(make_context()) == ()


def test_over_is_over(contexts: tuple[Context, Context]) -> None:
    _, new = contexts
    consultations.cancel(new, "R2")
    assert updates(new) == ()


def test_a_meeting_over_new_year_stands_on_two_years() -> None:
    old, new = two(Store())
    consultations.add(old, NewConsultation(dates=Dates(date(2026, 12, 31), date(2027, 1, 4))))
    assert updates(new) == ()
    kept = Footing.read(consultations.show(new, "R1").footing)
    assert kept is not None
    assert kept.mark(Side.RU, date(2027, 1, 4)) == WORKING | SHORT
