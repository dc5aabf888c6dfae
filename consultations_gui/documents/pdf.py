"""A paper's content becomes a PDF: PDF/A-2a and PDF/UA-1 at once, set by Typst.

The templates lie in ``resources/papers``, one for each form. The content is
handed over as one string of JSON and read as data, so no text anybody types
can be taken for markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Protocol, cast

import typst

from consultations_gui.application import codec
from consultations_gui.documents.fonts import package_for, resolve
from consultations_gui.domain.errors import MissingGlyphError

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]

_NO_GLYPH = re.compile(r"the text `\"(.+)\"` could not be displayed", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


class Content(Protocol):
    """Any paper's content: a dataclass with finished words, set by the template of its form."""

    @property
    def form(self) -> str:
        """The name of the template."""

    @property
    def title(self) -> str:
        """The file's title."""

    @property
    def stamp(self) -> datetime:
        """The aware time the file carries."""


class PdfPress:
    """Typst with the papers' templates and this machine's fonts, kept from paper to paper.

    Looking for fonts and reading the templates costs more than setting a
    paper, so a running program keeps one press. It may be used from several
    threads, which then take turns.
    """

    def __init__(self, templates: Path, font_folders: Sequence[Path] | None = None) -> None:
        """Read the fonts of the system, or only those in ``font_folders`` if given."""
        fonts = typst.Fonts(
            include_system_fonts=font_folders is None,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in font_folders or ()],
        )
        self._roles = resolve(fonts.families())
        self._compiler = typst.Compiler(
            root=str(templates),
            font_paths=fonts,
            sys_inputs={"fonts": json.dumps(self._roles)},
        )
        self._lock = Lock()

    def pdf(self, paper: Content) -> bytes:
        """The file. The same content gives the same bytes.

        Raises:
            MissingGlyphError: a character that no font of the lists has here.
        """
        if not self._roles["ru-body"]:  # the widest list: Typst would leave the text out silently
            char = paper.title[0]
            raise MissingGlyphError(char=char, package=package_for(char))
        # Inputs reach every part of a document, a source only what it says: with the content in
        # the source, Typst lays out anew only what changed since the paper before.
        content = json.dumps(codec.to_json(paper), ensure_ascii=False)
        source = f'#import "/{paper.form}.typ": paper\n#paper(json(bytes({content})))\n'
        try:
            with self._lock:
                pdf = self._compiler.compile(
                    source.encode(),
                    format="pdf",
                    pdf_standards=STANDARDS,
                    timestamp=int(paper.stamp.timestamp()),
                )
        except typst.TypstError as error:
            raise _typed(error) from error
        return cast("bytes", pdf)  # a list of pages comes in picture formats only


def _typed(error: typst.TypstError) -> Exception:
    """A missing character is the user's to mend; anything else is a fault of ours."""
    found = _NO_GLYPH.search(error.message)
    if found is None:
        return error
    char = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], found[1])
    return MissingGlyphError(char=char, package=package_for(char))
