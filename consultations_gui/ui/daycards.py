"""What the card over the year says of a day: the day, the meeting and its host with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.planner import Plan, PlannedRound
from consultations_gui.domain.rotation import NextHost
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.wording import country_name, explain, label
from consultations_gui.i18n.words import Words
from consultations_gui.ui.daywords import cost_rows, day_kind
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.widgets.daycard import DayNews, Deed
from consultations_gui.ui.widgets.labels import Tone

TONES = {Status.CONFIRMED: Tone.AGREED, Status.HELD: Tone.AGREED, Status.POSTPONED: Tone.WARNING}


@dataclass(frozen=True)
class DayWriter:
    """Words a day's card from what has been read: the cities, the plan, whose turn it is."""

    words: Words
    cities: CityBook
    plan: Plan | None = None
    turn: NextHost | None = None

    def write(self, cell: DayCell, deeds: tuple[Deed, ...]) -> DayNews:
        """The card of one day."""
        words, meeting = self.words, cell.meeting
        planned = self._planned(cell)
        lines = [day_kind(side, cell.day(side), words) for side in Side]
        title = full_date(cell.date, words.language)
        if meeting is None:
            return DayNews(
                title=title,
                lines=[*lines, *self._why_good(planned)],
                costs=cost_rows(planned.cost, words) if planned else (),
                deeds=deeds,
            )
        host = country_name(meeting.host, words) if meeting.host else ""
        name = f"{name_text(meeting, words)} · {where_text(meeting.venue, self.cities, words)}"
        return DayNews(
            title=when_text(meeting, words),
            chip=label(meeting.status, words),
            chip_tone=TONES.get(meeting.status, Tone.PLAIN),
            host=meeting.host,
            host_name=host,
            meeting=name,
            lines=[*self._reasons(), title, *lines],
            deeds=deeds,
        )

    def _planned(self, cell: DayCell) -> PlannedRound | None:
        for one in self.plan.rounds if self.plan else ():
            if not one.fact and one.start <= cell.date <= one.end:
                return one
        return None

    def _why_good(self, planned: PlannedRound | None) -> list[str]:
        if planned is None:
            return []
        return [explain(reason, self.words) for reason in planned.reasons]

    def _reasons(self) -> list[str]:
        reasons = self.turn.reasons if self.turn else ()
        return [explain(reason, self.words) for reason in reasons]
