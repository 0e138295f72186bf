"""Who has come in and who has not: the lists by which codes are handed out (C3.1, E5 2.2)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from core.access.codes import IssueCode
from core.access.gate import SchoolClasses, is_in_charge, must_be_in_charge, must_oversee
from core.access.people import (
    Actor,
    Child,
    LedClass,
    Member,
    Name,
    place_in_list,
    place_of_name,
)
from core.clock import Clock
from core.errors import AccessRefused, GivenByAdministrator, NobodyToInvite
from core.ids import ClassId, PersonId, SchoolId
from core.regulation.profile import Codes as CodeRules


class Part(StrEnum):
    """As what a person comes in."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    STAFF = "staff"


class Stage(StrEnum):
    """How far a person has come."""

    IN = "in"
    INVITED = "invited"
    NEVER = "never"
    AWAY = "away"
    """Was in once, and has no account any more."""
    BY_MAIL = "by-mail"
    """Never came to the chat, and gets letters (A1.5, E4.5)."""
    MAIL_LOST = "mail-lost"
    """Has nothing but a mailbox, and that takes no letters any more."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A person who may come in; `pupil` is whom the person comes for, the pupil itself included.

    `came_at` is when the account that is in now came in, `left_at` when the last one ended, and
    `code_until` till when a code that nobody used opens. `mail_since` is since when letters go to
    the mailbox, and `mail_works` whether it takes them. `is_staff`: the code would open the
    school, too, whatever else the person comes for.
    """

    person: PersonId
    name: Name
    part: Part
    pupil: Child | None
    came_at: datetime | None = None
    left_at: datetime | None = None
    code_until: datetime | None = None
    mail_since: datetime | None = None
    mail_works: bool = True
    is_staff: bool = False

    def holds_code(self, now: datetime) -> bool:
        """Say whether a code that was handed out still opens."""
        return self.code_until is not None and self.code_until > now

    def stage(self, now: datetime) -> Stage:
        """Return how far the person has come by now."""
        if self.came_at is not None:
            return Stage.IN
        if self.mail_since is not None:
            return Stage.BY_MAIL if self.mail_works else Stage.MAIL_LOST
        if self.holds_code(now):
            return Stage.INVITED
        return Stage.NEVER if self.left_at is None else Stage.AWAY


class Connections(Protocol):
    """Persons of the school's records with the accounts and codes that they have."""

    async def of_class(self, class_id: ClassId) -> Sequence[Connection]:
        """Return the pupils of a class now with their guardians, each guardian by each pupil."""
        ...

    async def of_staff(self, school: SchoolId) -> Sequence[Connection]:
        """Return everybody with a role at the school but pupils and guardians."""
        ...

    async def revoke(self, person: PersonId) -> bool:
        """Void the unused code of a person; say whether there was one."""
        ...


@dataclass(frozen=True, slots=True)
class Invited:
    """A person with a new code. The code stands nowhere else, and goes onto paper only."""

    connection: Connection
    code: str


@dataclass(frozen=True, slots=True)
class OfClass:
    """The pupils of a class and their guardians."""

    id: ClassId


@dataclass(frozen=True, slots=True)
class OfStaff:
    """Everybody who works at a school."""

    school: SchoolId


Whose = OfClass | OfStaff


@dataclass(frozen=True, slots=True)
class Roll:
    """Who of a class, or of the staff, has come in, as it is now.

    `in_charge`: it is the administrator who looks.
    """

    whose: Whose
    member: Member
    led: LedClass | None
    connections: tuple[Connection, ...]
    now: datetime
    code_lives: timedelta
    in_charge: bool = False

    @property
    def persons(self) -> tuple[tuple[Connection, ...], ...]:
        """Return each person once, with all for whom it comes: who has twins is one."""
        found: dict[PersonId, list[Connection]] = {}
        for one in self.connections:
            found.setdefault(one.person, []).append(one)
        return tuple(tuple(it) for it in found.values())

    @property
    def outside(self) -> tuple[Connection, ...]:
        """Return who has not come in and may get a code of who looks, each person once."""
        return tuple(one for one in self._not_in if self.gives_code_of(one))

    @property
    def without_code(self) -> tuple[Connection, ...]:
        """Return whom a sheet is for that leaves alone the slips handed out already."""
        return tuple(one for one in self.outside if not one.holds_code(self.now))

    @property
    def with_code(self) -> tuple[Connection, ...]:
        """Return whose slips a sheet for all who are outside would void."""
        return tuple(one for one in self.outside if one.holds_code(self.now))

    @property
    def outside_of_staff(self) -> tuple[Connection, ...]:
        """Return who has not come in, and gets a code from the administrator only (S1)."""
        return tuple(one for one in self._not_in if not self.gives_code_of(one))

    @property
    def _not_in(self) -> tuple[Connection, ...]:
        found = {
            one.person: one for one in self.connections if one.stage(self.now) is not Stage.IN
        }
        return tuple(found.values())

    def gives_code_of(self, one: Connection) -> bool:
        """Say whether who looks may give out the person's code, and void it (S1, S2).

        A code opens all that the person is: a class teacher who could give out that of a parent
        at work in the school would hold the school in hand.
        """
        return self.in_charge or not one.is_staff

    def named(self, person: PersonId) -> Connection:
        """Return who gets a code by name, be the person in or not.

        Raise GivenByAdministrator for a person whose code is not the business of who looks.
        """
        one = self.one(person)
        if not self.gives_code_of(one):
            raise GivenByAdministrator
        return one

    def those(self, persons: Collection[PersonId]) -> tuple[Connection, ...]:
        """Return who of the persons of a sheet gets a code: one by name, or who is still outside.

        A sheet is made again where it could not be handed over, and is for the same persons then.
        """
        if len(persons) == 1:
            return tuple(self.named(one) for one in persons)
        return tuple(one for one in self.outside if one.person in persons)

    def one(self, person: PersonId) -> Connection:
        """Return a person of the list; raise AccessRefused for anybody else."""
        for found in self.connections:
            if found.person == person:
                return found
        raise AccessRefused


