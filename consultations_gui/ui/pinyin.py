"""Pinyin initials, so that 磋商 is found by "cs".

GB/T 2312 keeps its 3,755 commoner characters in the order of their pinyin,
and Python knows the encoding: the first letter of a reading follows from a
character's place, without a dictionary. Rarer characters stand in order of
their radicals; those of city names are listed here, others have no letter.
"""

from __future__ import annotations

from bisect import bisect_right

_STARTS = (
    "B0A1 B0C5 B2C1 B4EE B6EA B7A2 B8C1 B9FE BBF7 BFA6 C0AC C2E8 "
    "C4C3 C5B6 C5BE C6DA C8BB C8F6 CBFA CDDA CEF4 D1B9 D4D1"
)
_FIRST = tuple(int(code, 16) for code in _STARTS.split())
_LETTERS = "abcdefghjklmnopqrstwxyz"
_END = 0xD7F9
_RARER = {"圳": "z", "厦": "x", "鄂": "e", "雅": "y", "磋": "c"}


def initials(text: str) -> str:
    """The first letters of the readings of ``text``'s Chinese characters: 普通照会 → ptzh."""
    return "".join(_initial(character) for character in text if character >= "一")


def _initial(character: str) -> str:
    if character in _RARER:
        return _RARER[character]
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    return _LETTERS[bisect_right(_FIRST, code) - 1] if _FIRST[0] <= code <= _END else ""
