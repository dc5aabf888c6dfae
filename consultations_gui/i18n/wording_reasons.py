"""Words for reasons: why a side is next, why these dates, how a deadline was reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consultations_gui.domain.agreement import Working
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import BarReason, MoveReason
from consultations_gui.domain.planner import PlanReason
from consultations_gui.domain.remarks import Remark
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.soundings import SoundingReason
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.i18n.dates import date_range
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording_labels import country_name
from consultations_gui.i18n.wording_say import (
    Sentence,
    choose,
    count,
    one_stop,
    say,
    side_text,
)
from consultations_gui.i18n.words import N_, NN_, Words


def _country(value: str, words: Words) -> str:
    return country_name(Side(value), words)


def _common_days(values: Mapping[str, Any], words: Words) -> str:
    days = date_range(values["start"], values["end"], words.language)
    return one_stop(words.tr("Working days in both countries: {days}.", days=days))


def _dark(told: str, untold: str) -> Sentence:
    """A blackout with the office's own reason for it; ``untold`` where it gave none."""
    with_reason, without = say(told), say(untold)

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        texts = {
            Language.ZH: (values["zh"], values["ru"]),
            Language.RU: (values["ru"], values["zh"]),
        }
        known = [text for text in texts.get(words.language, (values["zh"], values["ru"])) if text]
        if not known:
            return without(values, words)
        reason = known[0] if words.language in texts else " · ".join(dict.fromkeys(known))
        return with_reason({**values, "reason": reason}, words)

    return sentence


ROTATION: dict[str, Sentence] = {
    RotationReason.FIRST_ROUND: say(
        N_("No round has used a turn yet. First host by the settings: {side}.")
    ),
    RotationReason.ALTERNATES: choose(
        "status",
        {Status.HELD: N_("{id} used the turn of: {used}. Next in turn: {side}.")},
        N_("As planned, {id} will use the turn of: {used}. Next in turn: {side}."),
        used=side_text,
    ),
    RotationReason.RECORDED: say(
        N_("{id} counts for the side that hosts it, as recorded: {side}.")
    ),
    RotationReason.TURN_RECORDED: say(
        N_("By the record of both sides, {id} uses the turn of: {side}.")
    ),
    RotationReason.OUT_OF_TURN: say(
        N_("{id} is hosted out of turn with both sides' consent: {side}. In turn was: {due}."),
        due=side_text,
    ),
    RotationReason.NO_TURN: say(N_("Both sides agreed that {id} uses no turn.")),
    RotationReason.CANCELLED: say(
        N_("{id} was cancelled; its turn passes to the next round. In turn: {side}.")
    ),
    RotationReason.POSTPONED: say(
        N_("{id} is postponed; it keeps its number, its place in the order and its host: {side}.")
    ),
    RotationReason.UNNUMBERED: say(N_("{id} takes no number.")),
    RotationReason.OUTSIDE: say(
        N_("{id} is extraordinary and stands outside the numbering and the alternation.")
    ),
    RotationReason.PARITY_FLIP: say(
        N_("From {id} on, even and odd numbers have changed hosts, compared with {before}.")
    ),
    RotationReason.SAME_SIDE_TWICE: say(
        N_(
            "{before} and {id} run on the turn of the same side: {side}. No consent of both sides "
            "is on record."
        )
    ),
    RotationReason.FIRST_HOST_DIFFERS: say(
        N_("The first round, {id}, is hosted by: {side}. The settings name: {due}."), due=side_text
    ),
    RotationReason.TURN_OPEN: say(
        N_("{id} is online or in a third country; whose turn it uses has not been recorded yet.")
    ),
    RotationReason.CONSENT_OPEN: say(
        N_("Consent to the use of the turn of {id} is not on record yet: {side}.")
    ),
    RotationReason.HOST_AND_VENUE_DIFFER: say(
        N_("{id} is hosted by: {host}. Its venue lies in the other country: {venue}."),
        venue=_country,
    ),
    RotationReason.DATES_OUT_OF_ORDER: say(
        N_("{id} is dated before {before}, though its number is higher.")
    ),
    RotationReason.NUMBERS_MISSING: say(
        N_("Rounds missing from the register before {id}: numbers {first} to {last}.")
    ),
    RotationReason.MORE_IN_YEAR: say(
        N_("{year} has more rounds than usual: {count} instead of {usual} (Art. 5(4)).")
    ),
    RotationReason.FEWER_IN_YEAR: say(
        N_("{year} has fewer rounds than usual: {count} instead of {usual} (Art. 5(4)).")
    ),
    RotationReason.FEWER_IN_YEARS: say(
        N_(
            "Every year from {first} to {last} has fewer rounds than usual ({usual} a year, "
            "Art. 5(4)): {count} in all."
        )
    ),
}