@dataclass(frozen=True, slots=True)
class ActivationSheet:
    """The slips of a class or of the staff: codes that are handed out on paper (S1).

    `found_as` is the name by which the way in is found; empty where it is not known.
    """

    school_name: str
    title: str
    slips: tuple[Invited, ...]
    until: datetime
    zone: str
    found_as: str = ""


@dataclass(frozen=True, slots=True)
class ReadRoll:
    """Open who of a class has come in, or who of the staff.

    Families' codes are the class teacher's business, staff's the administrator's (C3.1); the
    administration may also help a family that lost its account (A2.6).
    """

    book: Connections
    classes: SchoolClasses
    clock: Clock
    rules: CodeRules

    async def __call__(self, actor: Actor, whose: Whose) -> Roll:
        """Return the list; raise AccessRefused for who does not hand out these codes."""
        match whose:
            case OfClass(class_id):
                of = await must_oversee(actor, class_id, self.classes)
                found = sorted(await self.book.of_class(class_id), key=_by_pupil)
                in_charge = is_in_charge(actor, of.member.school)
                return self._roll(whose, of.member, of.led, found, in_charge=in_charge)
            case OfStaff(school):
                member = must_be_in_charge(actor, school)
                staff = sorted(await self.book.of_staff(school), key=_by_name)
                return self._roll(whose, member, None, staff, in_charge=True)

    def _roll(
        self,
        whose: Whose,
        member: Member,
        led: LedClass | None,
        found: Sequence[Connection],
        *,
        in_charge: bool,
    ) -> Roll:
        now, lives = self.clock.now(), self.rules.lifetime
        return Roll(whose, member, led, tuple(found), now, lives, in_charge)


@dataclass(frozen=True, slots=True)
class Invite:
    """Make new codes for the persons of a sheet; codes given to them before open no more."""

    read: ReadRoll
    issue: IssueCode

    async def __call__(
        self, actor: Actor, whose: Whose, persons: Collection[PersonId]
    ) -> ActivationSheet:
        """Return the slips; raise NobodyToInvite where all of them have come in.

        A person who is in may be given a code by name: for who lost the account (A2.6). Raise
        GivenByAdministrator for somebody of the staff, where it is a class teacher who asks.
        """
        roll = await self.read(actor, whose)
        for_whom = roll.those(persons)
        if not for_whom:
            raise NobodyToInvite
        by = roll.member.person
        slips = [Invited(one, await self.issue(one.person, by=by)) for one in for_whom]
        until = roll.now + roll.code_lives
        title = roll.led.title if roll.led else ""
        return ActivationSheet(
            roll.member.school_name, title, tuple(slips), until, roll.member.zone
        )


@dataclass(frozen=True, slots=True)
class RevokeCode:
    """Void a code that went astray; who is in stays in."""

    read: ReadRoll
    book: Connections

    async def __call__(self, actor: Actor, whose: Whose, person: PersonId) -> Roll:
        """Void the person's code, and return the list as it is then."""
        (await self.read(actor, whose)).named(person)
        await self.book.revoke(person)
        return await self.read(actor, whose)


def _by_pupil(one: Connection) -> tuple[object, ...]:
    place = place_in_list(one.pupil) if one.pupil else ("", "", 0)
    return *place, one.part is not Part.PUPIL, one.person


def _by_name(one: Connection) -> tuple[object, ...]:
    return *place_of_name(one.name), one.person
