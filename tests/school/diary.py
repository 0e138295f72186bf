"""A pupil's records in memory: `DiaryBook`, as plainly as it can be said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from core.access.people import Child
from core.clock import Clock, today
from core.diary.homework.due import LOOK_BACK, GivenHomework, due_between
from core.diary.ports import MarkedWork
from core.diary.timetable import PlacedLesson, expected, hour_of, lessons_of_days
from core.diary.views import Assignment, DiaryLesson, LooseMark, Period, ShownAbsence, ShownMark
from core.ids import ClassId, CourseId, LessonId, PupilId, SubjectId
from core.journal.calendar import Holiday
from core.journal.school_years import CountedTerm, YearOfPeriods, year_of_periods
from core.journal.values import MarkValue, PeriodKind
from tests.school import records
from tests.school.excuses import as_shown
from tests.school.journal import weight_of
from tests.school.people import MemoryDirectory, name_of
from tests.school.teaching import (
    counted_terms,
    day_counted,
    is_or_was_on,
    place_of,
    slots_of,
    subject_of,
    taught_on,
    when_set,
)
from tests.school.world import World


@dataclass(frozen=True)
class MemoryDiaryBook:
    world: World
    clock: Clock

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        found = MemoryDirectory(self.world, self.clock).class_of(pupil)
        return ClassId(found.id) if found else None

    async def child(self, pupil: PupilId) -> Child | None:
        person = self.world.standing(records.Person, pupil)
        if person is None:
            return None
        child = MemoryDirectory(self.world, self.clock).child(person)
        return replace(child, class_id=await self.class_of(pupil))

    async def lessons(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        found = self.world.all(
            records.Lesson,
            lambda it: (
                is_or_was_on(it, first, last)
                and taught_on(self.world, pupil, it.course_id, it.day)
            ),
        )
        in_order = sorted(found, key=lambda it: (it.day, it.number, it.id))
        return [self._shown(pupil, lesson) for lesson in in_order]

    def _shown(self, pupil: PupilId, lesson: records.Lesson) -> DiaryLesson:
        hour = hour_of(slots_of(self.world, pupil), lesson.course_id, lesson.day, lesson.number)
        teacher = self.world.get(records.Person, lesson.teacher_id)
        place = place_of(lesson)
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
            starts=hour.starts,
            ends=hour.ends,
            room=hour.room,
            state=place.state,
            topic=lesson.topic,
            homework=lesson.homework,
            homework_due=lesson.homework_due,
            teacher=name_of(teacher) if teacher else None,
            replaced=lesson.replaces_id is not None,
            course=place.course,
            moved_from=place.moved_from,
            marks=tuple(
                self._mark(mark, work)
                for mark, work in self._marked(pupil)
                if work.lesson_id == lesson.id
            ),
            absence=as_shown(self.world, absence, lesson)[0] if absence else None,
            absence_reason=as_shown(self.world, absence, lesson)[1] if absence else None,
        )

    def _marked(self, pupil: PupilId) -> Iterator[tuple[records.Mark, records.Work]]:
        for mark in self.world.all(records.Mark, lambda it: it.pupil_id == pupil):
            work = self.world.standing(records.Work, mark.work_id)
            if work is not None:
                yield mark, work

    def _mark(self, mark: records.Mark, work: records.Work) -> ShownMark:
        return ShownMark(MarkValue(mark.value), work.title, weight_of(self.world, work), work.day)

    async def loose_marks(self, pupil: PupilId, first: date, last: date) -> Sequence[LooseMark]:
        return [
            LooseMark(
                CourseId(work.course_id),
                subject_of(self.world, work.course_id).title,
                self._mark(mark, work),
            )
            for mark, work in self._marked(pupil)
            if work.lesson_id is None and first <= work.day <= last
        ]

    async def expected(self, pupil: PupilId, first: date, last: date) -> Sequence[DiaryLesson]:
        return [
            DiaryLesson(
                day=day,
                number=slot.number,
                subject=slot.subject,
                starts=slot.starts,
                ends=slot.finishes,
                room=slot.room,
                teacher=slot.teacher_on(day),
                course=slot.course,
            )
            for day, slot in expected(slots_of(self.world, pupil), first, last)
        ]

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

    async def periods(self, pupil: PupilId, day: date) -> YearOfPeriods[Period]:
        return year_of_periods(self.terms([pupil]), day)

    def terms(self, pupils: Sequence[PupilId]) -> list[CountedTerm[Period]]:
        courses = {
            one.group_id
            for one in self.world.all(records.Enrolment, lambda it: it.person_id in pupils)
            if self.world.get(records.Group, one.group_id).kind == "course"
        }
        return counted_terms(self.world, courses, _period)

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
        return [one for one in self._all_marks(pupil) if first <= one.day <= last]

    async def marks_counted(self, pupil: PupilId, first: date, last: date) -> Sequence[MarkedWork]:
        return [one for one in self._all_marks(pupil) if first <= one.counts_on <= last]

    def _all_marks(self, pupil: PupilId) -> list[MarkedWork]:
        found = [
            (work.day, mark.id, work, mark)
            for mark in self.world.all(records.Mark, lambda it: it.pupil_id == pupil)
            if (work := self.world.standing(records.Work, mark.work_id))
        ]
        return [
            MarkedWork(
                SubjectId(subject_of(self.world, work.course_id).id),
                subject_of(self.world, work.course_id).title,
                MarkValue(mark.value),
                work.title,
                weight_of(self.world, work),
                day,
                day_counted(self.world, work),
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
        since = first - LOOK_BACK
        recorded = [
            one
            for one in self.world.all(records.Lesson)
            if taught_on(self.world, pupil, one.course_id, one.day)
        ]
        slots = slots_of(self.world, pupil)
        lessons = lessons_of_days(
            [place_of(one) for one in recorded if is_or_was_on(one, since, last)],
            [
                PlacedLesson(slot.course, day, slot.number)
                for day, slot in expected(slots, since, last)
            ],
            await self.holidays(pupil, since, last),
        )
        given = [
            GivenHomework(
                LessonId(one.id),
                CourseId(one.course_id),
                subject_of(self.world, one.course_id).title,
                one.day,
                one.homework,
                one.homework_due,
            )
            for one in sorted(recorded, key=lambda it: (it.day, it.id))
            if one.homework and (one.homework_due or since <= one.day < last)
        ]
        return due_between(given, lessons, first, last)

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


def _period(one: records.Period) -> Period:
    return Period(one.title, PeriodKind(one.kind), one.begins, one.ends)
