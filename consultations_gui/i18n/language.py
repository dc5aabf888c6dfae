"""The three languages of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Language(StrEnum):
    """A language the program speaks; the value is its BCP 47 tag and its catalogue folder."""

    ZH = "zh"
    RU = "ru"
    EN = "en"


OWN_NAMES: dict[Language, str] = {
    Language.ZH: "中文",
    Language.RU: "Русский",
    Language.EN: "English",
}
"""Each language's name in itself, for a menu that anyone can read."""


def system_language(locales: Iterable[str]) -> Language:
    """The first language of ``locales`` that the program speaks; English if there is none.

    ``locales`` are the person's wishes, best first, as a system gives them:
    ``zh-Hans-CN``, ``ru_RU.UTF-8``, ``C``.
    """
    for locale in locales:
        primary = locale.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if primary in tuple(Language):
            return Language(primary)
    return Language.EN


def environment_locales(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The wishes in POSIX environment variables, in the order gettext gives them."""
    wishes = environment.get("LANGUAGE", "").split(":")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            wishes.append(value)
            break
    return tuple(wish for wish in wishes if wish)
