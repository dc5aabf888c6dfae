"""A person at the terminal with a register of their own."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main

LANGUAGES = ("zh", "ru", "en")


@dataclass(frozen=True)
class Done:
    """What a command line came to: its exit status and what it said where."""

    status: int
    out: str
    err: str


class Desk:
    """Types command lines on the register at ``database``."""

    def __init__(self, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self._capsys = capsys

    def type(self, *words: str, lang: str = "en") -> Done:
        """Run a command line, in the process."""
        self._capsys.readouterr()
        status = main.main(["--database", str(self.database), "--lang", lang, *words])
        said = self._capsys.readouterr()
        return Done(status, said.out, said.err)

    def do(self, *words: str, lang: str = "en") -> str:
        """Run a command line that must work; returns what it says."""
        done = self.type(*words, lang=lang)
        assert (done.status, done.err) == (0, ""), done
        return done.out

    def ask(self, *words: str) -> Any:
        """Run a command line that must work; returns its one JSON document."""
        return json.loads(self.do(*words, "--json"))

    def refused(self, *words: str, lang: str = "en") -> str:
        """Run a command line that must be refused and change nothing; returns the message."""
        before = digest(self.database)
        done = self.type(*words, lang=lang)
        assert (done.status, done.out) == (2, ""), done
        assert digest(self.database) == before
        assert "Traceback" not in done.err
        return done.err

    def init(self, side: str = "CN") -> None:
        """Set up the office."""
        names = ("--name-zh", "信息安全磋商秘书处", "--name-ru", "Секретариат консультаций")
        self.do("office", "init", "--side", side, *names, "--email", "office@mfa.example")


def digest(path: Path) -> str:
    """The SHA-256 of a file; of nothing while there is none."""
    return hashlib.sha256(path.read_bytes() if path.exists() else b"").hexdigest()


def listing(folder: Path) -> dict[str, str]:
    """Every file under ``folder`` by its path, with its digest."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): digest(path) for path in files}
