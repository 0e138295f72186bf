"""Where the files beside OneRoster are kept."""

from collections.abc import Mapping

from core.exchange.rows import companions as rows
from core.journal.values import (
    AbsenceCode,
    ControlKind,
    CourseKind,
    LessonState,
    ReasonState,
)
from storage import tables
from storage.exchange.fields import Coded, Field, Plain, Ref
from storage.exchange.mapping.parts import (
    CATEGORY,
    COURSE,
    PUPIL,
    enum,
    mark,
    only_adds,
    plain,
    stored,
)
from storage.exchange.stored import Linked, Stored

_HOURS: Mapping[str, Field] = {"starts": Plain("starts"), "ends": Plain("finishes")}
_DAYS: Mapping[str, Field] = {"begins_on": Plain("begins"), "ends_on": Plain("ends")}


def _list(value: tuple[str, ...]) -> str:
    return ",".join(value)


def _split(text: str) -> tuple[str, ...]:
    return tuple(one for one in text.split(",") if one)


COMPANIONS: Mapping[str, Stored] = {
    "x_courses": only_adds(
        "classes",
        "group",
        stored(
            tables.GroupRow,
            rows.CourseRow,
            {"kind": enum("teaching", CourseKind)},
            plain("subgroup", "weekly_hours", "year_hours"),
            classes=Linked(tables.CourseClassRow, "course_id", "class_id", "classes"),
        ),
        teaching=CourseKind.LESSON.value,
        subgroup="",
        weekly_hours=None,
        year_hours=None,
    ),
    "x_categories": only_adds(
        "categories",
        "category",
        stored(
            tables.CategoryRow,
            rows.ControlRow,
            {"kind": enum("kind", ControlKind)},
            plain("written", "required"),
            subjects=Linked(tables.CategorySubjectRow, "category_id", "subject_id", "courses"),
        ),
        kind="",
        written=False,
        required=False,
    ),
    "x_lessons": stored(
        tables.LessonRow,
        rows.LessonRow,
        COURSE,
        CATEGORY,
        plain("day", "number", "moved_from_day", "moved_from_number", "topic", "homework"),
        plain("homework_due", "recorded_at"),
        {
            "state": enum("state", LessonState),
            "teacher": Ref("teacher_id", "users"),
            "replaces": Ref("replaces_id", "users"),
        },
    ),
    "x_works": only_adds(
        "lineItems",
        "work",
        stored(
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
    "x_attendance": stored(
        tables.AbsenceRow,
        rows.AbsenceRow,
        PUPIL,
        {
            "lesson": Ref("lesson_id", "x_lessons"),
            "code": enum("code", AbsenceCode),
            "reason": enum("reason", ReasonState),
        },
        plain("document", "comment", "recorded_at"),
    ),
    "x_timetable": stored(
        tables.TimetableRow,
        rows.SlotRow,
        COURSE,
        plain("weekday", "number", "room"),
        _HOURS,
        _DAYS,
    ),
    "x_periodMarks": stored(
        tables.PeriodMarkRow,
        rows.PeriodMarkRow,
        COURSE,
        PUPIL,
        {"period": Ref("period_id", "academicSessions"), "value": mark("value")},
        plain("kind", "day"),
    ),
    "x_lessonPlans": stored(
        tables.LessonPlanRow,
        rows.LessonPlanRow,
        COURSE,
        CATEGORY,
        plain("number", "topic", "hours", "homework"),
    ),
    "x_holidays": stored(tables.HolidayRow, rows.HolidayRow, plain("title", "begins", "ends")),
    "x_events": stored(
        tables.EventRow,
        rows.EventRow,
        plain("title", "begins", "ends", "text"),
        classes=Linked(tables.EventClassRow, "event_id", "class_id", "classes"),
    ),
    "x_consents": stored(
        tables.ConsentRow,
        rows.ConsentRow,
        PUPIL,
        {"guardian": Ref("guardian_id", "users")},
        plain("subject", "state", "day", "document"),
    ),
    "x_duty": stored(
        tables.DutyRow,
        rows.DutyRow,
        {"consultant": Ref("person_id", "users"), "topics": Coded("topics", _list, _split)},
        plain("weekday", "room"),
        _HOURS,
        _DAYS,
    ),
}
