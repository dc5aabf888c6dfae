"""How the cells of the agenda table look: wrapped texts with a note below, days, approvals."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from consultations_gui.domain.agenda_rules import ApprovalState
from consultations_gui.domain.parties import Side
from consultations_gui.ui.models.agenda_cells import Cell
from consultations_gui.ui.theme.fonts import MARK_PX, SMALL_PX, sized
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.labels import Tone
from consultations_gui.ui.widgets.marks import LETTERS

PAD = 8
INDENT = 16
DISC = 18
GAP = 4
NOTE_GAP = 2
BAR = 3
"""Width of the bar that marks the current row."""


def wrapped(text: str, font: QFont, width: int) -> QTextLayout:
    """``text`` broken into lines of ``width``, as the field that edits it breaks it."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def text_height(text: str, font: QFont, width: int) -> int:
    """How high ``text`` is in lines of ``width``; at least one line."""
    return round(wrapped(text or " ", font, width).boundingRect().height())


def cell_height(cell: Cell, text: str, font: QFont, width: int) -> int:
    """The height of a cell ``width`` wide that shows ``text`` and the cell's note."""
    inner = width - 2 * PAD - cell.level * INDENT
    height = 2 * PAD
    if text or not cell.note:
        height += text_height(text, font, inner)
    if cell.note:
        gap = NOTE_GAP if text else 0
        height += gap + text_height(cell.note, sized(font, SMALL_PX), inner)
    return height


def note_height(cell: Cell, font: QFont, width: int) -> int:
    """The height of a cell's note with the gap above it; 0 if it has none."""
    inner = width - 2 * PAD - cell.level * INDENT
    return NOTE_GAP + text_height(cell.note, sized(font, SMALL_PX), inner) if cell.note else 0


def paint_text(painter: QPainter, box: QRect, cell: Cell, tokens: Tokens, *, muted: bool) -> None:
    """A cell's text from the top, and its note under it in the warning's ink."""
    left = box.left() + PAD + cell.level * INDENT
    width = box.right() + 1 - PAD - left
    top = box.top() + PAD
    if cell.text:
        layout = wrapped(cell.text, painter.font(), width)
        painter.setPen(QColor(tokens.muted if muted else tokens.text))
        layout.draw(painter, QPointF(left, top))
        top += round(layout.boundingRect().height()) + NOTE_GAP
    if cell.note:
        _paint_note(painter, QPointF(left, top), cell, width, tokens)


def paint_note_below(painter: QPainter, box: QRect, cell: Cell, tokens: Tokens) -> None:
    """A cell's note alone at its foot, while a field covers the rest."""
    if cell.note:
        height = note_height(cell, painter.font(), box.width())
        left = box.left() + PAD + cell.level * INDENT
        top = box.bottom() + 1 - PAD - height + NOTE_GAP
        _paint_note(painter, QPointF(left, top), cell, box.right() + 1 - PAD - left, tokens)


def _paint_note(painter: QPainter, corner: QPointF, cell: Cell, width: int, tokens: Tokens) -> None:
    layout = wrapped(cell.note, sized(painter.font(), SMALL_PX), width)
    painter.setPen(QColor(tokens.warning))
    layout.draw(painter, corner)


def day_indent(name: str, bold: QFont) -> int:
    """Where what is said of a day begins, behind its name."""
    return PAD + QFontMetrics(bold).horizontalAdvance(name) + 10


def ground(cell: Cell, tokens: Tokens, *, current: bool) -> QColor:
    """The ground of an item's cell."""
    if cell.tone is Tone.WARNING:
        return QColor(tokens.warning_ground)
    return QColor(tokens.selection if current else tokens.surface)


def disc_boxes(box: QRect) -> tuple[tuple[Side, QRectF], ...]:
    """Where each side's approval stands in its cell."""
    top = box.top() + PAD + 1
    left = box.left() + PAD
    return tuple(
        (side, QRectF(left + at * (DISC + GAP), top, DISC, DISC))
        for at, side in enumerate((Side.CN, Side.RU))
    )


def paint_approvals(painter: QPainter, box: QRect, cell: Cell, tokens: Tokens) -> None:
    """Both approvals: given is a full disc, lapsed one struck through, open a dashed ring."""
    states = dict(cell.marks)
    if not states:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized(painter.font(), MARK_PX, bold=True))
    for side, disc in disc_boxes(box):
        _paint_disc(painter, disc, side, states[side], tokens)
    painter.restore()


def _paint_disc(
    painter: QPainter, disc: QRectF, side: Side, state: ApprovalState, tokens: Tokens
) -> None:
    ink = QColor(tokens.ink(side))
    if state is ApprovalState.APPROVED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(disc)
        painter.setPen(QColor(tokens.surface))
    else:
        painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(tokens.muted))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, LETTERS[side])
    if state is ApprovalState.WITHDRAWN:
        painter.setPen(QPen(ink, 2))
        painter.drawLine(disc.bottomLeft() + QPointF(1, -1), disc.topRight() + QPointF(-1, 1))


def paint_current(painter: QPainter, box: QRect, tokens: Tokens, *, first: bool) -> None:
    """The bar at the left end of the current row."""
    if first:
        painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), QColor(tokens.accent))


def paint_focus(painter: QPainter, box: QRect, tokens: Tokens) -> None:
    """The ring around the cell the keys act on."""
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
