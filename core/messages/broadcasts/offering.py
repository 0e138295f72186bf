"""While a broadcast is written: which groups, and which of their families, its sender may mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.directory import Directory
from core.access.people import Actor, Child, LedClass, Member
from core.ids import SchoolId
from core.messages.broadcasts.broadcast import Scope, Whom
from core.messages.broadcasts.gate import MayAddress
from core.messages.broadcasts.ports import Circles


@dataclass(frozen=True, slots=True)
class OfferGroups:
    """Names the classes or courses that a sender may add to a scope (F13).

    An administration is offered every class of its school, a class teacher the classes led, a
    teacher the courses taught today; only those of the school that the scope is of.
    """

    may_address: MayAddress
    directory: Directory
    circles: Circles

    async def __call__(
        self, actor: Actor, scope: Scope, school: SchoolId | None
    ) -> Sequence[tuple[int, str]]:
        """Return number and title of each; raise AccessRefused for a scope of somebody else's."""
        member = await self.may_address(actor, school, scope)
        if scope.whom is Whom.COURSES:
            return await self._courses(actor, member.school)
        return [(one.id, one.title) for one in await self._classes(member)]

    async def _classes(self, member: Member) -> Sequence[LedClass]:
        if member.is_administration:
            return await self.directory.classes_of(member.school)
        return member.leads

    async def _courses(self, actor: Actor, school: SchoolId) -> list[tuple[int, str]]:
        taught = [
            await self.circles.courses_of(member.person)
            for member in actor.members
            if member.school == school
        ]
        return [(one.id, one.title) for courses in taught for one in courses]


@dataclass(frozen=True, slots=True)
class OfferFamilies:
    """Names the pupils of a scope, of whom a sender may mark some."""

    may_address: MayAddress
    circles: Circles

    async def __call__(
        self, actor: Actor, scope: Scope, school: SchoolId | None
    ) -> Sequence[Child]:
        """Return all of them, marked or not; raise AccessRefused for somebody else's pupils."""
        member = await self.may_address(actor, school, scope)
        return await self.circles.pupils_in(member.school, Scope(scope.whom, scope.groups))
