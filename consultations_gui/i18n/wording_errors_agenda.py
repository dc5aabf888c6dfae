"""Words for errors of agendas, protected information, imported tables, papers, invitations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consultations_gui.domain import errors as e
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_labels import label
from consultations_gui.i18n.wording_say import Sentence, choose, one_of, say
from consultations_gui.i18n.words import N_, Words

Wanted = tuple[tuple[int, str, str], ...]
"""Texts that are wanted: row, number (empty for a break), language."""


def _texts(wanted: Wanted, words: Words) -> str:
    """The rows whose texts are wanted, by number or by row: "1.2 (Russian)"."""
    rows = []
    for row, number, lang in wanted:
        place = number or words.tr("row {row}", row=row)
        language = label(Lang(lang), words)
        rows.append(words.tr("{place} ({language})", place=place, language=language))
    return join_list(rows, words.language)


def _not_in_step(first: str) -> Sentence:
    def sentence(values: Mapping[str, Any], words: Words) -> str:
        lines = [say(first)(values, words)]
        if values["missing"]:
            lines.append(
                words.tr("Texts that are missing: {list}.", list=_texts(values["missing"], words))
            )
        if values["stale"]:
            lines.append(
                words.tr(
                    "Texts to be brought in step with the other one: {list}.",
                    list=_texts(values["stale"], words),
                )
            )
        return "\n".join(lines)

    return sentence


def _several(values: Mapping[str, Any], words: Words) -> str:
    errors: tuple[e.TableRowError, ...] = values["errors"]
    head = words.trn(
        "The table has {n} error; nothing was taken over.",
        "The table has {n} errors; nothing was taken over.",
        len(errors),
    )
    return "\n".join([head, *(_row(vars(error), words) for error in errors)])


def _row(values: Mapping[str, Any], words: Words) -> str:
    problem = PROBLEMS[values["problem"]](values, words)
    if not values["column"]:
        return words.tr("Row {row}: {problem}", row=values["row"], problem=problem)
    return words.tr(
        "Row {row}, column “{column}”: {problem}",
        row=values["row"],
        column=values["column"],
        problem=problem,
    )


def _wanted(msgid: str) -> Sentence:
    """A sentence that lists what is ``wanted``, with the language's own commas."""

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        wanted = join_list(str(values["wanted"]).split(", "), words.language)
        return say(msgid)({**values, "wanted": wanted}, words)

    return sentence


