"""Words for errors of proposals, consultations, delegations and the agreement's facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from consultations_gui.domain import errors as e
from consultations_gui.domain.consultation import Status
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_say import Sentence, choose, one_of, say
from consultations_gui.i18n.words import N_, Words

_MISSING = {
    "dates": N_("dates"),
    "venue.country": N_("country of the venue"),
    "venue.city": N_("city of the venue"),
    "topics": N_("topics"),
}
_TOPIC = re.compile(r"topics\.(\d+)\.(zh|ru)")


def _missing(names: tuple[str, ...], words: Words) -> str:
    return join_list([_missing_one(name, words) for name in names], words.language)


def _missing_one(name: str, words: Words) -> str:
    topic = _TOPIC.fullmatch(name)
    if topic is None:
        return words.tr(_MISSING.get(name, name))
    if topic[2] == "zh":
        return words.tr("Chinese text of topic {number}", number=topic[1])
    return words.tr("Russian text of topic {number}", number=topic[1])


def _state(msgid: str) -> Sentence:
    """A refusal by the proposal's state, which is told at the end."""

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        refusal = say(msgid)(values, words)
        return words.tr(
            "{refusal} Present state: {state}.",
            refusal=refusal,
            state=say("{state}")(values, words),
        )

    return sentence


TALKS: dict[type[e.DomainError], Sentence] = {
    e.OfferIncompleteError: say(
        N_("The offer is not complete (Art. 5(4)). Still missing: {missing}."), missing=_missing
    ),
    e.TooManyDateOptionsError: say(
        N_("The offer holds {count} date options; the most is {limit}. Take some out.")
    ),
    e.DuplicateDateOptionError: say(
        N_("Date option {option} repeats an earlier one. Change it or take it out.")
    ),
    e.DateOptionNotExactError: say(
        N_("Date option {option} names a month only. An offer names exact days.")
    ),
    e.TopicMinutesError: say(
        N_("Topic {topic}: a length of {minutes} min is not possible. Enter 1 or more, or nothing.")
    ),
    e.CityElsewhereError: say(
        N_("{city} lies in another country ({known}, not {country}). Correct the city or country.")
    ),
    e.DeclineWithCounterError: say(
        N_(
            "One answer cannot both decline and counter. Counter the components you do not accept, "
            "or decline them without a counter-proposal."
        )
    ),
    e.OptionNeededError: say(
        N_("The offer holds several date options ({options}). Say which of them is accepted.")
    ),
    e.OptionUnknownError: say(
        N_("There is no date option {option}: they are counted from 1 to {options}.")
    ),
    e.CounterMissingError: say(N_("The counter-proposal for “{component}” says nothing yet.")),
    e.CounterUnchangedError: say(
        N_("The counter-proposal for “{component}” repeats what was offered. Accept it instead.")
    ),
    e.RulingMalformedError: say(
        N_("The answer on “{component}” carries something that does not belong to it.")
    ),
    e.ProposalStateError: _state(N_("This step has no place in {id} now.")),
    e.NotTransmittedError: _state(N_("{id} has not been transmitted yet: there is no offer.")),
    e.AlreadyTransmittedError: _state(
        N_("{id} has been transmitted and is not edited any more; a change is a new offer.")
    ),
    e.OfferUnansweredError: _state(
        N_("The current offer of {id} is unanswered; its author may not replace it.")
    ),
    e.AlreadyAnsweredError: _state(
        N_("The current offer of {id} has been answered; it is answered once.")
    ),
    e.ProposalSettledError: _state(N_("{id} is agreed; only convening follows.")),
    e.ProposalClosedError: _state(N_("{id} has ended. Begin a new proposal.")),
    e.NotAgreedError: _state(N_("{id} is not agreed yet and cannot be convened.")),
    e.AlreadyConvenedError: _state(N_("{id} has led to a consultation already.")),
    e.AnswersConflictError: _state(
        N_(
            "Two different answers of one side to {id} are on record. Decide first which of them "
            "stands."
        )
    ),
    e.NothingToDecideError: _state(N_("{id} has no conflicting answers to decide between.")),
    e.NotAmongAnswersError: say(N_("This answer is none of those on record for {id}.")),
    e.AnswerOnRecordError: say(
        N_(
            "This very answer ({side}) to offer {offer} of {id} is on record already: there is "
            "nothing to record."
        )
    ),
    e.OwnOfferError: say(
        N_("Offer {offer} of {id} is this side's own ({side}). The other side answers it.")
    ),
    e.NotAuthorError: say(
        N_("Offer {offer} of {id} was not made by this side ({side}). Only its author may do this.")
    ),
    e.UnknownOfferError: say(N_("{id} has no offer {offer}.")),
    e.LapseTooEarlyError: say(
        N_("{id} can be recorded as lapsed only after {after}: until then an answer may come.")
    ),
    e.ReasonMissingError: say(N_("Give a reason for this step ({id}).")),
    e.ProposalWithoutBeginningError: say(
        N_("The proposal holds neither a draft nor an offer, so nothing follows from it.")
    ),
    e.WrongStatusError: choose(
        "action",
        {
            "tentative": N_("The dates of {id} cannot be put on offer now ({status})."),
            "confirm": N_("{id} cannot be confirmed now ({status})."),
            "hold": N_("{id} cannot be recorded as held now ({status})."),
            "postpone": N_("{id} cannot be postponed now ({status})."),
            "cancel": N_("{id} cannot be cancelled now ({status})."),
            "move": N_(
                "The dates of {id} cannot simply be changed now ({status}). Postpone it instead."
            ),
            "relocate": N_("The host of {id} cannot be changed now ({status})."),
        },
        N_("{id} does not allow this now ({status})."),
        status=one_of(Status),
    ),
    e.ConsentMissingError: say(
        N_(
            "{id} can be hosted out of turn once both sides have consented. Not on record yet: "
            "{sides}. Until then, make a proposal."
        )
    ),
    e.BasisMissingError: say(
        N_("Name what the change of host of {id} rests on: a note, minutes or a decision.")
    ),
    e.NothingToSwapError: say(
        N_(
            "{id} and {other} cannot exchange hosts. Choose two rounds, one to be held in China "
            "and one in Russia."
        )
    ),
    e.DatesMissingError: choose(
        "action",
        {
            "tentative": N_("{id} has no dates to put on offer. Set the dates first."),
            "confirm": N_("{id} has no dates to confirm. Set the dates first."),
            "hold": N_("{id} has no dates. Say when it was held."),
        },
        N_("{id} has no dates yet. Set the dates first."),
    ),
    e.DatesOutsideError: say(
        N_("No meeting can be dated in the year {year}. Name a year from {least} to {most}.")
    ),
    e.DatesUnchangedError: say(
        N_("{id} has these dates already. Name other ones, or none if they are still open.")
    ),
    e.MeetingAheadError: say(
        N_("{id} lasts until {end} and cannot be recorded as held before. Correct the dates.")
    ),
    e.PostponedToPastError: say(
        N_("{id} cannot be postponed to dates that have passed ({end}). Name later ones.")
    ),
    e.OfferPassedError: say(
        N_(
            "All the dates offered have passed (the last on {last}). Offer later ones. For an "
            "offer that went out earlier, give the date of its note."
        )
    ),
    e.ReceivedAheadError: say(
        N_(
            "A note cannot be recorded as received on {day}: that day is still to come. Correct "
            "the date, or leave it out until the note has been received."
        )
    ),
    e.ReceivedBeforeDatedError: say(
        N_(
            "A note dated {dated} cannot have been received on {day}, before its date. Correct one "
            "of the two."
        )
    ),
    e.ReplyWishError: say(
        N_(
            "A reply by {day} cannot be wished: name a day from {first}, when the offer goes out, "
            "to {last}, the end of the last date option."
        )
    ),
    e.FixedFieldError: say(N_("This cannot be changed by editing {id}: {field}.")),
    e.NumberTakenError: say(
        N_("Round number {number} is taken. The number of a cancelled round is not used again.")
    ),
    e.InvalidNumberError: say(
        N_("{number} cannot be a round's number: numbers count from 1, for regular rounds only.")
    ),
    e.TwoHeadsError: say(N_("A delegation has one head only ({side}). Give the others a role.")),
    e.NameMissingError: say(N_("Enter a name in at least one script.")),
    e.BothNamesError: say(
        N_("A name is missing: papers name offices and cities in Chinese and in Russian. Enter it.")
    ),
    e.BeforeSignatureError: say(
        N_("{day} lies before the signing of the agreement on 8 May 2015. Correct the date.")
    ),
}
