"""Who comes in later is sent what still counts of what the family was sent before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor, seen_by
from core.clock import Clock
from core.facts import Facts, Origin
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import (
    VALID_FOR,
    Broadcast,
    Family,
    Hearer,
    Scope,
    Whom,
    hearing,
)
from core.messages.broadcasts.facts import BroadcastSent, Told
from core.messages.broadcasts.ports import Addressed, Broadcasts, Circles, Newcomers
from core.messages.broadcasts.sending import told_once
from core.messages.broadcasts.staying import StillAddressed

_LONGEST: Final = VALID_FOR + timedelta(days=1)
"""What was said before that and asks for no answer by a later day counts no more."""


@dataclass(frozen=True, slots=True)
class SendOn:
    """Sends a broadcast on to persons whom it had not been told."""

    addressed: Addressed
    facts: Facts
    clock: Clock

    async def __call__(
        self, one: Broadcast, families: Iterable[Family], untold: Collection[Told]
    ) -> bool:
        """Send it to those who were not told and can be now; say whether there was one."""
        own = _who_can_be(one, families, untold)
        told = told_once(own)
        if not told:
            return False
        await self.addressed.address(one.school, one.id, own)
        now = self.clock.now()
        urgent = one.is_urgent(now)
        fact = BroadcastSent(
            one.school, now, Origin(one.by), one.id, one.valid_until, told, urgent
        )
        await self.facts.record([fact])
        return True


def _who_can_be(
    one: Broadcast, families: Iterable[Family], untold: Collection[Told]
) -> Sequence[Family]:
    """Return the families with those of their members who were not told and can be now."""
    return [
        Family(family.child, members)
        for family in hearing(list(families), one.plan.hearers)
        if (members := tuple(_untold(family, untold)))
    ]


def _untold(family: Family, untold: Collection[Told]) -> Iterator[Hearer]:
    pupil = family.child.pupil
    return (it for it in family.members if (it.person, pupil) in untold and it.why is None)


@dataclass(frozen=True, slots=True)
class JoinBroadcasts:
    """Sends a person who has just come in the broadcasts that it missed, each once."""

    broadcasts: Broadcasts
    still_addressed: StillAddressed
    send_on: SendOn

    async def __call__(self, actor: Actor, person: PersonId) -> int:
        """Send them; return how many there were."""
        member = next((one for one in actor.members if one.person == person), None)
        children = {child.pupil: child for child in seen_by(member)} if member else {}
        addressed = self.send_on.addressed
        missed = await addressed.missed(person, list(children)) if children else {}
        found = await self.broadcasts.broadcasts(list(missed))
        now = self.send_on.clock.now()
        joined = 0
        for number, one in found.items():
            if one.is_valid(now):
                here = await self.still_addressed.pupils(one)
                own = [children[it] for it in missed[number] if it in here]
                theirs = await self.still_addressed.circles.members(own) if own else ()
                untold = {(person, it) for it in missed[number]}
                joined += await self.send_on(one, theirs, untold)
        return joined


@dataclass(frozen=True, slots=True)
class JoinNewcomers:
    """A tick: who was not told of what still counts, and can be by now, is sent it.

    So does a family hear that came to the class later (of a question with choices also for this
    child alone, where its parents were asked about another), a guardian whom a file of the school
    brought, who agreed again to be told electronically, and who takes our messages again.
    """

    broadcasts: Broadcasts
    newcomers: Newcomers
    circles: Circles
    send_on: SendOn

    async def __call__(self, school: SchoolId, zone: ZoneInfo) -> int:
        """Send it on; return how many broadcasts that were."""
        found = await self._found(school, zone)
        return sum([await self.send_on(*one) for one in found])

    async def is_due(self, school: SchoolId, zone: ZoneInfo) -> bool:
        """Say whether somebody was not told of what still counts, and can be now."""
        return any(_who_can_be(*one) for one in await self._found(school, zone))

    async def _found(
        self, school: SchoolId, zone: ZoneInfo
    ) -> Sequence[tuple[Broadcast, Sequence[Family], frozenset[Told]]]:
        """Return what still counts, with the families and who of them was not told of it."""
        now = self.send_on.clock.now()
        untold = await self._untold(school, zone)
        if not untold:
            return ()
        families = await self._families(school, untold)
        found = await self.broadcasts.broadcasts(sorted(untold))
        return [
            (one, _own(untold[one.id], families), frozenset(untold[one.id]))
            for one in found.values()
            if one.is_valid(now)
        ]

    async def _untold(
        self, school: SchoolId, zone: ZoneInfo
    ) -> Mapping[BroadcastId, Sequence[Told]]:
        now = self.send_on.clock.now()
        today = now.astimezone(zone).date()
        return await self.newcomers.untold(school, today=today, since=now - _LONGEST)

    async def _families(
        self, school: SchoolId, untold: Mapping[BroadcastId, Sequence[Told]]
    ) -> Mapping[PupilId, Family]:
        whose = {pupil for some in untold.values() for _, pupil in some}
        pupils = await self.circles.pupils_in(school, Scope(Whom.SCHOOL))
        found = await self.circles.members([one for one in pupils if one.pupil in whose])
        return {one.child.pupil: one for one in found}


def _own(untold: Sequence[Told], families: Mapping[PupilId, Family]) -> Sequence[Family]:
    pupils = dict.fromkeys(pupil for _, pupil in untold)
    return [families[it] for it in pupils if it in families]
