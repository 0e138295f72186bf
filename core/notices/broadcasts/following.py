"""A tick for broadcasts: what is due goes, who owes an answer is asked again, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from zoneinfo import ZoneInfo

from core.clock import Clock
from core.facts import Facts, Origin
from core.ids import ClassId, PersonId, SchoolId
from core.messages.broadcasts.broadcast import Ask, Broadcast, end_of
from core.messages.broadcasts.changing import answered_by
from core.messages.broadcasts.facts import BroadcastOverdue, BroadcastReminded
from core.messages.broadcasts.gate import StillSpeaks
from core.messages.broadcasts.joining import JoinNewcomers
from core.messages.broadcasts.ladder import Rung, not_answered, reminded_at, rung_due
from core.messages.broadcasts.ports import Answers, Broadcasts
from core.messages.broadcasts.sending import SendDue
from core.messages.broadcasts.staying import StillAddressed
from core.messages.heads import Heads
from core.notices.broadcasts.ports import BroadcastLedger
from core.notices.ledger import Change
from core.notices.ports import Outbox
from core.notices.timing import SchoolDelivery

_NOBODY = Origin()


class Leaders(Heads, Protocol):
    """Who answers for a school, and who leads a class or teaches a course."""

    async def leaders(self, class_id: ClassId) -> Sequence[PersonId]:
        """Return the linked class teachers of a class, today."""
        ...


@dataclass(frozen=True, slots=True)
class FindCallers:
    """Finds who gets the list for calls: all of them may open the broadcast."""

    still_speaks: StillSpeaks
    leaders: Leaders

    async def __call__(self, one: Broadcast) -> tuple[PersonId, ...]:
        """Return the author, or for one who may speak there no more the administration.

        Who leads every class of its scope, or teaches every course, calls with them.
        """
        speaks = await self.still_speaks(one)
        own = [one.by] if speaks else await self.leaders.administration(one.school)
        return tuple(dict.fromkeys([*own, *await self._leading(one.plan.scope.groups)]))

    async def _leading(self, groups: Sequence[int]) -> Sequence[PersonId]:
        found: list[PersonId] = []
        for at, group in enumerate(groups):
            leading = await self.leaders.leaders(ClassId(group))
            found = [one for one in leading if at == 0 or one in found]
            if not found:
                break
        return found


@dataclass(frozen=True, slots=True)
class ClimbLadders:
    """Asks again who owes an answer: silently, then the other guardian, then it is a call."""

    broadcasts: Broadcasts
    still: StillAddressed
    answers: Answers
    find_callers: FindCallers
    facts: Facts
    clock: Clock

    async def is_due(self, school: SchoolId) -> bool:
        """Say whether it is time anywhere."""
        climbing = dict(await self.broadcasts.climbing(school))
        found = await self.broadcasts.broadcasts(list(climbing))
        return any(
            (self._rung(one) or climbing[one.id]) > climbing[one.id] for one in found.values()
        )

    async def __call__(self, school: SchoolId) -> int:
        """Climb where it is time; return how many broadcasts did."""
        climbing = dict(await self.broadcasts.climbing(school))
        found = await self.broadcasts.broadcasts(list(climbing))
        return sum([await self._climb(one, climbing[one.id]) for one in found.values()])

    async def _climb(self, one: Broadcast, before: Rung) -> bool:
        ask, rung = one.plan.ask, self._rung(one)
        if ask is None or rung is None or rung <= before:
            return False
        climbed = await self.broadcasts.climb(one.id, before=before, to=rung)
        if climbed:
            await self._act(one, ask, rung)
        return climbed

    def _rung(self, one: Broadcast) -> Rung | None:
        ask = one.plan.ask
        if ask is None or ask.by is None or one.sent_at is None:
            return None
        return rung_due(one.told_from, end_of(ask.by, ZoneInfo(one.zone)), self.clock.now())

    async def _act(self, one: Broadcast, ask: Ask, rung: Rung) -> None:
        now = self.clock.now()
        answered = await answered_by(self.answers, one)
        hearers = one.plan.hearers
        if rung is Rung.LISTED:
            if not_answered(await self.still(one), hearers, ask, answered):
                until = one.valid_until
                to = await self.find_callers(one)
                fact = BroadcastOverdue(one.school, now, _NOBODY, one.id, until, to)
                await self.facts.record([fact])
            return
        families = await self.still.reached_today(one)
        reminded = reminded_at(rung, families, hearers, ask, answered)
        silent = rung is Rung.NUDGED
        await self.facts.record(
            [
                BroadcastReminded(
                    one.school, now, _NOBODY, one.id, one.valid_until, reminded, silent
                )
            ]
        )


@dataclass(frozen=True, slots=True)
class FollowBroadcasts:
    """The whole tick. What asks for an answer and may not have arrived is told once more."""

    send_due: SendDue
    join_newcomers: JoinNewcomers
    climb: ClimbLadders
    ledger: BroadcastLedger
    outbox: Outbox
    clock: Clock

    async def is_due(self, of: SchoolDelivery) -> bool:
        """Say whether there is anything to do, which takes nothing but reading."""
        return (
            await self.send_due.is_due(of.school)
            or await self.join_newcomers.is_due(of.school, of.zone)
            or await self.climb.is_due(of.school)
            or bool(await self.ledger.unrepeated(of.school, now=self.clock.now()))
        )

    async def __call__(self, of: SchoolDelivery) -> None:
        """Do what is due now at a school."""
        await self.send_due(of.school)
        await self.join_newcomers(of.school, of.zone)
        await self.climb(of.school)
        lost = await self.ledger.unrepeated(of.school, now=self.clock.now())
        await self.outbox.put([replace(one, change=Change.REPEATED) for one in lost])
