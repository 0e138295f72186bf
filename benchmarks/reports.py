"""Reports over a school's year: classes of a quarter's journal, with a year put onto it.

`python -m benchmarks.reports FILE` adds the year to a file of `benchmarks.long_journal quarter`.
"""

import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.long_journal import CLASSES, PUPILS, SUBJECTS
from benchmarks.machine import environment, middle, run_to_end
from benchmarks.school import settings_of
from benchmarks.table import Line, spread
from bot.composition.database import opened
from bot.composition.use_cases import TurnDesk, use_cases_of
from bot.documents import sheets, table_pdf
from bot.documents.bench import File
from bot.telegram.session import tune
from bot.texts.speech import Speech, Texts
from core.access.people import Account, Actor, Address, Channel, Member, Name, Role
from core.ids import AccountId, ClassId, PersonId, SchoolId
from core.journal.values import AbsenceCode, PeriodKind, ReasonState
from core.reports.kinds import ClassReportKind, SchoolReportKind
from core.reports.table import Report
from storage import tables
from storage.tables.base import Base
from storage.tables.teaching import COURSE, PUPIL

_FILE: Final = "year.db"
_SUMMARY_MS, _YEAR_SECONDS = 300.0, 10.0
_END: Final = datetime(2027, 5, 27, 12, tzinfo=UTC)
_BEGINS: Final = date(2026, 9, 1)
_WEEKS, _A_WEEK = 34, 3
_MARKED_IN: Final = 3
_ABSENT_IN: Final = 30
_YEAR_REPORT: Final = SchoolReportKind.YEAR.value
_FIRST_ID: Final = 10**9
_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Standing:
    """A clock that stands at the end of the year."""

    def now(self) -> datetime:
        """Return the last days of May."""
        return _END


def reports(_: Path, folder: Path, runs: int) -> list[Line]:
    """Read and write reports of a class and of a school, in one process."""
    path = folder / _FILE
    run_to_end(("-m", "benchmarks.long_journal", "quarter", str(path)), environment())
    run_to_end(("-m", "benchmarks.reports", str(path)), environment())
    return asyncio.run(_measured(path, runs))


async def _measured(path: Path, runs: int) -> list[Line]:
    settings, texts = settings_of(path), Texts.load()
    tune()  # as the bot is: else what is measured is a collection of all that it imported
    async with opened(settings, _Standing()) as store, store.reading() as tx:
        (school,) = await tx.schools.all()
        led = (await tx.directory.classes_of(school.id))[0]
        desk = use_cases_of(settings, store)(tx)
        actor = _deputy(school.id)
        speech = texts.of("ru")
        found = list[Line]()
        for kind in (ClassReportKind.SUMMARY, ClassReportKind.ATTENDANCE_SUMMARY):
            found += await _of_class(desk, actor, led.id, kind, speech, runs)
        return [*found, *await _of_school(desk, actor, school.id, speech, runs)]


async def _of_class(
    desk: TurnDesk, actor: Actor, led: ClassId, kind: ClassReportKind, speech: Speech, runs: int
) -> list[Line]:
    read, sheet, pdf = list[float](), list[float](), list[float]()
    for _ in range(2 * runs + 1):
        took, report = await _timed(lambda: desk.make_class_report(actor, led, f"{kind.value}.y"))
        read.append(took * 1000)
        sheet.append(_making(sheets.make, speech, report) * 1000)
        pdf.append(_making(table_pdf.make, speech, report) * 1000)
    what = f"reports: {kind.name.lower().replace('_', ' ')} of a class of {PUPILS}, a year"
    goal, met = f"<= {_SUMMARY_MS:.0f}", middle(read) + middle(sheet) <= _SUMMARY_MS
    return [
        Line(f"{what}, read, processor ms", spread(read, "{:.0f}")),
        Line(
            f"{what}, as XLSX, processor ms",
            spread(sheet, "{:.0f}"),
            goal=f"read and XLSX {goal}",
            met=met,
        ),
        Line(f"{what}, as PDF, processor ms", spread(pdf, "{:.0f}")),
    ]


async def _of_school(
    desk: TurnDesk, actor: Actor, school: SchoolId, speech: Speech, runs: int
) -> list[Line]:
    read, sheet, stops = list[float](), list[float](), list[float]()
    for _ in range(runs):
        reading = asyncio.ensure_future(
            _timed(lambda: desk.make_school_report(actor, school, _YEAR_REPORT))
        )
        stops.append(await _longest_stop(reading))
        took, report = await reading
        read.append(took)
        sheet.append(_making(sheets.make, speech, report))
    of = f"reports: a year of {CLASSES * PUPILS} pupils in {SUBJECTS} subjects"
    whole = [one + other for one, other in zip(read, sheet, strict=True)]
    goal, met = f"<= {_YEAR_SECONDS:.0f}", middle(whole) <= _YEAR_SECONDS
    return [
        Line(f"{of}, read, processor s", spread(read, "{:.1f}")),
        Line(f"{of}, read and XLSX, processor s", spread(whole, "{:.1f}"), goal=goal, met=met),
        Line(f"{of}, the loop stood still while reading, ms", spread(stops, "{:.0f}")),
    ]


