"""Reviews and reminders in memory: `ReviewBook`, `Reminders`, `TotalsNewsBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged
from core.diary.timetable import PlacedLesson, days_of_courses, lessons_of_days
from core.diary.totals.ports import Guardian, InHand
from core.diary.totals.review import holding, sunday_of
from core.ids import ClassId, CourseId, NoticeId, PeriodId, PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday, days_between
from core.journal.missing_marks import of_scope
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind, kind_within
from core.notices.ledger import Notice
from core.notices.news.totals import (
    SCOPES,
    MissingRecord,
    NudgeRecord,
    PeriodMarkRecord,
    ReviewedNews,
    ReviewsNews,
    listed,
)
from tests.school import records
from tests.school.acknowledgements import Answer
from tests.school.audience import MemoryAudience
from tests.school.missing_marks import MemoryMissingMarks
from tests.school.paper import RunRecord, SheetRecord
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.teaching import holds, is_or_was_on, place_of, subject_of
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Noted(Record):
    occasion: tuple[int, str, str]


@dataclass(frozen=True)
class MemoryReminders:
    world: World

    async def note(
        self, school: SchoolId, what: str, keys: Sequence[str], *, at: datetime
    ) -> frozenset[str]:
        new = await self.unnoted(school, what, keys)
        for key in dict.fromkeys(one for one in keys if one in new):
            self.world.add(Noted, occasion=(school, what, key))
        return new

    async def unnoted(self, school: SchoolId, what: str, keys: Sequence[str]) -> frozenset[str]:
        known = {one.occasion for one in self.world.all(Noted)}
        return frozenset(key for key in keys if (school, what, key) not in known)


@dataclass(frozen=True)
class MemoryReviewBook:
    world: World
    clock: Clock

    async def guardians(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Guardian]]:
        found = {pupil: self._guardians(pupil) for pupil in pupils}
        return {pupil: guardians for pupil, guardians in found.items() if guardians}

    def _guardians(self, pupil: PupilId) -> list[Guardian]:
        links = self.world.all(records.Guardianship, lambda it: it.pupil_id == pupil)
        return [
            Guardian(PersonId(person.id), name_of(person))
            for link in sorted(links, key=lambda it: (it.position, it.id))
            if (person := self.world.standing(records.Person, link.guardian_id))
        ]

    async def on_paper(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[InHand]:
        made = {one.id: one.made for one in self.world.all(RunRecord)}
        held = [
            InHand(one.sheet.pupil, made[one.run].first, made[one.run].last)
            for one in self.world.all(SheetRecord)
            if one.sheet.pupil in pupils and one.sheet.handed_at is not None
        ]
        found = [one for one in held if one.first <= last and first <= one.last]
        return sorted(found, key=lambda it: (it.last, it.pupil))

    async def leaders(self, school: SchoolId, day: date) -> Mapping[ClassId, Sequence[PersonId]]:
        audience = MemoryAudience(self.world, self.clock)
        classes = self.world.all(
            records.Group, lambda it: (it.school_id, it.kind) == (school, "class")
        )
        found = {
            ClassId(one.id): [
                PersonId(teacher.person_id)
                for teacher in self._enrolled(one.id, "teacher", day, day)
                if audience.account_of(teacher.person_id)
            ]
            for one in classes
        }
        return {one: teachers for one, teachers in found.items() if teachers}

    def _enrolled(self, group: int, role: str, first: date, last: date) -> list[records.Enrolment]:
        found = self.world.all(
            records.Enrolment, lambda it: (it.group_id, it.role) == (group, role)
        )
        return [one for one in found if any(holds(one, day) for day in days_between(first, last))]

    async def school_days(self, class_id: ClassId, first: date, last: date) -> Sequence[date]:
        pupils = {one.person_id for one in self._enrolled(class_id, "pupil", first, last)}
        courses = [
            group.id
            for group in self.world.all(records.Group, lambda it: it.kind == "course")
            if pupils & {one.person_id for one in self._enrolled(group.id, "pupil", first, last)}
        ]
        school = self.world.get(records.Group, class_id).school_id
        lessons = lessons_of_days(
            [
                place_of(one)
                for one in self.world.all(records.Lesson, lambda it: it.course_id in courses)
                if is_or_was_on(one, first, last)
            ],
            [
                PlacedLesson(CourseId(one.course_id), day, one.number)
                for day in days_between(first, last)
                for one in self.world.all(records.Timetable, lambda it: it.course_id in courses)
                if one.weekday == day.isoweekday() and holds(one, day)
            ],
            [
                Holiday(one.title, one.begins, one.ends)
                for one in self.world.all(records.Holiday, lambda it: it.school_id == school)
            ],
        )
        taught = {day for of_course in days_of_courses(lessons).values() for day in of_course}
        return sorted(day for day in taught if first <= day <= last)


@dataclass(frozen=True)
class MemoryTotalsNewsBook:
    world: World
    clock: Clock

    async def period_marks_by_id(
        self, notices: Sequence[Notice]
    ) -> Mapping[int, PeriodMarkRecord]:
        return {
            mark.id: PeriodMarkRecord(
                pupil=PupilId(PersonId(pupil.id)),
                child=name_of(pupil),
                subject=subject_of(self.world, mark.course_id).title,
                period=self.world.get(records.Period, mark.period_id).title,
                kind=kind_within(
                    PeriodMarkKind(mark.kind),
                    PeriodKind(self.world.get(records.Period, mark.period_id).kind),
                ),
                value=None if mark.gone_at else MarkValue(mark.value),
            )
            for one in notices
            if (mark := self.world.get(records.PeriodMark, one.draft.subject))
            and (pupil := self.world.standing(records.Person, mark.pupil_id))
        }

    async def missing(self, notices: Sequence[Notice]) -> Mapping[NoticeId, MissingRecord]:
        book = MemoryMissingMarks(self.world, self.clock)
        found = {}
        for one in notices:
            person = self.world.standing(records.Person, one.draft.recipient)
            period = await book.period(PeriodId(one.draft.subject))
            if person and period:
                day = min(self._today(person), period.ends)
                gaps = await book.gaps(period, day)
                own = of_scope(gaps, one.draft.recipient, SCOPES[one.draft.kind])
                found[one.id] = MissingRecord(name_of(person), period, tuple(own))
        return found

    async def reviewed(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewedNews]:
        found = {}
        for one in notices:
            answer = self.world.get(Answer, one.draft.subject)
            if answer is None or answer.given.kind is not Acknowledged.REVIEW:
                continue
            given = answer.given
            child, who = self._name(given.about), self._name(given.person)
            if child and who and given.about == one.draft.about:
                day = date.fromordinal(given.subject)
                found[one.id] = ReviewedNews(given.about, child, who, day)
        return found

    async def reviews_of_day(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewsNews]:
        found = {}
        for one in notices:
            teacher = self.world.standing(records.Person, one.draft.recipient)
            if teacher:
                day = date.fromordinal(one.draft.subject)
                pupils = self._reviewed(teacher, one.draft.subject)
                found[one.id] = ReviewsNews(one.draft.about, name_of(teacher), day, pupils)
        return found

    def _reviewed(self, teacher: records.Person, day: int) -> tuple[tuple[str, Name], ...]:
        now = self._today(teacher)
        answers = self.world.all(
            Answer, lambda it: it.given.kind is Acknowledged.REVIEW and it.given.subject == day
        )
        reviewed = {one.given.about for one in answers}
        in_force = [one for one in self.world.all(records.Enrolment) if holds(one, now)]
        led = {
            group.id: group.title
            for one in in_force
            if (one.person_id, one.role) == (teacher.id, "teacher")
            and (group := self.world.standing(records.Group, one.group_id))
            and group.kind == "class"
        }
        found = {
            (led[one.group_id], self._name(one.person_id))
            for one in in_force
            if one.role == "pupil" and one.group_id in led and one.person_id in reviewed
        }
        return listed(found)

    async def nudges(self, notices: Sequence[Notice]) -> Mapping[NoticeId, NudgeRecord]:
        found = {}
        for one in notices:
            name, about = self._name(one.draft.about), one.draft.about
            if name:
                week = range(one.draft.subject, one.draft.subject + 7)
                book = MemoryReviewBook(self.world, self.clock)
                guardians = await book.guardians([about])
                monday = date.fromordinal(one.draft.subject)
                sheets = await book.on_paper([about], monday, sunday_of(monday))
                reviews = {
                    guardian.person: {
                        date.fromordinal(answer.given.subject)
                        for answer in self.world.all(Answer)
                        if (answer.given.about, answer.given.person) == (about, guardian.person)
                        and answer.given.kind is Acknowledged.REVIEW
                        and answer.given.subject in week
                    }
                    for guardian in guardians.get(about, ())
                }
                found[one.id] = NudgeRecord(
                    name, reviews, on_paper=about in holding(sheets, monday)
                )
        return found

    def _name(self, person: int) -> Name | None:
        found = self.world.standing(records.Person, person)
        return name_of(found) if found else None

    def _today(self, person: records.Person) -> date:
        school = self.world.get(records.School, person.school_id)
        return today(self.clock, ZoneInfo(school.zone))
