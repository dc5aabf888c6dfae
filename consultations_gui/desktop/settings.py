"""What the program remembers for one person: language, theme, window, reading comfort.

One JSON file, written atomically, for its owner only. A file that cannot be
read never stops the program: it is kept aside, defaults are used, and the
caller is told so that the window can say it. Keys this version does not know
(a newer one wrote them) are kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from consultations_gui.desktop.files import write_private
from consultations_gui.desktop.paths import private_dir

MAX_BYTES = 1_000_000
"""A settings file is a few kilobytes; anything far larger is not one."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Theme(StrEnum):
    """Which of the two palettes the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether moving transitions are shown."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class PaperMode(StrEnum):
    """Order of mention in the two copies of a paper (DOCUMENTS: full or simplified alternat)."""

    FULL = "full"
    SIMPLIFIED = "simplified"


@dataclass(frozen=True)
class Settings:
    """A person's settings.

    ``language`` is ``"zh"``, ``"ru"``, ``"en"`` or empty to follow the system.
    ``geometry`` is Qt's saved window geometry in base64, ``splitters`` the
    base64 state of each splitter by its name. ``view`` names the screen last
    shown. ``year_hidden`` are the countries ("CN", "RU") whose days the years
    leave out, ``year_shades`` says that good dates are shaded there,
    ``year_zoom`` how near the months are (0 shows twelve). ``other`` holds
    keys this version does not know.
    """

    language: str = ""
    theme: Theme = Theme.SYSTEM
    motion: Motion = Motion.SYSTEM
    paper_mode: PaperMode = PaperMode.FULL
    geometry: str = ""
    splitters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    view: str = ""
    export_folder: str = ""
    year_hidden: tuple[str, ...] = ()
    year_shades: bool = False
    year_zoom: int = 0
    other: Mapping[str, object] = field(default_factory=lambda: _NOTHING)

    def with_splitter(self, name: str, state: str) -> Settings:
        """These settings with one splitter's state remembered."""
        return replace(self, splitters=MappingProxyType({**self.splitters, name: state}))


class Trouble(StrEnum):
    """What was wrong with a settings file."""

    UNREADABLE = "unreadable"
    """The file is there but the system does not let it be read."""
    BROKEN = "broken"
    """Not a settings file; it was kept aside."""
    VALUES = "values"
    """Some values made no sense and were replaced by their defaults."""


@dataclass(frozen=True)
class Loaded:
    """Settings as read, and what was wrong, if anything.

    ``aside`` is where a broken file was kept (``None`` if it could not be
    moved); ``ignored`` are the keys whose values made no sense.
    """

    settings: Settings
    trouble: Trouble | None = None
    aside: Path | None = None
    ignored: tuple[str, ...] = ()


class SettingsFile:
    """The settings file at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Loaded:
        """Read the settings; a missing file means defaults. Never raises."""
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return Loaded(Settings())
        except OSError:
            return Loaded(Settings(), Trouble.UNREADABLE)
        document = _parse(raw)
        if document is None:
            return Loaded(Settings(), Trouble.BROKEN, self._set_aside())
        settings, ignored = _from_document(document)
        return Loaded(settings, Trouble.VALUES if ignored else None, ignored=ignored)

    def save(self, settings: Settings) -> None:
        """Write the settings over the old ones. Raises :class:`OSError` if that fails."""
        document = {**settings.other, **_to_document(settings)}
        # ASCII, because a folder name on Linux may hold bytes that are no UTF-8 (lone surrogates).
        text = json.dumps(document, indent=2, sort_keys=True) + "\n"
        private_dir(self.path.parent)
        write_private(self.path, text.encode("ascii"))

    def _set_aside(self) -> Path | None:
        for number in range(1, 100):
            suffix = ".broken" if number == 1 else f".broken-{number}"
            target = self.path.with_name(self.path.name + suffix)
            if target.exists():
                continue
            try:
                return self.path.rename(target)
            except OSError:
                return None
        return None


def _parse(raw: bytes) -> dict[str, object] | None:
    if len(raw) > MAX_BYTES:
        return None
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _to_document(settings: Settings) -> dict[str, object]:
    return {
        item.name: dict(settings.splitters)
        if item.name == "splitters"
        else getattr(settings, item.name)
        for item in fields(settings)
        if item.name != "other"
    }


def _from_document(document: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """The settings in ``document`` and the keys whose values are of no use."""
    values: dict[str, object] = {}
    ignored: list[str] = []
    other = dict(document)
    for name, read in _READERS.items():
        if name not in other:
            continue
        try:
            values[name] = read(other.pop(name))
        except ValueError:
            ignored.append(name)
    values["other"] = MappingProxyType(other)
    return replace(Settings(), **values), tuple(ignored)  # type: ignore[arg-type]  # by _READERS


class _UselessError(ValueError):
    """A value that a setting cannot have."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _UselessError
    return value


def _language(value: object) -> str:
    if value not in ("", "zh", "ru", "en"):
        raise _UselessError
    return _text(value)


def _splitters(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise _UselessError
    return MappingProxyType({_text(name): _text(state) for name, state in value.items()})


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _UselessError
    return tuple(_text(item) for item in value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UselessError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _UselessError
    return value


def _choice(choices: type[StrEnum]) -> Callable[[object], StrEnum]:
    return lambda value: choices(_text(value))


_READERS: dict[str, Callable[[object], object]] = {
    "language": _language,
    "theme": _choice(Theme),
    "motion": _choice(Motion),
    "paper_mode": _choice(PaperMode),
    "geometry": _text,
    "splitters": _splitters,
    "view": _text,
    "export_folder": _text,
    "year_hidden": _texts,
    "year_shades": _flag,
    "year_zoom": _count,
}
"""How each known key is read; a reader raises :class:`ValueError` for a value of no use."""
