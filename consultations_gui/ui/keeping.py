"""Keeps the sight of the first screen for the next start."""

from __future__ import annotations

from consultations_gui.application import offices
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.sight import Sight, SightFile
from consultations_gui.ui.views.today_text import today_text
from consultations_gui.ui.waitingwords import waiting_counts


def keep_sight(desk: Desk, sights: SightFile) -> None:
    """Read what the first screen would say now and keep it.

    The head is asked before the rest, so that a change in between makes the
    sight too old rather than wrong.
    """
    head = sights.head()
    seen, office = desk.glance.value, desk.read(offices.show)
    cities = desk.read(offices.city_book)
    if seen is None or office is None or cities is None:
        return
    text = today_text(seen, cities, desk.words)
    waiting = dict(waiting_counts(seen.waiting_for_us))
    sight = Sight(text, (office.name_zh, office.name_ru), office.extraordinary_ru, waiting)
    sights.keep(sight, head, desk.language.language, seen.today)
