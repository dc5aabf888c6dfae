"""The walk through the meetings in order that the ledger is made by.

The rules are told in :mod:`consultations_gui.domain.rotation`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Status,
    TurnRecord,
    TurnUse,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation_reasons import RotationReason


@dataclass(frozen=True)
class NextHost:
    """The side whose turn a round is, the round's number, and why."""

    side: Side
    number: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class LedgerEntry:
    """One meeting in the ledger.

    ``host`` is the Party in whose country it is held (``None`` online, in a
    third country, or while open); ``due`` the side whose turn it was (``None``
    where that cannot be known, or the meeting stands outside); ``turn`` the
    side whose turn it used (``None``: it used none). ``receiver`` is the side
    recorded as receiving, wherever it is held.
    """

    id: str
    kind: Kind
    number: int | None
    status: Status
    host: Side | None
    due: Side | None
    turn: Side | None
    dates: Dates | None
    venue: Venue
    basis: str
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()
    receiver: Side | None = None


def place(consultation: Consultation) -> Side | None:
    """The Party in whose country it is held: by the venue, or the host while none is named."""
    venue = consultation.venue
    if venue.online or venue.country:
        return venue.side
    return consultation.host


def explained(entry: LedgerEntry) -> tuple[Reason, ...]:
    """All that is to be said of an entry: its reasons, then its warnings."""
    return (*entry.reasons, *entry.warnings)


REMARKABLE = (
    RotationReason.NO_TURN,
    RotationReason.TURN_RECORDED,
    RotationReason.OUT_OF_TURN,
    RotationReason.SAME_SIDE_TWICE,
    RotationReason.FIRST_HOST_DIFFERS,
    RotationReason.TURN_OPEN,
    RotationReason.OUTSIDE,
    RotationReason.CANCELLED,
    RotationReason.POSTPONED,
    RotationReason.UNNUMBERED,
)
"""Why a meeting is not simply its host's turn, the weightiest first."""


def remarkable(entry: LedgerEntry) -> tuple[Reason, ...]:
    """Why the turn is not simply that of the host, the weightiest first; empty where it is."""
    told = [reason for reason in explained(entry) if reason.code in REMARKABLE]
    codes = [str(code) for code in REMARKABLE]
    return tuple(sorted(told, key=lambda reason: codes.index(reason.code)))


def outside(consultation: Consultation) -> bool:
    """An extraordinary consultation stands outside the numbering and the alternation."""
    return consultation.kind is Kind.EXTRAORDINARY


def numbered(consultation: Consultation) -> int | None:
    """The number of a regular round; ``None`` for any other meeting."""
    return consultation.number if consultation.kind is Kind.REGULAR else None


