"""Pictures and files of a pupil: how long each takes, and how long the event loop stops for it."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from benchmarks import papers_views as views
from benchmarks.machine import middle
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from bot.documents.bench import make
from bot.documents.workshop import OtherProcess
from bot.screens.parts.enclosure import Paper

_PAPERS: Final[tuple[tuple[str, Paper, Callable[[], Any], float], ...]] = (
    ("chart of marks (PNG)", Paper.CHART, views.chart, 150),
    ("attendance calendar (PNG)", Paper.ATTENDANCE, views.attendance, 150),
    ("report card (PDF)", Paper.REPORT_CARD, views.report_card, 200),
    ("calendar (ICS)", Paper.AGENDA, views.agenda, 200),
)
_TIMES: Final = SIZE.papers
_TURN: Final = 0.001


def pictures(_: Path, __: Path, runs: int) -> list[Line]:
    """Make each paper in the workshop of a running program, again and again."""
    return asyncio.run(_pictures(runs * _TIMES))


async def _pictures(times: int) -> list[Line]:
    workshop = OtherProcess()
    try:
        begun = time.perf_counter()
        await workshop(Paper.CHART, views.chart(), "ru")
        first = (time.perf_counter() - begun) * 1000
        lines = [
            Line("pictures: the first one, with the process that makes it, ms", f"{first:.0f}")
        ]
        for what, paper, view, goal in _PAPERS:
            lines += await _measured(workshop, what, paper, view(), goal, times)
        return lines
    finally:
        await workshop.close()


async def _measured(
    workshop: OtherProcess, what: str, paper: Paper, view: object, goal: float, times: int
) -> list[Line]:
    await workshop(paper, view, "ru")  # what it needs is imported with the first of its kind
    took, stops = list[float](), list[float]()
    for _ in range(times):
        begun = time.perf_counter()
        making = asyncio.create_task(workshop(paper, view, "ru"))
        stops.append(await _longest_stop(making))
        took.append((time.perf_counter() - begun) * 1000)
    met = middle(took) <= goal
    return [
        Line(f"pictures: {what}, ms", spread(took, "{:.0f}"), goal=f"<= {goal:g}", met=met),
        Line(f"pictures: {what}, processor ms", spread(_processor(paper, view, times), "{:.0f}")),
        Line(f"pictures: {what}, the loop stood still, ms", spread(stops, "{:.1f}")),
    ]


def _processor(paper: Paper, view: object, times: int) -> list[float]:
    """Return what making the paper costs a processor, here and not in the workshop."""
    make(paper, view, "ru")
    took = list[float]()
    for _ in range(times):
        begun = time.process_time()
        make(paper, view, "ru")
        took.append((time.process_time() - begun) * 1000)
    return took


async def _longest_stop(making: "asyncio.Task[object]") -> float:
    """Return for how long at most the loop did nothing else, in milliseconds."""
    longest = 0.0
    while not making.done():
        begun = time.perf_counter()
        await asyncio.sleep(_TURN)
        longest = max(longest, time.perf_counter() - begun - _TURN)
    return longest * 1000
