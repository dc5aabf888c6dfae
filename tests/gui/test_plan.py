"""Planning in the window: plans side by side, pins, what adopting does, and ways out of no plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, planning
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, Wishes
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.models.plan_rows import NOTE, TIMELINE
from consultations_gui.ui.views.plan import PlanView
from tests.ui.names import unnamed

pytestmark = pytest.mark.usefixtures("office")

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = Qt.ItemDataRole.AccessibleTextRole


def wait(view: PlanView, qtbot: QtBot) -> None:
    """Until the planner has answered the last question, and nothing else is under way."""
    qtbot.waitUntil(
        lambda: not view.desk.tasks.busy and (view.work.settled or view.work.error is not None),
        timeout=20_000,
    )


@pytest.fixture
def plan(window: MainWindow, qtbot: QtBot) -> PlanView:
    window.go("plan")
    view = window.stage.view
    assert isinstance(view, PlanView)
    wait(view, qtbot)
    return view


def turn(view: PlanView, qtbot: QtBot, dial: str, value: int) -> None:
    """Type a number into a control, as a person would."""
    box = getattr(view.controls, dial).box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box.lineEdit(), str(value))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    wait(view, qtbot)


def starts(view: PlanView) -> list[date]:
    return [row.planned.start for row in view.rounds.rows]


def stored(ctx: Context) -> list[str]:
    return [one.id for one in consultations.list_all(ctx)]


def add(ctx: Context, first: date, status: Status = Status.PLANNED, **given: object) -> None:
    dates = Dates(first, first + timedelta(days=1))
    new = consultations.NewConsultation(dates=dates, status=Status.PLANNED, **given)  # type: ignore[arg-type]  # test
    made = consultations.add(ctx, new)
    if status is Status.TENTATIVE:
        consultations.tentative(ctx, made.id)


def test_it_plans_as_it_opens_and_is_reached_by_the_palette(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("year")
    window.activateWindow()  # no window manager does it here
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    window.palette_box.field.insert("安排轮次")
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    view = window.stage.view
    assert isinstance(view, PlanView)
    wait(view, qtbot)
    # In November the year to plan is the next one.
    assert (view.controls.first.value, view.controls.gap.value) == (2027, 182)
    assert [row.number for row in view.plans.rows] == [1, 2, 3]
    assert [row.planned.id for row in view.rounds.rows] == ["R1", "R2", "R3", "R4"]
    assert unnamed(view) == []
    costs = [row.plan.total_cost for row in view.plans.rows]
    assert costs == sorted(costs)


def test_what_is_shown_is_what_the_planner_says(plan: PlanView, ctx: Context) -> None:
    best = planning.propose(ctx, planning.PlanQuery(2027, 2))
    assert starts(plan) == [one.start for one in best.rounds]
    cells = [str(plan.rounds.index(0, column).data()) for column in range(9)]
    one = best.rounds[0]
    parts = (one.cost.gap, one.cost.season, one.cost.travel, one.cost.short, one.cost.provisional)
    assert cells[2:8] == [str(points) for points in (*parts, one.cost.total)]
    assert cells[0] == "R1, Beijing"
    assert "No round has used a turn yet" in plan.aside.why.why.text()
    assert plan.aside.why.heading.text().startswith("R1 · ")


def test_each_control_plans_anew(plan: PlanView, qtbot: QtBot) -> None:
    turn(plan, qtbot, "years", 1)
    assert plan.rounds.rowCount() == 2
    turn(plan, qtbot, "rounds", 3)
    assert plan.rounds.rowCount() == 3
    turn(plan, qtbot, "days", 3)
    assert {(row.planned.end - row.planned.start).days for row in plan.rounds.rows} == {2}
    turn(plan, qtbot, "count", 5)
    assert len(plan.plans.rows) == 5
    turn(plan, qtbot, "first", 2030)
    assert {start.year for start in starts(plan)} == {2030}
    turn(plan, qtbot, "notice", 1300)
    assert starts(plan)[0] >= date(2030, 6, 15)


def test_a_slider_is_dragged_and_only_the_last_answer_stays(
    plan: PlanView, qtbot: QtBot, ctx: Context
) -> None:
    slider = plan.controls.gap.slider
    assert slider is not None
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    control, handle = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
    at = slider.style().subControlRect(control, option, handle, slider).center()
    qtbot.mousePress(slider, LEFT, pos=at)
    for step in range(2, 17, 2):
        qtbot.mouseMove(slider, at - QPoint(step, 0))
        assert not plan.adopt.isEnabled()
    qtbot.mouseRelease(slider, LEFT, pos=at - QPoint(16, 0))
    wait(plan, qtbot)
    gap = plan.controls.gap.value
    assert gap < 182
    assert slider.value() == gap
    best = planning.propose(ctx, planning.PlanQuery(2027, 2, gap=gap))
    assert starts(plan) == [one.start for one in best.rounds]
    assert plan.adopt.isEnabled()


def test_plans_are_compared_and_what_differs_is_marked(plan: PlanView, qtbot: QtBot) -> None:
    plan.plans_table.setFocus()
    qtbot.keyClick(plan.plans_table, Qt.Key.Key_Down)
    wait(plan, qtbot)
    second = plan.plans.rows[1]
    assert second.differs == ()
    first = plan.plans.rows[0]
    assert first.differs
    spoken = str(plan.plans.index(0, TIMELINE).data(SAID))
    assert f"differs from the chosen plan in: {first.differs[0]}" in spoken
    moved = next(row for row in plan.rounds.rows if row.planned.id in first.differs)
    at = plan.rounds.rows.index(moved)
    assert "plan 1: " in str(plan.rounds.index(at, 1).data())


def test_a_round_is_pinned_where_it_stands_and_let_go(plan: PlanView, qtbot: QtBot) -> None:
    before = starts(plan)
    qtbot.mouseClick(plan.aside.why.pin, LEFT)
    wait(plan, qtbot)
    assert dict(plan.work.pins) == {1: before[0]}
    assert "pinned" in str(plan.rounds.index(0, NOTE).data())
    assert "The start was fixed by hand" in plan.aside.why.why.text()
    assert plan.aside.why.pin.text() == "Unpin R1"
    plan.rounds_table.setFocus()
    qtbot.keyClick(plan.rounds_table, Qt.Key.Key_Return)
    wait(plan, qtbot)
    assert not plan.work.pins
    assert starts(plan) == before


def test_a_round_is_moved_to_another_place_and_the_others_follow(
    plan: PlanView, qtbot: QtBot, ctx: Context
) -> None:
    plan.rounds_table.choose(1)
    wait(plan, qtbot)
    table = plan.aside.places.table
    found = plan.aside.places.model.rows
    assert 1 < len(found) <= 8
    assert [one.opening.total for one in found] == sorted(one.opening.total for one in found)
    there = found[3].opening.start
    table.choose(3)
    qtbot.mouseClick(plan.aside.places.move_button, LEFT)
    wait(plan, qtbot)
    assert starts(plan)[1] == there
    query = planning.PlanQuery(2027, 2, pins=((2, there),))
    assert starts(plan) == [one.start for one in planning.propose(ctx, query).rounds]
    assert plan.rounds_table.row == 1


def test_a_pin_without_its_round_is_lifted_and_told(
    plan: PlanView, qtbot: QtBot, window: MainWindow
) -> None:
    plan.rounds_table.choose(3)
    wait(plan, qtbot)
    qtbot.mouseClick(plan.aside.why.pin, LEFT)
    wait(plan, qtbot)
    turn(plan, qtbot, "years", 1)
    assert plan.work.pins == ()
    assert window.status.text == "R4 is no longer pinned"
    assert len(plan.rounds.rows) == 2


def test_what_adopting_does_is_said_before_and_done_as_one_step(
    window: MainWindow, qtbot: QtBot, ctx: Context
) -> None:
    add(ctx, date(2027, 5, 31), Status.TENTATIVE)
    add(ctx, date(2027, 1, 12), kind=Kind.EXTRAORDINARY, host=Side.RU)
    before = consultations.show(ctx, "R1").dates
    window.go("plan")
    view = window.stage.view
    assert isinstance(view, PlanView)
    wait(view, qtbot)
    qtbot.mouseClick(view.aside.why.pin, LEFT)
    wait(view, qtbot)
    said = view.aside.foresight.moves.text().replace("\xa0", " ")
    assert "R1 moves: 31 May – 1 June 2027 → " in said
    assert "R2 is new: " in said
    warned = view.aside.foresight.warnings.text()
    assert "R1: The present dates of R1 are on offer to the other side." in warned
    assert "R1: R1 and X1 meet on the same days." in warned
    assert "provisional" in warned
    planned = starts(view)
    qtbot.mouseClick(view.adopt, LEFT)
    assert [one.dates.start for one in consultations.list_all(ctx) if one.dates][:4] == planned
    wait(view, qtbot)
    assert window.status.text == "4 rounds stored"
    assert view.aside.foresight.moves.text() == "Nothing: all of it stands already."
    assert not view.adopt.isEnabled()
    assert view.rounds_table.hasFocus()
    qtbot.mouseClick(window.status.offer, LEFT)
    assert stored(ctx) == ["R1", "X1"]
    assert consultations.show(ctx, "R1").dates == before


def test_rounds_are_ticked_by_keys_and_clicks_and_adopted_together(
    plan: PlanView, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    plan.rounds_table.choose(2)
    plan.rounds_table.setFocus()
    qtbot.keyClick(plan.rounds_table, Qt.Key.Key_Space)
    index = plan.rounds.index(3, 0)
    box = plan.rounds_table.visualRect(index)
    qtbot.mouseClick(
        plan.rounds_table.viewport(), LEFT, pos=QPoint(box.left() + 18, box.center().y())
    )
    wait(plan, qtbot)
    assert plan.rounds.chosen == (1, 2)
    assert plan.adopt.text() == "Adopt 2 rounds"
    assert "R3" not in plan.aside.foresight.moves.text()
    qtbot.mouseClick(plan.adopt, LEFT)
    assert stored(ctx) == ["R1", "R2"]
    wait(plan, qtbot)


def test_one_round_alone_is_adopted_unless_that_breaks_the_order(
    plan: PlanView, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    plan.rounds_table.choose(1)
    wait(plan, qtbot)
    qtbot.mouseClick(plan.aside.why.adopt, LEFT)
    assert window.status.text.startswith("R2 cannot be taken over without R1")
    assert stored(ctx) == []
    plan.rounds_table.choose(0)
    wait(plan, qtbot)
    qtbot.mouseClick(plan.aside.why.adopt, LEFT)
    assert stored(ctx) == ["R1"]
    assert plan.rounds_table.hasFocus()
    wait(plan, qtbot)
    qtbot.mouseClick(plan.aside.why.adopt, LEFT)
    assert window.status.text == "Nothing: all of it stands already."
    wait(plan, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert stored(ctx) == []
    wait(plan, qtbot)


def test_without_anything_ticked_nothing_can_be_adopted(plan: PlanView, qtbot: QtBot) -> None:
    plan.rounds_table.setFocus()
    for row in range(4):
        plan.rounds_table.choose(row)
        qtbot.keyClick(plan.rounds_table, Qt.Key.Key_Space)
    wait(plan, qtbot)
    assert not plan.adopt.isEnabled()


# --- no plan ------------------------------------------------------------------------------------


def press(view: PlanView, text: str, qtbot: QtBot) -> None:
    button = next(one for one in view.trouble.buttons if one.text() == text)
    qtbot.mouseClick(button, LEFT)
    wait(view, qtbot)


def test_a_shorter_notice_that_would_mend_it_is_applied(plan: PlanView, qtbot: QtBot) -> None:
    turn(plan, qtbot, "notice", 700)
    assert plan.trouble.isVisible()
    assert not plan.adopt.isEnabled()
    (notice, begin) = (one.text() for one in plan.trouble.buttons)
    assert notice.startswith("Notice of ")
    assert begin == "Begin with 2028"
    press(plan, notice, qtbot)
    assert not plan.trouble.isVisible()
    assert plan.controls.notice.value == int(notice.split()[2])
    turn(plan, qtbot, "notice", 700)
    press(plan, "Begin with 2028", qtbot)
    assert plan.controls.first.value == 2028
    turn(plan, qtbot, "notice", plan.controls.notice.value + 30)


def test_a_pin_that_stands_in_the_way_is_lifted(plan: PlanView, qtbot: QtBot) -> None:
    plan.work.pin(1, date(2027, 1, 1))
    plan.ask()
    wait(plan, qtbot)
    assert "2027" in [one.text() for one in plan.trouble.findChildren(type(plan.state))][1]
    press(plan, "Unpin R1", qtbot)
    assert (plan.work.pins, plan.trouble.isVisible()) == ((), False)


def test_days_without_meetings_are_looked_at_in_the_settings(
    window: MainWindow, qtbot: QtBot, ctx: Context, desk: Desk
) -> None:
    year = Blackout(Side.CN, date(2027, 1, 1), date(2027, 12, 31))
    planning.set_wishes(ctx, Wishes(blackouts=(year,)))
    window.go("plan")
    view = window.stage.view
    assert isinstance(view, PlanView)
    wait(view, qtbot)
    desk.choose_language(Language.ZH)
    assert view.trouble.heading.text() == "无可行方案"
    press(view, "查看不安排磋商的日期", qtbot)
    assert window.stage.current == "settings"


def test_years_before_what_is_planned_are_planned_through(
    plan: PlanView, qtbot: QtBot, ctx: Context, desk: Desk
) -> None:
    add(ctx, date(2029, 4, 10))
    desk.changed.emit()
    wait(plan, qtbot)
    turn(plan, qtbot, "rounds", 1)
    turn(plan, qtbot, "years", 1)
    press(plan, "Plan the years up to 2029", qtbot)
    assert plan.controls.years.value == 3
    assert len(plan.rounds.rows) == 3


def test_rounds_are_found_in_both_languages(plan: PlanView, window: MainWindow) -> None:
    for text in ("莫斯科", "Москва"):
        plan.rounds_table.choose(0)
        window.show_find()
        window.findbar.field.setText(text)
        assert plan.rounds_table.row == 1
        window.findbar.end()


def test_it_speaks_three_languages(plan: PlanView, desk: Desk, qtbot: QtBot) -> None:
    for language, text in (
        (Language.ZH, "采用此方案"),
        (Language.RU, "Принять план"),
        (Language.EN, "Adopt the plan"),
    ):
        desk.choose_language(language)
        wait(plan, qtbot)
        assert plan.adopt.text() == text
