"""Names of holidays as the calendars' source gives them, to be shown in each language."""

from __future__ import annotations

from consultations_gui.i18n.words import N_, Words

KNOWN = frozenset(
    {
        N_("New Year's Day"),
        N_("Chinese New Year's Eve"),
        N_("Chinese New Year (Spring Festival)"),
        N_("Chinese New Year Extended Holiday"),
        N_("Tomb-Sweeping Day"),
        N_("Labor Day"),
        N_("Dragon Boat Festival"),
        N_("Mid-Autumn Festival"),
        N_("National Day"),
        N_("New Year Holidays"),
        N_("Christmas Day"),
        N_("Defender of the Fatherland Day"),
        N_("International Women's Day"),
        N_("Holiday of Spring and Labor"),
        N_("Victory Day"),
        N_("Russia Day"),
        N_("Unity Day"),
        N_(
            "70th Anniversary of the Victory of the Chinese People's War of Resistance against "
            "Japanese Aggression and the World Anti-Fascist War"
        ),
    }
)
"""Every name the shipped calendars of both countries have used since 2009."""
BETWEEN = "; "


def holiday_text(name: str, words: Words) -> str:
    """One name, or several of one day; a name nobody knows yet comes as the source has it."""
    return " · ".join(words.tr(one) for one in name.split(BETWEEN))
