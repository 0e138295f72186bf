"""A pupil's records, for reading. Behind `core.diary.ports.DiaryBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Child, Name
from core.clock import Clock, today
from core.diary.excuses.rules import Excuse, excuse_for, excused
from core.diary.ports import MarkedWork
from core.diary.timetable import Slot, expected, former_place, hour_of
from core.diary.views import (
    Assignment,
    DiaryLesson,
    LooseMark,
    Period,
    ShownAbsence,
    ShownMark,
)
from core.ids import ClassId, CourseId, LessonId, PupilId, SubjectId
from core.journal.calendar import Holiday, in_force
from core.journal.school_years import CountedTerm, YearOfPeriods, year_of_periods
from core.journal.values import AbsenceCode, LessonState, MarkValue, PeriodKind, ReasonState
from storage.diary.excuses import excuses_of
from storage.diary.homework import homework_due
from storage.diary.statements import (
    ABSENCES,
    CHILD,
    HOLIDAYS,
    LESSONS,
    LOOSE_MARKS,
    MARKS,
    MARKS_COUNTED,
    MARKS_OF_LESSONS,
    PERIOD_MARKS,
    PERIODS,
    SUBJECTS,
)
from storage.journal.timetable import slots_of
from storage.quick import rows_of
from storage.statements import named


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
        number = next((ClassId(row.group) for row in rows if row.group is not None), None)
        return Child(pupil, Name(*rows[0][:3]), title, number)

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
        """Return lessons recorded on the days, or that moved from one of them, in order."""
        asked = {"pupil": pupil, "first": first, "last": last}
        found = [_Recorded._make(row) for row in await rows_of(self.connection, LESSONS, asked)]
        if not found:
            return ()
        slots = await self._slots(pupil, first, last)
        marks = defaultdict[int, dict[int, ShownMark]](dict)
        for lesson, *shown, mark in await rows_of(self.connection, MARKS_OF_LESSONS, asked):
            marks[lesson][mark] = _shown(*shown)
        found = await self._excused(pupil, found, first, last)
        once = {row.id: row for row in sorted(found, key=_in_order)}
        return [_lesson(row, slots, _by_id(marks[row.id])) for row in once.values()]

    async def loose_marks(self, pupil: PupilId, first: date, last: date) -> Sequence[LooseMark]:
        """Return marks of works of the days that have no lesson, in the order they were given."""
        asked = {"pupil": pupil, "first": first, "last": last}
        found = {
            mark: LooseMark(CourseId(course), subject, _shown(*shown))
            for course, subject, *shown, mark in await rows_of(self.connection, LOOSE_MARKS, asked)
        }
        return [found[mark] for mark in sorted(found)]

    async def _excused(
        self, pupil: PupilId, rows: list["_Recorded"], first: date, last: date
    ) -> list["_Recorded"]:
        if not any(row.absence and row.reason != ReasonState.CONFIRMED for row in rows):
            return rows
        excuses = await excuses_of(self.connection, [pupil], first, last)
        return [_as_excused(pupil, row, excuses) for row in rows] if excuses else rows

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return what the timetable expects in the days, dated, whether recorded or not."""
        slots = await self._slots(pupil, first, last)
        return [_expected(slot, day) for day, slot in expected(slots, first, last)]

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

    async def periods(self, pupil: PupilId, day: date) -> YearOfPeriods[Period]:
        """Return the periods of the pupil's class in the school year of the day, and beside it."""
        rows = await rows_of(self.connection, PERIODS, {"pupil": pupil})
        return year_of_periods([counted_term(*row) for row in rows], day)

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

    async def marks_counted(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        """Return marks that stand and count in a period by one of the days, oldest first."""
        asked = {"pupil": pupil, "first": first, "last": last}
        return [_marked(*row) for row in await rows_of(self.connection, MARKS_COUNTED, asked)]

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
    moved_from_day: date | None
    moved_from_number: int | None
    given: str | None
    family: str | None
    middle: str | None
    absence: str | None
    reason: str | None


def _as_excused(pupil: PupilId, row: _Recorded, excuses: Sequence[Excuse]) -> _Recorded:
    if not row.absence or not row.reason:
        return row
    code, reason = excused(
        AbsenceCode(row.absence),
        ReasonState(row.reason),
        excuse_for(excuses, pupil, row.day, row.number),
    )
    return row._replace(absence=code, reason=reason)


def _in_order(row: _Recorded) -> tuple[date, int, int]:
    return row.day, row.number, row.id


def _by_id(marks: Mapping[int, ShownMark]) -> tuple[ShownMark, ...]:
    return tuple(marks[one] for one in sorted(marks))


def _lesson(row: _Recorded, slots: Sequence[Slot], marks: tuple[ShownMark, ...]) -> DiaryLesson:
    hour = hour_of(slots, row.course, row.day, row.number)
    return DiaryLesson(
        day=row.day,
        number=row.number,
        subject=row.subject,
        id=LessonId(row.id),
        starts=hour.starts,
        ends=hour.ends,
        room=hour.room,
        state=LessonState(row.state),
        topic=row.topic,
        homework=row.homework,
        homework_due=row.homework_due,
        teacher=named(row.given, row.family, row.middle),
        replaced=row.replaces is not None,
        course=CourseId(row.course),
        moved_from=former_place(row.moved_from_day, row.moved_from_number, row.number),
        marks=marks,
        absence=AbsenceCode(row.absence) if row.absence else None,
        absence_reason=ReasonState(row.reason) if row.reason else None,
    )


def _expected(slot: Slot, day: date) -> DiaryLesson:
    return DiaryLesson(
        day=day,
        number=slot.number,
        subject=slot.subject,
        starts=slot.starts,
        ends=slot.finishes,
        room=slot.room,
        teacher=slot.teacher_on(day),
        course=slot.course,
    )


def _shown(day: date, work: str, weight: Decimal | None, value: str) -> ShownMark:
    return ShownMark(MarkValue(value), work, _weight(weight), day)


def _marked(  # noqa: PLR0913, PLR0917 - a row
    subject: int,
    title: str,
    value: str,
    work: str,
    weight: Decimal | None,
    day: date,
    counts_on: date,
) -> MarkedWork:
    counted = _weight(weight)
    return MarkedWork(SubjectId(subject), title, MarkValue(value), work, counted, day, counts_on)


def _weight(weight: Decimal | None) -> Decimal:
    return Decimal(1) if weight is None else weight


def counted_term(  # noqa: PLR0913, PLR0917 - a row
    title: str,
    kind: str,
    begins: date,
    ends: date,
    year_begins: date,
    year_ends: date,
    courses: int,
    subjects: str | None,
) -> CountedTerm[Period]:
    """Return a row of a period with its school year, and which courses run by it."""
    period = Period(title, PeriodKind(kind), begins, ends)
    taught = frozenset(SubjectId(int(one)) for one in (subjects or "").split(",") if one)
    return CountedTerm(period, period.kind, begins, year_begins, year_ends, courses, taught)
