"""The marks of a whole class. Behind `core.diary.papers.spread.ClassMarks`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.papers.spread import ClassMark
from core.ids import ClassId, PersonId, PupilId, SubjectId
from core.journal.values import MarkValue
from storage.statements import enrolled_on
from storage.tables import EnrolmentRow, GroupRow, MarkRow, WorkRow
from storage.tables.teaching import PUPIL

_COURSE = aliased(GroupRow)

# Once for each mark, though a pupil may have left the class and come back to it.
_IN_CLASS = (
    select(MarkRow.id, MarkRow.pupil_id, _COURSE.subject_id, MarkRow.value)
    .select_from(EnrolmentRow)
    .join(MarkRow, MarkRow.pupil_id == EnrolmentRow.person_id)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(_COURSE, _COURSE.id == WorkRow.course_id)
    .where(
        EnrolmentRow.group_id == bindparam("class_id"),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
        enrolled_on(WorkRow.day),
        MarkRow.gone_at.is_(None),
        WorkRow.gone_at.is_(None),
        WorkRow.day.between(bindparam("first"), bindparam("last")),
        _COURSE.subject_id.is_not(None),
    )
    .distinct()
)


@dataclass(frozen=True, slots=True)
class SqlClassMarks:
    """Marks without a name; who reads them tells quartiles only."""

    connection: AsyncConnection

    async def marks_in_class(
        self, class_id: ClassId, *, first: date, last: date
    ) -> Sequence[ClassMark]:
        """Return the marks that stand, of works of the days, of who was then in the class."""
        asked = {"class_id": class_id, "first": first, "last": last}
        return [
            ClassMark(PupilId(PersonId(pupil)), SubjectId(subject), MarkValue(value))
            for _, pupil, subject, value in await self.connection.execute(_IN_CLASS, asked)
            if subject is not None
        ]
