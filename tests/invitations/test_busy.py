"""Busy times of other programs' calendars, by day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultations_gui.application.ports import Busy
from consultations_gui.domain.errors import CalendarUnreadableError, CannotReadError
from consultations_gui.invitations import busy
from consultations_gui.invitations.busy import BusyCalendars

BEIJING, MOSCOW = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Moscow")
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)


def write(tmp_path: Path, *events: str, head: str = "") -> Path:
    body = "".join(f"BEGIN:VEVENT\nUID:{n}\n{one}\nEND:VEVENT\n" for n, one in enumerate(events))
    path = tmp_path / "busy.ics"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//\n{head}{body}END:VCALENDAR\n"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path


def read(path: Path, zone: ZoneInfo = BEIJING) -> list[tuple[str, str, str, bool]]:
    found = BusyCalendars().read(path, FIRST, LAST, zone)
    assert all(isinstance(one, Busy) for one in found)
    return [(str(one.start), str(one.end), one.summary, one.all_day) for one in found]


def test_whole_days(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270304\nSUMMARY:两会",
        "DTSTART;VALUE=DATE:20270505\nSUMMARY:Отпуск",
        "DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20270103\nSUMMARY:a",
        "DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20270101\nSUMMARY:before",
        "DTSTART;VALUE=DATE:20290101\nSUMMARY:after",
    )
    assert read(path) == [
        ("2026-12-29", "2027-01-02", "a", True),
        ("2027-03-01", "2027-03-03", "两会", True),
        ("2027-05-05", "2027-05-05", "Отпуск", True),
    ]


def test_times_are_days_of_the_capital(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "DTSTART:20270301T170000Z\nDTEND:20270301T180000Z\nSUMMARY:utc",
        "DTSTART:20270310T233000\nDTEND:20270311T003000\nSUMMARY:floating",
        "DTSTART;TZID=Europe/Moscow:20270601T000000\nDTEND;TZID=Europe/Moscow:20270603T000000",
        "DTSTART:20270401T080000Z\nSUMMARY:moment",
    )
    assert read(path) == [
        ("2027-03-02", "2027-03-02", "utc", False),
        ("2027-03-10", "2027-03-11", "floating", False),
        ("2027-04-01", "2027-04-01", "moment", False),
        ("2027-06-01", "2027-06-03", "", False),
    ]
    assert read(path, MOSCOW)[0][0] == "2027-03-01"
    assert ("2027-06-01", "2027-06-02", "", True) in read(path, MOSCOW)


def test_new_year_is_that_of_the_capital(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "DTSTART:20261231T170000Z\nDTEND:20261231T180000Z\nSUMMARY:2027 in Beijing",
        "DTSTART;TZID=Asia/Shanghai:20270101T003000\nDURATION:PT1H\nSUMMARY:2026 in Moscow",
    )
    assert {summary for *_, summary, _ in read(path)} == {"2027 in Beijing", "2026 in Moscow"}
    assert read(path, MOSCOW) == []


def test_recurrence_with_its_exceptions(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "DTSTART;VALUE=DATE:20200210\nRRULE:FREQ=YEARLY\nSUMMARY:y",
        "DTSTART:20270301T010000Z\nDTEND:20270301T020000Z\nRRULE:FREQ=WEEKLY;COUNT=4\n"
        "EXDATE:20270308T010000Z\nSUMMARY:w",
    )
    moved = (
        "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20270315T010000Z\nDTSTART:20270317T010000Z\n"
        "DTEND:20270317T020000Z\nSUMMARY:w moved\nEND:VEVENT\nEND:VCALENDAR"
    )
    text = path.read_text().replace("END:VCALENDAR", moved)
    path.write_text(text)
    assert [(start, summary) for start, _, summary, _ in read(path)] == [
        ("2027-02-10", "y"),
        ("2027-03-01", "w"),
        ("2027-03-17", "w moved"),
        ("2027-03-22", "w"),
        ("2028-02-10", "y"),
    ]


@pytest.mark.parametrize(
    "line", ["STATUS:CANCELLED", "TRANSP:transparent", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]
)
def test_what_blocks_no_time(tmp_path: Path, line: str) -> None:
    assert read(write(tmp_path, f"DTSTART;VALUE=DATE:20270301\n{line}")) == []


def test_a_cancellation_and_an_event_without_start_block_nothing(tmp_path: Path) -> None:
    day = "DTSTART;VALUE=DATE:20270301"
    assert read(write(tmp_path, day, head="METHOD:CANCEL\n")) == []
    assert len(read(write(tmp_path, "SUMMARY:reply", day))) == 1


def test_a_published_list_of_busy_times(tmp_path: Path) -> None:
    head = (
        "BEGIN:VFREEBUSY\nUID:f\nFREEBUSY:20270301T010000Z/20270301T020000Z,"
        "20270303T010000Z/PT2H\nFREEBUSY;FBTYPE=FREE:20270305T010000Z/PT2H\n"
        "FREEBUSY:20300305T010000Z/PT2H\nEND:VFREEBUSY\n"
    )
    assert [start for start, *_ in read(write(tmp_path, head=head))] == [
        "2027-03-01",
        "2027-03-03",
    ]
    single = head.replace("FREEBUSY;FBTYPE=FREE:20270305T010000Z/PT2H\n", "").replace(
        "FREEBUSY:20300305T010000Z/PT2H\n", ""
    )
    assert len(read(write(tmp_path, head=single))) == 2
    assert read(write(tmp_path, head="BEGIN:VFREEBUSY\nUID:f\nEND:VFREEBUSY\n")) == []


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "not_a_calendar"),
        (b"Dear colleagues", "not_a_calendar"),
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "not_a_calendar"),
        (b"BEGIN:VEVENT\r\nSUMMARY:BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "not_a_calendar"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "damaged",
        ),
        (b"BEGIN:VCALENDAR\r\n\xff\xfe\r\nEND:VCALENDAR", "damaged"),
    ],
)
def test_what_is_no_calendar_is_refused(tmp_path: Path, content: bytes, cause: str) -> None:
    path = tmp_path / "strange.ics"
    path.write_bytes(content)
    with pytest.raises(CalendarUnreadableError) as raised:
        read(path)
    assert (raised.value.path, raised.value.cause) == (str(path), cause)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=2"])
def test_what_repeats_too_often_is_refused(tmp_path: Path, rule: str) -> None:
    with pytest.raises(CalendarUnreadableError) as raised:
        read(write(tmp_path, f"DTSTART:20270301T010000Z\nRRULE:{rule}"))
    assert raised.value.cause == "too_often"


def test_thousands_of_times_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=DAILY")
    assert len(read(path)) == 731
    monkeypatch.setattr(busy, "MAX_PERIODS", 500)
    with pytest.raises(CalendarUnreadableError) as raised:
        read(path)
    assert raised.value.cause == "too_often"
    monkeypatch.setattr(busy, "MAX_BYTES", 50)
    with pytest.raises(CalendarUnreadableError) as raised:
        read(path)
    assert raised.value.cause == "too_large"


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calendars = BusyCalendars()
    with pytest.raises(CannotReadError) as raised:
        read(tmp_path / "none.ics")
    assert raised.value.cause == "missing"
    with pytest.raises(CannotReadError) as raised:
        read(tmp_path)
    assert raised.value.cause == "other"

    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(CannotReadError) as raised:
        read(tmp_path / "closed.ics")
    assert raised.value.cause == "denied"
    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(CannotReadError):
        calendars.files(tmp_path)


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.ics", "a.ICS", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "deep.ics").mkdir()
    names = [one.name for one in BusyCalendars().files(tmp_path)]
    assert names == ["a.ICS", "b.ics"]
    assert BusyCalendars().files(tmp_path / "b.ics") == (tmp_path / "b.ics",)


COLLECTION = os.environ.get("CONSULTATIONS_ICS_COLLECTION", "")
"""A folder of calendar files of other programs, where somebody has one."""


@pytest.mark.skipif(not COLLECTION, reason="CONSULTATIONS_ICS_COLLECTION names no folder")
def test_files_of_other_programs_are_read_or_refused() -> None:
    read_in = 0
    for path in sorted(one for one in Path(COLLECTION).rglob("*") if one.is_file()):
        try:
            BusyCalendars().read(path, date(2000, 1, 1), date(2030, 12, 31), MOSCOW)
        except CalendarUnreadableError:
            continue
        read_in += 1
    assert read_in > 0
