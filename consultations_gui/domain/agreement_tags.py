"""Tags for agenda items: the threats of Art. 2 and the directions of Art. 3.

A tag is the article and the number of the paragraph's list entry, ``"2.1"``
to ``"2.6"`` and ``"3.1"`` to ``"3.15"``. Short labels of our own stand in
``i18n`` by this code; they are never a quotation. Art. 3 ends with: the
Parties may agree on other directions, so any other text is an own direction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consultations_gui.domain.errors import UnknownTagError


@dataclass(frozen=True)
class Tag:
    """One entry of Art. 2 or Art. 3; ``number`` is the one in its list."""

    article: int
    number: int

    @property
    def code(self) -> str:
        """The tag as items store it and ``i18n`` finds its label, e.g. ``"3.15"``."""
        return f"{self.article}.{self.number}"


THREATS: tuple[Tag, ...] = tuple(Tag(2, number) for number in range(1, 7))
"""The six threats of Art. 2, in its order."""

DIRECTIONS: tuple[Tag, ...] = tuple(Tag(3, number) for number in range(1, 16))
"""The fifteen directions of Art. 3, in its order."""

TAGS: tuple[Tag, ...] = THREATS + DIRECTIONS
"""All of them."""

_BY_CODE = {tag.code: tag for tag in TAGS}
_NUMERIC = re.compile(r"[\d.\s]*")


def find(code: str) -> Tag | None:
    """The agreement's tag with this code; ``None`` for an own direction."""
    return _BY_CODE.get(code)


def require_tag(code: str) -> None:
    """Raise :class:`UnknownTagError` for a number that no entry has, or for an empty text."""
    if code not in _BY_CODE and _NUMERIC.fullmatch(code):
        raise UnknownTagError(tag=code)
