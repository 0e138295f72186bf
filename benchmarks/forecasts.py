"""The forecasts of a whole school: 1 200 pupils in 14 subjects, class by class, in one process.

`python -m benchmarks.forecasts FILE` makes them once over a file of `benchmarks.long_journal`.
"""

import asyncio
import sys
from pathlib import Path
from typing import Final

from benchmarks.long_journal import CLASSES, PUPILS, SUBJECTS, TODAY
from benchmarks.machine import environment, middle, run_to_end, timed
from benchmarks.school import settings_of
from benchmarks.table import Line, spread
from bot.composition.database import opened
from core.diary.forecast.foresee import Foresee

_FILE: Final = "quarter.db"
_SECONDS, _MEBIBYTES = 10.0, 300.0


def forecasts(_: Path, folder: Path, runs: int) -> list[Line]:
    """Foresee all of it, from the start of Python to its end."""
    path = folder / _FILE
    run_to_end(("-m", "benchmarks.long_journal", "quarter", str(path)), environment())
    args = ("-m", "benchmarks.forecasts", str(path))
    took = [timed(args, {}, folder) for _ in range(runs)]
    wall, memory = (middle([one[at] for one in took]) for at in (0, 2))
    what = f"forecasts: {CLASSES * PUPILS} pupils in {SUBJECTS} subjects"
    return [
        Line(
            f"{what}, s",
            spread([one[0] for one in took], "{:.2f}"),
            goal=f"<= {_SECONDS:.0f} s",
            met=wall <= _SECONDS,
        ),
        Line(f"{what}, processor s", spread([one[1] for one in took], "{:.2f}")),
        Line(
            f"{what}, MiB at most",
            spread([one[2] for one in took], "{:.0f}"),
            goal=f"<= {_MEBIBYTES:.0f} MiB",
            met=memory <= _MEBIBYTES,
        ),
    ]


async def _foresee(path: Path) -> int:
    made = 0
    async with opened(settings_of(path)) as store, store.reading() as tx:
        foresee = Foresee(tx.forecast, tx.regulations)
        (school,) = await tx.schools.all()
        for led in await tx.directory.classes_of(school.id):
            pupils = [child.pupil for child in await tx.directory.pupils_of(led.id)]
            found = await foresee(school.id, pupils, day=TODAY, today=TODAY)
            made += sum(one.forecast is not None for of in found.subjects.values() for one in of)
    return made


if __name__ == "__main__":
    if (made := asyncio.run(_foresee(Path(sys.argv[1])))) != CLASSES * PUPILS * SUBJECTS:
        raise SystemExit(f"only {made} forecasts were made")
