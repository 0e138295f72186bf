"""The OneRoster 1.2 files."""

from core.access.people import Role
from core.exchange.format.columns import SOURCE, column, defaults, must, ref, refs
from core.exchange.format.spec import FileSpec
from core.exchange.forms import (
    DATE,
    DECIMAL,
    ID,
    INSTANT,
    MARK,
    TEXT,
    TRUTH,
    Form,
    one_of,
    whole,
)
from core.exchange.rows import one_roster as rows
from core.exchange.rows.one_roster import GroupKind, Part
from core.journal.values import PeriodKind

_ROLES = {
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
_FALSE_UNSAID = Form(
    TRUTH.expected, TRUTH.read, lambda value, _: "true" if value else "", empty=False
)


ONE_ROSTER = (
    FileSpec(
        "orgs",
        rows.SchoolRow,
        (SOURCE, must(TEXT, "name"), must(TEXT, "type"), must(ID, "identifier")),
        only_grows=True,
    ),
    FileSpec(
        "academicSessions",
        rows.PeriodRow,
        (
            SOURCE,
            must(TEXT, "title"),
            must(one_of(_PERIODS), "type"),
            must(DATE, "startDate"),
            must(DATE, "endDate"),
            ref("parentSourcedId", "academicSessions"),
            must(whole(1900, 2999), "schoolYear"),
        ),
        year=("year",),
        spans=(("begins", "ends"),),
    ),
    FileSpec(
        "courses",
        rows.SubjectRow,
        (SOURCE, must(TEXT, "title")),
        school=("orgSourcedId",),
    ),
    FileSpec(
        "categories",
        rows.CategoryRow,
        (SOURCE, must(TEXT, "title"), must(DECIMAL, "weight")),
    ),
    FileSpec(
        "users",
        rows.PersonRow,
        (
            SOURCE,
            column(defaults(TRUTH, empty=True), "enabledUser"),
            column(TEXT, "username"),
            column(TEXT, "identifier"),
            must(TEXT, "givenName"),
            must(TEXT, "familyName"),
            column(TEXT, "middleName"),
            column(TEXT, "email"),
            column(TEXT, "phone"),
            column(TEXT, "grades"),
            refs("agentSourcedIds", "users"),
        ),
    ),
    FileSpec(
        "classes",
        rows.GroupRow,
        (
            SOURCE,
            must(TEXT, "title"),
            column(TEXT, "grades"),
            ref("courseSourcedId", "courses"),
            must(
                one_of({"homeroom": GroupKind.CLASS, "scheduled": GroupKind.COURSE}), "classType"
            ),
            refs("termSourcedIds", "academicSessions"),
        ),
        year=("terms",),
        school=("schoolSourcedId",),
    ),
    FileSpec(
        "roles",
        rows.RoleRow,
        (
            SOURCE,
            ref("userSourcedId", "users", filled=True),
            column(
                defaults(one_of({"primary": True, "secondary": False}), empty=True), "roleType"
            ),
            must(one_of(_ROLES), "role"),
        ),
        school=("orgSourcedId",),
    ),
    FileSpec(
        "enrollments",
        rows.EnrolmentRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True),
            ref("userSourcedId", "users", filled=True),
            must(one_of({"student": Part.PUPIL, "teacher": Part.TEACHER}), "role"),
            column(_FALSE_UNSAID, "primary"),
            column(DATE, "beginDate"),
            column(DATE, "endDate"),
        ),
        year=("group",),
        spans=(("begins", "ends"),),
        school=("schoolSourcedId",),
    ),
    FileSpec(
        "lineItems",
        rows.WorkRow,
        (
            SOURCE,
            column(TEXT, "title"),
            must(DATE, "assignDate", in_year=True),
            column(DATE, "dueDate", in_year=True),
            ref("classSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            ref("categorySourcedId", "categories"),
            ref("academicSessionSourcedId", "academicSessions"),
            column(DECIMAL, "resultValueMin"),
            column(DECIMAL, "resultValueMax"),
        ),
        year=("period", "group"),
    ),
    FileSpec(
        "results",
        rows.MarkRow,
        (
            SOURCE,
            ref("lineItemSourcedId", "lineItems", filled=True),
            ref("studentSourcedId", "users", filled=True),
            must(MARK, "scoreStatus", "score", "textScore"),
            column(DATE, "scoreDate", in_year=True),
            column(TEXT, "comment"),
            column(INSTANT, "metadata.recordedAt", may_lack=True),
        ),
        year=("work",),
        cell=("work", "pupil"),
    ),
)
"""In the order in which their rows can be written."""
