"""The bundle's files, each declared once: columns, what they refer to, what year a row is of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from operator import attrgetter
from typing import Any

from core.access.people import Role
from core.exchange import rows
from core.exchange.forms import (
    DATE,
    DECIMAL,
    ID,
    INSTANT,
    LIST,
    MARK,
    PERIOD_MARK,
    SPELT_MARK,
    TEXT,
    TIME,
    TRUTH,
    Form,
    one_of,
    whole,
    word,
)
from core.exchange.rows import GroupKind, Part, Row
from core.journal.values import (
    AbsenceCode,
    ControlKind,
    CourseKind,
    LessonState,
    PeriodKind,
    ReasonState,
)


@dataclass(frozen=True, slots=True)
class Target:
    """The file that a column's ids are of; of `classes` perhaps one kind only."""

    file: str
    kind: GroupKind | None = None

    @property
    def notation(self) -> str:
        """Return what an id must be, in the notation of faults."""
        return f"{self.file}.sourcedId" + (f" ({self.kind})" if self.kind else "")


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row and the column, or columns, that hold it.

    `filled`: an empty cell is a fault. `may_lack`: a file without the column is none.
    `in_year`: the date lies within the row's school year.
    """

    names: tuple[str, ...]
    form: Form
    filled: bool = False
    may_lack: bool = False
    in_year: bool = False
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file: its row, its columns in the order of the row's fields.

    `year`: the fields that may say of which school year a row is, by reference or by date; empty
    where a row is of no year. `cell`: the fields that no two rows share. `spans`: pairs of fields
    of which the second is not before the first. `school`: columns that name the school itself.
    `only_grows`: what is missing from the file has not gone.
    """

    name: str
    row: Callable[..., Row]
    columns: tuple[Column, ...]
    year: tuple[str, ...] = ()
    cell: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    school: tuple[str, ...] = ()
    only_grows: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the row's fields, in the order of the columns."""
        return tuple(one.name for one in fields(self.row))  # type: ignore[arg-type]  # a dataclass

    @property
    def csv(self) -> str:
        """Return the file's name with its ending, as faults and people name it."""
        return f"{self.name}.csv"

    @property
    def keeps_cell(self) -> bool:
        """Say whether a record stays in its cell for ever, as what is told of a pupil must.

        An id that turns up in another cell then names another record: whoever heard of the one
        must never be told the other.
        """
        return "pupil" in self.cell

    @property
    def references(self) -> tuple[tuple[Column, Callable[[Row], Any]], ...]:
        """Return the columns that refer to other records, each with the getter of its field."""
        return tuple(
            (column, attrgetter(field))
            for field, column in zip(self.fields, self.columns, strict=True)
            if column.target
        )

    @property
    def header(self) -> tuple[str, ...]:
        """Return the columns of an export."""
        names = [name for column in self.columns for name in column.names]
        return (names[0], "status", "dateLastModified", *names[1:], *self.school)


def _column(form: Form, *names: str, **more: Any) -> Column:  # noqa: ANN401 - as Column takes it
    return Column(names, form, **more)


def _ref(name: str, file: str, *, filled: bool = False, kind: GroupKind | None = None) -> Column:
    return Column((name,), ID, filled=filled, target=Target(file, kind))


def _refs(name: str, file: str, kind: GroupKind | None = None) -> Column:
    return Column((name,), LIST, target=Target(file, kind))


def _defaults(form: Form, empty: object) -> Form:
    return replace(form, empty=empty)


_SOURCE = Column(("sourcedId",), ID, filled=True)
_must = partial(_column, filled=True)
_NUMBER = whole(0, 99)
_WEEKDAY = whole(1, 7)
_TOPICS = frozenset(
    {
        "technology",
        "lesson-plans",
        "control-works",
        "current-marks",
        "final-marks",
        "attendance",
        "reports",
        "diary",
        "registration",
        "lost-access",
        "any",
    }
)


