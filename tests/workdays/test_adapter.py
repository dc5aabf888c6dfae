"""The adapter over the library: what is confirmed, the notices, the stored tables."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import ports
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree, Origin, build_year
from consultations_gui.workdays import library, snapshot
from consultations_gui.workdays.adapter import LibraryWorkdays


def test_adapter_is_the_port() -> None:
    port: ports.Workdays = LibraryWorkdays()
    assert port.table(Side.CN, 2026).side is Side.CN


def test_confirmed_only_where_a_notice_is_known() -> None:
    workdays = LibraryWorkdays()
    for year in range(2009, 2027):
        assert workdays.table(Side.CN, year).origin is Origin.LIBRARY
    for year in range(2009, 2028):
        assert workdays.table(Side.RU, year).origin is Origin.LIBRARY
    assert workdays.table(Side.CN, 2027).origin is Origin.EXTRAPOLATED
    assert workdays.table(Side.RU, 2028).origin is Origin.EXTRAPOLATED
    assert not any(day.confirmed for day in build_year(workdays.table(Side.CN, 2027)))


def test_notices_named_where_known() -> None:
    workdays = LibraryWorkdays()
    china, russia = workdays.table(Side.CN, 2026), workdays.table(Side.RU, 2026)
    assert (china.number, china.issued) == ("国办发明电〔2025〕7号", date(2025, 11, 4))
    assert (russia.number, russia.issued) == ("№ 1466", date(2025, 9, 24))
    unknown = workdays.table(Side.RU, 2027)
    assert (unknown.number, unknown.issued, unknown.confirmed) == ("", None, True)
    assert china.source.startswith("holidays ")


def test_every_shipped_table_is_sound() -> None:
    workdays = LibraryWorkdays()
    for side in Side:
        for year in snapshot.YEARS:
            workdays.table(side, year).require_sound()


def test_stored_tables_are_the_library_s() -> None:
    """Fails after an update of the library: run python -m consultations_gui.workdays.snapshot."""
    stored = snapshot.load()
    assert stored.version == library.installed()
    for side in Side:
        for year in snapshot.YEARS:
            assert stored.read(side, year) == library.read(side, year)


def test_working_days_are_the_library_s_own() -> None:
    from holidays.countries.china import China
    from holidays.countries.russia import Russia

    workdays = LibraryWorkdays()
    for side, country in ((Side.CN, China), (Side.RU, Russia)):
        for year in range(2009, 2061):
            book = country(years=(year - 1, year, year + 1))
            for day in build_year(workdays.table(side, year)):
                assert day.working == book.is_working_day(day.date), day


def test_years_past_the_stored_ones_come_from_the_library() -> None:
    assert LibraryWorkdays().table(Side.RU, 2075) == library.read(Side.RU, 2075)


def test_another_version_of_the_library_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = library.read

    def read(side: Side, year: int) -> Decree:
        asked.append(year)
        return real(side, year)

    monkeypatch.setattr(library, "installed", lambda: "0.0")
    monkeypatch.setattr(library, "read", read)
    workdays = LibraryWorkdays()
    assert workdays.table(Side.CN, 2026).source == "holidays 0.0"
    assert workdays.table(Side.CN, 2026).make_up[0] == date(2026, 1, 4)
    assert asked == [2026]


def test_write_then_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "YEARS", range(2026, 2028))
    place = tmp_path / "tables.json"
    snapshot.write(place)
    stored = snapshot.load(place)
    assert stored.read(Side.RU, 2027) == library.read(Side.RU, 2027)
    assert stored.read(Side.RU, 2028) is None


def test_the_library_stays_unloaded_while_its_tables_are_stored() -> None:
    program = (
        "import sys; from consultations_gui.domain.parties import Side;"
        "from consultations_gui.workdays.adapter import LibraryWorkdays;"
        "LibraryWorkdays().table(Side.CN, 2026); sys.exit('holidays' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
