from __future__ import annotations

import pytest

from consultations_gui.i18n.language import (
    OWN_NAMES,
    Language,
    environment_locales,
    system_language,
)


@pytest.mark.parametrize(
    ("locales", "expected"),
    [
        (["ru_RU.UTF-8"], Language.RU),
        (["zh-Hans-CN", "en-US"], Language.ZH),
        (["de-DE", "ru", "zh"], Language.RU),
        (["ZH"], Language.ZH),
        (["C"], Language.EN),
        (["zhuang", "rundi"], Language.EN),
        ([], Language.EN),
    ],
)
def test_the_first_language_we_speak_is_taken(locales: list[str], expected: Language) -> None:
    assert system_language(locales) is expected


def test_the_environment_is_read_as_gettext_reads_it() -> None:
    assert environment_locales({"LANGUAGE": "ru:zh_CN", "LC_ALL": "C", "LANG": "en_US"}) == (
        "ru",
        "zh_CN",
        "C",
    )
    assert environment_locales({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}) == ("zh_CN.UTF-8",)
    assert environment_locales({}) == ()


def test_each_language_is_named_in_itself() -> None:
    assert set(OWN_NAMES) == set(Language)
