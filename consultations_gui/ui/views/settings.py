"""The settings: office, keys, the person's own, the planner's wishes, calendars, journal."""

from __future__ import annotations

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.view import Heading
from consultations_gui.ui.views.settings_pages.calendars import CalendarsPage
from consultations_gui.ui.views.settings_pages.journal import JournalPage
from consultations_gui.ui.views.settings_pages.keys import KeysPage
from consultations_gui.ui.views.settings_pages.look import LookPage
from consultations_gui.ui.views.settings_pages.notes import NotesPage
from consultations_gui.ui.views.settings_pages.office import OfficePage
from consultations_gui.ui.views.settings_pages.wishes import WishesPage
from consultations_gui.ui.views.tabbed import TabbedView


class SettingsView(TabbedView):
    """Everything that can be set."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        pages = {
            "office": OfficePage(desk, self.texts),
            "keys": KeysPage(desk, self.texts),
            "look": LookPage(desk, self.texts),
            "planner": WishesPage(desk, self.texts),
            "calendars": CalendarsPage(desk, self.texts),
            "notes": NotesPage(desk, self.texts),
            "journal": JournalPage(desk, self.texts),
        }
        self.take(pages, N_("Pages of the settings"))

    def heading(self) -> Heading:
        return Heading(self.desk.words.tr("Settings"))
