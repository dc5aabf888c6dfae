"""What a notice of the office's own changes, in words."""

from __future__ import annotations

from collections.abc import Iterator

from consultations_gui.application.calendars import DecreeReport
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.wording_days import change_text
from consultations_gui.i18n.words import Words
from consultations_gui.ui.phrases import listed


def notice_text(report: DecreeReport, words: Words) -> str:
    """Whose notice it is, for which year, its number, date and source."""
    decree = report.decree
    issued = long_date(decree.issued, words.language) if decree.issued else ""
    country = country_name(decree.side, words)
    return listed((country, str(decree.year), decree.number, issued, decree.source), words)


def effect_lines(report: DecreeReport, words: Words) -> Iterator[str]:
    """How many days it sees otherwise than the shipped calendar, which, and who meets on them."""
    yield words.trn(
        "{n} day differs from the shipped calendar",
        "{n} days differ from the shipped calendar",
        len(report.differences),
    )
    if report.meetings:
        ids = listed(report.meetings, words)
        yield words.tr("Meetings on days that differ: {ids}", ids=ids)
    for one in report.differences:
        yield change_text(report.decree.side, one.library, one.office, words)
