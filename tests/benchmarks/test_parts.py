"""Each part of the benchmarks runs to its end over a tiny school, so that none can rot unseen."""

import os
import subprocess
import sys

import pytest

from benchmarks.__main__ import PARTS
from benchmarks.machine import ROOT

PATIENCE = 600
"""Seconds, for a machine that is busy: a dozen programs are started one after another."""


@pytest.mark.timeout(PATIENCE)
def test_every_part_measures_a_tiny_school() -> None:
    args = [sys.executable, "-m", "benchmarks", "--runs", "1", *PARTS]
    tiny = {**os.environ, "BENCHMARK_SIZE": "tiny"}

    ended = subprocess.run(args, cwd=ROOT, env=tiny, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "".join(f"{part} …\n" for part in PARTS))
    assert [part for part in PARTS if f"{part}: " not in ended.stdout] == []
