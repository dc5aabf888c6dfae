from __future__ import annotations

import pytest

from consultations_gui.desktop.display import has_display


@pytest.mark.parametrize(
    ("platform", "environment", "found"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("freebsd14", {}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_announces_itself(
    platform: str, environment: dict[str, str], found: bool
) -> None:
    assert has_display(platform, environment) is found
