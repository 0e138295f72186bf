"""Each part of the benchmarks runs to its end over a tiny school, so that none can rot unseen."""

import os
import subprocess
import sys

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.machine import ROOT

PATIENCE = 600
"""Seconds, for a machine that is busy: a dozen programs are started one after another."""
WAITS = ["helpdesk"]
"""Parts that wait for a minute of silence, beside the others."""


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("parts", [[one for one in PARTS if one not in WAITS], WAITS])
def test_every_part_measures_a_tiny_school(parts: list[str]) -> None:
    args = [sys.executable, "-m", "benchmarks", "--runs", "1", *parts]
    tiny = {**os.environ, "BENCHMARK_SIZE": "tiny"}

    ended = subprocess.run(args, cwd=ROOT, env=tiny, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "".join(f"{part} …\n" for part in parts))
    assert [part for part in parts if f"{part}: " not in ended.stdout] == []
