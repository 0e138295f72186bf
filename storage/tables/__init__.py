"""The tables, for schema and for Core selects. Import them from here: `metadata` knows all."""

from storage.tables.base import Base
from storage.tables.families import AcknowledgementRow
from storage.tables.journal import (
    AbsenceRow,
    CategoryRow,
    CategorySubjectRow,
    LessonRow,
    MarkHistoryRow,
    MarkRow,
    PeriodMarkRow,
    WorkRow,
)
from storage.tables.ledger import NoticeRow, UpdateRow
from storage.tables.people import (
    AccountLinkRow,
    AccountRow,
    CodeRow,
    ConsentRow,
    DialogueRow,
    GuardianshipRow,
    PersonRow,
    RoleRow,
    WrongTryRow,
)
from storage.tables.schools import (
    DutyRow,
    EventClassRow,
    EventRow,
    HolidayRow,
    PauseRow,
    PeriodRow,
    SchoolRow,
    SettingRow,
)
from storage.tables.teaching import (
    CourseClassRow,
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    LessonPlanRow,
    SubjectRow,
    TimetableRow,
)

metadata = Base.metadata

__all__ = [
    "AbsenceRow",
    "AccountLinkRow",
    "AccountRow",
    "AcknowledgementRow",
    "CategoryRow",
    "CategorySubjectRow",
    "CodeRow",
    "ConsentRow",
    "CourseClassRow",
    "DialogueRow",
    "DutyRow",
    "EnrolmentRow",
    "EventClassRow",
    "EventRow",
    "GroupRow",
    "GroupTermRow",
    "GuardianshipRow",
    "HolidayRow",
    "LessonPlanRow",
    "LessonRow",
    "MarkHistoryRow",
    "MarkRow",
    "NoticeRow",
    "PauseRow",
    "PeriodMarkRow",
    "PeriodRow",
    "PersonRow",
    "RoleRow",
    "SchoolRow",
    "SettingRow",
    "SubjectRow",
    "TimetableRow",
    "UpdateRow",
    "WorkRow",
    "WrongTryRow",
    "metadata",
]
