"""The list of a class, and the classes of a school, for who answers for them (C2.7, E3 2.5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.directory import Directory
from core.access.gate import (
    Overseen,
    SchoolClasses,
    must_administer,
    must_lead_class,
    must_oversee,
)
from core.access.people import Actor, Child, LedClass, Member
from core.ids import ClassId, SchoolId


@dataclass(frozen=True, slots=True)
class ClassList:
    """A class and who is in it now, by family name."""

    led: LedClass
    pupils: Sequence[Child]


@dataclass(frozen=True, slots=True)
class ReadClassList:
    """Opens the list of a class to its class teacher."""

    directory: Directory

    async def __call__(self, actor: Actor, class_id: ClassId) -> ClassList:
        """Return it; raise AccessRefused for who does not lead the class."""
        led = must_lead_class(actor, class_id)
        return ClassList(led, await self.directory.pupils_of(led.id))


@dataclass(frozen=True, slots=True)
class ClassesOfSchool:
    """The classes of a school now, from the first grade up, and as whom they are looked at."""

    member: Member
    classes: Sequence[LedClass]


@dataclass(frozen=True, slots=True)
class ReadSchoolClasses:
    """Names the classes of a school to its administration."""

    classes: SchoolClasses

    async def __call__(self, actor: Actor, school: SchoolId) -> ClassesOfSchool:
        """Return them; raise AccessRefused for who does not answer for the school."""
        member = must_administer(actor, school)
        return ClassesOfSchool(member, await self.classes.classes_of(member.school))


@dataclass(frozen=True, slots=True)
class OverseeClass:
    """Opens a class to who answers for it: its class teacher, the administration."""

    classes: SchoolClasses

    async def __call__(self, actor: Actor, class_id: ClassId) -> Overseen:
        """Return it, and as whom it is looked at; raise AccessRefused for anybody else."""
        return await must_oversee(actor, class_id, self.classes)
