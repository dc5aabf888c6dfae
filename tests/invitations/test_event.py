"""The .ics file on the wire: form, content, time zones, what must not leave."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.agenda_life import circulate
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person
from consultations_gui.invitations.inviter import Inviter
from tests.invitations import samples
from tests.invitations.reading import calendar_of, message_of

GOLDEN = Path(__file__).parents[1] / "golden" / "invitations"


def ics(order: InvitationOrder) -> bytes:
    return Inviter().calendar(order).content


def event(order: InvitationOrder):  # type: ignore[no-untyped-def]  # icalendar's own
    return Calendar.from_ical(ics(order)).events[0]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("request", samples.order()),
        ("publish", samples.order(method=Method.PUBLISH)),
        ("cancel", samples.cancelled()),
        ("all-day", samples.all_day()),
        ("paris", samples.in_paris()),
        ("online", samples.online()),
    ],
)
def test_golden(name: str, order: InvitationOrder) -> None:
    assert ics(order) == (GOLDEN / f"{name}.ics").read_bytes()


@given(
    site=st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
    name=st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
)
def test_any_text_stays_in_form(site: str, name: str) -> None:
    venue = Venue("RU", "Kazan", site)
    office = replace(samples.OFFICE, name_zh=name)
    content = ics(samples.order(replace(samples.ROUND, venue=venue), office=office))
    assert content.endswith(b"\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        text = line.decode()
        assert not any(unicodedata.category(char) == "Cc" and char != "\t" for char in text)
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert unicodedata.normalize("NFC", unfolded) == unfolded
    parsed = Calendar.from_ical(content)
    assert not parsed.errors
    assert len(parsed.events) == 1


@pytest.mark.parametrize(
    ("order", "method"),
    [
        (samples.order(), "REQUEST"),
        (samples.order(method=Method.PUBLISH), "PUBLISH"),
        (samples.cancelled(), "CANCEL"),
    ],
)
def test_one_method_and_one_uid(order: InvitationOrder, method: str) -> None:
    content = ics(order).decode()
    assert content.count("\r\nMETHOD:") == 1
    assert f"\r\nMETHOD:{method}\r\n" in content
    assert {line for line in content.split("\r\n") if line.startswith("UID:")} == {
        f"UID:{samples.ROUND.uid}"
    }
    assert content.count("\r\nSUMMARY:") == 1


def test_kazan_is_three_hours_ahead_of_utc() -> None:
    found = event(samples.order())
    assert found.start.astimezone(UTC) == datetime(2027, 4, 14, 6, 0, tzinfo=UTC)
    assert found.end.astimezone(UTC) == datetime(2027, 4, 15, 7, 30, tzinfo=UTC)


def test_a_zone_has_one_standard_and_no_list_of_dates() -> None:
    content = ics(samples.order()).decode()
    assert content.count("BEGIN:STANDARD") == 1
    assert "BEGIN:DAYLIGHT" not in content
    assert "RDATE" not in content


def test_summer_time_goes_out_in_utc() -> None:
    content = ics(samples.in_paris()).decode()
    assert "VTIMEZONE" not in content
    assert "DTSTART:20270414T070000Z" in content


def test_whole_days_end_on_the_day_after() -> None:
    content = ics(samples.all_day()).decode()
    assert "DTSTART;VALUE=DATE:20270414" in content
    assert "DTEND;VALUE=DATE:20270416" in content
    assert "STATUS:TENTATIVE" in content
    assert event(samples.all_day()).start == date(2027, 4, 14)


def test_publishing_names_nobody() -> None:
    assert b"ATTENDEE" not in ics(samples.order(method=Method.PUBLISH))


def test_an_alarm_only_where_something_takes_place() -> None:
    assert b"BEGIN:VALARM" in ics(samples.order())
    assert b"BEGIN:VALARM" not in ics(samples.cancelled())


def test_people_are_named_in_quotes_with_one_language() -> None:
    unfolded = ics(samples.order()).replace(b"\r\n ", b"").decode()
    assert 'ATTENDEE;CN="王喆"' in unfolded
    assert 'CN="Семёнов “Ё” Пётр"' in unfolded
    assert "LANGUAGE=ru" in unfolded
    assert "ROLE=CHAIR" in unfolded.split("Семёнов")[1].split("mailto:")[0]


def test_who_shares_the_heads_address_is_named_beside_the_head() -> None:
    colleague = Delegate(Person("3", "", "Орлова Анна", email="Semyonov@ru.example"))
    heads = (samples.ROUND.delegations[1].delegates[0], colleague)
    sides = (samples.ROUND.delegations[0], Delegation(Side.RU, heads))
    unfolded = ics(samples.order(replace(samples.ROUND, delegations=sides))).decode()
    unfolded = unfolded.replace("\r\n ", "")
    attendee = next(line for line in unfolded.splitlines() if "mailto:semyonov" in line)
    assert 'CN="Семёнов “Ё” Пётр, Орлова Анна"' in attendee
    assert "ROLE=CHAIR" in attendee
    assert unfolded.count("ATTENDEE;") == 2


def test_what_is_restricted_does_not_leave() -> None:
    unfolded = ics(samples.guarded()).replace(b"\r\n ", b"").decode()
    assert "研究协定执行情况" in unfolded
    assert "信息交流" not in unfolded
    assert "Обмен информацией" not in unfolded
    assert "CLASS:CONFIDENTIAL" in unfolded


def test_both_capitals_are_told() -> None:
    description = str(event(samples.order())["DESCRIPTION"])
    assert "喀山时间09:00" in description
    assert "北京时间14:00" in description
    assert "14:00 по\xa0Пекину" in description


def test_a_break_is_no_topic() -> None:
    description = str(event(samples.order())["DESCRIPTION"])
    assert "茶歇" not in description
    assert "二、信息交流" in description


def test_topics_have_the_numbers_of_the_paper() -> None:
    """The number of an item that was circulated and taken out is not given to another."""
    circulated = circulate(samples.AGENDA, samples.STAMP)
    kept = circulated.items[0]
    other = AgendaItem("d", 1, Bilingual("共同措施", "О совместных мерах"), minutes=30)
    after = replace(circulated, items=(kept, other))
    description = str(event(samples.order(agenda=after))["DESCRIPTION"])
    assert "三、共同措施" in description
    assert "3. О совместных мерах" in description


def test_times_of_issue_are_utc_and_a_sequence_is_always_there() -> None:
    unfolded = ics(samples.order(samples.fresh())).replace(b"\r\n ", b"").decode()
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        assert f"\r\n{name}:20261123T083000Z\r\n" in unfolded
    assert "\r\nSEQUENCE:0\r\n" in unfolded


def test_what_breaks_other_programs_is_left_out() -> None:
    for order in (samples.order(), samples.cancelled(), samples.all_day(), samples.in_paris()):
        content = ics(order).decode()
        for name in ("STYLED-DESCRIPTION", "VLOCATION", "PARTICIPANT", "RDATE"):
            assert name not in content.replace("REQ-PARTICIPANT", "")
        assert "SUMMARY;LANGUAGE" not in content
        assert "X-ALT-DESC;FMTTYPE=text/html:" in content.replace("\r\n ", "")


def test_the_same_order_gives_the_same_bytes() -> None:
    assert ics(samples.order()) == ics(samples.order())


def test_uninviting_is_a_cancel_to_one_without_status() -> None:
    mail = Inviter().uninvitation(samples.order(), "wang@cn.example", samples.WANG.language)
    assert mail.name == "R3-cancel-wang@cn.example.eml"
    content = calendar_of(mail.content)
    assert b"METHOD:CANCEL" in content
    assert b"\nSTATUS:" not in content
    assert content.count(b"ATTENDEE") == 1
    mailed = message_of(mail.content)
    assert mailed["Subject"].startswith("撤回邀请：")
    assert "Приглашение отозвано: " in mailed["Subject"]
    body = mailed.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "撤回邀请：" in text
    assert samples.order().agenda.items[0].text.ru not in text


def test_taking_back_what_is_called_off_says_so() -> None:
    mail = Inviter().uninvitation(samples.cancelled(), "wang@cn.example", samples.WANG.language)
    content = calendar_of(mail.content)
    assert b"METHOD:CANCEL" in content
    assert b"\nSTATUS:CANCELLED" in content
    assert content.count(b"ATTENDEE") == 1
    assert message_of(mail.content)["Subject"].startswith("取消：")


def test_a_cancellation_may_have_nobody_left_in_it() -> None:
    content = ics(replace(samples.cancelled(), people=()))
    assert b"METHOD:CANCEL" in content
    assert b"\nSTATUS:CANCELLED" in content
    assert b"ATTENDEE" not in content
