"""A person at the terminal with a fresh register for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.registers import Shelf


@pytest.fixture
def blank(shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk whose register does not even know its office."""
    return Desk(shelf.empty(tmp_path / "register.db"), capsys)


@pytest.fixture
def desk(blank: Desk) -> Desk:
    """A desk in the Chinese office."""
    blank.init()
    return blank
