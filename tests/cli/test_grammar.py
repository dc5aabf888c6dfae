from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import cache

import pytest

import main
from consultations_gui.cli.grammar import ARGPARSE_MESSAGES, Parser, speak, whole
from consultations_gui.cli.output import width
from consultations_gui.cli.run import build_parser
from consultations_gui.domain.errors import UsageError
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import words_for
from tests.cli.desk import Desk


def parsers(parser: argparse.ArgumentParser, path: str = "") -> Iterator[tuple[str, Parser]]:
    """The parser and those of all commands under it, by what one types."""
    assert isinstance(parser, Parser)
    yield path, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield from parsers(command, f"{path} {name}".strip())


@cache
def built(language: Language) -> Parser:
    """The whole command line. A parser forgets what it read before."""
    return build_parser(words_for(language))


def spoken(language: Language) -> Parser:
    speak(words_for(language))
    return built(language)


COMMANDS = tuple(path for path, _ in parsers(spoken(Language.EN)))

# What stays as it is in every language: what one types, names of standards, codes and examples.
AS_IT_IS = re.compile(
    r"--?[a-z][a-z-]*|consultations|\{[^}]*\}|\.ics|\.eml|Asia/Novosibirsk"
    r"|(?<![A-Za-z])[A-Z][A-Z_|=-]*[0-9]*(?![A-Za-z])|[0-9][0-9-]*"
)
# Words one types, where a help text has to name them.
TYPED = {"zh", "ru", "en", "level", "minutes", "lead", "accept", "decline", "counter", "auto"}
TYPED |= {"none", "full", "simplified", "planned", "request", "cancel", "publish", "file", "id"}
TYPED |= {"name", "regular", "unnumbered", "extraordinary", "own", "counterpart"}
# Arguments, columns of tables and names of settings.
TYPED |= {"path", "number", "date", "year", "side", "kind", "host", "country", "start", "end"}
TYPED |= {"season", "travel", "weights", "before", "after", "gap", "short", "provisional"}
TYPED |= {"rounds", "days", "notice", "seasons", "city", "status", "site", "note", "source"}
TYPED |= {
    "basis",
    "mechanism",
    "value",
    "CSV",
    "XLSX",
    "CN",
    "RU",
    "UTF",
    "JSON",
    "issued",
    "off",
    "moved",
    "make",
    "up",
}
TYPED |= {"date", "end", "number", "host", "country", "city", "kind", "status", "basis", "side"}
TYPED |= {"mechanism", "year", "path", "rounds", "days", "gap", "notice", "travel", "before"}
TYPED |= {"after", "weights", "season", "seasons", "short", "provisional"}
TYPED |= {"reason", "other", "person", "term", "day"}
TYPED |= {word for command in COMMANDS for word in re.split("[ -]", command)}


def latin_words(text: str) -> set[str]:
    """Words in Latin letters that are nothing one types."""
    return set(re.findall(r"[A-Za-z]{2,}", AS_IT_IS.sub(" ", text))) - TYPED


