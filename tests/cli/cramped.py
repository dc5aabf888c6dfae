"""Command lines typed where the disk is small, full or read-only.

Run as a program it mounts a file system of its own, out of everybody else's
sight, on a folder (Linux: a mount namespace of its own), does the steps it
is given as JSON, and prints what each came to. :func:`cramped` starts it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.cli.desk import listing

Step = Sequence[str]


@dataclass(frozen=True)
class Came:
    """What a step came to: exit status, the message, and what lies in the folder afterwards."""

    status: int
    err: str
    files: dict[str, str]


def cramped(folder: Path, options: str, *steps: Step) -> list[Came]:
    """Do ``steps`` with a file system on ``folder``, mounted with tmpfs's ``options``.

    A step is ``("type", word, …)``, a command line; ``("copy", path)``, a file
    to bring along; ``("fill",)``, to leave no room at all; ``("free",)``; or
    ``("read-only",)``, from here on.
    """
    program = shutil.which("unshare")
    if program is None:
        pytest.skip("no mount namespaces here")
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    own = [program, "--mount", *as_root]
    if subprocess.run([*own, "true"], capture_output=True, check=False).returncode:
        pytest.skip("mount namespaces are not allowed here")
    done = subprocess.run(
        [*own, sys.executable, "-m", "tests.cli.cramped"],
        input=json.dumps([str(folder), options, steps]),
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Came(**came) for came in json.loads(done.stdout)]


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


def _type(folder: Path, *words: str) -> Came:
    import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main.main(words)
    return Came(status, err.getvalue(), listing(folder))


def _copy(folder: Path, path: str) -> None:
    shutil.copy(path, folder)


def _fill(folder: Path) -> None:
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while filler.write(b"\0" * 4096):
            pass


def _free(folder: Path) -> None:
    (folder / "filler").unlink()


def _read_only(folder: Path) -> None:
    _mount("-o", "remount,ro", str(folder))


_DEEDS: dict[str, Callable[..., Came | None]] = {
    "type": _type,
    "copy": _copy,
    "fill": _fill,
    "free": _free,
    "read-only": _read_only,
}


def _main() -> None:
    folder, options, steps = json.load(sys.stdin)
    _mount("-t", "tmpfs", "-o", options, "tmpfs", folder)
    came = [_DEEDS[name](Path(folder), *words) for name, *words in steps]
    json.dump([asdict(one) for one in came if one is not None], sys.stdout)


if __name__ == "__main__":
    _main()
