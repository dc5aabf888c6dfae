"""Everything the domain can say has words in the three languages."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from consultations_gui import application, domain
from consultations_gui.domain import errors
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.agreement import AgreementFacts, Working, deadlines
from consultations_gui.domain.agreement_tags import TAGS
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.errors import DomainError, TableProblem, TableRowError
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import BarReason, MoveReason
from consultations_gui.domain.planner import LIMITS, PlanReason, Wishes
from consultations_gui.domain.planner_ground import Relaxed
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.remarks import Remark
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.soundings import SoundingReason
from consultations_gui.domain.troubles import TroubleReason
from consultations_gui.domain.workdays import Decree
from consultations_gui.i18n import wording, wording_reasons, wording_steps
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording_errors_agenda import PROBLEMS
from consultations_gui.i18n.wording_errors_plan import RELAX
from consultations_gui.i18n.wording_labels import LABELS
from consultations_gui.i18n.words import Words, words_for

ZH, RU, EN = (words_for(language) for language in Language)
SCRIPT = {Language.ZH: re.compile(r"[\u4e00-\u9fff]"), Language.RU: re.compile("[а-яё]")}

REASONS = (
    RotationReason,
    PlanReason,
    TroubleReason,
    SoundingReason,
    BarReason,
    MoveReason,
    Remark,
    Working,
)
"""Enums whose members are codes of reasons."""
NOT_SHOWN = {TableProblem, Relaxed, *REASONS}
"""Enums whose members are worded inside a sentence, not by a label."""


def modules() -> Iterator[Any]:
    for found in pkgutil.iter_modules(domain.__path__):
        yield importlib.import_module(f"{domain.__name__}.{found.name}")


def in_domain(base: type) -> list[type]:
    found = {
        thing
        for module in modules()
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, base)
        and thing is not base
        and thing.__module__.startswith(domain.__name__)
    }
    return sorted(found, key=lambda thing: thing.__name__)


def in_its_language(text: str, words: Words) -> bool:
    """Worded, nothing left unfilled, and in the script of its language."""
    if not text.strip() or re.search(r"[{}]", text):
        return False
    script = SCRIPT.get(words.language)
    return script is None or bool(script.search(text))


# --- labels ------------------------------------------------------------------------------------


@pytest.mark.parametrize("choices", in_domain(StrEnum), ids=lambda choices: choices.__name__)
def test_every_choice_has_a_name(choices: type[StrEnum]) -> None:
    if choices in NOT_SHOWN:
        assert choices not in LABELS
        return
    for words in (ZH, RU, EN):
        names = [wording.label(member, words) for member in choices]
        assert all(in_its_language(name, words) for name in names)
        assert len(set(names)) == len(names), "two choices cannot be told apart"


class Elsewhere(StrEnum):
    HERE = "here"


def test_a_choice_without_a_name_is_shown_as_its_value() -> None:
    assert wording.label(Elsewhere.HERE, ZH) == "here"


def test_sides_and_statuses_are_named_as_the_agreement_does() -> None:
    assert [wording.label(Side.CN, words) for words in (ZH, RU, EN)] == [
        "中方",
        "Китайская Сторона",
        "Chinese side",
    ]
    assert [wording.country_name(Side.RU, words) for words in (ZH, RU, EN)] == [
        "俄罗斯",
        "Россия",
        "Russia",
    ]


def test_every_threat_and_direction_has_a_label_with_its_place() -> None:
    for tag in TAGS:
        for words in (ZH, RU, EN):
            assert in_its_language(wording.tag_label(tag.code, words), words)
    found = [wording.tag_label("3.15", words).replace("\u00a0", " ") for words in (ZH, RU, EN)]
    assert found == [
        "第三条第（十五）项：风险与脆弱性：信息共享、通报预警",
        "ст. 3, п. 15: Риски и уязвимости: обмен информацией, предупреждение",
        "Art. 3(15): Risks and vulnerabilities: information exchange, warning",
    ]
    assert wording.tag_label("量子通信", EN) == "量子通信", "an own direction is shown as typed"


def test_notices_that_must_be_shown_are_translated() -> None:
    for words in (ZH, RU, EN):
        assert in_its_language(words.tr(wording.WORKING_WORDING), words)
        assert in_its_language(words.tr(wording.STATE_SECRETS), words)


# --- errors ------------------------------------------------------------------------------------

SAMPLES: dict[str, Any] = {
    "at": "2026-11-23T21:05:33+00:00",
    "capital": "Moscow",
    "char": "淼",
    "component": "dates",
    "day": date(2026, 11, 23),
    "fields": ("dates", "venue"),
    "field": "venue",
    "kind": "consultation",
    "missing": ("dates", "venue.city", "topics.2.zh", "topics.1.ru"),
    "problem": TableProblem.MINUTES_MISMATCH,
    "side": "CN",
    "sides": ("CN", "RU"),
    "state": "transmitted",
    "status": "held",
    "uids": ("a", "b"),
    "use_case": "agenda.item.move",
}
BY_CLASS: dict[type[DomainError], dict[str, Any]] = {
    errors.AgendaDayError: {"day": 3},
    errors.DayPastMidnightError: {"day": 3},
    errors.InvalidMonthDayError: {"day": 30, "month": 2},
    errors.WrongAgendaStatusError: {"status": "agreed"},
    errors.TextsNotInStepError: {"missing": ((1, "1.", "zh"),), "stale": ((2, "", "ru"),)},
    errors.UnknownPinError: {"placed": (5, 6, 7, 9)},
    errors.PaperIncompleteError: {"missing": ((1, "1.", "zh"),), "stale": ()},
    errors.TableErrors: {
        "errors": (
            TableRowError(3, "minutes", TableProblem.MINUTES_NOT_A_NUMBER, "много"),
            TableRowError(1, "", TableProblem.COLUMN_MISSING),
        )
    },
}


def sample(kind: type[DomainError], **given: Any) -> DomainError:
    """An error of ``kind`` with values that make sense by their names and types."""
    values: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        by_type = {"int": 3, "date": date(2026, 11, 23)}.get(str(field.type), "X9")
        values[field.name] = SAMPLES.get(field.name, by_type)
    return kind(**{**values, **BY_CLASS.get(kind, {}), **given})


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"stands": False}, "There is no R3 in this plan: it places R5–R7 and R9."),
        ({"stands": True}, "R3 keeps its dates"),
        ({"stands": True, "placed": ()}, "The plan places no round"),
    ],
)
def test_a_round_that_is_not_placed_is_told_with_those_that_are(
    values: dict[str, Any], told: str
) -> None:
    error = sample(errors.UnknownPinError, **values)
    assert wording.error_text(error, EN).startswith(told)
    for words in (ZH, RU):
        assert in_its_language(wording.error_text(error, words), words)


ALL_ERRORS: list[Any] = in_domain(DomainError)


@pytest.mark.parametrize("kind", ALL_ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_has_words_of_its_own(kind: type[DomainError]) -> None:
    assert kind in wording.ERRORS
    for words in (ZH, RU, EN):
        text = wording.error_text(sample(kind), words)
        if kind is not errors.UsageError:  # it brings its own, worded where it was raised
            assert in_its_language(text, words), text


def test_no_table_words_what_does_not_exist() -> None:
    assert set(wording.ERRORS) == {*ALL_ERRORS, DomainError}


def choices_named(kind: type[DomainError], name: str) -> list[str]:
    """The choices a docstring names: "``cause`` is missing, denied or other."."""
    text = " ".join((kind.__doc__ or "").split())
    found = re.search(rf"``{name}``(?: is|:|,)? (.*?)[.;](?: |$)", text)
    assert found is not None, f"{kind.__name__} does not say what {name} can be"
    listed = re.sub(r"\(.*?\)", "", found[1])
    return [word.strip() for word in re.split(r",| or ", listed) if word.strip()]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (errors.CalendarUnreadableError, "cause"),
        (errors.CannotWriteError, "cause"),
        (errors.CannotReadError, "cause"),
        (errors.TableUnreadableError, "cause"),
        (errors.NotCanonicalError, "cause"),
        (errors.InvitationRefusedError, "cause"),
        (errors.WrongAgendaStatusError, "action"),
        (errors.JsonShapeError, "expected"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_every_cause_has_a_sentence_of_its_own(kind: type[DomainError], name: str) -> None:
    choices = choices_named(kind, name)
    assert len(choices) > 2
    texts = {wording.error_text(sample(kind, **{name: choice}), EN) for choice in choices}
    assert len(texts) == len(choices)
    assert wording.error_text(sample(kind, **{name: "new"}), EN), "one not foreseen has words too"


def test_every_problem_of_a_table_has_words() -> None:
    assert set(PROBLEMS) == set(TableProblem)
    for words in (ZH, RU, EN):
        texts = {
            wording.error_text(sample(TableRowError, problem=problem), words)
            for problem in TableProblem
        }
        assert len(texts) == len(TableProblem)
        assert all(in_its_language(text, words) for text in texts)


@pytest.mark.parametrize("words", [ZH, RU, EN], ids=lambda words: words.language.value)
def test_every_way_to_mend_a_plan_has_words(words: Words) -> None:
    assert set(RELAX) == {relaxed.value for relaxed in Relaxed}
    for relax in ("", "pin R3", *Relaxed):
        text = wording.error_text(errors.NoPlanError(2028, str(relax)), words)
        assert in_its_language(text, words)
        assert len(text.splitlines()) == 2


def test_errors_say_what_happened_and_what_to_do() -> None:
    error = errors.StaleVersionError(
        "consultation", "R3", "Wang", "agenda.item.move", "2026-11-23T21:05:33+00:00", ("dates",)
    )
    lines = wording.error_text(error, RU).splitlines()
    assert lines[0] == "R3 (консультации): данные тем временем изменены; ваша правка не сохранена."
    assert re.fullmatch(r"Изменено: Wang, 2\d\.11\.2026 \d\d:\d\d: перемещение пункта\.", lines[1])
    assert lines[2] == "Различия: сроки."
    bare = errors.StaleVersionError("consultation", "R3")
    assert len(wording.error_text(bare, ZH).splitlines()) == 2
    missing = errors.OfferIncompleteError(("dates", "topics.2.ru", "else"))
    assert wording.error_text(missing, ZH) == (
        "方案不完整（协定第五条第四款）。尚缺：会期、第2项议题的俄文文本和else。"
    )
    jump = errors.LevelJumpError(row=1, uid="a", level=2, above=0)
    assert wording.error_text(jump, EN) == "Row 1: the first item must be of level 1, not 2."
    glyph = errors.MissingGlyphError("龑", "fonts-noto-cjk")
    assert "U+9F91" in wording.error_text(glyph, RU)
    assert "fonts-noto-cjk" in wording.error_text(glyph, RU)
    assert "U+9F91" in wording.error_text(errors.MissingGlyphError("龑"), ZH)
    usage = errors.UsageError("unknown command", "usage: consultations")
    assert wording.error_text(usage, ZH) == "unknown command\nusage: consultations"
    likely = errors.TableEncodingError("a.csv", 3, "GB18030")
    assert "GB18030" in wording.error_text(likely, EN)
    several = wording.error_text(BY_CLASS_ERROR, RU).splitlines()
    assert several[0] == "В таблице 2 ошибки; ничего не загружено."
    assert several[1] == "Строка 3, столбец «minutes»: «много» — не целое число минут."
    assert several[2] == "Строка 1: такого столбца нет, а он нужен."


BY_CLASS_ERROR = sample(errors.TableErrors)


def test_an_error_from_elsewhere_takes_its_bases_words() -> None:
    class LocalError(errors.ProposalClosedError):
        """A refusal of a kind the tables do not know."""

    assert "P2" in wording.error_text(LocalError(id="P2", state="lapsed"), EN)
    assert wording.error_text(DomainError(), ZH) == "规则不允许此项操作。未作任何改动。"


# --- reasons -----------------------------------------------------------------------------------


def test_every_code_has_a_sentence_and_no_two_codes_are_the_same() -> None:
    codes = [str(code) for codes in REASONS for code in codes]
    assert len(set(codes)) == len(codes)
    assert set(wording_reasons.REASONS) == set(codes)


REASON_VALUES: dict[str, Any] = {
    "before": "R2",
    "count": 3,
    "days": 2,
    "day": date(2026, 11, 23),
    "due": Side.CN,
    "end": date(2027, 4, 15),
    "first": 2,
    "host": Side.RU,
    "id": "R3",
    "last": 3,
    "other": "R4",
    "side": Side.RU,
    "start": date(2027, 4, 14),
    "status": Status.HELD,
    "used": Side.CN,
    "usual": 2,
    "venue": Side.CN,
    "wished": 182,
    "year": 2027,
    "zh": "全国会议",
    "ru": "Совещание",
}


def documented_args(codes: type[StrEnum]) -> dict[str, list[str]]:
    """What each code's docstring says of its arguments: "Args: id, side." or "No args."."""
    module = importlib.import_module(codes.__module__)
    source = inspect.getsource(module)
    body = source[source.index(f"class {codes.__name__}(") :]
    found = re.findall(r'= "([a-z_]+)"\n    """(.*?)"""', body, re.DOTALL)
    return {
        code: re.split(r",\s*", args[1]) if (args := re.search(r"Args: ([^.]*)\.", doc)) else []
        for code, doc in found
    }


