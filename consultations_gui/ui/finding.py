"""What the palette finds in the register, read in the background."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from consultations_gui.application import consultations, offices, proposals
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Proposal
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.view import Command


@dataclass(frozen=True)
class Things:
    """Everything the palette can lead to, and the cities it is named by."""

    consultations: tuple[Consultation, ...]
    proposals: tuple[Proposal, ...]
    cities: CityBook


def read_things(ctx: Context, task: TaskContext) -> Things:
    """Everything the palette can lead to."""
    found = consultations.list_all(ctx)
    task.check()
    offers = tuple(view.proposal for view in proposals.list_all(ctx))
    return Things(found, offers, offices.city_book(ctx))


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
        found = self._things
        rounds = map(self._consultation, found.consultations)
        return [*rounds, *map(self._proposal, found.proposals)]

    def _forget(self) -> None:
        self._things = None

    def _read(self) -> None:
        if not self._reading:
            self._reading = True
            title = self._desk.words.tr("Reading what can be found")
            self._desk.start(title, read_things, self._take)

    def _take(self, things: Things) -> None:
        self._things = things
        self._cities = things.cities
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
        words = self._desk.language.words_of(language)
        where = where_text(one.venue, self._cities, words)
        return " · ".join((name_text(one, words), when_text(one, words), where))

    def _proposal(self, one: Proposal) -> Command:
        desk = self._desk
        titles = (one.title_zh, one.title_ru)
        first, second = titles if desk.language.language is Language.ZH else titles[::-1]
        text = " · ".join((desk.words.tr("Proposal"), first or second))
        return Command(
            text,
            lambda: desk.go("proposal", one.id),
            one.id,
            " ".join((*titles, desk.language.in_every_language("Proposal"))),
        )
