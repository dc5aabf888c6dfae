"""The settings: the office, the person's own, the planner's wishes, the calendars, the journal."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Find, Heading, View
from consultations_gui.ui.views.settings_pages.calendars import CalendarsPage
from consultations_gui.ui.views.settings_pages.journal import JournalPage
from consultations_gui.ui.views.settings_pages.look import LookPage
from consultations_gui.ui.views.settings_pages.office import OfficePage
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.views.settings_pages.wishes import WishesPage


class SettingsView(View):
    """One tab a page. A place's ``part`` names the page to open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pages: dict[str, Page] = {
            "office": OfficePage(desk, self.texts),
            "look": LookPage(desk, self.texts),
            "planner": WishesPage(desk, self.texts),
            "calendars": CalendarsPage(desk, self.texts),
            "journal": JournalPage(desk, self.texts),
        }
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.texts.name(self.tabs, N_("Pages of the settings"))
        for page in self.pages.values():
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(self._on_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    @property
    def page(self) -> Page:
        """The page shown."""
        return list(self.pages.values())[self.tabs.currentIndex()]

    def load(self) -> None:
        self.page.load()

    def present(self) -> None:
        for number, page in enumerate(self.pages.values()):
            self.tabs.setTabText(number, self.desk.words.tr(page.title))
        self.page.present()

    def heading(self) -> Heading:
        return Heading(self.desk.words.tr("Settings"))

    def open(self, place: Place) -> None:
        page = self.pages.get(place.part)
        if page is not None:
            self.tabs.setCurrentWidget(page)

    def finds(self) -> Iterable[Find]:
        return self.page.finds()

    def flush(self) -> None:
        self.page.flush()

    def _on_page(self) -> None:
        if not self.stale:
            self.refresh()
