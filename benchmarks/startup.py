"""Cold start of the program next to a bare QMainWindow: time to first painted data, and memory.

    xvfb-run -a -s "-screen 0 1280x800x24" .venv/bin/python benchmarks/startup.py

Both are started as whole processes, in turn, in one run; the program opens a
register of 10,000 consultations on its first screen: once as if it had never
seen it, once as it usually does, with what it kept of the first screen (shown
only if the journal's last entry is still the same; see docs/decisions). Time
is from the moment the process is begun until the first painting is on the
screen; memory is the resident set half a second later, the register opened
and read. Prints medians and their ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AIM_TIME, AIM_MEMORY = 3.0, 2.5
WHAT = {
    "bare": "bare QMainWindow",
    "first": "program, register never seen before",
    "again": "program, register unchanged since last time",
}

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{probe}
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("data"))
window.resize(1280, 800)
probe = Probe(window.centralWidget())
window.show()
app.exec()
"""

OURS = """
import sys, time
sys.path.insert(0, {root!r})
import main
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
{probe}
from consultations_gui.ui.main_window import MainWindow
shown = MainWindow.show
def show(window):
    window.probe = Probe(window.stage.view)
    shown(window)
MainWindow.show = show
sys.exit(main.main(["--database", {database!r}, "--lang", "zh", "gui"]))
"""

PROBE = '''
class Probe(QObject):
    """Tells when the first painting of a widget is through."""

    def __init__(self, widget):
        super().__init__()
        self.painted = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = -1.0
            QTimer.singleShot(0, self.done)
        return False

    def done(self):
        self.painted = time.clock_gettime(time.CLOCK_MONOTONIC)
        QTimer.singleShot(500, self.tell)

    def tell(self):
        with open("/proc/self/status") as status:
            rss = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        sys.stdout.write('{"painted": %r, "rss_kb": %d}\\n' % (self.painted, rss))
        sys.stdout.flush()
        QApplication.closeAllWindows()
        QApplication.instance().quit()
'''


@dataclass(frozen=True)
class Start:
    """One start: seconds to the first painting, resident kilobytes after it."""

    seconds: float
    rss_kb: int


def start(script: str, home: Path) -> Start:
    """Start a process that runs ``script`` and reads what it tells of itself."""
    environment = {**os.environ, "HOME": str(home)}
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"the process told nothing:\n{done.stdout}\n{done.stderr}")
    told = json.loads(lines[-1])
    return Start(told["painted"] - begun, told["rss_kb"])


def main() -> int:
    """Measure, print, and exit 1 if an aim is missed and ``--strict`` is given."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--strict", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        database = home / "register.db"
        fill(database, chosen.count)
        bare = BARE.format(probe=PROBE)
        ours = OURS.format(probe=PROBE, root=str(ROOT), database=str(database))
        for script in (bare, ours):
            start(script, home)  # once for the disk's cache and compiled modules
        starts: dict[str, list[Start]] = {"bare": [], "first": [], "again": []}
        for _ in range(chosen.runs):
            starts["bare"].append(start(bare, home))
            forget(home)
            starts["first"].append(start(ours, home))
            starts["again"].append(start(ours, home))
    return report(starts, strict=chosen.strict)


def forget(home: Path) -> None:
    """Take away what the program kept of its last first screen, as on a new computer."""
    for kept in home.glob(".cache/consultations/first-sight-*.json"):
        kept.unlink()


def fill(database: Path, count: int) -> None:
    """A register with an office and ``count`` consultations, most of them long held."""
    code = (
        "import sys; sys.path.insert(0, {root!r})\n"
        "import main\n"
        "from benchmarks.register import fill\n"
        "from consultations_gui.application import offices\n"
        "from consultations_gui.domain.parties import Side\n"
        "from db import open_register\n"
        "context = main.Adapters().context({database!r})\n"
        "offices.init(context, Side.CN, '中方秘书处', 'Секретариат КНР')\n"
        "with open_register({database!r}) as register:\n"
        "    fill(register, {count})\n"
    )
    script = code.format(root=str(ROOT), database=str(database), count=count)
    subprocess.run([sys.executable, "-c", script], check=True)


def report(starts: dict[str, list[Start]], *, strict: bool) -> int:
    """Print medians and ratios; 1 if ``strict`` and the usual start misses an aim."""
    seconds = {n: statistics.median(s.seconds for s in runs) for n, runs in starts.items()}
    memory = {n: statistics.median(s.rss_kb for s in runs) / 1024 for n, runs in starts.items()}
    for name, what in WHAT.items():
        print(
            f"{what:46} {seconds[name] * 1000:6.0f} ms {memory[name]:6.1f} MB"
            f"   time {seconds[name] / seconds['bare']:.2f} x"
            f"   memory {memory[name] / memory['bare']:.2f} x"
        )
    print(f"aims: time <= {AIM_TIME} x, memory <= {AIM_MEMORY} x")
    missed = (
        seconds["again"] / seconds["bare"] > AIM_TIME
        or memory["again"] / memory["bare"] > AIM_MEMORY
    )
    return int(strict and missed)


if __name__ == "__main__":
    sys.exit(main())
