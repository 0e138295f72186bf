"""Whom somebody may write to: the threads that there are, and who may be written to first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.access.connections import Connections
from core.access.gate import SchoolClasses, must_administer
from core.access.people import Actor, Child, LedClass, Member, Name, Role, place_of_name
from core.errors import AccessRefused, NotActivated
from core.ids import PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Scope, Whom
from core.messages.broadcasts.gate import MayAddress
from core.messages.broadcasts.ports import Circles, TaughtCourse
from core.messages.threads.gate import Surroundings, seen_as
from core.messages.threads.ports import Threads
from core.messages.threads.rules import Circle, Party, relation
from core.messages.threads.thread import Thread

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
        keepers = [one.person for one in actor.members if works_here(one)]
        return await self.threads.waiting(keepers) if keepers else 0


def works_here(member: Member) -> bool:
    """Say whether a person may keep threads: who teaches, leads a class, or runs the school."""
    return bool(member.leads) or member.is_administration or Role.TEACHER in member.roles


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who may be written to about a pupil; `is_here` where that arrives.

    `group` is the course or class through which they have to do with each other.
    """

    person: PersonId
    name: Name
    group: int = 0
    topic: str = ""
    is_teacher: bool = False
    is_pupil: bool = False
    is_here: bool = True


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

    async def __call__(self, actor: Actor, pupil: PupilId, group: int = 0) -> Contacts:
        """Return them; raise AccessRefused for who has nothing to do with the pupil."""
        if actor.is_stranger:
            raise NotActivated
        circle = await self.surroundings.of(pupil)
        if circle is None:
            raise AccessRefused
        offered = [*_teachers(circle), *_family(circle, group)]
        own = [one.person for one in actor.members]
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
        schools = {one.school: one for one in actor.members if one.is_administration}
        led = {one.id: one for member in actor.members for one in member.leads}
        for school in schools:
            led |= {one.id: one for one in await self.classes.classes_of(school)}
        courses = [
            one
            for member in actor.members
            if works_here(member)
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
    """Opens the staff of a school to its administration."""

    connections: Connections

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Colleague]:
        """Return everybody but the actor, by name."""
        must_administer(actor, school)
        own = {one.person for one in actor.members}
        found = [
            Colleague(one.person, one.name, one.came_at is not None)
            for one in await self.connections.of_staff(school)
            if one.person not in own
        ]
        return sorted(found, key=lambda one: (*place_of_name(one.name), one.person))
