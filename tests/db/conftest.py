"""Registers in files. Migrating takes its time, so one empty register is made and copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application.ports import Clock, Context
from db import Register, open_register
from tests.application.fakes import make_context

Contexts = Callable[..., Context]


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "empty.db"
    open_register(path).close()
    return path


@pytest.fixture
def path(empty_register: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_register, tmp_path / "register.db"))


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    with open_register(path) as register:
        yield register


def over(register: Register, actor: str = "Li", clock: Clock | None = None) -> Context:
    """A context whose units of work are over ``register``."""
    return replace(make_context(actor, clock=clock), work=register.unit_of_work)
