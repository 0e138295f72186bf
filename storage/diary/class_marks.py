"""The marks of a whole class, by its works. Behind `core.diary.papers.spread.ClassMarks`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.papers.spread import ClassMark
from core.ids import ClassId, PersonId, PupilId, SubjectId
from core.journal.calendar import in_force
from core.journal.values import MarkValue
from storage.diary.statements import COUNTS_ON, IN_SESSION, SESSION
from storage.statements import WHOM
from storage.tables import EnrolmentRow, GroupRow, MarkRow, WorkRow
from storage.tables.teaching import PUPIL

_IN_CLASS = aliased(EnrolmentRow)
_IN_COURSE = aliased(EnrolmentRow)

# By the works of the days and not by the pupils: of these, eleven years of marks would be read.
_WORKS = (
    select(WorkRow.id, WorkRow.day, GroupRow.subject_id)
    .select_from(WorkRow)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .outerjoin(SESSION, IN_SESSION)
    .where(
        WorkRow.course_id.in_(
            select(_IN_COURSE.group_id)
            .join(_IN_CLASS, _IN_CLASS.person_id == _IN_COURSE.person_id)
            .where(
                _IN_CLASS.group_id == bindparam("class_id"),
                _IN_CLASS.role == PUPIL,
                _IN_CLASS.gone_at.is_(None),
                _IN_COURSE.role == PUPIL,
                _IN_COURSE.gone_at.is_(None),
            )
        ),
        WorkRow.gone_at.is_(None),
        COUNTS_ON.between(bindparam("first"), bindparam("last")),
        GroupRow.subject_id.is_not(None),
    )
)
_PUPILS = select(EnrolmentRow.person_id, EnrolmentRow.begins, EnrolmentRow.ends).where(
    EnrolmentRow.group_id == bindparam("class_id"),
    EnrolmentRow.role == PUPIL,
    EnrolmentRow.gone_at.is_(None),
)
_MARKS = select(MarkRow.work_id, MarkRow.pupil_id, MarkRow.value).where(
    MarkRow.work_id.in_(WHOM), MarkRow.gone_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class SqlClassMarks:
    """Marks without a name; who reads them tells quartiles only."""

    connection: AsyncConnection

    async def marks_in_class(
        self, class_id: ClassId, *, first: date, last: date
    ) -> Sequence[ClassMark]:
        """Return the marks that count by one of the days, of who was then in the class."""
        asked = {"class_id": class_id, "first": first, "last": last}
        works = {
            work: (day, SubjectId(subject))
            for work, day, subject in await self.connection.execute(_WORKS, asked)
            if subject is not None
        }
        stays = defaultdict[int, list[tuple[date | None, date | None]]](list)
        for pupil, begins, ends in await self.connection.execute(_PUPILS, asked):
            stays[pupil].append((begins, ends))
        found = list[ClassMark]()
        for work, pupil, value in await self.connection.execute(_MARKS, {"asked": list(works)}):
            day, subject = works[work]
            if any(in_force(begins, ends, day) for begins, ends in stays.get(pupil, ())):
                found.append(ClassMark(PupilId(PersonId(pupil)), subject, MarkValue(value)))
        return found
