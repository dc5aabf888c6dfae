"""Puts the resources into the wheel, with the catalogues compiled.

In a wheel they lie in ``consultations_gui/_resources``, where
``consultations_gui.desktop.paths`` looks first. The .po files stay behind: the program reads
compiled catalogues only.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "consultations_gui/_resources"
SOURCES_ONLY = {".po", ".pot", ".mo"}


class ResourcesHook(BuildHookInterface[Any]):
    """Adds every resource by name, then the compiled catalogues."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill the list of files that go in from outside the packages."""
        resources = Path(self.root) / "resources"
        included: dict[str, str] = build_data["force_include"]
        for file in sorted(resources.rglob("*")):
            if file.is_file() and file.suffix not in SOURCES_ONLY:
                included[str(file)] = f"{INSIDE}/{file.relative_to(resources).as_posix()}"
        self._scratch = tempfile.TemporaryDirectory()
        self._compile(resources / "locale", Path(self._scratch.name))
        for file in sorted(Path(self._scratch.name).rglob("*.mo")):
            inside = file.relative_to(self._scratch.name).as_posix()
            included[str(file)] = f"{INSIDE}/locale/{inside}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled catalogues once they are in the wheel."""
        self._scratch.cleanup()

    def _compile(self, sources: Path, target: Path) -> None:
        # The project being built is not installed, so its own compiler is found by its folder.
        sys.path.insert(0, self.root)
        try:
            from consultations_gui.i18n.compile import compile_catalogues  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        compile_catalogues(sources, target)