PROBLEMS: dict[e.TableProblem, Sentence] = {
    e.TableProblem.NO_HEADINGS: _wanted(
        N_(
            "this is no row of headings. Put one above the entries that names the columns: "
            "{wanted}."
        )
    ),
    e.TableProblem.COLUMN_MISSING: say(N_("the column is missing.")),
    e.TableProblem.COLUMN_UNKNOWN: _wanted(
        N_("there is no such column; a table of this kind has {wanted}.")
    ),
    e.TableProblem.COLUMN_TWICE: say(N_("the column stands twice.")),
    e.TableProblem.CELL_WITHOUT_HEADING: say(
        N_("“{value}” stands in a column without heading. Put texts with a comma in quotes.")
    ),
    e.TableProblem.LEVEL_UNKNOWN: say(N_("“{value}” is not a level: 1 to 3, or 0 for a break.")),
    e.TableProblem.LEVEL_JUMP: say(N_("level {value} skips a level; the one above it is missing.")),
    e.TableProblem.TEXT_MISSING: say(N_("the row has no text in either language.")),
    e.TableProblem.TEXTS_CROSSED: say(
        N_("the Chinese and the Russian text have changed places. Put each in its own column.")
    ),
    e.TableProblem.MEETING_DAY_UNKNOWN: say(
        N_("“{value}” is not a meeting day: 1 for the first, up to {wanted}.")
    ),
    e.TableProblem.MEETING_DAY_BACK: say(
        N_("day {value} comes after day {wanted}. Put the rows in the order of the days.")
    ),
    e.TableProblem.MINUTES_NOT_A_NUMBER: say(N_("“{value}” is not a whole number of minutes.")),
    e.TableProblem.MINUTES_OUT_OF_RANGE: say(N_("{value} min is not between 0 and 1440.")),
    e.TableProblem.MINUTES_MISMATCH: say(
        N_("{value} min are given, but the items below add up to {wanted} min.")
    ),
    e.TableProblem.SIDE_UNKNOWN: say(N_("“{value}” is not a side: CN or RU.")),
    e.TableProblem.CELL_EMPTY: say(N_("the cell is empty.")),
    e.TableProblem.SIGN_UNSEEN: _wanted(
        N_("the cell holds a character that is not seen and cannot be stored ({wanted}).")
    ),
    e.TableProblem.CHOICE_UNKNOWN: _wanted(N_("“{value}” is not one of these: {wanted}.")),
    e.TableProblem.DAY_UNKNOWN: say(N_("“{value}” is not a date. Write it as 2027-03-02.")),
    e.TableProblem.DATES_UNKNOWN: say(
        N_(
            "“{value}” is neither a day nor a month. Write it as 2027-03-02, or as 2027-03 where "
            "no more is known."
        )
    ),
    e.TableProblem.YEAR_UNKNOWN: say(
        N_("“{value}” is not a year that calendars are kept for: {wanted}.")
    ),
    e.TableProblem.DAY_OUTSIDE: say(N_("{value} is more than a year away from the notice's year.")),
    e.TableProblem.DAY_TWICE: say(N_("{value} is named twice.")),
    e.TableProblem.MAKE_UP_ON_WEEKDAY: say(
        N_("{value} is a weekday; a make-up working day is a Saturday or Sunday.")
    ),
    e.TableProblem.DAY_OFF_ON_WEEKEND: say(
        N_("{value} is a Saturday or Sunday; a moved day off is a weekday.")
    ),
    e.TableProblem.END_BEFORE_START: say(N_("{value} lies before the first day.")),
    e.TableProblem.END_OF_MONTH: say(N_("{value} ends a date of which only the month is given.")),
    e.TableProblem.NOT_OVER: say(N_("{value} is not over yet; only past rounds are imported.")),
    e.TableProblem.NUMBER_UNKNOWN: say(
        N_("“{value}” is no number of a round ({wanted}); only regular rounds have one.")
    ),
    e.TableProblem.CITY_UNKNOWN: say(N_("“{value}” is not in the list of cities; add it first.")),
    e.TableProblem.CITY_ELSEWHERE: say(N_("the city lies in {wanted}, not in “{value}”.")),
}


def _level_jump(values: Mapping[str, Any], words: Words) -> str:
    if values["above"]:
        msgid = N_(
            "Row {row}: an item of level {level} cannot stand right under level {above}. Add the "
            "level between them first."
        )
    else:
        msgid = N_("Row {row}: the first item must be of level 1, not {level}.")
    return say(msgid)(values, words)


def _permissions(values: Mapping[str, Any], words: Words) -> str:
    return words.trn(
        "{id}: {n} restricted item may not leave without its originator's written permission "
        "(Art. 6). Record the permission or take the item out.",
        "{id}: {n} restricted items may not leave without their originators' written permission "
        "(Art. 6). Record the permissions or take the items out.",
        len(values["uids"]),
        id=values["id"],
    )


def _glyph(values: Mapping[str, Any], words: Words) -> str:
    char = values["char"]
    code = f"U+{ord(char[0]):04X}" if char else ""
    if values["package"]:
        msgid = N_(
            "No font here has the character “{char}” ({code}). Install the package {package} and "
            "repeat."
        )
    else:
        msgid = N_("No font here has the character “{char}” ({code}). Replace it in the text.")
    return say(msgid)({**values, "code": code}, words)


