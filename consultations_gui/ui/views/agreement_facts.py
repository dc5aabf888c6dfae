"""What the pages about the agreement's facts share: read, change a field, store."""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.application import agreements
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.i18n.wording import error_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.fields import Labelled


class FactsPage(Page):
    """Holds the facts last read."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self.facts = AgreementFacts()

    def load(self) -> None:
        self.facts = self.desk.read(agreements.facts) or AgreementFacts()

    def store(self, field: Labelled | None, group: str | None, **changes: object) -> bool:
        """Store some fields by name; what is refused is told at ``field``, which keeps its text."""
        changed = replace(self.facts, **changes)  # type: ignore[arg-type]  # replace() checks names
        if field is not None:
            field.show_error("")
        if changed == self.facts:
            return True
        done = self.desk.attempt(
            lambda error: (
                field.show_error(error_text(error, self.desk.words))
                if field is not None
                else self.desk.fail(error)
            ),
            agreements.set_facts,
            changed,
            group,
        )
        return done.ok
