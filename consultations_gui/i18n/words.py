"""Words of the screen, the terminal and the papers in one of the three languages.

A message is named by its English text. Chinese and Russian come from gettext
catalogues; papers need both at once while the screen is in a third language,
so a :class:`Words` is a value one passes, never a state of the process. It also
carries the office's Russian word for extraordinary consultations, and puts it
into every message on its way out of the catalogue, before fields are filled:
what people have typed comes through fields, and stays as it is.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from consultations_gui.desktop.paths import resource
from consultations_gui.domain.term import SHIPPED, with_term
from consultations_gui.i18n.language import Language

DOMAIN = "consultations"
DIGEST_HEADER = "X-Sources-SHA256"
"""Header of a compiled catalogue: the digest of the .po files it was made from."""


def N_(msgid: str) -> str:  # noqa: N802  # the name every gettext tool knows
    """Mark a constant for translation; pass it to :meth:`Words.tr` where it is shown."""
    return msgid


def C_(context: str, msgid: str) -> tuple[str, str]:  # noqa: N802
    """Mark a constant whose English alone is ambiguous; pass both to :meth:`Words.trc`."""
    return context, msgid


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802
    """Mark a constant with a plural; pass both and the number to :meth:`Words.trn`."""
    return singular, plural


class _Lenient(Formatter):
    """Fills named fields; a field nobody gave a value for stays visible as itself."""

    def get_field(
        self,
        field_name: str,
        args: Sequence[object],  # noqa: ARG002  # Formatter's signature
        kwargs: Mapping[str, object],
    ) -> tuple[object, str]:
        # The whole name, so that no catalogue can reach into a value: {round.__class__}.
        return kwargs.get(field_name, f"{{{field_name}}}"), field_name

    def format_field(self, value: object, format_spec: str) -> str:
        try:
            return format(value, format_spec)
        except (TypeError, ValueError):
            return str(value)


_FORMATTER = _Lenient()


def fill(text: str, values: Mapping[str, object]) -> str:
    """``text`` with its ``{named}`` fields filled; never raises for a text that is not in order."""
    if "{" not in text and "}" not in text:
        return text
    try:
        return _FORMATTER.vformat(text, (), values)
    except ValueError:
        return text


class Words:
    """The words of one language. ``language`` is whose, ``term`` the office's (``domain.term``)."""

    def __init__(
        self, language: Language, catalogue: NullTranslations, term: str = SHIPPED
    ) -> None:
        self.language = language
        self.term = term
        self._catalogue = catalogue

    def tr(self, msgid: str, /, **values: object) -> str:
        """``msgid`` in this language, its ``{named}`` fields filled.

        A message without translation comes in English, a field without value as itself.
        """
        return self._fill(self._catalogue.gettext(msgid) if msgid else "", values)

    def trn(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """The form for ``n`` of something; ``{n}`` is filled with it."""
        return self._fill(self._catalogue.ngettext(singular, plural, n), {"n": n, **values})

    def trc(self, context: str, msgid: str, /, **values: object) -> str:
        """A message whose English alone is ambiguous, told apart by ``context``."""
        return self._fill(self._catalogue.pgettext(context, msgid), values)

    def _fill(self, text: str, values: Mapping[str, object]) -> str:
        if self.term != SHIPPED:
            text = with_term(text, self.term)
        return fill(text, values)


def words_for(language: Language, term: str = SHIPPED) -> Words:
    """The words of ``language`` from the shipped catalogues, read once.

    ``term`` is the office's Russian word for extraordinary consultations, which
    the other languages do without.
    """
    return _words_for(language, term if language is Language.RU else SHIPPED)


@lru_cache(maxsize=8)
def _words_for(language: Language, term: str) -> Words:
    return Words(language, _shipped(language), term)


@cache
def _shipped(language: Language) -> NullTranslations:
    return load_catalogue(language, resource("locale"))


def load_catalogue(language: Language, locale_dir: Path) -> NullTranslations:
    """The catalogue of ``language`` under ``locale_dir``.

    The compiled file is used when it was made from the .po files that lie
    there now (or when there are none); otherwise they are compiled in memory,
    which is slower. English needs no catalogue.
    """
    if language is Language.EN:
        return NullTranslations()
    compiled = _read_compiled(compiled_path(language, locale_dir))
    sources = source_files(language, locale_dir)
    if compiled is not None:
        digest = compiled.info().get(DIGEST_HEADER.lower())
        if not sources or digest == sources_digest(sources):
            return compiled
    if not sources:
        return NullTranslations()
    # The only reader of .po files is Babel, which the quick way above does without.
    from consultations_gui.i18n.compile import compile_language  # noqa: PLC0415

    return GNUTranslations(BytesIO(compile_language(language, locale_dir).content))


def compiled_path(language: Language, locale_dir: Path) -> Path:
    """Where the compiled catalogue of ``language`` lies."""
    return locale_dir / language.value / "LC_MESSAGES" / f"{DOMAIN}.mo"


def source_files(language: Language, locale_dir: Path) -> tuple[Path, ...]:
    """The .po files of ``language``, one an area, by name."""
    return tuple(sorted((locale_dir / language.value).glob("*.po")))


def sources_digest(files: tuple[Path, ...]) -> str:
    """SHA-256 (hex) over the names and contents of ``files``."""
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _read_compiled(path: Path) -> GNUTranslations | None:
    try:
        return GNUTranslations(BytesIO(path.read_bytes()))
    except (OSError, ValueError, struct.error):
        return None
