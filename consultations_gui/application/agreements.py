"""The agreement: its articles to read, the facts an office enters, the days that follow."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from consultations_gui.application.journal import change
from consultations_gui.application.ports import Context
from consultations_gui.desktop.paths import resource
from consultations_gui.domain.agreement import (
    AgreementFacts,
    Deadlines,
    require_facts,
)
from consultations_gui.domain.agreement import deadlines as reckoned


@dataclass(frozen=True)
class Article:
    """One article: the Chinese text is authentic, the other headings are working ones.

    ``label`` is the article's own (第五条). ``heading_en`` and ``heading_ru``
    are this program's, to find one's way, and must be shown as such.
    """

    number: int
    label: str
    heading_zh: str
    heading_en: str
    heading_ru: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class AgreementText:
    """The Chinese text as signed in Moscow on 8 May 2015, without its annex.

    The annex is the office's to supply (:class:`AgreementFacts`).
    """

    title: str
    preamble: tuple[str, ...]
    articles: tuple[Article, ...]
    closing: str
    signatures: tuple[str, ...]


@cache
def text() -> AgreementText:
    """The whole text."""
    found = _read("agreement.zh.json")
    headings = _read("headings.json")
    named = zip(found["articles"], headings["en"], headings["ru"], strict=True)
    return AgreementText(
        title=found["title"],
        preamble=tuple(found["preamble"]),
        articles=tuple(_article(data, en, ru) for data, en, ru in named),
        closing=found["closing"],
        signatures=tuple(found["signatures"]),
    )


def articles() -> tuple[Article, ...]:
    """The ten articles in order."""
    return text().articles


def facts(ctx: Context) -> AgreementFacts:
    """What the office has entered; nothing of it is shipped."""
    with ctx.work() as uow:
        return uow.facts.get() or AgreementFacts()


def set_facts(ctx: Context, facts: AgreementFacts, group: str | None = None) -> AgreementFacts:
    """Enter dates of notices, authorities, the annex.

    Raises:
        BeforeSignatureError, InvalidDateError, NameMissingError,
        EndBeforeStartError: see ``domain.agreement.require_facts``.
        StaleVersionError: someone else changed them meanwhile.
    """
    require_facts(facts)
    with change(ctx, "facts.edit", group) as step:
        return step.put(step.uow.facts.get(), facts)


def deadlines(ctx: Context) -> Deadlines:
    """The days of Arts. 5(1), 10(1) and 10(3), each with its working shown."""
    return reckoned(facts(ctx))


def _article(data: dict[str, Any], en: str, ru: str) -> Article:
    return Article(
        number=data["number"],
        label=data["label"],
        heading_zh=data["heading"],
        heading_en=en,
        heading_ru=ru,
        paragraphs=tuple(data["paragraphs"]),
    )


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("agreement", name).read_text(encoding="utf-8"))
    return found