def _topics(cell: str) -> object:
    found = LIST.read(cell)
    if not isinstance(found, tuple) or not _TOPICS.issuperset(found):
        raise ValueError(cell)
    return found


_ROLES: Mapping[str, Role] = {
    "student": Role.PUPIL,
    "guardian": Role.GUARDIAN,
    "parent": Role.GUARDIAN,
    "teacher": Role.TEACHER,
    "principal": Role.HEAD,
    "siteAdministrator": Role.ADMINISTRATOR,
    "counselor": Role.CONSULTANT,
    "ext:deputyHead": Role.DEPUTY_HEAD,
    "ext:secretary": Role.SECRETARY,
}
_PERIODS = {
    "schoolYear": PeriodKind.YEAR,
    "semester": PeriodKind.HALF_YEAR,
    "gradingPeriod": PeriodKind.QUARTER,
}
_ABSENCES = {
    "н": AbsenceCode.ABSENT,
    "б": AbsenceCode.ILL,
    "у": AbsenceCode.EXCUSED,
    "оп": AbsenceCode.LATE,
}
_FALSE_UNSAID = Form(
    TRUTH.expected, TRUTH.read, lambda value, _: "true" if value else "", empty=False
)


def _words(kinds: Sequence[Any]) -> Form:
    return one_of({str(kind): kind for kind in kinds})


