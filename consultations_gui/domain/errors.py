"""Every rule that can be broken has its own type here.

An error carries the values that its message needs and no human words: those
are found by class in ``i18n`` and worded in the reader's language. Each class
says which rule it guards and where that rule comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(eq=False)
class DomainError(Exception):
    """A rule of the domain was broken; nothing has been changed."""

    def __str__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


# --- input -----------------------------------------------------------------------------------


@dataclass(eq=False)
class InvalidDateError(DomainError):
    """A date that is not written YYYY-MM-DD or does not exist in the calendar."""

    text: str


@dataclass(eq=False)
class InvalidTimeError(DomainError):
    """A time of day that is not written HH:MM or does not exist."""

    text: str


@dataclass(eq=False)
class EndBeforeStartError(DomainError):
    """A period whose last day lies before its first."""

    start: date
    end: date


@dataclass(eq=False)
class UnknownCityZoneError(DomainError):
    """A city whose time zone is not known; the office must add the city with its zone."""

    city: str


@dataclass(eq=False)
class UnknownZoneError(DomainError):
    """A time zone name that the IANA database does not have."""

    zone: str


@dataclass(eq=False)
class VenueIncompleteError(DomainError):
    """A venue needs a country and a city, or "online"."""


@dataclass(eq=False)
class InvalidEmailError(DomainError):
    """An e-mail address that calendar programs would not accept (ASCII addr-spec, RFC 5322)."""

    address: str


# --- the register ----------------------------------------------------------------------------


@dataclass(eq=False)
class NotFoundError(DomainError):
    """No aggregate of this kind has this ID."""

    kind: str
    id: str


@dataclass(eq=False)
class AlreadyExistsError(DomainError):
    """The ID is already in use."""

    kind: str
    id: str


@dataclass(eq=False)
class OfficeNotSetError(DomainError):
    """The register does not know yet which side's office keeps it."""


@dataclass(eq=False)
class StaleVersionError(DomainError):
    """Someone else changed the aggregate since it was read; says who changed what and when."""

    kind: str
    id: str
    actor: str = ""
    use_case: str = ""
    at: str = ""
    fields: tuple[str, ...] = ()


@dataclass(eq=False)
class RegisterUnreadableError(DomainError):
    """The file named is not a register of this program, or is damaged."""

    path: str


@dataclass(eq=False)
class RegisterNewerError(DomainError):
    """The register was written by a newer program and is left untouched."""

    path: str
    revision: str


@dataclass(eq=False)
class CannotWriteError(DomainError):
    """A file or folder cannot be written.

    ``cause`` is read_only, disk_full, not_a_folder or other.
    """

    path: str
    cause: str


@dataclass(eq=False)
class CannotReadError(DomainError):
    """A file cannot be opened: ``cause`` is missing, denied or other."""

    path: str
    cause: str


# --- what is typed at the terminal -----------------------------------------------------------


@dataclass(eq=False)
class InvalidPeriodError(DomainError):
    """A period or pin that is not written as the help says."""

    text: str


@dataclass(eq=False)
class JsonShapeError(DomainError):
    """A JSON document of another shape than asked for.

    ``place`` is a JSONPath-like place, ``expected`` one of json, object, list,
    text, number, yes_no, known (no such key), ruling, topic.
    """

    place: str
    expected: str


@dataclass(eq=False)
class UsageError(DomainError):
    """A command line that is not one: what is wrong with it and how it is written."""

    message: str
    usage: str


@dataclass(eq=False)
class JournalBrokenError(DomainError):
    """The journal's chain does not hold; ``seq`` is the first entry that does not fit."""

    seq: int


# --- the journal and undo --------------------------------------------------------------------


@dataclass(eq=False)
class InvalidTextError(DomainError):
    """A text with a character no file can hold: half of a surrogate pair, or U+0000.

    ``character`` is its code point, ``U+D800``.
    """

    character: str


@dataclass(eq=False)
class DamagedRecordError(DomainError):
    """What the register holds cannot be read as a value: the file was damaged or edited by hand.

    ``kind`` and ``id`` say what it was meant to be, as far as that is known.
    """

    kind: str
    id: str = ""


@dataclass(eq=False)
class InUseError(DomainError):
    """An aggregate that another one refers to cannot be removed."""

    kind: str
    id: str


@dataclass(eq=False)
class RegisterBusyError(DomainError):
    """Another program holds the register for writing and did not let go in time."""

    path: str


@dataclass(eq=False)
class UnsupportedDatabaseError(DomainError):
    """A database URL of a kind this program cannot keep a register in.

    ``scheme`` is all that is repeated of it: the rest may hold a password.
    """

    scheme: str


@dataclass(eq=False)
class NothingToUndoError(DomainError):
    """The user has no change of their own left to take back."""


@dataclass(eq=False)
class NothingToRedoError(DomainError):
    """Nothing was undone since the user's last change."""


