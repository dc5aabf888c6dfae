"""Two offices that share nothing: each its own register and key, packets in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from consultations_gui.application import office_keys, offices, packets, proposals
from consultations_gui.application.packets import Reading
from consultations_gui.application.ports import Context
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.packet_compare import held
from consultations_gui.domain.packet_data import travelling
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Event, Proposal, Standing, Terms
from consultations_gui.domain.proposal_rules import fold
from tests.application.fakes import FakeClock, Store, make_context
from tests.domain.negotiation import TERMS


@dataclass
class Bench:
    """One office at work; packets are written into ``folder``."""

    ctx: Context
    store: Store
    folder: Path
    written: int = 0

    @property
    def side(self) -> Side:
        office = offices.show(self.ctx)
        assert office is not None
        return office.side

    def draft(self, terms: Terms = TERMS, about: str = "") -> str:
        view = proposals.new(
            self.ctx, "网络安全非例行磋商", "О внеочередных консультациях", terms, about
        )
        proposals.transmit(self.ctx, view.proposal.id)
        return view.proposal.id

    def send(self, id: str, *papers: Path) -> Path:
        self.written += 1
        path = self.folder / f"{self.side}-{id}-{self.written}.consult"
        packets.write(self.ctx, id, path, papers, note=False)
        return path

    def take(self, path: Path) -> Reading:
        return packets.accept(self.ctx, path)

    def read(self, path: Path) -> Reading:
        return packets.read(self.ctx, path)

    def show(self, id: str = "P1") -> ProposalView:
        return proposals.show(self.ctx, id)


def bench(side: Side, folder: Path, moment: datetime | None = None) -> Bench:
    """An office of ``side`` that trusts nobody yet."""
    store = Store()
    clock = FakeClock() if moment is None else FakeClock(moment)
    ctx = make_context(f"{side}-clerk", store=store, clock=clock)
    offices.init(ctx, side, "秘书处", "Секретариат", "office@example.org")
    return Bench(ctx, store, folder)


def acquaint(one: Bench, other: Bench) -> None:
    """Each trusts the other's key."""
    for giver, taker in ((one, other), (other, one)):
        path = giver.folder / f"{giver.side}.key.json"
        office_keys.export(giver.ctx, path)
        office_keys.trust(taker.ctx, path)


def pair(folder: Path) -> tuple[Bench, Bench]:
    """The Chinese and the Russian office, who have exchanged keys."""
    cn, ru = bench(Side.CN, folder), bench(Side.RU, folder)
    acquaint(cn, ru)
    return cn, ru


def shared_events(proposal: Proposal) -> frozenset[Event]:
    """The events both offices see, as they see them."""
    return frozenset(map(travelling, held(proposal)))


def view(proposal: Proposal) -> Standing:
    """The standing by what is shared, without what each office keeps for itself."""
    return fold(map(travelling, held(proposal)))


def without_post(proposal: Proposal) -> Proposal:
    return replace(proposal, post=type(proposal.post)(), version=0)
