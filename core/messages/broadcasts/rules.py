"""What a broadcast must be before it can be sent, and how long sending takes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import RuleBroken
from core.ids import PersonId
from core.messages.broadcasts.broadcast import Ask, Family, Plan, WhyNot
from core.messages.content import Content

LONGEST_TEXT: Final = 3500
"""A messenger takes 4 096 characters: the rest is for who says it and what is asked."""
LONGEST_LABEL: Final = 30
LONGEST_REASON: Final = 200
FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 6
FURTHEST: Final = timedelta(days=60)
_LATE: Final = timedelta(minutes=5)


class BroadcastEmpty(RuleBroken):
    """Neither words nor a file."""

    code = "broadcast-empty"


class BroadcastTooLong(RuleBroken):
    """More words than one message of a messenger takes."""

    code = "broadcast-too-long"

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


class BroadcastToNobody(RuleBroken):
    """Nobody of those addressed can be told."""

    code = "broadcast-to-nobody"


class ChoicesWrong(RuleBroken):
    """A question needs a few choices, each short and no two alike."""

    code = "broadcast-choices"


class LabelWrong(RuleBroken):
    """The words of a button: some, and no more than a phone shows."""

    code = "broadcast-label"


class TimeOutOfReach(RuleBroken):
    """A time or a day that is over, or too far ahead."""

    code = "broadcast-time"


class AnswerDayWrong(RuleBroken):
    """An answer by a day that is over, before the sending, or too far ahead."""

    code = "broadcast-answer-day"


class ReasonNeeded(RuleBroken):
    """An urgent broadcast says why it is urgent; it goes now."""

    code = "broadcast-reason"


def checked_content(content: Content) -> Content:
    """Return what can be sent; raise where it is nothing, or too long."""
    if content.is_empty:
        raise BroadcastEmpty
    longest = max(content.text.length, *(one.caption.length for one in content.files), 0)
    if longest > LONGEST_TEXT:
        raise BroadcastTooLong(longest)
    return content


def checked_plan(plan: Plan, now: datetime, zone: ZoneInfo) -> Plan:
    """Return a plan that can be carried out; raise where it breaks a rule."""
    checked_content(plan.content)
    if plan.urgent and (plan.send_at is not None or len(plan.urgent) > LONGEST_REASON):
        raise ReasonNeeded
    if plan.send_at is not None:
        checked_time(plan.send_at, now)
    if plan.ask is not None:
        checked_ask(plan.ask, (plan.send_at or now).astimezone(zone).date())
    return plan


def checked_time(at: datetime, now: datetime) -> datetime:
    """Return a time to send at; raise TimeOutOfReach for one that is over or too far ahead."""
    if not now - _LATE <= at <= now + FURTHEST:
        raise TimeOutOfReach
    return at


def checked_ask(ask: Ask, sent_on: date) -> Ask:
    """Return a question that can be answered in time."""
    if ask.by is not None:
        checked_day(ask.by, sent_on)
    if ask.button:
        checked_label(ask.button)
    if ask.choices:
        checked_choices(ask.choices)
    return ask


def checked_day(by: date, sent_on: date) -> date:
    """Return a day by which an answer is asked; raise AnswerDayWrong for one out of reach."""
    if not sent_on <= by <= sent_on + FURTHEST:
        raise AnswerDayWrong
    return by


def checked_label(label: str) -> str:
    """Return the words of a button in one line."""
    said = " ".join(label.split())
    if not said or len(said) > LONGEST_LABEL:
        raise LabelWrong
    return said


def checked_choices(choices: Sequence[str]) -> tuple[str, ...]:
    """Return the choices of a question, each in one line; raise ChoicesWrong for what is none."""
    said = tuple(" ".join(one.split()) for one in choices)
    apart = {one.casefold() for one in said}
    if not FEWEST_CHOICES <= len(said) <= MOST_CHOICES or len(apart) < len(said):
        raise ChoicesWrong
    if any(not one or len(one) > LONGEST_LABEL for one in said):
        raise ChoicesWrong
    return said


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many a broadcast would reach: persons, and why others not; `families` count pupils."""

    families: int
    persons: int
    reachable: int
    why: dict[WhyNot, int]
    without_anybody: int = 0

    def seconds(self, per_second: int) -> int:
        """Return how long the sending takes at most."""
        return ceil(self.reachable / per_second)


def not_reached(families: Sequence[Family]) -> tuple[Family, ...]:
    """Return the families of which somebody gets nothing; first those where nobody gets it.

    Who refused for one child and is told of another has no reason any more.
    """
    told = {it.person for one in families for it in one.members if it.why is None}
    known = [
        replace(
            one,
            members=tuple(
                replace(it, why=None) if it.person in told else it for it in one.members
            ),
        )
        for one in families
    ]
    found = [one for one in known if not one.members or any(it.why for it in one.members)]
    return tuple(sorted(found, key=lambda one: any(it.why is None for it in one.members)))


def turnout(families: Sequence[Family]) -> Turnout:
    """Count each person once, whatever number of children it has among them."""
    reasons: dict[PersonId, WhyNot | None] = {}
    for family in families:
        for one in family.members:
            # Who refused for one child and not for another is told of the other.
            if one.person not in reasons or one.why is None:
                reasons[one.person] = one.why
    counted = Counter(why for why in reasons.values() if why is not None)
    return Turnout(
        families=len(families),
        persons=len(reasons),
        reachable=sum(why is None for why in reasons.values()),
        why=dict(counted),
        without_anybody=sum(not one.members for one in families),
    )
