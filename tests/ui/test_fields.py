"""Fields keep what is typed: autosave, input methods, errors beside the field, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets import fields
from consultations_gui.ui.widgets.datefield import DateField, read_date
from consultations_gui.ui.widgets.fields import Labelled, TextArea, TextField


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "PAUSE_MS", 30)


Show = Callable[..., None]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    boxes: list[QWidget] = []

    def put(*widgets: QWidget) -> None:
        box = QWidget()
        boxes.append(box)
        column = QVBoxLayout(box)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(box)
        box.show()

    yield put
    boxes.clear()


def _compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_typing_is_stored_after_a_pause(
    qtbot: QtBot, show: Show, kind: type[TextField | TextArea]
) -> None:
    field = kind()
    show(field)
    field.setFocus()
    with qtbot.waitSignal(field.settled) as stored:
        qtbot.keyClicks(field, "plan")
    assert stored.args is not None
    assert stored.args[0] == "plan"


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_leaving_the_field_stores_at_once(
    qtbot: QtBot, show: Show, kind: type[TextField | TextArea]
) -> None:
    field, other = kind(), QPushButton()
    show(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    with qtbot.waitSignal(field.settled):
        other.setFocus()
    with qtbot.assertNotEmitted(field.settled):
        field.flush()


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_a_composition_is_never_cut_off(
    qtbot: QtBot, show: Show, kind: type[TextField | TextArea]
) -> None:
    field = kind()
    show(field)
    field.setFocus()
    qtbot.keyClicks(field, "a")
    _compose(field, "cuoshang")
    with qtbot.assertNotEmitted(field.settled, wait=120):
        field.flush()
    field.show_text("something stored meanwhile")
    with qtbot.waitSignal(field.settled) as stored:
        _compose(field, "", "磋商")
    assert stored.args is not None
    assert stored.args[0] == "a磋商"


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_one_sitting_is_one_group(
    qtbot: QtBot, show: Show, kind: type[TextField | TextArea]
) -> None:
    field, other = kind(), QPushButton()
    show(field, other)
    groups: list[str] = []
    field.settled.connect(lambda _text, group: groups.append(group))
    field.setFocus()
    for letter in "ab":
        with qtbot.waitSignal(field.settled):
            qtbot.keyClicks(field, letter)
    other.setFocus()
    field.setFocus()
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field, "c")
    assert groups[0] == groups[1] != groups[2]


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_a_stored_text_never_overwrites_typing(
    qtbot: QtBot, show: Show, kind: type[TextField | TextArea]
) -> None:
    field = kind()
    show(field)
    field.show_text("stored")
    assert (field.text() if isinstance(field, TextField) else field.toPlainText()) == "stored"
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")
    field.show_text("from elsewhere")
    assert (field.text() if isinstance(field, TextField) else field.toPlainText()) == "stored!"


def test_showing_a_text_stores_nothing(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    with qtbot.assertNotEmitted(area.settled, wait=80):
        area.show_text("read from the register")


def test_an_error_stands_below_its_field_and_is_read_aloud(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Labelled(line)
    qtbot.addWidget(field)
    field.set_caption("E-mail")
    field.set_hint("May stay empty")
    assert line.accessibleName() == "E-mail"
    field.show_error("No such address")
    assert field.error == "No such address"
    assert line.accessibleDescription() == "No such address"
    assert line.property("state") == "error"
    field.set_hint("Another hint")
    assert field.error == "No such address"
    field.show_error("")
    assert field.error == ""
    assert line.property("state") == ""


@pytest.mark.parametrize(
    "text",
    ["2027-04-14", " 2027.4.14 ", "2027/04/14", "2027年4月14日", "14.04.2027", "14/4/2027"],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2027, 4, 14)


def test_no_text_is_no_date() -> None:
    assert read_date("  ") is None


@pytest.mark.parametrize("text", ["2027-02-30", "31.04.2027", "tomorrow", "2027-13-01", "14.04"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(InvalidDateError):
        read_date(text)


def test_a_date_field_keeps_what_was_typed(
    qtbot: QtBot, show: Show, theme: ThemeSwitch, texts: Texts
) -> None:
    field = DateField(theme, texts)
    show(field)
    field.setAccessibleName("Start")
    assert field.line.accessibleName() == "Start"
    field.show_date(date(2027, 4, 14))
    assert field.value() == date(2027, 4, 14)
    field.line.setFocus()
    field.line.selectAll()
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field.line, "2027-02-30")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.show_date(date(2027, 4, 14))
    assert field.line.text() == "2027-02-30"
    with pytest.raises(InvalidDateError):
        field.value()
    field.reset(date(2027, 5, 1))
    assert field.value() == date(2027, 5, 1)


# The offscreen platform has no stacking order and no keyboard to grab for a popup.
@pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
def test_a_date_can_be_picked_by_keyboard(
    qtbot: QtBot, show: Show, theme: ThemeSwitch, texts: Texts
) -> None:
    field = DateField(theme, texts)
    show(field)
    field.show_date(date(2027, 4, 14))
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    calendar = field.calendar
    assert calendar is not None
    with qtbot.waitSignal(field.settled):
        calendar.setFocus()
        view = calendar.findChild(QWidget, "qt_calendar_calendarview")
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert field.value() == date(2027, 4, 15)
