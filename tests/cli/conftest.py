"""A fresh register for each test. Migrating takes its time, so one is made and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import open_register
from tests.cli.desk import Desk


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "empty.db"
    open_register(path).close()
    return path


@pytest.fixture
def blank(empty_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk whose register does not even know its office."""
    return Desk(Path(shutil.copy(empty_register, tmp_path / "register.db")), capsys)


@pytest.fixture
def desk(blank: Desk) -> Desk:
    """A desk in the Chinese office."""
    blank.init()
    return blank
