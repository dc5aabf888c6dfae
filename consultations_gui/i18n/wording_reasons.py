"""Words for reasons: why a side is next, why these dates, how a deadline was reckoned."""

from __future__ import annotations

from consultations_gui.domain.agreement import Working
from consultations_gui.i18n.wording_say import Sentence, say
from consultations_gui.i18n.words import N_

REASONS: dict[str, Sentence] = {
    Working.NOTICE_RECEIVED: say(N_("{side}: the other side's notice was received on {day}.")),
    Working.NOTICE_UNKNOWN: say(
        N_("{side}: the day the other side's notice was received has not been entered.")
    ),
    Working.LAST_NOTICE: say(N_("The last notice was received on {day}.")),
    Working.IN_FORCE_FROM: say(N_("The period runs from the entry into force on {day}.")),
    Working.IN_FORCE_UNKNOWN: say(N_("The day of entry into force is not known yet.")),
    Working.TERMINATION_RECEIVED: say(N_("The notice of termination was received on {day}.")),
    Working.TERMINATION_UNKNOWN: say(N_("No notice of termination has been entered.")),
    Working.FIRST_DAY_COUNTED: say(N_("{day} itself is the first of the {days} days.")),
    Working.FIRST_DAY_NOT_COUNTED: say(N_("The {days} days are counted from the day after {day}.")),
    Working.RESULT: say(N_("Day {days} is {day}.")),
}
"""The sentence for each code."""
