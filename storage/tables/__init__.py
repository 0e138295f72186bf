"""The tables, for schema and for Core selects. Import them from here: `metadata` knows all."""

from storage.tables.answer_templates import AnswerTemplateRow
from storage.tables.answers import KnownAnswerRow
from storage.tables.base import Base
from storage.tables.breaches import BreachRow, BreachVoidedRow, DeedRow, LostAccessRow
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
from storage.tables.helpdesk import DutyDayRow, DutyStandInRow
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
from storage.tables.ledger import AnsweredMessageRow, NoticeRow, SentFileRow, UpdateRow
from storage.tables.links import AgendaLinkRow
from storage.tables.mailboxes import GivenAddressRow, MailboxProofRow, MailboxRow
from storage.tables.paper import PaperRunRow, PaperSheetRow
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
from storage.tables.periods import (
    EarlyWarningRow,
    ForecastIssueRow,
    PrintRunRow,
    TruancyWarningRow,
    UnmarkedClassRow,
)
from storage.tables.personal_data import DataCheckRow, DataCorrectionRow
from storage.tables.preferences import PersonDeliveryRow, PreferenceRow
from storage.tables.school_life import (
    AbsenceCheckRow,
    AnnouncementRow,
    AttachmentRow,
    HomeworkDoneRow,
    RecommendationRow,
    RemarkHistoryRow,
    RemarkRow,
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
from storage.tables.threads import (
    AnswerHoursRow,
    MessageOriginalRow,
    MessageRow,
    MessageVersionRow,
    ThreadRow,
)
from storage.tables.tickets import (
    ConsultationRow,
    DutyCallRow,
    TicketEntryRow,
    TicketOriginalRow,
    TicketOwnerRow,
    TicketRow,
    TicketVersionRow,
)
from storage.tables.training import TrainingGuestRow, TrainingRow
from storage.tables.vendor import VendorDetailRow, VendorPacketRow
from storage.tables.visits import VisitRow

metadata = Base.metadata

__all__ = [
    "AbsenceCheckRow",
    "AbsenceRow",
    "AccountLinkRow",
    "AccountRow",
    "AcknowledgementRow",
    "AgendaLinkRow",
    "AnnouncementRow",
    "AnswerHoursRow",
    "AnswerTemplateRow",
    "AnsweredMessageRow",
    "AttachmentRow",
    "BreachRow",
    "BreachVoidedRow",
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
    "ConsultationRow",
    "CourseClassRow",
    "DataCheckRow",
    "DataCorrectionRow",
    "DeedRow",
    "DialogueRow",
    "DutyCallRow",
    "DutyDayRow",
    "DutyRow",
    "DutyStandInRow",
    "EarlyWarningRow",
    "EnrolmentRow",
    "EventClassRow",
    "EventRow",
    "ExcuseLessonRow",
    "ExcuseRow",
    "ForecastIssueRow",
    "GivenAddressRow",
    "GroupRow",
    "GroupTermRow",
    "GuardianshipRow",
    "HolidayRow",
    "HomeworkDoneRow",
    "KnownAnswerRow",
    "LessonPlanRow",
    "LessonRow",
    "LostAccessRow",
    "MailboxProofRow",
    "MailboxRow",
    "MarkHistoryRow",
    "MarkRow",
    "MessageOriginalRow",
    "MessageRow",
    "MessageVersionRow",
    "NoticeRow",
    "PaperRunRow",
    "PaperSheetRow",
    "PauseRow",
    "PeriodMarkHistoryRow",
    "PeriodMarkRow",
    "PeriodRow",
    "PersonDeliveryRow",
    "PersonRow",
    "PreferenceRow",
    "PrintRunRow",
    "RecommendationRow",
    "RemarkHistoryRow",
    "RemarkRow",
    "ReminderRow",
    "RoleRow",
    "SchoolRow",
    "SearchRow",
    "SentFileRow",
    "SettingRow",
    "SubjectRow",
    "ThreadRow",
    "TicketEntryRow",
    "TicketOriginalRow",
    "TicketOwnerRow",
    "TicketRow",
    "TicketVersionRow",
    "TimetableRow",
    "TrainingGuestRow",
    "TrainingRow",
    "TruancyWarningRow",
    "UnmarkedClassRow",
    "UpdateRow",
    "VendorDetailRow",
    "VendorPacketRow",
    "VisitRow",
    "WarnedControlRow",
    "WorkRow",
    "WrongTryRow",
    "metadata",
]
