"""Which screens the window has. A screen's module is imported when it is first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import cast

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.view import View


@dataclass(frozen=True)
class Screen:
    """One screen: its name in settings and places, its title, icon, key and class.

    ``key`` is the Latin letter that shows it, ``cyrillic`` the letter on the
    same key of a Russian keyboard. ``source`` is ``module:class``. ``within``
    names the sidebar's screen that an inner one belongs to; ``anywhere`` says
    that it can be gone to without naming a thing, so the palette leads to it.
    """

    name: str
    title: str
    icon: str
    key: str
    cyrillic: str
    source: str
    within: str = ""
    anywhere: bool = False

    def make(self, desk: Desk) -> View:
        """Import the screen's module and make the screen."""
        module, _, name = self.source.partition(":")
        return cast("View", getattr(importlib.import_module(module), name)(desk))


_VIEWS = "consultations_gui.ui.views"

SCREENS: tuple[Screen, ...] = (
    Screen("today", N_("Today"), "sun", "T", "Е", f"{_VIEWS}.today:TodayView"),
    Screen("year", N_("Year"), "calendar-days", "Y", "Н", f"{_VIEWS}.year:YearView"),
    Screen(
        "consultations",
        N_("Consultations"),
        "messages-square",
        "C",
        "С",
        f"{_VIEWS}.consultations:ConsultationsView",
    ),
    Screen(
        "proposals",
        N_("Proposals"),
        "arrow-right-left",
        "P",
        "З",
        f"{_VIEWS}.proposals:ProposalsView",
    ),
    Screen(
        "agreement", N_("Agreement"), "scroll-text", "A", "Ф", f"{_VIEWS}.agreement:AgreementView"
    ),
    Screen("settings", N_("Settings"), "settings", "", "", f"{_VIEWS}.settings:SettingsView"),
)
"""All screens, in the order of the sidebar."""

INNER: tuple[Screen, ...] = (
    Screen(
        "plan",
        N_("Plan rounds"),
        "",
        "",
        "",
        f"{_VIEWS}.plan:PlanView",
        within="year",
        anywhere=True,
    ),
    Screen(
        "consultation",
        N_("Consultation"),
        "",
        "",
        "",
        f"{_VIEWS}.consultation:ConsultationView",
        within="consultations",
    ),
    Screen(
        "ledger",
        N_("Ledger"),
        "",
        "",
        "",
        f"{_VIEWS}.ledger:LedgerView",
        within="consultations",
        anywhere=True,
    ),
    Screen(
        "agenda",
        N_("Agenda"),
        "",
        "",
        "",
        f"{_VIEWS}.agenda:AgendaEditorView",
        within="consultations",
    ),
    Screen(
        "proposal",
        N_("Proposal"),
        "",
        "",
        "",
        f"{_VIEWS}.proposal:OneProposalView",
        within="proposals",
    ),
    Screen("packet", N_("Packet"), "", "", "", f"{_VIEWS}.packet:PacketView", within="proposals"),
)
"""Screens inside others, and those of one consultation, one proposal or one packet."""

START = Screen("start", N_("Welcome"), "house", "", "", f"{_VIEWS}.start:StartView")
"""Shown instead of all others until the register knows whose office keeps it."""
