"""Who of those whom a broadcast was for is still of its scope: who has left is asked no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ids import PupilId
from core.messages.broadcasts.broadcast import Broadcast, Family
from core.messages.broadcasts.ports import Addressed, Circles


@dataclass(frozen=True, slots=True)
class StillAddressed:
    """Finds the families that a broadcast went to and that its scope names today.

    A pupil who went to another class, or left the school, has another class teacher to answer.
    """

    addressed: Addressed
    circles: Circles

    async def __call__(self, one: Broadcast) -> Sequence[Family]:
        """Return them in the order of the sending."""
        here = await self.pupils(one)
        return [it for it in await self.addressed.families(one.id) if it.child.pupil in here]

    async def pupils(self, one: Broadcast) -> frozenset[PupilId]:
        """Return the pupils whom its scope names today."""
        found = await self.circles.pupils_in(one.school, one.plan.scope)
        return frozenset(it.pupil for it in found)
