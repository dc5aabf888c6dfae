"""Words for errors of notes verbales and of their wording."""

from __future__ import annotations

from consultations_gui.domain import errors as e
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_say import Sentence, choose, say
from consultations_gui.i18n.words import N_, Words


def _listed(values: tuple[object, ...], words: Words) -> str:
    """Names and numbers as they are, in the language's own list."""
    return join_list([str(value) for value in values], words.language)


def _named(msgid: str) -> Sentence:
    return say(msgid, names=_listed, allowed=_listed, steps=_listed)


NOTES: dict[type[e.DomainError], Sentence] = {
    e.NoNoteError: say(
        N_(
            "{id} holds no offer, answer or withdrawal of this office's side yet, so there is no "
            "note to write."
        )
    ),
    e.UnknownNoteStepError: _named(
        N_("{id} has no step {step}. Notes can be about these steps: {steps}.")
    ),
    e.NoteNotOursError: _named(
        N_(
            "Step {step} of {id} is the other side's ({side}), which writes its own note. Steps "
            "of this office: {steps}."
        )
    ),
    e.UnknownWordingError: _named(N_("There is no wording “{name}”. These there are: {names}.")),
    e.WordingRefusedError: _named(N_("This wording cannot be filled in. It may use: {allowed}.")),
    e.UnknownPlaceholderError: _named(
        N_("Unknown placeholders: {names}. This text may use: {allowed}.")
    ),
    e.MissingPlaceholderError: _named(
        N_("Placeholders this text must have are missing: {names}. It may use: {allowed}.")
    ),
    e.StrayBraceError: _named(
        N_(
            "A brace stands without its partner (“{names}”). A placeholder is a name in braces; "
            "this text may use: {allowed}."
        )
    ),
    e.WordingFileError: choose(
        "cause",
        {"too_large": N_("{path} is too large for the text of a note. Choose another file.")},
        N_("{path} is no UTF-8 text. Save it as UTF-8 and repeat."),
    ),
    e.WordingEmptyError: say(
        N_("The text is empty. Enter one, or go back to the shipped wording.")
    ),
}