async def _timed(reading: Callable[[], Awaitable[Report]]) -> tuple[float, Report]:
    begun = time.process_time()
    report = await reading()
    return time.process_time() - begun, report


def _making(make: Callable[[Speech, Report], File], speech: Speech, report: Report) -> float:
    begun = time.process_time()
    make(speech, report)
    return time.process_time() - begun


async def _longest_stop(reading: "asyncio.Future[Any]") -> float:
    """Return for how long at most the loop did nothing else, in milliseconds."""
    longest = 0.0
    while not reading.done():
        begun = time.perf_counter()
        await asyncio.sleep(0)
        longest = max(longest, time.perf_counter() - begun)
    return longest * 1000


def _deputy(school: SchoolId) -> Actor:
    name, roles = Name("Алла", "Школьная"), frozenset({Role.DEPUTY_HEAD})
    member = Member(PersonId(1), school, "Школа", "Europe/Moscow", name, roles)
    return Actor(Account(AccountId(1), Address(Channel.TELEGRAM, "1")), (member,))


async def add_year(path: Path) -> None:
    """Put lessons, absences, marks and final marks of a year onto a quarter's journal."""
    async with opened(settings_of(path)) as store, store.transaction() as tx:
        year = _Year(tx.connection, random.Random(7), count(_FIRST_ID))
        await year.write()


@dataclass(slots=True)
class _Year:
    """The rows of a year, and the dice."""

    connection: AsyncConnection
    dice: random.Random
    numbers: Iterator[int]

    async def write(self) -> None:
        """Write the year of each course."""
        enrolled = await self.connection.execute(
            select(tables.EnrolmentRow.group_id, tables.EnrolmentRow.person_id)
            .join(tables.GroupRow, tables.GroupRow.id == tables.EnrolmentRow.group_id)
            .where(tables.GroupRow.kind == COURSE, tables.EnrolmentRow.role == PUPIL)
        )
        pupils = dict[int, list[int]]()
        for course, pupil in enrolled:
            pupils.setdefault(course, []).append(pupil)
        columns = tables.PeriodRow.id, tables.PeriodRow.kind
        periods = [tuple(row) for row in await self.connection.execute(select(*columns))]
        for course, taking in pupils.items():
            await self._lessons(course, taking)
            await self._finals(course, taking, periods)

    async def _lessons(self, course: int, pupils: Sequence[int]) -> None:
        days = [
            _BEGINS + timedelta(days=7 * week + 2 * at)
            for week in range(_WEEKS)
            for at in range(_A_WEEK)
        ]
        lessons = [self._row(course_id=course, day=day, number=2, **_LESSON) for day in days]
        works = [
            self._row(course_id=course, day=one["day"], lesson_id=one["id"], title="Ответ")
            for one in lessons[::_MARKED_IN]
        ]
        marks = [
            self._row(
                work_id=work["id"], pupil_id=pupil, value=self.dice.choice("23455"), comment=""
            )
            for work in works
            for pupil in pupils
        ]
        absences = [
            self._row(lesson_id=one["id"], pupil_id=pupil, **_ABSENCE)
            for one in lessons
            for pupil in pupils
            if not self.dice.randrange(_ABSENT_IN)
        ]
        for table, rows in (
            (tables.LessonRow, lessons),
            (tables.WorkRow, works),
            (tables.MarkRow, marks),
            (tables.AbsenceRow, absences),
        ):
            await self._add(table, rows)

    async def _finals(
        self, course: int, pupils: Sequence[int], periods: Sequence[tuple[Any, ...]]
    ) -> None:
        rows = [
            self._row(
                period_id=period,
                course_id=course,
                pupil_id=pupil,
                kind="year" if kind == PeriodKind.YEAR else "period",
                value=self.dice.choice("3445"),
            )
            for period, kind in periods
            for pupil in pupils
        ]
        await self._add(tables.PeriodMarkRow, rows)

    def _row(self, **values: object) -> dict[str, Any]:
        number = next(self.numbers)
        return {"id": number, "school_id": 1, "source": f"y{number}", "changed_at": _END, **values}

    async def _add(self, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        for at in range(0, len(rows), _AT_ONCE):
            await self.connection.execute(insert(table), rows[at : at + _AT_ONCE])


_LESSON: Final = {"state": "held", "topic": "Линейная функция", "homework": "§ 12"}
_ABSENCE: Final = {
    "code": AbsenceCode.ILL.value,
    "reason": ReasonState.CONFIRMED.value,
    "document": "",
    "comment": "",
}


if __name__ == "__main__":
    asyncio.run(add_year(Path(sys.argv[1])))
