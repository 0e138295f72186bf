"""A broadcast is sent: now, or when its time has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.people import Actor
from core.clock import Clock
from core.facts import Facts, Origin
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Broadcast, Family, Plan, hearing
from core.messages.broadcasts.facts import (
    BroadcastFact,
    BroadcastSent,
    BroadcastStopped,
    BroadcastUnheard,
    Told,
)
from core.messages.broadcasts.gate import MayAddress, StillSpeaks
from core.messages.broadcasts.ports import Addressed, Broadcasts, Circles
from core.messages.broadcasts.rules import BroadcastToNobody, checked_plan, turnout
from core.messages.heads import Heads


@dataclass(frozen=True, slots=True)
class SetOff:
    """Lets a broadcast go to those whom its scope names today."""

    broadcasts: Broadcasts
    addressed: Addressed
    circles: Circles
    facts: Facts
    clock: Clock

    async def __call__(self, one: Broadcast) -> bool:
        """Send it, once; return whether it was this that did it.

        Whom it is for is asked now: who changed classes since it was written is in the new one.
        Where nobody is left who can be told, its author hears; it stands, for who comes in later.
        """
        now = self.clock.now()
        if not await self.broadcasts.set_off(one.id, at=now):
            return False
        pupils = await self.circles.pupils_in(one.school, one.plan.scope)
        families = hearing(await self.circles.members(pupils), one.plan.hearers)
        await self.addressed.address(one.school, one.id, families)
        await self.facts.record([_went(one, families, now)])
        return True


def _went(one: Broadcast, families: Sequence[Family], now: datetime) -> BroadcastFact:
    told, origin = told_once(families), Origin(one.by)
    if not told:
        return BroadcastUnheard(one.school, now, origin, one.id, one.valid_until, one.by)
    urgent = bool(one.plan.urgent)
    return BroadcastSent(one.school, now, origin, one.id, one.valid_until, told, urgent)


def told_once(families: Sequence[Family]) -> tuple[Told, ...]:
    """Return who is told, each person once: of several children, as the first one's family."""
    found: dict[PersonId, PupilId] = {}
    for family in families:
        for member in family.members:
            if member.why is None:
                found.setdefault(member.person, family.child.pupil)
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class SendBroadcast:
    """Who may address a scope sends to it, or lets the broadcast wait for its time."""

    may_address: MayAddress
    set_off: SetOff

    async def __call__(self, actor: Actor, plan: Plan, school: SchoolId | None) -> BroadcastId:
        """Keep it and send it; raise BroadcastToNobody where nobody can be told."""
        member = await self.may_address(actor, school, plan.scope)
        now = self.set_off.clock.now()
        checked_plan(plan, now, ZoneInfo(member.zone))
        circles, broadcasts = self.set_off.circles, self.set_off.broadcasts
        pupils = await circles.pupils_in(member.school, plan.scope)
        if not turnout(hearing(await circles.members(pupils), plan.hearers)).reachable:
            raise BroadcastToNobody
        number = await broadcasts.keep(member.school, plan, by=member.person, at=now)
        if plan.send_at is None or plan.send_at <= now:
            await self.set_off((await broadcasts.broadcasts([number]))[number])
        return number


@dataclass(frozen=True, slots=True)
class SendDue:
    """A tick: what waits at a school for a time that has come is sent.

    It passes the gate once more: who was dismissed meanwhile, or leads another class, speaks to
    nobody. What is not sent is taken back, and the author and the administration hear.
    """

    still_speaks: StillSpeaks
    heads: Heads
    set_off: SetOff

    async def is_due(self, school: SchoolId) -> bool:
        """Say whether anything waits whose time has come."""
        now = self.set_off.clock.now()
        return bool(await self.set_off.broadcasts.due(school, now=now))

    async def __call__(self, school: SchoolId) -> int:
        """Send what is due; return how many broadcasts there were."""
        broadcasts, now = self.set_off.broadcasts, self.set_off.clock.now()
        due = await broadcasts.due(school, now=now)
        found = await broadcasts.broadcasts(due)
        return sum([await self._send(found[one]) for one in due])

    async def _send(self, one: Broadcast) -> bool:
        if await self.still_speaks(one):
            return await self.set_off(one)
        now = self.set_off.clock.now()
        if await self.set_off.broadcasts.withdraw(one.id, by=None, at=now):
            heads = tuple(await self.heads.administration(one.school))
            until, nobody = one.valid_until, Origin(None)
            fact = BroadcastStopped(one.school, now, nobody, one.id, until, one.by, heads)
            await self.set_off.facts.record([fact])
        return False
