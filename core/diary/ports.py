"""What the diary reads. One call is one question to the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from core.access.people import Child
from core.diary.views import Assignment, DiaryLesson, Period, ShownAbsence
from core.ids import ClassId, PupilId, SubjectId
from core.journal.values import MarkValue


@dataclass(frozen=True, slots=True)
class MarkedWork:
    """A mark with its subject and work, as the store keeps it."""

    subject: SubjectId
    subject_title: str
    value: MarkValue
    work: str
    weight: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Holiday:
    """A stretch of days without lessons, both ends included."""

    title: str
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class YearsBeside:
    """Of the school year before its last period, of the one after its first (F2)."""

    before: Period | None = None
    after: Period | None = None


class DiaryBook(Protocol):
    """A pupil's records, for reading."""

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        """Return the pupil's class, or None for one who has left."""
        ...

    async def child(self, pupil: PupilId) -> Child | None:
        """Return the pupil with the class title of now, or None where there is no such pupil."""
        ...

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return recorded lessons of both days and between, with marks and absences, in order."""
        ...

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        """Return what the timetable expects in the days, dated, whether recorded or not."""
        ...

    async def holidays(self, pupil: PupilId, first: date, last: date) -> Sequence[Holiday]:
        """Return the school's holidays that touch the days."""
        ...

    async def periods(self, pupil: PupilId, day: date) -> Sequence[Period]:
        """Return the periods of the pupil's class in the school year of the day, in order.

        Quarters for a class whose courses run by quarters, half-years for one by half-years.
        """
        ...

    async def beside_year(self, pupil: PupilId, day: date) -> YearsBeside:
        """Return what there is before and after the school year that `periods` returns."""
        ...

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        """Return the subjects that the pupil is taught now, by title."""
        ...

    async def marks(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        """Return marks that stand, of works of the days, oldest first."""
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
