"""What goes in a packet beside the proposal: papers, our note, the calendar file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application import (
    office_keys,
    offices,
    packets,
    proposals,
)
from consultations_gui.domain.errors import (
    PaperNotPdfError,
)
from consultations_gui.domain.parties import City, Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    EventKind,
)
from tests.application.two_offices import pair
from tests.domain.negotiation import (
    DECLINED,
    PARTLY,
    SECOND,
    TERMS,
    TO_KAZAN,
)


def test_parts_papers_and_the_calendar_file(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    note = tmp_path / "нота 17.pdf"
    note.write_bytes(b"%PDF-1.7 note")
    path = tmp_path / "one.consult"
    written = packets.write(cn.ctx, "P1", path, [note])
    assert written.parts == (
        "manifest.json",
        "manifest.sig",
        "proposal.json",
        "offer.ics",
        "papers/1.pdf",
        "papers/2.pdf",
    )
    assert (written.path, written.sequence) == (path, 1)
    made = packets.extract(ru.ctx, path, tmp_path / "out")
    assert [file.name for file in made] == ["offer.ics", "1.pdf", "2.pdf"]
    assert made[1].read_bytes() == b"1 offer pdf"
    assert made[2].read_bytes() == b"%PDF-1.7 note"
    assert made[0].read_text().splitlines()[1:] == ["2027-03-02", "2027-04-06"]
    note.write_bytes(b"not a paper")
    with pytest.raises(PaperNotPdfError):
        packets.write(cn.ctx, "P1", path, [note])


def test_our_note_goes_with_a_step_of_ours(tmp_path: Path) -> None:
    """It is the current offer's paper, or the one that answers it; never an older one."""
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    assert packets.planned(ru.ctx, "P1").note is None
    path = tmp_path / "a.consult"
    assert "papers/1.pdf" not in packets.write(ru.ctx, "P1", path).parts
    proposals.answer(ru.ctx, "P1", TO_KAZAN)
    due = packets.planned(ru.ctx, "P1").note
    assert due is not None
    assert due.event == ru.show().proposal.events[-1]
    assert "papers/1.pdf" in packets.write(ru.ctx, "P1", path).parts
    assert "papers/1.pdf" not in packets.write(ru.ctx, "P1", path, note=False).parts
    cn.take(path)
    assert packets.planned(cn.ctx, "P1").note is None


@pytest.mark.parametrize(
    ("answer", "days"),
    [(SECOND, ["2027-04-06"]), (DECLINED, None), (PARTLY, ["2027-03-02", "2027-04-06"])],
)
def test_the_calendar_file_holds_what_is_on_offer(
    tmp_path: Path, answer: Answer, days: list[str] | None
) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    proposals.answer(cn.ctx, "P1", answer, Side.RU)
    made = packets.extract(ru.ctx, cn.send("P1"), tmp_path / "out")
    assert [file.read_text().splitlines()[1:] for file in made] == ([days] if days else [])


def test_no_calendar_file_for_a_city_without_a_known_zone(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    office = offices.show(cn.ctx)
    assert office is not None
    offices.add_city(cn.ctx, _city("Yining"))
    cn.draft(replace(TERMS, venue=Venue("CN", "Yining")))
    ru.take(cn.send("P1"))
    assert "offer.ics" not in packets.write(ru.ctx, "P1", tmp_path / "b.consult").parts


def _city(key: str) -> City:
    return City(key, "CN", "伊宁", "Инин", "Asia/Shanghai")


def test_what_would_be_written_is_told_first(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    plan = packets.planned(cn.ctx, "P1")
    assert (plan.recipient, plan.sequence, plan.name) == (Side.RU, 1, "P1-CN-1.consult")
    assert [event.kind for event in plan.events] == [EventKind.TRANSMITTED]
    assert plan.calendar == TERMS
    assert plan.key == office_keys.own(cn.ctx)
    assert cn.show().proposal.post.sent == 0
    ru.take(cn.send("P1"))
    offices.add_city(cn.ctx, _city("Yining"))
    cn.draft(replace(TERMS, venue=Venue("CN", "Yining")))
    ru.take(cn.send("P2"))
    assert packets.planned(ru.ctx, "P2").calendar is None
    proposals.answer(ru.ctx, "P1", DECLINED)
    assert packets.planned(ru.ctx, "P1").calendar is None
