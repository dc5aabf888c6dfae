"""Where the program's own resources lie and where it keeps a person's files.

The folders for a person's files follow the platform's custom (XDG base
directories, AppData, Library) through platformdirs. Asking for a path creates
nothing; :func:`private_dir` does, for the owner alone.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "consultations"
REGISTER_NAME = "register.db"
SETTINGS_NAME = "settings.json"

_PACKAGE = Path(__file__).resolve().parent.parent


class ResourcesMissingError(FileNotFoundError):
    """The program was installed without its resources, so no text or paper can be shown."""


def resources_dir(package: Path = _PACKAGE) -> Path:
    """The folder of shipped resources: inside the package in a wheel, beside it in a checkout.

    Raises:
        ResourcesMissingError: neither folder is there.
    """
    # A wheel's neighbour folder called "resources" would be a stranger's: look inside first.
    for folder in (package / "_resources", package.parent / "resources"):
        if (folder / "locale").is_dir():
            return folder
    raise ResourcesMissingError(str(package / "_resources"))


def resource(*parts: str) -> Path:
    """The path of one shipped resource, e.g. ``resource("papers", "agenda.typ")``."""
    return resources_dir().joinpath(*parts)


def data_dir() -> Path:
    """The person's data folder; the register lies in it unless another one is named."""
    return platformdirs.user_data_path(APP, appauthor=False)


def config_dir() -> Path:
    """The folder of the settings file."""
    return platformdirs.user_config_path(APP, appauthor=False)


def cache_dir() -> Path:
    """The folder for what can be made again from the register at any time."""
    return platformdirs.user_cache_path(APP, appauthor=False)


def log_dir() -> Path:
    """The folder crash reports are saved in when the person agrees."""
    return platformdirs.user_log_path(APP, appauthor=False)


def default_register_path() -> Path:
    """The register that is opened when none is named."""
    return data_dir() / REGISTER_NAME


def settings_path() -> Path:
    """The settings file."""
    return config_dir() / SETTINGS_NAME


def private_dir(folder: Path) -> Path:
    """``folder``, created if need be so that only its owner can look into it.

    A folder that exists keeps its mode. Raises :class:`OSError` when it cannot be created.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
