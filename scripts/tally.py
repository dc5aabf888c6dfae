"""Adds up one run of scripts/test: prints "N passed, N failed" and fails if anything did.

Each test counts one, and so does each check that is no test (lint, types, floors ...).
"""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET


def tests(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests of one JUnit report."""
    # Safe to parse: our own pytest has just written it.
    suites = list(ET.parse(report).getroot().iter("testsuite"))  # noqa: S314

    def total(key: str) -> int:
        return sum(int(suite.get(key, 0)) for suite in suites)

    failed = total("failures") + total("errors")
    return total("tests") - failed - total("skipped"), failed, total("skipped")


def main(folder: Path) -> int:
    """Print the closing line; the exit code is 1 if any test or check failed."""
    passed = failed = skipped = 0
    reports = sorted(folder.glob("*.xml"))
    for report in reports:
        counts = tests(report)
        passed, failed, skipped = (passed + counts[0], failed + counts[1], skipped + counts[2])
    for line in (folder / "summary").read_text(encoding="utf-8").splitlines():
        outcome, name = line.split(maxsplit=1)
        is_test_run = any(name.startswith(f"{report.stem} (") for report in reports)
        if outcome == "ok" and not is_test_run:
            passed += 1
        elif outcome != "ok" and not (is_test_run and failed):
            failed += 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
