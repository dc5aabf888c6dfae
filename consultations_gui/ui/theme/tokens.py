"""The colours everything is painted with, one set a theme.

Every ink stands at 4.5:1 or better on every ground of its theme (WCAG 2.2,
1.4.3); a test measures it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from consultations_gui.domain.parties import Side


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as ``#RRGGBB``.

    ``window``, ``surface`` and ``sunken`` are grounds; ``line`` separates;
    ``text``, ``muted``, ``accent``, ``agreed`` and ``warning`` are inks.
    ``on_accent`` is the ink on an accent ground; ``edge`` outlines what can
    be operated (3:1 against its ground, WCAG 1.4.11).
    """

    dark: bool
    window: str
    surface: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    cn_ink: str
    cn_ground: str
    ru_ink: str
    ru_ground: str
    agreed: str
    warning: str
    warning_ground: str

    def ink(self, side: Side) -> str:
        """The ink of one side's marks."""
        return self.cn_ink if side is Side.CN else self.ru_ink

    def ground(self, side: Side) -> str:
        """The ground of one side's marks."""
        return self.cn_ground if side is Side.CN else self.ru_ground

    def named(self) -> dict[str, str]:
        """Every colour by its name, for the style sheet."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "dark"}


LIGHT = Tokens(
    dark=False,
    window="#F6F7F9",
    surface="#FFFFFF",
    sunken="#ECEFF3",
    line="#D5DAE1",
    edge="#7C8796",
    text="#1B2430",
    muted="#566273",
    accent="#0B6B6B",
    on_accent="#FFFFFF",
    selection="#DDEEEE",
    cn_ink="#B42318",
    cn_ground="#FBE9E7",
    ru_ink="#1D4F91",
    ru_ground="#E6EEF8",
    agreed="#2F6B3C",
    warning="#875800",
    warning_ground="#FFF4DC",
)

DARK = Tokens(
    dark=True,
    window="#14181E",
    surface="#1C222B",
    sunken="#10141A",
    line="#333C48",
    edge="#727E8E",
    text="#E8ECF2",
    muted="#9DA9B8",
    accent="#4FC3BF",
    on_accent="#10141A",
    selection="#17373A",
    cn_ink="#FF8A7A",
    cn_ground="#3A1E1B",
    ru_ink="#8AB8F5",
    ru_ground="#1A2A40",
    agreed="#7CC98D",
    warning="#E8B84A",
    warning_ground="#33290F",
)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)
