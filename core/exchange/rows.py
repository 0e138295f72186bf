"""One row of each file of the bundle, typed; references are the ids that the files use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from core.access.people import Role
from core.ids import SourceId
from core.journal.values import (
    AbsenceCode,
    ControlKind,
    CourseKind,
    LessonState,
    MarkValue,
    PeriodKind,
    ReasonState,
)


class GroupKind(StrEnum):
    """What a row of `classes` is: a class (7А), or one subject taught to a class or subgroup."""

    CLASS = "class"
    COURSE = "course"


class Part(StrEnum):
    """What somebody is in a class or course."""

    PUPIL = "pupil"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Row:
    """Any record of the bundle, known by its sourcedId."""

    source: SourceId


Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class SchoolRow(Row):
    """The school that the bundle speaks for; `identifier` is its short domain."""

    name: str
    kind: str
    identifier: str


@dataclass(frozen=True, slots=True)
class PeriodRow(Row):
    """A school year, half-year or quarter; `year` is the one in which the school year ends."""

    title: str
    kind: PeriodKind
    begins: date
    ends: date
    parent: SourceId | None
    year: int


@dataclass(frozen=True, slots=True)
class SubjectRow(Row):
    """A subject."""

    title: str


@dataclass(frozen=True, slots=True)
class CategoryRow(Row):
    """A kind of control with its weight."""

    title: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class PersonRow(Row):
    """A person; of a pupil also the guardians. `login` and `identifier` are the vendor's (H3)."""

    enabled: bool
    login: str
    identifier: str
    given: str
    family: str
    middle: str
    email: str
    phone: str
    grades: str
    guardians: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class GroupRow(Row):
    """A class (7А), or a course: one subject taught to one class or subgroup."""

    title: str
    grades: str
    subject: SourceId | None
    kind: GroupKind
    terms: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class RoleRow(Row):
    """What a person is at the school, first of all (`primary`) or besides."""

    person: SourceId
    primary: bool
    role: Role


@dataclass(frozen=True, slots=True)
class EnrolmentRow(Row):
    """A pupil or teacher of a class or course."""

    group: SourceId
    person: SourceId
    role: Part
    primary: bool
    begins: date | None
    ends: date | None


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
class WorkRow(Row):
    """A column of the journal."""

    title: str
    assigned: date
    due: date | None
    group: SourceId
    category: SourceId | None
    period: SourceId | None
    lowest: Decimal | None
    highest: Decimal | None


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
class MarkRow(Row):
    """One pupil's cell in a work's column."""

    work: SourceId
    pupil: SourceId
    value: MarkValue
    day: date | None
    comment: str
    recorded_at: datetime | None


@dataclass(frozen=True, slots=True)
class MarkHistoryRow(Row):
    """What stood in a cell before a correction (J5); an empty value is an empty cell."""

    mark: SourceId
    at: datetime
    by: SourceId | None
    before: MarkValue | None
    value: MarkValue | None


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


@dataclass(frozen=True, slots=True)
class OriginRow(Row):
    """A record that stands and that a person made or changed."""

    file: str
    record: SourceId
    person: SourceId


@dataclass(frozen=True, slots=True)
class GoneRow(Row):
    """A record that is no more and yet remembered: a person took it back, or others refer to it.

    `cells` holds the record as its own file would, header and cells, as a JSON object.
    """

    file: str
    record: SourceId
    person: SourceId | None
    cells: str
