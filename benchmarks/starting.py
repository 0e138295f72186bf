"""How soon and how large: the command line, the idle bot, the demo; beside Python alone."""

import http.client
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from benchmarks.machine import ask, line_of, mebibytes_of, program, timed
from benchmarks.school import copy_of
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from benchmarks.updates import BARE, OURS, settings_for

_IDLE: Final = SIZE.idle
_HELP, _MEMORY, _DEMO = 0.5, 250.0, 15.0
_STATE: Final = "/page/state"


def starting(template: Path, folder: Path, runs: int) -> list[Line]:
    """Measure each; the command line, which is quick, some runs more."""
    several = max(runs, 3) * 2 + 1
    helped = [timed(("-m", "bot", "--help"), {}, folder)[:2] for _ in range(several)]
    typer = [timed(("-c", "import typer"), {}, folder)[:2] for _ in range(several)]
    alone = [timed(("-c", "pass"), {}, folder)[:2] for _ in range(several)]
    memory = [_idle(copy_of(template, folder / f"idle-{number}")) for number in range(runs)]
    bare = [_bare_idle(folder) for _ in range(runs)]
    return [
        _line("start: zvonok --help, s (bare: import typer)", helped, typer, 0, _HELP),
        _line("start: zvonok --help, processor s", helped, typer, 1, None),
        _line("start: zvonok --help, s (bare: python -c pass)", helped, alone, 0, None),
        _line("start: memory of zvonok run, idle, MiB", memory, bare, 0, _MEMORY, "{:.0f}"),
        *(_demos(folder, runs) if SIZE.is_judged else []),
    ]


def _demos(folder: Path, runs: int) -> list[Line]:
    demo = [_demo(folder / f"demo-{number}") for number in range(runs)]
    again = [_demo(folder / "demo-0") for _ in range(runs)]
    return [
        _line("start: zvonok demo to its page, first time, s", demo, [], 0, _DEMO, "{:.1f}"),
        _line("start: zvonok demo to its page, again, s", again, [], 0, _DEMO, "{:.1f}"),
    ]


def _line(
    what: str,
    ours: Sequence[tuple[float, ...]],
    bare: Sequence[tuple[float, ...]],
    at: int,
    goal: float | None,
    form: str = "{:.2f}",
) -> Line:
    took = [one[at] for one in ours]
    met = None if goal is None else sorted(took)[len(took) // 2] <= goal
    beside = spread([one[at] for one in bare], form) if bare else ""
    return Line(what, spread(took, form), beside, "", f"<= {goal:g}" if goal else "", met)


def _idle(database: Path) -> tuple[float, ...]:
    with program("-m", "benchmarks.peer", folder=database.parent) as peer:
        address = line_of(peer)
        env = settings_for(database, address)
        with program("-m", "bot", "run", folder=database.parent, env=env) as bot:
            ask(address, "/bench/polled", {"token": OURS})
            time.sleep(_IDLE)
            return (mebibytes_of(bot.pid),)


def _bare_idle(folder: Path) -> tuple[float, ...]:
    with program("-m", "benchmarks.peer", folder=folder) as peer:
        address = line_of(peer)
        args = ("-m", "benchmarks.bare", "idle", address, BARE)
        with program(*args, folder=folder) as bot:
            ask(address, "/bench/polled", {"token": BARE})
            time.sleep(_IDLE)
            return (mebibytes_of(bot.pid),)


def _demo(data: Path) -> tuple[float, ...]:
    begun = time.monotonic()
    args = ("-m", "bot", "demo", "--no-browser", "--port", "0", "--data", str(data))
    with program(*args, folder=data.parent) as demo:
        host = http.client.HTTPConnection(urlsplit(line_of(demo)).netloc, timeout=30)
        host.request("GET", _STATE)
        answer = host.getresponse()
        answer.read()
        took = time.monotonic() - begun
        host.close()
    if answer.status != 200:
        raise RuntimeError(f"{_STATE}: {answer.status}")
    return (took,)
