"""`zvonok import` of the sample bundle and of one twenty times its size, beside a bare reader."""

from pathlib import Path
from typing import Final

from benchmarks.machine import ROOT, middle, timed
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from benchmarks.twentyfold import write_many

_SAMPLE: Final = ROOT / "bot" / "school"
_TIMES: Final = SIZE.copies
_GOAL: Final = 5.0
Took = tuple[float, float, float]


def imports(_: Path, folder: Path, runs: int) -> list[Line]:
    """Import each bundle into new databases: wall, processor and memory of the whole command."""
    large = folder / "large"
    rows = write_many(_SAMPLE, large, _TIMES)
    small = [_import(_SAMPLE, folder / f"small-{number}.db") for number in range(runs)]
    bare = [_bare(_SAMPLE, folder / f"bare-{number}.db") for number in range(runs)]
    big = [_import(large, folder / f"large-{number}.db") for number in range(runs)]
    bare_big = [_bare(large, folder / f"bare-large-{number}.db") for number in range(runs)]
    # Of the processor, which other programs on the machine hardly change.
    used, used_big = (middle([one[1] for one in took]) for took in (small, big))
    times = used_big / used
    return [
        *_lines("import: sample bundle", small, bare, f"<= {_GOAL:.0f} s", met=used <= _GOAL),
        *_lines(
            f"import: {_TIMES} times as large ({rows} rows)",
            big,
            bare_big,
            f"<= {_TIMES} x the sample",
            met=times <= _TIMES,
            note=f"{times:.1f} x the sample",
        ),
    ]


def _import(bundle: Path, database: Path) -> Took:
    env = {"ZVONOK_DATABASE_URL": f"sqlite:///{database}"}
    return timed(("-m", "bot", "import", str(bundle)), env, database.parent)


def _bare(bundle: Path, database: Path) -> Took:
    return timed(("-m", "benchmarks.bare_import", str(bundle), str(database)), {}, database.parent)


def _lines(
    what: str, ours: list[Took], bare: list[Took], goal: str, *, met: bool, note: str = ""
) -> list[Line]:
    ratio = middle([one[1] for one in ours]) / middle([one[1] for one in bare])
    said = f"{ratio:.1f} x bare" + (f"; {note}" if note else "")

    def column(took: list[Took], at: int, form: str) -> str:
        return spread([one[at] for one in took], form)

    return [
        Line(f"{what}, s", column(ours, 0, "{:.2f}"), column(bare, 0, "{:.2f}")),
        Line(
            f"{what}, processor s",
            column(ours, 1, "{:.2f}"),
            column(bare, 1, "{:.2f}"),
            said,
            goal,
            met,
        ),
        Line(f"{what}, MiB at most", column(ours, 2, "{:.0f}"), column(bare, 2, "{:.0f}")),
    ]
