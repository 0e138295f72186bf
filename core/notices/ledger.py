"""The ledger of notices: one row for one person about one thing, with exactly one ending."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

from core.access.people import Account, Channel
from core.ids import NoticeId, PersonId, PupilId, SchoolId


class NoticeKind(StrEnum):
    """What a notice is about; `subject` of a notice is the id of such a record."""

    MARK = "mark"
    ABSENCE = "absence"
    HOMEWORK = "homework"
    REPLACEMENT = "replacement"
    EVENT = "event"
    MOVE = "move"
    CONTROL_WORK = "control_work"
    CONTROL_LESSON = "control_lesson"
    RECOMMENDATION = "recommendation"
    ANNOUNCEMENT = "announcement"
    REMARK = "remark"
    ABSENCE_CHECK = "absence_check"
    ABSENCES_OF_WEEK = "absences_of_week"
    UNREACHABLE = "unreachable"
    CLAIM = "claim"
    DECISION = "decision"
    SEARCH = "search"
    FORECAST = "forecast"
    WARNING = "warning"
    FORECAST_SENT = "forecast_sent"
    TO_PRINT = "to_print"
    WARNINGS_DRAFTED = "warnings_drafted"
    TRUANCY = "truancy"
    TRUANCY_DRAFTED = "truancy_drafted"
    TRUANCY_WAITS = "truancy_waits"
    PAPER_RUN = "paper_run"
    PERIOD_MARK = "period_mark"
    MISSING_OF_CLASS = "missing_of_class"
    MISSING_OF_COURSE = "missing_of_course"
    MISSING_OF_SCHOOL = "missing_of_school"
    REVIEWED = "reviewed"
    REVIEWS_OF_DAY = "reviews_of_day"
    REVIEW_NUDGE = "review_nudge"
    BROADCAST = "broadcast"
    BROADCAST_NUDGE = "broadcast_nudge"
    BROADCAST_REMINDER = "broadcast_reminder"
    BROADCAST_OVERDUE = "broadcast_overdue"
    BROADCAST_STOPPED = "broadcast_stopped"
    BROADCAST_STOPPED_OWN = "broadcast_stopped_own"
    BROADCAST_UNHEARD = "broadcast_unheard"
    BROADCAST_WITHDRAWN = "broadcast_withdrawn"
    LOST_ACCESS = "lost_access"
    BREACH = "breach"
    BREACH_DUE = "breach_due"
    DATA_CHECK = "data_check"
    DATA_CORRECTIONS = "data_corrections"
    DATA_SETTLED = "data_settled"
    DATA_OF_CLASS = "data_of_class"
    TRAINING = "training"
    TRAINING_REMINDER = "training_reminder"
    TRAINING_LACKING = "training_lacking"
    PACKET_REFUSED = "packet_refused"
    PACKET_DUE = "packet_due"
    MESSAGE = "message"
    MESSAGE_LOST = "message_lost"
    STAND_IN = "stand_in"
    TICKET_ARRIVED = "ticket_arrived"
    TICKET_WENT_ON = "ticket_went_on"
    TICKET_PROMISE = "ticket_promise"
    TICKET_WORDS = "ticket_words"
    TICKET_LOST = "ticket_lost"
    TICKET_AT_END = "ticket_at_end"
    TICKET_WOKE = "ticket_woke"
    TICKET_CLOSED = "ticket_closed"
    TICKET_RATED = "ticket_rated"
    DUTY_CALL = "duty_call"
    DUTY_SILENT = "duty_silent"
    DUTY_FLAWS = "duty_flaws"


CORRECTABLE: Final = frozenset({NoticeKind.MARK, NoticeKind.PERIOD_MARK})
"""What the school's correction window holds back, so that a slip is never announced."""

