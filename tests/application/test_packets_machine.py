"""Whatever packets are lost, repeated or out of order: the newest of each side make both agree."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from consultations_gui.application import packets, proposals
from consultations_gui.domain.errors import DomainError, NotFoundError
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.proposal import Answer, Event, EventKind, Proposal, Terms
from tests.application.fakes import FakeClock
from tests.application.two_offices import Bench, pair, shared_events, view
from tests.domain.negotiation import ACCEPTED, DECLINED, OFFERS, PARTLY, SECOND, TO_KAZAN, TO_MAY

SIDES = st.sampled_from([0, 1])
ANSWERS = st.sampled_from([ACCEPTED, SECOND, DECLINED, PARTLY, TO_KAZAN, TO_MAY])
SELDOM = st.sampled_from([False, False, False, True])
"""So that most steps are plain ones and a negotiation comes somewhere."""
NUMBERS = st.one_of(st.none(), st.integers(1, 3))


class TwoOffices(RuleBasedStateMachine):
    """Both act on what they know, by packets, on paper and across each other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="offices-"))
        self.offices: tuple[Bench, Bench] = pair(self.folder)
        self.pile: list[tuple[int, Path]] = []
        self.sent, self.taken = [0, 0], [0, 0]
        """How many packets each wrote, and the number of the newest each accepted."""
        self.numbers: dict[Path, int] = {}

    def teardown(self) -> None:
        self._meet()
        shutil.rmtree(self.folder)

    @initialize()
    def propose(self) -> None:
        self.offices[0].draft()
        self._hand_over(0, self._written(0))

    @rule(who=SIDES, given=ANSWERS, on_paper=SELDOM, late=SELDOM, offer=NUMBERS)
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

    @rule(who=SIDES, late=SELDOM, really=SELDOM)
    def withdraw(self, who: int, late: bool, really: bool) -> None:
        if not really:
            return
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

    @rule(who=SIDES, really=SELDOM)
    def lapse(self, who: int, really: bool) -> None:
        if not really:
            return
        desk = self.offices[who]
        clock = desk.ctx.clock
        assert isinstance(clock, FakeClock)
        now, clock.moment = clock.moment, clock.moment.replace(year=2028)
        with suppress(DomainError):
            proposals.lapse(desk.ctx, "P1", "无答复 / без ответа")
        clock.moment = now

    @rule(who=SIDES)
    def write(self, who: int) -> None:
        self.pile.append((who, self._written(who)))

    @rule(who=SIDES, given=ANSWERS)
    def reply(self, who: int, given: Answer) -> None:
        """As it goes most of the time: an answer, a packet, and it arrives."""
        self.answer(who, given, on_paper=False, late=False, offer=None)
        self.write(who)
        self._hand_over(*self.pile[-1])

    @rule(data=st.data())
    def arrive_again(self, data: st.DataObject) -> None:
        """The same once more: most of what comes out of order must come often."""
        self.arrive(data)

    @rule(data=st.data())
    def arrive(self, data: st.DataObject) -> None:
        """Any packet ever written, once more or for the first time, or never."""
        if self.pile:
            self._hand_over(*data.draw(st.sampled_from(self.pile)))

    def _written(self, who: int) -> Path:
        path = self.offices[who].send("P1")
        self.sent[who] += 1
        self.numbers[path] = self.sent[who]
        return path

    def _status(self, reader: int, path: Path) -> PacketStatus:
        """What a packet has to be called, by what was accepted before."""
        number, newest = self.numbers[path], self.taken[reader]
        if number == newest:
            return PacketStatus.KNOWN
        return PacketStatus.NEW if number > newest else PacketStatus.SUPERSEDED

    def _hand_over(self, sender: int, path: Path) -> None:
        desk = self.offices[1 - sender]
        before, known = desk.store.snapshot(), _shared(desk)
        expected, missed = (
            self._status(1 - sender, path),
            self.numbers[path] - self.taken[1 - sender],
        )
        reading = packets.accept(desk.ctx, path)
        assert (reading.status, reading.signature) == (expected, Signature.GOOD)
        assert known <= _shared(desk), "nothing recorded is ever lost"
        if expected is PacketStatus.NEW:
            assert reading.gap == missed - 1
            self.taken[1 - sender] = self.numbers[path]
        else:
            assert desk.store == before, "it changes nothing"
        event(str(expected))

    def _meet(self) -> None:
        if not self.pile and not self.offices[0].written:
            return
        newest = [(who, self._written(who)) for who in (0, 1)]
        for sender, path in newest:
            self._hand_over(sender, path)
        ours, theirs = (office.show().proposal for office in self.offices)
        assert shared_events(ours) == shared_events(theirs)
        assert view(ours) == view(theirs)
        # Whatever is not an office's own has travelled, of whichever kind it is.
        for one in (ours, theirs):
            assert kinds(one) == {step.kind for step in shared_events(one)}
        event(f"end: {view(ours).state}")


def kinds(proposal: Proposal) -> set[EventKind]:
    """What happened to a proposal, beside what each office does for itself."""
    return {one.kind for one in proposal.events} - {EventKind.DRAFTED, EventKind.CONVENED}


def _shared(desk: Bench) -> frozenset[Event]:
    """The events on record that both offices see; none while there is no proposal."""
    with suppress(NotFoundError):
        return shared_events(desk.show().proposal)
    return frozenset()


TestTwoOffices = TwoOffices.TestCase
TestTwoOffices.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
