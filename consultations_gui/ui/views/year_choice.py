"""The line that chooses a round and says what the shades of its places mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from consultations_gui.application.placing import Wanting
from consultations_gui.domain.placing import CostScale
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.dayplaces import wanting_text
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.year import Shade
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.year_paint import TINTS
from consultations_gui.ui.widgets.year_signs import Sign, Swatch, plain_day


class RoundChoice(QWidget):
    """``shown_changed`` follows shades switched on or off, ``chosen(id)`` another round."""

    shown_changed = Signal()
    chosen = Signal(str)

    def __init__(self, theme: ThemeSwitch, texts: Texts) -> None:
        super().__init__()
        self.shown, self.rounds = QCheckBox(), QComboBox()
        texts.bind(self.shown.setText, N_("Good dates for"))
        texts.name(self.rounds, N_("Round to find dates for"))
        self.shown.toggled.connect(self.shown_changed)
        self.rounds.activated.connect(lambda at: self.chosen.emit(self.rounds.itemData(at)))
        self.rounds.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rounds.setMinimumContentsLength(16)
        self.rounds.setMaximumWidth(360)
        self.rounds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._over = label(role=Role.SMALL)
        texts.bind(self._over.setText, N_("Points over the best:"))
        steps = range(len(TINTS))
        self._signs = [Sign(Swatch(theme, plain_day(), Shade(step, 0))) for step in steps]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.shown)
        row.addWidget(self.rounds, 1)
        row.addSpacing(8)
        row.addWidget(self._over)
        for sign in self._signs:
            row.addWidget(sign)
        row.addStretch(1)
        self.show_scale(None)

    def show_rounds(self, rounds: Sequence[Wanting], chosen: str, words: Words) -> None:
        """The rounds to choose from."""
        texts = [wanting_text(one, words) for one in rounds]
        if texts != [self.rounds.itemText(n) for n in range(self.rounds.count())]:
            self.rounds.clear()
            for one, text in zip(rounds, texts, strict=True):
                self.rounds.addItem(text, one.id)
        self.rounds.setCurrentIndex(max(self.rounds.findData(chosen), 0))

    def show_scale(self, scale: CostScale | None) -> None:
        """What the shades mean, once something is shaded."""
        for part in (self._over, *self._signs):
            part.setVisible(scale is not None)
        if scale is not None:
            limits = scale.limits
            texts = [*(f"≤{limit}" for limit in limits), f">{limits[-1]}"]
            for sign, text in zip(self._signs, texts, strict=True):
                sign.say(text)
