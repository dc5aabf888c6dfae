"""The wheel as an office installs it: a bare venv outside the checkout, and the main job in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = [pytest.mark.wheel, pytest.mark.timeout(600)]


def run(*command: str | Path, cwd: Path, home: Path) -> str:
    """Standard output of a command that must succeed, with nothing of the checkout in reach."""
    unwanted = ("PYTHON", "VIRTUAL_ENV", "CONSULTATIONS_", "COV_", "PYTEST_", "XDG_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout with the locked build tools."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def office(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine that has the wheel and what the lock file names, nothing else."""
    place = tmp_path_factory.mktemp("office")
    python = place / "venv" / "bin" / "python"
    # Without a pip of its own: Debian's Python cannot make one where python3-venv is missing.
    making = [sys.executable, "-m", "venv", "--without-pip", str(place / "venv")]
    subprocess.run(making, check=True)
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "install"]
    pip += ["--quiet", "--no-compile"]
    lock = ROOT / "requirements.lock"
    subprocess.run([*pip, "--require-hashes", "--requirement", lock], check=True, cwd=place)
    subprocess.run([*pip, "--no-index", "--no-deps", wheel], check=True, cwd=place)
    return place


def test_the_wheel_holds_the_program_and_its_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    tops = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"consultations_gui", "db", "main.py"}
    inside = "consultations_gui/_resources/"
    shipped = {name.removeprefix(inside) for name in names if name.startswith(inside)}
    sources = {".po", ".pot", ".mo"}
    wanted = {
        file.relative_to(ROOT / "resources").as_posix()
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and file.suffix not in sources
    }
    catalogues = {f"locale/{lang}/LC_MESSAGES/consultations.mo" for lang in ("zh", "ru")}
    assert shipped == wanted | catalogues
    assert any(name.startswith("db/migrations/versions/") for name in names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.endswith((".po", ".pyc", ".db"))]


def test_everything_the_wheel_asks_for_is_locked(office: Path) -> None:
    python = office / "venv/bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "check", cwd=office, home=office)


def test_the_main_job_runs_from_the_wheel(office: Path) -> None:
    command = office / "venv/bin/consultations"
    out = office / "year"
    printed = run(command, "demo", "--out", out, cwd=office, home=office)
    written = [file for file in out.rglob("*") if file.is_file()]
    for suffix in (".pdf", ".docx", ".ics", ".eml"):
        assert [file for file in written if file.suffix == suffix], printed
    found = run(
        command, "--json", "plan", "--from", "2027", "--years", "5", cwd=office, home=office
    )
    rounds = json.loads(found)["rounds"]
    assert len(rounds) == 10
    assert [entry["host"] for entry in rounds] == ["CN", "RU"] * 5
    assert all(2027 <= date.fromisoformat(entry["start"][:10]).year <= 2031 for entry in rounds)


def test_the_words_come_from_the_wheel(office: Path) -> None:
    """Help in Chinese and Russian: the compiled catalogues are found where they were put."""
    command = office / "venv/bin/consultations"
    helps = {
        lang: run(command, "--lang", lang, "--help", cwd=office, home=office)
        for lang in ("zh", "ru", "en")
    }
    assert any("一" <= letter <= "鿿" for letter in helps["zh"])
    assert any("а" <= letter <= "я" for letter in helps["ru"])
    assert helps["en"].isascii()


def test_the_window_command_is_installed(office: Path) -> None:
    assert (office / "venv/bin/consultations-gui").exists()
