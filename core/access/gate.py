"""The one gate: every tap and every word passes it again, for a button is trusted with nothing."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.access.people import Actor, LedClass, Member, Role, seen_by
from core.errors import AccessRefused, NotActivated
from core.ids import ClassId, PersonId, PupilId, SchoolId


def closed_to(actor: Actor) -> AccessRefused:
    """Return why something is closed to the actor: a stranger hears how to come in."""
    return NotActivated() if actor.is_stranger else AccessRefused()


def who_may(actor: Actor, may: Callable[[Member], bool]) -> Member:
    """Return as which of the persons behind the account the actor may; refuse where as none."""
    for member in actor.members:
        if may(member):
            return member
    raise closed_to(actor)


class ClassLists(Protocol):
    """Who is in which class now."""

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        """Return the pupil's class, or None for one who has left."""
        ...


async def must_see_pupil(actor: Actor, pupil: PupilId, lists: ClassLists) -> Member:
    """Return as whom the actor sees the pupil; raise AccessRefused for anybody else's child.

    Families see their own (C3.6, E5 2.6); a class teacher sees the whole class (E3 2.5).
    """
    if actor.is_stranger:
        raise NotActivated
    for member in actor.members:
        if any(child.pupil == pupil for child in seen_by(member)):
            return member
    leaders = [member for member in actor.members if member.leads]
    class_id = await lists.class_of(pupil) if leaders else None
    for member in leaders:
        if any(led.id == class_id for led in member.leads):
            return member
    raise AccessRefused


def guardian_of(actor: Actor, pupil: PupilId) -> Member | None:
    """Return as whom the actor is a guardian of the pupil, if at all."""
    for member in actor.members:
        if any(child.pupil == pupil for child in member.children):
            return member
    return None


def must_lead(actor: Actor, class_id: ClassId) -> Member:
    """Return as whom the actor leads the class; raise AccessRefused for who does not."""
    return who_may(actor, lambda member: any(led.id == class_id for led in member.leads))


def must_lead_class(actor: Actor, class_id: ClassId) -> LedClass:
    """Return the class that the actor leads; raise AccessRefused for any other."""
    member = must_lead(actor, class_id)
    return next(led for led in member.leads if led.id == class_id)


class SchoolClasses(Protocol):
    """Which classes a school has now."""

    async def classes_of(self, school: SchoolId) -> Sequence[LedClass]:
        """Return the classes of a school that have pupils now, from the first grade up."""
        ...

    async def led(self, school: SchoolId) -> Collection[ClassId]:
        """Return the classes of a school of which a class teacher has come in."""
        ...


@dataclass(frozen=True, slots=True)
class Overseen:
    """A class, and as whom the actor answers for it."""

    member: Member
    led: LedClass


async def must_oversee(actor: Actor, class_id: ClassId, classes: SchoolClasses) -> Overseen:
    """Return as whom the actor looks at a whole class; raise AccessRefused for who may not.

    Its class teacher may, and the administration of its school (C2.7): head, deputy head,
    administrator of the journal.
    """
    for member in actor.members:
        for led in member.leads:
            if led.id == class_id:
                return Overseen(member, led)
    for member in actor.members:
        for led in await classes.classes_of(member.school) if member.is_administration else ():
            if led.id == class_id:
                return Overseen(member, led)
    raise closed_to(actor)


async def decides_for(of: Overseen, classes: SchoolClasses) -> bool:
    """Say whether who answers for a class also decides what its class teacher decides.

    The class teacher does; and while none has come in, the administration: what families say
    and what they must get on paper waits for nobody (F10, F12).
    """
    if any(led.id == of.led.id for led in of.member.leads):
        return True
    return of.led.id not in await classes.led(of.member.school)


async def must_take_charge(actor: Actor, class_id: ClassId, classes: SchoolClasses) -> Overseen:
    """Return the class for which the actor decides; raise AccessRefused for who does not."""
    of = await must_oversee(actor, class_id, classes)
    if not await decides_for(of, classes):
        raise closed_to(actor)
    return of


async def must_decide(actor: Actor, class_id: ClassId, classes: SchoolClasses) -> Member:
    """Return as whom the actor decides for a class; raise AccessRefused for who does not."""
    return (await must_take_charge(actor, class_id, classes)).member


async def must_decide_on(
    actor: Actor, pupil: PupilId, lists: ClassLists, classes: SchoolClasses
) -> Member:
    """Return as whom the actor decides for the pupil's class now; refuse anybody else.

    Who has left is in no class, and nobody decides for it.
    """
    class_id = await lists.class_of(pupil)
    if class_id is None:
        raise closed_to(actor)
    return await must_decide(actor, class_id, classes)


def must_administer(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor answers for a school; raise AccessRefused for who does not."""
    return who_may(actor, lambda member: member.school == school and member.is_administration)


def must_be_in_charge(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor is the administrator of a school's journal; refuse anybody else.

    Staff gets its codes from the administrator, and lost access is brought back there (S1, S3).
    """
    return who_may(actor, lambda member: _in_charge(member, school))


def is_in_charge(actor: Actor, school: SchoolId) -> bool:
    """Say whether the actor is the administrator of a school's journal."""
    return any(_in_charge(member, school) for member in actor.members)


def _in_charge(member: Member, school: SchoolId) -> bool:
    return member.school == school and Role.ADMINISTRATOR in member.roles


def must_be_at_school(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor belongs to a school, at work or as a family; refuse a stranger."""
    return who_may(actor, lambda member: member.school == school)


def must_be(actor: Actor, person: PersonId) -> Member:
    """Return the person as whom the actor acts; raise AccessRefused for anybody else.

    What somebody chose for the own messages is nobody else's to see or change (F9).
    """
    return who_may(actor, lambda member: member.person == person)
