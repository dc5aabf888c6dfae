"""Which fonts a paper is set in: a preference list for each role, from what is installed.

GB/T 9704-2012 asks for 仿宋 in the body, 小标宋 in the title and 黑体, 楷体, 仿宋
by level; Russian papers take a Times. Machines without those take the free
faces further down the list. Every list ends with the other language's faces
and a few wide ones, so that a name in the other script or a rare hanzi is
set from the next font that has it and never as an empty box.
"""

from __future__ import annotations

from collections.abc import Iterable

_FANGSONG = ("FangSong", "仿宋", "STFangsong", "华文仿宋", "FangSong_GB2312", "仿宋_GB2312")
_SONG = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "SimSun",
    "宋体",
)
_HEI = (
    "SimHei",
    "黑体",
    "STHeiti",
    "Heiti SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
)
_KAI = ("KaiTi", "楷体", "STKaiti", "Kaiti SC", "KaiTi_GB2312", "楷体_GB2312", "LXGW WenKai")
_XIAOBIAOSONG = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "STZhongsong")
_TIMES = ("Times New Roman", "PT Astra Serif", "Liberation Serif", "Noto Serif")
_RARE = ("BabelStone Han", "HanaMinA", "HanaMinB", "SimSun-ExtB", "DejaVu Serif", "DejaVu Sans")

PREFERENCES: dict[str, tuple[str, ...]] = {
    "zh-body": (*_FANGSONG, *_SONG, *_TIMES, *_RARE),
    "zh-strong": (*_HEI, *_FANGSONG, *_SONG, *_TIMES, *_RARE),
    "zh-kai": (*_KAI, *_FANGSONG, *_SONG, *_TIMES, *_RARE),
    "zh-title": (*_XIAOBIAOSONG, *_SONG, *_FANGSONG, *_TIMES, *_RARE),
    "ru-body": (*_TIMES, *_FANGSONG, *_SONG, *_RARE),
    "figures": _TIMES,
}
"""Families by role, most wanted first. ``figures`` are letters and figures in Chinese text."""

_PACKAGES: tuple[tuple[range, str], ...] = (
    (range(0x0590), "fonts-liberation"),
    (range(0x2000, 0x2070), "fonts-liberation"),
    (range(0x2070, 0x2C00), "fonts-dejavu-core"),
    (range(0x2E80, 0xA000), "fonts-noto-cjk"),
    (range(0xF900, 0xFB00), "fonts-noto-cjk"),
    (range(0xFE30, 0xFE50), "fonts-noto-cjk"),
    (range(0xFF00, 0xFFF0), "fonts-noto-cjk"),
    (range(0x20000, 0x2EBF0), "fonts-hanazono"),
    (range(0x2EBF0, 0x323B0), "fonts-babelstone-han"),
)


def resolve(installed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The families of each role that are among ``installed``, in order of preference.

    Names are compared without regard to case; a role with no font is empty.
    """
    names = {name.casefold(): name for name in installed}
    return {
        role: tuple(names[wish.casefold()] for wish in wishes if wish.casefold() in names)
        for role, wishes in PREFERENCES.items()
    }


def package_for(char: str) -> str:
    """The Debian package with fonts of our lists that have ``char``; empty if there is none."""
    code = ord(char[0])
    return next((package for codes, package in _PACKAGES if code in codes), "")
