"""Random work of two people on one register, against plain stacks of steps."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    InUseError,
    NotFoundError,
    NothingToRedoError,
    NothingToUndoError,
    UndoConflictError,
)
from consultations_gui.domain.parties import Venue
from db import Register, open_register
from tests.application.fakes import FakeClock
from tests.db.conftest import over
from tests.db.test_repositories import meeting

Thing = tuple[str, str]
Content = tuple[str, ...]

actors = st.sampled_from(["Li", "Wang"])
ids = st.sampled_from(["R1", "R2"])
texts = st.sampled_from(["", "а", "б"])
sittings = st.sampled_from([None, None, "field-1", "field-2"])


@dataclass
class Step:
    """Changes in order: the thing, what it was, what it became."""

    changes: list[tuple[Thing, Content | None, Content | None]]
    sitting: str | None = None


@dataclass
class Person:
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    sitting: str | None = None


class Office(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "register.db"
        shutil.copy(_empty(), self.path)
        self.clock = FakeClock()
        self.register: Register = open_register(self.path)
        self.things: dict[Thing, Content] = {}
        self.people = {"Li": Person(), "Wang": Person()}
        self.versions: dict[str, int] = {}
        self.sequences: dict[str, int] = {}

    def teardown(self) -> None:
        if hasattr(self, "register"):
            self.register.close()
            shutil.rmtree(self.folder)

    def ctx(self, actor: str) -> Context:
        return over(self.register, actor, self.clock)

    # --- what people do ---

    @rule()
    def restart(self) -> None:
        self.register.close()
        self.register = open_register(self.path)

    @rule(actor=actors, id=ids, basis=texts)
    def add(self, actor: str, id: str, basis: str) -> None:
        thing = ("consultation", id)
        try:
            with journal.change(self.ctx(actor), "consultation.add") as change:
                change.add(meeting(id, basis=basis))
        except AlreadyExistsError:
            assert thing in self.things
            return
        self._did(actor, None, (thing, (basis, "Beijing")))

    @rule(actor=actors, id=ids, basis=texts, city=st.sampled_from(["Beijing", "Moscow"]))
    def move(self, actor: str, id: str, basis: str, city: str) -> None:
        self._edit(actor, id, None, basis=basis, venue=Venue("CN", city))

    @rule(actor=actors, id=ids, basis=texts, sitting=sittings)
    def write(self, actor: str, id: str, basis: str, sitting: str | None) -> None:
        self._edit(actor, id, sitting, basis=basis)

    @rule(actor=actors, id=ids, symbol=texts)
    def add_agenda(self, actor: str, id: str, symbol: str) -> None:
        thing = ("agenda", id)
        try:
            with journal.change(self.ctx(actor), "agenda.start") as change:
                change.add(Agenda(id, symbol=symbol))
        except AlreadyExistsError:
            assert thing in self.things
            return
        except NotFoundError:
            assert ("consultation", id) not in self.things
            return
        self._did(actor, None, (thing, (symbol,)))

    @rule(actor=actors, basis=texts)
    def add_with_agenda(self, actor: str, basis: str) -> None:
        if ("consultation", "R2") in self.things:
            return
        with journal.change(self.ctx(actor), "proposal.convene") as change:
            made = change.add(meeting("R2"))
            change.add(Agenda("R2"))
            change.replace(made, replace(made, basis=basis))
        key = ("consultation", "R2")
        self._did(actor, None, (key, ("", "Beijing")), (("agenda", "R2"), ("",)))
        if basis:
            self.people[actor].done[-1].changes.append((key, self.things[key], (basis, "Beijing")))
            self.things[key] = (basis, "Beijing")

    @rule(actor=actors)
    def undo(self, actor: str) -> None:
        self._back(actor, journal.undo, NothingToUndoError)

    @rule(actor=actors)
    def redo(self, actor: str) -> None:
        self._back(actor, journal.redo, NothingToRedoError)

    # --- what the model makes of it ---

    def _edit(self, actor: str, id: str, sitting: str | None, **given: Any) -> None:
        thing = ("consultation", id)
        if thing not in self.things:
            return
        with journal.change(self.ctx(actor), "consultation.edit", sitting) as change:
            before = change.uow.consultations.get(id)
            after = replace(before, **given)
            moved = after.venue != before.venue
            after = replace(after, sequence=before.sequence + moved)
            change.replace(before, after)
        content = (after.basis, after.venue.city)
        if content != self.things[thing]:
            self._did(actor, sitting, (thing, content))

    def _did(self, actor: str, sitting: str | None, *changes: tuple[Thing, Content]) -> None:
        person = self.people[actor]
        step = Step([(thing, self.things.get(thing), after) for thing, after in changes])
        self.things.update(dict(changes))
        if sitting and sitting == person.sitting:
            person.done[-1].changes.extend(step.changes)
        else:
            person.done.append(step)
        person.sitting = sitting
        person.undone.clear()

    def _back(self, actor: str, act: Any, nothing: type[Exception]) -> None:
        person = self.people[actor]
        source, target = person.done, person.undone
        if nothing is NothingToRedoError:
            source, target = target, source
        expected = self._refusal(source[-1]) if source else nothing
        try:
            act(self.ctx(actor))
        except (nothing, UndoConflictError, InUseError) as refused:
            assert expected is not None, refused
            assert isinstance(refused, expected)
            return
        assert expected is None
        step = source.pop()
        for thing, before, _ in reversed(step.changes):
            if before is None:
                del self.things[thing]
            else:
                self.things[thing] = before
        target.append(Step([(t, after, before) for t, before, after in reversed(step.changes)]))
        person.sitting = None

    def _refusal(self, step: Step) -> type[Exception] | None:
        left = {thing: after for thing, _, after in step.changes}
        if any(self.things.get(thing) != after for thing, after in left.items()):
            return UndoConflictError
        gone = {thing for thing, before, _ in step.changes if before is None}
        for kind, id in gone:
            agenda = ("agenda", id)
            if kind == "consultation" and agenda in self.things and agenda not in gone:
                return InUseError
        return None

    # --- what must hold ---

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        if not hasattr(self, "register"):
            return
        ctx = self.ctx("auditor")
        with ctx.work() as uow:
            rounds = uow.consultations.all()
            stored: dict[Thing, Content] = {
                ("consultation", c.id): (c.basis, c.venue.city) for c in rounds
            }
            stored |= {("agenda", a.id): (a.symbol,) for a in uow.agendas.all()}
        assert stored == self.things
        assert journal.verify(ctx).sound
        for one in rounds:
            assert one.version >= self.versions.get(one.id, 0)
            assert one.sequence >= self.sequences.get(one.id, 0)
            self.versions[one.id] = one.version
        self.sequences = {one.id: one.sequence for one in rounds}
        for actor, person in self.people.items():
            assert (journal.undoable(self.ctx(actor)) is not None) == bool(person.done)
            assert (journal.redoable(self.ctx(actor)) is not None) == bool(person.undone)


@cache
def _empty() -> Path:
    """One empty register for all runs: hypothesis takes no fixtures here."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    open_register(folder / "empty.db").close()
    return folder / "empty.db"


TestOffice = pytest.mark.timeout(600)(Office.TestCase)  # a machine may be busy
TestOffice.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