_ALL = (
    FileSpec(
        "orgs",
        rows.SchoolRow,
        (_SOURCE, _must(TEXT, "name"), _must(TEXT, "type"), _must(ID, "identifier")),
        only_grows=True,
    ),
    FileSpec(
        "academicSessions",
        rows.PeriodRow,
        (
            _SOURCE,
            _must(TEXT, "title"),
            _must(one_of(_PERIODS), "type"),
            _must(DATE, "startDate"),
            _must(DATE, "endDate"),
            _ref("parentSourcedId", "academicSessions"),
            _must(whole(1900, 2999), "schoolYear"),
        ),
        year=("year",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "courses",
        rows.SubjectRow,
        (_SOURCE, _must(TEXT, "title")),
        school=("orgSourcedId",),
    ),
    FileSpec(
        "categories",
        rows.CategoryRow,
        (_SOURCE, _must(TEXT, "title"), _must(DECIMAL, "weight")),
    ),
    FileSpec(
        "users",
        rows.PersonRow,
        (
            _SOURCE,
            _column(_defaults(TRUTH, empty=True), "enabledUser"),
            _column(TEXT, "username"),
            _column(TEXT, "identifier"),
            _must(TEXT, "givenName"),
            _must(TEXT, "familyName"),
            _column(TEXT, "middleName"),
            _column(TEXT, "email"),
            _column(TEXT, "phone"),
            _column(TEXT, "grades"),
            _refs("agentSourcedIds", "users"),
        ),
    ),
    FileSpec(
        "classes",
        rows.GroupRow,
        (
            _SOURCE,
            _must(TEXT, "title"),
            _column(TEXT, "grades"),
            _ref("courseSourcedId", "courses"),
            _must(
                one_of({"homeroom": GroupKind.CLASS, "scheduled": GroupKind.COURSE}), "classType"
            ),
            _refs("termSourcedIds", "academicSessions"),
        ),
        year=("terms",),
        school=("schoolSourcedId",),
    ),
    FileSpec(
        "roles",
        rows.RoleRow,
        (
            _SOURCE,
            _ref("userSourcedId", "users", filled=True),
            _column(
                _defaults(one_of({"primary": True, "secondary": False}), empty=True), "roleType"
            ),
            _must(one_of(_ROLES), "role"),
        ),
        school=("orgSourcedId",),
    ),
    FileSpec(
        "enrollments",
        rows.EnrolmentRow,
        (
            _SOURCE,
            _ref("classSourcedId", "classes", filled=True),
            _ref("userSourcedId", "users", filled=True),
            _must(one_of({"student": Part.PUPIL, "teacher": Part.TEACHER}), "role"),
            _column(_FALSE_UNSAID, "primary"),
            _column(DATE, "beginDate"),
            _column(DATE, "endDate"),
        ),
        year=("group",),
        spans=(("begins", "ends"),),
        school=("schoolSourcedId",),
    ),
    FileSpec(
        "x_courses",
        rows.CourseRow,
        (
            _SOURCE,
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _must(_words(tuple(CourseKind)), "kind"),
            _refs("homeroomSourcedIds", "classes", GroupKind.CLASS),
            _column(TEXT, "subgroup"),
            _column(DECIMAL, "weeklyHours"),
            _column(DECIMAL, "yearHours"),
        ),
        year=("group",),
        cell=("group",),
    ),
    FileSpec(
        "x_categories",
        rows.ControlRow,
        (
            _SOURCE,
            _ref("categorySourcedId", "categories", filled=True),
            _must(_words(tuple(ControlKind)), "kind"),
            _column(_defaults(TRUTH, empty=False), "written"),
            _column(_defaults(TRUTH, empty=False), "required"),
            _refs("courseSourcedIds", "courses"),
        ),
        cell=("category",),
    ),
    FileSpec(
        "lineItems",
        rows.WorkRow,
        (
            _SOURCE,
            _column(TEXT, "title"),
            _must(DATE, "assignDate", in_year=True),
            _column(DATE, "dueDate", in_year=True),
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _ref("categorySourcedId", "categories"),
            _ref("academicSessionSourcedId", "academicSessions"),
            _column(DECIMAL, "resultValueMin"),
            _column(DECIMAL, "resultValueMax"),
        ),
        year=("period", "group"),
    ),
    FileSpec(
        "x_lessons",
        rows.LessonRow,
        (
            _SOURCE,
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _must(DATE, "date", in_year=True),
            _must(_NUMBER, "lessonNumber"),
            _must(_words(tuple(LessonState)), "state"),
            _column(DATE, "movedFromDate", in_year=True),
            _column(_NUMBER, "movedFromNumber"),
            _column(TEXT, "topic"),
            _column(TEXT, "homework"),
            _column(DATE, "homeworkDue"),
            _ref("teacherSourcedId", "users"),
            _ref("replacesTeacherSourcedId", "users"),
            _ref("categorySourcedId", "categories"),
            _column(INSTANT, "recordedAt"),
        ),
        year=("group",),
    ),
    FileSpec(
        "x_works",
        rows.WorkTieRow,
        (
            _SOURCE,
            _ref("lineItemSourcedId", "lineItems", filled=True),
            _ref("lessonSourcedId", "x_lessons"),
            _ref("correctsLineItemSourcedId", "lineItems"),
        ),
        year=("work",),
        cell=("work",),
    ),
    FileSpec(
        "results",
        rows.MarkRow,
        (
            _SOURCE,
            _ref("lineItemSourcedId", "lineItems", filled=True),
            _ref("studentSourcedId", "users", filled=True),
            _must(MARK, "scoreStatus", "score", "textScore"),
            _column(DATE, "scoreDate", in_year=True),
            _column(TEXT, "comment"),
            _column(INSTANT, "metadata.recordedAt", may_lack=True),
        ),
        year=("work",),
        cell=("work", "pupil"),
    ),
    FileSpec(
        "x_attendance",
        rows.AbsenceRow,
        (
            _SOURCE,
            _ref("lessonSourcedId", "x_lessons", filled=True),
            _ref("studentSourcedId", "users", filled=True),
            _must(one_of(_ABSENCES), "code"),
            _column(_defaults(_words(tuple(ReasonState)), ReasonState.UNKNOWN), "reasonState"),
            _column(TEXT, "document"),
            _column(TEXT, "comment"),
            _column(INSTANT, "recordedAt"),
        ),
        year=("lesson",),
        cell=("lesson", "pupil"),
    ),
    FileSpec(
        "x_timetable",
        rows.SlotRow,
        (
            _SOURCE,
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _must(_WEEKDAY, "weekday"),
            _must(_NUMBER, "lessonNumber"),
            _column(TIME, "startTime"),
            _column(TIME, "endTime"),
            _column(TEXT, "room"),
            _column(DATE, "beginDate", in_year=True),
            _column(DATE, "endDate", in_year=True),
        ),
        year=("group",),
        spans=(("starts", "ends"), ("begins_on", "ends_on")),
    ),
    FileSpec(
        "x_periodMarks",
        rows.PeriodMarkRow,
        (
            _SOURCE,
            _ref("academicSessionSourcedId", "academicSessions", filled=True),
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _ref("studentSourcedId", "users", filled=True),
            _must(word("period", "year", "exam", "final"), "kind"),
            _must(PERIOD_MARK, "value"),
            _column(DATE, "date", in_year=True),
        ),
        year=("period",),
        cell=("period", "group", "pupil", "kind"),
    ),
    FileSpec(
        "x_lessonPlans",
        rows.LessonPlanRow,
        (
            _SOURCE,
            _ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            _must(whole(0, 9999), "number"),
            _column(TEXT, "topic"),
            _column(DECIMAL, "hours"),
            _ref("categorySourcedId", "categories"),
            _column(TEXT, "homework"),
        ),
        year=("group",),
    ),
    FileSpec(
        "x_holidays",
        rows.HolidayRow,
        (_SOURCE, _must(TEXT, "title"), _must(DATE, "beginDate"), _must(DATE, "endDate")),
        year=("begins",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "x_events",
        rows.EventRow,
        (
            _SOURCE,
            _must(TEXT, "title"),
            _must(DATE, "beginDate"),
            _must(DATE, "endDate"),
            _column(TEXT, "text"),
            _refs("homeroomSourcedIds", "classes", GroupKind.CLASS),
        ),
        year=("begins",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "x_consents",
        rows.ConsentRow,
        (
            _SOURCE,
            _ref("userSourcedId", "users", filled=True),
            _ref("studentSourcedId", "users", filled=True),
            _must(word("electronic", "telegram", "email", "paper"), "subject"),
            _must(word("given", "refused", "withdrawn"), "state"),
            _must(DATE, "date"),
            _column(TEXT, "document"),
        ),
    ),
    FileSpec(
        "x_duty",
        rows.DutyRow,
        (
            _SOURCE,
            _ref("userSourcedId", "users", filled=True),
            _must(replace(LIST, read=_topics, expected=" | ".join(sorted(_TOPICS))), "topics"),
            _must(_WEEKDAY, "weekday"),
            _must(TIME, "startTime"),
            _must(TIME, "endTime"),
            _column(TEXT, "room"),
            _column(DATE, "beginDate", may_lack=True),
            _column(DATE, "endDate", may_lack=True),
        ),
        spans=(("starts", "ends"), ("begins_on", "ends_on")),
    ),
    FileSpec(
        "x_markHistory",
        rows.MarkHistoryRow,
        (
            _SOURCE,
            _ref("resultSourcedId", "results", filled=True),
            _must(INSTANT, "changedAt"),
            _ref("userSourcedId", "users"),
            _column(SPELT_MARK, "before"),
            _column(SPELT_MARK, "value"),
        ),
        only_grows=True,
    ),
    FileSpec(
        "x_origins",
        rows.OriginRow,
        (
            _SOURCE,
            _must(TEXT, "file"),
            _must(ID, "recordSourcedId"),
            _ref("userSourcedId", "users", filled=True),
        ),
        only_grows=True,
    ),
    FileSpec(
        "x_gone",
        rows.GoneRow,
        (
            _SOURCE,
            _must(TEXT, "file"),
            _must(ID, "recordSourcedId"),
            _ref("userSourcedId", "users"),
            _must(TEXT, "cells"),
        ),
        only_grows=True,
    ),
)

FILES: Mapping[str, FileSpec] = {spec.name: spec for spec in _ALL}
"""Every file that is read, in the order in which its rows can be written."""