def test_every_command_of_the_terminal_is_there() -> None:
    wanted = """gui demo status plan ledger days history undo redo verify invite troubles places
        decree|add,import,list,remove blackout|add,import,list,remove settings|get,set ledger|import
        consultation|list,show,add,postpone,cancel,held
        proposal|list,show,new,transmit,answer,offer,withdraw,lapse,convene
        agenda|show,export,import,standing office|init,show,city packet|write,read,verify"""
    for command in wanted.split():
        group, _, names = command.partition("|")
        assert group in COMMANDS
        for name in filter(None, names.split(",")):
            assert f"{group} {name}" in COMMANDS
    assert {"office key export", "office key trust", "office key revoke"} <= set(COMMANDS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", COMMANDS)
def test_help_is_in_the_language_chosen(path: str, language: Language) -> None:
    parser = dict(parsers(spoken(language)))[path]
    text = parser.format_help()
    assert f"consultations {path}".strip() in text
    assert parser.description
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            assert all(about.help for about in action._choices_actions)
        else:
            assert action.help, action.dest
    if language is not Language.EN:
        assert latin_words(text) == set()


@pytest.mark.parametrize("language", Language)
def test_help_keeps_to_the_width_of_a_terminal(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for path, parser in parsers(spoken(language)):
        for line in parser.format_help().splitlines():
            usage = line.lstrip().startswith(("[", "{")) or "consultations" in line
            assert usage or width(line) <= 80, (path, line)


@pytest.mark.parametrize("language", [Language.ZH, Language.RU])
@pytest.mark.parametrize(
    "typed",
    [
        ["nothing"],
        ["consultation"],
        ["consultation", "show"],
        ["consultation", "show", "R1", "R2"],
        ["consultation", "add", "--kind", "yearly"],
        ["consultation", "add", "--host", "US"],
        ["consultation", "add", "--number", "three"],
        ["consultation", "add", "--days", "0"],
        ["plan", "--from", "2027"],
        ["plan", "--from", "2027", "--years"],
        ["plan", "--commit=yes"],
        ["--lang", "de"],
        ["history", "--limit", "0"],
        ["--jso", "status"],
    ],
)
def test_a_wrong_command_line_is_told_in_the_language_chosen(
    typed: list[str], language: Language
) -> None:
    with pytest.raises(UsageError) as refused:
        spoken(language).parse_args(typed)
    message = error_text(refused.value, words_for(language))
    assert message.splitlines()[0] == refused.value.message
    for word in typed:
        message = message.replace(word, "").replace(word.rpartition("=")[2], "")
    assert latin_words(message) == set()


def test_argparse_says_nothing_that_the_catalogues_lack() -> None:
    for language in (Language.ZH, Language.RU):
        words = words_for(language)
        for message in ARGPARSE_MESSAGES:
            assert words.tr(message) != message


def test_options_of_every_command_stand_before_it_or_after_and_the_later_counts() -> None:
    parser = spoken(Language.EN)
    before = parser.parse_args(["--json", "--lang", "zh", "--database", "a", "ledger"])
    after = parser.parse_args(["ledger", "--json", "--lang", "zh", "--database", "a"])
    for given in (before, after):
        assert (given.json, given.lang, given.database) == (True, "zh", "a")
    between = parser.parse_args(["--lang", "zh", "agenda", "--json", "show", "R1"])
    assert (between.json, between.lang, between.database) == (True, "zh", None)
    both = parser.parse_args(["--lang", "zh", "ledger", "--lang", "ru", "--database", "b"])
    assert (both.json, both.lang, both.database) == (False, "ru", "b")


def test_no_option_takes_two_values_without_a_word() -> None:
    once, several = 0, set()
    for path, parser in parsers(spoken(Language.EN)):
        for action in parser._actions:
            if not action.option_strings or action.nargs == 0:
                continue
            name = action.option_strings[-1]
            value = next(iter(action.choices)) if action.choices else "3"
            typed = [*path.split(), name, value, f"{name}={value}"]
            if isinstance(action, argparse._AppendAction):
                several.add(name)
                continue
            with pytest.raises(UsageError) as refused:
                spoken(Language.EN).parse_args(typed)
            assert refused.value.message == f"argument {name}: it is given twice; give it once"
            once += 1
    assert once > 100
    assert several == {
        "--date",
        "--make-up",
        "--moved-off",
        "--off",
        "--only",
        "--paper",
        "--pin",
        "--short",
        "--status",
        "--topic",
    }


@pytest.mark.parametrize("lang", ["zh", "ru", "en"])
def test_an_option_given_twice_changes_nothing(desk: Desk, lang: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    typed = ("consultation", "cancel", "R1", "--reason", "甲", "--reason", "Б")
    assert "--reason" in desk.refused(*typed, lang=lang)
    assert desk.ask("consultation", "show", "R1")["status"] == "planned"


def test_whole_numbers() -> None:
    words = words_for(Language.EN)
    assert whole(words)("-3") == -3
    assert whole(words, least=1)("1") == 1
    for text in ("1.5", "", "1_000", "１", "x"):
        with pytest.raises(argparse.ArgumentTypeError, match="a whole number is expected"):
            whole(words)(text)
    with pytest.raises(argparse.ArgumentTypeError, match="a number up to 999999999 is expected"):
        whole(words)("9" * 10)
    with pytest.raises(argparse.ArgumentTypeError, match="a number from 1 on is expected, not 0"):
        whole(words, least=1)("0")


def test_sides_and_ids_are_taken_in_either_case() -> None:
    given = spoken(Language.EN).parse_args(["consultation", "delegate", "r3", "--side", "cn"])
    assert (given.id, given.side) == ("R3", "CN")


@pytest.mark.parametrize("lang", ["zh", "ru", "en"])
def test_a_number_beyond_all_measure_is_told_the_range(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["--lang", lang, "plan", "--from", "1000000000000", "--years", "1"]
    assert main.main(line) == 2
    message = capsys.readouterr().err
    assert "999999999" in message
    assert "1000000000000" in message
