from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from consultations_gui.desktop import paths


def test_resources_are_found_beside_the_package_in_a_checkout() -> None:
    assert (paths.resource("locale", "zh") / "domain.po").is_file()


def test_a_wheel_looks_inside_the_package_first(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "consultations_gui"
    inside = package / "_resources"
    (inside / "locale").mkdir(parents=True)
    (tmp_path / "site-packages" / "resources" / "locale").mkdir(parents=True)
    assert paths.resources_dir(package) == inside


def test_a_neighbour_called_resources_is_not_taken_for_ours(tmp_path: Path) -> None:
    package = tmp_path / "consultations_gui"
    (tmp_path / "resources").mkdir()
    with pytest.raises(paths.ResourcesMissingError):
        paths.resources_dir(package)


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")
def test_the_persons_folders_follow_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    assert paths.default_register_path() == tmp_path / "data/consultations/register.db"
    assert paths.settings_path() == tmp_path / "config/consultations/settings.json"
    assert paths.log_dir().is_relative_to(tmp_path / "state/consultations")
    assert not (tmp_path / "data").exists(), "asking for a path creates nothing"


def test_a_private_folder_is_the_owners_alone(tmp_path: Path) -> None:
    made = paths.private_dir(tmp_path / "a" / "b")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert paths.private_dir(made) == made
