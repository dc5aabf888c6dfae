"""Whose turn it is and why, in words: every situation of the rotation in the three languages.

The tables in ``tests/golden/turns`` hold each situation with the answer, the
reasons for it, and what the ledger says of every meeting.
``UPDATE_GOLDEN=1 pytest tests/i18n/test_turn_sentences.py`` writes them anew;
read them as an official of that country would before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from consultations_gui.domain.consultation import Consultation, Status, TurnUse
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import Ledger, RotationReason, explained, ledger
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.words import Words, words_for
from tests.domain.rounds import CN, ONLINE, RU, SISTER, agreed, at, days, meeting
from tests.domain.test_rotation import CASES

GOLDEN = Path(__file__).parents[1] / "golden" / "turns"
PLANNED = Status.PLANNED

R1 = meeting("R1", CN)
FURTHER: tuple[tuple[str, tuple[Consultation, ...]], ...] = (
    ("out of turn with consent, still to come", (R1, meeting("R2", CN, PLANNED, turn=agreed()))),
    (
        "a swap after which each counts for its host",
        (R1, meeting("R2", CN, PLANNED, turn=agreed()), meeting("R3", RU, PLANNED)),
    ),
    (
        "a swap after which the order stays as it was",
        (
            R1,
            meeting("R2", CN, PLANNED, turn=agreed(TurnUse.RU)),
            meeting("R3", RU, PLANNED, turn=agreed(TurnUse.CN)),
        ),
    ),
    (
        "without number, the choice of turn open",
        (R1, meeting("U1", None, venue=ONLINE, dates=days("2027-08-02"))),
    ),
    (
        "without number, cancelled",
        (R1, meeting("U1", RU, Status.CANCELLED, dates=days("2027-08-02"))),
    ),
    (
        "several reasons at once",
        (
            R1,
            meeting("R2", RU, Status.CANCELLED),
            meeting("R3", None, venue=ONLINE),
            meeting("R4", RU, turn=agreed(TurnUse.NONE)),
        ),
    ),
    (
        "years with more rounds than usual, and with fewer",
        (
            meeting("R1", CN, dates=days("2026-10-12")),
            meeting("R2", RU, dates=days("2027-04-12")),
            meeting("R3", CN, dates=days("2027-06-12")),
            meeting("R4", RU, dates=days("2027-10-12")),
            meeting("R5", CN, dates=days("2028-10-12")),
            meeting("R6", RU, dates=days("2031-04-12"), venue=at(RU, "Kazan")),
            meeting("R7", CN, dates=days("2031-10-12")),
            meeting("R8", RU, dates=days("2032-10-12")),
            meeting("R9", CN, dates=days("2033-04-12")),
        ),
    ),
    ("the sister mechanism", SISTER),
)
SITUATIONS = (*((case.name, case.meetings) for case in CASES), *FURTHER)


def told(made: Ledger) -> Iterator[Reason]:
    """All that a ledger gives reasons for."""
    for entry in made.entries:
        yield from explained(entry)
    yield from made.next.reasons
    yield from made.warnings


def lines(name: str, made: Ledger, words: Words) -> Iterator[str]:
    country = country_name(made.next.side, words)
    yield f"# {name}"
    yield f"R{made.next.number} → {country}"
    yield from (f"  {explain(reason, words)}" for reason in made.next.reasons)
    for entry in made.entries:
        yield f"{entry.id}:"
        yield from (f"  {explain(reason, words)}" for reason in entry.reasons)
        yield from (f"  ! {explain(reason, words)}" for reason in entry.warnings)
    own = {warning for entry in made.entries for warning in entry.warnings}
    yield from (f"! {explain(one, words)}" for one in made.warnings if one not in own)
    yield ""


def table(language: Language) -> str:
    words = words_for(language)
    made = (lines(name, ledger(meetings, CN), words) for name, meetings in SITUATIONS)
    return "\n".join(line for situation in made for line in situation)


@pytest.mark.parametrize("language", list(Language))
def test_every_situation_is_told_as_it_was_read_and_found_right(language: Language) -> None:
    path = GOLDEN / f"{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(table(language), encoding="utf-8")
    assert table(language) == path.read_text(encoding="utf-8")


def test_the_tables_hold_every_reason_the_rotation_can_give() -> None:
    codes = {one.code for _, meetings in SITUATIONS for one in told(ledger(meetings, CN))}
    assert codes == {str(code) for code in RotationReason}


def test_the_languages_never_share_a_sentence() -> None:
    made = [
        {explain(one, words_for(language)) for _, m in SITUATIONS for one in told(ledger(m, CN))}
        for language in Language
    ]
    assert len(set.union(*made)) == sum(map(len, made))
