"""The gate of threads: every opening and every word asks anew who has to do with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.gate import closed_to
from core.access.people import Actor, Member
from core.errors import AccessRefused, NotActivated
from core.ids import MessageId, PersonId, PupilId, ThreadId
from core.messages.broadcasts.ports import Circles
from core.messages.threads.ports import Threads, Ties
from core.messages.threads.rules import (
    Circle,
    PartnerNotHere,
    Party,
    Relation,
    ThreadOver,
    family_of,
    goes_on,
    may_read,
    relation,
)
from core.messages.threads.thread import Message, Sides, Thread


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Reads who has to do with pupils now, for many at once."""

    ties: Ties
    circles: Circles

    async def __call__(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Circle]:
        """Return the circle of each pupil who stands in the records."""
        children = await self.ties.children(pupils)
        schools = await self.ties.parties(list(children))
        teachers = await self.ties.teachers(list(children))
        families = await self.circles.members(list(children.values()))
        return {
            one.child.pupil: Circle(
                one.child,
                schools[one.child.pupil].school,
                one.members,
                tuple(teachers.get(one.child.pupil, ())),
            )
            for one in families
        }

    async def of(self, pupil: PupilId | None) -> Circle | None:
        """Return the circle of one pupil; raise AccessRefused where there is no such."""
        if pupil is None:
            return None
        found = (await self([pupil])).get(pupil)
        if found is None:
            raise AccessRefused
        return found


@dataclass(frozen=True, slots=True)
class Permit:
    """As whom an actor may begin to write to another, and about whom."""

    member: Member
    other: Party
    circle: Circle | None
    how: Relation


@dataclass(frozen=True, slots=True)
class MayWrite:
    """Lets through who may write to whom, as the records stand now."""

    surroundings: Surroundings

    async def begin(self, actor: Actor, other: PersonId, about: PupilId | None) -> Permit:
        """Return as what the actor writes first; raise AccessRefused for anybody else."""
        if actor.is_stranger:
            raise NotActivated
        circle = await self.surroundings.of(about)
        own = [one.person for one in actor.members]
        parties = await self.surroundings.ties.parties([*own, other])
        for member in actor.members:
            if member.person in parties and other in parties:
                how = relation(parties[member.person], parties[other], circle)
                if how is not None:
                    _must_be_here(parties[other], circle)
                    return Permit(member, parties[other], circle, how)
        raise AccessRefused

    async def go_on(self, sides: Sides, person: PersonId) -> None:
        """Raise ThreadOver where the two may not write any more, PartnerNotHere in vain."""
        parties = await self.surroundings.ties.parties(sides.persons)
        if len(parties) < len(sides.persons):
            raise ThreadOver
        circle = None
        if sides.about is not None:
            circle = (await self.surroundings([sides.about])).get(sides.about)
            if circle is None:
                raise ThreadOver
        other = parties[sides.other(person)]
        if not goes_on(parties[person], other, circle):
            raise ThreadOver
        _must_be_here(other, circle)


def _must_be_here(other: Party, circle: Circle | None) -> None:
    if not other.is_here or (circle is not None and circle.refuses(other.person)):
        raise PartnerNotHere


@dataclass(frozen=True, slots=True)
class OpenThread:
    """Opens a thread to its two persons only, and to a guardian as long as one is that."""

    threads: Threads

    async def __call__(self, actor: Actor, number: ThreadId) -> tuple[Member, Thread]:
        """Return it and as whom the actor is in it.

        Raise AccessRefused for anybody else, and for a thread that there never was: nobody learns
        by trying which there are.
        """
        found = (await self.threads.threads([number])).get(number)
        member = seen_as(actor, found) if found else None
        if found is None or member is None:
            raise closed_to(actor)
        return member, found

    async def with_message(
        self, actor: Actor, number: MessageId
    ) -> tuple[Member, Thread, Message]:
        """Return a message with its thread, to who may read that."""
        found = (await self.threads.messages([number])).get(number)
        if found is None:
            raise closed_to(actor)
        return *(await self(actor, found.thread)), found


def seen_as(actor: Actor, thread: Thread) -> Member | None:
    """Return as whom an actor may read a thread, if at all."""
    for member in actor.members:
        if may_read(thread.sides, member.person, family_of(member)):
            return member
    return None


@dataclass(frozen=True, slots=True)
class StillReads:
    """Asks for many messages at once who may read them now: before anything is sent."""

    threads: Threads
    surroundings: Surroundings

    async def __call__(
        self, messages: Sequence[MessageId]
    ) -> Mapping[MessageId, Sequence[PersonId]]:
        """Return the readers of each message; a family that wants nothing electronic is none."""
        found = await self.threads.messages(messages)
        threads = await self.threads.threads(sorted({one.thread for one in found.values()}))
        pupils = sorted({one.sides.about for one in threads.values() if one.sides.about})
        circles = await self.surroundings(pupils) if pupils else {}
        readers = {
            number: [it for it in one.sides.persons if _reads(one.sides, it, circles)]
            for number, one in threads.items()
        }
        return {number: readers[one.thread] for number, one in found.items()}


def _reads(sides: Sides, person: PersonId, circles: Mapping[PupilId, Circle]) -> bool:
    circle = circles.get(sides.about) if sides.about else None
    willing = circle is not None and circle.is_family(person) and not circle.refuses(person)
    own = [sides.about] if willing and sides.about else []
    return may_read(sides, person, own)
