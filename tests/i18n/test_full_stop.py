"""A Russian year brings its own full stop."""

from __future__ import annotations

from datetime import date

from consultations_gui.domain.agreement import Working
from consultations_gui.domain.planner import PlanReason
from consultations_gui.domain.reasons import Reason
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.wording_say import one_stop
from consultations_gui.i18n.words import words_for


def test_a_sentence_that_ends_with_a_year_ends_with_one_stop() -> None:
    reason = Reason.of(Working.LAST_NOTICE, day=date(2016, 7, 11))
    assert explain(reason, words_for(Language.RU)).endswith("11 июля 2016\u00a0г.")
    assert explain(reason, words_for(Language.EN)).endswith("11 July 2016.")
    days = Reason.of(PlanReason.COMMON_DAYS, start=date(2027, 6, 29), end=date(2027, 6, 30))
    assert explain(days, words_for(Language.RU)).endswith("29–30 июня 2027\u00a0г.")


def test_nothing_else_is_touched() -> None:
    assert one_stop("../маг../x… и т. д.") == "../маг../x… и т. д."
    assert one_stop("до 2015 г.. Затем") == "до 2015 г. Затем"
