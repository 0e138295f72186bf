"""The files beside OneRoster, in its manner, for what that standard lacks."""

from dataclasses import replace

from core.exchange.format.columns import SOURCE, column, defaults, must, ref, refs, words
from core.exchange.format.spec import FileSpec
from core.exchange.forms import (
    DATE,
    DECIMAL,
    INSTANT,
    LIST,
    PERIOD_MARK,
    TEXT,
    TIME,
    TRUTH,
    one_of,
    whole,
    word,
)
from core.exchange.rows import companions as rows
from core.exchange.rows.one_roster import GroupKind
from core.journal.values import AbsenceCode, ControlKind, CourseKind, LessonState, ReasonState

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


_ABSENCES = {
    "н": AbsenceCode.ABSENT,
    "б": AbsenceCode.ILL,
    "у": AbsenceCode.EXCUSED,
    "оп": AbsenceCode.LATE,
}


COMPANIONS = (
    FileSpec(
        "x_courses",
        rows.CourseRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            must(words(tuple(CourseKind)), "kind"),
            refs("homeroomSourcedIds", "classes", GroupKind.CLASS),
            column(TEXT, "subgroup"),
            column(DECIMAL, "weeklyHours"),
            column(DECIMAL, "yearHours"),
        ),
        year=("group",),
        cell=("group",),
    ),
    FileSpec(
        "x_categories",
        rows.ControlRow,
        (
            SOURCE,
            ref("categorySourcedId", "categories", filled=True),
            must(words(tuple(ControlKind)), "kind"),
            column(defaults(TRUTH, empty=False), "written"),
            column(defaults(TRUTH, empty=False), "required"),
            refs("courseSourcedIds", "courses"),
        ),
        cell=("category",),
    ),
    FileSpec(
        "x_lessons",
        rows.LessonRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            must(DATE, "date", in_year=True),
            must(_NUMBER, "lessonNumber"),
            must(words(tuple(LessonState)), "state"),
            column(DATE, "movedFromDate", in_year=True),
            column(_NUMBER, "movedFromNumber"),
            column(TEXT, "topic"),
            column(TEXT, "homework"),
            column(DATE, "homeworkDue"),
            ref("teacherSourcedId", "users"),
            ref("replacesTeacherSourcedId", "users"),
            ref("categorySourcedId", "categories"),
            column(INSTANT, "recordedAt"),
        ),
        year=("group",),
    ),
    FileSpec(
        "x_works",
        rows.WorkTieRow,
        (
            SOURCE,
            ref("lineItemSourcedId", "lineItems", filled=True),
            ref("lessonSourcedId", "x_lessons"),
            ref("correctsLineItemSourcedId", "lineItems"),
        ),
        year=("work",),
        cell=("work",),
    ),
    FileSpec(
        "x_attendance",
        rows.AbsenceRow,
        (
            SOURCE,
            ref("lessonSourcedId", "x_lessons", filled=True),
            ref("studentSourcedId", "users", filled=True),
            must(one_of(_ABSENCES), "code"),
            column(defaults(words(tuple(ReasonState)), ReasonState.UNKNOWN), "reasonState"),
            column(TEXT, "document"),
            column(TEXT, "comment"),
            column(INSTANT, "recordedAt"),
        ),
        year=("lesson",),
        cell=("lesson", "pupil"),
    ),
    FileSpec(
        "x_timetable",
        rows.SlotRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            must(_WEEKDAY, "weekday"),
            must(_NUMBER, "lessonNumber"),
            column(TIME, "startTime"),
            column(TIME, "endTime"),
            column(TEXT, "room"),
            column(DATE, "beginDate", in_year=True),
            column(DATE, "endDate", in_year=True),
        ),
        year=("group",),
        spans=(("starts", "ends"), ("begins_on", "ends_on")),
    ),
    FileSpec(
        "x_periodMarks",
        rows.PeriodMarkRow,
        (
            SOURCE,
            ref("academicSessionSourcedId", "academicSessions", filled=True),
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            ref("studentSourcedId", "users", filled=True),
            must(word("period", "year", "exam", "final"), "kind"),
            must(PERIOD_MARK, "value"),
            column(DATE, "date", in_year=True),
        ),
        year=("period",),
        cell=("period", "group", "pupil", "kind"),
    ),
    FileSpec(
        "x_lessonPlans",
        rows.LessonPlanRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            must(whole(0, 9999), "number"),
            column(TEXT, "topic"),
            column(DECIMAL, "hours"),
            ref("categorySourcedId", "categories"),
            column(TEXT, "homework"),
        ),
        year=("group",),
    ),
    FileSpec(
        "x_holidays",
        rows.HolidayRow,
        (SOURCE, must(TEXT, "title"), must(DATE, "beginDate"), must(DATE, "endDate")),
        year=("begins",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "x_events",
        rows.EventRow,
        (
            SOURCE,
            must(TEXT, "title"),
            must(DATE, "beginDate"),
            must(DATE, "endDate"),
            column(TEXT, "text"),
            refs("homeroomSourcedIds", "classes", GroupKind.CLASS),
        ),
        year=("begins",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "x_consents",
        rows.ConsentRow,
        (
            SOURCE,
            ref("userSourcedId", "users", filled=True),
            ref("studentSourcedId", "users", filled=True),
            must(word("electronic", "telegram", "email", "paper"), "subject"),
            must(word("given", "refused", "withdrawn"), "state"),
            must(DATE, "date"),
            column(TEXT, "document"),
        ),
    ),
    FileSpec(
        "x_duty",
        rows.DutyRow,
        (
            SOURCE,
            ref("userSourcedId", "users", filled=True),
            must(replace(LIST, read=_topics, expected=" | ".join(sorted(_TOPICS))), "topics"),
            must(_WEEKDAY, "weekday"),
            must(TIME, "startTime"),
            must(TIME, "endTime"),
            column(TEXT, "room"),
            column(DATE, "beginDate", may_lack=True),
            column(DATE, "endDate", may_lack=True),
        ),
        spans=(("starts", "ends"), ("begins_on", "ends_on")),
    ),
)
"""In the order in which their rows can be written."""
