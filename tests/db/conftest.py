"""Registers in files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application.ports import Clock, Context
from db import Register, open_register
from tests.application.fakes import make_context
from tests.registers import Shelf

Contexts = Callable[..., Context]


@pytest.fixture
def path(shelf: Shelf, tmp_path: Path) -> Path:
    return shelf.empty(tmp_path / "register.db")


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with open_register(path) as register:
        yield register


def over(register: Register, actor: str = "Li", clock: Clock | None = None) -> Context:
    """A context whose units of work are over ``register``."""
    return replace(make_context(actor, clock=clock), work=register.unit_of_work)
