"""Papers against the ones that were looked at and found right, in ``tests/golden/papers``.

``UPDATE_GOLDEN=1 pytest tests/documents/test_golden.py`` writes them anew; look
at the difference, and at the pages, before committing it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from consultations_gui.application import codec
from consultations_gui.application.ports import Alternat, Copy, PaperOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.compose import compose
from consultations_gui.documents.pdf import PdfPress
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.protection import Marking
from tests.documents.reading import font_folder, pages
from tests.documents.samples import agenda, consultation, item, order

FOLDER = Path(__file__).parents[1] / "golden" / "papers"


def chinese_copy() -> PaperOrder:
    return order(Copy.CN, alternat=Alternat.FULL)


def russian_copy_simplified() -> PaperOrder:
    return order(Copy.RU, alternat=Alternat.SIMPLIFIED)


def working_draft_of_two_days() -> PaperOrder:
    first = list(agenda().items)
    first[3] = replace(first[3], text=Bilingual(first[3].text.zh, ""))
    first[4] = replace(first[4], text=replace(first[4].text, lagging=Lang.ZH))
    first[7] = replace(first[7], marking=Marking.RESTRICTED, originator=Side.CN)
    second = [replace(row, uid=f"{row.uid}-2", day=2) for row in agenda().items]
    third = [replace(item("deep", 3, "信息交换格式", "О формате сообщений", 10), day=2)]
    rows = tuple(replace(row, marking=max(row.marking, Marking.PARTIES)) for row in first + second)
    return order(
        Copy.WORKING,
        meeting=consultation(
            venue=Venue("RU", "Vladivostok"),
            dates=Dates(date(2027, 4, 14), date(2027, 4, 15)),
            status=Status.TENTATIVE,
        ),
        items=agenda(
            items=(*rows[:11], *third, *rows[11:]),
            opens=(time(9), time(9, 30)),
            status=AgendaStatus.DRAFT,
        ),
        final=False,
        provisional=(Side.CN, Side.RU),
    )


def extraordinary_chinese_text() -> PaperOrder:
    meeting = consultation(
        kind=Kind.EXTRAORDINARY, number=None, host=Side.CN, venue=Venue("CN", "Beijing")
    )
    return order(Copy.ZH_ONLY, meeting=meeting)


def russian_copy_before_the_chinese_notice() -> PaperOrder:
    return order(Copy.RU, provisional=(Side.CN,))


CASES: list[Callable[[], PaperOrder]] = [
    chinese_copy,
    russian_copy_simplified,
    working_draft_of_two_days,
    extraordinary_chinese_text,
    russian_copy_before_the_chinese_notice,
]


def hold_against(name: str, found: str) -> None:
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_content(case: Callable[[], PaperOrder]) -> None:
    plain = json.loads(codec.to_json(compose(case())))
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    hold_against(f"{case.__name__}.json", text)


@pytest.mark.parametrize("case", CASES)
def test_rendered_text(case: Callable[[], PaperOrder], tmp_path: Path) -> None:
    # Where pages end depends on the fonts: the ones every machine of ours has.
    press = PdfPress(resource("papers"), [font_folder(tmp_path)])
    found = "\n".join("".join(page.split()) for page in pages(press.pdf(compose(case())))) + "\n"
    hold_against(f"{case.__name__}.txt", found)
