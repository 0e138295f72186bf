"""Which missed lessons are truancy, and when they are so many that parents are alerted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.diary.excuses.rules import Excuse, ExcuseState
from core.ids import PupilId
from core.journal.calendar import Holiday, holiday_on
from core.journal.values import AbsenceCode, ReasonState
from core.regulation.profile import TruancyRule

FARTHEST: Final = timedelta(days=183)
"""How far back a stretch of days may reach over holidays: those of summer end it."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MissedLesson:
    """A lesson that a pupil missed without good reason, as the journal says."""

    pupil: PupilId
    day: date
    number: int
    subject: str


@dataclass(frozen=True, slots=True)
class Spell:
    """The lessons that a pupil missed from one day to another, both included."""

    pupil: PupilId
    begins: date
    ends: date


def is_truancy(code: AbsenceCode, reason: ReasonState, excuse: Excuse | None) -> bool:
    """Say whether an absence counts: «н», confirmed to be without good reason (F12).

    One whose reason is not known yet does not count. What the journal has confirmed wins over
    what the family said of it, as where it is shown: only a document that was seen weighs more.
    """
    confirmed = code is AbsenceCode.ABSENT and reason is ReasonState.CONFIRMED
    return confirmed and (excuse is None or excuse.state is not ExcuseState.CONFIRMED)


def first_day_back(today: date, rule: TruancyRule, holidays: Sequence[Holiday]) -> date:
    """Return the first of the days that the rule looks at; today is the last of them."""
    day, left = today, rule.within_days
    while today - day < FARTHEST:
        left -= holiday_on(day, holidays) is None
        if left <= 0:
            break
        day -= _DAY
    return day


def stretch_of(
    missed: Sequence[MissedLesson], rule: TruancyRule, holidays: Sequence[Holiday]
) -> date | None:
    """Return the last day of missed lessons that are enough for an alert, or else None.

    They are enough where the rule's number of them fits the rule's number of days; what is
    missed beyond those belongs to them.
    """
    days = sorted(one.day for one in missed)
    enough = rule.missed_lessons
    for first, last in zip(days, days[enough - 1 :], strict=False):
        if first_day_back(last, rule, holidays) <= first:
            return days[-1]
    return None
