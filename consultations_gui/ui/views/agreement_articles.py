"""The articles to read: the authentic Chinese text under headings in the language in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from consultations_gui.application import agreements
from consultations_gui.application.agreements import Article
from consultations_gui.domain.agreement_tags import DIRECTIONS, THREATS, Tag
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import STATE_SECRETS, WORKING_WORDING, tag_label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_entries import Entry, Line
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.proposal_paint import EntryList
from consultations_gui.ui.views.settings_pages.page import WIDEST, Page
from consultations_gui.ui.widgets.labels import Role, label

PREAMBLE, CLOSING = "preamble", "closing"
LIST_WIDTH = 300
TAGS: dict[int, tuple[Tag, ...]] = {2: THREATS, 3: DIRECTIONS}
"""The articles whose list entries are the program's tags."""


class ArticlesPage(Page):
    """A list of the parts on the left, the part chosen on the right."""

    title = N_("Articles")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self.parts = EntryList(desk.theme)
        texts.name(self.parts, N_("Articles"))
        self.parts.chosen.connect(lambda _key: self._show_part())
        self.heading = label(role=Role.TITLE, wrap=True)
        self.working = label(role=Role.WARNING, wrap=True)
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tags = label(wrap=True)
        self.tags_head = label(role=Role.HEADING)
        self.tags_note = label(role=Role.SMALL, wrap=True)
        texts.bind(self.tags_note.setText, WORKING_WORDING)
        texts.bind(
            self.tags_head.setText, N_("Short labels of this program, as tags for the agenda")
        )
        self.setWidget(self._build())

    def _build(self) -> QWidget:
        reader = QWidget()
        reader.setProperty("role", "page")
        reader.setMaximumWidth(WIDEST)
        column = QVBoxLayout(reader)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        secrets = QLabel()
        secrets.setWordWrap(True)
        self.texts.bind(secrets.setText, STATE_SECRETS)
        notice = QFrame()
        notice.setProperty("role", "notice")
        QVBoxLayout(notice).addWidget(secrets)
        for widget in (
            self.heading,
            self.working,
            self.text,
            self.tags_head,
            self.tags,
            self.tags_note,
            notice,
        ):
            column.addWidget(widget)
        scroll = QScrollArea()
        scroll.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(reader)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(12, 12, 8, 12)
        beside.addWidget(self.parts)
        splitter.addWidget(left)
        splitter.addWidget(scroll)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, 700])
        return splitter

    def present(self) -> None:
        words = self.desk.words
        self.parts.show_entries(
            (
                Entry(PREAMBLE, words.tr("Preamble")),
                *(_entry(article, words) for article in agreements.articles()),
                Entry(CLOSING, words.tr("Closing clause")),
            )
        )
        self._show_part()

    def finds(self) -> list[Find]:
        parts = [PREAMBLE, *(str(a.number) for a in agreements.articles()), CLOSING]
        return [
            Find(text, lambda key=key: self.parts.point(key))  # type: ignore[misc]  # the key is bound now
            for key in parts
            for text in (*_paragraphs(key), *_headings(key))
        ]

    def _show_part(self) -> None:
        words, key = self.desk.words, self.parts.key
        if not key:
            return
        article = _article(key)
        entry = self.parts.entries.entry(self.parts.currentIndex().row())
        self.heading.setText(entry.title if entry else "")
        self.working.setText(_working(article, words))
        self.working.setVisible(bool(self.working.text()))
        self.text.setText("\n\n".join(_paragraphs(key)))
        tags = TAGS.get(article.number, ()) if article else ()
        self.tags.setText("\n".join(tag_label(tag.code, words) for tag in tags))
        for widget in (self.tags, self.tags_head):
            widget.setVisible(bool(tags))
        self.tags_note.setVisible(bool(tags) and words.language is Language.RU)


def _article(key: str) -> Article | None:
    return next((a for a in agreements.articles() if str(a.number) == key), None)


def _paragraphs(key: str) -> tuple[str, ...]:
    text = agreements.text()
    if key == PREAMBLE:
        return (text.title, *text.preamble)
    if key == CLOSING:
        return (text.closing, *text.signatures)
    article = _article(key)
    return article.paragraphs if article else ()


def _headings(key: str) -> tuple[str, ...]:
    article = _article(key)
    return (article.heading_zh, article.heading_ru, article.heading_en) if article else ()


def _entry(article: Article, words: Words) -> Entry:
    zh = f"{article.label}　{article.heading_zh}"
    if words.language is Language.ZH:
        return Entry(str(article.number), zh)
    heading = article.heading_ru if words.language is Language.RU else article.heading_en
    title = words.tr("Article {number}. {heading}", number=article.number, heading=heading)
    return Entry(str(article.number), title, lines=(Line(zh),))


def _working(article: Article | None, words: Words) -> str:
    """What has to be said beside a heading that is ours."""
    if words.language is Language.ZH:
        return ""
    if words.language is Language.RU:
        return words.tr(
            "The text below is the authentic Chinese one. The Russian heading is working wording; "
            "the authentic Russian text is for the office to supply."
        )
    heading = words.tr("The English heading is working wording.") if article else ""
    told = words.tr("The text below is the authentic Chinese one; English is not authentic.")
    return f"{told} {heading}".strip()
