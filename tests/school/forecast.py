"""What the forecast reads, in memory: `ForecastBook`, as plainly as it can be said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.clock import Clock
from core.diary.forecast.ports import GivenMark, MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.views import Period
from core.ids import CourseId, PupilId, SubjectId, WorkId
from core.journal.calendar import Holiday
from core.journal.school_years import YearOfPeriods, year_of_periods
from core.journal.values import ControlKind, CourseKind, MarkValue
from tests.school import records
from tests.school.diary import MemoryDiaryBook
from tests.school.journal import weight_of
from tests.school.teaching import day_counted, holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryForecastBook:
    world: World
    clock: Clock

    async def periods(self, pupils: Sequence[PupilId], day: date) -> YearOfPeriods[Period]:
        return year_of_periods(MemoryDiaryBook(self.world, self.clock).terms(pupils), day)

    async def marks(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        found = self._marked(pupils)
        return [self._given(*one) for one in found if first <= one[1].day <= last]

    async def marks_counted(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        return [
            self._given(mark, work)
            for mark, work in self._marked(pupils)
            if first <= day_counted(self.world, work) <= last
        ]

    def _given(self, mark: records.Mark, work: records.Work) -> GivenMark:
        return GivenMark(
            PupilId(mark.pupil_id),
            SubjectId(subject_of(self.world, work.course_id).id),
            subject_of(self.world, work.course_id).title,
            WorkId(work.id),
            MarkValue(mark.value),
            weight_of(self.world, work),
            self._kind(work.category_id),
        )

    def _marked(self, pupils: Sequence[PupilId]) -> list[tuple[records.Mark, records.Work]]:
        found = [
            (mark, work)
            for mark in self.world.all(records.Mark, lambda it: it.pupil_id in pupils)
            if (work := self.world.standing(records.Work, mark.work_id))
        ]
        return sorted(found, key=lambda it: (it[1].day, it[0].id))

    def _kind(self, category: int | None) -> ControlKind | None:
        found = self.world.get(records.Category, category)
        return ControlKind(found.kind) if found and found.kind else None

    async def of_works(self, works: Sequence[WorkId]) -> Sequence[MarksOfWork]:
        marks = self.world.all(records.Mark, lambda it: it.work_id in works)
        counts = Counter((mark.work_id, mark.value) for mark in marks)
        return [
            MarksOfWork(WorkId(work), MarkValue(value), count)
            for (work, value), count in counts.items()
        ]

    async def planned(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[PlannedWork]:
        courses = {one.group_id for one in self._enrolments(pupils)}
        works = self.world.all(
            records.Work, lambda it: it.course_id in courses and it.corrects_id is None
        )
        given = [
            (one, lesson.day if lesson else one.day)
            for one in works
            for lesson in [self.world.standing(records.Lesson, one.lesson_id)]
            if lesson is None or lesson.state != "cancelled"
        ]
        lessons = self.world.all(
            records.Lesson,
            lambda it: (
                it.course_id in courses
                and first <= it.day <= last
                and it.state != "cancelled"
                and it.category_id is not None
                and not any(self.world.all(records.Work, lambda work: work.lesson_id == it.id))
            ),
        )
        found = [
            self._planned(one, WorkId(one.id), day) for one, day in given if first <= day <= last
        ]
        found += [self._planned(one, None, one.day) for one in lessons]
        return sorted(found, key=lambda it: it.day)

    def _planned(
        self, one: records.Work | records.Lesson, work: WorkId | None, day: date
    ) -> PlannedWork:
        category = self.world.get(records.Category, one.category_id)
        weight = category.weight if category else Decimal(1)
        return PlannedWork(CourseId(one.course_id), work, self._kind(one.category_id), weight, day)

    def _enrolments(self, pupils: Sequence[PupilId]) -> list[records.Enrolment]:
        found = self.world.all(
            records.Enrolment, lambda it: it.person_id in pupils and it.role == "pupil"
        )
        groups = ((one, self.world.standing(records.Group, one.group_id)) for one in found)
        return [one for one, group in groups if group and group.kind == "course"]

    async def courses(
        self, pupils: Sequence[PupilId], period: Period, day: date
    ) -> Sequence[TaughtCourse]:
        return [
            TaughtCourse(
                PupilId(one.person_id),
                CourseId(group.id),
                SubjectId(group.subject_id),
                self.world.get(records.Subject, group.subject_id).title,
                CourseKind(group.teaching),
                group.weekly_hours or Decimal(self._slots(group.id, day)),
                self._runs_in(group.id, period),
                one.begins,
                one.ends,
            )
            for one in self._enrolments(pupils)
            if (group := self.world.get(records.Group, one.group_id)) and group.subject_id
        ]

    def _slots(self, course: int, day: date) -> int:
        slots = self.world.all(records.Timetable, lambda it: it.course_id == course)
        return sum(holds(one, day) for one in slots)

    def _runs_in(self, course: int, period: Period) -> bool:
        terms = self.world.all(records.GroupTerm, lambda it: it.group_id == course)
        found = [self.world.get(records.Period, one.period_id) for one in terms]
        days = (period.kind.value, period.begins, period.ends)
        return any((one.kind, one.begins, one.ends) == days for one in found)

    async def set_marks(self, pupils: Sequence[PupilId], period: Period) -> Sequence[SetMark]:
        diary = MemoryDiaryBook(self.world, self.clock)
        return [
            SetMark(pupil, subject, value)
            for pupil in pupils
            for subject, value in (await diary.period_marks(pupil, period)).items()
        ]

    async def free_days(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Holiday]:
        return await MemoryDiaryBook(self.world, self.clock).holidays(pupils[0], first, last)
