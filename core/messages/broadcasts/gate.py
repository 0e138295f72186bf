"""Who may address whom: a class teacher the own classes, a teacher the own courses (F13)."""

from dataclasses import dataclass

from core.access.gate import SchoolClasses, must_administer, must_oversee
from core.access.people import Actor, Member, away
from core.errors import AccessRefused, NotActivated, NotFound
from core.ids import BroadcastId, ClassId, CourseId, SchoolId
from core.messages.broadcasts.broadcast import Broadcast, Scope, Whom
from core.messages.broadcasts.ports import Broadcasts, Circles, Senders


@dataclass(frozen=True, slots=True)
class MayAddress:
    """Lets through who may speak to all of a scope: the administration may to its whole school."""

    classes: SchoolClasses
    circles: Circles

    async def __call__(self, actor: Actor, school: SchoolId | None, scope: Scope) -> Member:
        """Return as whom the actor speaks; raise AccessRefused for anybody else's pupils."""
        match scope.whom:
            case Whom.SCHOOL if school is not None:
                return must_administer(actor, school)
            case Whom.CLASSES if scope.groups:
                found = [
                    (await must_oversee(actor, ClassId(one), self.classes)).member
                    for one in scope.groups
                ]
                return _one_of(found)
            case Whom.COURSES if scope.groups:
                return _one_of([await self._of_course(actor, one) for one in scope.groups])
            case _:
                raise AccessRefused

    async def _of_course(self, actor: Actor, group: int) -> Member:
        if actor.is_stranger:
            raise NotActivated
        for member in actor.members:
            taught = await self.circles.courses_of(member.person)
            if any(one.id == group for one in taught):
                return member
        course = await self.circles.course(CourseId(group))
        if course is None:
            raise AccessRefused
        return must_administer(actor, course.school)


def _one_of(found: list[Member]) -> Member:
    """Return the one person; two schools cannot be addressed at once."""
    if len({one.school for one in found}) > 1:
        raise AccessRefused
    return found[0]


@dataclass(frozen=True, slots=True)
class StillSpeaks:
    """Asks whether the author of a broadcast may speak to its scope now: nobody is at a button."""

    senders: Senders
    may_address: MayAddress

    async def __call__(self, one: Broadcast) -> bool:
        """Say so; who was dismissed, or leads another class, may not."""
        member = await self.senders.member(one.by)
        if member is None:
            return False
        try:
            await self.may_address(away(member), one.school, one.plan.scope)
        except AccessRefused:
            return False
        return True


@dataclass(frozen=True, slots=True)
class OpenBroadcast:
    """Opens a broadcast to who may address its scope now: its sender, a second class teacher."""

    broadcasts: Broadcasts
    may_address: MayAddress

    async def __call__(self, actor: Actor, number: BroadcastId) -> tuple[Member, Broadcast]:
        """Return it and as whom the actor sees it; raise AccessRefused for anybody else."""
        found = (await self.broadcasts.broadcasts([number])).get(number)
        if found is None:
            raise NotFound
        return await self.may_address(actor, found.school, found.plan.scope), found
