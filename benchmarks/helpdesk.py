"""From the asker's last word to the consultant's chat, alone and 200 at once; silence passed on.

`zvonok run`, and the sandbox with Telegram's limits, are processes of their own.
"""

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.broadcast import ended
from benchmarks.machine import ask, line_of, middle, program
from benchmarks.school import copy_of, families_of
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from benchmarks.updates import BARE, OURS, settings_for

_CONSULTANTS: Final = 4
_FIRST_HELPER: Final = 4_000_000
_A_SECOND: Final = 2
"""Fewer than one a second for each consultant, which is what a chat takes for long."""
_ALL_AT_ONCE: Final = 0
_PATIENT, _SHORT = 30, 1
"""Minutes until silence passes a request on: out of the way, and as few as a school can say."""
_CARD: Final = 1.0
_LATE: Final = 60.0
_SEEN: Final = """
    SELECT count(*), count(DISTINCT ticket_id), count(DISTINCT owner_id)
    FROM ticket_owners WHERE owner_kind = 'consultant'
"""

_QUIET: Final = {"ZVONOK_LOG_LEVEL": "ERROR"}
"""On a busy machine a tick that takes long is warned of."""
_LOOK: Final = 0.2
_SETTLED: Final = 60.0

Seconds = list[float]


@dataclass(frozen=True, slots=True)
class Went:
    """One run, in seconds: cards and promises of single requests, and of many at once.

    `owners` counts the owners that requests had, the requests, and the consultants among them.
    `late` is how long after the limit silent ones were at the next consultant's.
    """

    cards: Seconds
    promises: Seconds
    many_cards: Seconds
    many_promises: Seconds
    owners: tuple[int, int, int]
    late: Seconds
    refused: int


def helpdesk(template: Path, folder: Path, runs: int) -> list[Line]:
    """Ask one after another, then all at once; then ask those who keep silent."""
    chats = [family.chat for family in families_of(template)]
    ours, bare = list[Went](), list[Seconds]()
    for number in range(runs):
        ours.append(_went(template, folder / f"helpdesk-{number}", chats))
        bare.append(_bare(folder / f"bare-{number}", chats))
    return [*_of_single(ours, bare), *_of_many(ours), _of_silence(ours)]


def _went(template: Path, home: Path, chats: list[int]) -> Went:
    single, many = SIZE.single_questions, SIZE.questions_at_once
    database = copy_of(template, home / "asked")
    helpers = _prepared(database, _PATIENT)
    with program("-m", "benchmarks.peer", "limits", folder=home) as peer:
        address = _opened(line_of(peer), OURS, chats, helpers)
        env = settings_for(database, address) | _QUIET
        with program("-m", "bot", "run", folder=home, env=env):
            ask(address, "/bench/polled", {"token": OURS})
            one = _asked(address, chats[:single], helpers, _A_SECOND)
            all_at_once = _asked(address, chats[single : single + many], helpers, _ALL_AT_ONCE)
            _until_settled(database)
        refused = int(ask(address, "/bench/refused")["refused"])
    late, refused_too = _silent(template, home, chats[: SIZE.silent_questions])
    return Went(
        one["cards"],
        one["promises"],
        all_at_once["cards"],
        all_at_once["promises"],
        _owners(database),
        late,
        refused + refused_too,
    )


def _silent(template: Path, home: Path, chats: list[int]) -> tuple[Seconds, int]:
    """Return how late requests were passed on that nobody answers, and how many met a 429."""
    database = copy_of(template, home / "silent")
    helpers = _prepared(database, _SHORT)
    with program("-m", "benchmarks.peer", "limits", folder=home) as peer:
        address = _opened(line_of(peer), OURS, chats, helpers)
        env = settings_for(database, address) | _QUIET
        with program("-m", "bot", "run", folder=home, env=env):
            ask(address, "/bench/polled", {"token": OURS})
            _asked(address, chats, helpers, _A_SECOND)
            passed: Seconds = ask(address, "/bench/passed", {"chats": chats})
            _until_settled(database)
        refused = int(ask(address, "/bench/refused")["refused"])
    return [after - _SHORT * 60 for after in passed], refused


