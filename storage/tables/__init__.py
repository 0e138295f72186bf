"""The tables, for schema and for Core selects. Import them from here: `metadata` knows all."""

from storage.tables.base import Base
from storage.tables.broadcasts import (
    BroadcastAnswerRow,
    BroadcastCardRow,
    BroadcastFamilyRow,
    BroadcastGroupRow,
    BroadcastHearerRow,
    BroadcastPupilRow,
    BroadcastRow,
    BroadcastTemplateRow,
    BroadcastVersionRow,
)
from storage.tables.excuses import ExcuseLessonRow, ExcuseRow, SearchRow
from storage.tables.families import AcknowledgementRow, ReminderRow
from storage.tables.journal import (
    AbsenceRow,
    CategoryRow,
    CategorySubjectRow,
    LessonRow,
    MarkHistoryRow,
    MarkRow,
    PeriodMarkHistoryRow,
    PeriodMarkRow,
    WorkRow,
)
from storage.tables.ledger import NoticeRow, UpdateRow
from storage.tables.links import AgendaLinkRow
from storage.tables.mailboxes import MailboxProofRow, MailboxRow
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
from storage.tables.periods import EarlyWarningRow, ForecastIssueRow, PrintRunRow
from storage.tables.preferences import PersonDeliveryRow, PreferenceRow
from storage.tables.school_life import (
    AnnouncementRow,
    AttachmentRow,
    HomeworkDoneRow,
    RecommendationRow,
    WarnedControlRow,
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
from storage.tables.visits import VisitRow

metadata = Base.metadata

__all__ = [
    "AbsenceRow",
    "AccountLinkRow",
    "AccountRow",
    "AcknowledgementRow",
    "AgendaLinkRow",
    "AnnouncementRow",
    "AttachmentRow",
    "BroadcastAnswerRow",
    "BroadcastCardRow",
    "BroadcastFamilyRow",
    "BroadcastGroupRow",
    "BroadcastHearerRow",
    "BroadcastPupilRow",
    "BroadcastRow",
    "BroadcastTemplateRow",
    "BroadcastVersionRow",
    "CategoryRow",
    "CategorySubjectRow",
    "CodeRow",
    "ConsentRow",
    "CourseClassRow",
    "DialogueRow",
    "DutyRow",
    "EarlyWarningRow",
    "EnrolmentRow",
    "EventClassRow",
    "EventRow",
    "ExcuseLessonRow",
    "ExcuseRow",
    "ForecastIssueRow",
    "GroupRow",
    "GroupTermRow",
    "GuardianshipRow",
    "HolidayRow",
    "HomeworkDoneRow",
    "LessonPlanRow",
    "LessonRow",
    "MailboxProofRow",
    "MailboxRow",
    "MarkHistoryRow",
    "MarkRow",
    "NoticeRow",
    "PauseRow",
    "PeriodMarkHistoryRow",
    "PeriodMarkRow",
    "PeriodRow",
    "PersonDeliveryRow",
    "PersonRow",
    "PreferenceRow",
    "PrintRunRow",
    "RecommendationRow",
    "ReminderRow",
    "RoleRow",
    "SchoolRow",
    "SearchRow",
    "SettingRow",
    "SubjectRow",
    "TimetableRow",
    "UpdateRow",
    "VisitRow",
    "WarnedControlRow",
    "WorkRow",
    "WrongTryRow",
    "metadata",
]
