"""Builds a small school, record by record, and puts it into memory or into a database.

What a test does not say has a plain default. Ids are known at once; `plant` makes them true.
"""

from datetime import date, datetime, time
from decimal import Decimal
from itertools import count
from typing import Any, Protocol

from core.access.people import Name, Role
from core.ids import (
    AbsenceId,
    AccountId,
    AnnouncementId,
    ClassId,
    CourseId,
    DutyId,
    EventId,
    LessonId,
    MarkId,
    PeriodMarkId,
    PersonId,
    PupilId,
    RecommendationId,
    RemarkId,
    SchoolId,
    SubjectId,
    WorkId,
)
from core.journal.values import AbsenceCode, PeriodKind, ReasonState
from tests.school import records
from tests.school.records import LONG_AGO, Record

YEAR = (date(2026, 9, 1), date(2027, 5, 28))
DAY = date(2026, 11, 20)
"""A Friday in the second quarter: what is not dated is of this day."""

FIRST_ID = 1_000_000
"""Far above what a database numbers by itself in a test."""


class Soil(Protocol):
    async def plant(self, found: list[Record]) -> None: ...


class Seed:
    def __init__(self, *, zone: str = "Europe/Moscow", **school: Any) -> None:
        self.records: list[Record] = []
        self._ids = count(FIRST_ID)
        self._accounts = count(700)
        self.of_school: int = 0
        self.school = self.a_school(zone=zone, **school)

    async def plant(self, soil: Soil) -> None:
        """Put what was built since the last time into the store."""
        built, self.records = self.records, []
        await soil.plant(built)

    def _add(self, of: type[Record], /, **values: Any) -> int:
        if issubclass(of, records.OfSchool):
            values.setdefault("school_id", self.of_school)
        record = of(id=next(self._ids), **values)
        self.records.append(record)
        return record.id

    def a_school(self, **values: Any) -> SchoolId:
        """Build a school; what is built from now on belongs to it."""
        self.of_school = self._add(records.School, **values)
        return SchoolId(self.of_school)

    def a_person(self, given: str = "Анна", family: str = "Орлова", **values: Any) -> PersonId:
        return PersonId(self._add(records.Person, given=given, family=family, **values))

    def a_pupil(
        self, given: str = "Маша", *, class_id: int | None = None, **values: Any
    ) -> PupilId:
        pupil = PupilId(self.a_person(given, **values))
        self.a_role(pupil, Role.PUPIL)
        if class_id is not None:
            self.enrolled(pupil, class_id)
        return pupil

    def a_guardian(self, *pupils: int, given: str = "Анна", **values: Any) -> PersonId:
        guardian = self.a_person(given, **values)
        self.a_role(guardian, Role.GUARDIAN)
        for pupil in pupils:
            self.a_guardianship(pupil, guardian)
        return guardian

    def a_guardianship(self, pupil: int, guardian: int, **values: Any) -> int:
        return self._add(records.Guardianship, pupil_id=pupil, guardian_id=guardian, **values)

    def a_teacher(self, *groups: int, given: str = "Нина", **values: Any) -> PersonId:
        teacher = self.a_person(given, **values)
        self.a_role(teacher, Role.TEACHER)
        for group in groups:
            self.enrolled(teacher, group, role="teacher")
        return teacher

    def a_role(self, person: int, role: Role, **values: Any) -> int:
        return self._add(records.Role, person_id=person, role=role.value, **values)

    def a_consent(self, guardian: int, pupil: int, **values: Any) -> int:
        told = {"subject": "electronic", "state": "refused", "day": DAY} | values
        return self._add(records.Consent, guardian_id=guardian, pupil_id=pupil, **told)

    def an_account(self, *persons: int, value: str = "", **values: Any) -> AccountId:
        """Build an account and link the persons to it."""
        account = self._add(
            records.Account,
            channel=values.pop("channel", "telegram"),
            value=value or str(next(self._accounts)),
            **values,
        )
        for person in persons:
            self._add(records.AccountLink, person_id=person, account_id=account)
        return AccountId(account)

    def a_link(
        self, person: int, account: int, *, ended_at: datetime | None = None, **values: Any
    ) -> int:
        told = {"ended_at": ended_at} | values
        return self._add(records.AccountLink, person_id=person, account_id=account, **told)

    def a_class(self, title: str = "7А", **values: Any) -> ClassId:
        return ClassId(self._add(records.Group, kind="class", title=title, **values))

    def a_subject(self, title: str = "Алгебра") -> SubjectId:
        return SubjectId(self._add(records.Subject, title=title))

    def a_course(
        self, *pupils: int, subject: int | None = None, title: str = "", **values: Any
    ) -> CourseId:
        """Build a course and enrol the pupils in it."""
        taught = self.a_subject(title or "Алгебра") if subject is None else subject
        course = self._add(
            records.Group, kind="course", title=f"{title}, 7А", subject_id=taught, **values
        )
        for pupil in pupils:
            self.enrolled(pupil, course)
        return CourseId(course)

    def enrolled(self, person: int, group: int, **values: Any) -> int:
        role = values.pop("role", "pupil")
        return self._add(records.Enrolment, person_id=person, group_id=group, role=role, **values)

    def a_slot(self, course: int, **values: Any) -> int:
        told = {
            "weekday": DAY.isoweekday(),
            "number": 1,
            "starts": time(8, 30),
            "finishes": time(9, 15),
            "room": "12",
            "begins": YEAR[0],
            "ends": YEAR[1],
        }
        return self._add(records.Timetable, course_id=course, **(told | values))

    def a_period(
        self,
        *groups: int,
        title: str = "II четверть",
        kind: PeriodKind = PeriodKind.QUARTER,
        begins: date = date(2026, 11, 2),
        ends: date = date(2026, 12, 27),
    ) -> int:
        """Build a period in which the groups are taught."""
        period = self._add(records.Period, title=title, kind=kind.value, begins=begins, ends=ends)
        for group in groups:
            self.taught_in(period, group)
        return period

    def taught_in(self, period: int, group: int) -> int:
        return self._add(records.GroupTerm, group_id=group, period_id=period)

    def a_year(self, begins: date = YEAR[0], ends: date = YEAR[1]) -> int:
        return self.a_period(title="2026/2027", kind=PeriodKind.YEAR, begins=begins, ends=ends)

    def a_holiday(self, title: str, begins: date, ends: date, **values: Any) -> int:
        return self._add(records.Holiday, title=title, begins=begins, ends=ends, **values)

    def a_consultant(self, given: str = "Вера", **values: Any) -> PersonId:
        person = self.a_person(given, **values)
        self.a_role(person, Role.CONSULTANT)
        return person

    def a_duty(self, person: int, **values: Any) -> DutyId:
        return DutyId(self._add(records.Duty, person_id=person, **values))

    def an_event(
        self, *classes: int, title: str = "Экскурсия", begins: date = DAY, **values: Any
    ) -> EventId:
        """Build an event of the classes, or of the whole school where none is named."""
        told = {"ends": begins} | values
        event = self._add(records.Event, title=title, begins=begins, **told)
        for one in classes:
            self._add(records.EventClass, event_id=event, class_id=one)
        return EventId(event)

    def a_recommendation(
        self, lesson: int, teacher: int, *, pupil: int | None = None, text: str = "Повторить"
    ) -> RecommendationId:
        return RecommendationId(
            self._add(
                records.Recommendation, lesson_id=lesson, pupil_id=pupil, text=text, by_id=teacher
            )
        )

    def a_remark(
        self, pupil: int, teacher: int, text: str = "Помогает всем", **values: Any
    ) -> RemarkId:
        told = {"kind": "praise", "day": DAY} | values
        made = self._add(records.Remark, pupil_id=pupil, by_id=teacher, text=text, **told)
        return RemarkId(made)

    def an_announcement(
        self, person: int, *, text: str = "Журнал здесь", day: date = DAY
    ) -> AnnouncementId:
        return AnnouncementId(self._add(records.Announcement, text=text, day=day, by_id=person))

    def a_planned_topic(self, course: int, number: int, topic: str, **values: Any) -> int:
        return self._add(
            records.LessonPlan, course_id=course, number=number, topic=topic, **values
        )

    def a_lesson(self, course: int, **values: Any) -> LessonId:
        told = {"day": DAY, "number": 1} | values
        return LessonId(self._add(records.Lesson, course_id=course, **told))

    def a_category(
        self, weight: str = "1", title: str = "Контрольная работа", kind: str = "", **values: Any
    ) -> int:
        told = {"weight": Decimal(weight), "kind": kind} | values
        return self._add(records.Category, title=title, **told)

    def a_work(self, course: int, *, weight: str = "", **values: Any) -> WorkId:
        category = self.a_category(weight) if weight else None
        told = {"day": DAY, "title": "Ответ на уроке", "category_id": category} | values
        return WorkId(self._add(records.Work, course_id=course, **told))

    def a_mark(self, work: int, pupil: int, value: str = "5", **values: Any) -> MarkId:
        return MarkId(self._add(records.Mark, work_id=work, pupil_id=pupil, value=value, **values))

    def an_absence(
        self,
        lesson: int,
        pupil: int,
        code: AbsenceCode = AbsenceCode.ABSENT,
        reason: ReasonState = ReasonState.UNKNOWN,
        *,
        gone_at: datetime | None = None,
        set_at: datetime = LONG_AGO,
    ) -> AbsenceId:
        return AbsenceId(
            self._add(
                records.Absence,
                lesson_id=lesson,
                pupil_id=pupil,
                code=code.value,
                reason=reason.value,
                gone_at=gone_at,
                set_at=set_at,
            )
        )

    def a_period_mark(
        self, period: int, course: int, pupil: int, value: str = "5", **values: Any
    ) -> PeriodMarkId:
        told = {"period_id": period, "course_id": course, "pupil_id": pupil, "value": value}
        return PeriodMarkId(self._add(records.PeriodMark, **(told | values)))

    def changed(
        self, mark: PeriodMarkId, at: datetime, before: str | None, value: str | None
    ) -> None:
        """Leave a line of a final mark's history."""
        told = {"period_mark_id": mark, "before": before, "value": value}
        self._add(records.PeriodMarkHistory, at=at, **told)

    def name(self, person: int) -> Name:
        """Return the name of a person built and not yet planted."""
        for record in self.records:
            if isinstance(record, records.Person) and record.id == person:
                return Name(record.given, record.family, record.middle)
        raise LookupError(person)


GONE = LONG_AGO
