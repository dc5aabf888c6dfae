"""The file edited past the program: ``verify`` names the first entry that does not fit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application import journal
from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from db import open_register
from tests.db.conftest import over
from tests.db.test_repositories import AT, meeting


@pytest.fixture
def kept(path: Path) -> Path:
    """A register with eight entries: R1 (1, 4), R2 (2), its agenda (3), the office (5)…"""
    with open_register(path) as register:
        ctx = over(register)
        with journal.change(ctx, "consultation.add") as change:
            first = change.add(meeting("R1"))
            change.add(meeting("R2"))
        with journal.change(ctx, "agenda.start") as change:
            change.add(Agenda("R2", items=(AgendaItem("i", 1, Bilingual("议题", "Вопрос")),)))
        with journal.change(ctx, "consultation.edit") as change:
            change.replace(first, replace(first, basis="нота № 17"))
        with journal.change(ctx, "office.init") as change:
            change.add(Office(Side.CN, "秘书处", "Секретариат"))
        with journal.change(ctx, "invitation.write") as change:
            change.sent(InvitationRecord("R1", "request", "a@example.org", 0, AT))
            change.sent(InvitationRecord("R1", "request", "b@example.org", 0, AT))
        with journal.change(ctx, "consultation.add") as change:
            change.add(meeting("R3"))
        assert journal.verify(ctx) == journal.Verification(8)
    return path


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        # an entry altered
        ("UPDATE journal SET after = replace(after, '17', '71') WHERE seq = 4", 4),
        ("UPDATE journal SET before = replace(before, 'Beijing', 'Moscow') WHERE seq = 4", 4),
        ("UPDATE journal SET actor = 'Wang' WHERE seq = 1", 1),
        ("UPDATE journal SET at = '2020-01-01 00:00:00.000000' WHERE seq = 7", 7),
        ("UPDATE journal SET use_case = 'consultation.add' WHERE seq = 4", 4),
        ("UPDATE journal SET group_id = '1' WHERE seq = 3", 3),
        ("UPDATE journal SET undoes = '1' WHERE seq = 3", 3),
        ("UPDATE journal SET redoes = '1' WHERE seq = 3", 3),
        ("UPDATE journal SET hash = previous WHERE seq = 5", 5),
        ("UPDATE journal SET previous = '' WHERE seq = 5", 5),
        # an entry gone
        ("DELETE FROM journal WHERE seq = 1", 2),
        ("DELETE FROM journal WHERE seq = 4", 5),
        ("DELETE FROM journal WHERE seq = 8", 8),
        ("DELETE FROM journal", 1),
        # entries in another order
        (("UPDATE journal SET seq = CASE seq WHEN 3 THEN 103 ELSE 104 END WHERE seq IN (3, 4);"
         "UPDATE journal SET seq = 107 - seq WHERE seq > 100"), 3),
        # an entry that cannot be read
        ("UPDATE journal SET at = 'yesterday' WHERE seq = 6", 6),
        ("UPDATE journal SET after = CAST(x'ff' AS TEXT) WHERE seq = 6", 6),
        # what is stored altered
        ("UPDATE consultations SET basis = 'нота № 18' WHERE id = 'R1'", 4),
        ("UPDATE consultations SET version = 9 WHERE id = 'R3'", 8),
        ("UPDATE agenda_items SET ru = 'Другой вопрос'", 3),
        ("DELETE FROM agenda_items", 3),
        ("UPDATE office SET name_ru = ''", 5),
        ("DELETE FROM office", 5),
        ("DELETE FROM consultations WHERE id = 'R3'", 8),
        ("UPDATE consultations SET id = 'R9' WHERE id = 'R3'", 8),
        ("UPDATE invitations SET recipient = 'c@example.org' WHERE id = 2", 7),
        ("DELETE FROM invitations WHERE id = 1", 6),
        (("INSERT INTO decrees VALUES ('CN-2027', 'CN', 2027, '[]', '[]', '[]', NULL, '[]',"
         " '', NULL, '', 'office', '[]', 1)"), 9),
        # what is stored cannot be read
        ("UPDATE consultations SET former = 'gibberish' WHERE id = 'R2'", 2),
        (("UPDATE consultations SET start_on = '2027-02-30', end_on = '2027-03-01',"
         " precision = 'day' WHERE id = 'R1'"), 4),
        ("UPDATE office SET name_ru = CAST(x'ff' AS TEXT)", 5),
        ("UPDATE invitations SET at = 'yesterday' WHERE id = 2", 6),
    ],
)  # fmt: skip
def test_tampering_is_found(kept: Path, statement: str, first_bad: int) -> None:
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.executescript(statement)
    with open_register(kept) as register:
        assert journal.verify(over(register)).first_bad == first_bad
