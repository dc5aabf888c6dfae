"""Days on which a side is not available, and where they were read from, in words."""

from __future__ import annotations

from consultations_gui.application.blackouts import Intake
from consultations_gui.domain.planner import Blackout, BusySource
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import Words
from consultations_gui.ui.phrases import listed


def blackout_text(blackout: Blackout, words: Words) -> str:
    """A blackout in words, with its reason and the file it was read from."""
    days = date_range(blackout.start, blackout.end, words.language)
    reasons = " · ".join(
        dict.fromkeys(part for part in (blackout.reason_zh, blackout.reason_ru) if part)
    )
    country = country_name(blackout.side, words)
    text = words.tr("{country}: {days}", country=country, days=days)
    return " — ".join(part for part in (text, reasons, blackout.source) if part)


def source_text(source: BusySource, words: Words) -> str:
    """Whose calendar, and the file or folder it lies in."""
    whole = words.tr("only whole days") if source.all_day_only else ""
    return listed((country_name(source.side, words), source.path, whole), words)


def intake_text(intake: Intake, words: Words) -> str:
    """How much was read, and how much of it is new or gone."""
    return listed(
        (
            words.trn("{n} busy time read", "{n} busy times read", len(intake.found)),
            words.trn("{n} new", "{n} new", len(intake.added)),
            words.trn("{n} gone", "{n} gone", len(intake.gone)),
        ),
        words,
    )
