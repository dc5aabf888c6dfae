"""The office that keeps this register: whose side it is, and the cities it knows."""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.application.journal import change
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.errors import (
    FixedFieldError,
    OfficeAlreadySetError,
    OfficeNotSetError,
)
from consultations_gui.domain.office import Office, require_city, require_office
from consultations_gui.domain.parties import City, CityBook, Side
from consultations_gui.domain.term import SHIPPED, tidy
from consultations_gui.domain.texts import lined

KIND = "office"
TYPED = ("name_zh", "name_ru", "email")


def show(ctx: Context) -> Office | None:
    """The office, or ``None`` while it has not been set."""
    with ctx.work() as uow:
        return uow.office.get()


def init(
    ctx: Context,
    side: Side,
    name_zh: str,
    name_ru: str,
    email: str = "",
    first_host: Side = Side.CN,
) -> Office:
    """Say once whose office keeps this register.

    Raises:
        OfficeAlreadySetError: it has been said; :func:`edit` changes it.
        BothNamesError, InvalidEmailError: see ``domain.office``.
    """
    office = lined(Office(side, name_zh, name_ru, email, first_host), *TYPED)
    require_office(office)
    with change(ctx, "office.init") as step:
        before = step.uow.office.get()
        if before is not None:
            raise OfficeAlreadySetError(name_zh=before.name_zh, name_ru=before.name_ru)
        return step.add(office)


def edit(ctx: Context, office: Office, group: str | None = None) -> Office:
    """Change the office's names, address, first host or cities.

    Raises:
        FixedFieldError: the side changes although there are proposals, in
            which "we" is that side.
        OfficeNotSetError, StaleVersionError; BothNamesError,
        InvalidEmailError, TermRefusedError, UnknownZoneError: see ``domain.office``.
    """
    office = lined(office, *TYPED)
    require_office(office)
    with change(ctx, "office.edit", group) as step:
        before = own(step.uow)
        if office.side is not before.side and step.uow.proposals.all():
            raise FixedFieldError(id=KIND, field="side")
        return step.replace(before, office)


def add_city(ctx: Context, city: City) -> Office:
    """Add a city with its time zone; one with the same key is replaced.

    Raises:
        UnknownZoneError: the IANA database does not have the zone.
        BeijingTimeError: a Chinese city with a zone of its own.
        UnknownCountryError: no ISO 3166-1 alpha-2 code.
        BothNamesError, OfficeNotSetError.
    """
    require_city(city)
    with change(ctx, "office.city") as step:
        before = own(step.uow)
        return step.replace(before, before.with_city(city))


def set_term(ctx: Context, term: str, group: str | None = None) -> Office:
    """Say how the office calls extraordinary consultations in Russian, in the plural nominative.

    Texts that people have typed stay as they are.

    Raises ``TermRefusedError``, ``OfficeNotSetError``.
    """
    with change(ctx, "office.term", group) as step:
        before = own(step.uow)
        after = replace(before, extraordinary_ru=tidy(term))
        require_office(after)
        return step.replace(before, after)


def term(ctx: Context) -> str:
    """The office's Russian word for extraordinary consultations, or the shipped one."""
    with ctx.work() as uow:
        return term_in(uow)


def city_book(ctx: Context) -> CityBook:
    """The cities known here: shipped ones and the office's own."""
    with ctx.work() as uow:
        return book(uow)


def own(uow: UnitOfWork) -> Office:
    """The office. Raises :class:`OfficeNotSetError` while it has not been set."""
    office = uow.office.get()
    if office is None:
        raise OfficeNotSetError
    return office


def term_in(uow: UnitOfWork) -> str:
    """The same within a unit of work."""
    office = uow.office.get()
    return SHIPPED if office is None else office.extraordinary_ru


def book(uow: UnitOfWork) -> CityBook:
    """The city book within a unit of work."""
    office = uow.office.get()
    return CityBook(() if office is None else office.cities)
