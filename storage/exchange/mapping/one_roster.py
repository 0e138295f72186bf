"""Where the OneRoster files are kept."""

from collections.abc import Mapping

from core.access.people import Role
from core.exchange.rows import one_roster as rows
from core.journal.values import PeriodKind
from storage import tables
from storage.exchange.fields import Coded, Plain, Ref
from storage.exchange.mapping.parts import (
    CATEGORY,
    COURSE,
    PUPIL,
    enum,
    mark,
    plain,
    stored,
)
from storage.exchange.stored import Linked, Stored

_GROUP = {"group": Ref("group_id", "classes")}

ONE_ROSTER: Mapping[str, Stored] = {
    "academicSessions": stored(
        tables.PeriodRow,
        rows.PeriodRow,
        plain("title", "begins", "ends"),
        {
            "kind": enum("kind", PeriodKind),
            "parent": Ref("parent_id", "academicSessions", later=True),
            "year": Coded("school_year", str, int),
        },
    ),
    "courses": stored(tables.SubjectRow, rows.SubjectRow, plain("title")),
    "categories": stored(tables.CategoryRow, rows.CategoryRow, plain("title", "weight")),
    "users": stored(
        tables.PersonRow,
        rows.PersonRow,
        plain("enabled", "identifier", "given", "family", "middle", "email", "phone", "grades"),
        {"login": Plain("username")},
        guardians=Linked(tables.GuardianshipRow, "pupil_id", "guardian_id", "users"),
    ),
    "classes": stored(
        tables.GroupRow,
        rows.GroupRow,
        plain("title", "grades"),
        {"subject": Ref("subject_id", "courses"), "kind": enum("kind", rows.GroupKind)},
        terms=Linked(tables.GroupTermRow, "group_id", "period_id", "academicSessions"),
    ),
    "roles": stored(
        tables.RoleRow,
        rows.RoleRow,
        {
            "person": Ref("person_id", "users"),
            "primary": Plain("is_primary"),
            "role": enum("role", Role),
        },
    ),
    "enrollments": stored(
        tables.EnrolmentRow,
        rows.EnrolmentRow,
        _GROUP,
        {
            "person": Ref("person_id", "users"),
            "role": enum("role", rows.Part),
            "primary": Plain("is_primary"),
        },
        plain("begins", "ends"),
    ),
    "lineItems": stored(
        tables.WorkRow,
        rows.WorkRow,
        plain("title", "due"),
        COURSE,
        CATEGORY,
        {
            "assigned": Plain("day"),
            "period": Ref("period_id", "academicSessions"),
            "lowest": Plain("value_min"),
            "highest": Plain("value_max"),
        },
    ),
    "results": stored(
        tables.MarkRow,
        rows.MarkRow,
        PUPIL,
        {"work": Ref("work_id", "lineItems"), "value": mark("value"), "day": Plain("scored_on")},
        plain("comment", "recorded_at"),
    ),
}
