"""What import-linter cannot see: single libraries, main.py and the empty package root."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest

from tests.architecture.source import ROOT, Module, main_module, program

# Where a library may be imported; the packages it is bought for and no others.
HOMES = {
    "PySide6": ("consultations_gui.app", "consultations_gui.ui", "consultations_gui.desktop"),
    "alembic": ("db",),
    "babel": ("consultations_gui.i18n",),
    "cattrs": ("consultations_gui.application.codec",),
    "cryptography": ("consultations_gui.packets",),
    "docx": ("consultations_gui.documents",),
    "holidays": ("consultations_gui.workdays",),
    "icalendar": ("consultations_gui.invitations",),
    "keyring": ("consultations_gui.packets",),
    "openpyxl": ("consultations_gui.documents",),
    "platformdirs": ("consultations_gui.desktop",),
    "recurring_ical_events": ("consultations_gui.invitations",),
    "shiboken6": ("consultations_gui.ui",),  # comes with PySide6
    "sqlalchemy": ("db",),
    "typst": ("consultations_gui.documents",),
}


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def importers(library: str) -> list[Module]:
    return [
        module
        for module in (*program(), main_module())
        if any(within(name, library) for name in module.imports)
    ]


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_is_imported_in_its_room_only(library: str) -> None:
    strangers = [
        module.path
        for module in importers(library)
        if not any(within(module.name, home) for home in HOMES[library])
    ]
    assert strangers == []


def test_every_locked_library_has_a_home() -> None:
    """A new library is given its room here before it spreads."""
    known = {*sys.stdlib_module_names, *HOMES, "consultations_gui", "db"}
    strange = {
        name.partition(".")[0]
        for module in program()
        for name in module.imports
        if name.partition(".")[0] not in known
    }
    assert strange == set()


def test_the_domain_imports_the_standard_library_and_itself_only() -> None:
    domain = [module for module in program() if within(module.name, "consultations_gui.domain")]
    assert domain
    outside = [
        (module.path, name)
        for module in domain
        for name in module.imports
        if not within(name, "consultations_gui.domain")
        and name.partition(".")[0] not in sys.stdlib_module_names
    ]
    assert outside == []


def test_nobody_imports_main() -> None:
    assert [
        module.path for module in program() if any(within(n, "main") for n in module.imports)
    ] == []


def test_every_room_stands_on_a_floor() -> None:
    """A package that import-linter's layers do not name would stand between the floors."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    on_a_floor = {room.strip(" ()") for layer in contract["layers"] for room in layer.split("|")}
    rooms = {
        ".".join(module.name.split(".")[:2]) if module.name != "db" else "db"
        for module in program()
        if module.name != "consultations_gui"
    }
    rooms = {"db" if within(room, "db") else room for room in rooms}
    assert rooms - on_a_floor == set()


def test_the_package_root_imports_nothing() -> None:
    code = (
        "import sys; import consultations_gui; "
        "print(*sorted(m for m in sys.modules if m.startswith('consultations_gui')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["consultations_gui"]
