"""The help desk. What is asked and answered has ids of its own; a day of duty has none."""

from functools import partial

from core.exchange.format.columns import SOURCE, column, must, ref
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
            must(word("question", "remark", "proposal"), "matter"),
            must(TEXT, "role"),
            must(TEXT, "topic"),
            column(TEXT, "consultant"),
            column(INSTANT, "windowFrom"),
            column(_COUNT, "minutes"),
            column(word("confirmed", "by-time", "cancelled", "merged", "needless"), "outcome"),
            column(whole(1, 5), "stars"),
            column(TEXT, "words"),
            column(TEXT, "before"),
            must(TEXT, "digest"),
        ),
        cell=("number",),
        key=("number",),
    ),
)
"""In the order in which their rows can be written."""
