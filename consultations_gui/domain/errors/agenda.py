"""Agendas, protected information (Art. 6) and imported tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.domain.errors.base import DomainError

# --- the agenda -------------------------------------------------------------------------------


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
class AgendaRowsPresentError(DomainError):
    """Every item of a table stands on the agenda already, so adding it would double them."""

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


# --- protected information (Art. 6) -----------------------------------------------------------


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


# --- imported tables --------------------------------------------------------------------------


class TableProblem(StrEnum):
    """What can be wrong with a cell of an imported table."""

    NO_HEADINGS = "no_headings"
    COLUMN_MISSING = "column_missing"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_TWICE = "column_twice"
    CELL_WITHOUT_HEADING = "cell_without_heading"
    LEVEL_UNKNOWN = "level_unknown"
    LEVEL_JUMP = "level_jump"
    TEXT_MISSING = "text_missing"
    TEXTS_CROSSED = "texts_crossed"
    MEETING_DAY_UNKNOWN = "meeting_day_unknown"
    MEETING_DAY_BACK = "meeting_day_back"
    MINUTES_NOT_A_NUMBER = "minutes_not_a_number"
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
    MINUTES_MISMATCH = "minutes_mismatch"
    SIDE_UNKNOWN = "side_unknown"
    CELL_EMPTY = "cell_empty"
    SIGN_UNSEEN = "sign_unseen"
    CHOICE_UNKNOWN = "choice_unknown"
    DAY_UNKNOWN = "day_unknown"
    DATES_UNKNOWN = "dates_unknown"
    YEAR_UNKNOWN = "year_unknown"
    DAY_OUTSIDE = "day_outside"
    DAY_TWICE = "day_twice"
    MAKE_UP_ON_WEEKDAY = "make_up_on_weekday"
    DAY_OFF_ON_WEEKEND = "day_off_on_weekend"
    END_BEFORE_START = "end_before_start"
    END_OF_MONTH = "end_of_month"
    NOT_OVER = "not_over"
    NUMBER_UNKNOWN = "number_unknown"
    CITY_UNKNOWN = "city_unknown"
    CITY_ELSEWHERE = "city_elsewhere"


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
class TableQuoteError(DomainError):
    """A CSV file with a cell in quotation marks, in ``row`` (from 1), that does not end with one.

    What is between quotation marks may hold delimiters and line breaks, so all
    that follows would be read as part of that cell (RFC 4180, 2.5-2.7).
    """

    path: str
    row: int


@dataclass(eq=False)
class TableUnreadableError(DomainError):
    """A file that is no table.

    ``cause`` is empty, no_rows (one row only, so headings or entries are
    missing), too_large, old_format (.xls, or with a password), damaged or
    not_a_table.
    """

    path: str
    cause: str
