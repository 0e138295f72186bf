"""Sheets of final marks in memory: `PeriodSheets`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.ids import CourseId, PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.period_marking import PeriodCell
from core.journal.period_sheets import (
    SheetLine,
    StandingMark,
    SummedCourse,
    TaughtYear,
    by_name,
)
from core.journal.values import MarkValue, PeriodMarkKind
from tests.school import records
from tests.school.people import name_of
from tests.school.takings import (
    StandingRecord,
    enrolled,
    is_marked,
    standing,
    takings,
    taught_until,
    to_mark,
    within,
)
from tests.school.teaching import subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryPeriodSheets:
    world: World

    async def taught(self, teacher: PersonId, day: date) -> TaughtYear:
        year = self._year(teacher, day)
        if year is None:
            return TaughtYear()
        own = {
            course
            for course, until in taught_until(self.world, year.id).items()
            if is_marked(self.world.standing(records.Group, course))
            and self.world.get(records.Group, course).grades not in {"1", "01"}
            and teacher in enrolled(self.world, course, "teacher", min(day, until))
        }
        courses = dict[PeriodId, dict[int, SummedCourse]]()
        for one in self._terms(own, year, day):
            for period in (one.period_id, year.id):
                courses.setdefault(PeriodId(period), {})[one.group_id] = self._course(one.group_id)
        begun = to_mark(self.world, own, day)
        periods = type(begun)(
            tuple(one for one in begun.usual if one.begins <= day),
            tuple(one for one in begun.others if one.begins <= day),
            begun.year,
        )
        return TaughtYear(
            periods,
            {
                period: tuple(sorted(of.values(), key=lambda it: (it.group, it.id)))
                for period, of in courses.items()
            },
        )

    def _year(self, teacher: PersonId, day: date) -> records.Period | None:
        school = self.world.get(records.Person, teacher).school_id
        years = self.world.all(
            records.Period,
            lambda it: it.school_id == school and it.kind == "year" and it.begins <= day,
        )
        return max(years, key=lambda it: it.begins, default=None)

    def _terms(
        self, courses: set[int], year: records.Period, day: date
    ) -> Sequence[records.GroupTerm]:
        known = within(self.world, year.id)
        return list(
            self.world.all(
                records.GroupTerm,
                lambda it: (
                    it.group_id in courses
                    and it.period_id in known
                    and known[it.period_id].begins <= day
                ),
            )
        )

    def _course(self, number: int) -> SummedCourse:
        group = self.world.get(records.Group, number)
        return SummedCourse(CourseId(number), subject_of(self.world, number).title, group.title)

    async def sheet(
        self, course: CourseId, period: MarkedPeriod, day: date
    ) -> Sequence[SheetLine]:
        lines = {}
        for one in takings(self.world, period.id, day):
            if one.course.id == course:
                marks = list(standing(self.world, period.id, one.pupil.id, course))
                lines[one.pupil.id] = SheetLine(
                    PupilId(PersonId(one.pupil.id)),
                    name_of(one.pupil),
                    _by_kind(marks),
                    _earlier(marks) if period.is_year else (),
                )
        return by_name(lines.values())


def _by_kind(marks: Sequence[StandingRecord]) -> Mapping[PeriodMarkKind, StandingMark]:
    return {one.kind: StandingMark(MarkValue(one.mark.value), _cell(one.mark)) for one in marks}


def _cell(mark: records.PeriodMark) -> PeriodCell:
    return PeriodCell(
        CourseId(mark.course_id),
        PeriodId(mark.period_id),
        PupilId(PersonId(mark.pupil_id)),
        PeriodMarkKind(mark.kind),
    )


def _earlier(marks: Sequence[StandingRecord]) -> tuple[MarkValue, ...]:
    return tuple(MarkValue(one.mark.value) for one in marks if one.kind is PeriodMarkKind.PERIOD)
