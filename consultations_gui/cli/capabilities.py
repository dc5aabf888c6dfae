"""Every capability of the terminal, in the order the help lists them."""

from __future__ import annotations

from consultations_gui.cli.commands import (
    agendas,
    blackouts,
    consultations,
    decrees,
    invitations,
    journal,
    office,
    overview,
    packets,
    planning,
    proposals,
    sample,
    settings,
    troubles,
    year,
)

ALL = (
    overview,
    planning,
    troubles,
    decrees,
    blackouts,
    year,
    consultations,
    proposals,
    packets,
    agendas,
    invitations,
    office,
    settings,
    journal,
    sample,
)
