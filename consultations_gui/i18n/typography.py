"""How a text is set for print, in Chinese and in Russian.

Texts stay as they were typed; this is for paper only. Each function is pure
and does nothing to a text it has already set.
"""

from __future__ import annotations

import re

from consultations_gui.i18n.language import Language

NBSP = "\u00a0"


def for_print(text: str, language: Language) -> str:
    """``text`` as ``language`` sets it on paper; English is left as it is."""
    if language is Language.ZH:
        return for_print_zh(text)
    return for_print_ru(text) if language is Language.RU else text


# --- Russian ---------------------------------------------------------------------------------

_RU_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\.\.\.", "…"),
        (r"(?<=\S) {2,}(?=\S)", " "),
        # A spaced hyphen or en dash is a dash, but between figures it may be a range or minus.
        (r"(?<=[^\s\d]) [-–](?= )|(?<=\S) [-–](?= [^\s\d])", " —"),
        (r"(?<=\S) (?=—)", NBSP),
        (r"([№§])[ \u00a0]?(?=[\dА-ЯЁA-Zа-яё])", r"\1" + NBSP),
        # Initials and surname, either first.
        (r"(?<!\w)([А-ЯЁ]\.)[ \u00a0]?([А-ЯЁ]\.)[ \u00a0]?(?=[А-ЯЁ][а-яё])", rf"\1{NBSP}\2{NBSP}"),
        (r"(?<!\w)([А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])", r"\1" + NBSP),
        (r"(?<=[а-яё]) (?=[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.(?!\w))", NBSP),
        (r"(?<!\w)([А-ЯЁ]\.) (?=[А-ЯЁ]\.(?!\w))", r"\1" + NBSP),
        # A figure and what it counts: years, centuries, money, time, size, percent.
        (r"(?<=\d) (?=(?:гг?|вв?|руб|коп|экз|чел|стр)\.)", NBSP),
        (r"(?<=\d) (?=(?:тыс|млн|млрд|ч|мин|сек|км|см|мм|кг|[КМГТ]?[Бб]айт|[КМГТ]Б)(?!\w))", NBSP),
        (r"(?<=\d) (?=[%‰°])", NBSP),
        # «г. Москва», «ст. 5», «п. 4».
        (r"(?<!\w)(г|ст|пп?|стр|им|ул|д) ?\. (?=[\dА-ЯЁ«])", rf"\1.{NBSP}"),
        # A one-letter word does not stay behind at the end of a line.
        (r"(?<![\w.\-])([авикосуАВИКОСУ]) (?=\S)", r"\1" + NBSP),
    )
)


def for_print_ru(text: str) -> str:
    """Russian: «ёлочки» and inner „лапки“, dashes, no-break spaces where the rules want them."""
    text = _pair_quotes(text)
    for pattern, replacement in _RU_RULES:
        text = pattern.sub(replacement, text)
    return text


_OUTER, _INNER = ("«", "»"), ("„", "“")
_OPENERS, _CLOSERS, _EITHER = "«„", "»", '"“”'
_ANY_MARK = re.compile(f"[{_OPENERS}{_CLOSERS}{_EITHER}]")
_BEFORE_OPENER = re.compile(r"[\s(\[{—–/]")


def _pair_quotes(text: str) -> str:
    """Set every pair of quotation marks by its depth; a mark without a partner stays."""
    if not _ANY_MARK.search(text):
        return text
    waiting: list[int] = []
    partner: dict[int, int] = {}
    opened = True  # nothing before the text: a mark there opens
    for place, mark in enumerate(text):
        # After „ the mark “ is its Russian partner, even right behind it.
        ends_inner = mark == "“" and waiting and text[waiting[-1]] == "„"
        if mark in _OPENERS or (mark in _EITHER and opened and not ends_inner):
            waiting.append(place)
            opened = True
        elif mark in _CLOSERS or mark in _EITHER:
            if waiting:
                partner[waiting.pop()] = place
            opened = False
        else:
            opened = bool(_BEFORE_OPENER.match(mark))
    return _set_pairs(text, partner)


def _set_pairs(text: str, partner: dict[int, int]) -> str:
    letters = list(text)
    ends: list[int] = []
    for opening in sorted(partner):
        while ends and ends[-1] < opening:
            ends.pop()
        marks = _INNER if len(ends) % 2 else _OUTER
        letters[opening], letters[partner[opening]] = marks
        ends.append(partner[opening])
    return "".join(letters)


# --- Chinese ---------------------------------------------------------------------------------

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇]"
_IS_HAN = re.compile(_HAN)
_WIDE = str.maketrans(",;:?!", "，；：？！")
_AFTER_WIDE = "，；：？！。、”’》）】…"

_STRAIGHT_ZH = re.compile(r'"([^"\n]*)"')
_BRACKETS_ZH = re.compile(r"\(([^()\n]*)\)")
_ZH_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Russian and other names in Chinese take the middle dot U+00B7, however it was typed.
    (re.compile(rf"(?<={_HAN})[•・‧∙](?={_HAN})"), "·"),
    (re.compile(rf"(?<={_HAN})\.{{3,}}"), "……"),
    (re.compile(rf"(?<={_HAN})--(?={_HAN})"), "——"),
    (re.compile(rf"(?<=[”’》）】])\.(?=\s|$)|(?<={_HAN})\.(?=\s|$|{_HAN})"), "。"),
)


def for_print_zh(text: str) -> str:
    """Chinese: full-width punctuation beside hanzi, “ ” in pairs, the middle dot in names."""
    text = "\n".join(_quotes_zh(line) for line in text.split("\n"))
    text = _BRACKETS_ZH.sub(_widen_brackets, text)
    for pattern, replacement in _ZH_RULES:
        text = pattern.sub(replacement, text)
    return _widen(text)


def _quotes_zh(line: str) -> str:
    """Pairs of straight marks become “ ”; with an odd one nobody can tell which opens."""
    if line.count('"') % 2 or not _IS_HAN.search(line):
        return line
    return _STRAIGHT_ZH.sub(r"“\1”", line)


def _widen_brackets(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    if _IS_HAN.search(match[1]) or _IS_HAN.match(before):
        return f"（{match[1]}）"
    return match[0]


def _widen(text: str) -> str:
    """Commas and the like are full-width beside hanzi, and then take no space after them."""
    result: list[str] = []
    place = 0
    while place < len(text):
        letter = text[place]
        place += 1
        if letter in ",;:?!" and _beside_han(result[-1:], text[place:].lstrip(" ")[:1]):
            letter = letter.translate(_WIDE)
            while text[place : place + 1] == " ":
                place += 1
        result.append(letter)
    return "".join(result)


def _beside_han(before: list[str], after: str) -> bool:
    if before and (_IS_HAN.match(before[0]) or before[0] in _AFTER_WIDE):
        return True
    return bool(_IS_HAN.match(after))
