"""Short labels for the threats of Art. 2 and the directions of Art. 3.

Labels are ours, each shown with its article and number, and never a
quotation. The Russian ones are working wording until the authentic Russian
text is supplied: show :data:`WORKING_WORDING` where they stand.
"""

from __future__ import annotations

from consultations_gui.domain.agreement_tags import Tag, find
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import numeral_zh
from consultations_gui.i18n.words import N_, Words

WORKING_WORDING = N_(
    "Russian labels of threats and directions are working wording until the authentic "
    "Russian text is supplied."
)

TAG_LABELS: dict[str, str] = {
    "2.1": N_("Aggression against sovereignty, security and integrity"),
    "2.2": N_("Economic and other damage, attacks on infrastructure"),
    "2.3": N_("Terrorist purposes"),
    "2.4": N_("Crime, unlawful access to data"),
    "2.5": N_("Interference in internal affairs, incitement of hatred"),
    "2.6": N_("Information harmful to society, spirit and culture"),
    "3.1": N_("Cooperation needed to ensure information security"),
    "3.2": N_("Channels of communication and joint response"),
    "3.3": N_("Norms of international law"),
    "3.4": N_("Countering the threats together"),
    "3.5": N_("Terrorism and crime: data exchange, law enforcement"),
    "3.6": N_("Confidence-building measures"),
    "3.7": N_("Critical infrastructure; computer emergency response"),
    "3.8": N_("Exchange on national legislation"),
    "3.9": N_("Bilateral legal basis and working mechanisms"),
    "3.10": N_("Interaction of competent authorities"),
    "3.11": N_("Coordination in international organisations"),
    "3.12": N_("Scientific research"),
    "3.13": N_("Training, exchange of students and teachers"),
    "3.14": N_("Working meetings, conferences, seminars, forums"),
    "3.15": N_("Risks and vulnerabilities: information exchange, warning"),
}


def tag_number(tag: Tag, words: Words) -> str:
    """Where a tag stands in the agreement: 第三条第（十五）项 · ст. 3, п. 15 · Art. 3(15)."""
    if words.language is Language.ZH:
        return f"第{numeral_zh(tag.article)}条第（{numeral_zh(tag.number)}）项"
    if words.language is Language.RU:
        return f"ст.\u00a0{tag.article}, п.\u00a0{tag.number}"
    return f"Art.\u00a0{tag.article}({tag.number})"


def tag_label(code: str, words: Words) -> str:
    """The short label of a tag, after its article and number; an own direction as it was typed."""
    tag = find(code)
    if tag is None:
        return code
    colon = "：" if words.language is Language.ZH else ": "
    return f"{tag_number(tag, words)}{colon}{words.tr(TAG_LABELS[code])}"
