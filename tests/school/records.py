"""Records of the school in memory: the columns of `storage.tables` that its rules look at."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal

LONG_AGO = datetime(2026, 8, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Record:
    id: int
    gone_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class School(Record):
    identifier: str | None = None
    name: str = "Школа «Заречная»"
    zone: str = "Europe/Moscow"
    profile: str = "a"
    decided: str = "{}"
    correction_window: int = 600
    quiet_on: bool = True
    quiet_from: time = time(21)
    quiet_to: time = time(7)
    digest_at: time = time(18)
    imported_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class OfSchool(Record):
    school_id: int


@dataclass(frozen=True, kw_only=True)
class Person(OfSchool):
    given: str
    family: str
    middle: str = ""
    enabled: bool = True
    username: str = ""
    identifier: str = ""
    email: str = ""
    phone: str = ""
    source: str = ""
    origin_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Guardianship(OfSchool):
    pupil_id: int
    guardian_id: int
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Role(OfSchool):
    person_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class Consent(OfSchool):
    guardian_id: int
    pupil_id: int
    subject: str
    state: str
    day: date
    document: str = ""
    origin_id: int | None = None
    changed_at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class Account(Record):
    channel: str
    value: str
    language: str = ""
    reachable: bool = True


@dataclass(frozen=True, kw_only=True)
class AccountLink(OfSchool):
    person_id: int
    account_id: int
    linked_at: datetime = LONG_AGO
    ended_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Code(OfSchool):
    digest: str
    person_id: int
    expires: datetime
    used_by: int | None = None
    void: bool = False
    issued_at: datetime = LONG_AGO
    issued_by: int | None = None
    used_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class WrongTry(Record):
    account_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Period(OfSchool):
    title: str
    kind: str
    begins: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class Holiday(OfSchool):
    title: str
    begins: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class Duty(OfSchool):
    person_id: int
    topics: str = "any"
    weekday: int = 1
    starts: time = time(14)
    finishes: time = time(15)
    room: str = ""
    begins: date | None = None
    ends: date | None = None
    origin_id: int | None = None
    changed_at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class Event(OfSchool):
    title: str
    begins: date
    ends: date
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class EventClass(OfSchool):
    event_id: int
    class_id: int


@dataclass(frozen=True, kw_only=True)
class Subject(OfSchool):
    title: str


@dataclass(frozen=True, kw_only=True)
class Group(OfSchool):
    kind: str
    title: str
    subject_id: int | None = None
    grades: str = ""
    teaching: str = "lesson"
    weekly_hours: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class GroupTerm(OfSchool):
    group_id: int
    period_id: int


@dataclass(frozen=True, kw_only=True)
class Enrolment(OfSchool):
    group_id: int
    person_id: int
    role: str
    is_primary: bool = True
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class Timetable(OfSchool):
    course_id: int
    weekday: int
    number: int
    starts: time | None = None
    finishes: time | None = None
    room: str = ""
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class Category(OfSchool):
    title: str
    weight: Decimal
    kind: str = ""
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Lesson(OfSchool):
    course_id: int
    day: date
    number: int
    state: str = "held"
    topic: str = ""
    homework: str = ""
    homework_due: date | None = None
    teacher_id: int | None = None
    replaces_id: int | None = None
    category_id: int | None = None
    moved_from_day: date | None = None
    moved_from_number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Work(OfSchool):
    course_id: int
    title: str
    day: date
    category_id: int | None = None
    period_id: int | None = None
    lesson_id: int | None = None
    corrects_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Mark(OfSchool):
    work_id: int
    pupil_id: int
    value: str
    set_at: datetime = LONG_AGO
    origin_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class MarkHistory(OfSchool):
    mark_id: int
    at: datetime
    before: str | None
    value: str | None
    by_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Absence(OfSchool):
    lesson_id: int
    pupil_id: int
    code: str
    reason: str
    document: str = ""
    set_at: datetime = LONG_AGO
    origin_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PeriodMark(OfSchool):
    period_id: int
    course_id: int
    pupil_id: int
    value: str
    kind: str = "period"
    day: date | None = None
    origin_id: int | None = None
    set_at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class PeriodMarkHistory(OfSchool):
    period_mark_id: int
    at: datetime
    before: str | None
    value: str | None
    by_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Recommendation(OfSchool):
    lesson_id: int
    pupil_id: int | None
    text: str
    by_id: int
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class Announcement(OfSchool):
    text: str
    day: date
    by_id: int
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class Remark(OfSchool):
    pupil_id: int
    kind: str
    text: str
    day: date
    by_id: int
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class RemarkHistory(OfSchool):
    remark_id: int
    text: str
    by_id: int
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class AbsenceCheck(OfSchool):
    class_id: int
    course_id: int
    monday: date
    state: str
    digest: str
    by_id: int
    changed_by_id: int
    at: datetime = LONG_AGO
    changed_at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class HomeworkDone(OfSchool):
    lesson_id: int
    pupil_id: int
    text: str
    done_at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class Attachment(OfSchool):
    lesson_id: int
    kind: str
    file: str
    name: str
    size: int
    by_id: int
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True)
class WarnedControl(OfSchool):
    kind: str
    subject: int
    day: date


@dataclass(frozen=True, kw_only=True)
class LessonPlan(OfSchool):
    course_id: int
    number: int
    topic: str
    hours: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Visit(OfSchool):
    person_id: int
    month: date
    days: int
    last_day: date
