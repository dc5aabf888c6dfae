from __future__ import annotations

import json
import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.desktop.settings import (
    MAX_BYTES,
    Loaded,
    Motion,
    PaperMode,
    Settings,
    SettingsFile,
    Theme,
    Trouble,
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


def write(file: SettingsFile, content: bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(content)


def test_no_file_means_defaults(file: SettingsFile) -> None:
    assert file.load() == Loaded(Settings())


def test_what_is_saved_is_read_back(file: SettingsFile) -> None:
    saved = Settings(
        language="ru",
        theme=Theme.DARK,
        motion=Motion.REDUCED,
        paper_mode=PaperMode.SIMPLIFIED,
        geometry="AdnQywADAAA=",
        view="year",
        export_folder="/home/п/议程",
        year_hidden=("RU",),
        year_shades=True,
        year_zoom=3,
    ).with_splitter("agenda", "AAAA/w==")
    file.save(saved)
    assert file.load() == Loaded(saved)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_a_folder_name_that_is_not_utf8_survives(file: SettingsFile) -> None:
    name = os.fsdecode(b"/srv/\xec\xef")
    file.save(Settings(export_folder=name))
    assert file.load().settings.export_folder == name


def test_keys_of_a_newer_version_are_kept(file: SettingsFile) -> None:
    write(file, b'{"language": "zh", "hologram": {"depth": [1, 2]}}')
    loaded = file.load()
    assert loaded.trouble is None
    file.save(loaded.settings)
    assert json.loads(file.path.read_bytes())["hologram"] == {"depth": [1, 2]}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a": ' + b"1" * 5000 + b"}",
        b" " * (MAX_BYTES + 1),
    ],
)
def test_a_broken_file_is_kept_aside_and_defaults_are_used(
    file: SettingsFile, content: bytes
) -> None:
    write(file, content)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert loaded.trouble is Trouble.BROKEN
    assert loaded.aside == file.path.with_name("settings.json.broken")
    assert loaded.aside.read_bytes() == content
    assert not file.path.exists()


def test_a_second_broken_file_does_not_replace_the_first(file: SettingsFile) -> None:
    write(file, b"one")
    file.load()
    write(file, b"two")
    assert file.load().aside == file.path.with_name("settings.json.broken-2")
    assert file.path.with_name("settings.json.broken").read_bytes() == b"one"


def test_a_broken_file_that_cannot_be_moved_is_still_no_obstacle(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError

    write(file, b"?")
    monkeypatch.setattr(Path, "rename", refuse)
    assert file.load() == Loaded(Settings(), Trouble.BROKEN)


def test_so_many_broken_files_are_left_where_they_are(file: SettingsFile) -> None:
    for _ in range(99):
        write(file, b"?")
        assert file.load().aside is not None
    write(file, b"?")
    assert file.load() == Loaded(Settings(), Trouble.BROKEN)


def test_a_file_that_may_not_be_read_is_reported(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)  # a folder: unreadable as a file for root too
    assert file.load() == Loaded(Settings(), Trouble.UNREADABLE)


def test_a_value_of_no_use_costs_only_itself(file: SettingsFile) -> None:
    write(
        file,
        b'{"theme": "purple", "language": "la", "motion": 3, "geometry": [],'
        b' "splitters": [1], "view": "year", "year_hidden": "CN", "year_shades": 1,'
        b' "year_zoom": true}',
    )
    loaded = file.load()
    assert loaded.trouble is Trouble.VALUES
    assert loaded.ignored == (
        "language", "theme", "motion", "geometry", "splitters",
        "year_hidden", "year_shades", "year_zoom",
    )  # fmt: skip
    assert loaded.settings == Settings(view="year")


def test_a_failed_write_leaves_the_old_file(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(Settings(view="today"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        file.save(Settings(view="year"))
    assert file.load().settings.view == "today"
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
known_keys = st.sampled_from(["language", "theme", "motion", "splitters", "geometry", "view"])


@given(st.dictionaries(known_keys | st.text(), json_values))
def test_no_json_object_ever_stops_the_program(document: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.json")
        file.path.write_text(json.dumps(document), encoding="ascii")
        loaded = file.load()
        file.save(loaded.settings)
        again = file.load()
        assert again.trouble is None
        assert again.settings == loaded.settings
