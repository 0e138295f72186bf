"""A broadcast to 1 200 adults: its turn, its pace, no 429, and answers to persons under it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import ROOT, environment, middle
from benchmarks.school import copy_of
from benchmarks.table import Line, spread

_SHARE: Final = 0.95
_GOAL: Final = 2.0
_NOISE: Final = 0.01
"""Seconds below which two waits are the same: a person notices a tenth of one."""


def broadcast(template: Path, folder: Path, runs: int) -> list[Line]:
    """Send to every guardian of the school while others ask for their marks."""
    went = [
        _went(copy_of(template, folder / f"broadcast-{number}"), template)
        for number in range(runs)
    ]
    alone = [_p95(one["alone"]) for one in went]
    under = [_p95(one["under"]) for one in went]
    ratio = middle(under) / max(middle(alone), _NOISE)
    refused = sum(one["refused"] for one in went)
    told = [f"{one['delivered']} of {one['adults']}" for one in went]
    return [
        Line(
            "broadcast: the turn that sends it, s", spread([one["turn"] for one in went], "{:.2f}")
        ),
        Line(
            "broadcast: delivered to adults; seconds",
            f"{told[0]}; {spread([one['seconds'] for one in went], '{:.0f}')}",
            goal="all",
            met=all(one["delivered"] == one["adults"] for one in went),
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


def _went(database: Path, template: Path) -> dict[str, Any]:
    args = [sys.executable, "-m", "benchmarks.broadcasting", str(database), str(template)]
    done = subprocess.run(args, env=environment(), cwd=ROOT, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def _p95(waits: list[float]) -> float:
    ordered = sorted(waits)
    return ordered[min(int(len(ordered) * _SHARE), len(ordered) - 1)]
