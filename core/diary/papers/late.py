"""What became of marks and absences of days of which a sheet has told already (F10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from core.diary.changes import CellChange, CellNews
from core.diary.views import ShownAbsence
from core.ids import LessonId, PupilId, SubjectId, WorkId
from core.journal.values import MarkValue


@dataclass(frozen=True, slots=True)
class MarkCell:
    """Where a mark stands: a work of a subject, on its day."""

    subject: SubjectId
    subject_title: str
    work: WorkId
    day: date


MarkChange = CellChange[MarkCell, MarkValue]
AbsenceChange = CellChange[LessonId, ShownAbsence]


class LateBook(Protocol):
    """Changes in the journal of several pupils, of days that are over.

    Only what a cell was and is counts, whatever else was written of it. What the first import
    brought is no change.
    """

    async def mark_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[MarkChange]]:
        """Return what became, since `at`, of the marks of the days."""
        ...

    async def absence_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[AbsenceChange]]:
        """Return the absences of the days that changed since `at`, by lesson.

        With what families say of them. Of one that was put right it is not kept what it was: it
        is told as new.
        """
        ...


@dataclass(frozen=True, slots=True)
class LateNews:
    """What a family's sheet tells of days before its own."""

    marks: tuple[CellNews[MarkCell, MarkValue], ...] = ()
    missed: tuple[CellNews[LessonId, ShownAbsence], ...] = ()


NOTHING_LATE: Final = LateNews()
