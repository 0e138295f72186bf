"""A family's screens over eleven years of school: how long a tap keeps the process busy.

`python -m benchmarks.screens FILE` taps each over a file of `benchmarks.long_journal`, and prints
milliseconds by the screen as JSON.
"""

import asyncio
import json
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Final

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData

from benchmarks.long_journal import CHAT
from benchmarks.machine import ROOT, environment, run_to_end
from benchmarks.school import settings_of
from benchmarks.size import SIZE
from benchmarks.table import Line, spread
from bot.callbacks.diary import (
    OpenAbsences,
    OpenDay,
    OpenHomework,
    OpenMarks,
    OpenSubject,
    OpenTimetable,
    OpenWeek,
)
from bot.callbacks.forecast import OpenForecast, OpenForecastWhy, OpenSubjectForecast, OpenWhatIf
from bot.composition.database import Database, opened
from bot.program import Program, compose
from bot.screens.people.more import OF_PUPIL
from bot.telegram.session import tune
from bot.telegram.updates import RawUpdate
from core.access.people import Address, Channel
from core.ids import PupilId

_FILE: Final = "years.db"
_GOAL: Final = 30.0
_TAPS: Final = SIZE.screen_taps
_TOKEN: Final = "42:SCREENS"  # noqa: S105 - of a bot that is nowhere


def screens(_: Path, folder: Path, runs: int) -> list[Line]:
    """Tap every screen in several processes; each number is the median of all taps."""
    path = folder / _FILE
    run_to_end(("-m", "benchmarks.long_journal", "years", str(path)), environment())
    args = [sys.executable, "-m", "benchmarks.screens", str(path)]
    took: dict[str, list[float]] = {}
    for _run in range(runs):
        told = subprocess.run(
            args, env=environment(), cwd=ROOT, check=True, stdout=subprocess.PIPE
        )
        for name, times in json.loads(told.stdout).items():
            took.setdefault(name, []).extend(times)
    return [
        Line(
            f"screens: {name}, ms",
            spread(times, "{:.1f}"),
            goal=f"<= {_GOAL:.0f} ms",
            met=sorted(times)[len(times) // 2] <= _GOAL,
        )
        for name, times in took.items()
    ]


async def _tap_all(path: Path) -> dict[str, list[float]]:
    settings = settings_of(path).model_copy(update={"bot_token": None})
    async with opened(settings) as store:
        program = compose(settings, store, Bot(_TOKEN))
        tune()  # as the bot is
        numbers = count(1)
        return {
            name: [await _tap(program, next(numbers), target) for _ in range(_TAPS)][1:]
            for name, target in (await _targets(store)).items()
        }


async def _targets(store: Database) -> dict[str, CallbackData]:
    async with store.transaction() as tx:
        actor = await tx.directory.recognise(Address(Channel.TELEGRAM, str(CHAT)), language="ru")
        pupil = actor.children[0].pupil
        subject, _ = (await tx.diary.subjects(pupil))[0]
    return {
        "week": OpenWeek(pupil=pupil),
        "day": OpenDay(pupil=pupil),
        "timetable": OpenTimetable(pupil=pupil),
        "homework": OpenHomework(pupil=pupil),
        "absences": OpenAbsences(pupil=pupil),
        "marks": OpenMarks(pupil=pupil),
        "marks of a subject": OpenSubject(pupil=pupil, subject=subject),
        "forecast": OpenForecast(pupil=pupil),
        "forecast of a subject": OpenSubjectForecast(pupil=pupil, subject=subject),
        "why": OpenForecastWhy(pupil=pupil),
        "what if": OpenWhatIf(pupil=pupil, subject=subject, kind="c", marks="c5a4"),
        **_further(pupil),
    }


def _further(pupil: PupilId) -> dict[str, CallbackData]:
    return {
        key.removeprefix("place-"): target(pupil)
        for shelf in OF_PUPIL.values()
        for key, target in shelf
    }


async def _tap(program: Program, number: int, target: CallbackData) -> float:
    """Return the processor's milliseconds from an update in hand to its answer, committed."""
    person = {"id": CHAT, "is_bot": False, "first_name": "Ева"}
    chat = {"id": CHAT, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": "…"}
    tap = {"id": "1", "from": person, "chat_instance": "1", "data": target.pack()}
    update = {"update_id": number, "callback_query": {**tap, "message": message}}
    begun = time.process_time()
    answer = await program.worklist.turn(RawUpdate(number, CHAT, json.dumps(update)))
    took = (time.process_time() - begun) * 1000
    if answer is None or "Сейчас не получилось" in answer:
        raise RuntimeError(f"{target!r} showed nothing")
    return took


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_tap_all(Path(sys.argv[1])))))
