"""Paragraph styles of a DOCX paper: a secretariat goes on editing by style, not by hand.

One set a language, named in that language. The fonts are the ones the offices
have (仿宋, 黑体, 楷体, 方正小标宋简体; Times New Roman), whatever this machine has:
nothing is embedded, and the same paper must give the same file everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_, words_for

LATIN = "Times New Roman"
TAGS = {Lang.ZH: "zh-CN", Lang.RU: "ru-RU"}
"""BCP 47 tag of each text's language."""

TITLE, DATE, DAY, BREAK, NOTE, SIGN, CELL = "title", "date", "day", "break", "note", "sign", "cell"
LEVELS = ("level1", "level2", "level3")

LINE, BODY, ANNEX, HEADING, ENTRY = "line", "body", "annex", "heading", "entry"

AGENDA_NAMES = {
    TITLE: N_("Agenda: title"),
    DATE: N_("Agenda: place and date"),
    DAY: N_("Agenda: day"),
    LEVELS[0]: N_("Agenda: item"),
    LEVELS[1]: N_("Agenda: sub-item"),
    LEVELS[2]: N_("Agenda: sub-item of a sub-item"),
    BREAK: N_("Agenda: break"),
    NOTE: N_("Agenda: note"),
    SIGN: N_("Agenda: signature"),
    CELL: N_("Agenda: table"),
}
NOTE_NAMES = {
    TITLE: N_("Note: title"),
    LINE: N_("Note: line"),
    BODY: N_("Note: text"),
    ANNEX: N_("Note: title of the annex"),
    HEADING: N_("Note: heading of the annex"),
    ENTRY: N_("Note: entry of the annex"),
    NOTE: N_("Note: remark"),
    CELL: N_("Note: caution"),
}
"""The styles of each sort of paper, by what a person calls them."""


@dataclass(frozen=True)
class Style:
    """A paragraph style; sizes and distances in points.

    ``line`` is the exact distance of two lines. ``outline`` is the heading
    level from 0, which makes the paragraph a heading in every program's
    navigation.
    """

    face: str
    size: float
    line: float
    bold: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    first: float = 0
    keep: bool = False
    outline: int | None = None


_FANGSONG, _HEI, _KAI, _TITLE_SONG = "仿宋", "黑体", "楷体", "方正小标宋简体"
_INDENT_RU = 35.45
"""First line of a Russian paragraph: 1.25 cm."""

STYLES: dict[Lang, dict[str, Style]] = {
    Lang.ZH: {
        TITLE: Style(_TITLE_SONG, 22, 36, align="center", after=20, keep=True, outline=0),
        DATE: Style(_FANGSONG, 16, 29, align="center", keep=True),
        DAY: Style(_FANGSONG, 16, 29, bold=True, before=14, keep=True, outline=1),
        LEVELS[0]: Style(_HEI, 16, 29),
        LEVELS[1]: Style(_KAI, 16, 29),
        LEVELS[2]: Style(_FANGSONG, 16, 29),
        BREAK: Style(_FANGSONG, 16, 29),
        NOTE: Style(_FANGSONG, 16, 29, align="both", before=14, first=32, keep=True),
        SIGN: Style(_FANGSONG, 16, 29, align="center", keep=True),
        CELL: Style(_FANGSONG, 10.5, 14.5, before=3, after=3),
        LINE: Style(_FANGSONG, 16, 29, keep=True),
        BODY: Style(_FANGSONG, 16, 29, align="both", first=32),
        ANNEX: Style(_TITLE_SONG, 18, 32, align="center", after=12, keep=True, outline=0),
        HEADING: Style(_HEI, 16, 29, before=14, keep=True, outline=1),
        ENTRY: Style(_FANGSONG, 16, 29),
    },
    Lang.RU: {
        TITLE: Style(_FANGSONG, 14, 19, bold=True, align="center", after=14, keep=True, outline=0),
        DATE: Style(_FANGSONG, 14, 19, keep=True),
        DAY: Style(_FANGSONG, 14, 19, bold=True, before=10, keep=True, outline=1),
        LEVELS[0]: Style(_FANGSONG, 14, 19, before=5),
        LEVELS[1]: Style(_FANGSONG, 14, 19, before=5),
        LEVELS[2]: Style(_FANGSONG, 14, 19, before=5),
        BREAK: Style(_FANGSONG, 14, 19, before=5),
        NOTE: Style(_FANGSONG, 14, 19, align="both", before=14, first=_INDENT_RU, keep=True),
        SIGN: Style(_FANGSONG, 14, 19, align="center", keep=True),
        CELL: Style(_FANGSONG, 10.5, 14.5, before=3, after=3),
        LINE: Style(_FANGSONG, 14, 21, keep=True),
        BODY: Style(_FANGSONG, 14, 21, align="both", first=_INDENT_RU),
        ANNEX: Style(_FANGSONG, 14, 21, bold=True, align="center", after=12, keep=True, outline=0),
        HEADING: Style(_FANGSONG, 14, 21, bold=True, before=14, keep=True, outline=1),
        ENTRY: Style(_FANGSONG, 14, 21),
    },
}


def style_id(lang: Lang, role: str) -> str:
    """The identifier of a style inside the file."""
    return f"agenda-{role}-{lang}"


def add_styles(document: Document, lang: Lang, names: Mapping[str, str]) -> None:
    """Add the styles of one language that a sort of paper has, under its ``names``."""
    words = words_for(Language(lang.value))
    for role, name in names.items():
        xml = _xml(lang, role, words.tr(name), STYLES[lang][role])
        document.styles.element.append(parse_xml(xml))


def set_defaults(document: Document) -> None:
    """Make Times New Roman and 仿宋 the fonts of everything not styled, instead of a theme's."""
    properties = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    properties.getparent().replace(
        properties,
        parse_xml(
            f"<w:rPr {nsdecls('w')}>{run_font(_FANGSONG)}{_size(10.5)}"
            '<w:lang w:val="ru-RU" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        ),
    )


def run_font(face: str) -> str:
    """The ``w:rFonts`` element: a face for Latin and Cyrillic, ``face`` for hanzi."""
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{face}"/>'


def twips(points: float) -> int:
    """Word's unit: a twentieth of a point."""
    return round(points * 20)


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _xml(lang: Lang, role: str, name: str, style: Style) -> str:
    # The order of the elements is the schema's (ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28).
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    bold = "<w:b/>" if style.bold else ""
    return f"""<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1"
        w:styleId={quoteattr(style_id(lang, role))}>
      <w:name w:val={quoteattr(name)}/>
      <w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/><w:qFormat/>
      <w:pPr>{keep}<w:widowControl/><w:suppressAutoHyphens/>
        <w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>
        <w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"
          w:line="{twips(style.line)}" w:lineRule="exact"/>
        <w:ind w:firstLine="{twips(style.first)}"/>
        <w:jc w:val="{style.align}"/>{outline}</w:pPr>
      <w:rPr>{run_font(style.face)}{bold}{_size(style.size)}
        <w:lang w:val="{TAGS[lang]}" w:eastAsia="zh-CN"/></w:rPr>
    </w:style>"""
