"""A broadcast to 1 200 adults: its turn, its pace, no 429, and answers to persons under it.

`zvonok run`, the sandbox with Telegram's limits, and who sends are processes of their own.
"""

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import ask, cpu_of, line_of, middle, program
from benchmarks.school import copy_of, families_of
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from benchmarks.updates import OURS, settings_for

_SHARE: Final = 0.95
_GOAL: Final = 2.0
_NOISE: Final = 0.01
"""Seconds below which two waits are the same: a person notices a tenth of one."""
_ASKED_A_SECOND: Final = 4
_ALONE: Final = 20.0 if SIZE.is_judged else 2.0
_WARM: Final = 3.0 if SIZE.is_judged else 1.0
_STEP: Final = 5.0 if SIZE.is_judged else 1.0
_LONGEST: Final = 300.0


@dataclass(frozen=True, slots=True)
class Went:
    """One run: waits in seconds; the broadcast's turn and its way to all; the bot's processor."""

    alone: list[float]
    under: list[float]
    turn: float
    seconds: float
    busy: float
    adults: int
    endings: dict[str, int]
    refused: int


def broadcast(template: Path, folder: Path, runs: int) -> list[Line]:
    """Send to every guardian of the school while others ask for their marks."""
    went = [
        _went(copy_of(template, folder / f"broadcast-{number}"), template)
        for number in range(runs)
    ]
    alone, under = [_p95(one.alone) for one in went], [_p95(one.under) for one in went]
    ratio = middle(under) / max(middle(alone), _NOISE)
    refused = sum(one.refused for one in went)
    told = went[0].endings.get("delivered", 0)
    return [
        Line("broadcast: the turn that sends it, s", spread([one.turn for one in went], "{:.2f}")),
        Line(
            "broadcast: delivered to adults; seconds",
            f"{told} of {went[0].adults}; {spread([one.seconds for one in went], '{:.0f}')}",
            goal="all",
            met=all(one.endings == {"delivered": one.adults} for one in went),
        ),
        Line(
            "broadcast: processor of the bot under it, of one core",
            spread([one.busy for one in went], "{:.2f}"),
        ),
        Line("broadcast: 429 of the sandbox", str(refused), goal="0", met=refused == 0),
        Line(
            "broadcast: answers to persons under it, p95 ms",
            spread([one * 1000 for one in under], "{:.0f}"),
            spread([one * 1000 for one in alone], "{:.0f}"),
            f"{ratio:.1f} x without it",
            f"<= {_GOAL} x",
            met=ratio <= _GOAL,
        ),
    ]


def _went(database: Path, template: Path) -> Went:
    home, sender = database.parent, ("-m", "benchmarks.broadcasting")
    with program(*sender, "prepare", str(database), str(template), folder=home) as prepared:
        chats: list[int] = json.loads(line_of(prepared))
    askers = [family.chat for family in families_of(template)]
    with program("-m", "benchmarks.peer", "limits", folder=home) as peer:
        address = line_of(peer)
        ask(address, "/bench/open", {"token": OURS, "chats": chats, "silent": True})
        env = settings_for(database, address)
        with program("-m", "bot", "run", folder=home, env=env) as bot:
            ask(address, "/bench/polled", {"token": OURS})
            _waits(address, askers, _WARM)
            alone = _waits(address, askers, _ALONE)
            begun, before = time.monotonic(), cpu_of(bot.pid)
            with program(*sender, "send", str(database), folder=home) as sending:
                turn = float(line_of(sending))
            sent, under = time.monotonic(), list[float]()
            while not (last := ended(database)) and time.monotonic() < sent + _LONGEST:
                under += _waits(address, askers, _STEP)
            seconds = last - sent if last else _LONGEST
            busy = (cpu_of(bot.pid) - before) / (time.monotonic() - begun)
        refused = ask(address, "/bench/refused")["refused"]
    endings = _endings(database)
    return Went(alone, under, turn, seconds, busy, len(chats), endings, refused)


def _waits(address: str, chats: list[int], seconds: float) -> list[float]:
    asked = {"token": OURS, "chats": chats, "a_second": _ASKED_A_SECOND, "seconds": seconds}
    waits: list[float] = ask(address, "/bench/ask", asked)["waits"]
    return waits


def ended(database: Path) -> float | None:
    """Return when the last notice had its ending, or None where some still wait."""
    with closing(_reading(database)) as rows:
        (left,) = rows.execute("SELECT count(*) FROM outbox WHERE state != 'ended'").fetchone()
    return None if left else time.monotonic()


def _endings(database: Path) -> dict[str, int]:
    asked = "SELECT ending, count(*) FROM outbox WHERE kind = 'broadcast' GROUP BY ending"
    with closing(_reading(database)) as rows:
        found: list[tuple[Any, int]] = rows.execute(asked).fetchall()
    return {str(ending): number for ending, number in found}


def _reading(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def _p95(waits: list[float]) -> float:
    ordered = sorted(waits)
    return ordered[min(int(len(ordered) * _SHARE), len(ordered) - 1)]
