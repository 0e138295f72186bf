"""A thread: who writes with whom about what, and what was said in which words (F13)."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.access.people import Name
from core.ids import MessageId, PersonId, PupilId, SchoolId, ThreadId
from core.messages.content import Content


@dataclass(frozen=True, slots=True)
class Sides:
    """Who writes with whom, about which child and subject.

    `keeper` answers for the school, and may hand the thread over; `partner` is a guardian, a pupil
    (both `of_family`), or somebody of the staff. An empty `topic` is a class teacher's matter, or
    the administration's.
    """

    partner: PersonId
    keeper: PersonId
    about: PupilId | None = None
    topic: str = ""
    of_family: bool = True

    def other(self, person: PersonId) -> PersonId:
        """Return with whom a person of the thread writes."""
        return self.keeper if person == self.partner else self.partner

    @property
    def turned(self) -> "Sides":
        """Return the same two where the other keeps the thread."""
        return replace(self, partner=self.keeper, keeper=self.partner)

    @property
    def persons(self) -> tuple[PersonId, PersonId]:
        """Return both."""
        return self.partner, self.keeper


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as it stands; it `waits` while the partner's last word has no answer."""

    id: ThreadId
    school: SchoolId
    zone: str
    sides: Sides
    partner_name: Name
    keeper_name: Name
    child: Name | None
    waits: bool
    last_at: datetime

    def name_of(self, person: PersonId) -> Name:
        """Return how a person of the thread is called."""
        return self.partner_name if person == self.sides.partner else self.keeper_name

    def waits_for(self, person: PersonId) -> bool:
        """Say whether it is this person from whom an answer is awaited."""
        return self.waits and person == self.sides.keeper


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody said in a thread, in its latest version; versions count from 1.

    One that hands the thread over has no words: `handed_to` is who keeps it from then on. An
    `urgent` one, of the administration only, minds no quiet hours.
    """

    id: MessageId
    thread: ThreadId
    school: SchoolId
    by: PersonId
    by_name: Name
    at: datetime
    content: Content
    version: int = 1
    urgent: bool = False
    handed_to: Name | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What a message said at first, or was made to say later."""

    content: Content
    at: datetime
