"""The program's own source as the architecture tests read it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("consultations_gui", "db")


@dataclass(frozen=True)
class Module:
    """One file of the program: its dotted name, its path from the root and its syntax tree."""

    name: str
    path: str
    tree: ast.Module

    def imports(self) -> tuple[str, ...]:
        """The dotted name of each module imported anywhere in the file, in functions too."""
        found: list[str] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += self._imported_from(node)
        return tuple(found)

    def _imported_from(self, node: ast.ImportFrom) -> list[str]:
        base = node.module or ""
        if node.level:
            package = (
                self.name if self.path.endswith("__init__.py") else self.name.rpartition(".")[0]
            )
            parents = package.split(".")
            above = parents[: len(parents) - (node.level - 1)]
            base = ".".join((*above, base)) if base else ".".join(above)
        # "from a import b" may import the module a.b: both names count.
        return [base, *(f"{base}.{alias.name}" for alias in node.names)]


def _module(file: Path) -> Module:
    path = file.relative_to(ROOT)
    parts = list(path.with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    return Module(".".join(parts), path.as_posix(), ast.parse(file.read_text(encoding="utf-8")))


@cache
def program() -> tuple[Module, ...]:
    """Every Python file of the packages."""
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple(_module(file) for file in files)


@cache
def main_module() -> Module:
    """The composition root, which is no package and so is kept apart."""
    return _module(ROOT / "main.py")
