"""The composition root: which adapters, over which register, for which face."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import main
from consultations_gui.app import Whereabouts
from consultations_gui.application import consultations, journal, offices
from consultations_gui.application.ports import Context
from consultations_gui.desktop.paths import default_register_path
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language


@pytest.fixture
def adapters() -> main.Adapters:
    return main.Adapters()


def test_the_clock_gives_utc_and_the_day_where_the_office_sits() -> None:
    clock = main.SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(seconds=5)
    assert clock.today() in {datetime.now().astimezone().date(), clock.now().date()}


def test_the_register_is_the_one_named_first(
    adapters: main.Adapters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, preferred = tmp_path / "named.db", tmp_path / "preferred.db"
    adapters.context(None)
    assert default_register_path().exists()
    monkeypatch.setenv("CONSULTATIONS_DATABASE", str(preferred))
    adapters.context(None)
    assert preferred.exists()
    adapters.context(f"sqlite:///{named}")
    assert named.exists()
    adapters.close()


def test_a_register_that_is_closed_is_one_file(adapters: main.Adapters, tmp_path: Path) -> None:
    ctx = adapters.context(str(tmp_path / "register.db"))
    offices.init(ctx, Side.RU, "秘书处", "Секретариат")
    assert len(list(tmp_path.iterdir())) > 1
    adapters.close()
    assert [path.name for path in tmp_path.iterdir()] == ["register.db"]


def test_the_journal_names_whoever_is_logged_in(
    adapters: main.Adapters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "li")
    ctx = adapters.context(str(tmp_path / "register.db"))
    consultations.add(ctx, consultations.NewConsultation())
    assert journal.history(ctx)[0].actor == "li"

    def nobody() -> str:
        raise KeyError("uid 4711 is in no list")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert adapters.context(str(tmp_path / "register.db")).actor == "office"
    adapters.close()


def test_the_window_opens_its_register_itself(
    adapters: main.Adapters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(
        make_context: Callable[[], Context],
        *,
        whereabouts: Whereabouts,
        language: Language | None,
        packet: str,
    ) -> int:
        assert not list(tmp_path.iterdir())
        assert whereabouts.name == str(tmp_path / "register.db")
        assert whereabouts.head() == ""
        assert make_context().actor
        assert (language, packet) == (Language.RU, "one.consult")
        return 0

    monkeypatch.setattr("consultations_gui.app.run", opened)
    assert adapters.window(str(tmp_path / "register.db"), Language.RU, "one.consult") == 0
    assert (tmp_path / "register.db").exists()
    adapters.close()


def test_screens_are_drawn_without_a_display(
    adapters: main.Adapters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(_: object, folder: Path, screens: tuple[str, ...]) -> tuple[Path, ...]:
        return tuple(folder / f"{name}-{os.environ['QT_QPA_PLATFORM']}" for name in screens)

    monkeypatch.setattr("consultations_gui.app.screenshots", drawn)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert adapters.screenshots(tmp_path, ("today",)) == (tmp_path / "today-offscreen",)
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    assert adapters.screenshots(tmp_path, ("today",)) == (tmp_path / "today-minimal",)


def test_both_commands_reach_their_face(monkeypatch: pytest.MonkeyPatch) -> None:
    faces: list[tuple[str | None, Language | None, str]] = []

    def window(
        _: main.Adapters, database: str | None, language: Language | None, packet: str = ""
    ) -> int:
        faces.append((database, language, packet))
        return 0

    monkeypatch.setattr(main.Adapters, "window", window)
    monkeypatch.setattr(sys, "argv", ["consultations-gui", "--lang", "zh"])
    assert main.gui() == 0
    assert main.main() == 0
    monkeypatch.setattr(sys, "argv", ["consultations-gui", "P2-CN-1.CONSULT"])
    assert main.gui() == 0
    assert faces == [(None, Language.ZH, "")] * 2 + [(None, None, "P2-CN-1.CONSULT")]


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], (None, None, "")),
        (["gui"], (None, None, "")),
        (["--database", "r.db", "gui", "--lang", "ru"], ("r.db", Language.RU, "")),
        (["one.consult"], (None, None, "one.consult")),
        (["one.consult", "two.consult"], None),
        (["--lang", "de"], None),
        (["--database", ""], None),
        (["--help"], None),
        (["status"], None),
        (["gui", "--json"], None),
    ],
)
def test_a_plain_wish_for_the_window_needs_no_terminal(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    wish: tuple[str | None, Language | None, str] | None,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main.window_wish(arguments) == wish


def test_without_a_display_the_terminal_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main.window_wish([]) is None


def test_a_window_that_fails_to_start_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: main.Adapters, database: str | None, language: Language | None, _p: str) -> int:
        raise RuntimeError("a secret value")

    monkeypatch.setattr(main.Adapters, "window", fail)
    assert main.main(["--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert "secret" not in said
