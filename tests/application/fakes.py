"""A register in memory and other stand-ins, for tests of use cases.

``make_context()`` gives a context over a fresh register; pass its ``store``
to another one to play a second person or a restart::

    store = Store()
    li = make_context("Li", store=store)
    wang = make_context("Wang", store=store)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from consultations_gui.application import ports
from consultations_gui.domain.errors import TableUnreadableError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.packets.archive import ZipArchive
from consultations_gui.packets.keys import OfficeKeys
from tests.application.fake_register import FakeRepository, FakeUnitOfWork, Store

__all__ = [
    "FakeBusy",
    "FakeClock",
    "FakeInviter",
    "FakePress",
    "FakeRepository",
    "FakeTables",
    "FakeUnitOfWork",
    "FakeVault",
    "FakeWorkdays",
    "Store",
    "make_context",
    "make_keys",
]


@dataclass
class FakeClock:
    """A clock that stands still until told to go on; ``tick`` seconds after each look."""

    moment: datetime = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    tick: float = 1.0

    def now(self) -> datetime:
        moment = self.moment
        self.moment += timedelta(seconds=self.tick)
        return moment

    def today(self) -> date:
        return self.moment.date()


@dataclass
class FakeWorkdays:
    """Weekends alone are free, as in a year without a notice; ``tables`` overrides."""

    tables: dict[tuple[Side, int], Decree] = field(default_factory=dict)

    def table(self, side: Side, year: int) -> Decree:
        plain = Decree(side=side, year=year, origin=Origin.EXTRAPOLATED)
        return self.tables.get((side, year), plain)


@dataclass
class FakePress:
    """Gives bytes that tell copy, format and ID; keeps the orders it was given."""

    orders: list[ports.PaperOrder] = field(default_factory=list)
    notes: list[ports.NoteOrder] = field(default_factory=list)
    sheets: list[ports.YearSheetOrder] = field(default_factory=list)

    def press_year(self, order: ports.YearSheetOrder) -> bytes:
        self.sheets.append(order)
        return f"{order.year} {order.size} {order.text} {order.marking}".encode()

    def press(self, order: ports.PaperOrder) -> bytes:
        self.orders.append(order)
        return f"{order.consultation.id} {order.copy} {order.format}".encode()

    def press_note(self, order: ports.NoteOrder) -> bytes:
        self.notes.append(order)
        return f"{order.step.number} {order.step.kind} {order.format}".encode()


@dataclass
class FakeInviter:
    """One calendar file, and one mail for each delegate with an address."""

    orders: list[ports.InvitationOrder] = field(default_factory=list)

    def calendar(self, order: ports.InvitationOrder) -> ports.OutFile:
        self.orders.append(order)
        return ports.OutFile(f"{order.consultation.id}.ics", order.method.encode())

    def mails(self, order: ports.InvitationOrder) -> tuple[ports.OutFile, ...]:
        self.orders.append(order)
        if order.method is ports.Method.PUBLISH:
            return ()
        people = [d.person for p in order.consultation.delegations for d in p.delegates]
        return tuple(
            ports.OutFile(f"{p.uid}.eml", p.email.encode(), p.email, Lang(p.language))
            for p in people
            if p.email
        )

    def uninvitation(
        self, order: ports.InvitationOrder, address: str, language: Lang
    ) -> ports.OutFile:
        return ports.OutFile(f"{address}-cancel.eml", b"cancel", address, language)

    def options(self, uid: str, orders: Sequence[ports.InvitationOrder]) -> ports.OutFile:
        self.orders.extend(orders)
        days = "\n".join(str(order.occasion.start) for order in orders)
        return ports.OutFile("offer.ics", f"{uid}\n{days}".encode())


@dataclass
class FakeTables:
    """Reads whatever rows it was given, from any path; no rows make an empty file."""

    rows: tuple[ports.TableRow, ...] = ()

    def read(self, path: Path) -> tuple[ports.TableRow, ...]:
        if not self.rows:
            raise TableUnreadableError(path=str(path), cause="empty")
        return self.rows


@dataclass
class FakeBusy:
    """Calendars by path; an error in place of the periods is raised."""

    known: dict[Path, tuple[ports.Busy, ...] | Exception] = field(default_factory=dict)

    def files(self, path: Path) -> tuple[Path, ...]:
        return tuple(one for one in self.known if path in (one, one.parent))

    def read(self, path: Path, first: date, last: date, zone: ZoneInfo) -> tuple[ports.Busy, ...]:
        found = self.known[path]
        if isinstance(found, Exception):
            raise found
        return tuple(one for one in found if one.end >= first and one.start <= last)


@dataclass
class FakeVault:
    """A keyring in memory."""

    secrets: dict[tuple[str, str], str] = field(default_factory=dict)

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


def make_keys() -> OfficeKeys:
    """An office's keys, real ones, kept in memory."""
    vault = FakeVault()
    return OfficeKeys(Path("nowhere", "register.db"), lambda: vault)


def make_context(
    actor: str = "Li",
    *,
    store: Store | None = None,
    clock: ports.Clock | None = None,
    workdays: ports.Workdays | None = None,
    press: ports.PaperPress | None = None,
    inviter: ports.Inviter | None = None,
    tables: ports.TableReader | None = None,
    busy: ports.BusyReader | None = None,
    keys: ports.Keys | None = None,
) -> ports.Context:
    """A context for ``actor`` over ``store`` (a fresh one by default)."""
    kept = Store() if store is None else store
    return ports.Context(
        work=lambda: FakeUnitOfWork(kept),
        clock=clock or FakeClock(),
        actor=actor,
        workdays=workdays or FakeWorkdays(),
        press=press or FakePress(),
        inviter=inviter or FakeInviter(),
        tables=tables or FakeTables(),
        busy=busy or FakeBusy(),
        keys=keys or make_keys(),
        archive=ZipArchive(),
    )
