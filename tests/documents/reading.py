"""Reading papers back, as a person, a search and a screen reader do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import overload

import pikepdf
import pypdf
import typst

from consultations_gui.documents.content import Paper, RowKind, Sheet


class Pages(Sequence[str]):
    """The text of each page, as it is copied; read when it is asked for, for that takes long."""

    def __init__(self, pdf: bytes) -> None:
        self._pages = pypdf.PdfReader(BytesIO(pdf)).pages
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._pages)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        places = range(len(self))[at]
        if not isinstance(places, int):
            return [self[place] for place in places]
        if places not in self._texts:
            self._texts[places] = self._pages[places].extract_text()
        return self._texts[places]


@lru_cache(maxsize=16)
def pages(pdf: bytes) -> Pages:
    """The text of each page."""
    return Pages(pdf)


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page without its head: a line of marks, symbol and marking."""
    return [[line.strip() for line in page.split("\n") if line.strip()] for page in pages(pdf)]


def said(text: str) -> re.Pattern[str]:
    """``text`` exactly, but for line breaks: a break may stand at any place, or for a space.

    A no-break space is copied as a common one.
    """
    parts = (r"(?: ?\n| )" if sign in " \u00a0" else re.escape(sign) for sign in text)
    return re.compile(r"\n?".join(parts))


def words_of(sheet: Sheet) -> Iterator[str]:
    """Everything a sheet of a copy prints, in order."""
    yield from (sheet.title[0].upper() if sheet.lang == "ru" else sheet.title[0], *sheet.title[1:])
    dateline = (sheet.date, sheet.place) if sheet.lang == "zh" else (sheet.place, sheet.date)
    yield from (part for part in dateline if part)
    for row in sheet.rows:
        if row.time:
            yield row.time
        between = row.gap if row.mark and row.text else ""
        gap = "" if row.kind is RowKind.DAY else row.gap
        yield row.number + gap + row.mark + between + row.text
    yield from sheet.notes
    yield from (part for entry in sheet.signatures for part in (entry.label, entry.name) if part)


def unheaded(paper: Paper, sheet: Sheet, page: str, *, place: int) -> str:
    """A page's text without head and foot, which must be exactly what the paper asks for."""
    head = [" · ".join(mark.text for mark in paper.draft)] if paper.draft else []
    if sheet.lang == "ru" and place > 1:
        head.append(str(place))
    head += [part for part in (sheet.symbol, sheet.marking) if part]
    start = re.compile(r"\s*" + r"\s+".join(re.escape(part) for part in head) + r"\s*")
    found = start.match(page)
    assert found, (head, page[:120])
    body = page[found.end() :]
    if sheet.lang == "zh":
        foot = f"— {place} —"
        assert body.rstrip().endswith(foot), body[-40:]
        body = body.rstrip().removesuffix(foot)
    return body


def split(paper: Paper, pdf: bytes) -> list[list[str]]:
    """The pages of each sheet without heads and feet; every page belongs to one sheet."""
    found: list[list[str]] = [[] for _ in paper.sheets]
    at = 0
    for page in pages(pdf):
        if at + 1 < len(paper.sheets) and said(next(words_of(paper.sheets[at + 1]))).search(page):
            at += 1
        place = len(found[at]) + 1
        found[at].append(unheaded(paper, paper.sheets[at], page, place=place))
    return found


def tags(pdf: bytes) -> list[tuple[str, str]]:
    """The structure tree in reading order: each element's type and language (own or inherited)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_walk(document.Root.StructTreeRoot.K, str(document.Root.Lang)))


def _walk(node: pikepdf.Object, lang: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child, lang)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        own = str(node.get("/Lang", lang))
        yield str(node.S).removeprefix("/"), own
        if "/K" in node:
            yield from _walk(node.K, own)


def font_folder(folder: Path, *families: str) -> Path:
    """A folder with the fonts every machine of ours has, or only with ``families``."""
    wanted = families or ("Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif")
    for font in typst.Fonts(include_embedded_fonts=False).fonts():
        if font.family in wanted and font.path:
            link = folder / Path(font.path).name
            if not link.exists():
                link.symlink_to(font.path)
    return folder
