"""An update of the shipped calendars, as the terminal tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.cli.desk import LANGUAGES, Desk

TABLE = LibraryWorkdays.table
DAY_OFF = date(2031, 3, 4)


@pytest.fixture
def update(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets another version of the library be installed: its China 2031 has a notice."""

    def table(self: LibraryWorkdays, side: Side, year: int) -> Decree:
        shipped = TABLE(self, side, year)
        if (side, year) != (Side.CN, 2031):
            return replace(shipped, source="holidays 99")
        moved = replace(shipped, origin=Origin.LIBRARY, source="holidays 99")
        return replace(moved, off=(*shipped.off, DAY_OFF))

    return lambda: monkeypatch.setattr(LibraryWorkdays, "table", table)


def test_listed_until_note_is_taken(desk: Desk, update: Callable[[], None]) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--host", "CN")
    desk.do("consultation", "add", "--start", "2031-09-02", "--days", "2")
    assert desk.ask("troubles")["updates"] == []
    update()
    found = desk.ask("troubles")
    assert [one["id"] for one in found["troubles"]] == ["R1"]
    (told,) = found["updates"]
    assert (told["id"], told["status"], told["start"]) == ("R1", "planned", "2031-03-04")
    assert told["planned_by"].startswith("holidays ")
    assert told["source"] == "holidays 99"
    assert told["changes"] == [
        {
            "date": "2031-03-04",
            "side": "CN",
            "before": {"kind": "work", "short": False},
            "after": {"kind": "off", "short": False},
        }
    ]
    assert desk.ask("troubles", "note")["noted"] == ["R1"]
    assert desk.ask("troubles")["updates"] == []
    assert desk.ask("troubles", "note")["noted"] == []
    desk.do("undo")
    assert len(desk.ask("troubles")["updates"]) == 1
    assert "1 meeting noted" in desk.do("troubles", "note", "r1")
    assert desk.ask("verify")["first_bad"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_told_in_three_languages(desk: Desk, update: Callable[[], None], lang: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--host", "CN")
    update()
    text = desk.do("troubles", lang=lang)
    assert "holidays 99" in text
    assert "troubles note R1" in text
    assert "→" in text
    assert "R9" in desk.refused("troubles", "note", "R9", lang=lang)
