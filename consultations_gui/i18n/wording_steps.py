"""Names of things, of their fields and of what is done to them, as history and undo show them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.times import clock
from consultations_gui.i18n.wording_labels import Label, said
from consultations_gui.i18n.words import C_, N_, Words

THINGS: dict[str, str] = {
    "agenda": N_("agenda"),
    "agenda_item": N_("agenda item"),
    "delegate": N_("member of a delegation"),
    "agenda_revision": N_("revision of the agenda"),
    "blackout": N_("days without meetings"),
    "consultation": N_("consultation"),
    "correspondence": N_("names and wording of notes"),
    "decree": N_("decree on days off"),
    "facts": N_("facts of the agreement"),
    "invitation": N_("invitation"),
    "office": N_("office"),
    "permission": N_("permission"),
    "proposal": N_("proposal"),
    "text": N_("text"),
    "wishes": N_("planner's settings"),
}

STEPS: dict[str, str] = {
    "agenda.agree": N_("agree the agenda"),
    "agenda.approve": N_("approve the agenda"),
    "agenda.circulate": N_("circulate the agenda"),
    "agenda.finalise": N_("make the agenda final"),
    "agenda.import": N_("import the agenda from a table"),
    "agenda.item.add": N_("add an agenda item"),
    "agenda.item.approve": N_("approve an agenda item"),
    "agenda.item.confirm": N_("confirm that both texts are in step"),
    "agenda.item.day": N_("move an item to another day"),
    "agenda.item.edit": N_("edit an agenda item"),
    "agenda.item.indent": N_("change an item's level"),
    "agenda.item.move": N_("move an agenda item"),
    "agenda.item.remove": N_("remove an agenda item"),
    "agenda.item.text": N_("edit an item's text"),
    "agenda.opening": N_("change opening times"),
    "agenda.permission.add": N_("record a permission"),
    "agenda.permission.remove": N_("remove a permission"),
    "agenda.reopen": N_("reopen the agenda"),
    "agenda.replace": N_("replace the agenda by a table"),
    "agenda.standing": N_("add the standing items"),
    "agenda.symbol": N_("change the paper's symbol"),
    "blackout.add": N_("enter days without meetings"),
    "blackout.forget": N_("forget a calendar of days without meetings"),
    "blackout.import": N_("read days without meetings from a calendar"),
    "blackout.refresh": N_("read days without meetings again"),
    "blackout.remove": N_("remove days without meetings"),
    "consultation.add": N_("add a consultation"),
    "consultation.cancel": N_("cancel the consultation"),
    "consultation.confirm": N_("confirm the consultation"),
    "consultation.delegation": N_("change a delegation"),
    "consultation.edit": N_("edit the consultation"),
    "consultation.import": N_("import past rounds"),
    "consultation.held": N_("record that the consultation was held"),
    "consultation.note": N_("take note of changed calendars"),
    "consultation.postpone": N_("postpone the consultation"),
    "consultation.tentative": N_("put the consultation's dates on offer"),
    "consultation.turn": N_("record whose turn is used"),
    "correspondence.names": N_("change the names in notes"),
    "correspondence.wording.reset": N_("go back to the shipped wording of a note"),
    "correspondence.wording.set": N_("change the wording of a note"),
    "decree.add": N_("enter a decree on days off"),
    "decree.edit": N_("correct a decree on days off"),
    "decree.import": N_("enter decrees on days off from a table"),
    "decree.remove": N_("remove a decree on days off"),
    "facts.edit": N_("change the facts of the agreement"),
    "invitation.write": N_("write invitations"),
    "office.city": N_("add a city"),
    "office.edit": N_("change the office"),
    "office.init": N_("set the office"),
    "office.key.make": N_("make the office's key"),
    "office.key.revoke": N_("revoke a key"),
    "office.key.trust": N_("trust the other office's key"),
    "office.term": N_("change the term for extraordinary consultations"),
    "plan.commit": N_("take the plan over"),
    "proposal.answer": N_("record an answer to the proposal"),
    "proposal.convene": N_("convene what was agreed"),
    "proposal.decide": N_("decide between two answers"),
    "proposal.discard": N_("discard the draft proposal"),
    "proposal.draft": N_("edit the draft proposal"),
    "proposal.lapse": N_("close the proposal without a reply"),
    "proposal.new": N_("draft a proposal"),
    "proposal.offer": N_("make a new offer"),
    "proposal.packet.accept": N_("accept a packet"),
    "proposal.packet.write": N_("write a packet"),
    "proposal.transmit": N_("transmit the proposal"),
    "proposal.withdraw": N_("withdraw the proposal"),
    "sample.remove": N_("remove the sample"),
    "consultation.swap": N_("let two rounds exchange hosts"),
    "consultation.venue": N_("record a venue out of turn"),
    "wishes.edit": N_("change the planner's settings"),
}

FIELDS: dict[str, Label] = {
    "about": N_("round concerned"),
    "annex_ru": N_("annex in Russian"),
    "annex_zh": N_("annex in Chinese"),
    "approvals": N_("approvals"),
    "authorities": N_("competent authorities"),
    "basis": N_("basis"),
    "blackouts": N_("days without meetings"),
    "cities": N_("cities"),
    "cost_note": N_("note on costs"),
    "count_first_day": N_("counting of the first day"),
    "dates": N_("dates"),
    "day": N_("meeting day"),
    "days": N_("length in days"),
    "delegations": N_("delegations"),
    "email": N_("e-mail"),
    "events": N_("course of the proposal"),
    "extraordinary_ru": N_("term for extraordinary consultations in Russian"),
    "first_host": N_("first host"),
    "former": N_("former dates"),
    "footing": N_("calendars it was planned by"),
    "frozen": N_("frozen number"),
    "gap": N_("days between rounds"),
    "host": N_("host"),
    "id": N_("ID"),
    "issued": N_("date of issue"),
    "items": N_("items"),
    "keys": N_("keys of the offices"),
    "kind": N_("kind"),
    "lead": N_("leading side"),
    "level": N_("level"),
    "make_up": N_("make-up working days"),
    "marking": N_("marking"),
    "minutes": N_("length in minutes"),
    "moved_off": N_("moved days off"),
    "moves": N_("moves of working days"),
    "name_ru": N_("name in Russian"),
    "name_zh": N_("name in Chinese"),
    "names": N_("names of holidays"),
    "names_ru": N_("names in Russian notes"),
    "names_zh": N_("names in Chinese notes"),
    "notice": N_("notice in days"),
    "notice_cn": N_("notice received by the Chinese side"),
    "notice_ru": N_("notice received by the Russian side"),
    "number": C_("of a round or document", "number"),
    "off": N_("days off"),
    "opens": N_("opening times"),
    "origin": N_("origin of the data"),
    "originator": N_("originator"),
    "permissions": N_("permissions"),
    "post": N_("packets"),
    "proposal": N_("proposal"),
    "reason": N_("reason"),
    "revised": N_("time of the last change"),
    "revisions": N_("revisions"),
    "rounds": N_("rounds a year"),
    "seasons": N_("preferred times of the year"),
    "sequence": N_("number of the invitation's version"),
    "short": N_("shortened days"),
    "side": N_("side"),
    "source": N_("source"),
    "sources": N_("calendars of days without meetings"),
    "speakers": N_("speakers"),
    "status": N_("status"),
    "symbol": N_("symbol"),
    "tags": N_("tags"),
    "termination": N_("notice of termination"),
    "text": N_("text"),
    "title_ru": N_("title in Russian"),
    "title_zh": N_("title in Chinese"),
    "travel_after": N_("travel days after"),
    "travel_before": N_("travel days before"),
    "turn": N_("use of the turn"),
    "uid": N_("permanent identifier"),
    "venue": N_("venue"),
    "version": N_("version"),
    "weights": N_("weights"),
    "wordings": N_("wording of notes"),
    "weights.gap": N_("weight of the gap"),
    "weights.provisional": N_("weight of a provisional calendar"),
    "weights.season": N_("weight of the preferred season"),
    "weights.short": N_("weight of a shortened day"),
    "weights.travel": N_("weight of travel on days off"),
    "year": N_("year"),
}


class Step(Protocol):
    """A step as the journal gives it."""

    @property
    def use_case(self) -> str:
        """What was done."""

    @property
    def subject(self) -> str:
        """The ID of what it touched."""


def thing_text(kind: str, words: Words) -> str:
    """What an aggregate of ``kind`` is called; an unknown kind as it is."""
    return words.tr(THINGS.get(kind, kind))


def field_text(name: str, words: Words) -> str:
    """What a field is called; an unknown one as it is."""
    return said(FIELDS.get(name, name), words)


def use_case_text(use_case: str, words: Words) -> str:
    """What was done; an unknown use case as it is."""
    return words.tr(STEPS.get(use_case, use_case))


def step_text(step: Step, words: Words) -> str:
    """What was done and to what: "move an agenda item (R3)"."""
    done = use_case_text(step.use_case, words)
    # A single has its kind for an ID, which says nothing to a person.
    return done if step.subject in THINGS else words.tr("{step} ({id})", step=done, id=step.subject)


def moment_text(at: str, words: Words) -> str:
    """A journal's time (ISO 8601) as the machine's own clock shows it; empty stays empty."""
    if not at:
        return ""
    local = datetime.fromisoformat(at).astimezone()
    return f"{short_date(local.date(), words.language)} {clock(local)}"
