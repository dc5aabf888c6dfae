"""What a day means for a round, in words: what it would cost to start there, or what bars it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.application.placing import NEXT, Wanting
from consultations_gui.domain.placing import MoveReason, YearOfPlaces
from consultations_gui.domain.planner import PlanReason
from consultations_gui.domain.planner_top import Opening
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.i18n.dates import date_range, dates_text, long_date
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.daywords import COSTS
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.phrases import sentences

FOLLOWING = N_("Distance of the round after from the wished gap")
TOTAL = N_("All points together")


def wanting_name(one: Wanting, words: Words) -> str:
    """The round by its name: Fifth round."""
    if one.meeting is not None:
        return name_text(one.meeting, words)
    title = round_title(one.number or 0, words.language)
    return title[:1].upper() + title[1:]


def wanting_text(one: Wanting, words: Words) -> str:
    """The round in a list of rounds that want a place, with where it stands now."""
    name = wanting_name(one, words)
    if one.id == NEXT:
        host = country_name(one.host, words) if one.host else ""
        return words.tr("next: {round} ({country})", round=name, country=host)
    dates = one.meeting.dates if one.meeting else None
    when = dates_text(dates, words.language) if dates else words.tr("no date yet")
    return f"{one.id} · {name} · {when}"


@dataclass(frozen=True)
class PlaceNews:
    """A day as the start of a round: a line that says it all, why, and the points one by one."""

    heading: str
    why: str
    costs: tuple[tuple[str, int], ...] = ()

    @property
    def line(self) -> str:
        """The heading and why, for who reads it in one go."""
        return f"{self.heading}. {self.why}" if self.why else self.heading


def place_news(name: str, places: YearOfPlaces, day: date, words: Words) -> PlaceNews:
    """What a start of the round called ``name`` on ``day`` would cost and why, or what bars it."""
    opening = places.opening(day)
    if opening is None:
        reasons = (explain(reason, words) for reason in places.bars(day))
        heading = words.tr("{round} cannot start here", round=name)
        return PlaceNews(heading, sentences(reasons, words))
    when = date_range(opening.start, opening.end, words.language)
    heading = words.trn(
        "{round} on {days}: {points} point",
        "{round} on {days}: {points} points",
        opening.total,
        round=name,
        days=when,
        points=opening.total,
    )
    return PlaceNews(heading, sentences(_why(places, opening, words), words), _rows(opening, words))


def _why(places: YearOfPlaces, opening: Opening, words: Words) -> list[str]:
    """The distances, and whatever else costs points: the ledger's reasons are not the place's."""
    return [explain(reason, words) for reason in places.why(opening) if _of_the_place(reason)]


def _of_the_place(reason: Reason) -> bool:
    return reason.code in (*PlanReason, *MoveReason) and reason.code != PlanReason.COMMON_DAYS


def _rows(opening: Opening, words: Words) -> tuple[tuple[str, int], ...]:
    """The parts of the cost that are not nothing, the round after, and the sum."""
    parts = [(words.tr(text), getattr(opening.cost, name)) for name, text in COSTS]
    if opening.following:
        parts.append((words.tr(FOLLOWING), opening.following))
    return (*(row for row in parts if row[1]), (words.tr(TOTAL), opening.total))


def decree_text(decree: Decree, words: Words) -> str:
    """By which notice a day is what it is: its number and date, or that there is none yet."""
    if decree.origin is Origin.EXTRAPOLATED:
        return words.tr("no notice for {year} yet", year=decree.year)
    if not decree.number:
        return words.tr("fixed by the notice for {year}", year=decree.year)
    if decree.issued is None:
        return decree.number
    issued = long_date(decree.issued, words.language)
    return words.tr("{number} of {date}", number=decree.number, date=issued)
