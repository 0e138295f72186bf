"""Whom somebody may write to: the threads that there are, and who may be written to first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.access.connections import Connections
from core.access.gate import SchoolClasses
from core.access.people import Actor, Child, LedClass, Member, Name, place_of_name
from core.errors import AccessRefused, NotActivated
from core.ids import PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Scope, Whom
from core.messages.broadcasts.gate import MayAddress
from core.messages.broadcasts.ports import Circles, TaughtCourse
from core.messages.heads import Heads
from core.messages.threads.gate import Surroundings, seen_as
from core.messages.threads.ports import Threads, Ties
from core.messages.threads.rules import Circle, Party, in_charge, relation
from core.messages.threads.thread import Sides, Thread

MOST_LISTED: Final = 300


@dataclass(frozen=True, slots=True)
class Listed:
    """A thread in somebody's list, and as whom the person is in it."""

    thread: Thread
    member: Member


@dataclass(frozen=True, slots=True)
class ReadThreads:
    """Opens a person's own threads: those that wait for the person first, then the latest."""

    threads: Threads

    async def __call__(self, actor: Actor) -> Sequence[Listed]:
        """Return them; what was written about a child who is the own no more is left out."""
        if actor.is_stranger:
            raise NotActivated
        own = [one.person for one in actor.members]
        found = [
            Listed(one, member)
            for one in await self.threads.of(own, most=MOST_LISTED)
            if (member := seen_as(actor, one))
        ]
        return sorted(found, key=lambda one: not one.thread.waits_for(one.member.person))


@dataclass(frozen=True, slots=True)
class CountWaiting:
    """Counts the threads that wait for somebody's answer; families keep none."""

    threads: Threads

    async def __call__(self, actor: Actor) -> int:
        """Return how many there are."""
        keepers = [one.person for one in actor.members if one.works_here]
        return await self.threads.waiting(keepers) if keepers else 0


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who may be written to about a pupil; `is_here` where that arrives.

    `group` is the course or class through which they have to do with each other; `is_office`: for
    the whole administration.
    """

    person: PersonId
    name: Name
    group: int = 0
    topic: str = ""
    is_teacher: bool = False
    is_pupil: bool = False
    is_here: bool = True
    is_office: bool = False


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom an actor may write to about a pupil."""

    child: Child
    contacts: tuple[Contact, ...]
    group: int = 0


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """Finds whom somebody may write to about a pupil: teachers for a family, a family for them."""

    surroundings: Surroundings
    find_office: "FindOffice"

    async def __call__(self, actor: Actor, pupil: PupilId, group: int = 0) -> Contacts:
        """Return them; raise AccessRefused for who has nothing to do with the pupil."""
        if actor.is_stranger:
            raise NotActivated
        circle = await self.surroundings.of(pupil)
        if circle is None:
            raise AccessRefused
        own = [one.person for one in actor.members]
        office = await self.find_office(circle, own)
        offered = [*_teachers(circle), *office, *_family(circle, group)]
        parties = await self.surroundings.ties.parties(
            list(dict.fromkeys([*own, *(one.person for one in offered)]))
        )
        found = tuple(
            _as_here(one, parties[one.person])
            for one in offered
            if one.person in parties
            and any(
                relation(parties[me], parties[one.person], circle) for me in own if me in parties
            )
        )
        if not found and not any(circle.is_family(one) or circle.teaches(one) for one in own):
            raise AccessRefused
        return Contacts(circle.child, found, group)


