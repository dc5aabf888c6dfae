"""The pane that shows a paper: any size, any number of swaps, and it never hangs or falls."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consultations_gui.ui.widgets.pdf_pane import PdfPane, load_pdf
from tests.ui.pdfs import small_pdf


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def pane_in(box: QWidget) -> PdfPane:
    pane = PdfPane(box)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pane)
    return pane


def test_no_size_makes_the_pane_hang(qtbot: QtBot, box: QWidget) -> None:
    pane = pane_in(box)
    pane.show_pdf(small_pdf(1))
    pane.fit_width()
    box.show()
    # Around these heights one page of A4 just fits or just does not.
    for height in range(540, 600):
        box.resize(400, height)
        QApplication.processEvents()
    pane.fit_page()
    for height in range(540, 600, 7):
        box.resize(400, height)
        QApplication.processEvents()
    assert pane.pages == 1


def test_papers_come_and_go_and_windows_close(qapp: QApplication, qtbot: QtBot) -> None:
    for turn in range(12):
        box = QWidget()
        pane = pane_in(box)
        box.show()
        for pages in (2, 3):
            pane.show_pdf(small_pdf(pages))
            for _ in range(turn % 4):
                QApplication.processEvents()
        assert pane.pages == 3
        box.close()
        box.deleteLater()
        del box, pane
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def test_pages_are_turned_and_told(qtbot: QtBot, box: QWidget) -> None:
    box.resize(300, 300)
    pane = pane_in(box)
    box.show()
    told: list[tuple[int, int]] = []
    pane.turned.connect(lambda page, pages: told.append((page, pages)))
    pane.show_pdf(small_pdf(3))
    pane.turn(1)
    qtbot.waitUntil(lambda: told[-1] == (2, 3))
    pane.turn(5)
    pane.turn(-1)
    qtbot.waitUntil(lambda: told[-1] == (1, 3))


def test_a_newer_paper_keeps_the_place_one_reads_at(qtbot: QtBot, box: QWidget) -> None:
    box.resize(300, 300)
    pane = pane_in(box)
    box.show()
    pane.zoom(1.5)
    pane.show_pdf(small_pdf(3))
    QApplication.processEvents()
    pane.verticalScrollBar().setValue(700)
    pane.show_pdf(small_pdf(3))
    QApplication.processEvents()
    assert pane.verticalScrollBar().value() == 700


def test_what_is_no_pdf_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="InvalidFileFormat"):
        load_pdf(b"not a paper")
