"""`python -m benchmarks [NAME ...] [--runs N]`: measure all or some parts; print one table."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.broadcast import broadcast
from benchmarks.delivery import delivery
from benchmarks.forecasts import forecasts
from benchmarks.helpdesk import helpdesk
from benchmarks.importing import imports
from benchmarks.machine import ROOT, describe, environment, warm_up
from benchmarks.pictures import pictures
from benchmarks.reports import reports
from benchmarks.screens import screens
from benchmarks.size import SIZE
from benchmarks.starting import starting
from benchmarks.table import Line, show
from benchmarks.updates import updates

PARTS: Final[dict[str, Callable[[Path, Path, int], list[Line]]]] = {
    "start": starting,
    "import": imports,
    "updates": updates,
    "delivery": delivery,
    "pictures": pictures,
    "forecasts": forecasts,
    "screens": screens,
    "reports": reports,
    "broadcast": broadcast,
    "helpdesk": helpdesk,
}
_NEEDS_NO_SCHOOL: Final = {"reports", "import", "forecasts", "screens", "pictures"}


def main() -> int:
    """Measure and print; 1 where a goal was missed."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    asked.add_argument("--runs", type=int, default=3, help="of which the median is told")
    given = asked.parse_args()
    if unknown := set(given.names) - set(PARTS):
        asked.error(f"unknown: {', '.join(sorted(unknown))}")
    names = given.names or list(PARTS)
    title, lines = describe(), list[Line]()
    with tempfile.TemporaryDirectory(prefix="zvonok-benchmarks-") as made:
        folder = Path(made)
        if SIZE.is_judged:
            warm_up()
        template = folder / "template"
        if set(names) - _NEEDS_NO_SCHOOL:
            _make_school(template)
        for name in names:
            print(f"{name} …", file=sys.stderr, flush=True)
            own = folder / name
            own.mkdir()
            lines += PARTS[name](template, own, given.runs)
    show(title, lines)
    return int(SIZE.is_judged and any(line.met is False for line in lines))


def _make_school(template: Path) -> None:
    template.mkdir()
    args = [sys.executable, "-m", "benchmarks.school", str(template)]
    subprocess.run(args, env=environment(), cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
