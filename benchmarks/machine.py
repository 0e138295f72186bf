"""Programs that are measured from outside: started, asked over HTTP, and stopped by their id."""

import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

ROOT: Final = Path(__file__).resolve().parent.parent
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_PATIENCE: Final = 600.0
_LOOK: Final = 0.01


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a program: byte code may be kept, as on any machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZVONOK_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"PYTHONPATH": str(ROOT)} | more


def warm_up() -> None:
    """Let Python compile what it imports once, as an installed program has it."""
    subprocess.run([sys.executable, "-c", "import bot.demo"], env=environment(), check=True)


def run_to_end(args: Sequence[str], env: Mapping[str, str]) -> None:
    """Run a Python program of ours that makes something; raise where it fails."""
    subprocess.run([sys.executable, *args], env=dict(env), cwd=ROOT, check=True)


@contextmanager
def program(
    *args: str, folder: Path, env: Mapping[str, str] | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """Run a Python program while the block runs, in a folder without a `.env`."""
    started = subprocess.Popen(
        [sys.executable, *args],
        cwd=folder,
        env=environment(**(env or {})),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.terminate()
        started.communicate(timeout=_PATIENCE)


def line_of(running: "subprocess.Popen[str]") -> str:
    """Return the next line that a program prints."""
    if running.stdout is None or not (line := running.stdout.readline()):
        raise RuntimeError(f"{running.args!r} said nothing and ended: {running.poll()}")
    return line.strip()


def cpu_of(pid: int) -> float:
    """Return the processor seconds that a process has used, its own and the system's for it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def mebibytes_of(pid: int) -> float:
    """Return the resident memory of a process now."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 2**20


def timed(args: Sequence[str], env: Mapping[str, str], folder: Path) -> tuple[float, float, float]:
    """Run to the end; return seconds by the wall clock, of the processor, and MiB at the most."""
    begun = time.monotonic()
    started = subprocess.Popen(
        [sys.executable, *args],
        cwd=folder,
        env=environment(**env),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak, ended, status, used = 0.0, 0, 0, None
    while not ended:
        peak = max(peak, _peak_of(started.pid))
        time.sleep(_LOOK)
        ended, status, used = os.wait4(started.pid, os.WNOHANG)
    took = time.monotonic() - begun
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode or used is None:
        raise RuntimeError(f"{args} ended with {started.returncode}")
    return took, used.ru_utime + used.ru_stime, peak


def _peak_of(pid: int) -> float:
    """Return the high-water mark of a process in MiB. `wait4` may tell the parent's."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0  # it has ended and is not waited for yet


def ask(address: str, path: str, content: object = None) -> Any:  # noqa: ANN401 - JSON
    """Ask a program that is measured; post where there is something to say."""
    host = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE)
    method = "GET" if content is None else "POST"
    host.request(method, path, None if content is None else json.dumps(content))
    answer = host.getresponse()
    body = answer.read()
    host.close()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {body[:300]!r}")
    return json.loads(body)


def describe() -> str:
    """Say on what this was measured."""
    return (
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, load before {os.getloadavg()[0]:.1f}"
    )


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
