"""Who may write to whom, who may read, and what can be said: the pure rules of threads (F13)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.access.people import Child, Member, Name, Role, seen_by
from core.errors import RuleBroken
from core.ids import PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Hearer, WhyNot
from core.messages.content import Content
from core.messages.threads.thread import Sides

LONGEST_TEXT: Final = 3500
"""A messenger takes 4 096 characters: the rest is for who writes and about whom."""
MOST_VERSIONS: Final = 50


class MessageEmpty(RuleBroken):
    """Neither words nor a file."""

    code = "message-empty"


class MessageTooLong(RuleBroken):
    """More words than one message of a messenger takes."""

    code = "message-too-long"


class EditedTooOften(RuleBroken):
    """So many versions were kept that one more tells nobody anything."""

    code = "edited-too-often"


class ThreadOver(RuleBroken):
    """The two have nothing to do with each other any more: the class or the teacher changed."""

    code = "thread-over"


class PartnerNotHere(RuleBroken):
    """The other has not come in, takes no messages, or wants nothing electronic."""

    code = "partner-not-here"


class TooManyMessages(RuleBroken):
    """The asker wrote as often within the hour as the school allows."""

    code = "too-many-messages"

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class ThreadHandedAway(RuleBroken):
    """Somebody was faster, or the other cannot keep this thread."""

    code = "thread-handed-away"


@dataclass(frozen=True, slots=True)
class Party:
    """A person of the school's records, as the rules of writing look at one.

    `is_here`: the person has come in, and takes messages. `office` is set for the administration.
    """

    person: PersonId
    school: SchoolId
    name: Name
    office: Role | None = None
    is_staff: bool = False
    is_here: bool = True

    @property
    def is_administration(self) -> bool:
        """Say whether the person answers for the whole school."""
        return self.office is not None


_IN_CHARGE: Final = (Role.HEAD, Role.DEPUTY_HEAD, Role.ADMINISTRATOR)


def office_of(roles: Collection[str]) -> Role | None:
    """Return the highest office of the administration that somebody holds, if any."""
    return next((one for one in _IN_CHARGE if one in roles), None)


def in_charge(administration: Iterable[Party]) -> Party | None:
    """Return who answers who writes to the administration: the head, or the next who is here."""
    here = [one for one in administration if one.office is not None and one.is_here]
    return min(here, key=lambda one: _IN_CHARGE.index(one.office or Role.HEAD), default=None)


@dataclass(frozen=True, slots=True)
class Teaching:
    """Who teaches or leads a pupil now, in which course or class; a class teacher has no topic."""

    person: PersonId
    name: Name
    group: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """Who has to do with a pupil now: the family, and who teaches or leads."""

    child: Child
    school: SchoolId
    family: tuple[Hearer, ...] = ()
    teachers: tuple[Teaching, ...] = ()

    def is_family(self, person: PersonId) -> bool:
        """Say whether a person is the pupil, or a guardian."""
        return any(one.person == person for one in self.family)

    def teaches(self, person: PersonId) -> bool:
        """Say whether a person teaches or leads the pupil."""
        return any(one.person == person for one in self.teachers)

    def leads(self, person: PersonId) -> bool:
        """Say whether a person is the class teacher of the pupil."""
        return any(one.person == person and not one.topic for one in self.teachers)

    def answers_for_school(self, other: Party) -> bool:
        """Say whether the pupil's family may ask a person: a teacher, or the administration.

        Who is of the family answers for nobody in it.
        """
        is_office = other.is_administration and not self.is_family(other.person)
        return self.teaches(other.person) or is_office

    def refuses(self, person: PersonId) -> bool:
        """Say whether a person of the family wants nothing electronic."""
        return any(one.person == person and one.why is WhyNot.REFUSED for one in self.family)

    def topic_of(self, person: PersonId, group: int) -> str:
        """Return the subject that a person teaches the pupil in a group; a class has none."""
        found = (one.topic for one in self.teachers if (one.person, one.group) == (person, group))
        return next(found, "")


class Relation(StrEnum):
    """As what somebody may begin to write to another."""

    ASKS = "asks"
    """A guardian or a pupil writes to who teaches or leads the pupil, or to the administration;
    one of the staff to a colleague."""
    ADDRESSES = "addresses"
    """A teacher of the pupil, or the administration, writes to the family."""
    DIRECTS = "directs"
    """The administration writes to the staff."""


def relation(one: Party, other: Party, circle: Circle | None) -> Relation | None:
    """Return as what a person may begin to write to another, about a pupil or none, if at all.

    A guardian writes about the own child only, and only to who teaches or leads it now, or to the
    administration; so does a pupil. A teacher writes to the families of the own courses and class,
    the administration to anybody of its school, and the staff among themselves about no pupil.
    """
    if one.person == other.person or one.school != other.school:
        return None
    if circle is None:
        return _among_staff(one, other)
    if circle.school != one.school:
        return None
    if circle.is_family(one.person) and circle.answers_for_school(other):
        return Relation.ASKS
    if circle.is_family(other.person):
        answers = circle.teaches(one.person) or one.is_administration
        return Relation.ADDRESSES if answers else None
    directs = one.is_administration and circle.teaches(other.person)
    return Relation.DIRECTS if directs else None


def _among_staff(one: Party, other: Party) -> Relation | None:
    if not (one.is_staff and other.is_staff):
        return None
    return Relation.DIRECTS if one.is_administration else Relation.ASKS


def goes_on(one: Party, other: Party, circle: Circle | None) -> bool:
    """Say whether two persons may go on: whoever is written to may answer."""
    return bool(relation(one, other, circle) or relation(other, one, circle))


def sides_of(
    how: Relation, one: PersonId, other: PersonId, about: PupilId | None, topic: str
) -> Sides:
    """Return who of the two keeps the thread for the school."""
    if how is Relation.ASKS:
        return Sides(one, other, about, topic, of_family=about is not None)
    return Sides(other, one, about, topic, of_family=how is Relation.ADDRESSES)


def may_read(sides: Sides, person: PersonId, own: Collection[PupilId]) -> bool:
    """Say whether a person whose family the pupils `own` are may read a thread.

    Threads are personal: another guardian of the child does not read along. Who is no guardian
    any more reads what was written about the child no more.
    """
    if person == sides.keeper:
        return True
    return person == sides.partner and (not sides.of_family or sides.about in own)


def family_of(member: Member) -> frozenset[PupilId]:
    """Return the pupils whose family a person is."""
    return frozenset(one.pupil for one in seen_by(member))


def checked(content: Content) -> Content:
    """Return what can be said; raise where it is nothing, or too long."""
    if content.is_empty:
        raise MessageEmpty
    longest = max(content.text.length, *(one.caption.length for one in content.files), 0)
    if longest > LONGEST_TEXT:
        raise MessageTooLong
    return content
