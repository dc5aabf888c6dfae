"""The office's own wording of notes: stored, undone, taken back to the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultations_gui.application import (
    journal,
    note_wordings,
    notes,
    offices,
    proposals,
    undo,
)
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.ports import Context, NoteTexts
from consultations_gui.domain.errors import (
    CannotReadError,
    MissingPlaceholderError,
    UnknownPlaceholderError,
    UnknownWordingError,
    WordingFileError,
)
from consultations_gui.domain.note_wording import TEMPLATES, Correspondence, Names
from consultations_gui.domain.parties import Lang, Side
from tests.application.fakes import FakePress, make_context
from tests.domain.negotiation import TERMS

OWN = "{sender}向{addressee}致意，提议举行{meeting}。\n顺致崇高敬意。"


@pytest.fixture
def ctx() -> Context:
    return make_context()


def entries(ctx: Context) -> list[str]:
    return [line.use_case for line in journal.history(ctx)]


def test_everything_is_as_shipped_at_first(ctx: Context) -> None:
    found = note_wordings.list_all(ctx)
    assert len(found) == 2 * len(TEMPLATES)
    assert not any(view.own for view in found)
    assert [view.lang for view in found[:2]] == [Lang.ZH, Lang.RU]
    assert found[0].text == notes.shipped(TEMPLATES[0], Lang.ZH)


def test_an_own_wording_is_kept_used_and_can_be_undone(ctx: Context) -> None:
    typed = f"  {OWN.replace(chr(10), '  ' + chr(13) + chr(10))}\n\n"
    view = note_wordings.set_wording(ctx, "offer", Lang.ZH, typed)
    assert (view.own, view.text) == (True, OWN)
    assert note_wordings.show(ctx, "offer", Lang.ZH) == view
    assert not note_wordings.show(ctx, "offer", Lang.RU).own
    note_wordings.set_wording(ctx, "offer", Lang.ZH, OWN)  # the same again changes nothing
    assert entries(ctx) == ["correspondence.wording.set"]
    undo.undo(ctx)
    assert not note_wordings.show(ctx, "offer", Lang.ZH).own
    undo.redo(ctx)
    assert note_wordings.show(ctx, "offer", Lang.ZH).text == OWN


def test_a_note_is_written_with_it() -> None:
    press = FakePress()
    ctx = make_context(press=press)
    offices.init(ctx, Side.CN, "秘书处", "Секретариат")
    made = proposals.new(ctx, "提议", "Предложение", TERMS).proposal
    note_wordings.set_wording(ctx, "offer", Lang.ZH, OWN)
    note_wordings.set_names(ctx, Lang.RU, {"sender": "МИД"})
    notes.preview(ctx, NoteQuery(made.id, NoteTexts.BOTH))
    zh, ru = press.notes[-1].wordings
    assert (zh.text, zh.shipped, zh.names.sender) == (OWN, False, "秘书处")
    assert (ru.shipped, ru.names.sender) == (True, "МИД")


def test_a_sitting_in_a_field_undoes_as_one_step(ctx: Context) -> None:
    for text in (OWN, OWN + "\n附言。"):
        note_wordings.set_wording(ctx, "offer", Lang.ZH, text, group="a")
    undo.undo(ctx)
    assert not note_wordings.show(ctx, "offer", Lang.ZH).own


def test_what_is_refused_changes_nothing(ctx: Context) -> None:
    with pytest.raises(UnknownPlaceholderError):
        note_wordings.set_wording(ctx, "offer", Lang.ZH, OWN + "{city}")
    with pytest.raises(MissingPlaceholderError):
        note_wordings.set_wording(ctx, "decline", Lang.ZH, OWN)
    with pytest.raises(UnknownWordingError):
        note_wordings.set_wording(ctx, "offers", Lang.ZH, OWN)
    with pytest.raises(UnknownWordingError):
        note_wordings.reset(ctx, "offers")
    assert entries(ctx) == []


def test_back_to_the_shipped_wording(ctx: Context) -> None:
    assert note_wordings.reset(ctx, "offer")[0].own is False
    assert entries(ctx) == []
    russian = "{sender}, {addressee}: {meeting}."
    note_wordings.set_wording(ctx, "offer", Lang.ZH, OWN)
    note_wordings.set_wording(ctx, "offer", Lang.RU, russian)
    (back,) = note_wordings.reset(ctx, "offer", (Lang.ZH,))
    assert not back.own
    assert note_wordings.show(ctx, "offer", Lang.RU).text == russian
    undo.undo(ctx)
    assert note_wordings.show(ctx, "offer", Lang.ZH).text == OWN


def test_a_file_may_hold_the_text(ctx: Context, tmp_path: Path) -> None:
    path = tmp_path / "offer.txt"
    path.write_bytes(b"\xef\xbb\xbf" + OWN.encode())
    assert note_wordings.set_from_file(ctx, "offer", Lang.ZH, path).text == OWN
    path.write_bytes(OWN.encode("gb18030"))
    with pytest.raises(WordingFileError) as error:
        note_wordings.set_from_file(ctx, "offer", Lang.ZH, path)
    assert error.value.cause == "encoding"
    path.write_bytes(b" " * (note_wordings.LARGEST + 1))
    with pytest.raises(WordingFileError) as error:
        note_wordings.set_from_file(ctx, "offer", Lang.ZH, path)
    assert error.value.cause == "too_large"
    with pytest.raises(CannotReadError):
        note_wordings.set_from_file(ctx, "offer", Lang.ZH, tmp_path / "none.txt")


def test_names_are_kept_for_each_language(ctx: Context) -> None:
    assert note_wordings.set_names(ctx, Lang.ZH, {"sender": "  "}) == Correspondence()
    assert entries(ctx) == []
    stored = note_wordings.set_names(ctx, Lang.ZH, {"sender": " 外交部\n", "place": "北京"})
    assert stored.names_zh == Names("外交部", place="北京")
    note_wordings.set_names(ctx, Lang.RU, {"short": "Министерству"})
    assert note_wordings.correspondence(ctx).names_ru.short == "Министерству"
    assert note_wordings.correspondence(ctx).names_zh == stored.names_zh
    more = note_wordings.set_names(ctx, Lang.RU, {"place": "г. Москва"})
    assert more.names_ru == Names(short="Министерству", place="г. Москва")
    undo.undo(ctx)
    undo.undo(ctx)
    undo.undo(ctx)
    assert note_wordings.correspondence(ctx) == Correspondence()
