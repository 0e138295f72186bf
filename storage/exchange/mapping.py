"""Which table and column holds which field of the bundle: the one page where both are named."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any

from core.access.people import Role
from core.exchange import rows
from core.journal.values import (
    AbsenceCode,
    ControlKind,
    CourseKind,
    LessonState,
    MarkValue,
    PeriodKind,
    ReasonState,
)
from storage import tables
from storage.exchange.fields import Coded, Field, Linked, Plain, Ref, Stored
from storage.tables.base import Base


def _enum(column: str, kind: type[StrEnum]) -> Coded:
    return Coded(column, attrgetter("value"), kind)


def _mark(column: str) -> Coded:
    return Coded(column, attrgetter("text"), MarkValue)


def _plain(*names: str) -> dict[str, Field]:
    return {name: Plain(name) for name in names}


def _stored(
    table: type[Base],
    row: Callable[..., rows.Row],
    *fields: Mapping[str, Field],
    **links: Linked,
) -> Stored:
    merged = {name: one for part in fields for name, one in part.items()}
    return Stored(table, row, merged, links)  # type: ignore[arg-type]  # rows are classes


_GROUP: Mapping[str, Field] = {"group": Ref("group_id", "classes")}
_COURSE: Mapping[str, Field] = {"group": Ref("course_id", "classes")}
_PUPIL: Mapping[str, Field] = {"pupil": Ref("pupil_id", "users")}
_CATEGORY: Mapping[str, Field] = {"category": Ref("category_id", "categories")}
_HOURS: Mapping[str, Field] = {"starts": Plain("starts"), "ends": Plain("finishes")}
_DAYS: Mapping[str, Field] = {"begins_on": Plain("begins"), "ends_on": Plain("ends")}


def _list(value: tuple[str, ...]) -> str:
    return ",".join(value)


def _split(text: str) -> tuple[str, ...]:
    return tuple(one for one in text.split(",") if one)


def _only_adds(file: str, field: str, stored: Stored, **blank: Any) -> Stored:  # noqa: ANN401 - values of columns
    return Stored(stored.table, stored.row, stored.fields, stored.links, (file, field), blank)


MAPPING: Mapping[str, Stored] = {
    "academicSessions": _stored(
        tables.PeriodRow,
        rows.PeriodRow,
        _plain("title", "begins", "ends"),
        {
            "kind": _enum("kind", PeriodKind),
            "parent": Ref("parent_id", "academicSessions", later=True),
            "year": Coded("school_year", str, int),
        },
    ),
    "courses": _stored(tables.SubjectRow, rows.SubjectRow, _plain("title")),
    "categories": _stored(tables.CategoryRow, rows.CategoryRow, _plain("title", "weight")),
    "users": _stored(
        tables.PersonRow,
        rows.PersonRow,
        _plain("enabled", "identifier", "given", "family", "middle", "email", "phone", "grades"),
        {"login": Plain("username")},
        guardians=Linked(tables.GuardianshipRow, "pupil_id", "guardian_id", "users"),
    ),
    "classes": _stored(
        tables.GroupRow,
        rows.GroupRow,
        _plain("title", "grades"),
        {"subject": Ref("subject_id", "courses"), "kind": _enum("kind", rows.GroupKind)},
        terms=Linked(tables.GroupTermRow, "group_id", "period_id", "academicSessions"),
    ),
    "roles": _stored(
        tables.RoleRow,
        rows.RoleRow,
        {
            "person": Ref("person_id", "users"),
            "primary": Plain("is_primary"),
            "role": _enum("role", Role),
        },
    ),
    "enrollments": _stored(
        tables.EnrolmentRow,
        rows.EnrolmentRow,
        _GROUP,
        {
            "person": Ref("person_id", "users"),
            "role": _enum("role", rows.Part),
            "primary": Plain("is_primary"),
        },
        _plain("begins", "ends"),
    ),
    "x_courses": _only_adds(
        "classes",
        "group",
        _stored(
            tables.GroupRow,
            rows.CourseRow,
            {"kind": _enum("teaching", CourseKind)},
            _plain("subgroup", "weekly_hours", "year_hours"),
            classes=Linked(tables.CourseClassRow, "course_id", "class_id", "classes"),
        ),
        teaching=CourseKind.LESSON.value,
        subgroup="",
        weekly_hours=None,
        year_hours=None,
    ),
    "x_categories": _only_adds(
        "categories",
        "category",
        _stored(
            tables.CategoryRow,
            rows.ControlRow,
            {"kind": _enum("kind", ControlKind)},
            _plain("written", "required"),
            subjects=Linked(tables.CategorySubjectRow, "category_id", "subject_id", "courses"),
        ),
        kind="",
        written=False,
        required=False,
    ),
    "lineItems": _stored(
        tables.WorkRow,
        rows.WorkRow,
        _plain("title", "due"),
        _COURSE,
        _CATEGORY,
        {
            "assigned": Plain("day"),
            "period": Ref("period_id", "academicSessions"),
            "lowest": Plain("value_min"),
            "highest": Plain("value_max"),
        },
    ),
    "x_lessons": _stored(
        tables.LessonRow,
        rows.LessonRow,
        _COURSE,
        _CATEGORY,
        _plain("day", "number", "moved_from_day", "moved_from_number", "topic", "homework"),
        _plain("homework_due", "recorded_at"),
        {
            "state": _enum("state", LessonState),
            "teacher": Ref("teacher_id", "users"),
            "replaces": Ref("replaces_id", "users"),
        },
    ),
    "x_works": _only_adds(
        "lineItems",
        "work",
        _stored(
            tables.WorkRow,
            rows.WorkTieRow,
            {
                "lesson": Ref("lesson_id", "x_lessons"),
                "corrects": Ref("corrects_id", "lineItems"),
            },
        ),
        lesson_id=None,
        corrects_id=None,
    ),
    "results": _stored(
        tables.MarkRow,
        rows.MarkRow,
        _PUPIL,
        {"work": Ref("work_id", "lineItems"), "value": _mark("value"), "day": Plain("scored_on")},
        _plain("comment", "recorded_at"),
    ),
    "x_attendance": _stored(
        tables.AbsenceRow,
        rows.AbsenceRow,
        _PUPIL,
        {
            "lesson": Ref("lesson_id", "x_lessons"),
            "code": _enum("code", AbsenceCode),
            "reason": _enum("reason", ReasonState),
        },
        _plain("document", "comment", "recorded_at"),
    ),
    "x_timetable": _stored(
        tables.TimetableRow,
        rows.SlotRow,
        _COURSE,
        _plain("weekday", "number", "room"),
        _HOURS,
        _DAYS,
    ),
    "x_periodMarks": _stored(
        tables.PeriodMarkRow,
        rows.PeriodMarkRow,
        _COURSE,
        _PUPIL,
        {"period": Ref("period_id", "academicSessions"), "value": _mark("value")},
        _plain("kind", "day"),
    ),
    "x_lessonPlans": _stored(
        tables.LessonPlanRow,
        rows.LessonPlanRow,
        _COURSE,
        _CATEGORY,
        _plain("number", "topic", "hours", "homework"),
    ),
    "x_holidays": _stored(tables.HolidayRow, rows.HolidayRow, _plain("title", "begins", "ends")),
    "x_events": _stored(
        tables.EventRow,
        rows.EventRow,
        _plain("title", "begins", "ends", "text"),
        classes=Linked(tables.EventClassRow, "event_id", "class_id", "classes"),
    ),
    "x_consents": _stored(
        tables.ConsentRow,
        rows.ConsentRow,
        _PUPIL,
        {"guardian": Ref("guardian_id", "users")},
        _plain("subject", "state", "day", "document"),
    ),
    "x_duty": _stored(
        tables.DutyRow,
        rows.DutyRow,
        {"consultant": Ref("person_id", "users"), "topics": Coded("topics", _list, _split)},
        _plain("weekday", "room"),
        _HOURS,
        _DAYS,
    ),
    "x_markHistory": _stored(
        tables.MarkHistoryRow,
        rows.MarkHistoryRow,
        {
            "mark": Ref("mark_id", "results"),
            "by": Ref("by_id", "users"),
            "before": _mark("before"),
            "value": _mark("value"),
        },
        _plain("at"),
    ),
}
