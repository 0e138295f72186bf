"""What is printed: one line for a number, ours and the bare program's beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Line:
    """A number as it was measured; `met` says whether the goal was, where there is one."""

    what: str
    ours: str
    bare: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


def spread(values: Sequence[float], form: str) -> str:
    """Return the median, with the least and the most of several runs."""
    middle = form.format(median(values))
    if len(values) == 1:
        return middle
    return f"{middle} ({form.format(min(values))}–{form.format(max(values))})"


def show(title: str, lines: Sequence[Line]) -> None:
    """Print the table."""
    table = Table(title=title, show_lines=True)
    for name in ("what", "ours", "bare", "ratio", "goal", ""):
        table.add_column(name, overflow="fold")
    for one in lines:
        met = {True: "met", False: "MISSED", None: ""}[one.met]
        table.add_row(one.what, one.ours, one.bare, one.ratio, one.goal, met)
    Console(width=150).print(table)
