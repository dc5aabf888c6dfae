"""Orders of invitations for tests: a round in Kazan over two days, and others made from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.invitation import invited, occasion
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City, CityBook, Lang, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.protection import Marking

STAMP = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
PARIS = City("Paris", "FR", "巴黎", "Париж", "Europe/Paris")
CITIES = CityBook((PARIS,))
OFFICE = Office(Side.CN, "中方秘书处", "Секретариат китайской стороны", "office@cn.example")

WANG = Person("1", "王喆", "Ван Чжэ", email="wang@cn.example")
SEMYONOV = Person("2", "", 'Семёнов "Ё" Пётр', email="semyonov@ru.example", language=Lang.RU)

ITEMS = (
    AgendaItem("a", 1, Bilingual("研究协定执行情况", "О ходе выполнения Соглашения"), minutes=60),
    AgendaItem("b", 0, Bilingual("茶歇", "Перерыв"), minutes=15),
    AgendaItem("c", 1, Bilingual("信息交流", "Обмен информацией"), minutes=90, day=2),
)
AGENDA = Agenda("R3", items=ITEMS)

ROUND = Consultation(
    uid="0d5b2c0e-6a0f-4a39-9a6e-3f1f0e6b7a11",
    id="R3",
    kind=Kind.REGULAR,
    number=3,
    status=Status.CONFIRMED,
    host=Side.RU,
    dates=Dates(date(2027, 4, 14), date(2027, 4, 15)),
    venue=Venue("RU", "Kazan", "Зал «Волга»"),
    delegations=(
        Delegation(Side.CN, (Delegate(WANG, Role.HEAD),)),
        Delegation(Side.RU, (Delegate(SEMYONOV, Role.HEAD),)),
    ),
    sequence=2,
)


def order(
    consultation: Consultation = ROUND,
    agenda: Agenda = AGENDA,
    method: Method = Method.REQUEST,
    office: Office = OFFICE,
) -> InvitationOrder:
    """An order as the use case makes it."""
    zone = CITIES.zone(consultation.venue, consultation.host)
    return InvitationOrder(
        consultation=consultation,
        agenda=agenda,
        office=office,
        cities=CITIES,
        method=method,
        occasion=occasion(consultation, agenda, zone, cancelling=method is Method.CANCEL),
        people=invited(consultation),
        stamp=STAMP,
        created=STAMP,
    )


def fresh() -> Consultation:
    """The round before anything of it ever changed."""
    return replace(ROUND, sequence=0)


def cancelled() -> InvitationOrder:
    """The round called off."""
    return order(replace(ROUND, status=Status.CANCELLED, sequence=3), method=Method.CANCEL)


def all_day() -> InvitationOrder:
    """The round while no hours are set, tentative."""
    return order(replace(ROUND, status=Status.TENTATIVE), Agenda("R3"))


def in_paris() -> InvitationOrder:
    """A meeting where clocks change twice a year."""
    return order(replace(ROUND, venue=Venue("FR", "Paris"), kind=Kind.EXTRAORDINARY, number=None))


def online() -> InvitationOrder:
    """A meeting on screens."""
    return order(replace(ROUND, venue=Venue(online=True), kind=Kind.UNNUMBERED, number=None))


def guarded() -> InvitationOrder:
    """An agenda with a restricted item that has no permission."""
    secret = replace(ITEMS[2], marking=Marking.RESTRICTED, originator=Side.RU)
    return order(agenda=replace(AGENDA, items=(*ITEMS[:2], secret)))
