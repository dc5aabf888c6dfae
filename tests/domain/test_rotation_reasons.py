"""What the ledger's reasons, warnings and remarks speak of."""

from consultations_gui.domain.consultation import (
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import (
    Ledger,
    RotationReason,
    ledger,
    remarkable,
)
from tests.domain.rounds import (
    CN,
    ONLINE,
    RU,
    agreed,
    at,
    days,
    meeting,
    month,
)

Why = RotationReason
R1, R2 = meeting("R1", CN), meeting("R2", RU)


def reasons_of(made: Ledger, id: str) -> tuple[Reason, ...]:
    return next(entry.reasons for entry in made.entries if entry.id == id)


def test_reasons_carry_what_they_speak_of() -> None:
    meetings = (
        R1,
        meeting("R2", CN, Status.PLANNED, turn=agreed()),
        meeting("R3", RU, Status.CANCELLED),
        meeting("R4", RU, Status.POSTPONED),
        meeting("U1", CN, turn=agreed(TurnUse.CN)),
        meeting("U2", None, venue=ONLINE, turn=agreed(TurnUse.RU)),
        meeting("X1", CN),
    )
    made = ledger(meetings, CN)
    assert reasons_of(made, "R1") == (Reason.of(Why.FIRST_ROUND, side=CN),)
    assert reasons_of(made, "R2") == (
        Reason.of(Why.OUT_OF_TURN, id="R2", side=CN, due=RU),
        Reason.of(Why.PARITY_FLIP, id="R2", before="R1"),
    )
    assert reasons_of(made, "R3") == (Reason.of(Why.CANCELLED, id="R3", side=RU),)
    assert reasons_of(made, "R4") == (
        Reason.of(Why.ALTERNATES, id="R2", used=CN, side=RU, status=Status.PLANNED),
        Reason.of(Why.CANCELLED, id="R3", side=RU),
        Reason.of(Why.POSTPONED, id="R4", side=RU),
        Reason.of(Why.PARITY_FLIP, id="R4", before="R2"),
    )
    assert reasons_of(made, "U1")[0] == Reason.of(Why.UNNUMBERED, id="U1")
    assert reasons_of(made, "U2") == (
        Reason.of(Why.UNNUMBERED, id="U2"),
        Reason.of(Why.TURN_RECORDED, id="U2", side=RU),
    )
    assert reasons_of(made, "X1") == (Reason.of(Why.OUTSIDE, id="X1"),)


def test_warnings_carry_what_they_speak_of() -> None:
    meetings = (
        R1,
        meeting("R2", CN, turn=TurnRecord(TurnUse.RU, "", consent_ru=True)),
        meeting("R5", RU, venue=at(CN)),
    )
    assert ledger(meetings, CN).warnings == (
        Reason.of(Why.CONSENT_OPEN, id="R2", side=CN),
        Reason.of(Why.SAME_SIDE_TWICE, id="R2", before="R1", side=CN),
        Reason.of(Why.NUMBERS_MISSING, id="R5", first=3, last=4),
        Reason.of(Why.HOST_AND_VENUE_DIFFER, id="R5", host=RU, venue=CN),
    )


def test_more_and_fewer_rounds_a_year_are_remarked() -> None:
    meetings = (
        meeting("R1", CN, dates=days("2026-10-12")),
        meeting("R2", RU, dates=days("2027-04-12")),
        meeting("R3", CN, dates=days("2027-06-12")),
        meeting("U1", RU, dates=days("2027-10-12")),
        meeting("X1", RU, dates=days("2028-02-12")),
        meeting("R4", CN, dates=month(2030, 2)),
        meeting("R5", RU, Status.CANCELLED, dates=days("2030-10-12")),
    )
    found = [w for w in ledger(meetings, CN).warnings if "usual" in dict(w.args)]
    assert found == [
        Reason.of(Why.MORE_IN_YEAR, year=2027, count=3, usual=2),
        Reason.of(Why.FEWER_IN_YEARS, first=2028, last=2029, count=0, usual=2),
    ]
    assert not [w for w in ledger(meetings[:3], CN, usual=1).warnings if w.code == "fewer_in_year"]


def test_years_before_the_agreement_s_first_whole_year_have_no_usual() -> None:
    old = (
        meeting("R1", CN, dates=month(1, 1)),
        meeting("R2", RU, dates=days("2012-04-12")),
        meeting("R3", CN, dates=days("2012-06-12")),
        meeting("R4", RU, dates=days("2012-10-12")),
        meeting("R5", CN, dates=days("2016-06-12")),
        meeting("R6", RU, dates=days("2017-04-12")),
        meeting("R7", CN, dates=days("2017-10-12")),
        meeting("R8", RU, dates=days("2018-10-12")),
    )
    assert ledger(old, CN).warnings == (Reason.of(Why.FEWER_IN_YEAR, year=2016, count=1, usual=2),)


def test_an_extraordinary_meeting_with_a_turn_says_so_by_the_record() -> None:
    """Also where it is held with that side: it never follows from the alternation."""
    made = ledger((R1, meeting("X1", RU, turn=agreed(TurnUse.RU))), CN)
    assert reasons_of(made, "X1") == (Reason.of(Why.TURN_RECORDED, id="X1", side="RU"),)
    assert made.entries[1].turn is RU


def test_why_a_meeting_is_not_simply_its_host_s_turn() -> None:
    made = ledger(
        (
            R1,
            R2,
            meeting("R3", RU, turn=agreed()),
            meeting("R4", CN, venue=ONLINE),
            meeting("U1", CN, dates=days("2050-01-01"), turn=agreed(TurnUse.NONE)),
        ),
        CN,
    )
    told = {entry.id: [one.code for one in remarkable(entry)] for entry in made.entries}
    assert told == {
        "R1": [],
        "R2": [],
        "R3": [Why.OUT_OF_TURN],
        "R4": [Why.TURN_OPEN],
        "U1": [Why.NO_TURN, Why.UNNUMBERED],
    }
    assert (made.entries[3].host, made.entries[3].receiver) == (None, CN)
