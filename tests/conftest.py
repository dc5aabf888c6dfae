"""What every test gets: no screen, no person's folders, and examples that repeat."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.registers import Shelf

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared machines stall, so no deadline. CI repeats the same examples: a red run is then
# red for whoever looks into it.
settings.register_profile(
    "office", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", parent=settings.get_profile("office"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "office")


def pytest_collection_finish() -> None:
    """What has been imported by now stays: the garbage collector need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Let the windows of a test go with it, also those its fixtures closed at the end.

    Qt deletes later what it was told to delete later: in an event loop, which a test may never
    enter. What is left over is styled anew with every window of the tests that follow.
    """
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from tests.ui.leaving import let_go

        let_go()


@pytest.fixture(autouse=True)
def home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty home folder, so that no test reads or writes the settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.delenv("CONSULTATIONS_DATABASE", raising=False)
    return home


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Registers made once and copied."""
    from tests.registers import Shelf

    return Shelf(tmp_path_factory.mktemp("shelf"))
