"""The agreement: its articles to read, its deadlines, the competent authorities, its annex."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Find, Heading, View
from consultations_gui.ui.views.agreement_annex import AnnexPage
from consultations_gui.ui.views.agreement_articles import ArticlesPage
from consultations_gui.ui.views.agreement_authorities import AuthoritiesPage
from consultations_gui.ui.views.agreement_deadlines import DeadlinesPage
from consultations_gui.ui.views.settings_pages.page import Page


class AgreementView(View):
    """One tab a page. A place's ``part`` names the page to open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pages: dict[str, Page] = {
            "articles": ArticlesPage(desk, self.texts),
            "deadlines": DeadlinesPage(desk, self.texts),
            "authorities": AuthoritiesPage(desk, self.texts),
            "annex": AnnexPage(desk, self.texts),
        }
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.texts.name(self.tabs, N_("Parts of the agreement"))
        for page in self.pages.values():
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(self._on_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
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
        words = self.desk.words
        return Heading(words.tr("Agreement"), words.tr("signed in Moscow on 8 May 2015"))

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
