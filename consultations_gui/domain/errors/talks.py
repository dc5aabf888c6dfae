"""Proposals (Art. 5(4)), consultations and the agreement's facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.errors.base import DomainError


@dataclass(eq=False)
class NotCanonicalError(DomainError):
    """A value that RFC 8785 canonical JSON cannot hold.

    ``cause`` is number (no exact integer), surrogate (half a character), key or type.
    """

    cause: str


@dataclass(eq=False)
class OfferIncompleteError(DomainError):
    """An offer lacks what Art. 5(4) asks.

    ``missing`` holds dates, venue.country, venue.city, topics, topics.N.zh or topics.N.ru
    (N from 1).
    """

    missing: tuple[str, ...]


@dataclass(eq=False)
class TooManyDateOptionsError(DomainError):
    """An offer holds more date options than the ``limit``."""

    count: int
    limit: int


@dataclass(eq=False)
class DuplicateDateOptionError(DomainError):
    """Date option ``option`` (from 1) repeats an earlier one, so its number would be ambiguous."""

    option: int


@dataclass(eq=False)
class DateOptionNotExactError(DomainError):
    """Date option ``option`` (from 1) names a month only; an offer names days."""

    option: int


@dataclass(eq=False)
class TopicMinutesError(DomainError):
    """Topic ``topic`` (from 1) has a length that is not 1 to 1440 minutes."""

    topic: int
    minutes: int


@dataclass(eq=False)
class CityElsewhereError(DomainError):
    """The city named is known to lie in another country (both ISO 3166 alpha-2)."""

    city: str
    country: str
    known: str


@dataclass(eq=False)
class DeclineWithCounterError(DomainError):
    """One answer both declines and counters (rule 2)."""


@dataclass(eq=False)
class OptionNeededError(DomainError):
    """Dates are accepted without saying which of several options."""

    options: int


@dataclass(eq=False)
class OptionUnknownError(DomainError):
    """The accepted date option is not among those offered (1 to ``options``)."""

    option: int
    options: int


@dataclass(eq=False)
class CounterMissingError(DomainError):
    """A counter does not say what it proposes instead. ``component`` is dates, venue or topics."""

    component: str


@dataclass(eq=False)
class CounterUnchangedError(DomainError):
    """A counter repeats what was offered: that is an acceptance and must be given as one."""

    component: str


@dataclass(eq=False)
class RulingMalformedError(DomainError):
    """The ruling on one component carries something its verdict has no place for."""

    component: str


@dataclass(eq=False)
class ProposalStateError(DomainError):
    """The step has no place in the proposal's present state. Base of the refusals below."""

    id: str
    state: str


@dataclass(eq=False)
class NotTransmittedError(ProposalStateError):
    """The proposal is still a draft; there is no offer to act on."""


@dataclass(eq=False)
class AlreadyTransmittedError(ProposalStateError):
    """The proposal has been transmitted: offers are immutable and numbered."""


@dataclass(eq=False)
class OfferUnansweredError(ProposalStateError):
    """The current offer is unanswered; its author may not replace it (rule 1)."""


@dataclass(eq=False)
class AlreadyAnsweredError(ProposalStateError):
    """The current offer has been answered; it is answered once (rule 2)."""


@dataclass(eq=False)
class ProposalSettledError(ProposalStateError):
    """The proposal is agreed, and nothing but convening follows."""


@dataclass(eq=False)
class ProposalClosedError(ProposalStateError):
    """The proposal has ended: declined, withdrawn or lapsed."""


@dataclass(eq=False)
class NotAgreedError(ProposalStateError):
    """Only an agreed proposal can be convened."""


@dataclass(eq=False)
class AlreadyConvenedError(ProposalStateError):
    """The proposal has been convened."""


@dataclass(eq=False)
class AnswersConflictError(ProposalStateError):
    """Two different answers by one side are on record; a person decides first (rule 9)."""


@dataclass(eq=False)
class NothingToDecideError(ProposalStateError):
    """There are no conflicting answers to decide between."""


@dataclass(eq=False)
class NotAmongAnswersError(DomainError):
    """The answer decided for is none of those on record."""

    id: str


@dataclass(eq=False)
class AnswerOnRecordError(DomainError):
    """The same answer by the same side to the same offer is on record already (rule 9)."""

    id: str
    offer: int
    side: str


