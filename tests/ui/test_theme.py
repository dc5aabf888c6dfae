"""Colours that can be read, icons that follow the theme, a style sheet without loose ends."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultations_gui.desktop.paths import resource
from consultations_gui.desktop.settings import Motion, Theme
from consultations_gui.domain.parties import Side
from consultations_gui.ui.theme.fonts import BASE_PX, interface_font, sized
from consultations_gui.ui.theme.switch import ThemeSwitch, build_sheet
from consultations_gui.ui.theme.tokens import DARK, LIGHT, Tokens, contrast, luminance

INKS = ("text", "muted", "accent", "cn_ink", "ru_ink", "agreed", "warning")
GROUNDS = (
    "window",
    "surface",
    "sunken",
    "selection",
    "cn_ground",
    "ru_ground",
    "warning_ground",
)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_every_ink_can_be_read_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_stands_on_the_accent_can_be_read_and_edges_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.surface, tokens.text) >= 4.5
    assert all(contrast(tokens.edge, getattr(tokens, ground)) >= 3 for ground in GROUNDS)


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_each_side_has_its_own_ink_and_ground() -> None:
    for tokens in (LIGHT, DARK):
        assert tokens.ink(Side.CN) == tokens.cn_ink
        assert tokens.ground(Side.RU) == tokens.ru_ground


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_uses_tokens_only(tokens: Tokens) -> None:
    template = resource("themes", "window.qss").read_text(encoding="utf-8")
    without_remarks = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgb", without_remarks) == []
    assert "@" not in build_sheet(template, tokens)


def test_a_colour_that_is_no_token_is_refused() -> None:
    with pytest.raises(KeyError):
        build_sheet("QLabel { color: @nothing }", LIGHT)


@pytest.mark.parametrize(("folder", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_pictures_in_the_style_sheet_have_the_themes_colours(folder: str, tokens: Tokens) -> None:
    template = resource("themes", "window.qss").read_text(encoding="utf-8")
    for name in set(re.findall(r"url\(theme:([\w.-]+)\)", template)):
        used = set(re.findall(r"#[0-9A-F]{6}", resource("themes", folder, name).read_text("utf-8")))
        assert used <= {tokens.muted, tokens.on_accent}, name


def test_switching_repaints_everything(
    theme: ThemeSwitch, qapp: QApplication, qtbot: QtBot
) -> None:
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.choose(Theme.DARK)
    assert theme.tokens is DARK
    assert theme.choice is Theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert DARK.surface in qapp.styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Theme.DARK)


def test_the_system_decides_unless_a_theme_is_fixed(theme: ThemeSwitch) -> None:
    theme.choose(Theme.SYSTEM)
    assert theme.tokens is LIGHT  # the test platform names no scheme


def _painted_in(icon: QIcon, ink: str, mode: QIcon.Mode = QIcon.Mode.Normal) -> bool:
    """Every solid point has the colour ``ink``, give or take rounding."""
    image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    solid = [colour for colour in points if colour.alpha() == 255]
    return bool(solid) and all(_distance(colour, QColor(ink)) <= 2 for colour in solid)


def _distance(one: QColor, other: QColor) -> int:
    parts = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, parts))


def test_icons_take_the_themes_colour_when_painted(theme: ThemeSwitch) -> None:
    icon = theme.icon("undo-2", "accent")
    assert _painted_in(icon, LIGHT.accent)
    theme.choose(Theme.DARK)
    assert _painted_in(icon, DARK.accent)
    assert _painted_in(icon, DARK.muted, QIcon.Mode.Disabled)


def test_every_shipped_icon_can_be_painted(theme: ThemeSwitch) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert names
    for name in names:
        assert _painted_in(theme.icon(name), LIGHT.text), name


def test_the_font_has_a_chinese_family_of_ours(theme: ThemeSwitch) -> None:
    font = interface_font()
    assert font.pixelSize() == BASE_PX
    assert "Noto Sans CJK SC" in font.families()
    assert font.families()[0] not in ("", "Sans Serif")
    assert sized(font, 17, bold=True).families() == font.families()


def test_motion_follows_the_choice(theme: ThemeSwitch) -> None:
    theme.choose_motion(Motion.REDUCED)
    assert theme.reduced_motion
    theme.choose_motion(Motion.FULL)
    assert not theme.reduced_motion


def test_icons_have_twice_as_many_points_on_a_dense_screen(theme: ThemeSwitch) -> None:
    pixmap = theme.icon("undo-2").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
