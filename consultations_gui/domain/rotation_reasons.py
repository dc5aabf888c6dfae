"""The codes of the reasons and warnings that the ledger gives."""

from __future__ import annotations

from enum import StrEnum


class RotationReason(StrEnum):
    """Why a side hosts, and what in the ledger departs from the usual."""

    FIRST_ROUND = "first_round"
    """No round has used a turn yet; the settings name the side that opens. Args: side."""
    ALTERNATES = "alternates"
    """Round ``id`` used the turn of ``used``, or will, so ``side`` is next.

    ``status`` is the round's: of one that is not held yet it is told as a plan.
    Args: id, used, side, status.
    """
    RECORDED = "recorded"
    """Round ``id`` is held in the country of ``side``, as recorded. Args: id, side."""
    TURN_RECORDED = "turn_recorded"
    """By both sides' record, ``id`` uses the turn of ``side`` wherever held. Args: id, side."""
    OUT_OF_TURN = "out_of_turn"
    """``side`` hosts ``id`` though ``due`` was due; both sides consented. Args: id, side, due."""
    NO_TURN = "no_turn"
    """Both sides agreed that ``id`` uses no turn. Args: id."""
    CANCELLED = "cancelled"
    """``id`` was cancelled; the turn of ``side`` carries to the next round. Args: id, side."""
    POSTPONED = "postponed"
    """``id`` is postponed and keeps its number, its host ``side`` and its place. Args: id, side."""
    UNNUMBERED = "unnumbered"
    """The meeting ``id`` took no number. Args: id."""
    OUTSIDE = "outside"
    """The extraordinary meeting ``id`` stands outside numbering and alternation. Args: id."""
    PARITY_FLIP = "parity_flip"
    """From ``id`` on, even and odd numbers changed hosts against ``before``. Args: id, before."""
    # --- warnings
    SAME_SIDE_TWICE = "same_side_twice"
    """``before`` and ``id`` run on the turn of ``side``, no consent. Args: id, before, side."""
    FIRST_HOST_DIFFERS = "first_host_differs"
    """The first round ``id`` is with ``side``, the settings name ``due``. Args: id, side, due."""
    TURN_OPEN = "turn_open"
    """``id`` is online or in a third country; no choice of turn is on record. Args: id."""
    CONSENT_OPEN = "consent_open"
    """The record on the turn of ``id`` lacks the consent of ``side``. Args: id, side."""
    HOST_AND_VENUE_DIFFER = "host_and_venue_differ"
    """``host`` receives ``id``, but the venue lies with ``venue``. Args: id, host, venue."""
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    """``id`` is dated before ``before``, the round numbered before it. Args: id, before."""
    NUMBERS_MISSING = "numbers_missing"
    """Rounds ``first`` to ``last`` before ``id`` are not in the register. Args: id, first, last."""
    MORE_IN_YEAR = "more_in_year"
    """More rounds in ``year`` than usual. Args: year, count, usual."""
    FEWER_IN_YEAR = "fewer_in_year"
    """Fewer rounds in ``year`` than usual. Args: year, count, usual."""
    FEWER_IN_YEARS = "fewer_in_years"
    """Fewer a year, ``count`` in all from ``first`` on. Args: first, last, count, usual."""
