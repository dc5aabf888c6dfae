"""What the palette finds in the register, read in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from consultations_gui.application import consultations, proposals
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.parties import CityBook, Venue
from consultations_gui.domain.proposal import Proposal
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.words import N_, words_for
from consultations_gui.ui.actions import in_every_language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.view import Command

Things = tuple[tuple[Consultation, ...], tuple[Proposal, ...]]

KINDS: dict[Kind, str] = {
    Kind.REGULAR: N_("regular round"),
    Kind.UNNUMBERED: N_("meeting without number"),
    Kind.EXTRAORDINARY: N_("extraordinary consultation"),
}


def read_things(ctx: Context, task: TaskContext) -> Things:
    """Everything the palette can lead to."""
    found = consultations.list_all(ctx)
    task.check()
    return found, tuple(view.proposal for view in proposals.list_all(ctx))


class Finder(QObject):
    """Reads what can be found in the background, once after each change. ``ready`` follows."""

    ready = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._cities = CityBook()
        self._things: Things | None = None
        self._reading = False
        desk.changed.connect(self._forget)

    def things(self) -> list[Command]:
        """Going to each consultation and proposal; reads them first if need be."""
        if self._things is None:
            self._read()
            return []
        rounds, offers = self._things
        return [*map(self._consultation, rounds), *map(self._proposal, offers)]

    def _forget(self) -> None:
        self._things = None

    def _read(self) -> None:
        if not self._reading:
            self._reading = True
            title = self._desk.words.tr("Reading what can be found")
            self._desk.start(title, read_things, self._take)

    def _take(self, things: Things) -> None:
        self._things = things
        self._reading = False
        self.ready.emit()

    def _consultation(self, one: Consultation) -> Command:
        desk = self._desk
        texts = [self._name(one, language) for language in Language]
        return Command(
            self._name(one, desk.language.language),
            lambda: desk.go("consultation", one.id),
            one.id,
            " ".join(texts),
        )

    def _name(self, one: Consultation, language: Language) -> str:
        words = words_for(language)
        numbered = one.kind is Kind.REGULAR and one.number is not None
        title = (
            round_title(one.number, language)
            if numbered and one.number
            else words.tr(KINDS[one.kind])
        )
        when = dates_text(one.dates, language) if one.dates else words.tr("no date yet")
        where = self._place(one.venue, language)
        return " · ".join(part for part in (title, when, where) if part)

    def _place(self, venue: Venue, language: Language) -> str:
        if venue.online:
            return words_for(language).tr("online")
        city = self._cities.find(venue.city)
        if city is None:
            return venue.city
        return {Language.ZH: city.zh, Language.RU: city.ru, Language.EN: city.key}[language]

    def _proposal(self, one: Proposal) -> Command:
        desk = self._desk
        titles = (one.title_zh, one.title_ru)
        first, second = titles if desk.language.language is Language.ZH else titles[::-1]
        text = " · ".join((desk.words.tr("Proposal"), first or second))
        return Command(
            text,
            lambda: desk.go("proposals", one.id),
            one.id,
            " ".join((*titles, in_every_language("Proposal"))),
        )
