"""What persons enter in the chat, or at the command line, and no other file holds.

Such files only grow: a bundle neither changes nor takes back what a person entered. The tables
give no ids, so an id is made of the fields that never change (`key`). `exchange` stands beside
the diary and below notices: their words are written here once more, and a test compares them.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from core.access.zones import OwnZone
from core.exchange.format.chat_forms import LESSONS, topics
from core.exchange.format.columns import SOURCE, about, column, defaults, must, ref
from core.exchange.format.spec import FileSpec
from core.exchange.forms import DATE, INSTANT, TEXT, TIME, TRUTH, whole, word
from core.exchange.rows import of_the_chat as rows
from core.exchange.rows.one_roster import GroupKind

DOCUMENT: Final = "document"
"""The setting that names the document by which a school goes; all others are its own rules."""

ACKNOWLEDGED: Final[Mapping[str, str | None]] = {
    "forecast": "academicSessions",
    "warning": "x_earlyWarnings",
    "truancy": "x_truancyWarnings",
    "review": None,
}
"""By what was acknowledged: the file of the record; of a review it is the day."""

PRINTED: Final[Mapping[str, str | None]] = {
    "mark": "results",
    "absence": "x_attendance",
    "homework": "x_lessons",
    "replacement": "x_lessons",
    "event": "x_events",
    "move": "x_lessons",
    "control_work": "lineItems",
    "control_lesson": "x_lessons",
    "recommendation": "x_recommendations",
    "announcement": "x_announcements",
    "remark": "x_remarks",
    "forecast": "academicSessions",
    "warning": "x_earlyWarnings",
    "truancy": "x_truancyWarnings",
    "period_mark": "x_periodMarks",
    "decision": "x_excuses",
    "broadcast": "x_broadcasts",
}
"""By kind of notice that may go on paper: the file of the record that it is about."""

_PUPIL = ref("studentSourcedId", "users", filled=True)
_PERSON = ref("userSourcedId", "users", filled=True)
_CLASS = ref("classSourcedId", "classes", filled=True, kind=GroupKind.CLASS)
_PERIOD = ref("academicSessionSourcedId", "academicSessions", filled=True)
_LESSON = ref("lessonSourcedId", "x_lessons", filled=True)
_AT = must(INSTANT, "recordedAt")
_DECIDED_BY, _DECIDED_AT = ref("decidedBySourcedId", "users"), column(INSTANT, "decidedAt")
_RISK = word("failing", "not_certified")
_TOPICS = topics(
    (
        "marks",
        "absences",
        "homework",
        "timetable",
        "control_works",
        "recommendations",
        "remarks",
        "events",
        "review",
        "personal_data",
        "forecasts",
        "finals",
    ),
    ("now", "evening", "weekly", "off"),
)
_ZONE = defaults(word(*(one.value for one in OwnZone)), empty=None)
_FILE_KIND = word("photo", "document")
_BYTES = whole(0, 2**53)
_COUNT = whole(0, 2**31 - 1)

_Entered = partial(FileSpec, only_grows=True)

OF_THE_CHAT = (
    _Entered(
        "x_rules",
        rows.RuleRow,
        (SOURCE, must(TEXT, "setting"), must(TEXT, "value")),
        cell=("setting",),
        key=("setting",),
    ),
    _Entered(
        "x_preferences",
        rows.PreferenceRow,
        (
            SOURCE,
            _PERSON,
            must(word("school", "own", "none"), "nights"),
            must(TIME, "quietFrom"),
            must(TIME, "quietTo"),
            must(TRUTH, "neutral"),
            column(_TOPICS, "topics"),
            column(_ZONE, "timeZone", may_lack=True),
        ),
        cell=("person",),
        key=("person",),
    ),
    _Entered(
        "x_mailAddresses",
        rows.MailAddressRow,
        (
            SOURCE,
            _PERSON,
            must(TEXT, "address"),
            must(TEXT, "document"),
            _AT,
            ref("takenBySourcedId", "users", filled=True),
            column(INSTANT, "takenAwayAt"),
        ),
    ),
    _Entered(
        "x_excuses",
        rows.ExcuseRow,
        (
            SOURCE,
            _PUPIL,
            _PERSON,
            _AT,
            must(word("illness", "excused", "other"), "kind"),
            must(LESSONS, "lessons"),
            column(TEXT, "reason"),
            column(defaults(_FILE_KIND, empty=""), "fileKind"),
            column(TEXT, "file"),
            must(word("waiting", "accepted", "declined", "confirmed", "withdrawn"), "state"),
            column(TEXT, "verdict"),
            column(TEXT, "document"),
            _DECIDED_BY,
            _DECIDED_AT,
        ),
        key=("pupil", "guardian", "at"),
    ),
    _Entered(
        "x_searches",
        rows.SearchRow,
        (
            SOURCE,
            _PUPIL,
            must(DATE, "date"),
            _PERSON,
            _AT,
            column(INSTANT, "foundAt"),
            ref("foundBySourcedId", "users"),
        ),
        cell=("pupil", "day"),
        key=("pupil", "day"),
    ),
    _Entered(
        "x_homeworkDone",
        rows.HomeworkDoneRow,
        (SOURCE, _LESSON, _PUPIL, column(TEXT, "homework"), _AT),
        cell=("lesson", "pupil"),
        key=("lesson", "pupil"),
    ),
    _Entered(
        "x_attachments",
        rows.AttachmentRow,
        (
            SOURCE,
            _LESSON,
            _PERSON,
            _AT,
            must(_FILE_KIND, "kind"),
            must(TEXT, "file"),
            column(TEXT, "name"),
            must(_BYTES, "size"),
            column(INSTANT, "takenAwayAt"),
        ),
        key=("lesson", "by", "at", "file"),
    ),
    _Entered(
        "x_recommendations",
        rows.RecommendationRow,
        (SOURCE, _LESSON, ref("studentSourcedId", "users"), _PERSON, _AT, must(TEXT, "text")),
        key=("lesson", "pupil", "by", "at"),
    ),
    _Entered(
        "x_announcements",
        rows.AnnouncementRow,
        (
            SOURCE,
            _PERSON,
            _AT,
            must(DATE, "date"),
            must(TEXT, "text"),
            column(INSTANT, "takenAwayAt"),
        ),
        key=("by", "at"),
    ),
    _Entered(
        "x_remarks",
        rows.RemarkRow,
        (
            SOURCE,
            _PUPIL,
            _PERSON,
            _AT,
            must(DATE, "date"),
            must(word("praise", "achievement", "development", "behaviour"), "kind"),
            must(TEXT, "text"),
            column(INSTANT, "takenBackAt"),
        ),
        key=("pupil", "by", "at"),
    ),
    _Entered(
        "x_remarkHistory",
        rows.RemarkHistoryRow,
        (
            SOURCE,
            ref("remarkSourcedId", "x_remarks", filled=True),
            _PERSON,
            _AT,
            must(TEXT, "text"),
        ),
        key=("remark", "by", "at"),
    ),
    _Entered(
        "x_absenceChecks",
        rows.AbsenceCheckRow,
        (
            SOURCE,
            _CLASS,
            ref("taughtSourcedId", "classes", filled=True, kind=GroupKind.COURSE),
            must(DATE, "date"),
            must(word("asked", "right", "fixing", "verified"), "state"),
            must(TEXT, "digest"),
            _PERSON,
            _AT,
            ref("changedBySourcedId", "users", filled=True),
            must(INSTANT, "changedAt"),
        ),
        cell=("group", "course", "monday"),
        key=("group", "course", "monday"),
    ),
    _Entered(
        "x_forecastIssues",
        rows.IssueRow,
        (
            SOURCE,
            _CLASS,
            _PERIOD,
            _AT,
            ref("userSourcedId", "users"),
            column(DATE, "lookedAfterDate"),
        ),
        cell=("group", "period"),
        key=("group", "period"),
    ),
    _Entered(
        "x_earlyWarnings",
        rows.WarningRow,
        (
            SOURCE,
            _CLASS,
            _PERIOD,
            _PUPIL,
            ref("courseSourcedId", "courses", filled=True),
            must(_RISK, "risk"),
            column(TEXT, "words"),
            must(word("draft", "sent", "dropped"), "state"),
            _AT,
            _DECIDED_AT,
            _DECIDED_BY,
            column(TEXT, "reason"),
            column(_RISK, "toldRisk"),
            column(TEXT, "toldWords"),
            column(INSTANT, "toldAt"),
            ref("toldBySourcedId", "users"),
            column(DATE, "endedOn"),
        ),
        cell=("pupil", "subject", "period"),
        key=("pupil", "subject", "period"),
    ),
    _Entered(
        "x_truancyWarnings",
        rows.TruancyRow,
        (
            SOURCE,
            _PUPIL,
            must(DATE, "beginDate"),
            must(DATE, "endDate"),
            column(TEXT, "words"),
            must(word("draft", "sent", "dropped"), "state"),
            _AT,
            _DECIDED_AT,
            _DECIDED_BY,
            column(TEXT, "reason"),
        ),
        cell=("pupil", "begins"),
        key=("pupil", "begins"),
    ),
    _Entered(
        "x_acknowledgements",
        rows.AcknowledgementRow,
        (
            SOURCE,
            _PERSON,
            _PUPIL,
            about("kind", "subject", ACKNOWLEDGED),
            _AT,
            column(TEXT, "digest"),
        ),
        cell=("pupil", "subject", "person"),
        key=("pupil", "subject", "person"),
    ),
    _Entered(
        "x_printRun",
        rows.PrintRow,
        (
            SOURCE,
            _PUPIL,
            about("kind", "subject", PRINTED),
            must(word("nobody", "refused", "unknown", "waiting"), "reason"),
            _AT,
        ),
        cell=("pupil", "subject"),
        key=("pupil", "subject"),
    ),
    _Entered(
        "x_breaches",
        rows.BreachRow,
        (
            SOURCE,
            _PERSON,
            ref("reportedBySourcedId", "users", filled=True),
            must(INSTANT, "since"),
            _AT,
            must(_COUNT, "ended"),
            must(_COUNT, "voided"),
            column(INSTANT, "toldAt"),
            ref("toldBySourcedId", "users"),
        ),
    ),
    _Entered(
        "x_breachVoided",
        rows.VoidedRow,
        (
            SOURCE,
            ref("breachSourcedId", "x_breaches", filled=True),
            must(_COUNT, "position"),
            must(
                word(
                    "mark",
                    "period_mark",
                    "absence",
                    "homework",
                    "excuse",
                    "acknowledgement",
                    "review",
                    "answer",
                    "consent",
                    "correction",
                    "data_check",
                    "homework_tick",
                    "found",
                    "search",
                    "training_reply",
                    "announcement",
                    "attachment",
                    "recommendation",
                    "remark",
                    "changed_remark",
                    "absence_question",
                    "absence_check",
                    "handed",
                    "decision",
                    "dropped_warning",
                    "sent_warning",
                    "forecast",
                    "broadcast",
                    "corrected_broadcast",
                    "withdrawn_broadcast",
                    "template",
                    "message",
                    "edited_message",
                    "code",
                    "way_in",
                    "companion",
                    "address",
                    "lost_access",
                    "breach_told",
                    "ticket",
                    "ticket_words",
                    "edited_ticket_words",
                    "duty",
                    "duty_day",
                    "stand_in",
                    "stand_in_answer",
                    "training",
                    "moved_training",
                    "known_answer",
                    "answer_template",
                    "packet",
                    "sent_packet",
                    "vendor_detail",
                ),
                "what",
            ),
            ref("studentSourcedId", "users"),
            must(DATE, "date"),
            column(TEXT, "title"),
            column(defaults(TEXT, empty=None), "was"),
            column(defaults(TEXT, empty=None), "stands"),
        ),
        cell=("breach", "position"),
        key=("breach", "position"),
    ),
    _Entered(
        "x_lostAccess",
        rows.LostAccessRow,
        (
            SOURCE,
            must(TEXT, "words"),
            _AT,
            column(INSTANT, "answeredAt"),
            ref("userSourcedId", "users"),
        ),
    ),
    _Entered(
        "x_dataChecks",
        rows.DataCheckRow,
        (
            SOURCE,
            _PERSON,
            must(DATE, "month"),
            column(DATE, "askedDate"),
            column(defaults(word("right", "wrong"), empty=None), "answer"),
            column(INSTANT, "answeredAt"),
            ref("checkedBySourcedId", "users"),
            ref("checkedInSourcedId", "classes"),
        ),
        cell=("person", "month"),
        key=("person", "month"),
    ),
    _Entered(
        "x_dataCorrections",
        rows.DataCorrectionRow,
        (
            SOURCE,
            _PERSON,
            ref("aboutSourcedId", "users", filled=True),
            must(word("name", "phone", "email", "child", "other"), "field"),
            must(TEXT, "words"),
            _AT,
            must(word("open", "entered", "declined", "replaced"), "state"),
            column(TEXT, "reason"),
            _DECIDED_BY,
            _DECIDED_AT,
        ),
    ),
)
"""In the order in which their rows can be written."""