@pytest.mark.parametrize("codes", REASONS[:6], ids=lambda codes: codes.__name__)
def test_every_reason_is_worded_from_its_arguments(codes: type[StrEnum]) -> None:
    args = documented_args(codes)
    for code in codes:
        reason = Reason.of(code, **{name: REASON_VALUES[name] for name in args[code.value]})
        for words in (ZH, RU, EN):
            assert in_its_language(wording.explain(reason, words), words), code


def test_the_working_of_deadlines_is_worded() -> None:
    notified = AgreementFacts(notice_cn=date(2016, 7, 1), notice_ru=date(2016, 7, 12))
    ending = dataclasses.replace(notified, termination=date(2027, 1, 11), count_first_day=True)
    texts: set[str] = set()
    for facts in (AgreementFacts(), notified, ending):
        for deadline in deadlines(facts).all():
            for reason in deadline.working:
                texts.add(reason.code)
                for words in (ZH, RU, EN):
                    assert in_its_language(wording.explain(reason, words), words)
    assert texts == {str(code) for code in Working}


def test_reasons_read_well() -> None:
    held, planned = (
        Reason.of(RotationReason.ALTERNATES, id="R2", used=Side.CN, side=Side.RU, status=status)
        for status in (Status.HELD, Status.POSTPONED)
    )
    assert [wording.explain(planned, words) for words in (ZH, RU, EN)] == [
        "按计划，R2将计入中方主办轮次，其后轮到俄方。",
        "По плану R2 израсходует очередь: Китайская Сторона. Следующая по очереди: {}.".format(
            "Российская Сторона"
        ),
        "As planned, R2 will use the turn of: Chinese side. Next in turn: Russian side.",
    ]
    assert [wording.explain(held, words) for words in (ZH, RU, EN)] == [
        "R2计入中方主办轮次，下一轮轮到俄方。",
        "R2: израсходована очередь: Китайская Сторона. Следующая по очереди: Российская Сторона.",
        "R2 used the turn of: Chinese side. Next in turn: Russian side.",
    ]
    gap = Reason.of(PlanReason.GAP, id="R2", days=181, wished=182)
    assert wording.explain(gap, RU) == "Через 181 день после начала R2 (желательно: 182)."
    common = Reason.of(PlanReason.COMMON_DAYS, start=date(2027, 4, 14), end=date(2027, 4, 15))
    assert wording.explain(common, ZH) == "两国均为工作日：2027年4月14日至15日。"


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert wording.explain(Reason.of("new.code"), ZH) == "new.code"


