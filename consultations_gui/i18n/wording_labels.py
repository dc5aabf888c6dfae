"""Names of the domain's choices: one for each member of each enum.

Where one English word stands for several Russian ones (a proposal is
«отклонено», its dates are «отклонены»), a context tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.agenda_approval import ApprovalState
from consultations_gui.domain.agenda_merge import Fate
from consultations_gui.domain.agreement import DeadlineKind
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.consultation import Kind, Precision, Status, TurnUse
from consultations_gui.domain.consultation_rules import Action
from consultations_gui.domain.invitation import Certainty
from consultations_gui.domain.notes import Matter, NoteKind
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.people import Role
from consultations_gui.domain.proposal import (
    Component,
    ComponentState,
    EventKind,
    FlagReason,
    ProposalState,
    Verdict,
)
from consultations_gui.domain.proposal_compare import Mark
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.workdays import DayKind, Origin
from consultations_gui.i18n.words import C_, N_, Words

Label = str | tuple[str, str]
"""A message, or a context and a message."""

LABELS: dict[type[StrEnum], Mapping[StrEnum, Label]] = {
    Side: {
        Side.CN: N_("Chinese side"),
        Side.RU: N_("Russian side"),
    },
    Lang: {
        Lang.ZH: C_("language", "Chinese"),
        Lang.RU: C_("language", "Russian"),
    },
    Kind: {
        Kind.REGULAR: N_("Regular consultations"),
        Kind.UNNUMBERED: N_("Consultations without number"),
        Kind.EXTRAORDINARY: N_("Extraordinary consultations"),
    },
    Status: {
        Status.PLANNED: C_("consultation", "planned"),
        Status.TENTATIVE: C_("consultation", "tentative"),
        Status.CONFIRMED: C_("consultation", "confirmed"),
        Status.HELD: C_("consultation", "held"),
        Status.POSTPONED: C_("consultation", "postponed"),
        Status.CANCELLED: C_("consultation", "cancelled"),
    },
    Action: {
        Action.TENTATIVE: C_("consultation", "Put the dates on offer"),
        Action.CONFIRM: C_("consultation", "Confirm"),
        Action.HOLD: C_("consultation", "Record as held"),
        Action.POSTPONE: C_("consultation", "Postpone"),
        Action.CANCEL: C_("consultation", "Cancel"),
        Action.MOVE: C_("consultation", "Change the dates"),
        Action.RELOCATE: C_("consultation", "Change the host"),
        Action.EDIT: C_("consultation", "Edit"),
    },
    Precision: {
        Precision.DAY: N_("exact dates"),
        Precision.MONTH: N_("month only"),
    },
    TurnUse: {
        TurnUse.AUTO: N_("turn as the rules say"),
        TurnUse.CN: N_("uses the Chinese side's turn"),
        TurnUse.RU: N_("uses the Russian side's turn"),
        TurnUse.NONE: N_("uses no turn"),
    },
    AgendaStatus: {
        AgendaStatus.DRAFT: C_("agenda", "draft"),
        AgendaStatus.CIRCULATED: C_("agenda", "circulated"),
        AgendaStatus.AGREED: C_("agenda", "agreed"),
        AgendaStatus.FINAL: C_("agenda", "final"),
    },
    ApprovalState: {
        ApprovalState.NONE: C_("approval", "not approved yet"),
        ApprovalState.APPROVED: C_("approval", "approved"),
        ApprovalState.WITHDRAWN: C_("approval", "approval lapsed: the content was changed"),
    },
    Fate: {
        Fate.KEPT: C_("table row", "unchanged"),
        Fate.CHANGED: C_("table row", "changed"),
        Fate.ADDED: C_("table row", "new"),
        Fate.REMOVED: C_("table row", "removed"),
    },
    TextState: {
        TextState.IN_STEP: C_("text", "in step"),
        TextState.MISSING: C_("text", "missing"),
        TextState.STALE: C_("text", "stale: the other text was changed"),
    },
    Role: {
        Role.HEAD: N_("head of delegation"),
        Role.DEPUTY: N_("deputy head"),
        Role.MEMBER: N_("member"),
        Role.EXPERT: N_("expert"),
        Role.INTERPRETER: N_("interpreter"),
        Role.SECRETARY: N_("secretary"),
    },
    DayKind: {
        DayKind.WORK: N_("working day"),
        DayKind.OFF: N_("day off"),
        DayKind.MOVED_OFF: N_("moved day off"),
        DayKind.MAKE_UP: N_("make-up working day"),
    },
    Origin: {
        Origin.OFFICE: N_("entered by the office from the official notice"),
        Origin.LIBRARY: N_("shipped with the program, from the official notice"),
        Origin.EXTRAPOLATED: N_("provisional: no official notice yet"),
    },
    ProposalState: {
        ProposalState.DRAFT: C_("proposal", "draft"),
        ProposalState.TRANSMITTED: C_("proposal", "transmitted"),
        ProposalState.COUNTERED: C_("proposal", "countered"),
        ProposalState.PARTLY_DECLINED: C_("proposal", "partly declined"),
        ProposalState.CONFLICTING: C_("proposal", "conflicting answers on record"),
        ProposalState.AGREED: C_("proposal", "agreed"),
        ProposalState.DECLINED: C_("proposal", "declined"),
        ProposalState.WITHDRAWN: C_("proposal", "withdrawn"),
        ProposalState.LAPSED: C_("proposal", "lapsed"),
        ProposalState.CONVENED: C_("proposal", "convened"),
    },
    PacketStatus: {
        PacketStatus.NEW: C_("packet", "new"),
        PacketStatus.KNOWN: C_("packet", "known already"),
        PacketStatus.SUPERSEDED: C_("packet", "superseded by a later one"),
        PacketStatus.REFUSED: C_("packet", "refused"),
    },
    Signature: {
        Signature.GOOD: C_("signature", "good"),
        Signature.UNKNOWN: C_("signature", "holds, but the key is not trusted"),
        Signature.BAD: C_("signature", "bad"),
    },
    Component: {
        Component.DATES: N_("dates"),
        Component.VENUE: N_("venue"),
        Component.TOPICS: N_("topics"),
    },
    ComponentState: {
        ComponentState.OPEN: C_("component", "open"),
        ComponentState.AGREED: C_("component", "agreed"),
        ComponentState.DECLINED: C_("component", "declined"),
    },
    Verdict: {
        Verdict.ACCEPT: C_("verdict", "accept"),
        Verdict.DECLINE: C_("verdict", "decline"),
        Verdict.COUNTER: C_("verdict", "counter"),
    },
    EventKind: {
        EventKind.DRAFTED: C_("event", "drafted"),
        EventKind.TRANSMITTED: C_("event", "transmitted"),
        EventKind.ANSWERED: C_("event", "answered"),
        EventKind.OFFERED: C_("event", "new offer made"),
        EventKind.WITHDRAWN: C_("event", "withdrawn"),
        EventKind.LAPSED: C_("event", "recorded as lapsed"),
        EventKind.DECIDED: C_("event", "decided which answer stands"),
        EventKind.CONVENED: C_("event", "consultation convened"),
    },
    Mark: {
        Mark.SAME: N_("unchanged"),
        Mark.REMOVED: N_("taken out"),
        Mark.ADDED: N_("put in"),
    },
    NoteKind: {
        NoteKind.OFFER: C_("note", "offer"),
        NoteKind.COUNTER: C_("note", "reply with a counter-proposal"),
        NoteKind.ACCEPT: C_("note", "reply: all accepted"),
        NoteKind.DECLINE: C_("note", "reply: all declined"),
        NoteKind.MIXED: C_("note", "reply: some accepted, some declined"),
        NoteKind.RENEWED: C_("note", "new offer after a partial decline"),
        NoteKind.WITHDRAW: C_("note", "withdrawal"),
    },
    Matter: {
        Matter.SESSION: N_("Extraordinary consultation"),
        Matter.ROUND: N_("Change of a round"),
    },
    FlagReason: {
        FlagReason.SUPERSEDED: N_("speaks of an offer that has been replaced"),
        FlagReason.CROSSED: N_("crossed with a message that takes precedence"),
        FlagReason.CONFLICTING: N_("differs from the answer that stands"),
        FlagReason.UNFOUNDED: N_("speaks of an offer that is not on record"),
    },
    Marking: {
        Marking.OPEN: C_("marking", "open"),
        Marking.PARTIES: C_("marking", "for the Parties only"),
        Marking.RESTRICTED: C_("marking", "restricted"),
    },
    Certainty: {
        Certainty.TENTATIVE: C_("invitation", "tentative"),
        Certainty.CONFIRMED: C_("invitation", "confirmed"),
        Certainty.CANCELLED: C_("invitation", "cancelled"),
    },
    DeadlineKind: {
        DeadlineKind.IN_FORCE: N_("Entry into force"),
        DeadlineKind.NOTIFY_AUTHORITIES: N_("Competent authorities to be notified by"),
        DeadlineKind.ENDS: N_("End of the agreement"),
    },
}

COUNTRIES: dict[Side, str] = {Side.CN: N_("China"), Side.RU: N_("Russia")}

STATE_SECRETS = N_(
    "State secrets stay outside this program: they are protected under the agreement "
    "of 24 May 2000."
)


def said(label: Label, words: Words) -> str:
    """A label in the language of ``words``."""
    return words.tr(label) if isinstance(label, str) else words.trc(*label)


def label(value: StrEnum, words: Words) -> str:
    """The name of one member of a domain enum; one without a name comes as its value."""
    return said(LABELS.get(type(value), {}).get(value, value.value), words)


def country_name(side: Side, words: Words) -> str:
    """The Party's country, for venues: China, Russia."""
    return words.tr(COUNTRIES[side])
