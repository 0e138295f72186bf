"""A screen asks the database the same few questions, however many marks there are."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.composition.database import Database
from bot.composition.desk import Run
from bot.composition.use_cases import TurnDesk
from core.access.people import Actor, LedClass
from core.ids import ClassId, PupilId
from core.regulation.profile import Codes
from storage.transaction import Transaction
from tests.core.builders import a_class_teacher, an_actor
from tests.school import Seed
from tests.school.seed import DAY
from tests.school.sql import SqlSoil
from tests.school.stores import StoppedClock, a_sqlite_file

MOST = 12

Reading = Callable[[TurnDesk, Actor, Any], Awaitable[object]]
READINGS: dict[str, Reading] = {
    "week": lambda of, who, pupil: of.read_week(who, pupil),
    "day": lambda of, who, pupil: of.read_day(who, pupil),
    "marks": lambda of, who, pupil: of.read_marks(who, pupil),
    "homework": lambda of, who, pupil: of.read_homework(who, pupil),
    "absences": lambda of, who, pupil: of.read_absences(who, pupil),
    "forecast": lambda of, who, pupil: of.read_forecast(who, pupil),
    "class forecast": lambda of, who, _: of.read_class_forecast(who, who.members[0].leads[0].id),
}


@pytest.mark.parametrize("reading", READINGS)
async def test_a_screen_asks_no_more_of_a_long_journal(reading: str, tmp_path: Path) -> None:
    few = await questions(tmp_path, READINGS[reading], marks=1)
    many = await questions(tmp_path, READINGS[reading], marks=40)

    assert len(few) == len(many)
    assert 0 < len(many) <= MOST


async def questions(folder: Path, reading: Reading, *, marks: int) -> list[str]:
    """Return the statements of one reading, of a pupil with so many marks in each subject."""
    clock = StoppedClock()
    store = Database(a_sqlite_file(folder), clock, synchronous="OFF")
    seed = Seed()
    class_id = seed.a_class("7А")
    pupil = a_marked_pupil(seed, class_id, marks=marks)
    await seed.plant(SqlSoil(store))
    leads = (LedClass(class_id, "7А"),)
    who = an_actor(replace(a_class_teacher(), school=seed.school, leads=leads))
    try:
        async with store.reading() as tx:
            asked = await _heard(tx)
            await reading(TurnDesk(tx, Run(clock, Codes(), b"")), who, pupil)
            return asked
    finally:
        await store.close()


def a_marked_pupil(seed: Seed, class_id: ClassId, *, marks: int) -> PupilId:
    """Build a pupil of three subjects with lessons, works, marks and absences in each."""
    pupil = seed.a_pupil(class_id=class_id)
    courses = [seed.a_course(pupil, title=title) for title in ("Алгебра", "Физика", "Химия")]
    seed.a_year()
    seed.a_period(*courses)
    for course, number in product(courses, range(marks)):
        day = DAY - timedelta(days=number % 5)
        lesson = seed.a_lesson(course, day=day, number=number, homework="§ 1")
        seed.a_mark(seed.a_work(course, day=day, lesson_id=lesson), pupil)
        seed.an_absence(lesson, pupil)
    return pupil


async def _heard(tx: Transaction) -> list[str]:
    """Return a list into which every statement goes from now on."""
    raw = await tx.connection.get_raw_connection()
    asked: list[str] = []
    raw.driver_connection._connection.set_trace_callback(asked.append)  # type: ignore[union-attr]  # it is there
    return asked
