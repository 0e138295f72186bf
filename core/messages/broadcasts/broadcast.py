"""A broadcast: who says what to whom, and which answer is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor, Child, Name
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.content import Content

VALID_FOR: Final = timedelta(days=14)
"""So long a broadcast that asks for nothing by a day is told to who comes in later."""
ACKNOWLEDGED: Final = 0
"""The choice of who was asked for no more than to have read it."""
_DAY: Final = timedelta(days=1)


class Hearers(StrEnum):
    """Who of a family hears a broadcast."""

    PARENTS = "parents"
    PUPILS = "pupils"
    BOTH = "both"


class Whom(StrEnum):
    """Whose families hear a broadcast: the school's, of classes, or of courses (subgroups)."""

    SCHOOL = "school"
    CLASSES = "classes"
    COURSES = "courses"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose families: `groups` are classes or courses; `pupils`, if any, are chosen from them."""

    whom: Whom
    groups: tuple[int, ...] = ()
    pupils: tuple[PupilId, ...] = ()


class Quorum(StrEnum):
    """Whose answer is a family's: that of one guardian, or of every one who can be told."""

    ONE = "one"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: to have read it, or one of `choices`; by the end of a day, if one is named.

    `button` is what the sender wrote on the button in place of «Ознакомлен(а)».
    """

    by: date | None = None
    button: str = ""
    choices: tuple[str, ...] = ()
    quorum: Quorum = Quorum.ONE


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sender decided. `urgent` is the reason for which quiet hours do not count."""

    scope: Scope
    content: Content
    hearers: Hearers = Hearers.PARENTS
    ask: Ask | None = None
    send_at: datetime | None = None
    urgent: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What a broadcast said in one of its versions, and by which day that was to be answered."""

    content: Content
    answer_by: date | None = None


class BroadcastState(StrEnum):
    """Where a broadcast stands: it waits for its time, it was sent, or it was taken back."""

    WAITING = "waiting"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast as it stands; `version` counts its corrections from 1.

    `titles` are those of its classes or courses; `school_name` stands for all of them. `said_at`
    is when it was given the words that it has now.
    """

    id: BroadcastId
    school: SchoolId
    school_name: str
    zone: str
    by: PersonId
    by_name: Name
    plan: Plan
    titles: tuple[str, ...]
    version: int
    state: BroadcastState
    made_at: datetime
    sent_at: datetime | None = None
    said_at: datetime | None = None
    withdrawn_by: Name | None = None

    @property
    def told_from(self) -> datetime:
        """Return since when its words of now are told: it was sent, or corrected after that."""
        return max(self._goes_out_at, self.said_at or self._goes_out_at)

    @property
    def valid_until(self) -> datetime:
        """Return until when it is told to who comes in later, and kept trying."""
        return valid_until(self.plan.ask, self.told_from, ZoneInfo(self.zone))

    @property
    def names_children(self) -> bool:
        """Say whether a message names children: chosen ones, or each who is asked about."""
        ask = self.plan.ask
        return bool(self.plan.scope.pupils) or (ask is not None and bool(ask.choices))

    def is_by(self, actor: Actor) -> bool:
        """Say whether these are the actor's own words."""
        return any(one.person == self.by for one in actor.members)

    def is_valid(self, now: datetime) -> bool:
        """Say whether it was sent and still counts."""
        return self.state is BroadcastState.SENT and now < self.valid_until

    def is_late(self, now: datetime) -> bool:
        """Say whether the day by which it was to be answered is over."""
        by = self.plan.ask.by if self.plan.ask else None
        return by is not None and now >= end_of(by, ZoneInfo(self.zone))

    def is_urgent(self, now: datetime) -> bool:
        """Say whether it still wakes people: last week's emergency waits for the morning.

        Other words make no new emergency of it: it counts from when it was first told.
        """
        return bool(self.plan.urgent) and now - self._goes_out_at < _DAY

    @property
    def _goes_out_at(self) -> datetime:
        return self.sent_at or self.plan.send_at or self.made_at


def valid_until(ask: Ask | None, since: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of the day by which it must be answered, or of its own days."""
    if ask is None or ask.by is None:
        return since + VALID_FOR
    return max(end_of(ask.by, zone), since + _DAY)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a day is over where the school stands."""
    return datetime.combine(day + _DAY, datetime.min.time(), zone)


class WhyNot(StrEnum):
    """Why a person is not told: never came in, refused, or takes no messages."""

    NOT_LINKED = "not-linked"
    REFUSED = "refused"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Hearer:
    """A person of a family; `why` is set for who could not be told when it was sent."""

    person: PersonId
    name: Name
    is_guardian: bool
    why: WhyNot | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A pupil with those of the family who are addressed, in the order of the school's list."""

    child: Child
    members: tuple[Hearer, ...] = ()


def hearing(families: Sequence[Family], hearers: Hearers) -> tuple[Family, ...]:
    """Return the families with those members only whom a broadcast is for."""
    return tuple(
        Family(one.child, tuple(it for it in one.members if _hears(it, hearers)))
        for one in families
    )


def _hears(member: Hearer, hearers: Hearers) -> bool:
    match hearers:
        case Hearers.PARENTS:
            return member.is_guardian
        case Hearers.PUPILS:
            return not member.is_guardian
        case Hearers.BOTH:
            return True


def answers_for_family(member: Hearer, hearers: Hearers) -> bool:
    """Say whether it is this member who is asked: a parent, where parents are addressed at all."""
    return member.is_guardian or hearers is Hearers.PUPILS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered to a version: `ACKNOWLEDGED`, or which choice, counted from 1.

    A choice is `about` one child; who has read it says so of itself, once for all children.
    """

    school: SchoolId
    broadcast: BroadcastId
    version: int
    person: PersonId
    about: PersonId
    choice: int
    at: datetime
    digest: str = ""


def asked_about(
    ask: Ask | None, person: PersonId, children: Sequence[Child]
) -> tuple[PersonId, ...]:
    """Return about whom a person answers: each child where there is a choice, else itself."""
    of_each = ask is not None and ask.choices and children
    return tuple(one.pupil for one in children) if of_each else (person,)


Given = frozenset[tuple[PersonId, PersonId]]
"""Who has answered, and about whom."""


def given_by(answers: Iterable[Answer]) -> Given:
    """Return who has answered, and about whom."""
    return frozenset((one.person, one.about) for one in answers)


def has_answered(member: Hearer, family: Family, given: Given) -> bool:
    """Say whether a member of a family has answered: for this child, or once for all."""
    own = member.person
    return (own, family.child.pupil) in given or (own, own) in given


def is_answered(family: Family, hearers: Hearers, ask: Ask, given: Given) -> bool:
    """Say whether a family has answered: one who is asked has, or all who can be told have."""
    asked = [one for one in family.members if answers_for_family(one, hearers)]
    done = [has_answered(one, family, given) for one in asked]
    if ask.quorum is Quorum.ONE:
        return any(done)
    awaited = [it for one, it in zip(asked, done, strict=True) if one.why is None or it]
    return bool(awaited) and all(awaited)