# --- things, fields, steps ---------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class DoneStep:
    use_case: str
    subject: str


def test_steps_are_named_with_what_they_touched() -> None:
    move = DoneStep("agenda.item.move", "R3")
    assert [wording.step_text(move, words) for words in (ZH, RU, EN)] == [
        "移动议项（R3）",
        "перемещение пункта (R3)",
        "move an agenda item (R3)",
    ]
    single = DoneStep("agenda.symbol", "office")
    assert wording.step_text(single, EN) == "change the paper's symbol"


USE_CASE = re.compile(r"[a-z_]+(\.[a-z_]+)+")
SUBJECTS = {*wording_steps.THINGS, "plan", "sample"}


def use_cases() -> set[str]:
    """Names of use cases, as they stand in the application's source."""
    found = set()
    for path in sorted(Path(application.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                name = node.value
                if USE_CASE.fullmatch(name) and name.split(".")[0] in SUBJECTS:
                    found.add(name)
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_reshape":
                verb = node.args[3]
                assert isinstance(verb, ast.Constant)
                assert isinstance(verb.value, str)
                found.add(f"agenda.item.{verb.value}")
    return found


def test_every_use_case_that_undo_can_name_has_words() -> None:
    assert use_cases() == set(wording_steps.STEPS)
    for words in (ZH, RU, EN):
        for name in use_cases():
            assert in_its_language(wording.use_case_text(name, words), words)


AGGREGATES = (
    *(Agenda, AgendaItem, AgreementFacts, Consultation, Correspondence, Decree, Office),
    *(Proposal, Wishes),
)


@pytest.mark.parametrize("kind", AGGREGATES, ids=lambda kind: kind.__name__)
def test_every_field_that_history_can_name_has_words(kind: type) -> None:
    names = [field.name for field in dataclasses.fields(kind)]
    for words in (ZH, RU, EN):
        assert [
            name for name in names if not in_its_language(wording.field_text(name, words), words)
        ] == []


def test_every_setting_of_the_planner_has_words() -> None:
    assert set(LIMITS) <= set(wording_steps.FIELDS)


def test_what_has_no_words_is_shown_as_it_is() -> None:
    assert wording.field_text("novelty", ZH) == "novelty"
    assert wording.thing_text("novelty", RU) == "novelty"
    assert wording.use_case_text("novelty.add", RU) == "novelty.add"


def test_a_time_is_shown_on_the_machines_clock() -> None:
    moment = datetime(2026, 11, 23, 21, 5, 33, tzinfo=UTC)
    local = moment.astimezone()
    shown = wording_steps.moment_text(moment.isoformat(), ZH)
    assert shown == f"{local:%Y-%m-%d %H:%M}"
    assert wording_steps.moment_text("", ZH) == ""


@pytest.mark.parametrize(
    ("zh", "ru", "expected"),
    [
        ("年会", "Форум", ("年会", "Форум", "年会 · Форум")),
        ("年会", "", ("年会", "年会", "年会")),
        ("", "Форум", ("Форум", "Форум", "Форум")),
        ("Expo", "Expo", ("Expo", "Expo", "Expo")),
    ],
)
def test_a_blackout_is_told_with_the_reason_in_the_language_there_is(
    zh: str, ru: str, expected: tuple[str, ...]
) -> None:
    day = date(2027, 3, 1)
    given: dict[str, str | date] = {"side": Side.RU, "first": day, "last": day, "zh": zh, "ru": ru}
    told = [
        wording.explain(Reason.of(BarReason.BLACKOUT, **given), words) for words in (ZH, RU, EN)
    ]
    for text, reason in zip(told, expected, strict=True):
        assert re.search(rf"[:：] ?{reason}[.。]$", text), text
    silent = Reason.of(BarReason.TRAVEL_BLACKOUT, **{**given, "zh": "", "ru": ""})
    assert wording.explain(silent, EN).endswith("to 1 March 2027.")