PLAN: dict[str, Sentence] = {
    PlanReason.FACT: say(N_("{id} is held or confirmed and is kept where it is.")),
    PlanReason.PINNED: say(N_("The start was fixed by hand: {start}.")),
    PlanReason.COMMON_DAYS: _common_days,
    PlanReason.GAP: count(
        "days",
        NN_(
            "{days} day after the start of {id} (wished: {wished}).",
            "{days} days after the start of {id} (wished: {wished}).",
        ),
    ),
    PlanReason.NONE_BEFORE: say(N_("No round stands before it, so there is no distance to keep.")),
    PlanReason.IN_SEASON: say(N_("It starts in a preferred time of the year: {side}.")),
    PlanReason.OUT_OF_SEASON: count(
        "days",
        NN_(
            "{days} day away from the nearest preferred time of the year: {side}.",
            "{days} days away from the nearest preferred time of the year: {side}.",
        ),
    ),
    PlanReason.TRAVEL_ON_DAYS_OFF: count(
        "days",
        NN_(
            "{days} travel day of the visiting side falls on a day off: {side}.",
            "{days} travel days of the visiting side fall on days off: {side}.",
        ),
    ),
    PlanReason.SHORT_DAYS: count(
        "days",
        NN_(
            "{days} meeting day is one hour shorter in Russia.",
            "{days} meeting days are one hour shorter in Russia.",
        ),
    ),
    PlanReason.PROVISIONAL: say(
        N_("The calendar for {year} is provisional, no official notice yet: {side}.")
    ),
}

TROUBLE: dict[str, Sentence] = {
    TroubleReason.DAYS_OFF: count(
        "days",
        NN_(
            "{days} meeting day is a day off, from {day}: {side}.",
            "{days} meeting days are days off, from {day}: {side}.",
        ),
    ),
    TroubleReason.BLACKOUT: count(
        "days",
        NN_(
            "{days} meeting day falls into a time without meetings, from {day}: {side}.",
            "{days} meeting days fall into a time without meetings, from {day}: {side}.",
        ),
    ),
    TroubleReason.TRAVEL_BLACKOUT: count(
        "days",
        NN_(
            "{days} travel day falls into a time without meetings, from {day}: {side}.",
            "{days} travel days fall into a time without meetings, from {day}: {side}.",
        ),
    ),
    TroubleReason.TOO_SOON: count(
        "days",
        NN_(
            "Not confirmed yet, and it begins in {days} day (notice wished: {wished}).",
            "Not confirmed yet, and it begins in {days} days (notice wished: {wished}).",
        ),
    ),
}

SOUNDING: dict[str, Sentence] = {
    SoundingReason.CLASH: say(N_("{id} stands on the same days.")),
    SoundingReason.OUT_OF_ORDER: say(N_("The round would change places with {id}.")),
}

PLACE: dict[str, Sentence] = {
    BarReason.DAYS_OFF: TROUBLE[TroubleReason.DAYS_OFF],
    BarReason.BLACKOUT: _dark(
        N_("{side} cannot meet from {first} to {last}: {reason}."),
        N_("{side} cannot meet from {first} to {last}."),
    ),
    BarReason.TRAVEL_BLACKOUT: _dark(
        N_("{side} cannot travel from {first} to {last}: {reason}."),
        N_("{side} cannot travel from {first} to {last}."),
    ),
    BarReason.NOTICE: count(
        "days",
        NN_(
            "{days} day of notice is needed, so it can start on {first} at the earliest.",
            "{days} days of notice are needed, so it can start on {first} at the earliest.",
        ),
    ),
    BarReason.AFTER: say(N_("{id} comes before it and lasts until {day}.")),
    BarReason.BEFORE: say(N_("{id} comes after it and begins on {day}.")),
    MoveReason.FOLLOWING: count(
        "days",
        NN_(
            "{id} follows {days} day later (wished: {wished}).",
            "{id} follows {days} days later (wished: {wished}).",
        ),
    ),
}

AGREEMENT: dict[str, Sentence] = {
    Working.NOTICE_RECEIVED: say(N_("{side}: the other side's notice was received on {day}.")),
    Working.NOTICE_UNKNOWN: say(
        N_("{side}: the day the other side's notice was received has not been entered.")
    ),
    Working.LAST_NOTICE: say(N_("The last notice was received on {day}.")),
    Working.IN_FORCE_FROM: say(N_("The period runs from the entry into force on {day}.")),
    Working.IN_FORCE_UNKNOWN: say(N_("The day of entry into force is not known yet.")),
    Working.TERMINATION_RECEIVED: say(N_("The notice of termination was received on {day}.")),
    Working.TERMINATION_UNKNOWN: say(N_("No notice of termination has been entered.")),
    Working.FIRST_DAY_COUNTED: say(N_("{day} itself is the first of the {days} days.")),
    Working.FIRST_DAY_NOT_COUNTED: say(N_("The {days} days are counted from the day after {day}.")),
    Working.RESULT: say(N_("Day {days} is {day}.")),
}

REMARK: dict[str, Sentence] = {
    Remark.OVERLAP: say(N_("{id} and {other} meet on the same days.")),
    Remark.ON_OFFER: say(
        N_("The present dates of {id} are on offer to the other side. Tell it of the change.")
    ),
    Remark.UNNUMBERED_TURN: say(
        N_(
            "{id} takes no number, yet uses the turn of: {side}. If both sides agreed otherwise, "
            "record it (“consultation turn”)."
        )
    ),
}

REASONS: dict[str, Sentence] = {
    **ROTATION,
    **REMARK,
    **PLAN,
    **TROUBLE,
    **SOUNDING,
    **PLACE,
    **AGREEMENT,
}
"""The sentence for each code."""
