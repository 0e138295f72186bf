"""The one gate: every tap and every word passes it again, for a button is trusted with nothing."""

from typing import Protocol

from core.access.people import Actor, Member, seen_by
from core.errors import AccessRefused, NotActivated
from core.ids import ClassId, PupilId


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


def must_lead(actor: Actor, class_id: ClassId) -> Member:
    """Return as whom the actor leads the class; raise AccessRefused for who does not."""
    for member in actor.members:
        if any(led.id == class_id for led in member.leads):
            return member
    raise NotActivated if actor.is_stranger else AccessRefused
