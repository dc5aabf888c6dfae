"""The sample's invented people, texts and venues, read from the shipped resources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from consultations_gui.desktop.paths import resource
from consultations_gui.domain.parties import Lang, Side, Venue, own_language
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.proposal import Topic

MARK = "示例数据 · Учебные данные · Sample data"
"""What every consultation of the sample rests on, so that nobody takes it for a real one."""


@dataclass(frozen=True)
class SampleTalk:
    """What two sample offices say to each other: titles, note numbers, topics of both offers."""

    titles: tuple[str, str]
    notes: tuple[str, str]
    offered: tuple[Topic, ...]
    countered: tuple[Topic, ...]


@dataclass(frozen=True)
class SampleRow:
    """One agenda row of the sample. ``lead`` is a side, ``host`` or empty."""

    zh: str
    ru: str
    level: int = 1
    day: int = 1
    minutes: int | None = None
    lead: str = ""
    tags: tuple[str, ...] = ()

    def leading(self, host: Side | None) -> Side | None:
        """The side that leads the item at a meeting received by ``host``."""
        if self.lead == "host":
            return host
        return Side(self.lead) if self.lead else None


def office_names(side: Side) -> tuple[str, str, str]:
    """Chinese name, Russian name and address of the sample's office of ``side``."""
    found = _read("people")["office"][side.value]
    return found["name_zh"], found["name_ru"], found["email"]


def delegation(side: Side) -> Delegation:
    """An invented delegation, in protocol order."""
    return Delegation(side, tuple(_delegate(side, one) for one in _read("people")[side.value]))


def titles() -> tuple[str, str]:
    """The sample proposal's title in Chinese and Russian."""
    found = _read("proposal")
    return found["title_zh"], found["title_ru"]


def topics() -> tuple[Topic, ...]:
    """The topics the sample proposal offers."""
    return _topics(_read("proposal")["topics"])


def topic_tags() -> tuple[tuple[str, ...], ...]:
    """The tags of each of :func:`topics`."""
    return tuple(tuple(one["tags"]) for one in _read("proposal")["topics"])


def topic_days() -> tuple[int, ...]:
    """The meeting day (from 1) of each of :func:`topics`."""
    return tuple(one["day"] for one in _read("proposal")["topics"])


def venue(side: Side) -> Venue:
    """Where ``side`` wishes the extraordinary consultation to be held."""
    return Venue(**_read("proposal")["venues"][side.value])


def notes() -> tuple[str, ...]:
    """The numbers of the notes by which offer, counter and acceptance went."""
    return tuple(_read("proposal")["notes"])


def note_names(side: Side, lang: Lang) -> dict[str, str]:
    """How the sample's notes of ``side`` name the other secretariat and their own city."""
    found: dict[str, str] = _read("proposal")["note_names"][side.value][lang.value]
    return found


def talk() -> SampleTalk:
    """The proposal that the sample's packets carry."""
    found = _read("packet")
    offer, answer = found["notes"]
    return SampleTalk(
        (found["title_zh"], found["title_ru"]),
        (offer, answer),
        _topics(found["offered"]),
        _topics(found["countered"]),
    )


def opening_rows() -> tuple[SampleRow, ...]:
    """What stands before the topics on the agenda of the extraordinary consultation."""
    return tuple(_row(one) for one in _read("proposal")["opening"])


def pause_rows() -> tuple[SampleRow, ...]:
    """What stands behind the first topic there."""
    return tuple(_row(one) for one in _read("proposal")["pause"])


def closing_rows() -> tuple[SampleRow, ...]:
    """What follows the topics there."""
    return tuple(_row(one) for one in _read("proposal")["closing"])


def round_rows(nth: int) -> tuple[SampleRow, ...]:
    """The whole agenda of the sample's ``nth`` round, from 1; beyond the last it starts anew."""
    found = _read("agendas")
    parts = found["rounds"][(nth - 1) % len(found["rounds"])]
    return tuple(_framed(found["frame"], parts))


def _framed(frame: list[dict[str, Any]], parts: dict[str, Any]) -> Iterator[SampleRow]:
    day = 1
    for one in frame:
        if "insert" in one:
            yield from (_row({**part, "day": day}) for part in parts[one["insert"]])
        else:
            day = one["day"]
            yield _row(one)


def _row(data: dict[str, Any]) -> SampleRow:
    return SampleRow(**{**data, "tags": tuple(data.get("tags", ()))})


def _delegate(side: Side, data: dict[str, str]) -> Delegate:
    named = {name: text for name, text in data.items() if name != "role"}
    language: Lang = own_language(side)
    return Delegate(Person(uid=str(uuid4()), language=language, **named), Role(data["role"]))


def _topics(data: list[dict[str, Any]]) -> tuple[Topic, ...]:
    return tuple(Topic(one["zh"], one["ru"], one["minutes"]) for one in data)


def _read(name: str) -> dict[str, Any]:
    text = resource("sample", f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
