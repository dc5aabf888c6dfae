"""Holds the catalogues against the source: no string without a translation.

``python -m consultations_gui.i18n.check`` lists what is missing, extra, empty
or has other placeholders than its English, in each area of each language, and
exits 1 if there is anything. ``--update`` adds missing messages, untranslated,
to the area they belong to by where they stand in the source.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from consultations_gui.desktop.files import write_private
from consultations_gui.desktop.paths import resource
from consultations_gui.i18n.compile import (
    AREAS,
    TRANSLATED,
    CatalogueError,
    Key,
    key_of,
    messages_of,
    read_area,
    strings_of,
)
from consultations_gui.i18n.language import Language

KEYWORDS = {
    "tr": None,
    "trn": (1, 2),
    "trc": ((1, "c"), 2),
    "N_": None,
    "NN_": (1, 2),
    "C_": ((1, "c"), 2),
}
"""The calls whose arguments are messages, in the notation of gettext's tools."""

PLURAL_FORMS = {Language.ZH: 1, Language.RU: 3}
SOURCES = ("consultations_gui", "db", "main.py")


@dataclass(frozen=True)
class Source:
    """A message as the source has it and the files (from the root) it stands in."""

    key: Key
    plural: str = ""
    files: tuple[str, ...] = field(default=())

    @property
    def area(self) -> str:
        """The area it belongs to."""
        return area_of(self.files[0])


def area_of(file: str) -> str:
    """Which area's catalogue a message in the source file ``file`` belongs to."""
    inside = file.removeprefix("consultations_gui/")
    if inside.startswith("ui/") or inside == "app.py":
        return "ui"
    if inside in ("cli.py", "main.py") or inside.startswith(("cli_", "cli/")):
        return "cli"
    if inside.startswith(("documents/", "invitations/")):
        return "papers"
    return "domain"


def extract_sources(root: Path) -> dict[Key, Source]:
    """Every message of the source under ``root``, with all the files it stands in."""
    found: dict[Key, Source] = {}
    for path in _python_files(root):
        name = path.relative_to(root).as_posix()
        for key, plural in _messages_in(path):
            known = found.get(key, Source(key))
            files = known.files if name in known.files else (*known.files, name)
            found[key] = Source(key, known.plural or plural, files)
    return found


def _python_files(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        path = root / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.exists()


def _messages_in(path: Path) -> Iterator[tuple[Key, str]]:
    with path.open("rb") as file:
        for _line, found, _comments, context in extract("python", file, KEYWORDS):
            if isinstance(found, str):
                yield (context or "", found), ""
            else:
                yield (context or "", found[0]), found[1]


def check_catalogues(root: Path, locale_dir: Path) -> list[str]:
    """What is wrong, one line a finding; an empty list means all is well."""
    sources = extract_sources(root)
    return [problem for language in TRANSLATED for problem in _check(language, locale_dir, sources)]


def _check(language: Language, locale_dir: Path, sources: dict[Key, Source]) -> Iterator[str]:
    found: set[Key] = set()
    for area in AREAS:
        path = locale_dir / language.value / f"{area}.po"
        if not path.exists():
            continue
        place = f"{language.value}/{area}.po"
        try:
            catalogue = read_area(path, language)
        except CatalogueError as error:
            yield from error.problems
            continue
        for message in messages_of(catalogue):
            found.add(key_of(message))
            yield from (f"{place}: {p}" for p in check_message(message, language, sources))
    for key, source in sources.items():
        if key not in found:
            yield f"{language.value}/{source.area}.po: missing: {key[1]!r} ({source.files[0]})"


def check_message(
    message: Message, language: Language, sources: dict[Key, Source]
) -> Iterator[str]:
    """What is wrong with one entry of a catalogue."""
    key, strings = key_of(message), strings_of(message)
    source = sources.get(key)
    if source is None:
        yield f"extra: {key[1]!r} is nowhere in the source"
        return
    if message.fuzzy:
        yield f"fuzzy: {key[1]!r}"
    if not all(string.strip() for string in strings):
        yield f"empty: {key[1]!r}"
        return
    if bool(source.plural) != isinstance(message.id, tuple | list):
        yield f"plural here or there only: {key[1]!r}"
    elif source.plural and len(strings) != PLURAL_FORMS[language]:
        yield f"{len(strings)} plural forms instead of {PLURAL_FORMS[language]}: {key[1]!r}"
    expected = placeholders(key[1]) | placeholders(source.plural)
    for string in strings:
        if _placeholder_trouble(string, expected, plural=bool(source.plural)):
            yield f"placeholders: {key[1]!r} has {sorted(expected)}, not {string!r}"


def placeholders(text: str) -> frozenset[str]:
    """The named fields of a message. Raises :class:`ValueError` for braces that do not pair."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _placeholder_trouble(string: str, expected: frozenset[str], *, plural: bool) -> bool:
    try:
        found = placeholders(string)
    except ValueError:
        return True
    # A plural form may say its number in words: «одно предложение».
    return found != expected and not (plural and found | {"n"} == expected | {"n"})


def update_catalogues(root: Path, locale_dir: Path, areas: Iterable[str] = AREAS) -> dict[str, int]:
    """Add missing messages, untranslated, to the .po files of ``areas``.

    Returns how many were added to each file that was changed. What is no
    longer in the source is left for a person to take out.
    """
    wanted = set(areas)
    sources = extract_sources(root)
    added: Counter[str] = Counter()
    for language in TRANSLATED:
        folder = locale_dir / language.value
        catalogues = {path.stem: read_area(path, language) for path in sorted(folder.glob("*.po"))}
        known = {key_of(m) for catalogue in catalogues.values() for m in messages_of(catalogue)}
        for key, source in sources.items():
            if key in known or source.area not in wanted:
                continue
            catalogue = catalogues.setdefault(source.area, Catalog(locale=language.value))
            _add(catalogue, source)
            added[f"{language.value}/{source.area}.po"] += 1
        for name in [Path(file).stem for file in added if file.startswith(language.value)]:
            _write(folder / f"{name}.po", catalogues[name])
    return dict(added)


def _add(catalogue: Catalog, source: Source) -> None:
    context, singular = source.key
    message_id = (singular, source.plural) if source.plural else singular
    catalogue.add(message_id, context=context or None, auto_comments=source.files[:1])


def _write(path: Path, catalogue: Catalog) -> None:
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_private(path, header.encode() + buffer.getvalue())
    path.chmod(0o644)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check (or update) from the command line."""
    parser = argparse.ArgumentParser(prog="consultations_gui.i18n.check", description=__doc__)
    parser.add_argument("--update", action="store_true", help="add what is missing, untranslated")
    parser.add_argument("--area", choices=AREAS, action="append", help="update this area only")
    options = parser.parse_args(arguments)
    locale_dir = resource("locale")
    root = Path(__file__).resolve().parents[2]
    if options.update:
        for name, count in update_catalogues(root, locale_dir, options.area or AREAS).items():
            sys.stdout.write(f"{name}: {count} added\n")
    problems = check_catalogues(root, locale_dir)
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
