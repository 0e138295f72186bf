"""Where period marks are missing, in memory: `MissingMarks`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.access.people import Role
from core.clock import Clock
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday
from core.journal.missing_marks import Gap, MarkedPeriod, in_order
from core.journal.school_years import of_one_year
from tests.school import records
from tests.school.audience import MemoryAudience
from tests.school.people import name_of
from tests.school.teaching import counted_terms, holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryMissingMarks:
    world: World
    clock: Clock

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        found = self.world.all(
            records.Period,
            lambda it: it.school_id == school and it.kind != "year" and first <= it.ends <= last,
        )
        return [self._period(one) for one in sorted(found, key=lambda it: (it.ends, it.id))]

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        found = self.world.standing(records.Period, period)
        return self._period(found) if found and found.kind != "year" else None

    async def periods_of(self, class_id: ClassId, day: date) -> Sequence[MarkedPeriod]:
        pupils = self._enrolled(class_id, "pupil", day)
        courses = {
            one.group_id
            for one in self.world.all(
                records.Enrolment, lambda it: it.person_id in pupils and it.role == "pupil"
            )
        }
        return of_one_year(counted_terms(self.world, courses, self._period), day)

    def _period(self, one: records.Period) -> MarkedPeriod:
        off = self.world.all(
            records.Holiday,
            lambda it: (
                it.school_id == one.school_id and it.begins <= one.ends and it.ends >= one.begins
            ),
        )
        holidays = [
            Holiday(it.title, it.begins, it.ends) for it in sorted(off, key=lambda it: it.begins)
        ]
        return MarkedPeriod(PeriodId(one.id), one.title, one.begins, one.ends, tuple(holidays))

    async def gaps(
        self, period: PeriodId, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        terms = self.world.all(records.GroupTerm, lambda it: it.period_id == period)
        courses = [self.world.standing(records.Group, one.group_id) for one in terms]
        classes = [
            one
            for one in self.world.all(records.Group, lambda it: it.kind == "class")
            if class_id in (None, one.id) and one.grades not in ("1", "01")
        ]
        found = [
            (course.id, gap)
            for of in classes
            for course in courses
            if course and course.kind == "course" and course.teaching in ("lesson", "home", "")
            if (gap := self._gap(of, course, period, day))
        ]
        return in_order(gap for _, gap in sorted(found, key=lambda it: it[0]))

    def _gap(
        self, of: records.Group, course: records.Group, period: PeriodId, day: date
    ) -> Gap | None:
        both = self._enrolled(of.id, "pupil", day) & self._enrolled(course.id, "pupil", day)
        pupils = [
            one
            for number in both
            if (one := self.world.standing(records.Person, number))
            and not self._is_marked(number, course, period)
        ]
        ordered = sorted(pupils, key=lambda it: it.id)
        if not ordered:
            return None
        return Gap(
            ClassId(of.id),
            of.title,
            subject_of(self.world, course.id).title,
            tuple(name_of(one) for one in ordered),
            self._teachers(course.id, day),
            self._teachers(of.id, day),
        )

    def _enrolled(self, group: int, role: str, day: date) -> set[int]:
        found = self.world.all(
            records.Enrolment,
            lambda it: (it.group_id, it.role) == (group, role) and holds(it, day),
        )
        return {one.person_id for one in found}

    def _is_marked(self, pupil: int, course: records.Group, period: PeriodId) -> bool:
        marks = self.world.all(
            records.PeriodMark,
            lambda it: (it.pupil_id, it.period_id, it.kind) == (pupil, period, "period"),
        )
        return any(subject_of(self.world, one.course_id).id == course.subject_id for one in marks)

    def _teachers(self, group: int, day: date) -> frozenset[PersonId]:
        return frozenset(
            PersonId(one)
            for one in self._enrolled(group, "teacher", day)
            if self._audience.account_of(one)
        )

    @property
    def _audience(self) -> MemoryAudience:
        return MemoryAudience(self.world, self.clock)

    async def answering(self, school: SchoolId, role: Role) -> Sequence[PersonId]:
        found = self.world.all(
            records.Role, lambda it: (it.school_id, it.role) == (school, role.value)
        )
        return sorted(
            {PersonId(one.person_id) for one in found if self._audience.account_of(one.person_id)}
        )
