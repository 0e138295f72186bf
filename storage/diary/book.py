"""A pupil's records, for reading. Behind `core.diary.ports.DiaryBook`."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Child, Name
from core.clock import Clock, today
from core.diary.excuses.rules import Excuse, excuse_for, excused
from core.diary.ports import Holiday, MarkedWork, YearsBeside
from core.diary.views import Assignment, DiaryLesson, Period, ShownAbsence, ShownMark
from core.ids import ClassId, LessonId, PupilId, SubjectId
from core.journal.values import AbsenceCode, LessonState, MarkValue, PeriodKind, ReasonState
from storage.diary.excuses import excuses_of
from storage.diary.homework import homework_due
from storage.diary.statements import (
    ABSENCES,
    CHILD,
    HOLIDAYS,
    LESSONS,
    MARKS,
    MARKS_OF_LESSONS,
    PERIOD_MARKS,
    PERIODS,
    SUBJECTS,
)
from storage.journal.timetable import Slot, expected, slot_for, slots_of
from storage.quick import rows_of
from storage.statements import in_force, named


@dataclass(frozen=True, slots=True)
class SqlDiaryBook:
    """One pupil's records; a record that is gone never shows."""

    connection: AsyncConnection
    clock: Clock
    _slots_read: dict[PupilId, tuple[date, date, Sequence[Slot]]] = field(default_factory=dict)

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        """Return the pupil's class, or None for one who has left."""
        rows = await self._in_class(pupil)
        return next((ClassId(row.group) for row in rows if row.group is not None), None)

    async def child(self, pupil: PupilId) -> Child | None:
        """Return the pupil with the class title of now, or None where there is no such pupil."""
        rows = await self._in_class(pupil)
        if not rows:
            return None
        title = next((row.title for row in rows if row.title), "")
        return Child(pupil, Name(*rows[0][:3]), title)

    async def _in_class(self, pupil: PupilId) -> Sequence["_InClass"]:
        found = await rows_of(self.connection, CHILD, {"pupil": pupil})
        rows = [_InClass._make(row) for row in found]
        return [
            row
            if in_force(row.begins, row.ends, today(self.clock, ZoneInfo(row.zone)))
            else row._replace(group=None, title=None)
            for row in rows
        ]

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return recorded lessons of both days and between, with marks and absences, in order."""
        asked = {"pupil": pupil, "first": first, "last": last}
        found = [_Recorded._make(row) for row in await rows_of(self.connection, LESSONS, asked)]
        if not found:
            return ()
        slots = await self._slots(pupil, first, last)
        marks = _MarksOfLessons()
        for row in await rows_of(self.connection, MARKS_OF_LESSONS, asked):
            marks.add(*row)
        found = await self._excused(pupil, found, first, last)
        once = {row.id: row for row in found}
        return [_lesson(row, slots, marks.of(row)) for row in once.values()]

    async def _excused(
        self, pupil: PupilId, rows: list["_Recorded"], first: date, last: date
    ) -> list["_Recorded"]:
        if not any(row.absence and row.reason != ReasonState.CONFIRMED for row in rows):
            return rows
        excuses = await excuses_of(self.connection, [pupil], first, last)
        return [_as_excused(pupil, row, excuses) for row in rows] if excuses else rows

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return what the timetable expects in the days, dated, whether recorded or not."""
        return list(expected(await self._slots(pupil, first, last), first, last))

    async def _slots(self, pupil: PupilId, first: date, last: date) -> Sequence[Slot]:
        # A screen asks twice, for what is recorded and then for what else is expected in between.
        known = self._slots_read.get(pupil)
        if known is None or not known[0] <= first <= last <= known[1]:
            known = first, last, await slots_of(self.connection, pupil, first, last)
            self._slots_read[pupil] = known
        return known[2]

    async def holidays(self, pupil: PupilId, first: date, last: date) -> Sequence[Holiday]:
        """Return the school's holidays that touch the days."""
        asked = {"pupil": pupil, "first": first, "last": last}
        return [Holiday(*row) for row in await rows_of(self.connection, HOLIDAYS, asked)]

    async def periods(self, pupil: PupilId, day: date) -> Sequence[Period]:
        """Return the periods of the pupil's class in the school year of the day, in order."""
        rows = await rows_of(self.connection, PERIODS, {"pupil": pupil})
        return of_one_year([Term._make(row) for row in rows], day)

    async def beside_year(self, pupil: PupilId, day: date) -> YearsBeside:
        """Return what there is before and after the school year that `periods` returns."""
        rows = await rows_of(self.connection, PERIODS, {"pupil": pupil})
        return beside_year([Term._make(row) for row in rows], day)

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        """Return the subjects that the pupil is taught now, by title."""
        found = {
            SubjectId(number): title
            for number, title, begins, ends, zone in await rows_of(
                self.connection, SUBJECTS, {"pupil": pupil}
            )
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone)))
        }
        return sorted(found.items(), key=lambda item: (item[1], item[0]))

    async def marks(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        """Return marks that stand, of works of the days, oldest first."""
        asked = {"pupil": pupil, "first": first, "last": last}
        return [_marked(*row) for row in await rows_of(self.connection, MARKS, asked)]

    async def period_marks(self, pupil: PupilId, period: Period) -> dict[SubjectId, MarkValue]:
        """Return the period marks set so far."""
        asked = {
            "pupil": pupil,
            "kind": period.kind.value,
            "first": period.begins,
            "last": period.ends,
        }
        rows = await rows_of(self.connection, PERIOD_MARKS, asked)
        return {SubjectId(subject): MarkValue(value) for subject, value in rows if subject}

    async def homework(self, pupil: PupilId, first: date, last: date) -> Sequence[Assignment]:
        """Return homework due on the days; without a day it is due at the next lesson."""
        return await homework_due(self.connection, pupil, first, last)

    async def absences(self, pupil: PupilId, first: date, last: date) -> Sequence[ShownAbsence]:
        """Return absences of the days, newest first."""
        asked = {"pupil": pupil, "first": first, "last": last}
        rows = (await self.connection.execute(ABSENCES, asked)).all()
        excuses = await excuses_of(self.connection, [pupil], first, last) if rows else ()
        return [
            ShownAbsence(
                day,
                number,
                subject,
                *excused(
                    AbsenceCode(code),
                    ReasonState(reason),
                    excuse_for(excuses, pupil, day, number),
                ),
            )
            for day, number, subject, code, reason in rows
        ]


class _InClass(NamedTuple):
    given: str
    family: str
    middle: str
    group: int | None
    title: str | None
    begins: date | None
    ends: date | None
    zone: str


class _Recorded(NamedTuple):
    id: int
    course: int
    day: date
    number: int
    subject: str
    state: str
    topic: str
    homework: str
    homework_due: date | None
    replaces: int | None
    moved_from: date | None
    given: str | None
    family: str | None
    middle: str | None
    absence: str | None
    reason: str | None


class Term(NamedTuple):
    """A row of a period with its school year, and how many courses run by it."""

    title: str
    kind: str
    begins: date
    ends: date
    year_begins: date
    year_ends: date
    courses: int


@dataclass(frozen=True, slots=True)
class _MarksOfLessons:
    """Marks by the lesson of their work; without one, at its course's first of the day."""

    by_lesson: dict[int, dict[int, ShownMark]] = field(default_factory=lambda: defaultdict(dict))
    by_day: dict[tuple[int, date], dict[int, ShownMark]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(  # noqa: PLR0913, PLR0917 - a row
        self,
        course: int,
        lesson: int | None,
        day: date,
        work: str,
        weight: Decimal | None,
        value: str,
        mark: int,
    ) -> None:
        shown = ShownMark(MarkValue(value), work, _weight(weight), day)
        place = self.by_day[course, day] if lesson is None else self.by_lesson[lesson]
        place[mark] = shown

    def of(self, lesson: _Recorded) -> tuple[ShownMark, ...]:
        found = self.by_lesson.get(lesson.id, {}) | self.by_day.pop(
            (lesson.course, lesson.day), {}
        )
        return tuple(found[mark] for mark in sorted(found))


def _as_excused(pupil: PupilId, row: _Recorded, excuses: Sequence[Excuse]) -> _Recorded:
    if not row.absence or not row.reason:
        return row
    code, reason = excused(
        AbsenceCode(row.absence),
        ReasonState(row.reason),
        excuse_for(excuses, pupil, row.day, row.number),
    )
    return row._replace(absence=code, reason=reason)


def _lesson(row: _Recorded, slots: Sequence[Slot], marks: tuple[ShownMark, ...]) -> DiaryLesson:
    slot = slot_for(slots, row.course, row.day, row.number)
    own = slot is not None and (slot.course, slot.weekday) == (row.course, row.day.isoweekday())
    return DiaryLesson(
        day=row.day,
        number=row.number,
        subject=row.subject,
        id=LessonId(row.id),
        starts=slot.starts if slot else None,
        ends=slot.finishes if slot else None,
        room=slot.room if slot and own else "",
        state=LessonState(row.state),
        topic=row.topic,
        homework=row.homework,
        homework_due=row.homework_due,
        teacher=named(row.given, row.family, row.middle),
        replaced=row.replaces is not None,
        moved_here=row.moved_from not in {None, row.day},
        marks=marks,
        absence=AbsenceCode(row.absence) if row.absence else None,
        absence_reason=ReasonState(row.reason) if row.reason else None,
    )


def _marked(
    subject: int, subject_title: str, value: str, work: str, weight: Decimal | None, day: date
) -> MarkedWork:
    return MarkedWork(
        SubjectId(subject), subject_title, MarkValue(value), work, _weight(weight), day
    )


def _weight(weight: Decimal | None) -> Decimal:
    return Decimal(1) if weight is None else weight


def of_one_year(terms: Sequence[Term], day: date) -> list[Period]:
    """Return the terms of the day's school year, of the kind by which more courses run.

    In summer that is the year that is over, before the first one the first.
    """
    years = sorted({(term.year_begins, term.year_ends) for term in terms})
    if not years:
        return []
    begun = [year for year in years if year[0] <= day]
    chosen = begun[-1] if begun else years[0]
    of_year = [term for term in terms if (term.year_begins, term.year_ends) == chosen]
    courses = Counter[str]()
    for term in of_year:
        courses[term.kind] += term.courses
    kind = max(courses, key=lambda one: (courses[one], one))
    return [
        Period(term.title, PeriodKind(term.kind), term.begins, term.ends)
        for term in of_year
        if term.kind == kind
    ]


def beside_year(terms: Sequence[Term], day: date) -> YearsBeside:
    """Return the last period before the school year of the day, and the first one after it."""
    shown = of_one_year(terms, day)
    if not shown:
        return YearsBeside()
    first, last = shown[0].begins, shown[-1].ends
    before = of_one_year([term for term in terms if term.year_ends < first], first)
    after = of_one_year([term for term in terms if term.year_begins > last], last)
    return YearsBeside(before[-1] if before else None, after[0] if after else None)
