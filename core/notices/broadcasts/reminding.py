"""A sender reminds by hand: those who owe an answer, also when the time for it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.facts import Facts, Origin
from core.ids import BroadcastId
from core.messages.broadcasts.broadcast import Ask, Broadcast, BroadcastState
from core.messages.broadcasts.changing import BroadcastOver, answered_by
from core.messages.broadcasts.facts import BroadcastReminded
from core.messages.broadcasts.gate import OpenBroadcast
from core.messages.broadcasts.ladder import Reminded, Rung, not_answered, reminded_at
from core.messages.broadcasts.ports import Answers
from core.messages.broadcasts.staying import StillAddressed
from core.notices.broadcasts.quiet import FindOpening

BETWEEN_REMINDERS: Final = timedelta(hours=1)
_REMINDED_FOR: Final = timedelta(days=1)
"""So long a reminder is kept trying, also when the time to answer is over: a night lies in it."""


class RemindedAlready(RuleBroken):
    """Families were reminded within the hour: more often is a nuisance."""

    code = "broadcast-reminded"


class NobodyToRemind(RuleBroken):
    """All have answered, or no answer was asked for."""

    code = "broadcast-nobody-to-remind"


class NobodyCanBeReminded(RuleBroken):
    """Families owe an answer, and none of them can be told: they are called, or get paper."""

    code = "broadcast-remind-unreachable"


@dataclass(frozen=True, slots=True)
class RemindersSent:
    """How many persons are reminded; `opens_at` is set where quiet hours hold that back."""

    persons: int
    zone: ZoneInfo
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RemindBroadcast:
    """Reminds those families only that are still of its scope, and have not answered.

    A late answer is an answer: who owes one is reminded after the day as well.
    """

    open: OpenBroadcast
    still: StillAddressed
    answers: Answers
    find_opening: FindOpening
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId) -> RemindersSent:
        """Remind them; return how many persons there are. Not twice within the hour."""
        member, one = await self.open(actor, number)
        now = self.clock.now()
        hearers = await self._hearers(one)
        since = now - BETWEEN_REMINDERS
        if not await self.open.broadcasts.remind(number, at=now, not_since=since):
            raise RemindedAlready
        origin, until = Origin(member.person), max(one.valid_until, now + _REMINDED_FOR)
        await self.facts.record(
            [BroadcastReminded(one.school, now, origin, number, until, tuple(hearers))]
        )
        opens_at = await self.find_opening(one.school, now)
        return RemindersSent(len(hearers), ZoneInfo(one.zone), opens_at)

    async def _hearers(self, one: Broadcast) -> Sequence[Reminded]:
        ask = _asked(one)
        families = await self.still.reached_today(one)
        answered = await answered_by(self.answers, one)
        hearers = reminded_at(Rung.LISTED, families, one.plan.hearers, ask, answered)
        if hearers:
            return hearers
        if not_answered(await self.still(one), one.plan.hearers, ask, answered):
            raise NobodyCanBeReminded
        raise NobodyToRemind


def _asked(one: Broadcast) -> Ask:
    if one.state is not BroadcastState.SENT:
        raise BroadcastOver
    if one.plan.ask is None:
        raise NobodyToRemind
    return one.plan.ask
