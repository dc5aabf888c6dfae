"""The ledger over the register."""

from dataclasses import replace

from consultations_gui.application.journal import change
from consultations_gui.application.ledger import ledger
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from tests.application.fakes import make_context
from tests.domain.rounds import CN, RU, SISTER, meeting


def test_an_empty_register_opens_in_china() -> None:
    assert ledger(make_context()).next.side is CN


def test_the_office_says_who_opens() -> None:
    ctx = make_context()
    with change(ctx, "office.init") as step:
        step.add(Office(Side.CN, "秘书处", "Секретариат", first_host=RU))
    assert ledger(ctx).next.side is RU


def test_every_meeting_of_the_register_stands_in_it() -> None:
    ctx = make_context()
    with change(ctx, "ledger.import") as step:
        for one in SISTER:
            step.add(one)
    made = ledger(ctx)
    assert [entry.id for entry in made.entries] == [one.id for one in SISTER]
    assert (made.next.side, made.next.number) == (CN, 21)
    with change(ctx, "consultation.add") as step:
        step.add(replace(meeting("R21", CN), uid="uid-21"))
    assert ledger(ctx).next.side is RU