AGENDA: dict[type[e.DomainError], Sentence] = {
    e.LevelOutOfRangeError: say(
        N_("Row {row}: there is no level {level}. Items have level 1 to 3, a break has 0.")
    ),
    e.LevelJumpError: _level_jump,
    e.AgendaDayError: say(
        N_("There is no meeting day {day}: days are counted from 1, and the last is {days}.")
    ),
    e.ItemCannotMoveError: say(N_("The item cannot be moved any further in this direction.")),
    e.MinutesMismatchError: say(
        N_(
            "Row {row}: {given} min are entered, but the items below add up to {sum} min. Correct "
            "one of them, or leave the length empty to have the sum."
        )
    ),
    e.DayPastMidnightError: say(
        N_(
            "Meeting day {day} would run past midnight. Shorten its items, open earlier or move "
            "items to another day."
        )
    ),
    e.InvalidMinutesError: say(N_("A length of {minutes} min is not possible: 0 to 1440.")),
    e.UnknownTagError: say(
        N_(
            "“{tag}” is no tag: Art. 2 has 2.1 to 2.6, Art. 3 has 3.1 to 3.15; name a direction of "
            "your own in words."
        )
    ),
    e.BreakNotApprovedError: say(N_("A break has no topic, so there is nothing to approve.")),
    e.AgendaEmptyError: say(N_("The agenda of {id} has no items yet. Add some first.")),
    e.StandingItemsPresentError: say(
        N_("All standing items of Art. 5(4) are on the agenda of {id} already.")
    ),
    e.AgendaRowsPresentError: say(
        N_(
            "Every item of the table is on the agenda of {id} already; adding it would double the "
            "agenda. To put the table in the agenda's place, choose to replace (--replace)."
        )
    ),
    e.WrongAgendaStatusError: choose(
        "action",
        {
            "edit": N_("The agenda of {id} is not open for editing ({status}). Reopen it first."),
            "approve": N_("The agenda of {id} cannot be approved as it stands ({status})."),
            "circulate": N_("The agenda of {id} cannot be circulated as it stands ({status})."),
            "agree": N_(
                "The agenda of {id} cannot be agreed as it stands ({status}). Circulate it first."
            ),
            "finalise": N_(
                "The agenda of {id} cannot be made final as it stands ({status}). Both sides agree "
                "it first."
            ),
            "reopen": N_("The agenda of {id} need not be reopened ({status})."),
        },
        N_("The agenda of {id} does not allow this as it stands ({status})."),
        status=one_of(AgendaStatus),
    ),
    e.ApprovalMissingError: say(
        N_("The agenda of {id} as it stands has not been approved yet by: {sides}.")
    ),
    e.TextsNotInStepError: _not_in_step(N_("The agenda of {id} cannot be made final.")),
    e.OriginatorMissingError: say(
        N_("A restricted item must name the side its information comes from (Art. 6).")
    ),
    e.PermissionDocumentError: say(
        N_("A permission is written: give the number and date of the document (Art. 6).")
    ),
    e.PermissionMissingError: _permissions,
    e.TableRowError: _row,
    e.TableErrors: _several,
    e.TableEncodingError: choose(
        "likely",
        {
            "": N_(
                "{path} is not UTF-8 (first seen in row {row}). Save it as “CSV UTF-8” or XLSX and "
                "repeat."
            )
        },
        N_(
            "{path} is not UTF-8 but seems to be {likely} (first seen in row {row}). Save it as "
            "“CSV UTF-8” or XLSX and repeat."
        ),
    ),
    e.TableQuoteError: say(
        N_(
            "{path}, row {row}: a quotation mark is opened there and not closed at the end of its "
            'cell. Close it, or double it ("") where it belongs to the text, then repeat.'
        )
    ),
    e.TableUnreadableError: choose(
        "cause",
        {
            "empty": N_("{path} is empty. Choose another table."),
            "no_rows": N_(
                "{path} has one row only. The first row names the columns (of an agenda: level, "
                "zh, ru, minutes, lead, day), the entries stand below it. Complete the table and "
                "repeat."
            ),
            "too_large": N_("{path} is too large for an agenda. Choose another file."),
            "old_format": N_("{path} is in the old XLS format. Save it as XLSX and repeat."),
            "damaged": N_("{path} is damaged. Open and save it anew in its program, then repeat."),
        },
        N_("{path} is not a table. Choose a CSV (UTF-8) or XLSX file."),
    ),
    e.MissingGlyphError: _glyph,
    e.PaperIncompleteError: _not_in_step(N_("A final paper of {id} cannot be made yet.")),
    e.InvitationRefusedError: choose(
        "cause",
        {
            "no_dates": N_("{id} has no dates yet: there is nothing to invite to. Set the dates."),
            "month_only": N_("Of {id} only the month is known. Set the days first."),
            "cancelled": N_("{id} is called off. Issue a cancellation instead of an invitation."),
            "not_cancelled": N_(
                "{id} stands. Postpone or cancel it before cancelling the invitation."
            ),
            "no_organizer": N_(
                "The office has no e-mail address to invite from. Enter it in Settings."
            ),
            "no_people": N_("Nobody in the delegations of {id} has an e-mail address. Add one."),
        },
        N_("No invitation to {id} can be issued as things stand."),
    ),
}
