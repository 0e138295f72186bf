"""Who somebody is: persons with roles, and the account through which they speak."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.access.zones import OwnZone, Zones
from core.ids import AccountId, ClassId, PersonId, PupilId, SchoolId


class Role(StrEnum):
    """What a person is at a school. A class teacher is known by the class, not by a role."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    TEACHER = "teacher"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    ADMINISTRATOR = "administrator"
    CONSULTANT = "consultant"
    SECRETARY = "secretary"


ADMINISTRATION: Final = frozenset({Role.HEAD, Role.DEPUTY_HEAD, Role.ADMINISTRATOR})
"""Who answers for all classes of a school."""
STAFF: Final = frozenset(Role) - {Role.PUPIL, Role.GUARDIAN}
"""Who gets a code from the administrator, and not from a class teacher."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's names as the school writes them; `middle` may be empty."""

    given: str
    family: str
    middle: str = ""


class Channel(StrEnum):
    """By which way somebody is reached."""

    TELEGRAM = "telegram"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is reached: a channel, and a value that only the channel understands."""

    channel: Channel
    value: str


@dataclass(frozen=True, slots=True)
class Account:
    """One address that has spoken to us. `language` is empty until it is known."""

    id: AccountId
    address: Address
    language: str = ""
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Child:
    """A pupil as others see the pupil in a list; `class_title` is empty for who has left.

    `class_id` is known where one pupil was opened: two schools may both have a «7А».
    """

    pupil: PupilId
    name: Name
    class_title: str = ""
    class_id: ClassId | None = field(default=None, compare=False)


def place_in_list(child: Child) -> tuple[str, str, int]:
    """Return where a class list puts a pupil: by family name, and «ё» stands with «е»."""
    return *place_of_name(child.name), child.pupil


def place_of_name(name: Name) -> tuple[str, str]:
    """Return where a list of people puts a name: by family name, and «ё» stands with «е»."""
    return in_alphabet(name.family), in_alphabet(name.given)


def in_alphabet(text: str) -> str:
    """Return a text as lists compare it: capitals count for nothing, «ё» stands with «е»."""
    return text.casefold().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class LedClass:
    """A class as its class teacher, or the school's administration, has it in a list."""

    id: ClassId
    title: str


def place_in_school(led: LedClass) -> tuple[int, str, int]:
    """Return where a list of classes puts one: 5Б before 10А, and «ё» stands with «е»."""
    return *place_of_class(led.title), led.id


def place_of_class(title: str) -> tuple[int, str]:
    """Return where a list of classes puts a title: 5Б before 10А."""
    grade = re.match(r"\d+", title)
    return int(grade.group()) if grade else 0, in_alphabet(title)


@dataclass(frozen=True, slots=True)
class Member:
    """A person at a school, with everything that gives rights there, as it stands now.

    `zone` is the school's; `own_zone` where the person lives, if that was chosen.
    """

    person: PersonId
    school: SchoolId
    school_name: str
    zone: str
    name: Name
    roles: frozenset[Role] = frozenset()
    class_title: str = ""
    children: tuple[Child, ...] = ()
    leads: tuple[LedClass, ...] = ()
    own_zone: OwnZone | None = None

    @property
    def zones(self) -> Zones:
        """Return by whose clock the person is told times."""
        return Zones.of(ZoneInfo(self.zone), self.own_zone)

    @property
    def works_here(self) -> bool:
        """Say whether the person works at the school; a class teacher may have no other role."""
        return bool(self.leads) or not self.roles.isdisjoint(STAFF)

    @property
    def is_administration(self) -> bool:
        """Say whether the person answers for all classes of the school."""
        return not self.roles.isdisjoint(ADMINISTRATION)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who stands behind an update: an account, and the persons linked to it (none: a stranger)."""

    account: Account
    members: tuple[Member, ...] = ()

    @property
    def is_stranger(self) -> bool:
        """Say whether nobody stands behind the account."""
        return not self.members

    @property
    def children(self) -> tuple[Child, ...]:
        """Return every child of every person behind the account, and the pupil itself."""
        found = {child.pupil: child for member in self.members for child in seen_by(member)}
        return tuple(found.values())

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles of all persons behind the account."""
        return frozenset(role for member in self.members for role in member.roles)


def away(member: Member) -> Actor:
    """Return somebody who is not here: what was set for later passes the gate as any tap does."""
    nowhere = Account(AccountId(0), Address(Channel.TELEGRAM, ""), reachable=False)
    return Actor(nowhere, (member,))


def seen_by(member: Member) -> tuple[Child, ...]:
    """Return the pupils whose diary the person opens as family: own children, or oneself."""
    if Role.PUPIL in member.roles:
        own = Child(PupilId(member.person), member.name, member.class_title)
        return (own, *member.children)
    return member.children
