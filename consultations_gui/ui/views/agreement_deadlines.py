"""Dates of notices to enter, and the days that follow from them with the working shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from consultations_gui.application import agreements
from consultations_gui.domain.agreement import Deadline, DeadlineKind, Deadlines
from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.channel import DayField
from consultations_gui.ui.language import Texts
from consultations_gui.ui.views.agreement_facts import FactsPage
from consultations_gui.ui.widgets.labels import Card, Chip, Role, Tone, label

NOTICES: dict[str, str] = {
    "notice_cn": N_("The Chinese side received Russia's notice on (Art. 10(1))"),
    "notice_ru": N_("The Russian side received China's notice on (Art. 10(1))"),
    "termination": N_("Notice of termination received on (Art. 10(3))"),
}
ARTICLES: dict[DeadlineKind, str] = {
    DeadlineKind.IN_FORCE: N_("Art. 10(1): the 30th day from receipt of the last notice"),
    DeadlineKind.NOTIFY_AUTHORITIES: N_("Art. 5(1): within 60 days of entry into force"),
    DeadlineKind.ENDS: N_("Art. 10(3): 90 days after receipt of a notice of termination"),
}


class DeadlineCard(Card):
    """One deadline: the day, how far off it is, and the reckoning step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.day = label(role=Role.TITLE)
        self.left = Chip()
        self.article = label(role=Role.MUTED, wrap=True)
        self.working = label(wrap=True)
        row = QVBoxLayout()
        row.addWidget(self.day)
        row.addWidget(self.left)
        self.body.addWidget(self.article)
        self.body.addLayout(row)
        self.body.addWidget(self.working)

    def show_deadline(self, deadline: Deadline, today: date, words: Words) -> None:
        """Show it in the language in use."""
        self.set_heading(named(deadline.kind, words))
        self.article.setText(words.tr(ARTICLES[deadline.kind]))
        day = long_date(deadline.day, words.language) if deadline.day else ""
        self.day.setText(day or words.tr("not known yet"))
        self.left.say(_left(deadline, today, words), Tone.PLAIN)
        steps = (explain(reason, words) for reason in deadline.working)
        self.working.setText("\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1)))


class DeadlinesPage(FactsPage):
    """Nothing is shipped as a fact: only what the office enters is reckoned with."""

    title = N_("Deadlines")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._deadlines: Deadlines | None = None
        card = Card()
        texts.bind(card.set_heading, N_("Dates of notices"))
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_(
                "The agreement itself gives one date only, 8 May 2015. When the notices were "
                "received is for the office to enter; the program guesses nothing."
            ),
        )
        card.body.addWidget(about)
        self.days = {name: DayField(desk, texts, text) for name, text in NOTICES.items()}
        for name, field in self.days.items():
            card.body.addWidget(field)
            field.date.settled.connect(lambda name=name: self._enter(name))
        self.first_day = QCheckBox()
        texts.bind(self.first_day.setText, N_("The day a period runs from is itself its first day"))
        self.first_day.clicked.connect(self._count)
        silent = label(role=Role.SMALL, wrap=True)
        texts.bind(
            silent.setText,
            N_("The agreement does not say how the first day counts; both sides settle it."),
        )
        card.body.addWidget(self.first_day)
        card.body.addWidget(silent)
        self.body.addWidget(card)
        self.cards = {kind: DeadlineCard() for kind in DeadlineKind}
        for shown in self.cards.values():
            self.body.addWidget(shown)

    def load(self) -> None:
        super().load()
        self._deadlines = self.desk.read(agreements.deadlines)

    def present(self) -> None:
        for name, field in self.days.items():
            field.date.show_date(getattr(self.facts, name))
        self.first_day.setChecked(self.facts.count_first_day)
        today, words = self.desk.ctx.clock.today(), self.desk.words
        for deadline in self._deadlines.all() if self._deadlines else ():
            self.cards[deadline.kind].show_deadline(deadline, today, words)

    def _enter(self, name: str) -> None:
        field = self.days[name]
        try:
            day = field.date.value()
        except InvalidDateError:
            return  # the field itself has said so
        self.store(field, None, **{name: day})

    def _count(self) -> None:
        self.store(None, None, count_first_day=self.first_day.isChecked())


def _left(deadline: Deadline, today: date, words: Words) -> str:
    days = deadline.days_left(today)
    if days is None:
        return ""
    if days == 0:
        return words.tr("today")
    if days > 0:
        return words.trn("in {n} day", "in {n} days", days)
    return words.trn("{n} day ago", "{n} days ago", -days)
