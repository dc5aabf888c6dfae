"""What the card over the year says of a day: the day, the meeting and its host with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.rotation import NextHost
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.wording import country_name, explain, label
from consultations_gui.i18n.words import Words
from consultations_gui.ui.dayplaces import PlaceNews
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.widgets.daycard import DayNews, Deed
from consultations_gui.ui.widgets.labels import Tone

TONES = {Status.CONFIRMED: Tone.AGREED, Status.HELD: Tone.AGREED, Status.POSTPONED: Tone.WARNING}


@dataclass(frozen=True)
class DayWriter:
    """Words a day's card from what has been read.

    ``countries`` say what the day is in each, ``place`` what it would be for
    the round that dates are looked for.
    """

    words: Words
    cities: CityBook
    countries: tuple[str, ...]
    turn: NextHost | None = None
    place: PlaceNews | None = None

    def write(self, cell: DayCell, deeds: tuple[Deed, ...]) -> DayNews:
        """The card of one day."""
        words, meeting, place = self.words, cell.meeting, self.place
        title = full_date(cell.date, words.language)
        told = [line for line in (place.heading, place.why) if line] if place else []
        costs = place.costs if place else ()
        if meeting is None:
            lines = [*self.countries, *told]
            return DayNews(title=title, lines=lines, costs=costs, deeds=deeds)
        host = country_name(meeting.host, words) if meeting.host else ""
        name = f"{name_text(meeting, words)} · {where_text(meeting.venue, self.cities, words)}"
        return DayNews(
            title=when_text(meeting, words),
            chip=label(meeting.status, words),
            chip_tone=TONES.get(meeting.status, Tone.PLAIN),
            host=meeting.host,
            host_name=host,
            meeting=name,
            lines=[*self._reasons(), title, *self.countries, *told[1:]],
            costs=costs,
            deeds=deeds,
        )

    def _reasons(self) -> list[str]:
        reasons = self.turn.reasons if self.turn else ()
        return [explain(reason, self.words) for reason in reasons]
