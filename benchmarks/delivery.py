"""From a committed mark to the message at the Bot API, beside bare sends at the same pace."""

import json
from pathlib import Path
from typing import Final

from benchmarks.machine import ask, line_of, middle, program
from benchmarks.school import copy_of, families_of
from benchmarks.table import Line
from benchmarks.updates import BARE, OURS, settings_for

_PER_SECOND: Final = 20
_P50, _P99 = 0.3, 1.0
_TEXT: Final = "📘 Русский язык\n<b>5</b> — ответ на уроке, вес 1\nСредний балл: 4,25 → 4,38"
Waits = list[float]


def delivery(template: Path, folder: Path, runs: int) -> list[Line]:
    """Mark every family's child once, 20 a second, window 0, quiet hours off."""
    chats = [family.chat for family in families_of(template)]
    inside, outside, bare = list[Waits](), list[Waits](), list[Waits]()
    for number in range(runs):
        home = folder / f"delivery-{number}"
        inside.append(_inside(template, copy_of(template, home / "in"), chats))
        outside.append(_outside(template, copy_of(template, home / "out"), chats))
        bare.append(_bare(home, chats))
    return [
        *_lines("delivery: marks entered in the bot's process", inside, bare),
        *_lines("delivery: marks entered by another process", outside, bare),
    ]


def _inside(template: Path, database: Path, chats: list[int]) -> Waits:
    with program("-m", "benchmarks.peer", folder=database.parent) as peer:
        address = _peer_with(line_of(peer), OURS, chats)
        args = ("inside", str(database), str(template), address, OURS, str(_PER_SECOND))
        with program("-m", "benchmarks.marking", *args, folder=database.parent) as marking:
            return _waits(json.loads(line_of(marking)), address)


def _outside(template: Path, database: Path, chats: list[int]) -> Waits:
    with program("-m", "benchmarks.peer", folder=database.parent) as peer:
        address = _peer_with(line_of(peer), OURS, chats)
        env = settings_for(database, address)
        args = ("outside", str(database), str(template), address, OURS, str(_PER_SECOND))
        with program("-m", "bot", "run", folder=database.parent, env=env):
            ask(address, "/bench/polled", {"token": OURS})
            with program("-m", "benchmarks.marking", *args, folder=database.parent) as marking:
                committed = json.loads(line_of(marking))
                return _waits(committed, address)


def _bare(home: Path, chats: list[int]) -> Waits:
    job = home / "job.json"
    job.write_text(json.dumps({"chats": chats, "per_second": _PER_SECOND, "text": _TEXT}))
    with program("-m", "benchmarks.peer", folder=home) as peer:
        address = _peer_with(line_of(peer), BARE, chats)
        args = ("-m", "benchmarks.bare", "sends", address, BARE, str(job))
        with program(*args, folder=home) as bare:
            return _waits(json.loads(line_of(bare)), address)


def _peer_with(address: str, token: str, chats: list[int]) -> str:
    ask(address, "/bench/open", {"token": token, "chats": chats, "silent": True})
    return address


def _waits(begun: dict[str, float], address: str) -> Waits:
    """Return how long each message took; every one must have come."""
    came = ask(address, "/bench/arrivals", {"chats": len(begun)})
    return sorted(came[chat] - at for chat, at in begun.items())


def _lines(what: str, ours: list[Waits], bare: list[Waits]) -> list[Line]:
    found = []
    for share, goal in ((0.5, _P50), (0.99, _P99)):
        took, others = ([_share(run, share) for run in runs] for runs in (ours, bare))
        middle_took = middle(took)
        found.append(
            Line(
                f"{what}, p{share * 100:.0f} ms",
                _milliseconds(took),
                _milliseconds(others),
                f"{middle_took / middle(others):.1f} x bare's call to arrival",
                f"<= {goal * 1000:.0f} ms",
                met=middle_took <= goal,
            )
        )
    return found


def _share(waits: Waits, share: float) -> float:
    return waits[min(int(len(waits) * share), len(waits) - 1)]


def _milliseconds(values: list[float]) -> str:
    low, high = min(values) * 1000, max(values) * 1000
    return f"{middle(values) * 1000:.0f} ({low:.0f}–{high:.0f})"
