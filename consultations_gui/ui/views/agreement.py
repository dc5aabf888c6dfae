"""The agreement: its articles to read, its deadlines, the competent authorities, its annex."""

from __future__ import annotations

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.view import Heading
from consultations_gui.ui.views.agreement_annex import AnnexPage
from consultations_gui.ui.views.agreement_articles import ArticlesPage
from consultations_gui.ui.views.agreement_authorities import AuthoritiesPage
from consultations_gui.ui.views.agreement_deadlines import DeadlinesPage
from consultations_gui.ui.views.tabbed import TabbedView


class AgreementView(TabbedView):
    """What the agreement says, and what the office knows of its life."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        pages = {
            "articles": ArticlesPage(desk, self.texts),
            "deadlines": DeadlinesPage(desk, self.texts),
            "authorities": AuthoritiesPage(desk, self.texts),
            "annex": AnnexPage(desk, self.texts),
        }
        self.take(pages, N_("Parts of the agreement"))

    def heading(self) -> Heading:
        words = self.desk.words
        return Heading(words.tr("Agreement"), words.tr("signed in Moscow on 8 May 2015"))
