"""Fonts are chosen by preference among those installed."""

from __future__ import annotations

import pytest

from consultations_gui.documents.fonts import PREFERENCES, package_for, resolve

DEBIAN = ("DejaVu Serif", "Liberation Serif", "Noto Sans CJK SC", "Noto Serif CJK SC")
WINDOWS = ("SimHei", "FangSong", "KaiTi", "SimSun", "Times New Roman", "Arial")


def first(installed: tuple[str, ...]) -> dict[str, str]:
    return {role: families[0] for role, families in resolve(installed).items()}


def test_an_office_with_the_official_faces_gets_them() -> None:
    assert first((*WINDOWS, "FZXiaoBiaoSong-B05S")) == {
        "zh-body": "FangSong",
        "zh-strong": "SimHei",
        "zh-kai": "KaiTi",
        "zh-title": "FZXiaoBiaoSong-B05S",
        "ru-body": "Times New Roman",
        "figures": "Times New Roman",
    }
    assert first(WINDOWS)["zh-title"] == "SimSun"


def test_a_bare_debian_gets_the_free_ones_and_the_body_face_for_kai() -> None:
    assert first(DEBIAN) == {
        "zh-body": "Noto Serif CJK SC",
        "zh-strong": "Noto Sans CJK SC",
        "zh-kai": "Noto Serif CJK SC",
        "zh-title": "Noto Serif CJK SC",
        "ru-body": "Liberation Serif",
        "figures": "Liberation Serif",
    }


def test_names_are_found_in_any_case_and_given_as_installed() -> None:
    assert resolve(["noto serif cjk sc"])["zh-body"] == ("noto serif cjk sc",)
    assert resolve([])["zh-body"] == ()


def test_every_text_can_fall_back_to_the_other_scripts_face() -> None:
    for role, families in PREFERENCES.items():
        if role != "figures":
            assert {"Noto Serif CJK SC", "Liberation Serif", "HanaMinB"} <= set(families)
            assert len(set(families)) == len(families), role


@pytest.mark.parametrize(
    ("char", "package"),
    [
        ("Ё", "fonts-liberation"),
        ("—", "fonts-liberation"),
        ("№", "fonts-dejavu-core"),
        ("镕", "fonts-noto-cjk"),
        ("，", "fonts-noto-cjk"),
        ("𠮷", "fonts-hanazono"),
        ("\U00030000", "fonts-babelstone-han"),
        ("ก", ""),
        ("👨\u200d👩", ""),
    ],
)
def test_the_package_that_has_a_character(char: str, package: str) -> None:
    assert package_for(char) == package
