"""The program's own source as the architecture tests read it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("consultations_gui", "db")


Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """What the tests ask of one file of the program.

    The syntax trees themselves are not kept: half a million nodes would slow down every
    garbage collection of the tests that follow.
    """

    name: str
    """Dotted."""
    path: str
    """From the root."""
    lines: int
    imports: tuple[str, ...]
    """The dotted name of each module imported anywhere in the file, in functions too."""
    definitions: tuple[tuple[str, type[Definition], int], ...]
    """Name, kind and lines of each class and function."""


def _imported(node: ast.Import | ast.ImportFrom, package: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        parents = package.split(".")
        above = parents[: len(parents) - (node.level - 1)]
        base = ".".join((*above, base)) if base else ".".join(above)
    # "from a import b" may import the module a.b: both names count.
    return [base, *(f"{base}.{alias.name}" for alias in node.names)]


def _module(file: Path) -> Module:
    parts = list(file.relative_to(ROOT).with_suffix("").parts)
    is_package = parts[-1] == "__init__"
    if is_package:
        parts.pop()
    name = ".".join(parts)
    package = name if is_package else name.rpartition(".")[0]
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports: list[str] = []
    definitions: list[tuple[str, type[Definition], int]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports += _imported(node, package)
        elif isinstance(node, Definition):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            definitions.append((node.name, type(node), lines))
    return Module(
        name,
        file.relative_to(ROOT).as_posix(),
        max((node.end_lineno or 0 for node in tree.body), default=0),
        tuple(imports),
        tuple(definitions),
    )


@cache
def program() -> tuple[Module, ...]:
    """Every Python file of the packages."""
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple(_module(file) for file in files)


@cache
def main_module() -> Module:
    """The composition root, which is no package and so is kept apart."""
    return _module(ROOT / "main.py")
