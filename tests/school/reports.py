"""What reports read, in memory: `ReportBook` and `VisitBook`, as plainly as it can be said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from core.diary.forecast.sufficiency import marks_that_certify
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import (
    AbsenceCode,
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
    ReasonState,
)
from core.reports.ports import (
    UNSATISFACTORY,
    Course,
    Family,
    GivenMarks,
    MarksOfPupil,
    Missed,
    Place,
    PoorMark,
    Stay,
    SummedUp,
    Taught,
    User,
)
from core.reports.shares import by_name
from core.reports.terms import Term
from tests.school import records
from tests.school.mailboxes import MailboxRecord
from tests.school.people import name_of
from tests.school.teaching import day_counted, subject_of, teacher_of, when_set
from tests.school.world import World


@dataclass(frozen=True)
class MemoryReportBook:
    world: World

    async def terms(self, school: SchoolId) -> Sequence[Term]:
        found = self.world.all(records.Period, lambda it: it.school_id == school)
        return [
            Term(PeriodId(one.id), one.title, PeriodKind(one.kind), one.begins, one.ends)
            for one in sorted(found, key=lambda it: (it.begins, it.ends, it.id))
        ]

    async def stays(self, classes: Sequence[ClassId], first: date, last: date) -> Sequence[Stay]:
        found = [one for one in self._all_stays() if self._touches(one, first, last)]
        here = {one.pupil for one in found if one.class_id in classes}
        return [one for one in found if one.pupil in here]

    def _all_stays(self) -> list[Stay]:
        enrolments = sorted(
            self.world.tables[records.Enrolment].values(),
            key=lambda it: (it.begins or date.min, it.id),
        )
        return [
            Stay(
                PupilId(person.id),
                name_of(person),
                ClassId(group.id),
                group.title,
                one.begins,
                one.ends,
                self._dropped(one),
            )
            for one in enrolments
            if one.role == "pupil"
            and (group := self.world.get(records.Group, one.group_id)).kind == "class"
            and (person := self.world.get(records.Person, one.person_id))
        ]

    def _dropped(self, one: records.Enrolment) -> date | None:
        zone = self.world.get(records.School, one.school_id).zone
        return one.gone_at.astimezone(ZoneInfo(zone)).date() if one.gone_at else None

    def _touches(self, one: Stay, first: date, last: date) -> bool:
        return (
            (one.dropped is None or one.dropped >= first)
            and (one.begins is None or one.begins <= last)
            and (one.ends is None or one.ends >= first)
        )

    async def places(self, pupils: Sequence[PupilId]) -> Sequence[Place]:
        found = self.world.all(
            records.Enrolment, lambda it: it.person_id in pupils and it.role == "pupil"
        )
        return [
            Place(PupilId(one.person_id), CourseId(one.group_id), one.begins, one.ends)
            for one in found
            if (group := self.world.standing(records.Group, one.group_id))
            and group.kind == "course"
        ]

    async def courses(self, courses: Sequence[CourseId]) -> Sequence[Course]:
        return [
            self._course(one)
            for one in self.world.all(records.Group, lambda it: it.id in courses)
            if one.subject_id is not None
        ]

    def _course(self, one: records.Group) -> Course:
        first = teacher_of(self.world, one.id)
        teacher = self.world.standing(records.Person, first.person_id) if first else None
        terms = self.world.all(records.GroupTerm, lambda it: it.group_id == one.id)
        subject = subject_of(self.world, one.id)
        return Course(
            CourseId(one.id),
            SubjectId(subject.id),
            subject.title,
            CourseKind(one.teaching) if one.teaching else CourseKind.LESSON,
            name_of(teacher) if teacher else None,
            frozenset(PeriodId(term.period_id) for term in terms),
            one.weekly_hours,
        )

    async def taught(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[Taught]:
        held = list(
            self.world.all(
                records.Lesson,
                lambda it: (
                    it.course_id in courses and it.state == "held" and first <= it.day <= last
                ),
            )
        )
        return [
            Taught(CourseId(course), day, len(of), *_lacking(of))
            for course, day in sorted({(one.course_id, one.day) for one in held})
            if (of := [one for one in held if (one.course_id, one.day) == (course, day)])
        ]

    async def missed(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[Missed]:
        found = [
            (lesson.day, lesson.number, one.id, one, lesson)
            for one in self.world.all(records.Absence, lambda it: it.pupil_id in pupils)
            if (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and lesson.state == "held"
            and first <= lesson.day <= last
        ]
        return [
            Missed(
                PupilId(one.pupil_id),
                lesson.day,
                lesson.number,
                CourseId(lesson.course_id),
                SubjectId(subject_of(self.world, lesson.course_id).id),
                subject_of(self.world, lesson.course_id).title,
                lesson.topic,
                AbsenceCode(one.code),
                ReasonState(one.reason),
                self.world.get(records.Person, one.pupil_id).source,
            )
            for *_, one, lesson in sorted(found, key=lambda it: it[:3])
        ]

    async def summed_up(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[SummedUp]:
        found = self.world.all(records.PeriodMark, lambda it: it.pupil_id in pupils)
        return [
            SummedUp(
                PupilId(one.pupil_id),
                PeriodId(one.period_id),
                PeriodMarkKind(one.kind),
                SubjectId(subject_of(self.world, one.course_id).id),
                subject_of(self.world, one.course_id).title,
                MarkValue(one.value),
            )
            for one in sorted(found, key=when_set)
            if (period := self.world.standing(records.Period, one.period_id))
            and first <= period.begins
            and period.ends <= last
        ]

    async def given(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[GivenMarks]:
        counts = Counter(
            (work.course_id, work.day)
            for _, work in self._marked(first, last)
            if work.course_id in courses
        )
        return [GivenMarks(CourseId(of), day, counts[of, day]) for of, day in sorted(counts)]

    async def marks_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MarksOfPupil]:
        counts = Counter[tuple[int, int]]()
        for mark, work in self._counted(first, last):
            if mark.pupil_id in pupils:
                certify = marks_that_certify([MarkValue(mark.value)])
                counts[mark.pupil_id, work.course_id] += certify
        return [
            MarksOfPupil(PupilId(pupil), CourseId(course), counts[pupil, course])
            for pupil, course in sorted(counts)
        ]

    async def poor(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[PoorMark]:
        found = sorted(self._counted(first, last), key=lambda it: (it[1].day, it[0].id))
        return [
            PoorMark(
                PupilId(mark.pupil_id),
                work.day,
                subject_of(self.world, work.course_id).title,
                work.title,
                lesson.topic
                if (lesson := self.world.standing(records.Lesson, work.lesson_id))
                else "",
                MarkValue(mark.value),
            )
            for mark, work in found
            if mark.pupil_id in pupils and mark.value in UNSATISFACTORY
        ]

    def _counted(self, first: date, last: date) -> Iterator[tuple[records.Mark, records.Work]]:
        for mark, work in self._marked(date.min, date.max):
            if first <= day_counted(self.world, work) <= last:
                yield mark, work

    def _marked(self, first: date, last: date) -> Iterator[tuple[records.Mark, records.Work]]:
        for mark in self.world.all(records.Mark):
            work = self.world.standing(records.Work, mark.work_id)
            if work and first <= work.day <= last:
                yield mark, work


def _lacking(lessons: Sequence[records.Lesson]) -> tuple[int, int]:
    return (
        sum(not one.topic.strip() for one in lessons),
        sum(not one.homework.strip() for one in lessons),
    )


@dataclass(frozen=True)
class MemoryVisitBook:
    world: World

    async def note(self, school: SchoolId, person: PersonId, day: date) -> bool:
        month = day.replace(day=1)
        known = next(
            self.world.all(records.Visit, lambda it: (it.person_id, it.month) == (person, month)),
            None,
        )
        if known is None:
            told = {"person_id": person, "month": month, "days": 1, "last_day": day}
            self.world.add(records.Visit, school_id=school, **told)
            return True
        if known.last_day >= day:
            return False
        self.world.change(known, days=known.days + 1, last_day=day)
        return True

    async def families(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Family]:
        return [
            Family(
                self._user(pupil, first, last),
                tuple(self._user(one, first, last) for one in self._guardians(pupil)),
            )
            for pupil in pupils
            if self.world.standing(records.Person, pupil)
        ]

    def _guardians(self, pupil: int) -> list[int]:
        links = self.world.all(records.Guardianship, lambda it: it.pupil_id == pupil)
        ordered = sorted(links, key=lambda it: (it.position, it.id))
        return [
            one.guardian_id
            for one in ordered
            if self.world.standing(records.Person, one.guardian_id)
        ]

    async def staff(self, school: SchoolId, first: date, last: date) -> Sequence[User]:
        working = {
            one.person_id
            for one in self.world.all(records.Role, lambda it: it.school_id == school)
            if one.role not in ("pupil", "guardian")
        }
        users = {
            one.id: self._user(one.id, first, last)
            for one in self.world.all(records.Person, lambda it: it.id in working and it.enabled)
        }
        ordered = by_name([(number, one.name) for number, one in users.items()])
        return [users[number] for number, _ in ordered]

    def _user(self, person: int, first: date, last: date) -> User:
        record = self.world.get(records.Person, person)
        visits = list(
            self.world.all(
                records.Visit,
                lambda it: it.person_id == person and first.replace(day=1) <= it.month <= last,
            )
        )
        return User(
            PersonId(person),
            name_of(record),
            self._came_in(record),
            sum(one.days for one in visits),
            max((one.last_day for one in visits), default=None),
            any(
                one.person_id == person and one.gone_at is None
                for one in self.world.all(MailboxRecord)
            ),
        )

    def _came_in(self, person: records.Person) -> date | None:
        zone = ZoneInfo(self.world.get(records.School, person.school_id).zone)
        links = self.world.all(
            records.AccountLink, lambda it: it.person_id == person.id and it.ended_at is None
        )
        return next((one.linked_at.astimezone(zone).date() for one in links), None)
