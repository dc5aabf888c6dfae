"""What holds for the ledger of any register."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.rotation import (
    RotationReason,
    in_order,
    ledger,
)
from tests.domain.rounds import (
    CN,
    ONLINE,
    RU,
    THIRD,
    agreed,
    at,
    days,
    meeting,
)

Why = RotationReason


VENUES: list[Venue | None] = [None, ONLINE, THIRD, at(CN), at(RU)]


RECORDS = [TurnRecord(), *(agreed(use) for use in TurnUse), TurnRecord(TurnUse.CN, consent_cn=True)]


@st.composite
def registers(draw: st.DrawFn) -> tuple[Consultation, ...]:
    numbers = draw(st.lists(st.integers(1, 14), unique=True, max_size=10))
    ids = [f"R{n}" for n in numbers]
    ids += [f"U{n}" for n in range(draw(st.integers(0, 3)))]
    ids += [f"X{n}" for n in range(draw(st.integers(0, 3)))]
    offsets = st.none() | st.integers(0, 3000)
    made = []
    for id in ids:
        offset = draw(offsets)
        first = days("2026-01-01").start + timedelta(days=offset or 0)
        made.append(
            meeting(
                id,
                draw(st.sampled_from([CN, RU, None])),
                draw(st.sampled_from(Status)),
                None if offset is None else days(first.isoformat()),
                draw(st.sampled_from(VENUES)),
                draw(st.sampled_from(RECORDS)),
            )
        )
    return tuple(draw(st.permutations(made)))


@given(registers(), st.sampled_from(Side))
def test_the_next_host_did_not_use_the_last_turn(
    meetings: tuple[Consultation, ...], first: Side
) -> None:
    made = ledger(meetings, first)
    turns = [entry.turn for entry in made.entries if entry.turn is not None]
    assert made.next.side is (turns[-1].other if turns else first)
    assert made.next.number == 1 + max((one.number or 0 for one in meetings), default=0)
    assert made.next.reasons[0].code == (Why.ALTERNATES if turns else Why.FIRST_ROUND)
    assert sum(made.balance) + sum(made.ahead) == len(turns)


@given(registers(), st.sampled_from(Side))
def test_every_meeting_stands_once_and_every_one_is_explained(
    meetings: tuple[Consultation, ...], first: Side
) -> None:
    made = ledger(meetings, first)
    assert sorted(entry.id for entry in made.entries) == sorted(one.id for one in meetings)
    numbers = [entry.number for entry in made.entries if entry.id.startswith("R")]
    assert numbers == sorted(numbers, key=lambda number: number or 0)
    for entry in made.entries:
        assert entry.reasons or entry.warnings or entry.status is Status.CANCELLED
        if entry.status is Status.CANCELLED:
            assert entry.turn is None
        for reason in (*entry.reasons, *entry.warnings):
            RotationReason(reason.code)


@given(registers(), st.sampled_from(Side))
def test_mirrored_registers_have_mirrored_ledgers(
    meetings: tuple[Consultation, ...], first: Side
) -> None:
    """Neither side is first by nature."""
    swap = {CN: RU, RU: CN}
    uses = {TurnUse.CN: TurnUse.RU, TurnUse.RU: TurnUse.CN}

    def mirror(one: Consultation) -> Consultation:
        country = one.venue.side
        venue = at(country.other) if country else one.venue
        record = one.turn
        turn = TurnRecord(
            uses.get(record.use, record.use), record.basis, record.consent_ru, record.consent_cn
        )
        return replace(one, host=swap[one.host] if one.host else None, venue=venue, turn=turn)

    plain = ledger(meetings, first)
    mirrored = ledger(tuple(mirror(one) for one in meetings), first.other)
    assert mirrored.next.side is plain.next.side.other
    assert mirrored.balance == tuple(reversed(plain.balance))
    assert len(mirrored.warnings) == len(plain.warnings)


@given(registers())
def test_order_does_not_depend_on_how_the_register_lists_them(
    meetings: tuple[Consultation, ...],
) -> None:
    assert list(in_order(meetings)) == list(in_order(tuple(reversed(meetings))))


def test_ten_thousand_meetings_at_once() -> None:
    start = days("1000-01-01").start
    dates = [Dates(day, day) for day in (start + timedelta(days=30 * n) for n in range(10_000))]
    meetings = tuple(
        meeting(f"R{n}", CN if n % 2 else RU, dates=when) for n, when in enumerate(dates, 1)
    )
    made = ledger(meetings, CN)
    assert made.next.number == 10_001
