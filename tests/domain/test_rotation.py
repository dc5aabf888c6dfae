"""The ledger: every situation of the rotation as a table, the sister mechanism."""

import random
from dataclasses import dataclass, replace

import pytest

from consultations_gui.domain.consultation import (
    Consultation,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import (
    RotationReason,
    host_for,
    ledger,
)
from tests.domain.rounds import (
    CN,
    ONLINE,
    RU,
    SISTER,
    THIRD,
    agreed,
    at,
    days,
    meeting,
    month,
)

Why = RotationReason


@dataclass(frozen=True)
class Case:
    """Meetings, and what the ledger must say after them."""

    name: str
    meetings: tuple[Consultation, ...]
    next: tuple[Side, int]
    why: tuple[str, ...]
    turns: tuple[Side | None, ...]
    warnings: tuple[str, ...] = ()


R1, R2 = meeting("R1", CN), meeting("R2", RU)

CASES = (
    Case("empty", (), (CN, 1), (Why.FIRST_ROUND,), ()),
    Case("one held", (R1,), (RU, 2), (Why.ALTERNATES,), (CN,)),
    Case("two held", (R1, R2), (CN, 3), (Why.ALTERNATES,), (CN, RU)),
    Case(
        "planned rounds are in the order too",
        (R1, meeting("R2", RU, Status.PLANNED), meeting("R3", CN, Status.TENTATIVE)),
        (RU, 4), (Why.ALTERNATES,), (CN, RU, CN),
    ),
    Case(
        "postponed keeps number, host and place",
        (R1, meeting("R2", RU, Status.POSTPONED)),
        (CN, 3), (Why.ALTERNATES,), (CN, RU),
    ),
    Case(
        "cancelled: the turn carries, the number does not come back",
        (R1, meeting("R2", RU, Status.CANCELLED)),
        (RU, 3), (Why.ALTERNATES, Why.CANCELLED), (CN, None),
    ),
    Case(
        "the first round cancelled",
        (meeting("R1", CN, Status.CANCELLED),),
        (CN, 2), (Why.FIRST_ROUND, Why.CANCELLED), (None,),
    ),
    Case(
        "after a cancelled round the next takes its turn",
        (R1, meeting("R2", RU, Status.CANCELLED), meeting("R3", RU)),
        (CN, 4), (Why.ALTERNATES,), (CN, None, RU),
    ),
    Case(
        "out of turn with consent counts for who hosted",
        (R1, meeting("R2", CN, turn=agreed())),
        (RU, 3), (Why.ALTERNATES,), (CN, CN),
    ),
    Case(
        "out of turn, recorded as the other side's turn",
        (R1, meeting("R2", CN, turn=agreed(TurnUse.RU))),
        (CN, 3), (Why.ALTERNATES,), (CN, RU),
    ),
    Case(
        "same side twice without consent is warned of and counted",
        (R1, meeting("R2", CN)),
        (RU, 3), (Why.ALTERNATES,), (CN, CN), (Why.SAME_SIDE_TWICE,),
    ),
    Case(
        "one consent is not both",
        (R1, meeting("R2", CN, turn=TurnRecord(TurnUse.RU, "", consent_cn=True))),
        (RU, 3), (Why.ALTERNATES,), (CN, CN), (Why.CONSENT_OPEN, Why.SAME_SIDE_TWICE),
    ),
    Case(
        "a choice without any consent",
        (R1, meeting("R2", RU, turn=TurnRecord(TurnUse.NONE))),
        (CN, 3), (Why.ALTERNATES,), (CN, RU), (Why.CONSENT_OPEN, Why.CONSENT_OPEN),
    ),
    Case(
        "both agreed that it uses no turn",
        (R1, meeting("R2", RU, turn=agreed(TurnUse.NONE))),
        (RU, 3), (Why.ALTERNATES, Why.NO_TURN), (CN, None),
    ),
    Case(
        "online without record stays open",
        (R1, meeting("R2", RU, venue=ONLINE)),
        (RU, 3), (Why.ALTERNATES, Why.TURN_OPEN), (CN, None), (Why.TURN_OPEN,),
    ),
    Case(
        "online, consent to nothing in particular is no choice",
        (R1, meeting("R2", None, venue=ONLINE, turn=agreed())),
        (RU, 3), (Why.ALTERNATES, Why.TURN_OPEN), (CN, None), (Why.TURN_OPEN,),
    ),
    Case(
        "online, recorded as Russia's turn",
        (R1, meeting("R2", None, venue=ONLINE, turn=agreed(TurnUse.RU))),
        (CN, 3), (Why.ALTERNATES,), (CN, RU),
    ),
    Case(
        "in a third country, recorded as no turn",
        (R1, meeting("R2", None, venue=THIRD, turn=agreed(TurnUse.NONE))),
        (RU, 3), (Why.ALTERNATES, Why.NO_TURN), (CN, None),
    ),
    Case(
        "in a third country without record",
        (R1, meeting("R2", None, venue=THIRD)),
        (RU, 3), (Why.ALTERNATES, Why.TURN_OPEN), (CN, None), (Why.TURN_OPEN,),
    ),
    Case(
        "a meeting without number uses a turn in its place by date",
        (
            meeting("R1", CN, dates=days("2027-04-12")),
            meeting("U1", RU, dates=days("2027-08-02")),
            meeting("R2", CN, dates=days("2028-02-14")),
        ),
        (RU, 3), (Why.ALTERNATES,), (CN, RU, CN),
    ),
    Case(
        "an extraordinary one stands outside",
        (R1, meeting("X1", CN, dates=days("2027-08-02"))),
        (RU, 2), (Why.ALTERNATES,), (CN, None),
    ),
    Case(
        "an extraordinary one cancelled says nothing of turns",
        (R1, meeting("X1", RU, Status.CANCELLED)),
        (RU, 2), (Why.ALTERNATES,), (CN, None),
    ),
    Case(
        "an extraordinary one counted by record",
        (R1, meeting("X1", RU, turn=agreed(TurnUse.RU))),
        (CN, 2), (Why.ALTERNATES,), (CN, RU),
    ),
    Case(
        "an extraordinary one whose record is open",
        (R1, meeting("X1", RU, turn=TurnRecord(TurnUse.RU, "", consent_ru=True))),
        (RU, 2), (Why.ALTERNATES,), (CN, None), (Why.CONSENT_OPEN,),
    ),
    Case(
        "the first host differs from the setting",
        (meeting("R1", RU),),
        (CN, 2), (Why.ALTERNATES,), (RU,), (Why.FIRST_HOST_DIFFERS,),
    ),
    Case(
        "a planned round without host or venue follows the rule",
        (R1, meeting("R2", None, Status.PLANNED)),
        (CN, 3), (Why.ALTERNATES,), (CN, RU),
    ),
    Case(
        "the venue's country decides, and a host elsewhere is warned of",
        (R1, meeting("R2", RU, venue=at(CN, "Shanghai"))),
        (RU, 3), (Why.ALTERNATES,), (CN, CN), (Why.SAME_SIDE_TWICE, Why.HOST_AND_VENUE_DIFFER),
    ),
    Case(
        "numbers missing: what lies between is not known, so nothing is out of turn",
        (R1, meeting("R4", CN)),
        (RU, 5), (Why.ALTERNATES,), (CN, CN), (Why.NUMBERS_MISSING,),
    ),
    Case(
        "dates against the numbers",
        (meeting("R1", CN, dates=days("2027-10-12")), meeting("R2", RU, dates=days("2027-04-12"))),
        (CN, 3), (Why.ALTERNATES,), (CN, RU), (Why.DATES_OUT_OF_ORDER,),
    ),
)  # fmt: skip


def codes(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(reason.code for reason in reasons)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_situations(case: Case) -> None:
    made = ledger(case.meetings, CN)
    assert (made.next.side, made.next.number) == case.next
    assert codes(made.next.reasons) == case.why
    assert tuple(entry.turn for entry in made.entries) == case.turns
    assert codes(made.warnings) == case.warnings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_host_for_the_next_number_is_the_ledger_s_next(case: Case) -> None:
    made = ledger(case.meetings, CN)
    assert host_for(case.meetings, CN, made.next.number) == made.next
    beyond = host_for(case.meetings, CN, made.next.number + 1)
    assert beyond.side is made.next.side.other


def test_the_first_host_is_a_setting() -> None:
    assert ledger((), RU).next.side is RU
    assert ledger((), RU).next.reasons == (Reason.of(Why.FIRST_ROUND, side=RU),)
    assert ledger((meeting("R1", RU),), RU).warnings == ()


def test_upcoming_is_the_first_round_not_held() -> None:
    meetings = (
        R1,
        meeting("R2", RU, Status.CANCELLED),
        meeting("R3", RU, Status.POSTPONED),
        meeting("R4", CN, Status.CONFIRMED),
    )
    made = ledger(meetings, CN)
    assert made.upcoming is not None
    assert (made.upcoming.side, made.upcoming.number) == (RU, 3)
    assert codes(made.upcoming.reasons) == (
        Why.ALTERNATES,
        Why.CANCELLED,
        Why.POSTPONED,
        Why.PARITY_FLIP,
    )
    assert host_for(meetings, CN, 3) == made.upcoming
    assert ledger((R1,), CN).upcoming is None


def test_upcoming_online_is_with_its_host_or_whose_turn_it_is() -> None:
    online = meeting("R2", CN, Status.PLANNED, venue=ONLINE)
    made = ledger((R1, online), CN)
    assert made.upcoming is not None
    assert made.upcoming.side is CN
    assert codes(made.upcoming.reasons) == (Why.TURN_OPEN,)
    nobody = replace(online, host=None)
    assert host_for((R1, nobody), CN, 2).side is RU


def test_host_for_cancelled_and_missing_rounds_follows_those_before() -> None:
    meetings = (R1, meeting("R2", RU, Status.CANCELLED), meeting("R5", CN))
    assert host_for(meetings, CN, 2).side is RU
    assert host_for(meetings, CN, 3).side is RU
    assert host_for(meetings, CN, 4).side is CN
    assert host_for(meetings, CN, 5).side is CN


def test_balance_counts_turns_of_meetings_held_and_ahead() -> None:
    meetings = (
        R1,
        R2,
        meeting("R3", CN),
        meeting("R4", RU, Status.CANCELLED),
        meeting("R5", RU, Status.PLANNED),
        meeting("X1", RU),
        meeting("U1", RU, turn=agreed(TurnUse.NONE)),
    )
    made = ledger(meetings, CN)
    assert made.balance == (2, 1)
    assert made.ahead == (0, 1)


def test_recent_entries_are_those_that_used_a_turn() -> None:
    made = ledger((R1, R2, meeting("X1", CN), meeting("R3", CN)), CN)
    assert [entry.id for entry in made.recent(2)] == ["R2", "R3"]
    assert made.recent(0) == ()


def test_entries_keep_what_the_ledger_shows() -> None:
    one = replace(meeting("R1", CN, dates=month(2027, 4)), basis="decision", turn=TurnRecord())
    (entry,) = ledger((one,), CN).entries
    assert (entry.host, entry.due, entry.dates, entry.basis) == (CN, CN, one.dates, "decision")
    noted = replace(one, turn=agreed())
    assert ledger((noted,), CN).entries[0].basis == "note 1"


# --- the sister mechanism ----------------------------------------------------------------------


def test_sister_mechanism_loads_in_order() -> None:
    shuffled = list(SISTER)
    random.Random(5).shuffle(shuffled)
    made = ledger(shuffled, CN)
    assert [entry.id for entry in made.entries] == [one.id for one in SISTER]


def test_sister_mechanism_shows_its_parity_flip() -> None:
    made = ledger(SISTER, CN)
    flips = [
        reason
        for entry in made.entries
        for reason in entry.reasons
        if reason.code == Why.PARITY_FLIP
    ]
    assert flips == [Reason.of(Why.PARITY_FLIP, id="R18", before="R10")]


def test_sister_mechanism_is_never_called_out_of_turn_where_rounds_are_missing() -> None:
    made = ledger(SISTER, CN)
    found = set(codes(made.warnings))
    assert found == {Why.NUMBERS_MISSING, Why.FEWER_IN_YEAR, Why.FEWER_IN_YEARS}
    assert [entry.due for entry in made.entries] == [
        None, None, RU, CN, None, None, None, CN, RU,
    ]  # fmt: skip
    assert (made.next.side, made.next.number) == (CN, 21)
    assert made.balance == (5, 4)
