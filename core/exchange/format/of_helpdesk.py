"""The help desk. What is asked and answered has ids of its own; a day of duty has none."""

from functools import partial

from core.access.people import Role
from core.exchange.format.columns import SOURCE, column, must, ref, refs
from core.exchange.format.json_forms import SENT_FILES, SPANS
from core.exchange.format.spec import FileSpec
from core.exchange.forms import DATE, INSTANT, TEXT, TIME, whole, word
from core.exchange.rows import of_helpdesk as rows

_AT = must(INSTANT, "recordedAt")
_COUNT = whole(0, 2**31 - 1)
_DUTY = ref("dutySourcedId", "x_duty", filled=True)
_TOPIC = word(
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
)
_MATTER = word("question", "remark", "proposal")
_ROLE = word(*(one.value for one in Role))
_OUTCOME = word(
    "confirmed",
    "by-time",
    "cancelled",
    "merged",
    "solved",
    "vendor",
    "duplicate",
    "needless",
    "no-answer",
)
_OWNER = (
    must(word("consultant", "queue", "administrator"), "owner"),
    ref("ownerSourcedId", "users"),
    ref("dutySourcedId", "x_duty"),
    column(DATE, "dutyDate"),
)
_TICKET = ref("ticketSourcedId", "x_tickets", filled=True)
_VERSION = must(whole(1, 9999), "version")
_Entered = partial(FileSpec, only_grows=True)

OF_HELPDESK = (
    _Entered(
        "x_dutyDays",
        rows.DutyDayRow,
        (
            SOURCE,
            _DUTY,
            must(DATE, "date"),
            must(word("off", "hours", "none"), "change"),
            column(TIME, "startTime"),
            column(TIME, "endTime"),
            ref("userSourcedId", "users", filled=True),
            _AT,
        ),
        cell=("duty", "day"),
        key=("duty", "day"),
        spans=(("starts", "finishes"),),
    ),
    _Entered(
        "x_dutyStandIns",
        rows.DutyStandInRow,
        (
            SOURCE,
            _DUTY,
            must(DATE, "date"),
            ref("replacesSourcedId", "users", filled=True),
            ref("userSourcedId", "users", filled=True),
            must(word("asked", "agreed", "declined", "taken_back"), "state"),
            ref("recordedBySourcedId", "users", filled=True),
            _AT,
            column(INSTANT, "decidedAt"),
            column(TEXT, "swap"),
        ),
    ),
    _Entered(
        "x_knownAnswers",
        rows.KnownAnswerRow,
        (
            SOURCE,
            must(_TOPIC, "topic"),
            column(TEXT, "question"),
            column(TEXT, "answer"),
            must(_COUNT, "helped"),
            column(INSTANT, "retiredAt"),
        ),
    ),
    _Entered(
        "x_answerTemplates",
        rows.AnswerTemplateRow,
        (SOURCE, ref("userSourcedId", "users"), must(TEXT, "text")),
    ),
    _Entered(
        "x_consultations",
        rows.ConsultationRow,
        (
            SOURCE,
            must(_COUNT, "number"),
            _AT,
            must(word("closed", "rated", "corrected"), "what"),
            must(TEXT, "ticket"),
            must(_MATTER, "matter"),
            column(_ROLE, "role"),
            must(_TOPIC, "topic"),
            column(TEXT, "consultant"),
            column(INSTANT, "windowFrom"),
            column(_COUNT, "minutes"),
            column(_OUTCOME, "outcome"),
            column(whole(1, 5), "stars"),
            column(TEXT, "words"),
            column(TEXT, "said"),
            column(_COUNT, "corrects"),
            column(TEXT, "correctedBy"),
            column(TEXT, "before"),
            must(TEXT, "digest"),
        ),
        cell=("number",),
        key=("number",),
    ),
    _Entered(
        "x_consultationHeads",
        rows.ConsultationHeadRow,
        (SOURCE, must(_COUNT, "number"), _AT, must(TEXT, "digest")),
        cell=("number",),
        key=("number",),
    ),
    _Entered(
        "x_tickets",
        rows.TicketRow,
        (
            SOURCE,
            ref("userSourcedId", "users", filled=True),
            must(_ROLE, "role"),
            must(_MATTER, "matter"),
            ref("studentSourcedId", "users"),
            ref("courseSourcedId", "classes"),
            _AT,
            must(whole(1, 2**31 - 1), "revision"),
            must(_TOPIC, "topic"),
            must(word("open", "asked-back", "at-vendor", "answered", "closed"), "state"),
            *_OWNER,
            must(INSTANT, "ownedSince"),
            column(TEXT, "urgent"),
            column(INSTANT, "promisedAt"),
            refs("passedSourcedIds", "users"),
            column(INSTANT, "firstAnswerAt"),
            column(_COUNT, "firstAnswerMinutes"),
            column(INSTANT, "firstAnswerWindowFrom"),
            column(INSTANT, "heardAt"),
            column(INSTANT, "answeredAt"),
            column(INSTANT, "askedAtEnd"),
            column(INSTANT, "keptUntil"),
            column(INSTANT, "snoozedUntil"),
            column(INSTANT, "closedAt"),
            column(_OUTCOME, "outcome"),
            ref("mergedIntoSourcedId", "x_tickets"),
            column(whole(1, 5), "stars"),
            column(TEXT, "words"),
            column(INSTANT, "askedBackAt"),
            ref("askedBackBySourcedId", "users"),
            column(INSTANT, "remindedAt"),
            column(INSTANT, "roundAt"),
            column(INSTANT, "pressedAt"),
            ref("closedBySourcedId", "users"),
            column(INSTANT, "resumedAt"),
        ),
    ),
    _Entered(
        "x_ticketOwners",
        rows.TicketOwnerRow,
        (SOURCE, _TICKET, must(INSTANT, "since"), *_OWNER),
        key=("ticket", "since"),
    ),
    _Entered(
        "x_ticketEntries",
        rows.TicketEntryRow,
        (
            SOURCE,
            _TICKET,
            ref("userSourcedId", "users", filled=True),
            must(word("words", "answer", "ask-back", "note"), "kind"),
            _AT,
            _VERSION,
        ),
    ),
    _Entered(
        "x_ticketVersions",
        rows.TicketVersionRow,
        (
            SOURCE,
            ref("entrySourcedId", "x_ticketEntries", filled=True),
            _VERSION,
            _AT,
            column(TEXT, "text"),
            must(SPANS, "spans"),
            must(SENT_FILES, "files"),
        ),
        cell=("entry", "version"),
        key=("entry", "version"),
    ),
)
"""In the order in which their rows can be written."""