@dataclass(eq=False)
class NotUndoableError(DomainError):
    """The latest step went outside (a note was transmitted, an invitation written)."""

    use_case: str


@dataclass(eq=False)
class UndoConflictError(DomainError):
    """Someone touched the same thing since; undoing would silently take back their change.

    ``kind`` and ``subject`` name the thing; the rest says who changed it last,
    by what, and when (ISO 8601, UTC).
    """

    kind: str
    subject: str
    actor: str
    use_case: str
    at: str


@dataclass(eq=False)
class FolderNotFreshError(DomainError):
    """The sample wants a folder that holds no register yet; ``path`` is what is in the way."""

    path: str


# --- the agenda ------------------------------------------------------------------------------


@dataclass(eq=False)
class LevelOutOfRangeError(DomainError):
    """A row's level is not 0 (break) or 1 to 3; ``row`` counts from 1."""

    row: int
    uid: str
    level: int


@dataclass(eq=False)
class LevelJumpError(DomainError):
    """An item stands more than one level under the item ``above`` it (0: there is none)."""

    row: int
    uid: str
    level: int
    above: int


@dataclass(eq=False)
class AgendaDayError(DomainError):
    """A meeting day is counted from 1 and is not past ``days``, the last one there can be.

    ``uid`` is the row's, or empty where no row is meant.
    """

    uid: str
    day: int
    days: int


@dataclass(eq=False)
class ItemCannotMoveError(DomainError):
    """There is no place so many steps up (negative) or down among the item's siblings."""

    uid: str
    steps: int


@dataclass(eq=False)
class MinutesMismatchError(DomainError):
    """The minutes entered at a parent are not the sum of its children's; ``row`` from 1."""

    row: int
    uid: str
    given: int
    sum: int


@dataclass(eq=False)
class DayPastMidnightError(DomainError):
    """The rows of a meeting day (from 1) run to midnight or past it."""

    day: int


@dataclass(eq=False)
class InvalidMinutesError(DomainError):
    """A length that is negative or longer than a day."""

    uid: str
    minutes: int


@dataclass(eq=False)
class UnknownTagError(DomainError):
    """A tag written like an article's number that Arts. 2 and 3 do not have, or an empty one."""

    tag: str


@dataclass(eq=False)
class BreakNotApprovedError(DomainError):
    """A break has no topic, so there is nothing to approve by itself."""

    uid: str


@dataclass(eq=False)
class AgendaEmptyError(DomainError):
    """An agenda without items cannot be approved or circulated."""

    id: str


@dataclass(eq=False)
class StandingItemsPresentError(DomainError):
    """All standing items of Art. 5(4) stand on the agenda already."""

    id: str


@dataclass(eq=False)
class WrongAgendaStatusError(DomainError):
    """The agenda's status does not allow the action.

    ``action`` is edit, approve, circulate, agree, finalise or reopen.
    """

    id: str
    status: str
    action: str


@dataclass(eq=False)
class ApprovalMissingError(DomainError):
    """These sides (``"CN"``, ``"RU"``) have not approved the whole agenda as it stands."""

    id: str
    sides: tuple[str, ...]


@dataclass(eq=False)
class TextsNotInStepError(DomainError):
    """Texts are missing or stale, so the agenda cannot be final.

    Each is the row (from 1), its number in Russian style (empty for a break)
    and the language (``"zh"``, ``"ru"``) of the text that is wanted.
    """

    id: str
    missing: tuple[tuple[int, str, str], ...]
    stale: tuple[tuple[int, str, str], ...]


# --- protected information (Art. 6) ----------------------------------------------------------


@dataclass(eq=False)
class OriginatorMissingError(DomainError):
    """A restricted item must name the side its information comes from (Art. 6)."""

    uid: str


@dataclass(eq=False)
class PermissionDocumentError(DomainError):
    """A permission is written: the number and date of the document are wanted (Art. 6)."""

    uid: str


@dataclass(eq=False)
class PermissionMissingError(DomainError):
    """These items may not leave without their originator's written permission (Art. 6)."""

    id: str
    uids: tuple[str, ...]


# --- imported tables -------------------------------------------------------------------------


class TableProblem(StrEnum):
    """What can be wrong with a cell of an imported table."""

    COLUMN_MISSING = "column_missing"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_TWICE = "column_twice"
    CELL_WITHOUT_HEADING = "cell_without_heading"
    LEVEL_UNKNOWN = "level_unknown"
    LEVEL_JUMP = "level_jump"
    TEXT_MISSING = "text_missing"
    MINUTES_NOT_A_NUMBER = "minutes_not_a_number"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
    MINUTES_MISMATCH = "minutes_mismatch"
    LEAD_UNKNOWN = "lead_unknown"


