"""Who takes which course in a period or school year, in memory, and what stands there."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.ids import PeriodId
from core.journal.calendar import Holiday
from core.journal.calendar import period_of as held_by
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.school_years import year_of_periods
from core.journal.values import PeriodKind, PeriodMarkKind, kind_within
from tests.school import records
from tests.school.teaching import counted_terms, holds, subject_of, when_set
from tests.school.world import World


@dataclass(frozen=True)
class TakingRecord:
    pupil: records.Person
    of: records.Group
    course: records.Group
    until: date


def period_of(world: World, one: records.Period) -> MarkedPeriod:
    off = world.all(
        records.Holiday,
        lambda it: (
            it.school_id == one.school_id and it.begins <= one.ends and it.ends >= one.begins
        ),
    )
    holidays = [
        Holiday(it.title, it.begins, it.ends) for it in sorted(off, key=lambda it: it.begins)
    ]
    return MarkedPeriod(
        PeriodId(one.id), one.title, one.begins, one.ends, tuple(holidays), one.kind == "year"
    )


def to_mark(world: World, courses: Collection[int], day: date) -> PeriodsToMark:
    """Return what courses are summed up by in the school year of the day."""
    found = year_of_periods(counted_terms(world, courses, lambda it: period_of(world, it)), day)
    shown = [*found.periods, *found.others]
    year = _year_of(world, shown, courses, day)
    return PeriodsToMark(found.periods, found.others, year and period_of(world, year))


def _year_of(
    world: World, shown: Sequence[MarkedPeriod], courses: Collection[int], day: date
) -> records.Period | None:
    years = sorted(
        world.all(records.Period, lambda it: it.kind == "year"), key=lambda it: it.begins
    )
    if shown:
        return next(one for one in years if _holds(one, world.get(records.Period, shown[0].id)))
    of_courses = [one for one in years if taught_until(world, one.id).keys() & set(courses)]
    return held_by(of_courses, day)


def _holds(year: records.Period, period: records.Period) -> bool:
    if year.id == period.id:
        return True
    of_school = year.kind == "year" and year.school_id == period.school_id
    return of_school and year.begins <= period.begins <= year.ends


def within(world: World, number: int) -> dict[int, records.Period]:
    """Return the period itself, and all that a year holds."""
    asked = world.get(records.Period, number)
    return {one.id: one for one in world.all(records.Period) if _holds(asked, one)}


def is_marked(course: records.Group | None) -> bool:
    if course is None:
        return False
    return course.kind == "course" and course.teaching in ("lesson", "home", "")


def enrolled(world: World, group: int, role: str, day: date) -> set[int]:
    found = world.all(
        records.Enrolment,
        lambda it: (it.group_id, it.role) == (group, role) and holds(it, day),
    )
    return {one.person_id for one in found}


def taught_until(world: World, period: int) -> dict[int, date]:
    """Return the courses that run in a period, each with its last day there."""
    known, found = within(world, period), dict[int, date]()
    for one in world.all(records.GroupTerm, lambda it: it.period_id in known):
        ends = known[one.period_id].ends
        found[one.group_id] = max(found.get(one.group_id, ends), ends)
    return found


def takings(world: World, period: int, today: date) -> list[TakingRecord]:
    day = min(today, world.get(records.Period, period).ends)
    classes = list(
        world.all(records.Group, lambda it: it.kind == "class" and it.grades not in {"1", "01"})
    )
    return [
        TakingRecord(person, of, course, until)
        for number, until in sorted(taught_until(world, period).items())
        if (course := world.standing(records.Group, number)) and is_marked(course)
        for of in classes
        for pupil in sorted(
            enrolled(world, of.id, "pupil", day)
            & enrolled(world, course.id, "pupil", min(day, until))
        )
        if (person := world.standing(records.Person, pupil))
    ]


@dataclass(frozen=True)
class StandingRecord:
    kind: PeriodMarkKind
    mark: records.PeriodMark


def standing(world: World, period: int, pupil: int, course: int) -> Iterable[StandingRecord]:
    """Return the pupil's marks in the course's subject, the latest last."""
    known, subject = within(world, period), subject_of(world, course).id
    marks = world.all(
        records.PeriodMark, lambda it: it.pupil_id == pupil and it.period_id in known
    )
    of_subject = [one for one in marks if subject_of(world, one.course_id).id == subject]
    return [
        StandingRecord(
            kind_within(PeriodMarkKind(one.kind), PeriodKind(known[one.period_id].kind)), one
        )
        for one in sorted(of_subject, key=lambda it: (known[it.period_id].begins, *when_set(it)))
    ]
