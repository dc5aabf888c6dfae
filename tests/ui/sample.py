"""A small register as an office would have it: three rounds, one extraordinary, one agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consultations_gui.application import agendas, consultations, offices
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.protection import Marking

ROUND = "R3"
"""The round whose agenda is filled: 14–15 April 2027, Kazan."""

ITEMS: tuple[tuple[int, str, str, int | None, int], ...] = (
    (1, "研究协定执行情况", "О ходе выполнения Соглашения", None, 1),
    (2, "双方主管机构协作情况", "О взаимодействии компетентных органов Сторон", 20, 1),
    (2, "上一轮磋商商定事项落实情况", "О выполнении договорённостей предыдущего раунда", 20, 1),
    (1, "关键信息基础设施安全", "О безопасности критической информационной инфраструктуры", 45, 1),
    (
        1,
        "计算机应急响应机构技术交流",
        "О техническом обмене между группами реагирования на компьютерные инциденты",
        35,
        1,
    ),
    (0, "茶歇", "Перерыв", 15, 1),
    (
        1,
        "分析和共同评估信息安全威胁",
        "Об анализе и совместной оценке угроз информационной безопасности",
        60,
        1,
    ),
    (1, "联合研究与人员培训", "", 30, 2),
    (1, "界定、协商和协调共同措施", "Об определении, согласовании и координации мер", 45, 2),
)
"""Level, Chinese, Russian, minutes, day."""


def fill(ctx: Context, side: Side = Side.CN) -> None:
    """Put the sample into an empty register."""
    offices.init(
        ctx, side, "中方秘书处", "Секретариат РФ", "secretariat@example.org", first_host=Side.RU
    )
    for dates, venue in (
        (Dates(date(2026, 4, 15), date(2026, 4, 16)), Venue("RU", "Moscow")),
        (Dates(date(2026, 10, 20), date(2026, 10, 22)), Venue("CN", "Guangzhou")),
    ):
        made = consultations.add(ctx, NewConsultation(dates=dates, venue=venue))
        consultations.confirm(ctx, made.id)
        consultations.held(ctx, made.id)
    spring = Dates(date(2027, 4, 14), date(2027, 4, 15))
    third = consultations.add(
        ctx,
        NewConsultation(
            dates=spring,
            venue=Venue("RU", "Kazan", "ул. Баумана, 1"),
            basis="Нота № 118, 9.11.2026",
        ),
    )
    consultations.confirm(ctx, third.id)
    autumn = Dates(date(2027, 10, 19), date(2027, 10, 20))
    consultations.add(ctx, NewConsultation(dates=autumn, venue=Venue("CN", "Beijing")))
    june = Dates(date(2027, 6, 23), date(2027, 6, 23))
    consultations.add(ctx, NewConsultation(Kind.EXTRAORDINARY, june, Venue("CN", "Shanghai")))
    _people(ctx)
    _agenda(ctx)


def _agenda(ctx: Context) -> None:
    last = ""
    uids = []
    for level, zh, ru, minutes, day in ITEMS:
        view = agendas.add_item(
            ctx, ROUND, after=last or None, level=level, zh=zh, ru=ru, minutes=minutes, day=day
        )
        last = view.touched[0]
        uids.append(last)
    agendas.set_symbol(ctx, ROUND, "IIS/2027/1/AG/7")
    view = agendas.show(ctx, ROUND)
    stale = view.row(uids[3]).item
    agendas.edit_text(ctx, ROUND, stale.uid, Lang.ZH, "关键信息基础设施的安全", stale.text)
    item = agendas.show(ctx, ROUND).row(uids[3]).item
    agendas.set_item(
        ctx,
        ROUND,
        replace(
            item,
            lead=Side.RU,
            speakers="王××、Иванов И. И.",
            tags=("3.7",),
            marking=Marking.PARTIES,
            originator=Side.RU,
        ),
    )
    for uid in uids[:3]:
        agendas.approve(ctx, ROUND, Side.CN, uid)
        agendas.approve(ctx, ROUND, Side.RU, uid)
    agendas.approve(ctx, ROUND, Side.RU, uids[3])
    agendas.approve(ctx, ROUND, Side.CN, uids[6])


def _people(ctx: Context) -> None:
    chinese = (
        Delegate(
            Person(
                "p1",
                "王建国",
                "Ван Цзяньго",
                "Wang Jianguo",
                "司长",
                "директор департамента",
                "wang@example.cn",
                Lang.ZH,
            ),
            Role.HEAD,
        ),
        Delegate(
            Person(
                "p2",
                "李喆",
                "Ли Чжэ",
                "Li Zhe",
                "处长",
                "начальник отдела",
                "li@example.cn",
                Lang.ZH,
            ),
        ),
        Delegate(
            Person(
                "p3",
                "陈淼",
                "Чэнь Мяо",
                "Chen Miao",
                "翻译",
                "переводчик",
                "chen@example.cn",
                Lang.ZH,
            ),
            Role.INTERPRETER,
        ),
    )
    russian = (
        Delegate(
            Person(
                "p4",
                "伊万诺夫",
                "Иванов Иван Иванович",
                "Ivanov Ivan",
                "局长",
                "директор департамента",
                "ivanov@example.ru",
                Lang.RU,
            ),
            Role.HEAD,
        ),
        Delegate(
            Person(
                "p5",
                "谢苗诺娃",
                "Семёнова Алёна Петровна",
                "Semyonova Alyona",
                "参赞",
                "советник",
                "semyonova@example.ru",
                Lang.RU,
            ),
        ),
    )
    consultations.set_delegation(ctx, ROUND, Delegation(Side.CN, chinese))
    consultations.set_delegation(ctx, ROUND, Delegation(Side.RU, russian))
