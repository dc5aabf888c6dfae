"""Everything the program writes for an office with a term of its own, from register to files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pikepdf

import main
from consultations_gui.application import (
    demo,
    invitations,
    note_wordings,
    notes,
    offices,
    papers,
    sample_data,
    year_sheets,
)
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.ports import Alternat, Copy, Format, Method, NoteTexts
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.domain.parties import Lang, Side
from tests.documents.reading import pages

STEM = re.compile("внеочередн", re.IGNORECASE)
OTHER = re.compile("дополнительн", re.IGNORECASE)
TAG = re.compile("<[^>]*>")


def written(folder: Path) -> list[Path]:
    """Agendas, notes, the invitation and the year of a sample made for the office."""
    adapters = main.Adapters()
    ctx = adapters.context(str(folder / "register.db"))
    offices.init(ctx, Side.RU, *sample_data.office_names(Side.RU))
    offices.set_term(ctx, "дополнительные")
    report = demo.build_sample(ctx)
    for lang in Lang:
        note_wordings.set_names(ctx, lang, sample_data.note_names(Side.RU, lang))
    id, full = report.extraordinary, Alternat.FULL
    copies = (Copy.RU, Copy.WORKING)
    files = [*papers.export(ctx, id, copies, tuple(Format), full, folder)]
    files += notes.export(ctx, NoteQuery(report.proposal, NoteTexts.BOTH), tuple(Format), folder)
    files += invitations.write(ctx, id, Method.REQUEST, folder)
    files += year_sheets.export(ctx, SheetWish(ctx.clock.today().year + 1), folder)
    adapters.close()
    return files


def texts_of(file: Path) -> Iterator[str]:
    """Every text in a file, what describes it included."""
    content = file.read_bytes()
    if file.suffix == ".pdf":
        yield from (page.replace("-\n", "").replace("\n", " ") for page in pages(content))
        with pikepdf.open(BytesIO(content)) as pdf, pdf.open_metadata() as described:
            yield str(described)
    elif file.suffix == ".docx":
        with zipfile.ZipFile(file) as parts:
            for name in parts.namelist():
                if name.endswith(".xml"):
                    yield TAG.sub("", parts.read(name).decode())
    elif file.suffix == ".ics":
        yield content.decode().replace("\r\n ", "")
    else:
        message = message_from_bytes(content, policy=default)
        yield str(message["Subject"])
        for part in message.walk():
            if not part.is_multipart():
                yield bytes(part.get_payload(decode=True)).decode().replace("\r\n ", "")


def test_no_file_spells_out_another_term(tmp_path: Path) -> None:
    files = written(tmp_path)
    assert {file.suffix for file in files} == {".pdf", ".docx", ".ics", ".eml"}
    for file in files:
        texts = list(texts_of(file))
        assert not any(STEM.search(text) for text in texts), file.name
        assert any(OTHER.search(text) for text in texts), file.name
