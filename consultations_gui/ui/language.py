"""The screen's language: one switch that every open window follows at once.

Texts come from the program's own catalogues. Qt's translators serve Qt's own
dialogs only, through the translations Qt ships.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QWidget

from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.language import OWN_NAMES, Language, system_language
from consultations_gui.i18n.words import Words, words_for

LANGUAGES: tuple[tuple[Language, str], ...] = tuple(OWN_NAMES.items())
"""The screen's languages, each by its own name, in the order they are offered."""

_QT_CATALOGUES = {Language.ZH: "qtbase_zh_CN", Language.RU: "qtbase_ru"}
# British English, because a week begins on Monday here in every language.
_LOCALES = {Language.ZH: "zh_CN", Language.RU: "ru_RU", Language.EN: "en_GB"}


def language_of(code: str) -> Language:
    """The language a settings file names, or the system's where it names none."""
    return Language(code) if code else system_language(QLocale.system().uiLanguages())


class LanguageSwitch(QObject):
    """The language in use; ``changed`` follows once :attr:`words` speaks it.

    Words come with the term of the register's office, see ``domain.term``.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._term = SHIPPED
        self._words = words_for(language)
        self._translator: QTranslator | None = None

    @property
    def words(self) -> Words:
        """Texts and formats of the language in use."""
        return self._words

    @property
    def language(self) -> Language:
        """Which one it is."""
        return self._words.language

    def start(self) -> None:
        """Let Qt's own dialogs and formats follow too, before the first window is made."""
        QLocale.setDefault(QLocale(_LOCALES[self.language]))
        self._translate_qt()

    def choose(self, language: Language) -> None:
        """Speak another language, in every open window."""
        if language is self.language:
            return
        self._words = self.words_of(language)
        self.start()
        for window in QApplication.topLevelWidgets():
            window.setLocale(QLocale())
        self.changed.emit()

    def words_of(self, language: Language) -> Words:
        """Texts in any language, as this register's office puts them."""
        return words_for(language, self._term)

    def in_every_language(self, msgid: str) -> str:
        """``msgid`` in the three languages, so that it is found by any of them."""
        return " ".join(self.words_of(language).tr(msgid) for language in Language)

    def take_term(self, term: str) -> None:
        """Say the office's Russian word for extraordinary consultations from now on."""
        self._term = term
        words = self.words_of(self.language)
        if words is not self._words:
            self._words = words
            self.changed.emit()

    def _translate_qt(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        name = _QT_CATALOGUES.get(self.language)
        if name is None:
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator


@dataclass(frozen=True)
class _Bound:
    setter: Callable[[str], object]
    msgid: str
    context: str
    fields: dict[str, object]


class Texts:
    """Fixed texts of one view, bound to the widgets that show them.

    ``bind`` sets the text now; :meth:`speak` sets all again in the language
    then in use. The message IDs are marked with ``N_`` where they are written.
    """

    def __init__(self, language: LanguageSwitch) -> None:
        self._language = language
        self._bound: list[_Bound] = []

    def bind(
        self, setter: Callable[[str], object], msgid: str, *, context: str = "", **fields: object
    ) -> None:
        """Show ``msgid`` through ``setter``; ``fields`` fill its named gaps."""
        bound = _Bound(setter, msgid, context, fields)
        self._bound.append(bound)
        self._say(bound)

    def name(self, widget: QWidget, msgid: str) -> None:
        """Bind the accessible name of ``widget``."""
        self.bind(widget.setAccessibleName, msgid)

    def speak(self) -> None:
        """Say everything again in the language in use."""
        for bound in self._bound:
            self._say(bound)

    def _say(self, bound: _Bound) -> None:
        words = self._language.words
        if bound.context:
            bound.setter(words.trc(bound.context, bound.msgid, **bound.fields))
        else:
            bound.setter(words.tr(bound.msgid, **bound.fields))
