"""What buttons are made of: ids within their bounds, days as ordinals, 0 for "as it is now"."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from core.ids import (
    ClassId,
    ExcuseId,
    LessonId,
    NoticeId,
    PeriodId,
    PersonId,
    PupilId,
    SchoolId,
    SubjectId,
    WarningId,
)

LARGEST_ID = 2**63 - 1
_LAST_DAY = date(9000, 1, 1).toordinal()
_LAST_PAGE = 999
Pupil = Annotated[PupilId, Field(ge=1, le=LARGEST_ID)]
Subject = Annotated[SubjectId, Field(ge=1, le=LARGEST_ID)]
SchoolClass = Annotated[ClassId, Field(ge=1, le=LARGEST_ID)]
SchoolPeriod = Annotated[PeriodId, Field(ge=1, le=LARGEST_ID)]
School = Annotated[SchoolId, Field(ge=1, le=LARGEST_ID)]
Person = Annotated[PersonId, Field(ge=1, le=LARGEST_ID)]
Minute = Annotated[int, Field(ge=0, le=24 * 60 - 1)]
Notice = Annotated[NoticeId, Field(ge=1, le=LARGEST_ID)]
Warned = Annotated[WarningId, Field(ge=1, le=LARGEST_ID)]
OfLesson = Annotated[LessonId, Field(ge=1, le=LARGEST_ID)]
RealDay = Annotated[int, Field(ge=date(1900, 1, 2).toordinal(), le=_LAST_DAY)]
Ordinal = Annotated[int, Field(ge=0, le=_LAST_DAY)]
Page = Annotated[int, Field(ge=0, le=_LAST_PAGE)]
ExcuseNumber = Annotated[ExcuseId, Field(ge=1, le=LARGEST_ID)]
Days = Annotated[int, Field(ge=0, le=2**15 - 1)]
"""Which of the fifteen days from a first one are chosen, a bit a day."""
LAST_LESSON = 31
"""The last number of a lesson that a button can hold; schools number from 0."""
Lessons = Annotated[int, Field(ge=0, le=2 ** (LAST_LESSON + 1) - 1)]
"""Which lessons of a day are chosen, a bit a number."""
Stamp = Annotated[int, Field(ge=0, le=2**32 - 1)]
"""Tells what was shown with a button: it confirms nothing else."""
NOW = 0
NOBODY = 0
_FIRST_DAY = date(1900, 1, 1).toordinal()


def day_of(ordinal: int) -> date | None:
    """Return the day that a button names, or None where it means now."""
    return date.fromordinal(ordinal) if ordinal > _FIRST_DAY else None


def days_of(since: int, days: int) -> tuple[date, ...]:
    """Return the days that a button names: a bit for each from the first one on."""
    first = max(since, _FIRST_DAY)
    chosen = (ahead for ahead in range(days.bit_length()) if days >> ahead & 1)
    return tuple(date.fromordinal(first + ahead) for ahead in chosen)


def bits_of(days: Iterable[date], since: date) -> int:
    """Return days as a button names them; those before the first one are left out."""
    return sum(1 << (day - since).days for day in set(days) if day >= since)


def numbers_of(lessons: int) -> tuple[int, ...]:
    """Return the lessons that a button names: a bit for each number."""
    return tuple(number for number in range(lessons.bit_length()) if lessons >> number & 1)
