"""Where is kept what persons enter in the chat."""

from collections.abc import Mapping

from core.exchange.format.of_the_chat import ACKNOWLEDGED, PRINTED
from core.exchange.rows import of_the_chat as rows
from storage import tables
from storage.exchange.fields import ByKind, Field, Plain, Ref
from storage.exchange.mapping.parts import PUPIL, plain, stored
from storage.exchange.stored import Listed, Stored

_CLASS: Mapping[str, Field] = {"group": Ref("class_id", "classes")}
_PERIOD: Mapping[str, Field] = {"period": Ref("period_id", "academicSessions")}
_LESSON: Mapping[str, Field] = {"lesson": Ref("lesson_id", "x_lessons")}
_PERSON: Mapping[str, Field] = {"person": Ref("person_id", "users")}
_BY: Mapping[str, Field] = {"by": Ref("by_id", "users")}
_DECIDED_BY: Mapping[str, Field] = {"decided_by": Ref("decided_by", "users")}

OF_THE_CHAT: Mapping[str, Stored] = {
    "x_preferences": stored(
        tables.PersonDeliveryRow,
        rows.PreferenceRow,
        _PERSON,
        plain("nights", "own_from", "own_to", "neutral", "zone"),
        topics=Listed(tables.PreferenceRow, "person_id", ("topic", "timing", "via")),
    ),
    "x_mailAddresses": stored(
        tables.GivenAddressRow,
        rows.MailAddressRow,
        _PERSON,
        plain("address", "document", "at"),
        _BY,
        plain("taken_at"),
    ),
    "x_excuses": stored(
        tables.ExcuseRow,
        rows.ExcuseRow,
        PUPIL,
        {"guardian": Ref("guardian_id", "users"), "at": Plain("claimed_at")},
        plain("kind", "word", "file_kind", "file", "state", "verdict", "document"),
        _DECIDED_BY,
        plain("decided_at"),
        lessons=Listed(tables.ExcuseLessonRow, "excuse_id", ("day", "number")),
    ),
    "x_searches": stored(
        tables.SearchRow,
        rows.SearchRow,
        PUPIL,
        {"asked_by": Ref("asked_by", "users")},
        plain("day", "asked_at", "found_at"),
        {"found_by": Ref("found_by", "users")},
    ),
    "x_homeworkDone": stored(
        tables.HomeworkDoneRow,
        rows.HomeworkDoneRow,
        _LESSON,
        PUPIL,
        {"text": Plain("text"), "at": Plain("done_at")},
    ),
    "x_attachments": stored(
        tables.AttachmentRow,
        rows.AttachmentRow,
        _LESSON,
        _BY,
        plain("at", "kind", "file", "name", "size", "gone_at"),
    ),
    "x_recommendations": stored(
        tables.RecommendationRow, rows.RecommendationRow, _LESSON, PUPIL, _BY, plain("at", "text")
    ),
    "x_announcements": stored(
        tables.AnnouncementRow, rows.AnnouncementRow, _BY, plain("at", "day", "text", "gone_at")
    ),
    "x_remarks": stored(
        tables.RemarkRow, rows.RemarkRow, PUPIL, _BY, plain("at", "day", "kind", "text", "gone_at")
    ),
    "x_remarkHistory": stored(
        tables.RemarkHistoryRow,
        rows.RemarkHistoryRow,
        {"remark": Ref("remark_id", "x_remarks")},
        _BY,
        plain("at", "text"),
    ),
    "x_absenceChecks": stored(
        tables.AbsenceCheckRow,
        rows.AbsenceCheckRow,
        _CLASS,
        {"course": Ref("course_id", "classes"), "changed_by": Ref("changed_by_id", "users")},
        _BY,
        plain("monday", "state", "digest", "at", "changed_at"),
    ),
    "x_forecastIssues": stored(
        tables.ForecastIssueRow, rows.IssueRow, _CLASS, _PERIOD, _BY, plain("at", "looked_on")
    ),
    "x_earlyWarnings": stored(
        tables.EarlyWarningRow,
        rows.WarningRow,
        _CLASS,
        _PERIOD,
        PUPIL,
        {"subject": Ref("subject_id", "courses"), "told_by": Ref("told_by", "users")},
        _DECIDED_BY,
        plain("risk", "words", "state", "made_at", "decided_at", "reason"),
        plain("told_risk", "told_words", "told_at", "ended_on"),
    ),
    "x_truancyWarnings": stored(
        tables.TruancyWarningRow,
        rows.TruancyRow,
        PUPIL,
        _DECIDED_BY,
        plain("begins", "ends", "words", "state", "made_at", "decided_at", "reason"),
    ),
    "x_acknowledgements": stored(
        tables.AcknowledgementRow,
        rows.AcknowledgementRow,
        _PERSON,
        {"pupil": Ref("about_id", "users"), "subject": ByKind("kind", "subject", ACKNOWLEDGED)},
        plain("at", "digest"),
    ),
    "x_printRun": stored(
        tables.PrintRunRow,
        rows.PrintRow,
        PUPIL,
        {"subject": ByKind("what", "subject", PRINTED)},
        plain("reason", "at"),
    ),
    "x_breaches": stored(
        tables.BreachRow,
        rows.BreachRow,
        _PERSON,
        _BY,
        {"told_by": Ref("told_by_id", "users")},
        plain("since", "at", "ended", "voided", "told_at"),
    ),
    "x_breachVoided": stored(
        tables.BreachVoidedRow,
        rows.VoidedRow,
        {"breach": Ref("breach_id", "x_breaches")},
        PUPIL,
        plain("position", "what", "day", "title", "was", "stands"),
    ),
    "x_lostAccess": stored(
        tables.LostAccessRow,
        rows.LostAccessRow,
        {"at": Plain("asked_at"), "answered_by": Ref("answered_by_id", "users")},
        plain("words", "answered_at"),
    ),
    "x_dataChecks": stored(
        tables.DataCheckRow,
        rows.DataCheckRow,
        _PERSON,
        plain("month", "told_on", "answer", "answered_at"),
        {"checked_by": Ref("checked_by_id", "users")},
        {"checked_in": Ref("checked_in_id", "classes")},
    ),
    "x_dataCorrections": stored(
        tables.DataCorrectionRow,
        rows.DataCorrectionRow,
        _PERSON,
        {"about": Ref("about_id", "users"), "at": Plain("said_at")},
        plain("field", "words", "state", "word", "decided_at"),
        {"decided_by": Ref("decided_by_id", "users")},
    ),
}
