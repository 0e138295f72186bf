"""Who is taught what on a day, in memory."""

from datetime import date

from tests.school import records
from tests.school.world import World


def holds(record: records.Enrolment | records.Timetable, day: date) -> bool:
    return (record.begins or day) <= day <= (record.ends or day)


def subject_of(world: World, course: int) -> records.Subject:
    return world.get(records.Subject, world.get(records.Group, course).subject_id)


def taught_on(world: World, pupil: int, course: int, day: date) -> bool:
    enrolments = world.all(
        records.Enrolment,
        lambda it: (it.person_id, it.group_id, it.role) == (pupil, course, "pupil"),
    )
    return any(holds(one, day) for one in enrolments)


def teacher_of(world: World, course: int) -> records.Enrolment | None:
    teachers = world.all(
        records.Enrolment, lambda it: (it.group_id, it.role) == (course, "teacher")
    )
    return min(teachers, key=lambda it: (not it.is_primary, it.id), default=None)


def when_set(mark: records.PeriodMark) -> tuple[date, int]:
    """Put marks in order of their days; one without a day goes before all others."""
    return mark.day or date.min, mark.id
