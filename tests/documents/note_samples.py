"""Made-up notes for the papers' tests, of both offices and of every kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from consultations_gui.application.notes import languages, shipped
from consultations_gui.application.ports import Format, NoteOrder, NoteTexts, NoteWording
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.note_wording import Names, Template
from consultations_gui.domain.notes import Matter, note_steps
from consultations_gui.domain.parties import CityBook, Lang, Side, Venue
from consultations_gui.domain.proposal import Answer, Proposal, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.domain.protection import Marking
from tests.documents.samples import STAMP, consultation
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DALIAN,
    DECLINED,
    KAZAN,
    MARCH,
    PARTLY,
    TALKS,
    THREATS,
    act,
    answered,
    drafted,
    sent,
    with_note,
)

TERMS = Terms((MARCH, APRIL), DALIAN, (THREATS, TALKS))
NAMES = {
    (Side.CN, Lang.ZH): Names("中华人民共和国外交部", "俄罗斯联邦外交部", "", "北京"),
    (Side.CN, Lang.RU): Names(
        "Министерство иностранных дел Китайской Народной Республики",
        "Министерству иностранных дел Российской Федерации",
        "Министерству",
        "г. Пекин",
    ),
    (Side.RU, Lang.ZH): Names("俄罗斯联邦外交部", "中华人民共和国外交部", "", "莫斯科"),
    (Side.RU, Lang.RU): Names(
        "Министерство иностранных дел Российской Федерации",
        "Министерству иностранных дел Китайской Народной Республики",
        "Министерству",
        "г. Москва",
    ),
}


def offer(*, about: str = "", terms: Terms = TERMS, by: Side = Side.CN) -> Proposal:
    made = sent(terms, by, reply_by=date(2027, 1, 15))
    return replace(with_note(made, note="S-101", note_date=date(2026, 11, 20)), about=about)


def reply(answer: Answer, to: Proposal | None = None) -> Proposal:
    given = answered(answer, to or offer())
    return with_note(given, note="208/дн", note_date=date(2026, 12, 1))


def order(
    proposal: Proposal,
    texts: NoteTexts = NoteTexts.BOTH,
    *,
    about: Consultation | None = None,
    step: int = -1,
    names: bool = True,
    format: Format = Format.PDF,  # noqa: A002  # the field's name
    **changes: object,
) -> NoteOrder:
    """The note about the newest step, as its own side writes it."""
    chosen = note_steps(proposal)[step]
    side = chosen.event.by
    wanted = Template(chosen.kind, _matter(about))
    plain = NoteOrder(
        step=chosen,
        wordings=tuple(
            NoteWording(lang, shipped(wanted, lang), NAMES[side, lang] if names else Names())
            for lang in languages(texts, side)
        ),
        about=about,
        format=format,
        cities=CityBook(),
        stamp=STAMP,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # names are checked by replace


def _matter(about: Consultation | None) -> Matter:
    return Matter.ROUND if about else Matter.SESSION


def first_offer() -> NoteOrder:
    return order(offer())


def draft_without_names_or_numbers() -> NoteOrder:
    untranslated = replace(TERMS, topics=(THREATS, Topic("联合国框架内的协调")))
    return order(drafted(untranslated), names=False)


def counter_of_the_russian_side() -> NoteOrder:
    answer = Answer(
        Ruling(Verdict.ACCEPT, option=2),
        Ruling(Verdict.COUNTER, venue=KAZAN),
        ACCEPT,
    )
    return order(reply(answer), marking=Marking.PARTIES)


def counter_of_everything() -> NoteOrder:
    answer = Answer(
        Ruling(Verdict.COUNTER, dates=(Dates(date(2027, 5, 31), date(2027, 6, 1)),)),
        Ruling(Verdict.COUNTER, venue=Venue(online=True)),
        Ruling(Verdict.COUNTER, topics=(Topic("新议题", "О новом"),)),
    )
    return order(reply(answer))


def acceptance() -> NoteOrder:
    return order(reply(ACCEPTED), provisional=(Side.CN, Side.RU))


def refusal() -> NoteOrder:
    return order(reply(DECLINED))


def mixed_answer_with_a_withheld_topic() -> NoteOrder:
    return order(reply(PARTLY), withheld=frozenset({2}))


def new_offer() -> NoteOrder:
    partly = reply(PARTLY)
    again = steps.offer_anew(partly, act(Side.CN, 4), replace(TERMS, venue=KAZAN))
    return order(again)


def withdrawal() -> NoteOrder:
    return order(steps.withdraw(offer(), act(Side.CN, 3)))


def postponement_of_a_round() -> NoteOrder:
    there = consultation(venue=DALIAN, dates=Dates(date(2027, 2, 2), date(2027, 2, 2)))
    return order(offer(about="R3", by=Side.RU), about=there)


def refusal_of_another_venue() -> NoteOrder:
    there = consultation(dates=MARCH, venue=Venue("RU", "Moscow"))
    return order(reply(DECLINED, offer(about="R3")), about=there)


CASES: list[Callable[[], NoteOrder]] = [
    first_offer,
    draft_without_names_or_numbers,
    counter_of_the_russian_side,
    counter_of_everything,
    acceptance,
    refusal,
    mixed_answer_with_a_withheld_topic,
    new_offer,
    withdrawal,
    postponement_of_a_round,
    refusal_of_another_venue,
]
