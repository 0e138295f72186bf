"""Whose families hear of events. Behind `core.notices.news.school.ClassAudience`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.clock import Clock, today
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.calendar import in_force
from storage.statements import IN_CLASS
from storage.tables import PersonRow, SchoolRow

_PUPILS = (
    select(IN_CLASS.c.person_id, IN_CLASS.c.id, IN_CLASS.c.begins, IN_CLASS.c.ends, SchoolRow.zone)
    .join(PersonRow, PersonRow.id == IN_CLASS.c.person_id)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .where(PersonRow.school_id == bindparam("school"), PersonRow.gone_at.is_(None))
    .order_by(IN_CLASS.c.person_id)
)


@dataclass(frozen=True, slots=True)
class SqlClassAudience:
    """Pupils by the class in which they are today."""

    connection: AsyncConnection
    clock: Clock

    async def by_class(self, school: SchoolId) -> Mapping[ClassId, Sequence[PupilId]]:
        """Return the pupils of each class of the school, today."""
        found = defaultdict[ClassId, list[PupilId]](list)
        rows = await self.connection.execute(_PUPILS, {"school": school})
        for pupil, class_id, begins, ends, zone in rows:
            if in_force(begins, ends, today(self.clock, ZoneInfo(zone))):
                found[ClassId(class_id)].append(PupilId(PersonId(pupil)))
        return found