@dataclass(eq=False)
class OwnOfferError(DomainError):
    """A side answers its own offer (rule 2)."""

    id: str
    offer: int
    side: str


@dataclass(eq=False)
class NotAuthorError(DomainError):
    """Only the author of an offer withdraws it or follows it with a new one (rules 5 and 7)."""

    id: str
    offer: int
    side: str


@dataclass(eq=False)
class UnknownOfferError(DomainError):
    """The proposal has no offer of this number."""

    id: str
    offer: int


@dataclass(eq=False)
class LapseTooEarlyError(DomainError):
    """Lapsed is recorded only after the wished reply date or the last date option (rule 7)."""

    id: str
    after: date


@dataclass(eq=False)
class ReasonMissingError(DomainError):
    """The step must be given a reason."""

    id: str


@dataclass(eq=False)
class ProposalWithoutBeginningError(DomainError):
    """A chain of events that holds neither a draft nor a transmitted offer."""


@dataclass(eq=False)
class WrongStatusError(DomainError):
    """The action has no place in the consultation's present status."""

    id: str
    status: str
    action: str


@dataclass(eq=False)
class ConsentMissingError(DomainError):
    """Hosting out of turn needs both sides' recorded consent (Art. 5(4): alternately)."""

    id: str
    sides: tuple[str, ...]


@dataclass(eq=False)
class BasisMissingError(DomainError):
    """A change of host must rest on a note, protocol or decision, which is not named."""

    id: str


@dataclass(eq=False)
class NothingToSwapError(DomainError):
    """Two meetings that cannot exchange hosts: each needs one, and not the same."""

    id: str
    other: str


@dataclass(eq=False)
class DatesMissingError(DomainError):
    """The action needs the consultation's dates, which are not set."""

    id: str
    action: str


@dataclass(eq=False)
class DatesOutsideError(DomainError):
    """A consultation dated in a ``year`` before ``least`` or after ``most``."""

    year: int
    least: int
    most: int


@dataclass(eq=False)
class DatesUnchangedError(DomainError):
    """A postponement to the dates the consultation already has."""

    id: str


@dataclass(eq=False)
class MeetingAheadError(DomainError):
    """A meeting recorded as held that is not over: it lasts to ``end``, which is still to come."""

    id: str
    end: date


@dataclass(eq=False)
class PostponedToPastError(DomainError):
    """A postponement to dates of which the last, ``end``, has passed."""

    id: str
    end: date


@dataclass(eq=False)
class ReceivedAheadError(DomainError):
    """A note recorded as received on ``day``, which is still to come."""

    day: date


@dataclass(eq=False)
class ReceivedBeforeDatedError(DomainError):
    """A note recorded as received on ``day``, before the day it is ``dated``."""

    day: date
    dated: date


@dataclass(eq=False)
class OfferPassedError(DomainError):
    """An offer whose date options had all passed (the last on ``last``) when it was to go out."""

    last: date


@dataclass(eq=False)
class ReplyWishError(DomainError):
    """A reply wished by a ``day`` when none can come or help any more.

    It must lie between the day the offer goes out, ``first``, and the end of
    its last date option, ``last``.
    """

    day: date
    first: date
    last: date


@dataclass(eq=False)
class FixedFieldError(DomainError):
    """A field that is made once, or by another action, was changed in an edit."""

    id: str
    field: str


@dataclass(eq=False)
class NumberTakenError(DomainError):
    """A round's number is in use; a cancelled round's number is not used again."""

    number: int


@dataclass(eq=False)
class InvalidNumberError(DomainError):
    """A round's number counts from 1, and only regular rounds have one."""

    number: int


@dataclass(eq=False)
class TwoHeadsError(DomainError):
    """A delegation names more than one head."""

    side: str


@dataclass(eq=False)
class NameMissingError(DomainError):
    """A person or authority has no name in any script."""


@dataclass(eq=False)
class BothNamesError(DomainError):
    """An office or a city lacks its name in one of the two languages, in which papers name it."""


@dataclass(eq=False)
class BeforeSignatureError(DomainError):
    """A fact of the agreement dated before it was signed (8 May 2015)."""

    day: date


@dataclass(eq=False)
class RegisterNotFreshError(DomainError):
    """Sample data goes into an empty register only."""
