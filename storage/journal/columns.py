"""The journal's columns for whoever fills them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import PersonId, PupilId, WorkId
from core.journal.records import OpenCell
from storage.statements import enrolled, enrolled_on
from storage.tables import EnrolmentRow, GroupRow, MarkRow, SubjectRow, WorkRow
from storage.tables.teaching import COURSE, PUPIL, TEACHER


@dataclass(frozen=True, slots=True)
class SqlColumns:
    """Works of a pupil's courses."""

    connection: AsyncConnection

    async def unmarked(self, pupil: PupilId, first: date, last: date) -> Sequence[OpenCell]:
        """Return the works of the days in which the pupil has no mark yet, newest first."""
        teaching = aliased(EnrolmentRow)
        marked = select(MarkRow.id).where(
            MarkRow.work_id == WorkRow.id, MarkRow.pupil_id == pupil, MarkRow.gone_at.is_(None)
        )
        asked = (
            select(WorkRow.id, WorkRow.day, WorkRow.title, SubjectRow.title, teaching.person_id)
            .join(GroupRow, GroupRow.id == WorkRow.course_id)
            .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
            .join(EnrolmentRow, EnrolmentRow.group_id == GroupRow.id)
            .join(teaching, teaching.group_id == GroupRow.id)
            .where(
                enrolled(PUPIL, COURSE),
                enrolled_on(WorkRow.day),
                EnrolmentRow.person_id == pupil,
                teaching.role == TEACHER,
                teaching.gone_at.is_(None),
                WorkRow.gone_at.is_(None),
                WorkRow.day.between(first, last),
                ~marked.exists(),
            )
            .order_by(
                WorkRow.day.desc(), WorkRow.id.desc(), teaching.is_primary.desc(), teaching.id
            )
        )
        found: dict[int, OpenCell] = {}
        for work, day, title, subject, teacher in await self.connection.execute(asked):
            cell = OpenCell(WorkId(work), day, title, subject, PersonId(teacher))
            found.setdefault(work, cell)
        return list(found.values())
