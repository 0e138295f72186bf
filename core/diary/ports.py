"""What the diary reads. One call is one question to the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from core.access.people import Child
from core.diary.views import Assignment, DiaryLesson, LooseMark, Period, ShownAbsence
from core.ids import ClassId, PupilId, SubjectId
from core.journal.calendar import Holiday
from core.journal.school_years import YearOfPeriods
from core.journal.values import MarkValue


@dataclass(frozen=True, slots=True)
class MarkedWork:
    """A mark with its subject and work, as the store keeps it.

    `counts_on` is the day by which it counts in a period: see `core.journal.school_years`.
    """

    subject: SubjectId
    subject_title: str
    value: MarkValue
    work: str
    weight: Decimal
    day: date
    counts_on: date


class DiaryBook(Protocol):
    """A pupil's records, for reading."""

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        """Return the pupil's class, or None for one who has left."""
        ...

    async def child(self, pupil: PupilId) -> Child | None:
        """Return the pupil with the class title of now, or None where there is no such pupil."""
        ...

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return lessons recorded on the days, or that moved from one of them, in order.

        Each with its own marks and its absence.
        """
        ...

    async def loose_marks(self, pupil: PupilId, first: date, last: date) -> Sequence[LooseMark]:
        """Return marks of works of the days that have no lesson, in the order they were given."""
        ...

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return what the timetable expects in the days, dated, whether recorded or not."""
        ...

    async def holidays(self, pupil: PupilId, first: date, last: date) -> Sequence[Holiday]:
        """Return the school's holidays that touch the days."""
        ...

    async def periods(self, pupil: PupilId, day: date) -> YearOfPeriods[Period]:
        """Return the periods of the pupil's class in the school year of the day, and beside it.

        Quarters for a class whose courses run by quarters, half-years for one by half-years; with
        the subjects that run by the other kind alone.
        """
        ...

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        """Return the subjects that the pupil is taught now, by title."""
        ...

    async def marks(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        """Return marks that stand, of works of the days, oldest first."""
        ...

    async def marks_counted(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        """Return marks that stand and count in a period by one of the days, oldest first.

        What counts is the session that a column names, and else its day: a mark of the first
        quarter that was given in the holidays after it is one of the first quarter.
        """
        ...

    async def period_marks(self, pupil: PupilId, period: Period) -> dict[SubjectId, MarkValue]:
        """Return the period marks set so far."""
        ...

    async def homework(self, pupil: PupilId, first: date, last: date) -> Sequence[Assignment]:
        """Return homework due on the days, by subject.

        What names no day is due at the course's next lesson.
        """
        ...

    async def absences(self, pupil: PupilId, first: date, last: date) -> Sequence[ShownAbsence]:
        """Return absences of the days, newest first."""
        ...
