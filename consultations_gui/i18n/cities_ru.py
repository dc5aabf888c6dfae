"""Russian names of cities in the dative: «по Москве» asks for it.

Names ending in a hard consonant take «-у»; every other shipped city stands in
a table. A name that neither covers is shown in the nominative, in brackets.
"""

from __future__ import annotations

_DATIVE = {
    "Шэньчжэнь": "Шэньчжэню",
    "Далянь": "Даляню",
    "Тяньцзинь": "Тяньцзиню",
    "Ухань": "Уханю",
    "Сиань": "Сианю",
    "Сямэнь": "Сямэню",
    "Чанчунь": "Чанчуню",
    "Шанхай": "Шанхаю",
    "Санья": "Санье",
    "Гуанчжоу": "Гуанчжоу",
    "Ханчжоу": "Ханчжоу",
    "Чэнду": "Чэнду",
    "Циндао": "Циндао",
    "Урумчи": "Урумчи",
    "Москва": "Москве",
    "Казань": "Казани",
    "Нижний Новгород": "Нижнему Новгороду",
    "Сочи": "Сочи",
    "Самара": "Самаре",
    "Уфа": "Уфе",
}
_HARD = "бвгджзклмнпрстфхцчшщ"
_SOLID = ("Санкт-Петербург",)


def dative(city: str) -> str | None:
    """The dative of a city's Russian name, or ``None`` where it is not known for certain."""
    known = _DATIVE.get(city)
    if known is not None:
        return known
    simple = city.isalpha() or city in _SOLID
    return f"{city}у" if simple and city[-1:] in _HARD else None
