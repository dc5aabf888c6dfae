"""The interface font: the system's own, then a Chinese family chosen by us.

Without a choice of ours the system may fall back to a Japanese font, whose
forms of many characters a Chinese reader finds wrong.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

BASE_PX = 13
TITLE_PX = 17
DATE_PX = 25
"""For the one date that matters."""
SMALL_PX = 12
MARK_PX = 11
"""Letters in a mark or key cap, never a sentence."""

CHINESE = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
"""Families with simplified Chinese forms whose weight sits with a sans-serif interface font."""


def interface_font() -> QFont:
    """The font of the window at the base size (device-independent pixels)."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(system)
    font.setFamilies([QFontInfo(system).family(), *CHINESE])
    font.setPixelSize(BASE_PX)
    if sys.platform.startswith("linux"):
        # FreeType's hinting makes small Chinese characters look bold beside Latin and Cyrillic.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """``font`` at another size, with its families."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other
