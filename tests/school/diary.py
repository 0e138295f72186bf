"""A pupil's records in memory: `DiaryBook`, as plainly as it can be said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from core.access.people import Child
from core.clock import Clock, today
from core.diary.ports import Holiday, MarkedWork, YearsBeside
from core.diary.views import Assignment, DiaryLesson, Period, ShownAbsence, ShownMark
from core.ids import ClassId, LessonId, PupilId, SubjectId
from core.journal.values import LessonState, MarkValue, PeriodKind
from tests.school import records
from tests.school.excuses import as_shown
from tests.school.journal import weight_of
from tests.school.people import MemoryDirectory, name_of
from tests.school.teaching import holds, subject_of, taught_on, teacher_of, when_set
from tests.school.world import World


def days_of(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=one) for one in range((last - first).days + 1))


@dataclass(frozen=True)
class MemoryDiaryBook:
    world: World
    clock: Clock

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        found = MemoryDirectory(self.world, self.clock).class_of(pupil)
        return ClassId(found.id) if found else None

    async def child(self, pupil: PupilId) -> Child | None:
        person = self.world.standing(records.Person, pupil)
        return MemoryDirectory(self.world, self.clock).child(person) if person else None

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        recorded = self._recorded(pupil, first, last)
        told: set[int] = set()
        return [self._shown(pupil, lesson, told) for lesson in recorded]

    def _recorded(self, pupil: PupilId, first: date, last: date) -> list[records.Lesson]:
        found = self.world.all(
            records.Lesson,
            lambda it: (
                first <= it.day <= last and taught_on(self.world, pupil, it.course_id, it.day)
            ),
        )
        return sorted(found, key=lambda it: (it.day, it.number, it.id))

    def _shown(self, pupil: PupilId, lesson: records.Lesson, told: set[int]) -> DiaryLesson:
        own, bell = self._slot(pupil, lesson)
        teacher = self.world.get(records.Person, lesson.teacher_id)
        absence = next(
            self.world.all(
                records.Absence, lambda it: (it.lesson_id, it.pupil_id) == (lesson.id, pupil)
            ),
            None,
        )
        return DiaryLesson(
            day=lesson.day,
            number=lesson.number,
            subject=subject_of(self.world, lesson.course_id).title,
            id=LessonId(lesson.id),
            starts=bell.starts if bell else None,
            ends=bell.finishes if bell else None,
            room=own.room if own else "",
            state=LessonState(lesson.state),
            topic=lesson.topic,
            homework=lesson.homework,
            homework_due=lesson.homework_due,
            teacher=name_of(teacher) if teacher else None,
            replaced=lesson.replaces_id is not None,
            moved_here=lesson.moved_from_day not in {None, lesson.day},
            marks=tuple(self._marks_of(pupil, lesson, told)),
            absence=as_shown(self.world, absence, lesson)[0] if absence else None,
            absence_reason=as_shown(self.world, absence, lesson)[1] if absence else None,
        )

    def _slot(
        self, pupil: PupilId, lesson: records.Lesson
    ) -> tuple[records.Timetable | None, records.Timetable | None]:
        of_hour = [one for one in self._slots(pupil) if one.number == lesson.number]
        of_day = [one for one in of_hour if one.weekday == lesson.day.isoweekday()]
        own = [one for one in of_day if one.course_id == lesson.course_id]
        return next(iter(own), None), next(iter(own or of_day or of_hour), None)

    def _slots(self, pupil: PupilId) -> list[records.Timetable]:
        enrolled = self.world.all(
            records.Enrolment, lambda it: it.person_id == pupil and it.role == "pupil"
        )
        courses = {one.group_id for one in enrolled}
        return list(self.world.all(records.Timetable, lambda it: it.course_id in courses))

    def _marks_of(
        self, pupil: PupilId, lesson: records.Lesson, told: set[int]
    ) -> Iterator[ShownMark]:
        for mark in self.world.all(records.Mark, lambda it: it.pupil_id == pupil):
            work = self.world.standing(records.Work, mark.work_id)
            if work is None or mark.id in told:
                continue
            of_day = (None, lesson.course_id, lesson.day)
            if work.lesson_id == lesson.id or (work.lesson_id, work.course_id, work.day) == of_day:
                told.add(mark.id)
                weight = weight_of(self.world, work)
                yield ShownMark(MarkValue(mark.value), work.title, weight, work.day)

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        return [
            DiaryLesson(
                day=day,
                number=slot.number,
                subject=subject_of(self.world, slot.course_id).title,
                starts=slot.starts,
                ends=slot.finishes,
                room=slot.room,
                teacher=self._teacher(slot.course_id),
            )
            for day in days_of(first, last)
            for slot in self._slots(pupil)
            if self._is_on(pupil, slot, day)
        ]

    def _is_on(self, pupil: PupilId, slot: records.Timetable, day: date) -> bool:
        return (
            slot.weekday == day.isoweekday()
            and holds(slot, day)
            and taught_on(self.world, pupil, slot.course_id, day)
        )

    def _teacher(self, course: int) -> object:
        first = teacher_of(self.world, course)
        return name_of(self.world.get(records.Person, first.person_id)) if first else None

    async def holidays(self, pupil: PupilId, first: date, last: date) -> Sequence[Holiday]:
        school = self.world.get(records.Person, pupil).school_id
        found = self.world.all(
            records.Holiday,
            lambda it: it.school_id == school and it.begins <= last and it.ends >= first,
        )
        return [
            Holiday(one.title, one.begins, one.ends)
            for one in sorted(found, key=lambda it: (it.begins, it.id))
        ]

    async def periods(self, pupil: PupilId, day: date) -> Sequence[Period]:
        courses = Counter(term.period_id for term in self._terms(pupil))
        found = [self.world.get(records.Period, number) for number in courses]
        years = sorted(
            self.world.all(records.Period, lambda it: it.kind == "year"), key=lambda it: it.begins
        )
        year = next((one for one in reversed(years) if one.begins <= day), next(iter(years), None))
        of_year = [one for one in found if year and year.begins <= one.begins <= year.ends]
        kinds = Counter[str]()
        for one in of_year:
            kinds[one.kind] += courses[one.id]
        kind = max(kinds, key=lambda it: (kinds[it], it), default="")
        return [
            Period(one.title, PeriodKind(one.kind), one.begins, one.ends)
            for one in sorted(of_year, key=lambda it: it.begins)
            if one.kind == kind
        ]

    async def beside_year(self, pupil: PupilId, day: date) -> YearsBeside:
        shown = await self.periods(pupil, day)
        if not shown:
            return YearsBeside()
        years = sorted(one.begins for one in self.world.all(records.Period) if one.kind == "year")
        others = [await self.periods(pupil, begins) for begins in years]
        before = [one[-1] for one in others if one and one[-1].ends < shown[0].begins]
        after = [one[0] for one in others if one and one[0].begins > shown[-1].ends]
        return YearsBeside(before[-1] if before else None, after[0] if after else None)

    def _terms(self, pupil: PupilId) -> list[records.GroupTerm]:
        courses = {
            one.group_id
            for one in self.world.all(records.Enrolment, lambda it: it.person_id == pupil)
            if self.world.get(records.Group, one.group_id).kind == "course"
        }
        return [
            one
            for one in self.world.all(records.GroupTerm, lambda it: it.group_id in courses)
            if self.world.get(records.Period, one.period_id).kind != "year"
        ]

    async def subjects(self, pupil: PupilId) -> Sequence[tuple[SubjectId, str]]:
        zone = ZoneInfo(self.world.all(records.School).__next__().zone)
        found = {
            group.subject_id
            for group in self.world.all(records.Group, lambda it: it.kind == "course")
            if taught_on(self.world, pupil, group.id, today(self.clock, zone))
        }
        titled = [
            (SubjectId(number), self.world.get(records.Subject, number).title) for number in found
        ]
        return sorted(titled, key=lambda it: (it[1], it[0]))

    async def marks(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        found = [
            (work.day, mark.id, work, mark)
            for mark in self.world.all(records.Mark, lambda it: it.pupil_id == pupil)
            if (work := self.world.standing(records.Work, mark.work_id))
            and first <= work.day <= last
        ]
        return [
            MarkedWork(
                SubjectId(subject_of(self.world, work.course_id).id),
                subject_of(self.world, work.course_id).title,
                MarkValue(mark.value),
                work.title,
                weight_of(self.world, work),
                day,
            )
            for day, _, work, mark in sorted(found, key=lambda it: it[:2])
        ]

    async def period_marks(self, pupil: PupilId, period: Period) -> dict[SubjectId, MarkValue]:
        days = (period.kind.value, period.begins, period.ends)
        return {
            SubjectId(subject_of(self.world, one.course_id).id): MarkValue(one.value)
            for one in sorted(
                self.world.all(
                    records.PeriodMark, lambda it: it.pupil_id == pupil and it.kind == "period"
                ),
                key=when_set,
            )
            if (of := self.world.get(records.Period, one.period_id))
            and (of.kind, of.begins, of.ends) == days
        }

    async def homework(self, pupil: PupilId, first: date, last: date) -> Sequence[Assignment]:
        found = [
            Assignment(
                subject_of(self.world, one.course_id).title,
                one.homework,
                one.day,
                due,
                LessonId(one.id),
            )
            for one in self._recorded(pupil, first - timedelta(days=90), last)
            if one.homework and (due := await self._due(pupil, one, last)) and first <= due <= last
        ]
        return sorted(found, key=lambda it: (it.subject, it.set_on))

    async def _due(self, pupil: PupilId, lesson: records.Lesson, last: date) -> date | None:
        if lesson.homework_due:
            return lesson.homework_due
        recorded = self._recorded(pupil, lesson.day, last)
        given = {one.day for one in recorded if one.course_id == lesson.course_id} - {
            one.day
            for one in recorded
            if one.course_id == lesson.course_id and one.state == "cancelled"
        }
        holidays = await self.holidays(pupil, lesson.day, last)
        for day in days_of(lesson.day + timedelta(days=1), last):
            off = any(one.begins <= day <= one.ends for one in holidays)
            unrecorded = not any(one.day == day for one in recorded)
            slots = [one for one in self._slots(pupil) if one.course_id == lesson.course_id]
            on = any(self._is_on(pupil, one, day) for one in slots)
            if day in given or (unrecorded and not off and on):
                return day
        return None

    async def absences(self, pupil: PupilId, first: date, last: date) -> Sequence[ShownAbsence]:
        found = [
            (lesson.day, lesson.number, one.id, one, lesson)
            for one in self.world.all(records.Absence, lambda it: it.pupil_id == pupil)
            if (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and first <= lesson.day <= last
        ]
        return [
            ShownAbsence(
                day,
                number,
                subject_of(self.world, lesson.course_id).title,
                *as_shown(self.world, one, lesson),
            )
            for day, number, _, one, lesson in sorted(found, key=lambda it: it[:3], reverse=True)
        ]
