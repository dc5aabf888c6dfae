"""Notes: the names that stand in them, and their wording in both languages, checked when saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton

from consultations_gui.application import note_wordings
from consultations_gui.application.note_wordings import WordingView
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.note_wording import (
    TEMPLATES,
    Correspondence,
    Template,
    needed,
    placeholders,
)
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.placeholders import placeholder_text
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as name_of
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.fields import Labelled, TextArea, TextField
from consultations_gui.ui.widgets.labels import Card, Chip, Role, Tone, label

WIDEST = 1160
_LINES = 11
NAMES: tuple[tuple[str, str, str], ...] = (
    ("sender", N_("Who writes, in Chinese"), N_("Who writes, in Russian (nominative)")),
    ("addressee", N_("To whom, in Chinese"), N_("To whom, in Russian (dative)")),
    ("short", N_("Addressee in short, in Chinese"), N_("Addressee in short, in Russian (dative)")),
    ("place", N_("City the note is dated from, in Chinese"), N_("The same in Russian (г. Москва)")),
)
"""Each name with its captions for both languages."""


class _Text:
    """One language's text of the note chosen: field, whose it is, placeholders, way back."""

    def __init__(self, desk: Desk, texts: Texts, lang: Lang) -> None:
        self.lang = lang
        self.area = TextArea(_LINES)
        self.field = Labelled(self.area)
        self.whose = Chip()
        self.back = QPushButton()
        self.back.setIcon(desk.theme.icon("history"))
        self.allowed = label(role=Role.SMALL, wrap=True)
        captions = {Lang.ZH: N_("Text in Chinese"), Lang.RU: N_("Text in Russian")}
        texts.bind(self.field.set_caption, captions[lang])
        texts.bind(self.back.setText, N_("Back to the shipped wording"))


class NotesPage(Page):
    """What is right is stored while it is typed; what is not stays in its field with the reason."""

    title = N_("Notes")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self.widen(WIDEST)
        self._stored = Correspondence()
        self._views: tuple[WordingView, ...] = ()
        self._drafts: dict[tuple[str, Lang], tuple[str, DomainError]] = {}
        self.names = {(name, lang): TextField() for name, *_ in NAMES for lang in Lang}
        self.choice = QComboBox()
        self.sides = {lang: _Text(desk, texts, lang) for lang in Lang}
        self._names_card()
        self._wording_card()
        for (name, lang), field in self.names.items():
            field.settled.connect(partial(self._store_name, name, lang))
        for lang, side in self.sides.items():
            side.area.settled.connect(partial(self._store_text, lang))
            side.back.clicked.connect(partial(self._reset, lang))
        self.choice.activated.connect(self._choose)

    @property
    def template(self) -> Template:
        """The note whose text is shown."""
        return TEMPLATES[max(self.choice.currentIndex(), 0)]

    def load(self) -> None:
        self._stored = self.desk.read(note_wordings.correspondence) or self._stored
        self._views = self.desk.read(note_wordings.list_all) or self._views

    def present(self) -> None:
        for (name, lang), field in self.names.items():
            field.show_text(getattr(self._stored.names(lang), name))
        words = self.desk.words
        for at, one in enumerate(TEMPLATES):
            matter, kind = name_of(one.matter, words), name_of(one.kind, words)
            self.choice.setItemText(at, words.tr("{matter}: {note}", matter=matter, note=kind))
        for lang in Lang:
            self._show(lang)

    def flush(self) -> None:
        for field in self.names.values():
            field.flush()
        for side in self.sides.values():
            side.area.flush()

    def finds(self) -> list[Find]:
        return [
            Find(view.text, partial(self._reveal, number // len(Lang)))
            for number, view in enumerate(self._views)
        ]

    # --- building ---------------------------------------------------------------------------

    def _names_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Names that stand in notes"))
        about = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            about.setText,
            N_(
                "As they are to be printed, in the case that is needed. What is left empty is a "
                "blank on paper; the office's own name stands for who writes."
            ),
        )
        card.body.addWidget(about)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (name, zh, ru) in enumerate(NAMES):
            for column, (lang, msgid) in enumerate(((Lang.ZH, zh), (Lang.RU, ru))):
                field = Labelled(self.names[name, lang])
                self.texts.bind(field.set_caption, msgid)
                grid.addWidget(field, row, column)
                grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        self.body.addWidget(card)

    def _wording_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Wording of notes"))
        for _one in TEMPLATES:
            self.choice.addItem("")
        self.choice.setMaxVisibleItems(len(TEMPLATES))
        choice = Labelled(self.choice)
        self.texts.bind(choice.set_caption, N_("Which note"))
        about = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            about.setText,
            N_(
                "One paragraph a line. A name in braces is filled in; a line whose placeholder has "
                "nothing to say is left out."
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        for column, side in enumerate(self.sides.values()):
            grid.addWidget(side.whose, 0, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(side.field, 1, column, top)
            grid.addWidget(side.back, 2, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(side.allowed, 3, column, top)
            grid.setColumnStretch(column, 1)
        for part in (choice, about):
            card.body.addWidget(part)
        card.body.addLayout(grid)
        self.body.addWidget(card)

    # --- showing and storing ----------------------------------------------------------------

    def _view(self, lang: Lang) -> WordingView | None:
        wanted = self.template
        return next((v for v in self._views if (v.template, v.lang) == (wanted, lang)), None)

    def _show(self, lang: Lang) -> None:
        side, view, words = self.sides[lang], self._view(lang), self.desk.words
        if view is None:
            return
        text, error = self._drafts.get((self.template.name, lang), (view.text, None))
        side.area.show_text(text)
        side.field.show_error(error_text(error, words) if error else "")
        side.whose.say(
            words.tr("The office's own wording") if view.own else words.tr("Shipped wording"),
            Tone.ACCENT if view.own else Tone.PLAIN,
        )
        side.back.setEnabled(view.own or error is not None)
        must = needed(self.template)
        lines = [words.tr("Placeholders (* must be used):")]
        lines += [
            f"{{{name}}}{' *' if name in must else ''} — {placeholder_text(name, lang, words)}"
            for name in placeholders(self.template, lang)
        ]
        side.allowed.setText("\n".join(lines))

    def _choose(self, _at: int) -> None:
        # What waits to be stored belongs to the note shown until now, and was stored on leaving.
        for lang in Lang:
            self._show(lang)

    def _reveal(self, at: int) -> None:
        self.flush()
        self.choice.setCurrentIndex(at)
        self._choose(at)

    def _store_name(self, name: str, lang: Lang, text: str, group: str) -> None:
        done = self.desk.run(note_wordings.set_names, lang, {name: text}, group=group)
        if done.value is not None:
            self._stored = done.value

    def _store_text(self, lang: Lang, text: str, group: str) -> None:
        name, view = self.template.name, self._view(lang)
        self._drafts.pop((name, lang), None)
        if view is not None and text.strip() == view.text:
            self._show(lang)
            return

        def refuse(error: DomainError) -> None:
            self._drafts[name, lang] = (text, error)

        self.desk.attempt(refuse, note_wordings.set_wording, name, lang, text, group=group)
        self._show(lang)

    def _reset(self, lang: Lang, _on: bool = False) -> None:
        name = self.template.name
        self._drafts.pop((name, lang), None)
        self.sides[lang].area.autosave.drop()
        self.desk.run(note_wordings.reset, name, (lang,))
        self.load()
        self._show(lang)