@dataclass(frozen=True, slots=True)
class FindOffice:
    """Finds who answers a family that writes to the administration: one thread for each child.

    Who keeps that thread already answers, for it may have been handed over; else who is in charge.
    """

    threads: Threads
    ties: Ties
    heads: Heads

    async def __call__(self, circle: Circle, own: Sequence[PersonId]) -> Sequence[Contact]:
        """Return one contact, or none for who is no family, or where nobody is there."""
        if not any(circle.is_family(one) for one in own):
            return []
        heads = await self.heads.administration(circle.school)
        parties = await self.ties.parties(heads)
        asked = {
            one: it for one, it in parties.items() if it.is_here and circle.answers_for_school(it)
        }
        keepers = [it.keeper for it in await self._begun(own) if it.about == circle.child.pupil]
        kept = next((asked[one] for one in keepers if one in asked), None)
        found = kept or in_charge(asked.values())
        return [Contact(found.person, found.name, is_office=True)] if found else []

    async def _begun(self, own: Sequence[PersonId]) -> Sequence[Sides]:
        """Return the sides of own threads of no subject, the latest first."""
        found = await self.threads.of(own, most=MOST_LISTED)
        latest = sorted(found, key=lambda one: one.last_at, reverse=True)
        return [it.sides for it in latest if it.sides.partner in own and not it.sides.topic]


def _teachers(circle: Circle) -> list[Contact]:
    return [
        Contact(one.person, one.name, one.group, one.topic, is_teacher=True)
        for one in circle.teachers
    ]


def _family(circle: Circle, group: int) -> list[Contact]:
    return [
        Contact(
            one.person,
            one.name,
            group,
            is_pupil=not one.is_guardian,
            is_here=not circle.refuses(one.person),
        )
        for one in circle.family
    ]


def _as_here(one: Contact, party: Party) -> Contact:
    return replace(one, is_here=one.is_here and party.is_here)


@dataclass(frozen=True, slots=True)
class Doors:
    """Through which lists somebody of the staff finds whom to write to."""

    classes: tuple[LedClass, ...]
    courses: tuple[TaughtCourse, ...]
    schools: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class ReadDoors:
    """Finds the classes and courses whose families somebody may write to, and own staff."""

    circles: Circles
    classes: SchoolClasses

    async def __call__(self, actor: Actor) -> Doors:
        """Return them; a family has none, and starts at the child."""
        if actor.is_stranger:
            raise NotActivated
        schools = {one.school: one for one in actor.members if one.works_here}
        led = {one.id: one for member in actor.members for one in member.leads}
        for school in {one.school for one in actor.members if one.is_administration}:
            led |= {one.id: one for one in await self.classes.classes_of(school)}
        courses = [
            one
            for member in actor.members
            if member.works_here
            for one in await self.circles.courses_of(member.person)
        ]
        return Doors(tuple(led.values()), tuple(courses), tuple(schools.values()))


@dataclass(frozen=True, slots=True)
class Behind:
    """The pupils of a class or course."""

    title: str
    pupils: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class ReadBehind:
    """Opens the pupils of a class or course to who may write to their families."""

    may_address: MayAddress

    async def __call__(self, actor: Actor, whom: Whom, group: int) -> Behind:
        """Return them by name; raise AccessRefused for anybody else's."""
        scope = Scope(whom, (group,))
        member = await self.may_address(actor, None, scope)
        circles = self.may_address.circles
        titles = await circles.titles([group])
        pupils = await circles.pupils_in(member.school, scope)
        return Behind(next(iter(titles), ""), tuple(pupils))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the staff, and whether a message arrives."""

    person: PersonId
    name: Name
    is_here: bool


@dataclass(frozen=True, slots=True)
class ReadStaff:
    """Opens the staff of a school to one of them."""

    connections: Connections

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Colleague]:
        """Return everybody but the actor, by name; raise AccessRefused for who is not of them."""
        if actor.is_stranger:
            raise NotActivated
        if not any(one.school == school and one.works_here for one in actor.members):
            raise AccessRefused
        own = {one.person for one in actor.members}
        found = [
            Colleague(one.person, one.name, one.came_at is not None)
            for one in await self.connections.of_staff(school)
            if one.person not in own
        ]
        return sorted(found, key=lambda one: (*place_of_name(one.name), one.person))
