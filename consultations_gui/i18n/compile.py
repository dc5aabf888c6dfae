"""Merges the areas of each language into one compiled catalogue.

``python -m consultations_gui.i18n.compile`` writes ``consultations.mo`` beside
the .po files. One area a file keeps translators out of each other's way; a
message may stand in two areas only with the same translation.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from consultations_gui.desktop.files import write_private
from consultations_gui.desktop.paths import resource
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import (
    DIGEST_HEADER,
    DOMAIN,
    compiled_path,
    source_files,
    sources_digest,
)

AREAS = ("domain", "ui", "cli", "papers")
TRANSLATED = (Language.ZH, Language.RU)

Key = tuple[str, str]
"""Context and (singular) message id: what names a message."""


class CatalogueError(Exception):
    """Catalogues that cannot be merged; ``problems`` says, line by line, why."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Compiled:
    """A merged catalogue in .mo format and what stood in its way."""

    content: bytes
    problems: tuple[str, ...]


def key_of(message: Message) -> Key:
    """What names ``message`` in a merged catalogue."""
    first = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or "", first)


def strings_of(message: Message) -> tuple[str, ...]:
    """All translations of ``message``: one, or one for each plural form."""
    strings = message.string or ""
    return (strings,) if isinstance(strings, str) else tuple(strings)


def read_area(path: Path, language: Language) -> Catalog:
    """One area's catalogue.

    Raises:
        CatalogueError: a line is not in PO format, or an entry stands twice.
    """
    text = path.read_text(encoding="utf-8")
    # Babel passes over an open quotation mark and takes the first of two equal entries.
    wrong = [f"{path}:{n}: {line!r}" for n, line in _lines(text) if not _PO_LINE.match(line)]
    if wrong:
        raise CatalogueError(wrong)
    try:
        catalogue = read_po(
            text.splitlines(), locale=language.value, domain=DOMAIN, abort_invalid=True
        )
    except (PoFileError, ValueError) as error:
        raise CatalogueError([f"{path}: {error}"]) from error
    if len(catalogue) + 1 != sum(line.startswith("msgid ") for _, line in _lines(text)):
        raise CatalogueError([f"{path}: an entry stands twice, or the header is missing"])
    return catalogue


_PO_LINE = re.compile(r'\s*$|#|((msgid(_plural)?|msgctxt|msgstr(\[\d\])?) )?"([^"\\]|\\.)*"$')


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.splitlines(), start=1)


def messages_of(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


class _Merged(Catalog):
    """A catalogue whose header says what a reader needs and nothing of the day it was made.

    The same sources give the same bytes, and their digest tells whether a
    compiled file is still theirs.
    """

    digest = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("Content-Type", "text/plain; charset=utf-8"),
            (DIGEST_HEADER, self.digest),
        ]


def compile_language(language: Language, locale_dir: Path) -> Compiled:
    """Merge and compile the areas of ``language``; what is in doubt is left out and told.

    Raises:
        CatalogueError: a file is not in PO format.
    """
    files = source_files(language, locale_dir)
    merged = _Merged(locale=language.value, domain=DOMAIN, fuzzy=False)
    merged.digest = sources_digest(files)
    seen: dict[Key, tuple[str, ...]] = {}
    problems: list[str] = []
    for path in files:
        for message in messages_of(read_area(path, language)):
            key, strings = key_of(message), strings_of(message)
            place = f"{path.parent.name}/{path.name}: {key[1]!r}"
            if message.fuzzy:
                problems.append(f"{place}: marked fuzzy")
            elif seen.setdefault(key, strings) != strings:
                problems.append(f"{place}: translated otherwise in another area")
            elif all(strings):
                merged.add(message.id, message.string, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, merged)
    return Compiled(buffer.getvalue(), tuple(problems))


def compile_catalogues(locale_dir: Path, out_dir: Path | None = None) -> list[Path]:
    """Write one compiled catalogue a language under ``out_dir`` (else ``locale_dir``).

    Returns the files written. Raises :class:`CatalogueError`, and writes
    nothing, if an entry is fuzzy or two areas disagree on one.
    """
    compiled = {language: compile_language(language, locale_dir) for language in TRANSLATED}
    problems = [problem for one in compiled.values() for problem in one.problems]
    if problems:
        raise CatalogueError(problems)
    written = []
    for language, one in compiled.items():
        path = compiled_path(language, out_dir or locale_dir)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, one.content)
        path.chmod(0o644)
        written.append(path)
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile from the command line; exit code 1 with a list of what stands in the way."""
    parser = argparse.ArgumentParser(prog="consultations_gui.i18n.compile", description=__doc__)
    parser.add_argument("--out", type=Path, help="write under this folder instead")
    options = parser.parse_args(arguments)
    try:
        written = compile_catalogues(resource("locale"), options.out)
    except CatalogueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
