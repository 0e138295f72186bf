"""Questions about absences in memory: `AbsenceChecks`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.ids import CheckId, ClassId, CourseId, PersonId, SchoolId
from core.reports.checks import AbsenceCheck, CheckState, Step, SubjectTeacher
from tests.school import records
from tests.school.people import name_of
from tests.school.teaching import holds_within
from tests.school.world import World


@dataclass(frozen=True)
class MemoryAbsenceChecks:
    world: World

    async def of_week(self, class_id: ClassId, monday: date) -> Sequence[AbsenceCheck]:
        return [
            _check(one)
            for one in self.world.all(records.AbsenceCheck)
            if (one.class_id, one.monday) == (class_id, monday)
        ]

    async def one(self, check: CheckId) -> AbsenceCheck | None:
        found = self.world.get(records.AbsenceCheck, check)
        return _check(found) if found else None

    async def begin(
        self, school: SchoolId, class_id: ClassId, course: CourseId, monday: date, step: Step
    ) -> CheckId | None:
        if any(one.course == course for one in await self.of_week(class_id, monday)):
            return None
        made = self.world.add(
            records.AbsenceCheck,
            school_id=school,
            class_id=class_id,
            course_id=course,
            monday=monday,
            state=step.state.value,
            digest=step.digest,
            by_id=step.by,
            at=step.at,
            changed_by_id=step.by,
            changed_at=step.at,
        )
        return CheckId(made.id)

    async def move(self, before: AbsenceCheck, step: Step) -> bool:
        found = self.world.get(records.AbsenceCheck, before.id)
        if found is None or _check(found) != before:
            return False
        self.world.change(
            found,
            state=step.state.value,
            digest=step.digest,
            changed_by_id=step.by,
            changed_at=step.at,
        )
        return True

    async def teachers(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Mapping[CourseId, Sequence[SubjectTeacher]]:
        found: dict[CourseId, list[SubjectTeacher]] = {}
        enrolled = self.world.all(
            records.Enrolment, lambda it: it.group_id in courses and it.role == "teacher"
        )
        for one in sorted(enrolled, key=lambda it: (not it.is_primary, it.id)):
            person = self.world.standing(records.Person, one.person_id)
            if holds_within(one, first, last) and person and person.enabled:
                teacher = SubjectTeacher(PersonId(person.id), name_of(person))
                of_course = found.setdefault(CourseId(one.group_id), [])
                of_course += [] if teacher in of_course else [teacher]
        return found


def _check(one: records.AbsenceCheck) -> AbsenceCheck:
    return AbsenceCheck(
        CheckId(one.id),
        SchoolId(one.school_id),
        ClassId(one.class_id),
        CourseId(one.course_id),
        one.monday,
        CheckState(one.state),
        one.digest,
    )
