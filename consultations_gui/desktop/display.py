"""Whether a window can be opened here at all."""

from __future__ import annotations

from collections.abc import Mapping

_ANNOUNCED_BY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether there is a display, as far as that can be known before Qt ends the program over it.

    Windows and macOS have one; elsewhere X11 or Wayland announce themselves,
    or Qt was told to do without. ``platform`` is as in ``sys.platform``.
    """
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in _ANNOUNCED_BY)
