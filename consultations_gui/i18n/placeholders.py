"""What each placeholder of a note's wording stands for, and in which form."""

from __future__ import annotations

from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.words import N_, Words

_MEANINGS: dict[str, str] = {
    "sender": N_("who writes, as entered"),
    "addressee": N_("to whom, as entered"),
    "short": N_("the addressee in short, as entered"),
    "our_side": N_("our side"),
    "our_side_gen": N_("our side, genitive"),
    "their_side": N_("the other side"),
    "their_side_gen": N_("the other side, genitive"),
    "meeting": N_("the consultation, our side named first"),
    "agreement": N_("the Agreement by its title and date"),
    "change": N_("what is to be changed about the round"),
    "ref_number": N_("number of the earlier note, with its sign"),
    "ref_date": N_("date of the earlier note"),
    "dates": N_("the dates"),
    "venue": N_("country, city and site"),
    "reply_by": N_("the day a reply is wished by, or nothing"),
    "accepted": N_("what is accepted, or nothing"),
    "countered": N_("what is answered with a counter-proposal, or nothing"),
    "declined": N_("what is declined, or nothing"),
}
_RUSSIAN: dict[str, str] = {
    "meeting": N_("the consultation, our side named first, genitive"),
    "agreement": N_("the Agreement by its title and date, genitive"),
    "change": N_("what is to be changed about the round, with its preposition"),
    "accepted": N_("what is accepted, genitive, or nothing"),
    "countered": N_("what is answered with a counter-proposal, genitive, or nothing"),
    "declined": N_("what is declined, genitive, or nothing"),
}


def placeholder_text(name: str, lang: Lang, words: Words) -> str:
    """What ``name`` stands for in a text in ``lang``."""
    russian = _RUSSIAN.get(name) if lang is Lang.RU else None
    return words.tr(russian or _MEANINGS[name])
