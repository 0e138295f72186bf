"""Final marks in memory: `PeriodMarkbook`."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.facts import Origin
from core.ids import CourseId, PeriodMarkId, PersonId, SchoolId
from core.journal.period_marking import PeriodCell, PeriodColumn, PeriodMark
from core.journal.values import MarkValue
from tests.school import records
from tests.school.teaching import holds
from tests.school.world import World


@dataclass(frozen=True)
class MemoryPeriodMarkbook:
    world: World

    async def column(self, cell: PeriodCell) -> PeriodColumn | None:
        course = self.world.standing(records.Group, cell.course)
        period = self.world.standing(records.Period, cell.period)
        taken = self.world.all(
            records.Enrolment,
            lambda it: (it.group_id, it.person_id, it.role) == (cell.course, cell.pupil, "pupil"),
        )
        if not course or not period or not any(taken) or course.school_id != period.school_id:
            return None
        school = self.world.get(records.School, course.school_id)
        ends = (
            period.ends
            for one in self.world.all(records.GroupTerm, lambda it: it.group_id == cell.course)
            if (period := self.world.standing(records.Period, one.period_id))
        )
        zone = ZoneInfo(school.zone)
        return PeriodColumn(SchoolId(school.id), zone, max(ends, default=None))

    async def teaches_course(self, person: PersonId, course: CourseId, day: date) -> bool:
        teachers = self.world.all(
            records.Enrolment, lambda it: (it.group_id, it.role) == (course, "teacher")
        )
        return any(one.person_id == person and holds(one, day) for one in teachers)

    async def period_mark(self, cell: PeriodCell) -> PeriodMark | None:
        found = self.world.all(
            records.PeriodMark,
            lambda it: (
                (it.course_id, it.period_id, it.pupil_id, it.kind)
                == (cell.course, cell.period, cell.pupil, cell.kind)
            ),
        )
        one = next(found, None)
        return PeriodMark(PeriodMarkId(one.id), MarkValue(one.value)) if one else None

    async def set_period_mark(
        self, cell: PeriodCell, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> PeriodMark | None:
        if await self.period_mark(cell) is not None:
            return None
        made = self.world.add(
            records.PeriodMark,
            school_id=self.world.get(records.Group, cell.course).school_id,
            period_id=cell.period,
            course_id=cell.course,
            pupil_id=cell.pupil,
            kind=cell.kind.value,
            value=value.text,
            day=day,
            set_at=at,
            origin_id=by.person,
        )
        return PeriodMark(PeriodMarkId(made.id), value)

    async def change_period_mark(
        self, mark: PeriodMarkId, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> None:
        self._change(mark, by, at, value.text, value=value.text, day=day)

    async def take_back_period_mark(self, mark: PeriodMarkId, *, by: Origin, at: datetime) -> None:
        self._change(mark, by, at, None, gone_at=at)

    def _change(
        self, mark: PeriodMarkId, by: Origin, at: datetime, after: str | None, **values: object
    ) -> None:
        old = self.world.get(records.PeriodMark, mark)
        self.world.add(
            records.PeriodMarkHistory,
            school_id=old.school_id,
            period_mark_id=mark,
            at=at,
            by_id=by.person,
            before=old.value,
            value=after,
        )
        self.world.change(old, origin_id=by.person, **values)
