"""A text that exists in Chinese and Russian, and which of the two lags behind.

Neither text is the original. Each has its own edit time. When one of two
texts in step is edited, the other becomes *stale*; editing the stale (or
filling in the missing) one brings both in step again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain.parties import Lang


class TextState(StrEnum):
    """How one text of a pair stands."""

    IN_STEP = "in_step"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True)
class Bilingual:
    """A pair of texts, equal in standing.

    ``zh_at`` and ``ru_at`` are aware UTC times of each text's last edit;
    ``lagging`` names the text that the other one was changed after.
    """

    zh: str = ""
    ru: str = ""
    zh_at: datetime | None = None
    ru_at: datetime | None = None
    lagging: Lang | None = None

    def text(self, lang: Lang) -> str:
        """The text in ``lang``, as typed."""
        return self.zh if lang is Lang.ZH else self.ru

    def edited_at(self, lang: Lang) -> datetime | None:
        """When the text in ``lang`` was last edited (UTC)."""
        return self.zh_at if lang is Lang.ZH else self.ru_at

    def state(self, lang: Lang) -> TextState:
        """Whether the text in ``lang`` is missing, stale or in step."""
        if not self.text(lang).strip():
            return TextState.MISSING
        return TextState.STALE if self.lagging is lang else TextState.IN_STEP

    @property
    def complete(self) -> bool:
        """Both texts are there and in step."""
        return all(self.state(lang) is TextState.IN_STEP for lang in Lang)

    def edit(self, lang: Lang, text: str, at: datetime) -> Bilingual:
        """The pair after ``text`` was typed in ``lang`` at ``at`` (aware).

        Call it on the pair as it was when the field was entered: the steps of
        one sitting (autosaves) then count as one edit, so that typing a
        translation never makes the original stale.
        """
        if text == self.text(lang):
            return self
        other_there = bool(self.text(lang.other).strip())
        catches_up = self.state(lang) is not TextState.IN_STEP
        lagging = None if not text.strip() or not other_there or catches_up else lang.other
        return self._with(lang, text, at, lagging)

    def edit_since(self, base: Bilingual, lang: Lang, text: str, at: datetime) -> Bilingual:
        """This stored pair after ``text`` was typed in ``lang``, begun on the pair ``base``.

        Where the other text is still what it was, this is one edit of
        ``base`` (see :meth:`edit`). Where somebody changed it meanwhile,
        their text stays, and since neither author saw the other's words the
        pair is not in step: the text that was being fitted to an outdated one
        lags behind, otherwise the one whose edit was stored first.
        """
        other = lang.other
        theirs = self.edited_at(other)
        if text == self.text(lang):
            return self
        if self.text(other) == base.text(other):
            return base._with(other, base.text(other), theirs, base.lagging).edit(lang, text, at)
        if text == base.text(lang):
            return base.edit(other, self.text(other), theirs or at)
        fitted = base.state(lang) is not TextState.IN_STEP and bool(base.text(other).strip())
        both = text.strip() and self.text(other).strip()
        lagging = (lang if fitted else other) if both else None
        return self._with(lang, text, at, lagging)

    def confirm(self, at: datetime) -> Bilingual:
        """The pair after a person compared both texts and found them in step."""
        if self.lagging is None:
            return self
        return self._with(self.lagging, self.text(self.lagging), at, None)

    def _with(self, lang: Lang, text: str, at: datetime | None, lagging: Lang | None) -> Bilingual:
        if lang is Lang.ZH:
            return replace(self, zh=text, zh_at=at, lagging=lagging)
        return replace(self, ru=text, ru_at=at, lagging=lagging)
