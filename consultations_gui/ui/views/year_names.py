"""The words the years are painted with."""

from __future__ import annotations

from collections.abc import Mapping

from consultations_gui.application.yearbook import Yearbook
from consultations_gui.domain.consultation import Consultation, Precision
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Origin
from consultations_gui.i18n.dates import month_name, month_short, weekdays_short
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import Words
from consultations_gui.ui.holidaynames import holiday_text
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.widgets.year_month import Names


def year_names(words: Words, books: Mapping[int, Yearbook]) -> Names:
    """The words of one language; of each year what ``books`` hold by the time it is painted."""
    language = words.language
    # 1月 stands better over figures than 一月; the others have room for the whole name.
    name = month_short if language is Language.ZH else month_name

    def holidays(cell: DayCell) -> list[tuple[Side, str]]:
        named = ((side, cell.day(side).holiday) for side in Side)
        return [(side, holiday_text(holiday, words)) for side, holiday in named if holiday]

    def title(meeting: Consultation) -> str:
        return f"{meeting.id} · {name_text(meeting, words)}"

    def note(year: int, month: int) -> str:
        meetings = books[year].meetings if year in books else ()
        known = (one for one in meetings if _in_month(one, month))
        return listed((name_text(one, words) for one in known), words)

    return Names(
        months=tuple(name(number, language).capitalize() for number in range(1, 13)),
        weekdays=weekdays_short(language),
        year=lambda year: words.tr("Year {year}", year=year),
        year_note=lambda year: provisional_text(books.get(year), words),
        holidays=holidays,
        title=title,
        note=note,
    )


def provisional_text(book: Yearbook | None, words: Words) -> str:
    """Whose calendar of the year no notice has fixed yet; empty if both are fixed."""
    open_sides = [
        country_name(side, words)
        for side, decree in zip(Side, book.calendars if book else (), strict=False)
        if decree.origin is Origin.EXTRAPOLATED
    ]
    if not open_sides:
        return ""
    countries = listed(open_sides, words)
    return words.tr("calendar provisional: {countries}", countries=countries)


def _in_month(meeting: Consultation, month: int) -> bool:
    """Of this meeting only the month is known, and it is this one."""
    dates = meeting.dates
    return dates is not None and dates.precision is Precision.MONTH and dates.start.month == month
