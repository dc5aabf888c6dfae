"""Number and date of the official notices behind the shipped calendars.

China: 国务院办公厅关于…年部分节假日安排的通知 (General Office of the State
Council). Russia: Постановление Правительства Российской Федерации «О
переносе выходных дней в … году». Only numbers seen in print stand here; a
year without an entry is none the less confirmed when its data is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.parties import Side


@dataclass(frozen=True)
class Notice:
    """An official notice: its number as it is cited, and the day it was signed."""

    number: str
    issued: date


_CN, _RU = Side.CN, Side.RU

NOTICES: dict[tuple[Side, int], Notice] = {
    (_CN, 2022): Notice("国办发明电〔2021〕11号", date(2021, 10, 25)),
    (_CN, 2023): Notice("国办发明电〔2022〕16号", date(2022, 12, 8)),
    (_CN, 2024): Notice("国办发明电〔2023〕7号", date(2023, 10, 25)),
    (_CN, 2025): Notice("国办发明电〔2024〕12号", date(2024, 11, 12)),
    (_CN, 2026): Notice("国办发明电〔2025〕7号", date(2025, 11, 4)),
    (_RU, 2015): Notice("№ 860", date(2014, 8, 27)),
    (_RU, 2016): Notice("№ 1017", date(2015, 9, 24)),
    (_RU, 2017): Notice("№ 756", date(2016, 8, 4)),
    (_RU, 2020): Notice("№ 875", date(2019, 7, 10)),
    (_RU, 2021): Notice("№ 1648", date(2020, 10, 10)),
    (_RU, 2022): Notice("№ 1564", date(2021, 9, 16)),
    (_RU, 2023): Notice("№ 1505", date(2022, 8, 29)),
    (_RU, 2024): Notice("№ 1314", date(2023, 8, 10)),
    (_RU, 2025): Notice("№ 1335", date(2024, 10, 4)),
    (_RU, 2026): Notice("№ 1466", date(2025, 9, 24)),
}
