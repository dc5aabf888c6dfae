"""What a paper costs beside plain Typst on the same content.

    python -m benchmarks.papers [RUNS]

The Chinese copy of an agenda of twenty items in both texts, as PDF/A-2a and
PDF/UA-1, against a plain Typst document of the same words made by the same
library with the same standards. Ratios of medians from RUNS alternating
pairs (15 by default):

- whole process: a Python that reads the agenda from a file and sets the
  paper, against a Python that only compiles; aim: at most 3;
- the same with the register: ``main.py agenda export``. No aim: loading
  SQLAlchemy alone takes longer than all of plain Typst;
- in a running program: one paper from the use case's order to its bytes,
  against a compiler kept warm; aim: at most 1.5. Every run sets another
  wording, so that neither side is served from Typst's memory.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import typst

from consultations_gui.application import codec
from consultations_gui.application.ports import Alternat, Copy, Format, PaperOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.compose import compose
from consultations_gui.documents.press import Press
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.i18n.compile import compile_catalogues
from db import open_register

ROOT = Path(__file__).parents[1]
AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
ITEMS = 20
SIZES = {"zh": (16, 29), "ru": (14, 19)}
"""Of the body, and its line pitch, in points, as GB/T 9704-2012 and the Russian copy have them."""
WHOLE, REGISTER, RUNNING = "whole process", "whole process with register", "in a running program"
AIMS = {WHOLE: 3.0, RUNNING: 1.5}

PLAIN_PROCESS = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=["a-2a", "ua-1"], timestamp=0)
"""

OUR_PROCESS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from consultations_gui.application import codec
from consultations_gui.application.ports import Alternat, Copy, Format, PaperOrder
from consultations_gui.documents.press import Press
from consultations_gui.domain.parties import CityBook
folder = Path(sys.argv[1])
meeting, agenda = (
    codec.from_json(kind, (folder / (kind + ".json")).read_text(encoding="utf-8"))
    for kind in ("consultation", "agenda")
)
order = PaperOrder(
    meeting, agenda, Copy.CN, Format.PDF, Alternat.FULL, CityBook(), agenda.revised
)
(folder / "paper.pdf").write_bytes(Press().press(order))
"""


def meeting() -> Consultation:
    """A round of one day in Kazan."""
    return Consultation(
        uid="benchmark@example.org",
        id="R3",
        kind=Kind.REGULAR,
        number=3,
        status=Status.CONFIRMED,
        host=Side.RU,
        dates=Dates(date(2027, 4, 14), date(2027, 4, 14)),
        venue=Venue("RU", "Kazan"),
    )


def agenda(run: int = 0) -> Agenda:
    """Twenty items in both texts; ``run`` changes the wording."""
    rows = tuple(
        AgendaItem(
            uid=f"item-{place}",
            level=1 + (place % 4 > 1),
            text=Bilingual(
                f"关于关键信息基础设施安全和计算机应急响应机构技术交流的第{place}项议题（{run}）",
                f"О безопасности критической информационной инфраструктуры и техническом обмене, "
                f"вопрос {place} ({run})",
            ),
            minutes=None if place % 4 == 1 else 20,
        )
        for place in range(ITEMS)
    )
    return Agenda("R3", symbol="IIS/2027/1/AG/3", items=rows, revised=AT)


def order(run: int) -> PaperOrder:
    """The Chinese copy, which holds both texts."""
    return PaperOrder(
        consultation=meeting(),
        agenda=agenda(run),
        copy=Copy.CN,
        format=Format.PDF,
        alternat=Alternat.FULL,
        cities=CityBook(),
        stamp=AT,
    )


def plain(run: int) -> str:
    """The same words as a plain Typst document: a heading, a grid and notes for each text.

    They are set in the same sizes and line pitches, and so fill nearly as many pages.
    """
    paper = compose(order(run))
    parts = [
        f"#set document(title: {quoted(paper.title)}, date: auto)",
        '#set page(paper: "a4", margin: (left: 30mm, top: 37mm, right: 26mm, bottom: 35mm),',
        f'  numbering: "1", header: align(right, {quoted(paper.symbol)}))',
        '#set text(font: ("Liberation Serif", "Noto Serif CJK SC"), top-edge: 0.8em,',
        "  bottom-edge: -0.2em)",
    ]
    for sheet in paper.sheets:
        cells = ", ".join(
            f"{quoted(row.time)}, {quoted(row.number + row.gap + row.text)}" for row in sheet.rows
        )
        signed = ", ".join(quoted(entry.label) for entry in sheet.signatures)
        size, pitch = SIZES[sheet.lang]
        parts += [
            f'#set text(lang: "{sheet.lang}", size: {size}pt)',
            f"#set par(leading: {pitch - size}pt, spacing: {pitch - size}pt)",
            f"#heading({quoted(' '.join(sheet.title))})",
            f"#par({quoted(sheet.date)})",
            f"#par({quoted(sheet.place)})",
            f"#grid(columns: (100pt, 1fr), row-gutter: {pitch - size}pt, {cells})",
            *(f"#par({quoted(note)})" for note in sheet.notes),
            f"#grid(columns: (1fr, 1fr), {signed})",
            "#pagebreak(weak: true)",
        ]
    return "\n".join(parts)


def quoted(text: str) -> str:
    """``text`` as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def timed(act: Callable[[int], object], run: int) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    act(run)
    return time.perf_counter() - start


