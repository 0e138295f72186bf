"""Rows of the OneRoster files."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.access.people import Role
from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.values import MarkValue, PeriodKind


class GroupKind(StrEnum):
    """What a row of `classes` is: a class (7А), or one subject taught to a class or subgroup."""

    CLASS = "class"
    COURSE = "course"


class Part(StrEnum):
    """What somebody is in a class or course."""

    PUPIL = "pupil"
    TEACHER = "teacher"


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
class MarkRow(Row):
    """One pupil's cell in a work's column."""

    work: SourceId
    pupil: SourceId
    value: MarkValue
    day: date | None
    comment: str
    recorded_at: datetime | None
