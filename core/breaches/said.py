"""What is void by a breach beside the journal itself: words, ticks, ways in (S4, E3 4.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.breaches.deeds import What
from core.ids import PupilId


class Said(StrEnum):
    """What a person said or did, of which nothing stands when the account was in strange hands."""

    # What stays as it is, although a stranger had a hand in it.
    LEFT_MARK = "left_mark"
    LEFT_PERIOD_MARK = "left_period_mark"
    LEFT_ABSENCE = "left_absence"
    LEFT_HOMEWORK = "left_homework"
    LEFT_EXCUSE = "left_excuse"
    # What a family says.
    ACKNOWLEDGEMENT = "acknowledgement"
    REVIEW = "review"
    ANSWER = "answer"
    CHOICE = "choice"
    CONSENT = "consent"
    CORRECTION = "correction"
    DATA_CHECK = "data_check"
    HOMEWORK_TICK = "homework_tick"
    FOUND = "found"
    SEARCH = "search"
    TRAINING_REPLY = "training_reply"
    # What the school says.
    ANNOUNCEMENT = "announcement"
    ATTACHMENT = "attachment"
    RECOMMENDATION = "recommendation"
    REMARK = "remark"
    CHANGED_REMARK = "changed_remark"
    ABSENCE_QUESTION = "absence_question"
    ABSENCE_CHECK = "absence_check"
    HANDED = "handed"
    DECISION = "decision"
    DROPPED_WARNING = "dropped_warning"
    SENT_WARNING = "sent_warning"
    FORECAST = "forecast"
    # Broadcasts and messages.
    BROADCAST = "broadcast"
    CORRECTED_BROADCAST = "corrected_broadcast"
    WITHDRAWN_BROADCAST = "withdrawn_broadcast"
    TEMPLATE = "template"
    MESSAGE = "message"
    EDITED_MESSAGE = "edited_message"
    # Ways in.
    CODE = "code"
    WAY_IN = "way_in"
    COMPANION = "companion"
    ADDRESS = "address"
    LOST_ACCESS = "lost_access"
    BREACH_TOLD = "breach_told"
    # The help desk.
    TICKET = "ticket"
    TICKET_WORDS = "ticket_words"
    EDITED_TICKET_WORDS = "edited_ticket_words"
    MERGED_TICKET = "merged_ticket"
    CLOSED_TICKET = "closed_ticket"
    TICKET_RATING = "ticket_rating"
    LOG_CORRECTION = "log_correction"
    DUTY = "duty"
    DUTY_DAY = "duty_day"
    STAND_IN = "stand_in"
    STAND_IN_ANSWER = "stand_in_answer"
    TRAINING = "training"
    MOVED_TRAINING = "moved_training"
    KNOWN_ANSWER = "known_answer"
    ANSWER_TEMPLATE = "answer_template"
    PACKET = "packet"
    SENT_PACKET = "sent_packet"
    VENDOR_DETAIL = "vendor_detail"


LEFT: Final[Mapping[What, Said]] = {
    What.MARK: Said.LEFT_MARK,
    What.PERIOD_MARK: Said.LEFT_PERIOD_MARK,
    What.ABSENCE: Said.LEFT_ABSENCE,
    What.HOMEWORK: Said.LEFT_HOMEWORK,
    What.EXCUSE: Said.LEFT_EXCUSE,
}
"""How a record is called that somebody else changed after the stranger, or whose cell is taken."""

TO_LOOK_AT: Final = frozenset(
    {
        *LEFT.values(),
        Said.SENT_WARNING,
        Said.FORECAST,
        Said.DUTY,
        Said.MOVED_TRAINING,
        Said.SENT_PACKET,
        Said.VENDOR_DETAIL,
        Said.LOG_CORRECTION,
    }
)
"""What left already, or has nothing to come back to: it is shown for a person to repair."""

OF_BEFORE_UNKNOWN: Final = frozenset({Said.CHOICE, Said.RECOMMENDATION, Said.TRAINING_REPLY})
"""What is void now, and was kept in the place of what the person may have said before."""


@dataclass(frozen=True, slots=True)
class Voided:
    """One thing that is void: what was, and what stands now; None is nothing.

    `title` is the subject of a lesson, or the first words of what was said; `pupil` whom it is
    about, a pupil or anybody else; `record` its number, while the breach is being dealt with, when
    `day` may still be an instant: see `on_day_of`.
    """

    what: What | Said
    was: str | None
    stands: str | None
    day: date
    title: str = ""
    pupil: PupilId | None = None
    child: Name | None = None
    record: int = 0

    @property
    def is_to_look_at(self) -> bool:
        """Say whether nothing could be taken back: a person has to repair it."""
        return self.what in TO_LOOK_AT

    def on_day_of(self, zone: ZoneInfo) -> "Voided":
        """Return it under the school's day, where only the instant of it was known."""
        if isinstance(self.day, datetime):
            return replace(self, day=self.day.astimezone(zone).date())
        return self

    @property
    def in_short(self) -> tuple[object, ...]:
        """Return by what it is known again when the same breach is reported once more."""
        return self.what, self.was or None, self.day, self.title, self.pupil