def alternating(ours: Callable[[int], object], theirs: Callable[[int], object], runs: int) -> float:
    """Our median time over theirs, from ``runs`` pairs in turn after one pair to warm up."""
    ours(-1), theirs(-1)
    pairs = [(timed(ours, run), timed(theirs, run)) for run in range(runs)]
    mine = statistics.median(pair[0] for pair in pairs)
    other = statistics.median(pair[1] for pair in pairs)
    sys.stdout.write(f"  ours {mine * 1000:.0f} ms, plain Typst {other * 1000:.0f} ms\n")
    return mine / other


def run(command: list[str]) -> None:
    """One process, which must succeed."""
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def whole_processes(folder: Path, runs: int) -> dict[str, float]:
    """From the start of a process to its end, the paper on the disk."""
    database = folder / "register.db"
    with open_register(str(database)).unit_of_work() as uow:
        uow.for_writing()
        uow.consultations.add(meeting())
        uow.agendas.add(agenda())
        uow.commit()
    for kind, value in (("consultation", meeting()), ("agenda", agenda())):
        (folder / f"{kind}.json").write_text(codec.to_json(value), encoding="utf-8")
    (folder / "plain.typ").write_text(plain(0), encoding="utf-8")
    compiling = [sys.executable, "-c", PLAIN_PROCESS]
    compiling += [str(folder / "plain.typ"), str(folder / "plain.pdf")]
    setting = [sys.executable, "-c", OUR_PROCESS, str(folder)]
    exporting = [sys.executable, str(ROOT / "main.py"), "--database", str(database)]
    exporting += ["agenda", "export", "R3", "--copy", "cn", "--out", str(folder)]
    return {
        WHOLE: alternating(lambda _: run(setting), lambda _: run(compiling), runs),
        REGISTER: alternating(lambda _: run(exporting), lambda _: run(compiling), runs),
    }


def running_program(runs: int) -> float:
    """One paper after another in one process."""
    press = Press()
    compiler = typst.Compiler()
    documents = {run: plain(run).encode() for run in range(-1, runs)}
    orders = {run: order(run) for run in range(-1, runs)}

    def theirs(run: int) -> None:
        compiler.compile(
            documents[run], format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=run + 1
        )

    return alternating(lambda run: press.press(orders[run]), theirs, runs)


def main() -> int:
    """Print the ratios; the exit status tells whether the aims are reached."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    # As scripts/run and an installation have them.
    compile_catalogues(resource("locale"))
    with tempfile.TemporaryDirectory() as folder:
        found = whole_processes(Path(folder), runs)
    found[RUNNING] = running_program(runs)
    for name, ratio in found.items():
        aim = f" (aim: at most {AIMS[name]})" if name in AIMS else ""
        sys.stdout.write(f"{name}: {ratio:.2f} times plain Typst{aim}\n")
    return 0 if all(found[name] <= aim for name, aim in AIMS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
