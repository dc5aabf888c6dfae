"""A dressed application for tests of single widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from consultations_gui.desktop.settings import Theme
from consultations_gui.i18n.language import Language
from consultations_gui.ui.language import LanguageSwitch, Texts
from consultations_gui.ui.theme.switch import ThemeSwitch
from tests.ui.leaving import let_go


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeSwitch]:
    switch = ThemeSwitch(Theme.LIGHT)
    switch.start()
    yield switch
    let_go()
    qapp.setStyleSheet("")


@pytest.fixture
def language(qapp: QApplication) -> LanguageSwitch:
    return LanguageSwitch(Language.EN)


@pytest.fixture
def texts(language: LanguageSwitch) -> Texts:
    return Texts(language)
