"""The first screen of an empty register: whose office keeps it. No wizard, one card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import demo, offices
from consultations_gui.domain.errors import BothNamesError, DomainError, InvalidEmailError
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.wording import country_name, error_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.view import Heading, View
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.sidechoice import SideChoice
from consultations_gui.ui.widgets.statusline import LanguageButtons

CARD_WIDTH = 620


class StartView(View):
    """Asks for side, names, address and first host; everything can be changed later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sides = SideChoice(desk)
        self.name_zh, self.name_ru, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.first_host = QComboBox()
        self.begin = QPushButton()
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self._begin)
        self.sample = QPushButton()
        self.sample.clicked.connect(self._begin_with_sample)
        self.languages = LanguageButtons(desk.language.language)
        self.languages.chosen.connect(desk.choose_language)
        self._fields = {
            N_("Whose office keeps this register?"): Labelled(self.sides),
            N_("Name of the secretariat in Chinese"): Labelled(self.name_zh),
            N_("Name of the secretariat in Russian"): Labelled(self.name_ru),
            N_("E-mail address invitations are sent from"): Labelled(self.email),
            N_("Country that hosts the very first round"): Labelled(self.first_host),
        }
        self._side, self._zh, self._ru, self._email, _ = self._fields.values()
        self._complaint: tuple[Labelled, Callable[[Words], str]] | None = None
        """What is wrong in which field, so that it can be said in the next language too."""
        self._build()
        self._bind()

    def _build(self) -> None:
        card = Card()
        card.setMaximumWidth(CARD_WIDTH)
        card.body.setSpacing(14)
        self.texts.bind(card.set_heading, N_("A new register"))
        self._about = label(role=Role.MUTED, wrap=True)
        self._about_sample = label(role=Role.SMALL, wrap=True)
        card.body.addWidget(self._about)
        languages = QHBoxLayout()
        languages.addWidget(self.languages)
        languages.addStretch(1)
        card.body.addLayout(languages)
        for field in self._fields.values():
            card.body.addWidget(field)
        steps = FlowLayout(spacing=8)
        steps.addWidget(self.begin)
        steps.addWidget(self.sample)
        card.body.addLayout(steps)
        card.body.addWidget(self._about_sample)
        page = QWidget()
        page.setProperty("role", "page")
        middle = QHBoxLayout(page)
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        middle.setAlignment(card, Qt.AlignmentFlag.AlignVCenter)
        scroll = QScrollArea()
        scroll.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _bind(self) -> None:
        texts = self.texts
        texts.bind(
            self._about.setText,
            N_(
                "Nothing has been recorded yet. Say whose office this is; everything here can be "
                "changed later in the settings."
            ),
        )
        for caption, field in self._fields.items():
            texts.bind(field.set_caption, caption)
        texts.bind(
            self._email.set_hint,
            N_("May stay empty until invitations are written."),
        )
        texts.bind(self.begin.setText, N_("Begin"))
        texts.bind(self.sample.setText, N_("Look around with sample data"))
        texts.bind(
            self._about_sample.setText,
            N_(
                "The sample is two planned years with agendas and an agreed proposal. It is marked "
                "as such and can be removed in the settings."
            ),
        )

    def present(self) -> None:
        words = self.desk.words
        if self._complaint is not None:
            field, say = self._complaint
            field.show_error(say(words))
        self.languages.mark(self.desk.language.language)
        chosen = self.first_host.currentIndex()
        self.first_host.clear()
        for side in Side:
            self.sides.button(side).setText(country_name(side, words))
            self.first_host.addItem(country_name(side, words), side)
        self.first_host.setCurrentIndex(max(chosen, 0))

    def heading(self) -> Heading:
        return Heading(self.desk.words.tr("Welcome"))

    def _begin(self) -> None:
        self._complaint = None
        for field in self._fields.values():
            field.show_error("")
        side = self.sides.side
        if side is None:
            choose = N_("Choose the country of your office.")
            self._complain(self._side, lambda words: words.tr(choose))
            self.sides.button(Side.CN).setFocus()
            return
        self.desk.attempt(
            self._refused,
            offices.init,
            side,
            self.name_zh.text().strip(),
            self.name_ru.text().strip(),
            email=self.email.text().strip(),
            first_host=Side(self.first_host.currentData()),
        )

    def _begin_with_sample(self) -> None:
        """Fill the register with the sample; what was typed here is used as far as it goes."""
        if self.sides.side is not None and self.name_zh.text().strip():
            self._begin()
            if self.desk.read(offices.show) is None:
                return
        self.desk.run(demo.build_sample)

    def _refused(self, error: DomainError) -> None:
        if isinstance(error, InvalidEmailError):
            self._complain(self._email, lambda words: error_text(error, words))
        elif isinstance(error, BothNamesError):
            lacking = self._zh if not self.name_zh.text().strip() else self._ru
            self._complain(lacking, lambda words: error_text(error, words))
        else:
            self.desk.fail(error)

    def _complain(self, field: Labelled, say: Callable[[Words], str]) -> None:
        self._complaint = (field, say)
        field.show_error(say(self.desk.words))
        field.field.setFocus()
