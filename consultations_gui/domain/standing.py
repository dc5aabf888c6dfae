"""The standing agenda items: what regular consultations are held for (Art. 5(4)).

The Chinese wording follows the agreement's. The Russian is working wording
until the authentic Russian text is supplied.
"""

from __future__ import annotations

from collections.abc import Iterable

from consultations_gui.domain.agenda import AgendaItem

STANDING: tuple[tuple[str, str], ...] = (
    ("研究协定执行情况", "Ход выполнения Соглашения"),
    ("信息交流", "Обмен информацией"),
    ("分析和共同评估信息安全威胁", "Анализ и совместная оценка угроз информационной безопасности"),
    ("界定、协商和协调共同措施", "Определение, согласование и координация совместных мер"),
)
"""Chinese and Russian text of each, in the order of Art. 5(4)."""

BREAK: tuple[str, str] = ("休息", "Перерыв")
"""What a break is called until somebody words it otherwise."""


def absent(items: Iterable[AgendaItem]) -> tuple[tuple[str, str], ...]:
    """The standing items neither of whose texts stands on the agenda yet."""
    there = {text.strip() for item in items for text in (item.text.zh, item.text.ru)}
    return tuple(pair for pair in STANDING if not there.intersection(pair))
