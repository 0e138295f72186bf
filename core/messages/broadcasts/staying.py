"""Who of those whom a broadcast was for is still of its scope: who has left is asked no more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.ids import PersonId, PupilId
from core.messages.broadcasts.broadcast import Broadcast, Family, Hearer, WhyNot
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

    async def reached_today(self, one: Broadcast) -> Sequence[Family]:
        """Return them; a member who was told then says why that is not possible any more."""
        families = await self(one)
        today = await self.circles.members([it.child for it in families])
        why = {(it.child.pupil, one.person): one.why for it in today for one in it.members}
        return [replace(it, members=tuple(_today(it, why))) for it in families]

    async def of_person(self, one: Broadcast, person: PersonId) -> Sequence[Family]:
        """Return those of a recipient: of its scope today, with the right, and not refused.

        To whom the right to a child has ended, nothing names that child, or asks about it.
        """
        return (await self.of_persons(one, [person]))[person]

    async def of_persons(
        self, one: Broadcast, persons: Sequence[PersonId]
    ) -> Mapping[PersonId, Sequence[Family]]:
        """Return the same of each recipient, read for all of them at once."""
        chosen = one.plan.scope.pupils
        went_to = await self.addressed.families_of(one.id, persons)
        own = tuple(it.child.pupil for it in went_to if not chosen or it.child.pupil in chosen)
        if not own:
            return dict.fromkeys(persons, ())
        here = await self.circles.pupils_in(one.school, replace(one.plan.scope, pupils=own))
        today = {it.child.pupil: it for it in await self.circles.members(here)}
        still = [(it, now) for it in went_to if (now := today.get(it.child.pupil)) is not None]
        return {
            person: [it for it, now in still if _is_of(it, person) and _may_hear(now, person)]
            for person in persons
        }

    async def pupils(self, one: Broadcast) -> frozenset[PupilId]:
        """Return the pupils whom its scope names today."""
        found = await self.circles.pupils_in(one.school, one.plan.scope)
        return frozenset(it.pupil for it in found)


def _is_of(family: Family, person: PersonId) -> bool:
    return any(it.person == person for it in family.members)


def _may_hear(family: Family, person: PersonId) -> bool:
    return any(it.person == person and it.why is not WhyNot.REFUSED for it in family.members)


def _today(
    family: Family, why: Mapping[tuple[PupilId, PersonId], WhyNot | None]
) -> Iterator[Hearer]:
    for one in family.members:
        # Who is of the family no more is in no list of today.
        now = why.get((family.child.pupil, one.person), WhyNot.NOT_LINKED)
        yield replace(one, why=one.why or now)
