"""A year becomes the content of a sheet.

A sheet in both languages is nobody's copy: as in a working copy the Chinese
text stands on the left and the Russian one on the right, and each names its
own side first. A single text follows its language.
"""

from __future__ import annotations

from datetime import UTC, datetime, time

from consultations_gui.application.ports import SheetText, YearSheetOrder
from consultations_gui.documents.year_content import Sample, SampleKind, SignKind, YearSheet
from consultations_gui.documents.year_days import HOSTS, LETTERS, months, sign, whole_bar
from consultations_gui.documents.year_words import year_text
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.i18n.dates import NBSP

FORM = "year"
"""The template that sets it."""
LANGUAGES: dict[SheetText, tuple[Lang, ...]] = {
    SheetText.ZH: (Lang.ZH,),
    SheetText.RU: (Lang.RU,),
    SheetText.BOTH: (Lang.ZH, Lang.RU),
}


def compose_year(order: YearSheetOrder) -> YearSheet:
    """The content of the sheet ordered.

    Of a meeting it takes number, dates, place, host and status. Topics, people,
    notes and reasons are left out, whatever their marking: a sheet on a wall is
    no place for them (Art. 6).
    """
    langs = LANGUAGES[order.text]
    meetings = tuple(one for one in order.meetings if one.dates is not None)
    days = months(order.year, order.days, meetings)
    provisional = tuple(one.side for one in order.calendars if not one.confirmed)
    legend = samples(langs[0].side, provisional, undated=any(one.undated for one in days))
    texts = tuple(year_text(order, lang, legend, meetings) for lang in langs)
    markings = tuple(text.marking for text in texts if text.marking)
    return YearSheet(
        form=FORM,
        size=str(order.size),
        title=" / ".join(text.title for text in texts).replace(NBSP, " "),
        keywords=(str(order.year), *markings),
        provisional=provisional,
        months=days,
        legend=legend,
        bars=tuple(whole_bar(one) for one in meetings),
        texts=texts,
        stamp=datetime.combine(order.today, time(), UTC),
    )


def samples(first: Side, provisional: tuple[Side, ...], *, undated: bool) -> tuple[Sample, ...]:
    """The legend: every sign of a day, what is open in this very year, and how meetings look."""
    sides = (first, first.other)
    signs = (
        Sample(SampleKind.SIGN, side, sign(side, kind))
        for side in sides
        for kind in SignKind
        if (side, kind) in LETTERS
    )
    hatched = (Sample(SampleKind.PROVISIONAL, side) for side in sides if side in provisional)
    hosts = (Sample(SampleKind.HOST, side, letter=HOSTS[side]) for side in sides)
    frames = (Sample(SampleKind.DATES, agreed=agreed) for agreed in (True, False))
    months_only = (Sample(SampleKind.MONTH),) if undated else ()
    return (*signs, Sample(SampleKind.REST), *hatched, *hosts, *frames, *months_only)
