"""The annex, which the office supplies: the terms of Art. 1 in both languages."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from consultations_gui.i18n.wording import STATE_SECRETS
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.agreement_facts import FactsPage
from consultations_gui.ui.widgets.fields import Labelled, TextArea
from consultations_gui.ui.widgets.labels import Card, Role, label

LINES = 12


class AnnexPage(FactsPage):
    """Both texts, stored as they are typed."""

    title = N_("Annex")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        card = Card()
        texts.bind(card.set_heading, N_("Annex: list of main terms (Art. 1)"))
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_(
                "The annex is an integral part of the agreement but does not come with this "
                "program. Enter it here from the authentic texts."
            ),
        )
        card.body.addWidget(about)
        self.areas = {name: TextArea(LINES) for name in ("annex_zh", "annex_ru")}
        captions = {"annex_zh": N_("Annex in Chinese"), "annex_ru": N_("Annex in Russian")}
        self.fields: dict[str, Labelled] = {}
        for name, area in self.areas.items():
            field = self.fields[name] = Labelled(area)
            texts.bind(field.set_caption, captions[name])
            area.settled.connect(
                lambda text, group, name=name: self.store(self.fields[name], group, **{name: text})
            )
            card.body.addWidget(field)
        secrets = QLabel()
        secrets.setWordWrap(True)
        texts.bind(secrets.setText, STATE_SECRETS)
        notice = QFrame()
        notice.setProperty("role", "notice")
        QVBoxLayout(notice).addWidget(secrets)
        self.body.addWidget(notice)
        self.body.addWidget(card)

    def present(self) -> None:
        for name, area in self.areas.items():
            area.show_text(getattr(self.facts, name))

    def flush(self) -> None:
        for area in self.areas.values():
            area.flush()

    def finds(self) -> list[Find]:
        return [
            Find(area.toPlainText(), lambda area=area: area.setFocus())  # type: ignore[misc]  # the area is bound now
            for area in self.areas.values()
        ]
