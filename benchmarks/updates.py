"""Taps on the diary handled per second, against a bare aiogram that makes the same two calls."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.families import NOW
from benchmarks.machine import ask, cpu_of, line_of, middle, program
from benchmarks.school import SECRET, copy_of, families_of
from benchmarks.size import SIZE
from benchmarks.table import Line, spread

OURS, BARE = "42:OURS", "43:BARE"
_TAPS: Final = SIZE.diary_taps
_WARM: Final = SIZE.warming_taps
_AT_ONCE: Final = SIZE.chats_at_once
_GOAL: Final = 0.4


@dataclass(frozen=True, slots=True)
class Went:
    """One run: taps a second, and processor milliseconds for each, of the bot and of the peer."""

    rate: float
    cpu: float
    peer: float
    p50: float
    p99: float


def updates(template: Path, folder: Path, runs: int) -> list[Line]:
    """Run ours and the bare one in turn, each against a fresh peer; ours over a fresh database."""
    chats = [family.chat for family in families_of(template)]
    screens = folder / "screens.json"
    ours, bare = list[Went](), list[Went]()
    for number in range(runs):
        ours.append(_ours(copy_of(template, folder / f"updates-{number}"), chats, screens))
        bare.append(_bare(chats, screens))
    return _lines(ours, bare)


def _ours(database: Path, chats: list[int], screens: Path) -> Went:
    with program("-m", "benchmarks.peer", folder=database.parent) as peer:
        address = line_of(peer)
        env = settings_for(database, address) | {"ZVONOK_MESSAGES_PER_SECOND": "1000"}
        with program("-m", "bot", "run", folder=database.parent, env=env) as bot:
            went = _measured(address, OURS, chats, bot.pid)
            shown = ask(address, f"/bench/screens?token={OURS}")
            screens.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
            return went


def _bare(chats: list[int], screens: Path) -> Went:
    with program("-m", "benchmarks.peer", folder=screens.parent) as peer:
        address = line_of(peer)
        args = ("-m", "benchmarks.bare", "taps", address, BARE, str(screens))
        with program(*args, folder=screens.parent) as bot:
            return _measured(address, BARE, chats, bot.pid)


def _measured(address: str, token: str, chats: list[int], pid: int) -> Went:
    ask(address, "/bench/open", {"token": token, "chats": chats})
    ask(address, "/bench/tap", {"token": token, "taps": _WARM + 1, "at_once": _AT_ONCE})
    time.sleep(1.0)
    before = cpu_of(pid)
    went = ask(address, "/bench/tap", {"token": token, "taps": _TAPS, "at_once": _AT_ONCE})
    used = (cpu_of(pid) - before) * 1000 / _TAPS
    peer = went["peer_cpu"] * 1000 / _TAPS
    return Went(_TAPS / went["seconds"], used, peer, went["p50"], went["p99"])


def settings_for(database: Path, address: str, token: str = OURS) -> dict[str, str]:
    """Return the environment of `zvonok run` over a database, against a peer."""
    return {
        "ZVONOK_BOT_TOKEN": token,
        "ZVONOK_TELEGRAM_API_URL": address,
        "ZVONOK_DATABASE_URL": f"sqlite:///{database}",
        "ZVONOK_CLOCK": NOW,
        "ZVONOK_SECRET": SECRET,
        "ZVONOK_CORRECTION_WINDOW": "0",
        "ZVONOK_QUIET_HOURS": "off",
        "ZVONOK_LOG_LEVEL": "WARNING",
    }


def _lines(ours: list[Went], bare: list[Went]) -> list[Line]:
    ratios = [one.rate / other.rate for one, other in zip(ours, bare, strict=True)]
    ratio = middle([one.rate for one in ours]) / middle([one.rate for one in bare])
    cpu = middle([one.cpu for one in bare]) / middle([one.cpu for one in ours])
    return [
        Line(
            "updates: diary taps handled a second",
            spread([one.rate for one in ours], "{:.0f}"),
            spread([one.rate for one in bare], "{:.0f}"),
            f"{ratio:.2f} (pairs: {', '.join(f'{one:.2f}' for one in ratios)})",
            f"ratio >= {_GOAL}",
            met=ratio >= _GOAL,
        ),
        Line(
            "updates: processor of the bot for one tap, ms",
            spread([one.cpu for one in ours], "{:.2f}"),
            spread([one.cpu for one in bare], "{:.2f}"),
            f"{cpu:.2f} of bare's taps for the same processor time",
        ),
        Line(
            "updates: processor of the peer for one tap, ms",
            spread([one.peer for one in ours], "{:.2f}"),
            spread([one.peer for one in bare], "{:.2f}"),
        ),
        Line(
            "updates: tap to both answers, p50 / p99 ms",
            _waits(ours),
            _waits(bare),
        ),
    ]


def _waits(runs: list[Went]) -> str:
    halves, tails = [one.p50 * 1000 for one in runs], [one.p99 * 1000 for one in runs]
    return f"{middle(halves):.0f} / {middle(tails):.0f}"
