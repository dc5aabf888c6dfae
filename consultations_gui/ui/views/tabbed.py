"""A screen of pages under tabs: the settings, the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from consultations_gui.ui.desk import Desk
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Find, View
from consultations_gui.ui.views.settings_pages.page import Page


class TabbedView(View):
    """One tab a page. A place's ``part`` names the page to open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pages: Mapping[str, Page] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.currentChanged.connect(self._on_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def take(self, pages: Mapping[str, Page], name: str) -> None:
        """Show ``pages``, by the part of a place that opens each; ``name`` is the tabs' msgid."""
        self.texts.name(self.tabs, name)
        self.pages = pages
        for page in pages.values():
            self.tabs.addTab(page, "")

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
