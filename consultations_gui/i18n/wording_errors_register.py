"""Words for errors of input, of the register and its journal, of files and of the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consultations_gui.domain import errors as e
from consultations_gui.i18n.wording_say import Sentence, choose, say
from consultations_gui.i18n.words import N_, Words


def _stale(values: Mapping[str, Any], words: Words) -> str:
    lines = [
        say(N_("{id} ({kind}) was changed in the meantime; your change was not stored."))(
            values, words
        )
    ]
    if values["actor"]:
        lines.append(say(N_("Changed by {actor}, {at}: {use_case}."))(values, words))
    if values["fields"]:
        lines.append(say(N_("What differs: {fields}."))(values, words))
    lines.append(words.tr("Look at the present state, then repeat your change if it is needed."))
    return "\n".join(lines)


def _usage(values: Mapping[str, Any], words: Words) -> str:  # noqa: ARG001  # in its language already
    return f"{values['message']}\n{values['usage']}".rstrip()


REGISTER: dict[type[e.DomainError], Sentence] = {
    e.InvalidDateError: say(
        N_("There is no date “{text}”. Write it as YYYY-MM-DD, for example 2027-04-14.")
    ),
    e.InvalidTimeError: say(
        N_("There is no time of day “{text}”. Write it as HH:MM, for example 09:30.")
    ),
    e.EndBeforeStartError: say(
        N_("The end ({end}) lies before the start ({start}). Correct one of the two.")
    ),
    e.UnknownCityZoneError: say(
        N_(
            "The time zone of “{city}” is not known. Add the city with its time zone to the "
            "office's cities, then repeat."
        )
    ),
    e.UnknownZoneError: say(
        N_(
            "There is no time zone “{zone}”. Give its IANA name, for example Asia/Shanghai "
            "or Europe/Moscow."
        )
    ),
    e.BeijingTimeError: say(
        N_("All of China keeps Beijing time: give the time zone Asia/Shanghai, not {zone}.")
    ),
    e.UnknownCountryError: say(
        N_("There is no country “{country}”. Give its two-letter code (ISO 3166), for example KZ.")
    ),
    e.VenueIncompleteError: say(
        N_("The venue is incomplete. Name the country and the city, or mark the meeting as online.")
    ),
    e.InvalidEmailError: say(
        N_(
            "Calendar programs do not accept the e-mail address “{address}”. Correct it or leave "
            "it empty."
        )
    ),
    e.TermRefusedError: choose(
        "text",
        {
            "": N_(
                "The term is missing. Give one Russian adjective in the plural that ends in -ные "
                "or -ые, with at most {longest} letters, for example дополнительные or внеплановые."
            )
        },
        N_(
            "The program cannot make every form of “{text}”. Give one Russian adjective in the "
            "plural that ends in -ные or -ые, with at most {longest} letters, for example "
            "дополнительные or внеплановые."
        ),
    ),
    e.InvalidTextError: choose(
        "near",
        {
            "": N_(
                "The text begins with a character that is not seen and cannot be stored "
                "({character}). Type the beginning anew."
            )
        },
        N_(
            "Behind “{near}” stands a character that is not seen and cannot be stored "
            "({character}). Type that place anew."
        ),
    ),
    e.NotFoundError: say(N_("{id} was not found ({kind}). Look up the ID and repeat.")),
    e.NoHistoryError: say(
        N_(
            "{id} has no history: nothing in this register is or was ever called so. Look up the "
            "ID and repeat."
        )
    ),
    e.AlreadyExistsError: say(N_("The ID {id} is in use already ({kind}). Choose another one.")),
    e.InUseError: say(N_("{id} ({kind}) cannot be removed: something else refers to it.")),
    e.OfficeNotSetError: say(
        N_(
            "The register does not know yet whose office keeps it. Set the office's side and name "
            "first (Settings, or the command “office init”)."
        )
    ),
    e.OfficeAlreadySetError: say(
        N_(
            "This register belongs to {name_zh} / {name_ru} already. Change the office's names and "
            "address under Settings; “office show” shows them."
        )
    ),
    e.StaleVersionError: _stale,
    e.RegisterUnreadableError: say(
        N_(
            "{path} is not a register of this program, or it is damaged. Choose another file or "
            "restore a backup."
        )
    ),
    e.RegisterNewerError: say(
        N_(
            "{path} was written by a newer version of the program (revision {revision}) and has "
            "been left untouched. Update the program to open it."
        )
    ),
    e.RegisterBusyError: say(
        N_(
            "{path} is being written to by another program. Nothing was changed; try again in a "
            "moment."
        )
    ),
    e.RegisterNotFreshError: say(
        N_("Sample data goes into an empty register only. Choose a new register for it.")
    ),
    e.FolderNotFreshError: say(
        N_("{path} is there already. Choose an empty folder for the sample.")
    ),
    e.UnsupportedDatabaseError: say(
        N_(
            "A register cannot be kept in a database of the kind “{scheme}”. Give the path of a "
            "file or the address of a supported database."
        )
    ),
    e.DamagedRecordError: say(
        N_(
            "A record in the register cannot be read ({kind} {id}): the file was damaged or edited "
            "by hand. Restore a backup."
        )
    ),
    e.CannotWriteError: choose(
        "cause",
        {
            "read_only": N_(
                "{path} cannot be written: it is read-only for you. Nothing was written. Choose "
                "another folder."
            ),
            "disk_full": N_(
                "{path} cannot be written: the disk is full. Nothing was written. Free some space "
                "and repeat."
            ),
            "not_a_folder": N_("{path} is not a folder. Nothing was written. Choose a folder."),
        },
        N_(
            "{path} cannot be written: the system refused. Nothing was written. Choose another "
            "folder."
        ),
    ),
    e.CannotReadError: choose(
        "cause",
        {
            "missing": N_("{path} is not there. Check the name and the folder."),
            "denied": N_("{path} may not be read by you. Ask its owner or choose another file."),
        },
        N_("{path} cannot be read: the system refused. Choose another file."),
    ),
    e.JournalBrokenError: say(
        N_(
            "The journal does not fit from entry {seq} on: the register was changed outside this "
            "program or is damaged. Keep the file as it is and compare it with a backup."
        )
    ),
    e.NothingToUndoError: say(N_("You have no change left to undo.")),
    e.NothingToRedoError: say(N_("There is nothing to redo.")),
    e.NotUndoableError: say(
        N_(
            "The latest step has left the office and cannot be undone: {use_case}. Record a new "
            "step instead."
        )
    ),
    e.UndoConflictError: say(
        N_(
            "This cannot be undone: {subject} ({kind}) was changed since by {actor}, {at}: "
            "{use_case}. Change it by hand if it is needed."
        )
    ),
    e.InvalidPeriodError: say(
        N_(
            "“{text}” cannot be understood. A period is written as 2027-03-02..2027-03-03 or "
            "2027-03-02+2, a time of the year as 09-01..10-31, the fixed start of a round as "
            "R3=2027-04-12."
        )
    ),
    e.PeriodLengthError: say(N_("“{text}”: a period has 1 to {most} days. Correct its length.")),
    e.JsonShapeError: choose(
        "expected",
        {
            "json": N_("{place}: this is not JSON."),
            "object": N_("{place}: a JSON object is expected here."),
            "list": N_("{place}: a JSON list is expected here."),
            "text": N_("{place}: a text is expected here."),
            "number": N_("{place}: a whole number is expected here."),
            "day": N_("{place}: a day is written as “2027-03-02” and must exist."),
            "real_day": N_(
                "{place}: “{given}” is no day. A day is written as “2027-03-02” and must exist."
            ),
            "days": N_("{place}: a number of days from 1 to 366 is expected here."),
            "yes_no": N_("{place}: true or false is expected here."),
            "known": N_("{place}: there is no such key."),
            "once": N_("{place}: this key is given more than once."),
            "ruling": N_("{place}: accept, decline or counter is expected here."),
            "topic": N_("{place}: a topic is written as “中文|Русский|45” (texts, minutes)."),
        },
        N_("{place}: something else is expected here."),
    ),
    e.UsageError: _usage,
    e.NotCanonicalError: choose(
        "cause",
        {
            "number": N_("A number that is not whole cannot be part of a canonical document."),
            "key": N_("A key of a canonical document must be a text."),
            "surrogate": N_("A text holds half a character and cannot be stored. Type it anew."),
        },
        N_("A value cannot be part of a canonical document."),
    ),
}
