"""Starting costs what is used: heavy libraries are loaded by what needs them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

HEAVY = (
    "PySide6",
    "alembic",
    "babel.messages",
    "cryptography",
    "docx",
    "holidays",
    "icalendar",
    "keyring",
    "openpyxl",
    "sqlalchemy",
    "typst",
)

# Runs main as a fresh program would, then tells on stderr what was loaded by then.
PROGRAM = """
import sys
import main
arguments = sys.argv[1:]
try:
    main.main(arguments)
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def loaded(code: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


def heavy(modules: set[str]) -> set[str]:
    return {name for name in HEAVY if name in modules}


def test_main_itself_loads_no_heavy_library() -> None:
    assert heavy(loaded("import sys, main; print(*sys.modules, file=sys.stderr)")) == set()


@pytest.mark.parametrize("arguments", [("--help",), ("plan", "--help")])
def test_help_loads_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert heavy(loaded(PROGRAM, *arguments)) == set()


def test_reading_the_journal_loads_neither_window_nor_paper_nor_mail() -> None:
    modules = heavy(loaded(PROGRAM, "history"))
    assert "sqlalchemy" in modules
    assert modules & {"PySide6", "docx", "holidays", "icalendar", "openpyxl", "typst"} == set()


def test_the_window_paints_before_anything_of_the_register_is_imported() -> None:
    modules = loaded("import sys, consultations_gui.app; print(*sys.modules, file=sys.stderr)")
    assert "PySide6" in modules
    assert heavy(modules) == {"PySide6"}
    assert {name for name in modules if name.startswith("consultations_gui.application.")} == set()
    assert "consultations_gui.i18n.wording" not in modules