def _bare(home: Path, chats: list[int]) -> Seconds:
    home.mkdir()
    helpers = [_FIRST_HELPER + number for number in range(_CONSULTANTS)]
    job = home / "job.json"
    job.write_text(json.dumps({"helpers": helpers}))
    asking = chats[: SIZE.single_questions]
    with program("-m", "benchmarks.peer", "limits", folder=home) as peer:
        address = _opened(line_of(peer), BARE, asking, helpers)
        args = ("-m", "benchmarks.bare", "forwards", address, BARE, str(job))
        with program(*args, folder=home):
            ask(address, "/bench/polled", {"token": BARE})
            wanted = {"token": BARE, "chats": asking, "helpers": helpers, "a_second": _A_SECOND}
            went: dict[str, Seconds] = ask(address, "/bench/forwards", wanted)
    return went["cards"]


def _prepared(database: Path, minutes: int) -> list[int]:
    args = ("-m", "benchmarks.consultants", str(database), str(_CONSULTANTS), str(minutes))
    with program(*args, folder=database.parent) as preparing:
        chats: list[int] = json.loads(line_of(preparing))
        preparing.wait()
    return chats


def _opened(address: str, token: str, chats: list[int], helpers: list[int]) -> str:
    everybody = [*chats, *helpers]
    ask(address, "/bench/open", {"token": token, "chats": everybody, "silent": True})
    return address


def _asked(address: str, chats: list[int], helpers: list[int], pace: int) -> dict[str, Seconds]:
    wanted = {"token": OURS, "chats": chats, "helpers": helpers, "a_second": pace}
    went: dict[str, Seconds] = ask(address, "/bench/asks", wanted)
    return went


def _until_settled(database: Path) -> None:
    """Let the bot end what it has begun, but not for ever; it is stopped next."""
    until = time.monotonic() + _SETTLED
    while ended(database) is None and time.monotonic() < until:
        time.sleep(_LOOK)


def _owners(database: Path) -> tuple[int, int, int]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as rows:
        found: tuple[Any, Any, Any] = rows.execute(_SEEN).fetchone()
    return int(found[0]), int(found[1]), int(found[2])


def _of_single(ours: list[Went], bare: list[Seconds]) -> list[Line]:
    found = []
    for share in (0.5, 0.99):
        took = [_share(one.cards, share) for one in ours]
        others = [_share(one, share) for one in bare]
        found.append(
            Line(
                f"helpdesk: the asker's tap to the card at the consultant, p{share * 100:.0f} ms",
                _milliseconds(took),
                _milliseconds(others),
                f"{middle(took) / middle(others):.1f} x a forward",
                f"<= {_CARD * 1000:.0f} ms",
                met=middle(took) <= _CARD,
            )
        )
    promised = [_share(one.promises, 0.99) for one in ours]
    what = "helpdesk: the asker's tap to the promise, p99 ms"
    return [*found, Line(what, _milliseconds(promised))]


def _of_many(ours: list[Went]) -> list[Line]:
    many, asked = SIZE.questions_at_once, SIZE.single_questions + SIZE.questions_at_once
    owned = [one.owners for one in ours]
    promised = [len(one.many_promises) for one in ours]
    refused = sum(one.refused for one in ours)
    a_chat = many / _CONSULTANTS
    return [
        Line(
            f"helpdesk: {many} at once: owners of {asked} requests in all; consultants",
            "; ".join(f"{had} of {tickets}, {people}" for had, tickets, people in owned),
            goal="one each",
            met=all(one == (asked, asked, _CONSULTANTS) for one in owned),
        ),
        Line(
            f"helpdesk: {many} at once: promised; the last promise, s",
            f"{min(promised)}; {spread([max(one.many_promises) for one in ours], '{:.1f}')}",
            ratio="30 calls a second for the bot",
            goal="all",
            met=min(promised) == many,
        ),
        Line(
            f"helpdesk: {many} at once: the last card, s",
            spread([max(one.many_cards) for one in ours], "{:.1f}"),
            ratio=f"{a_chat:.0f} cards a chat, which takes one a second",
        ),
        Line("helpdesk: 429 of the sandbox", str(refused), goal="0", met=refused == 0),
    ]


def _of_silence(ours: list[Went]) -> Line:
    most = [max(one.late) for one in ours]
    return Line(
        f"helpdesk: silence of {_SHORT} min: how late the next one has it, most s",
        spread(most, "{:.1f}"),
        goal=f"<= {_LATE:.0f} s",
        met=max(most) <= _LATE,
    )


def _share(waits: Seconds, share: float) -> float:
    ordered = sorted(waits)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def _milliseconds(values: Seconds) -> str:
    return spread([one * 1000 for one in values], "{:.0f}")
