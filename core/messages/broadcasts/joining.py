"""Who comes in later is sent what still counts of what the family was sent before."""

from dataclasses import dataclass

from core.access.people import Actor, seen_by
from core.clock import Clock
from core.facts import Facts, Origin
from core.ids import PersonId
from core.messages.broadcasts.broadcast import Broadcast, Family, hearing
from core.messages.broadcasts.facts import BroadcastSent
from core.messages.broadcasts.ports import Addressed, Broadcasts, Circles
from core.messages.broadcasts.sending import told_once


@dataclass(frozen=True, slots=True)
class JoinBroadcasts:
    """Sends a person who has just come in the broadcasts that it missed, each once."""

    broadcasts: Broadcasts
    addressed: Addressed
    circles: Circles
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId) -> int:
        """Send them; return how many there were."""
        member = next((one for one in actor.members if one.person == person), None)
        children = {child.pupil: child for child in seen_by(member)} if member else {}
        missed = await self.addressed.missed(person, list(children)) if children else {}
        found = await self.broadcasts.broadcasts(list(missed))
        now = self.clock.now()
        joined = 0
        for number, one in found.items():
            if one.is_valid(now):
                theirs = await self.circles.members([children[it] for it in missed[number]])
                joined += await self._join(one, person, hearing(theirs, one.plan.hearers))
        return joined

    async def _join(self, one: Broadcast, person: PersonId, families: tuple[Family, ...]) -> bool:
        own = tuple(
            Family(it.child, members)
            for it in families
            if (members := tuple(each for each in it.members if each.person == person))
        )
        told = told_once(own)
        if not told:
            return False
        await self.addressed.address(one.school, one.id, own)
        now, urgent = self.clock.now(), bool(one.plan.urgent)
        fact = BroadcastSent(
            one.school, now, Origin(one.by), one.id, one.valid_until, told, urgent
        )
        await self.facts.record([fact])
        return True
