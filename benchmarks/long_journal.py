"""Journals made row by row, for what reads many marks: a school's quarter, a pupil's eleven years.

`python -m benchmarks.long_journal quarter|years FILE` makes one, in a process of its own.
"""

import asyncio
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.school import settings_of
from benchmarks.size import SIZE
from bot.composition.database import opened
from core.journal.values import ControlKind, PeriodKind
from storage import tables
from storage.tables.base import Base
from storage.tables.teaching import CLASS, COURSE, PUPIL, TEACHER

CHAT: Final = 1_000_000
TODAY: Final = date(2026, 11, 20)
CLASSES, PUPILS, SUBJECTS = SIZE.classes_of_quarter, SIZE.pupils_of_quarter, 14
_QUARTERS: Final = ((9, 1, 10, 25), (11, 2, 12, 27), (1, 11, 3, 21), (4, 1, 5, 28))
_WORKS_OF_QUARTER, _PLANNED = 15, 4
_YEARS: Final = SIZE.years
_WORKS_OF_YEARS: Final = SIZE.marks_of_years // (_YEARS * len(_QUARTERS) * SUBJECTS) + 1
_CHANGED: Final = datetime(2026, 8, 1, tzinfo=UTC)
_ROWS_AT_ONCE: Final = 20_000


@dataclass(slots=True)
class _Writing:
    """The rows by table, and the dice; a row that says nothing of a column leaves it open."""

    connection: AsyncConnection
    dice: random.Random
    numbers: Iterator[int]
    school: int = 1

    def row(self, **values: object) -> dict[str, Any]:
        """Return a record's row with a number of its own."""
        number = next(self.numbers)
        told = {"school_id": self.school, "source": f"s{number}", "changed_at": _CHANGED}
        return {"id": number, **told, **values}

    async def add(self, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Write the rows of one table."""
        for at in range(0, len(rows), _ROWS_AT_ONCE):
            await self.connection.execute(insert(table), rows[at : at + _ROWS_AT_ONCE])

    async def one(self, table: type[Base], **values: object) -> int:
        """Write one record and return its number."""
        row = self.row(**values)
        await self.add(table, [row])
        return int(row["id"])


async def make(what: str, path: Path) -> None:
    """Make a journal in a new file."""
    async with opened(settings_of(path)) as store, store.transaction() as tx:
        writing = _Writing(tx.connection, random.Random(12), count(1))
        await _school(writing)
        await (_quarter(writing) if what == "quarter" else _years(writing))


async def _school(to: _Writing) -> None:
    quiet = {"quiet_on": False, "quiet_from": time(21), "quiet_to": time(7)}
    row = {"id": next(to.numbers), "name": "Школа", "zone": "Europe/Moscow", "profile": "a"}
    rules = {"decided": "{}", "correction_window": 0, "changed_at": _CHANGED}
    await to.add(tables.SchoolRow, [{**row, **quiet, **rules}])


async def _quarter(to: _Writing) -> None:
    """Write one quarter of a whole school."""
    categories = await _categories(to)
    subjects = await _subjects(to)
    periods = await _periods(to, 2026)
    for number in range(CLASSES):
        pupils = await _class(to, f"{5 + number // 8}{'АБВГДЕЖЗ'[number % 8]}", PUPILS)
        for subject in subjects:
            course = await _course(to, subject, pupils, periods)
            days = _days(periods[1][1], TODAY, _WORKS_OF_QUARTER)
            await _marked(to, course, categories, days, pupils)
            await _planned(to, course, categories)


async def _years(to: _Writing) -> None:
    """Write eleven years of one class; the first pupil's guardian speaks from `CHAT`."""
    categories = await _categories(to)
    subjects = await _subjects(to)
    pupils = await _class(to, "11А", 25)
    await _guardian(to, pupils[0])
    for year in range(2026 - _YEARS + 1, 2027):
        periods = await _periods(to, year)
        for subject in subjects:
            ends = None if year == 2026 else date(year + 1, 5, 31)
            course = await _course(
                to, subject, pupils, periods, begins=date(year, 9, 1), ends=ends
            )
            for _, begins, until in periods:
                days = _days(begins, min(until, TODAY), _WORKS_OF_YEARS)
                await _marked(to, course, categories, days, pupils)
            if ends is None:
                await _planned(to, course, categories)
                await _timetable(to, course, subjects.index(subject))


async def _categories(to: _Writing) -> dict[ControlKind, int]:
    weights = {ControlKind.ANSWER: 1, ControlKind.INDEPENDENT: 2, ControlKind.CONTROL: 4}
    plain = {"written": False, "required": False}
    return {
        kind: await to.one(
            tables.CategoryRow, title=kind, weight=Decimal(weight), kind=kind, **plain
        )
        for kind, weight in weights.items()
    }


async def _subjects(to: _Writing) -> list[int]:
    titles = [f"Предмет {number + 1}" for number in range(SUBJECTS)]
    return [await to.one(tables.SubjectRow, title=title) for title in titles]


Period = tuple[int, date, date]


async def _periods(to: _Writing, year: int) -> list[Period]:
    of_year = {"school_year": str(year + 1)}
    whole = {"begins": date(year, 9, 1), "ends": date(year + 1, 5, 31), **of_year}
    await to.one(tables.PeriodRow, title=str(year), kind=PeriodKind.YEAR, **whole)
    found = []
    for number, (first, day, last, until) in enumerate(_QUARTERS, start=1):
        begins = date(year + (first < 9), first, day)
        ends = date(year + (last < 9), last, until)
        told = {"title": f"{number} четверть", "kind": PeriodKind.QUARTER, **of_year}
        period = await to.one(tables.PeriodRow, begins=begins, ends=ends, **told)
        found.append((period, begins, ends))
    return found


async def _class(to: _Writing, title: str, size: int) -> list[int]:
    group = await to.one(tables.GroupRow, kind=CLASS, title=title, **_PLAIN_GROUP)
    persons = [to.row(given=f"Имя{number}", family="Лугова", **_PLAIN) for number in range(size)]
    await to.add(tables.PersonRow, persons)
    pupils = [int(one["id"]) for one in persons]
    await to.add(tables.RoleRow, [_role(to, one, PUPIL) for one in pupils])
    await to.add(tables.EnrolmentRow, [_enrolment(to, group, one) for one in pupils])
    teacher = await to.one(tables.PersonRow, given="Нина", family="Грачёва", **_PLAIN)
    await to.add(tables.EnrolmentRow, [_enrolment(to, group, teacher, role=TEACHER)])
    return pupils


_PLAIN: Final = {
    "middle": "",
    "enabled": True,
    **dict.fromkeys(("username", "identifier", "email", "phone", "grades"), ""),
}
_PLAIN_GROUP: Final = {"grades": "", "teaching": "", "subgroup": ""}


def _role(to: _Writing, person: int, role: str) -> dict[str, Any]:
    return to.row(person_id=person, role=role, is_primary=True)


def _enrolment(to: _Writing, group: int, person: int, **more: object) -> dict[str, Any]:
    told = {"role": PUPIL, "is_primary": True, "begins": None, "ends": None, **more}
    return to.row(group_id=group, person_id=person, **told)


async def _course(
    to: _Writing, subject: int, pupils: Iterable[int], periods: Iterable[Period], **days: object
) -> int:
    told = {**_PLAIN_GROUP, "teaching": "lesson", "weekly_hours": Decimal(4)}
    course = await to.one(tables.GroupRow, kind=COURSE, title="Курс", subject_id=subject, **told)
    await to.add(tables.EnrolmentRow, [_enrolment(to, course, one, **days) for one in pupils])
    terms = [
        {"school_id": to.school, "group_id": course, "period_id": period, "position": at}
        for at, (period, _, _) in enumerate(periods)
    ]
    await to.add(tables.GroupTermRow, terms)
    return course


def _days(first: date, last: date, most: int) -> list[date]:
    spread = (last - first).days
    return (
        [] if spread < 0 else [first + timedelta(days=spread * at // most) for at in range(most)]
    )


async def _marked(
    to: _Writing,
    course: int,
    categories: dict[ControlKind, int],
    days: Iterable[date],
    pupils: Sequence[int],
) -> None:
    works = [_work(to, course, day, to.dice.choice(list(categories.values()))) for day in days]
    await to.add(tables.WorkRow, works)
    marks = [
        to.row(work_id=one["id"], pupil_id=pupil, value=str(to.dice.randint(2, 5)), comment="")
        for one in works
        for pupil in pupils
    ]
    await to.add(tables.MarkRow, marks)


def _work(to: _Writing, course: int, day: date, category: int) -> dict[str, Any]:
    return to.row(course_id=course, title="Работа", day=day, category_id=category)


async def _planned(to: _Writing, course: int, categories: dict[ControlKind, int]) -> None:
    kind = categories[ControlKind.CONTROL]
    ahead = [TODAY + timedelta(days=7 * week) for week in range(1, _PLANNED + 1)]
    await to.add(tables.WorkRow, [_work(to, course, day, kind) for day in ahead])


async def _timetable(to: _Writing, course: int, place: int) -> None:
    slots = [
        to.row(
            course_id=course,
            weekday=1 + (place + day) % 5,
            number=1 + place % 7,
            room="12",
            starts=time(8, 30),
            finishes=time(9, 15),
            begins=None,
            ends=None,
        )
        for day in range(2)
    ]
    await to.add(tables.TimetableRow, slots)


async def _guardian(to: _Writing, pupil: int) -> None:
    guardian = await to.one(tables.PersonRow, given="Ева", family="Лугова", **_PLAIN)
    plain = {"school_id": to.school, "changed_at": _CHANGED}
    pair = {"pupil_id": pupil, "guardian_id": guardian, "position": 0}
    await to.add(tables.GuardianshipRow, [{"id": next(to.numbers), **pair, **plain}])
    address = {"channel": "telegram", "value": str(CHAT), "language": "ru", "reachable": True}
    account = next(to.numbers)
    await to.add(tables.AccountRow, [{"id": account, **address}])
    link = {"person_id": guardian, "account_id": account, "linked_at": _CHANGED}
    await to.add(tables.AccountLinkRow, [{"id": next(to.numbers), "school_id": to.school, **link}])


if __name__ == "__main__":
    asyncio.run(make(sys.argv[1], Path(sys.argv[2])))