@dataclass(eq=False)
class TableRowError(DomainError):
    """One cell that cannot be taken.

    ``row`` counts as a spreadsheet does, from 1; ``column`` is the heading as
    it stands in the file; ``value`` what the cell says; ``wanted`` what it
    should say, where that is known (the sum of the minutes below).
    """

    row: int
    column: str
    problem: TableProblem
    value: str = ""
    wanted: str = ""


@dataclass(eq=False)
class TableErrors(DomainError):  # noqa: N818 - it is several
    """Everything wrong with a table; nothing of it was taken."""

    errors: tuple[TableRowError, ...]


@dataclass(eq=False)
class TableEncodingError(DomainError):
    """A text table that is not UTF-8; it must be saved as UTF-8 or as XLSX.

    ``row`` is the first row that cannot be read. ``likely`` is the encoding it
    seems to be in (``"GB18030"``, ``"Windows-1251"``, ``"UTF-16"``) or empty.
    """

    path: str
    row: int
    likely: str = ""


@dataclass(eq=False)
class TableUnreadableError(DomainError):
    """A file that is no table.

    ``cause`` is empty, too_large, old_format (.xls, or with a password),
    damaged or not_a_table.
    """

    path: str
    cause: str


# --- negotiation: proposals (Art. 5(4)), consultations, the agreement's facts ----------------


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
class DatesMissingError(DomainError):
    """The action needs the consultation's dates, which are not set."""

    id: str
    action: str


@dataclass(eq=False)
class DatesUnchangedError(DomainError):
    """A postponement to the dates the consultation already has."""

    id: str


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
    """A person, office or authority has no name in any script."""


@dataclass(eq=False)
class BeforeSignatureError(DomainError):
    """A fact of the agreement dated before it was signed (8 May 2015)."""

    day: date


@dataclass(eq=False)
class RegisterNotFreshError(DomainError):
    """Sample data goes into an empty register only."""


# --- calendars, rotation and planning ----------------------------------------------------------


@dataclass(eq=False)
class InvalidHorizonError(DomainError):
    """A plan covers one year or more, all of them within the years calendars are kept for."""

    first_year: int
    years: int


@dataclass(eq=False)
class InvalidWishError(DomainError):
    """A number among the planner's settings lies outside what makes sense.

    ``field`` is the setting's name (``days``, ``gap``, ``weights.season`` …).
    """

    field: str
    value: int
    least: int
    most: int


@dataclass(eq=False)
class InvalidMonthDayError(DomainError):
    """A preferred window begins or ends on a month-day that no year has."""

    month: int
    day: int


@dataclass(eq=False)
class UnknownPinError(DomainError):
    """A pin names a round that the plan does not place: a fact, or a number outside it."""

    number: int


@dataclass(eq=False)
class NoPlanError(DomainError):
    """No plan meets the hard conditions.

    ``failing_year`` is the least year up to which there is none. ``relax`` is
    the one condition that would mend it alone, the cheapest plan first:
    ``notice``, ``CN days``, ``RU days``, ``CN blackouts``, ``RU blackouts`` or
    ``pin R3`` (the pinned round's ID); empty when none does.
    """

    failing_year: int
    relax: str = ""


@dataclass(eq=False)
class PlanOutdatedError(DomainError):
    """A round of the plan was held, confirmed or cancelled since the plan was made."""

    id: str


@dataclass(eq=False)
class DecreeDayOutsideError(DomainError):
    """A decree names a day more than one year away from the year it is for."""

    id: str
    day: date


@dataclass(eq=False)
class DecreeConflictError(DomainError):
    """A decree calls one day both free and worked, or free for two reasons."""

    id: str
    day: date


@dataclass(eq=False)
class MakeUpOnWeekdayError(DomainError):
    """A make-up day is a Saturday or Sunday that is worked; this one is a weekday."""

    id: str
    day: date


@dataclass(eq=False)
class DayOffOnWeekendError(DomainError):
    """A moved day off is a weekday; this one is a Saturday or Sunday."""

    id: str
    day: date


# --- papers ----------------------------------------------------------------------------------


@dataclass(eq=False)
class MissingGlyphError(DomainError):
    """A character that no font of the papers' preference lists has on this machine.

    ``package`` is the Debian package whose fonts would have it, empty where
    none is known and the character has to be replaced.
    """

    char: str
    package: str = ""


@dataclass(eq=False)
class PaperIncompleteError(DomainError):
    """A final paper was asked for although texts it prints are missing or stale.

    Each entry is as in :class:`TextsNotInStepError`, of the printed languages only.
    """

    id: str
    missing: tuple[tuple[int, str, str], ...]
    stale: tuple[tuple[int, str, str], ...]


# --- invitations -----------------------------------------------------------------------------


@dataclass(eq=False)
class InvitationRefusedError(DomainError):
    """An invitation that cannot be issued as things stand.

    ``cause``: no_dates, month_only, cancelled (a REQUEST for what is called
    off), not_cancelled (a CANCEL for what stands), no_organizer (the office
    has no e-mail address) or no_people (nobody has one).
    """

    id: str
    cause: str
