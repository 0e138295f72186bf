"""Who is taught what on a day, in memory."""

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from core.access.people import Name
from core.diary.timetable import PlacedLesson, Slot, TaughtBy, former_place
from core.ids import CourseId, SubjectId
from core.journal.calendar import in_force
from core.journal.school_years import Begins, CountedTerm, counts_on
from core.journal.values import LessonState, PeriodKind
from tests.school import records
from tests.school.world import World


def holds(record: records.Enrolment | records.Timetable, day: date) -> bool:
    return in_force(record.begins, record.ends, day)


def holds_within(record: records.Enrolment, first: date, last: date) -> bool:
    return (record.begins is None or record.begins <= last) and (
        record.ends is None or record.ends >= first
    )


def subject_of(world: World, course: int) -> records.Subject:
    return world.get(records.Subject, world.get(records.Group, course).subject_id)


def taught_on(world: World, pupil: int, course: int, day: date) -> bool:
    enrolments = world.all(
        records.Enrolment,
        lambda it: (it.person_id, it.group_id, it.role) == (pupil, course, "pupil"),
    )
    return any(holds(one, day) for one in enrolments)


def teacher_of(world: World, course: int) -> records.Enrolment | None:
    return next(iter(teachers_of(world, course)), None)


def teachers_of(world: World, course: int) -> list[records.Enrolment]:
    teachers = world.all(
        records.Enrolment, lambda it: (it.group_id, it.role) == (course, "teacher")
    )
    return sorted(teachers, key=lambda it: (not it.is_primary, it.id))


def when_set(mark: records.PeriodMark) -> tuple[date, int]:
    """Put marks in order of their days; one without a day goes before all others."""
    return mark.day or date.min, mark.id


def slots_of(world: World, pupil: int) -> list[Slot]:
    """Return the pupil's slots, with the stretches of days in which the course is the pupil's."""
    return [
        Slot(
            course=CourseId(one.course_id),
            weekday=one.weekday,
            number=one.number,
            subject=subject_of(world, one.course_id).title,
            enrolled=enrolled,
            starts=one.starts,
            finishes=one.finishes,
            room=one.room,
            begins=one.begins,
            ends=one.ends,
            teachers=_taught_by(world, one.course_id),
        )
        for one in world.all(records.Timetable)
        if (enrolled := _enrolled(world, pupil, one.course_id))
    ]


def _enrolled(
    world: World, pupil: int, course: int
) -> tuple[tuple[date | None, date | None], ...]:
    wanted = (pupil, course, "pupil")
    found = world.all(records.Enrolment, lambda it: (it.person_id, it.group_id, it.role) == wanted)
    return tuple((one.begins, one.ends) for one in found)


def _taught_by(world: World, course: int) -> tuple[TaughtBy, ...]:
    teaching = [
        (one, world.get(records.Person, one.person_id)) for one in teachers_of(world, course)
    ]
    return tuple(
        TaughtBy(Name(who.given, who.family, who.middle), one.begins, one.ends)
        for one, who in teaching
    )


def place_of(lesson: records.Lesson) -> PlacedLesson:
    """Return where a lesson is, and where it was."""
    former = former_place(lesson.moved_from_day, lesson.moved_from_number, lesson.number)
    state = LessonState(lesson.state)
    return PlacedLesson(CourseId(lesson.course_id), lesson.day, lesson.number, state, former)


def is_or_was_on(lesson: records.Lesson, first: date, last: date) -> bool:
    """Say whether a lesson is on one of the days, or was before it moved."""
    return first <= lesson.day <= last or first <= (lesson.moved_from_day or date.min) <= last


P = TypeVar("P", bound=Begins)


def day_counted(world: World, work: records.Work) -> date:
    """Return the day by which a work counts in a period."""
    session = world.standing(records.Period, work.period_id)
    return counts_on(work.day, (session.begins, session.ends) if session else None)


def counted_terms(
    world: World, courses: Collection[int], shown: Callable[[records.Period], P]
) -> list[CountedTerm[P]]:
    """Return the periods by which courses run, each with its year."""
    terms = list(world.all(records.GroupTerm, lambda it: it.group_id in courses))
    counted = Counter(one.period_id for one in terms)
    periods = [one for number in counted if (one := world.standing(records.Period, number))]
    return [
        CountedTerm(
            shown(one),
            PeriodKind(one.kind),
            one.begins,
            year.begins,
            year.ends,
            counted[one.id],
            frozenset(
                SubjectId(group.subject_id)
                for it in terms
                if it.period_id == one.id
                if (group := world.get(records.Group, it.group_id)) and group.subject_id
            ),
        )
        for one in sorted(periods, key=lambda it: (it.begins, it.id))
        if one.kind != "year"
        for year in world.all(records.Period, lambda it: it.kind == "year")
        if year.school_id == one.school_id and year.begins <= one.begins and one.ends <= year.ends
    ]
