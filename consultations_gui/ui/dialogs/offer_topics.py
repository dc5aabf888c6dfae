"""The topics of an offer in both texts, with their lengths."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.proposal import Topic
from consultations_gui.i18n.wording import error_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.ordered import OrderedRow, OrderedRows
from consultations_gui.ui.widgets.fields import TextArea
from consultations_gui.ui.widgets.labels import Role

LONGEST = 999
LINES = 3


class TopicRow(OrderedRow):
    """Both texts side by side, and the minutes; no minutes mean: not said."""

    def __init__(self, desk: Desk) -> None:
        zh, ru, minutes = TextArea(LINES), TextArea(LINES), QSpinBox()
        super().__init__(desk.theme, ((zh, 1), (ru, 1), (minutes, 0)), start=zh)
        self.zh, self.ru, self.minutes = zh, ru, minutes
        self.minutes.setRange(0, LONGEST)
        self.minutes.setSpecialValueText("—")
        self.minutes.setSingleStep(5)
        self.minutes.setFixedWidth(100)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.fields.setAlignment(self.minutes, Qt.AlignmentFlag.AlignTop)
        for area in (self.zh, self.ru):
            area.textChanged.connect(self._typed)
        self.minutes.valueChanged.connect(lambda _minutes: self._typed())

    @property
    def value(self) -> Topic:
        """The topic as typed; ends of the texts trimmed."""
        zh, ru = self.zh.toPlainText().strip(), self.ru.toPlainText().strip()
        return Topic(zh, ru, self.minutes.value() or None)

    def show_topic(self, topic: Topic) -> None:
        """Fill in a topic."""
        self.zh.setPlainText(topic.zh)
        self.ru.setPlainText(topic.ru)
        self.minutes.setValue(topic.minutes or 0)

    def _typed(self) -> None:
        self.changed.emit()


class TopicsEditor(QWidget):
    """The topics in their order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.topics = OrderedRows(lambda: TopicRow(desk))
        self.changed = self.topics.changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.topics)
        self.changed.connect(self.present)

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Begin with these topics, or with one empty row."""
        for topic in topics or (Topic(),):
            self.topics.append().show_topic(topic)

    def value(self) -> tuple[Topic, ...]:
        """The topics typed, rows left empty aside."""
        return tuple(row.value for row in self.topics.rows if row.value != Topic())

    def refuse(self, topic: int, error: DomainError) -> QWidget | None:
        """Tell an error beside the topic it is about, counted from 1; gives its field."""
        filled = [row for row in self.topics.rows if row.value != Topic()]
        if not 1 <= topic <= len(filled):
            return None
        filled[topic - 1].say(error_text(error, self._desk.words), Role.ERROR)
        return filled[topic - 1].start

    def present(self) -> None:
        """Name everything, and what each topic still lacks, in the language in use."""
        words = self._desk.words
        self.topics.present(words, words.tr("Add a topic"))
        for row in self.topics.rows:
            number = row.number
            zh, ru = words.tr("Chinese text"), words.tr("Russian text")
            row.zh.setAccessibleName(words.tr("Topic {number}: {text}", number=number, text=zh))
            row.ru.setAccessibleName(words.tr("Topic {number}: {text}", number=number, text=ru))
            row.zh.setPlaceholderText(zh)
            row.ru.setPlaceholderText(ru)
            minutes = words.tr("Length in minutes")
            named = words.tr("Topic {number}: {text}", number=number, text=minutes)
            row.minutes.setAccessibleName(named)
            row.minutes.setSuffix(words.tr(" min"))
            self._say_missing(row)

    def _say_missing(self, row: TopicRow) -> None:
        topic, words = row.value, self._desk.words
        if bool(topic.zh) == bool(topic.ru):
            row.say("")
        elif topic.zh:
            row.say(words.tr("The Russian text is still missing"), Role.WARNING)
        else:
            row.say(words.tr("The Chinese text is still missing"), Role.WARNING)
