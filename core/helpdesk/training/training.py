"""A training: what is taught, when and where, who is invited, who comes (H6, E6 2.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.errors import RuleBroken
from core.helpdesk.topics import Covers
from core.ids import ClassId, PersonId, PupilId, SchoolId, TrainingId

LONGEST_ROOM: Final = 60
LONGEST_WORDS: Final = 1000
FURTHEST: Final = timedelta(days=366)
_DAY: Final = timedelta(days=1)


class Whom(StrEnum):
    """Who is taught: all teachers, the class teachers, some of the staff, families of a class."""

    TEACHERS = "teachers"
    CLASS_TEACHERS = "class_teachers"
    PERSONS = "persons"
    FAMILIES = "families"


@dataclass(frozen=True, slots=True)
class Invitees:
    """Whom a training is for: `persons` of the staff by name, or the families of `class_id`."""

    whom: Whom = Whom.TEACHERS
    class_id: ClassId | None = None
    persons: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What was decided so far; what is still open is None or empty."""

    topics: Covers = frozenset()
    starts_at: datetime | None = None
    room: str = ""
    invitees: Invitees = field(default_factory=Invitees)
    words: str = ""


class TrainingState(StrEnum):
    """A training stands, or it was called off."""

    PLANNED = "planned"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Training:
    """A training as it stands; `version` counts from 1 how often it got another time or room.

    `set_at` is when its time was set last. `by` holds it.
    """

    id: TrainingId
    school: SchoolId
    school_name: str
    zone: str
    by: PersonId
    by_name: Name
    topics: Covers
    starts_at: datetime
    room: str
    invitees: Invitees
    words: str
    version: int
    state: TrainingState
    set_at: datetime
    class_title: str = ""

    @property
    def stands(self) -> bool:
        """Say whether it was not called off."""
        return self.state is TrainingState.PLANNED

    @property
    def local(self) -> datetime:
        """Return when it begins where the school stands."""
        return self.starts_at.astimezone(ZoneInfo(self.zone))

    def has_begun(self, now: datetime) -> bool:
        """Say whether its time has come."""
        return self.starts_at <= now


class Reply(StrEnum):
    """What an invited person says: «приду», «не смогу»."""

    COMING = "coming"
    NOT_COMING = "not_coming"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to be invited; of a family `pupil` says as whose. `is_here`: has come in."""

    person: PersonId
    name: Name
    pupil: PupilId | None = None
    is_here: bool = True

    @property
    def about(self) -> PupilId:
        """Return about whom this person hears: the pupil of a family, or oneself."""
        return self.pupil if self.pupil is not None else PupilId(self.person)


@dataclass(frozen=True, slots=True)
class Invited:
    """A guest with the reply to the time as it is now, and whether the guest came."""

    guest: Guest
    reply: Reply | None = None
    came: bool = False


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works at the school, as a training looks at it."""

    person: PersonId
    name: Name
    teaches: bool
    leads: bool
    is_here: bool = True


class Part(StrEnum):
    """What a training must have before anybody is invited."""

    TOPICS = "topics"
    TIME = "time"
    ROOM = "room"
    INVITEES = "invitees"


class TrainingIncomplete(RuleBroken):
    """Nobody is invited to something without topic, time, room."""

    code = "training-incomplete"


class TrainingTimeWrong(RuleBroken):
    """A time that is over, or more than a year ahead."""

    code = "training-time"


class TrainingWordsWrong(RuleBroken):
    """No words, or more than fit."""

    code = "training-words"


class NobodyInvited(RuleBroken):
    """There is nobody of this kind."""

    code = "training-nobody"


class TrainingOver(RuleBroken):
    """It was called off, has begun, or was moved by somebody faster."""

    code = "training-over"


class TrainingNotBegun(RuleBroken):
    """Who came is known when it has begun."""

    code = "training-not-begun"


def missing(plan: TrainingPlan) -> tuple[Part, ...]:
    """Return what a plan still lacks, in the order in which it is asked."""
    lacks = {
        Part.INVITEES: not _names_somebody(plan.invitees),
        Part.TOPICS: not plan.topics,
        Part.TIME: plan.starts_at is None,
        Part.ROOM: not plan.room,
    }
    return tuple(part for part, is_lacking in lacks.items() if is_lacking)


def _names_somebody(invitees: Invitees) -> bool:
    match invitees.whom:
        case Whom.PERSONS:
            return bool(invitees.persons)
        case Whom.FAMILIES:
            return invitees.class_id is not None
        case Whom.TEACHERS | Whom.CLASS_TEACHERS:
            return True


def checked_time(at: datetime, now: datetime) -> datetime:
    """Return a time that lies ahead, and within a year."""
    if not now < at <= now + FURTHEST:
        raise TrainingTimeWrong
    return at


def checked_room(room: str) -> str:
    """Return where it is held, in one line."""
    said = " ".join(room.split())
    if not said or len(said) > LONGEST_ROOM:
        raise TrainingWordsWrong
    return said


def checked_words(words: str) -> str:
    """Return what the holder adds to the invitation."""
    said = words.strip()
    if not said or len(said) > LONGEST_WORDS:
        raise TrainingWordsWrong
    return said


def of_staff(
    invitees: Invitees, staff: Iterable[StaffMember], *, holder: PersonId
) -> tuple[Guest, ...]:
    """Return whom of the staff a training is for; who holds it is not invited to it."""
    return tuple(
        Guest(one.person, one.name, is_here=one.is_here)
        for one in staff
        if one.person != holder and _is_meant(invitees, one)
    )


def _is_meant(invitees: Invitees, one: StaffMember) -> bool:
    match invitees.whom:
        case Whom.TEACHERS:
            return one.teaches
        case Whom.CLASS_TEACHERS:
            return one.leads
        case Whom.PERSONS:
            return one.person in invitees.persons
        case Whom.FAMILIES:
            return False


def reminded_from(training: Training, evening: time) -> datetime:
    """Return the evening before it, from which the invited are reminded."""
    local = training.local
    return datetime.combine(local.date() - _DAY, evening, local.tzinfo)


def is_to_be_reminded(training: Training, evening: time, now: datetime) -> bool:
    """Say whether the evening before has come; who was told of it later was just told."""
    since = reminded_from(training, evening)
    return training.stands and training.set_at < since <= now < training.starts_at


def to_be_reminded(invited: Iterable[Invited]) -> Sequence[Guest]:
    """Return whom to remind: who said not to come has said all."""
    return [one.guest for one in invited if one.reply is not Reply.NOT_COMING]


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of the invited come, do not, are silent; how many cannot be told; who came."""

    invited: int
    coming: int
    not_coming: int
    not_here: int
    came: int

    @property
    def silent(self) -> int:
        """Return how many have not replied."""
        return self.invited - self.coming - self.not_coming


def turnout(invited: Sequence[Invited]) -> Turnout:
    """Count the invited."""
    return Turnout(
        invited=len(invited),
        coming=sum(one.reply is Reply.COMING for one in invited),
        not_coming=sum(one.reply is Reply.NOT_COMING for one in invited),
        not_here=sum(not one.guest.is_here for one in invited),
        came=sum(one.came for one in invited),
    )
