"""Whoever sees what a rule decided may see the rule."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from core.access.gate import (
    ClassLists,
    SchoolClasses,
    must_be_at_school,
    must_oversee,
    must_see_pupil,
)
from core.access.people import Actor, Member
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.regulation.ports import Regulations
from core.regulation.profile import Profile


class RuledBy(StrEnum):
    """Whose school's rules are asked for: of a pupil, of a class, or of a school itself."""

    PUPIL = "pupil"
    CLASS = "class"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rules in force, and as whom the person reads them."""

    member: Member
    rules: Profile


@dataclass(frozen=True, slots=True)
class ReadRules:
    """A person asks by which rules a screen came about.

    The rules of a pupil's school are read by who sees the pupil, those of a class by who oversees
    it, those of a school by who belongs to it.
    """

    lists: ClassLists
    classes: SchoolClasses
    regulations: Regulations

    async def __call__(self, actor: Actor, by: RuledBy, of: int) -> Ruled:
        """Return the rules in force now; raise AccessRefused for what is not the person's."""
        member = await self._seen_as(actor, by, of)
        return Ruled(member, await self.regulations.of(member.school))

    async def _seen_as(self, actor: Actor, by: RuledBy, of: int) -> Member:
        match by:
            case RuledBy.PUPIL:
                return await must_see_pupil(actor, PupilId(PersonId(of)), self.lists)
            case RuledBy.CLASS:
                return (await must_oversee(actor, ClassId(of), self.classes)).member
            case RuledBy.SCHOOL:
                return must_be_at_school(actor, SchoolId(of))
            case _:
                assert_never(by)
