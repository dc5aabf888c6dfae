"""Made-up consultations and agendas for the papers' tests, like the real thing in shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from consultations_gui.application.ports import Alternat, Copy, Format, PaperOrder
from consultations_gui.domain.agenda import Agenda, AgendaItem, AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role

STAMP = datetime(2027, 3, 2, 8, 30, tzinfo=UTC)

TOPICS: tuple[tuple[int, str, str, int | None], ...] = (
    (1, "研究协定执行情况", "О ходе выполнения Соглашения", None),
    (2, "双方主管机构协作情况", "Взаимодействие компетентных органов государств Сторон", 20),
    (2, "上一轮磋商商定事项落实情况", "Выполнение договорённостей предыдущего раунда", 20),
    (1, "关键信息基础设施安全", "О безопасности критической информационной инфраструктуры", 45),
    (
        1,
        "计算机应急响应机构技术交流",
        "О техническом обмене между группами реагирования на компьютерные инциденты",
        35,
    ),
    (0, "茶歇", "Перерыв", 15),
    (
        1,
        "分析和共同评估信息安全威胁",
        "Об анализе и совместной оценке угроз информационной безопасности",
        60,
    ),
    (1, "联合研究与人员培训", "О совместных исследованиях и подготовке кадров", 30),
)


def person(uid: str, zh: str, ru: str) -> Person:
    return Person(uid, name_zh=zh, name_ru=ru)


def delegations() -> tuple[Delegation, ...]:
    return (
        Delegation(Side.CN, (Delegate(person("p1", "王喆", "Ван Чжэ"), Role.HEAD),)),
        Delegation(Side.RU, (Delegate(person("p2", "费奥多尔·叶若夫", "Ф. М. Ежёв"), Role.HEAD),)),
    )


def consultation(**changes: object) -> Consultation:
    plain = Consultation(
        uid="5e9c5f0e-3c38-4a8e-9a6f-1f1b7c0f3a01",
        id="R3",
        kind=Kind.REGULAR,
        number=3,
        status=Status.CONFIRMED,
        host=Side.RU,
        dates=Dates(date(2027, 4, 14), date(2027, 4, 14)),
        venue=Venue("RU", "Kazan"),
        delegations=delegations(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # names are checked by replace


def item(uid: str, level: int, zh: str, ru: str, minutes: int | None) -> AgendaItem:
    return AgendaItem(uid, level, Bilingual(zh, ru), minutes)


def agenda(rounds: int = 1, **changes: object) -> Agenda:
    """An agenda of eight rows, ``rounds`` times over."""
    rows = [
        item(f"i{turn}-{place}", *topic)
        for turn in range(rounds)
        for place, topic in enumerate(TOPICS)
    ]
    plain = Agenda(
        id="R3",
        symbol="IIS/2027/1/AG/7",
        opens=(time(9, 0),),
        status=AgendaStatus.AGREED,
        items=tuple(rows),
        revised=STAMP,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # names are checked by replace


def order(
    copy: Copy = Copy.CN,
    *,
    meeting: Consultation | None = None,
    items: Agenda | None = None,
    format: Format = Format.PDF,  # noqa: A002  # the field's name
    alternat: Alternat = Alternat.FULL,
    final: bool = True,
    provisional: tuple[Side, ...] = (),
) -> PaperOrder:
    return PaperOrder(
        consultation=meeting or consultation(),
        agenda=items or agenda(),
        copy=copy,
        format=format,
        alternat=alternat,
        cities=CityBook(),
        stamp=STAMP,
        final=final,
        provisional=provisional,
    )