class Walk:
    """Goes through the meetings in order and remembers what the next entry depends on."""

    def __init__(self, first_host: Side) -> None:
        self.first_host = first_host
        self.last: tuple[str, Side, Status] | None = None
        """ID, turn and status of the last meeting that counted."""
        self.number = 0
        """The highest regular number so far."""
        self.upcoming: NextHost | None = None
        self._carried: list[Reason] = []
        """Why the meetings since the last that counted did not count."""
        self._gap = False
        """Numbers are missing since the last meeting that counted."""
        self._dated: tuple[str, date] | None = None
        self._parity: tuple[str, bool] | None = None

    @property
    def due(self) -> Side:
        """Whose turn is next."""
        return self.last[1].other if self.last else self.first_host

    def why(self) -> tuple[Reason, ...]:
        """Why :attr:`due` is next."""
        if self.last is None:
            reason = Reason.of(RotationReason.FIRST_ROUND, side=self.first_host)
        else:
            id, used, status = self.last
            follows = {"id": id, "used": used, "side": used.other, "status": status}
            reason = Reason.of(RotationReason.ALTERNATES, **follows)
        return (reason, *self._carried)

    def enter(self, one: Consultation, ahead: int | None) -> LedgerEntry:
        """The next entry; ``ahead`` is the number of the first regular round after it."""
        reasons: list[Reason] = []
        warnings: list[Reason] = []
        number = numbered(one)
        if number is not None:
            self._count_number(one.id, number, warnings)
        elif not outside(one):
            reasons.append(Reason.of(RotationReason.UNNUMBERED, id=one.id))
            self._gap = self._gap or (ahead is not None and ahead > self.number + 1)
        due = None if outside(one) or self._gap else self.due
        turn = self._turn(one, reasons, warnings)
        if one.live:
            self._remark(one, turn, reasons, warnings)
        entry = LedgerEntry(
            id=one.id,
            kind=one.kind,
            number=one.number,
            status=one.status,
            host=place(one),
            due=due,
            turn=turn,
            dates=one.dates,
            venue=one.venue,
            basis=one.turn.basis or one.basis,
            reasons=tuple(reasons),
            warnings=tuple(warnings),
            receiver=one.host,
        )
        self._note_upcoming(one, entry)
        if turn is not None:
            self.last = (one.id, turn, one.status)
            self._carried.clear()
            self._gap = False
        return entry

    def _turn(
        self, one: Consultation, reasons: list[Reason], warnings: list[Reason]
    ) -> Side | None:
        """Whose turn ``one`` uses; says why in ``reasons`` and ``warnings``."""
        if not one.live:
            if not outside(one):
                carried = Reason.of(RotationReason.CANCELLED, id=one.id, side=self.due)
                self._skip(carried, reasons)
            return None
        _open_consents(one, warnings)
        chosen = _chosen(one.turn)
        if chosen is None and outside(one):
            reasons.append(Reason.of(RotationReason.OUTSIDE, id=one.id))
            return None
        if one.turn.agreed and one.turn.use is TurnUse.NONE:
            self._skip(Reason.of(RotationReason.NO_TURN, id=one.id), reasons)
            return None
        if chosen is not None and (outside(one) or chosen is not place(one)):
            reasons.append(Reason.of(RotationReason.TURN_RECORDED, id=one.id, side=chosen))
            return chosen
        return self._by_place(one, reasons, warnings)

    def _by_place(
        self, one: Consultation, reasons: list[Reason], warnings: list[Reason]
    ) -> Side | None:
        """The turn of the side in whose country ``one`` is held."""
        where = place(one)
        if where is not None:
            return self._hosted(one, where, reasons, warnings)
        if one.venue.online or one.venue.country:
            warnings.append(Reason.of(RotationReason.TURN_OPEN, id=one.id))
            self._carried.append(warnings[-1])
            return None
        reasons.extend(self.why())
        return self.due

    def _hosted(
        self, one: Consultation, where: Side, reasons: list[Reason], warnings: list[Reason]
    ) -> Side:
        """``one`` is held with ``where`` and uses that side's turn."""
        if where is self.due and not self._gap:
            reasons.extend(self.why())
            return where
        if not self._gap and one.turn.agreed:
            out = Reason.of(RotationReason.OUT_OF_TURN, id=one.id, side=where, due=self.due)
            reasons.append(out)
            return where
        reasons.append(Reason.of(RotationReason.RECORDED, id=one.id, side=where))
        if not self._gap:
            warnings.append(self._unexpected(one, where))
        return where

    def _unexpected(self, one: Consultation, where: Side) -> Reason:
        if self.last is None:
            code = RotationReason.FIRST_HOST_DIFFERS
            return Reason.of(code, id=one.id, side=where, due=self.first_host)
        code = RotationReason.SAME_SIDE_TWICE
        return Reason.of(code, id=one.id, before=self.last[0], side=where)

    def _count_number(self, id: str, number: int, warnings: list[Reason]) -> None:
        if number > self.number + 1:
            missing = {"first": self.number + 1, "last": number - 1}
            warnings.append(Reason.of(RotationReason.NUMBERS_MISSING, id=id, **missing))
            self._gap = True
        self.number = max(self.number, number)

    def _remark(
        self, one: Consultation, turn: Side | None, reasons: list[Reason], warnings: list[Reason]
    ) -> None:
        """What is worth telling beside the turn."""
        if one.status is Status.POSTPONED:
            side = turn or one.host or self.due
            reasons.append(Reason.of(RotationReason.POSTPONED, id=one.id, side=side))
        country = one.venue.side
        if one.host is not None and country is not None and country is not one.host:
            code = RotationReason.HOST_AND_VENUE_DIFFER
            warnings.append(Reason.of(code, id=one.id, host=one.host, venue=country))
        number = numbered(one)
        if number is None:
            return
        if one.dates is not None:
            day = one.dates.planning_day
            if self._dated is not None and day < self._dated[1]:
                code = RotationReason.DATES_OUT_OF_ORDER
                warnings.append(Reason.of(code, id=one.id, before=self._dated[0]))
            self._dated = (one.id, day)
        if turn is not None:
            parity = (number % 2 == 0) is (turn is Side.CN)
            if self._parity is not None and parity is not self._parity[1]:
                code = RotationReason.PARITY_FLIP
                reasons.append(Reason.of(code, id=one.id, before=self._parity[0]))
            self._parity = (one.id, parity)

    def _note_upcoming(self, one: Consultation, entry: LedgerEntry) -> None:
        number = numbered(one)
        to_come = one.live and one.status is not Status.HELD
        if self.upcoming is None and number is not None and to_come:
            side = entry.turn or one.host or self.due
            self.upcoming = NextHost(side, number, explained(entry))

    def _skip(self, reason: Reason, reasons: list[Reason]) -> None:
        reasons.append(reason)
        self._carried.append(reason)


def _chosen(record: TurnRecord) -> Side | None:
    """The side whose turn both sides agreed to use."""
    named = record.use in (TurnUse.CN, TurnUse.RU)
    return Side(record.use.value) if named and record.agreed else None


def _open_consents(one: Consultation, warnings: list[Reason]) -> None:
    """A record that one side, or none, has consented to is shown as open."""
    record = one.turn
    begun = record.use is not TurnUse.AUTO or record.consent_cn or record.consent_ru
    for side, given in ((Side.CN, record.consent_cn), (Side.RU, record.consent_ru)):
        if begun and not given:
            warnings.append(Reason.of(RotationReason.CONSENT_OPEN, id=one.id, side=side))
