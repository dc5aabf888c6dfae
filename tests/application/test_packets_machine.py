"""Whatever packets are lost, repeated or out of order: the newest of each side make both agree."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from consultations_gui.application import packets, proposals
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.proposal import Answer, Terms
from tests.application.fakes import FakeClock
from tests.application.two_offices import Bench, pair, shared_events, view
from tests.domain.negotiation import ACCEPTED, DECLINED, OFFERS, PARTLY, SECOND, TO_KAZAN, TO_MAY

SIDES = st.sampled_from([0, 1])
ANSWERS = st.sampled_from([ACCEPTED, SECOND, DECLINED, PARTLY, TO_KAZAN, TO_MAY])
NUMBERS = st.one_of(st.none(), st.integers(1, 3))


class TwoOffices(RuleBasedStateMachine):
    """Both act on what they know, by packets, on paper and across each other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="offices-"))
        self.offices: tuple[Bench, Bench] = pair(self.folder)
        self.pile: list[tuple[int, Path]] = []

    def teardown(self) -> None:
        self._meet()
        shutil.rmtree(self.folder)

    @initialize()
    def propose(self) -> None:
        self.offices[0].draft()
        self.offices[1].take(self.offices[0].send("P1"))

    @rule(who=SIDES, given=ANSWERS, on_paper=st.booleans(), late=st.booleans(), offer=NUMBERS)
    def answer(
        self, who: int, given: Answer, on_paper: bool, late: bool, offer: int | None
    ) -> None:
        desk = self.offices[who]
        by = desk.side.other if on_paper else desk.side
        with suppress(DomainError):
            proposals.answer(desk.ctx, "P1", given, by, offer=offer, crossing=late)

    @rule(who=SIDES, terms=OFFERS)
    def offer(self, who: int, terms: Terms) -> None:
        with suppress(DomainError):
            proposals.offer(self.offices[who].ctx, "P1", terms)

    @rule(who=SIDES, late=st.booleans())
    def withdraw(self, who: int, late: bool) -> None:
        with suppress(DomainError):
            proposals.withdraw(self.offices[who].ctx, "P1", crossing=late)

    @rule(who=SIDES, given=ANSWERS)
    def decide(self, who: int, given: Answer) -> None:
        with suppress(DomainError):
            proposals.decide(self.offices[who].ctx, "P1", given)

    @rule(who=SIDES)
    def convene(self, who: int) -> None:
        with suppress(DomainError):
            proposals.convene(self.offices[who].ctx, "P1")

    @rule(who=SIDES)
    def wait(self, who: int) -> None:
        clock = self.offices[who].ctx.clock
        assert isinstance(clock, FakeClock)
        clock.moment += timedelta(hours=5)

    @rule(who=SIDES)
    def lapse(self, who: int) -> None:
        desk = self.offices[who]
        clock = desk.ctx.clock
        assert isinstance(clock, FakeClock)
        now, clock.moment = clock.moment, clock.moment.replace(year=2028)
        with suppress(DomainError):
            proposals.lapse(desk.ctx, "P1", "无答复 / без ответа")
        clock.moment = now

    @rule(who=SIDES)
    def write(self, who: int) -> None:
        self.pile.append((who, self.offices[who].send("P1")))

    @rule(data=st.data())
    def arrive(self, data: st.DataObject) -> None:
        """Any packet ever written, once more or for the first time, or never."""
        if self.pile:
            self._hand_over(*data.draw(st.sampled_from(self.pile)))

    def _hand_over(self, sender: int, path: Path) -> None:
        reader = self.offices[1 - sender]
        before = shared_events(reader.show().proposal)
        reading = packets.accept(reader.ctx, path)
        after = shared_events(reader.show().proposal)
        assert reading.signature is Signature.GOOD
        assert before <= after, "nothing recorded is ever lost"
        if reading.status is not PacketStatus.NEW:
            assert before == after

    def _meet(self) -> None:
        if not self.pile and not self.offices[0].written:
            return
        newest = [(who, self.offices[who].send("P1")) for who in (0, 1)]
        for sender, path in newest:
            self._hand_over(sender, path)
        ours, theirs = (office.show().proposal for office in self.offices)
        assert shared_events(ours) == shared_events(theirs)
        assert view(ours) == view(theirs)


TestTwoOffices = TwoOffices.TestCase
TestTwoOffices.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