TOLD_ALONE: Final = frozenset(
    {
        NoticeKind.BROADCAST,
        NoticeKind.BROADCAST_NUDGE,
        NoticeKind.BROADCAST_REMINDER,
        NoticeKind.BROADCAST_OVERDUE,
        NoticeKind.BROADCAST_STOPPED,
        NoticeKind.BROADCAST_STOPPED_OWN,
        NoticeKind.BROADCAST_UNHEARD,
        NoticeKind.BROADCAST_WITHDRAWN,
        NoticeKind.MESSAGE,
        NoticeKind.MESSAGE_LOST,
        NoticeKind.REMARK,
        NoticeKind.ABSENCE_CHECK,
        NoticeKind.STAND_IN,
        NoticeKind.TICKET_ARRIVED,
        NoticeKind.TICKET_WENT_ON,
        NoticeKind.TICKET_PROMISE,
        NoticeKind.TICKET_WORDS,
        NoticeKind.TICKET_LOST,
        NoticeKind.TICKET_AT_END,
        NoticeKind.TICKET_WOKE,
        NoticeKind.TICKET_CLOSED,
        NoticeKind.TICKET_RATED,
        NoticeKind.DUTY_CALL,
        NoticeKind.DUTY_SILENT,
        NoticeKind.DUTY_FLAWS,
        NoticeKind.TRAINING,
        NoticeKind.TRAINING_REMINDER,
        NoticeKind.TRAINING_LACKING,
        NoticeKind.PACKET_REFUSED,
        NoticeKind.PACKET_DUE,
        NoticeKind.BREACH,
        NoticeKind.BREACH_DUE,
        NoticeKind.DATA_CHECK,
        NoticeKind.DATA_CORRECTIONS,
        NoticeKind.DATA_SETTLED,
        NoticeKind.DATA_OF_CLASS,
        NoticeKind.PAPER_RUN,
    }
)
"""What fills a message of its own: words and files with what is asked, or a document."""


class Change(StrEnum):
    """What happened to the record."""

    NEW = "new"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    REPEATED = "repeated"


class Lane(IntEnum):
    """Who goes first on the way out: an answer is never delayed by a broadcast."""

    ANSWER = 0
    ALERT = 1
    NOTICE = 2
    BROADCAST = 3


class Ending(StrEnum):
    """How a notice ended. `UNKNOWN`: the request left and no answer came; it is never rounded."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why a notice was refused or expired."""

    NOT_LINKED = "not-linked"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected"
    TOO_LATE = "too-late"
    OVERTAKEN = "overtaken"
    SWITCHED_OFF = "switched-off"
    NO_RIGHT = "no-right"


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice to be written: `before` is the value before the change, as a code.

    `is_copy`: the letter to who is told in the chat and wants it by letter as well.
    """

    school: SchoolId
    recipient: PersonId
    about: PupilId
    kind: NoticeKind
    subject: int
    change: Change
    happened_at: datetime
    lane: Lane = Lane.NOTICE
    before: str = ""
    valid_until: datetime | None = None
    is_copy: bool = False

    @property
    def record(self) -> tuple[NoticeKind, int, PupilId]:
        """Return which record of which pupil this is about: what is told of it is told once."""
        return self.kind, self.subject, self.about


@dataclass(frozen=True, slots=True)
class Notice:
    """A row of the ledger that waits or is under way."""

    id: NoticeId
    draft: Draft
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """What one person is to be told now over one lane; `account` is None for who has none.

    `neutral`: the person wants to be told that there is news, and no more. `spare` is where it can
    go should the account take no messages any more. `twofold` are the records of which the person
    wants a letter beside the message.
    """

    recipient: PersonId
    account: Account | None
    lane: Lane
    notices: tuple[Notice, ...]
    neutral: bool = False
    spare: Account | None = None
    twofold: frozenset[tuple[NoticeKind, int, PupilId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """A row of the ledger with its ending, as a sender or a check reads it.

    `channel` is by what it left, or was about to.
    """

    notice: Notice
    ending: Ending | None
    reason: str = ""
    message_id: str = ""
    at: datetime | None = None
    channel: Channel | None = None
