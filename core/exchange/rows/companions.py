"""Rows of the files beside OneRoster: what that standard lacks."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.values import (
    AbsenceCode,
    ControlKind,
    CourseKind,
    LessonState,
    MarkValue,
    ReasonState,
)


@dataclass(frozen=True, slots=True)
class CourseRow(Row):
    """What kind of teaching a course is, for which classes or subgroup, with its hours (J19)."""

    group: SourceId
    kind: CourseKind
    classes: tuple[SourceId, ...]
    subgroup: str
    weekly_hours: Decimal | None
    year_hours: Decimal | None


@dataclass(frozen=True, slots=True)
class ControlRow(Row):
    """What a kind of control is, and the subjects that know it (none: all)."""

    category: SourceId
    kind: ControlKind
    written: bool
    required: bool
    subjects: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class LessonRow(Row):
    """One lesson of a course on a day."""

    group: SourceId
    day: date
    number: int
    state: LessonState
    moved_from_day: date | None
    moved_from_number: int | None
    topic: str
    homework: str
    homework_due: date | None
    teacher: SourceId | None
    replaces: SourceId | None
    category: SourceId | None
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class WorkTieRow(Row):
    """The lesson of a work, and the work that a «коррекция» column corrects (J6)."""

    work: SourceId
    lesson: SourceId | None
    corrects: SourceId | None


@dataclass(frozen=True, slots=True)
class AbsenceRow(Row):
    """One pupil's absence from a lesson (J4)."""

    lesson: SourceId
    pupil: SourceId
    code: AbsenceCode
    reason: ReasonState
    document: str
    comment: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class SlotRow(Row):
    """A weekly lesson of the timetable."""

    group: SourceId
    weekday: int
    number: int
    starts: time | None
    ends: time | None
    room: str
    begins_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PeriodMarkRow(Row):
    """A period, year, exam or final mark (J13)."""

    period: SourceId
    group: SourceId
    pupil: SourceId
    kind: str
    value: MarkValue
    day: date | None


@dataclass(frozen=True, slots=True)
class LessonPlanRow(Row):
    """One topic of a course's lesson plan (J17)."""

    group: SourceId
    number: int
    topic: str
    hours: Decimal | None
    category: SourceId | None
    homework: str


@dataclass(frozen=True, slots=True)
class HolidayRow(Row):
    """Days without lessons, both ends included."""

    title: str
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class EventRow(Row):
    """Something that a class or the whole school does."""

    title: str
    begins: date
    ends: date
    text: str
    classes: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class ConsentRow(Row):
    """What a guardian agreed to for a pupil, or refused (F10, S5)."""

    guardian: SourceId
    pupil: SourceId
    subject: str
    state: str
    day: date
    document: str


@dataclass(frozen=True, slots=True)
class DutyRow(Row):
    """When a consultant helps, and in what (H2)."""

    consultant: SourceId
    topics: tuple[str, ...]
    weekday: int
    starts: time
    ends: time
    room: str
    begins_on: date | None
    ends_on: date | None
