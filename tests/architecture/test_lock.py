"""The lock files say exactly what is installed, and fit pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT

RUN, TEST, SLOW = "requirements.lock", "requirements-test.lock", "requirements-slow.lock"


@dataclass(frozen=True)
class Pin:
    version: str
    hashes: tuple[str, ...]


def pins(name: str) -> dict[str, Pin]:
    """Each entry of a lock file; fails on a line that is neither pin nor hash nor remark."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, Pin] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        entry = re.fullmatch(
            r"([\w.-]+)==(\S+)(?: ; [^-]*)?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", line
        )
        assert entry, f"{name}: {line[:80]}"
        found[canonicalize_name(entry[1])] = Pin(entry[2], tuple(entry[3].split()))
    return found


def wanted(extra: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = project["dependencies"] if extra is None else project["optional-dependencies"][extra]
    return [Requirement(line) for line in listed]


@pytest.mark.parametrize(
    ("name", "extra"), [(RUN, None), (TEST, None), (TEST, "test"), (SLOW, "slow")]
)
def test_the_lock_holds_what_the_project_asks_for(name: str, extra: str | None) -> None:
    locked = pins(name)
    unmet = [
        str(requirement)
        for requirement in wanted(extra)
        if not requirement.specifier.contains(locked[canonicalize_name(requirement.name)].version)
    ]
    assert unmet == []


@pytest.mark.parametrize(("name", "more"), [(RUN, TEST), (TEST, SLOW)])
def test_the_tests_run_on_the_versions_that_are_shipped(name: str, more: str) -> None:
    tested = pins(more)
    assert {pin: at for pin, at in pins(name).items() if tested.get(pin) != at} == {}


@pytest.mark.parametrize("name", [RUN, TEST, SLOW])
def test_the_lock_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text
