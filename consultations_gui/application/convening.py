"""What an agreed proposal becomes: a consultation with its agenda, or a round changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from consultations_gui.application.journal import Change
from consultations_gui.domain import agenda_edits
from consultations_gui.domain import consultation_rules as rules
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.agenda_life import amended, begun
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import (
    Consultation,
    Kind,
    Status,
    TurnRecord,
)
from consultations_gui.domain.proposal import Proposal, Terms, Topic


def convened(step: Change, proposal: Proposal, terms: Terms) -> Consultation:
    """The consultation that ``proposal``, agreed on ``terms``, becomes in this register.

    Raises:
        WrongStatusError: the round it is about was held or cancelled meanwhile.
        WrongAgendaStatusError: that round's agenda is final.
    """
    made = _round_changed(step, proposal, terms) if proposal.about else _made(step, proposal, terms)
    _fill_agenda(step, made, terms.topics)
    return made


def _made(step: Change, proposal: Proposal, terms: Terms) -> Consultation:
    """An extraordinary consultation; it stands outside the numbering and the alternation."""
    letter = Kind.EXTRAORDINARY.letter
    return step.add(
        Consultation(
            uid=str(uuid4()),
            id=f"{letter}{step.uow.next_number(letter)}",
            kind=Kind.EXTRAORDINARY,
            number=None,
            status=Status.CONFIRMED,
            host=terms.venue.side,
            dates=terms.dates[0],
            venue=terms.venue,
            proposal=proposal.id,
        )
    )


def _round_changed(step: Change, proposal: Proposal, terms: Terms) -> Consultation:
    """The round the proposal is about, at the agreed dates and venue (rule 10)."""
    before = step.uow.consultations.get(proposal.about)
    turn = TurnRecord(basis=proposal.id, consent_cn=True, consent_ru=True)
    return step.replace(before, rules.settle(before, terms.dates[0], terms.venue, turn))


def _fill_agenda(step: Change, one: Consultation, topics: tuple[Topic, ...]) -> None:
    """Put the topics at the end of the agenda, those left out that stand there already."""
    stored = step.uow.agendas.find(one.id)
    before = stored or begun(one)
    there = {(item.text.zh, item.text.ru) for item in before.items}
    items = before.items
    for topic in topics:
        if (topic.zh, topic.ru) not in there:
            items = agenda_edits.add(items, _item(topic, step.now), None)
    after = amended(before, replace(before, items=items), step.now)
    if after != before:
        step.put(stored, after)


def _item(topic: Topic, at: datetime) -> AgendaItem:
    text = Bilingual(topic.zh, topic.ru, zh_at=at, ru_at=at)
    return AgendaItem(uid=str(uuid4()), level=1, text=text, minutes=topic.minutes)
