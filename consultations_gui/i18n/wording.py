"""Words for what the domain says in values: errors, reasons, choices, steps.

The one door to the ``wording_*`` tables. Everything the domain can say has
words in the three languages; a test goes through all of it.
"""

from __future__ import annotations

from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.reasons import Reason
from consultations_gui.i18n.wording_errors_agenda import AGENDA
from consultations_gui.i18n.wording_errors_notes import NOTES
from consultations_gui.i18n.wording_errors_packets import PACKETS
from consultations_gui.i18n.wording_errors_plan import PLAN
from consultations_gui.i18n.wording_errors_register import REGISTER
from consultations_gui.i18n.wording_errors_talks import TALKS
from consultations_gui.i18n.wording_labels import STATE_SECRETS, country_name, label
from consultations_gui.i18n.wording_reasons import REASONS
from consultations_gui.i18n.wording_say import Sentence, say
from consultations_gui.i18n.wording_steps import field_text, step_text, thing_text, use_case_text
from consultations_gui.i18n.wording_tags import WORKING_WORDING, tag_label
from consultations_gui.i18n.words import N_, Words

__all__ = [
    "STATE_SECRETS",
    "WORKING_WORDING",
    "country_name",
    "error_text",
    "explain",
    "field_text",
    "label",
    "step_text",
    "tag_label",
    "thing_text",
    "use_case_text",
]

ERRORS: dict[type[DomainError], Sentence] = {
    DomainError: say(N_("A rule does not allow this. Nothing was changed.")),
    **REGISTER,
    **AGENDA,
    **TALKS,
    **PLAN,
    **PACKETS,
    **NOTES,
}
"""The sentence for each error class; a class without one has its base's."""


def error_text(error: DomainError, words: Words) -> str:
    """What happened and what to do next, for the person who asked; may have several lines."""
    sentence = next(ERRORS[kind] for kind in type(error).__mro__ if kind in ERRORS)
    return sentence(vars(error), words)


def explain(reason: Reason, words: Words) -> str:
    """A reason as a sentence; one whose code has no words comes as its code."""
    sentence = REASONS.get(reason.code)
    return sentence(dict(reason.args), words) if sentence else reason.code
