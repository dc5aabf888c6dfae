"""Any value the domain can hold, for tests that must hold for all of them."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.agenda import Agenda, AgendaItem, Revision
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation, Dates, Precision
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Event, Proposal
from consultations_gui.domain.workdays import Decree

# What is not text (NUL, halves of surrogate pairs) is refused; that has tests of its own.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 (hypothesis puts the zone to the bounds)
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
small = st.integers(1, 40)

st.register_type_strategy(str, texts)
st.register_type_strategy(int, small)
st.register_type_strategy(date, days)
st.register_type_strategy(datetime, moments)
st.register_type_strategy(time, st.times())
st.register_type_strategy(
    Dates,
    st.builds(
        lambda a, b, precision: Dates(min(a, b), max(a, b), precision),
        days,
        days,
        st.sampled_from(Precision),
    ),
)


def whole(cls: type, **given: st.SearchStrategy[object]) -> st.SearchStrategy[Any]:
    """Values of a dataclass with every field at play, also those that have defaults."""
    return st.builds(cls, **({field.name: ... for field in fields(cls)} | given))


def several(values: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


new = st.just(0)
nothing = st.just("")

items = whole(AgendaItem, level=st.integers(0, 3))
revisions = whole(Revision, items=several(items, 2))
events = whole(Event, consultation=nothing)

consultations = whole(Consultation, proposal=nothing, version=new)
agendas = whole(Agenda, items=several(items, 4), revisions=several(revisions, 2), version=new)
proposals = whole(Proposal, events=several(events, 3), about=nothing, version=new)
decrees = whole(Decree, version=new)
offices = whole(Office, version=new)
wishes = whole(Wishes, version=new)
facts = whole(AgreementFacts, version=new)
correspondence = whole(Correspondence, version=new)
invitations = whole(InvitationRecord)

KINDS = {
    "agenda": agendas,
    "consultation": consultations,
    "correspondence": correspondence,
    "decree": decrees,
    "facts": facts,
    "invitation": invitations,
    "office": offices,
    "proposal": proposals,
    "wishes": wishes,
}
