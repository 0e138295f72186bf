"""A ticket (обращение): who asks what, who answers for it, and how it stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.access.people import Name, Role
from core.helpdesk.tickets.owner import Owner
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import CourseId, PersonId, PupilId, SchoolId, SourceId, TicketEntryId, TicketId
from core.messages.content import Content


class State(StrEnum):
    """Whose turn it is. One that was opened again is open."""

    OPEN = "open"
    """The owner's: an answer is awaited."""
    ASKED_BACK = "asked-back"
    """The asker's: the owner needs to know more."""
    AT_VENDOR = "at-vendor"
    """The support of the journal's vendor has it: the owner keeps it, and no clock runs (H3)."""
    ANSWERED = "answered"
    """The asker's: to say that this helped, or to open it again."""
    CLOSED = "closed"
    """Nobody's."""


UNDER_WAY: Final = frozenset({State.OPEN, State.ASKED_BACK, State.AT_VENDOR})
"""States in which a ticket has to be answered still, and somebody has to own it."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What the asker thought of the help: one to five, and a word or none."""

    stars: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class FirstWord:
    """When an owner said the first word to the asker, and what the log counts of it (H4).

    `minutes` are those of window time till then, None where no window is for the topic; `window`
    is when the owner's window began, None outside of any.
    """

    at: datetime
    minutes: int | None = None
    window: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All of a ticket that changes in its life; one standing takes another's place as a whole.

    `owned_since` is when this owner got it, or got the turn again; `passed` are those who had it
    in this round and did not say a word (a round begins when it is asked, and when it is opened
    again), or were on duty when it was handed to the next window. `promised_at` is
    what the asker was told last: when the window opens in which an answer comes, None where that
    is now or the administrator's. `first_word` is the first one that an owner said to the asker,
    `heard_at` is when the person who has it said one within this round, `answered_at` when the
    last answer was given, or when it was closed without the asker's word.

    At a window's end the owner is asked what becomes of it (`asked_at_end`), and may keep it until
    an instant of the day (`kept_until`). A snoozed one is out of the owner's list until then; no
    clock stops for that. Since `asked_back_at` the asker's word is awaited, which `asked_back_by`
    needs; of that the asker was reminded at `reminded_at`.

    `round_at` is when this round began, None in the first one: since then the asker waits, or
    since `resumed_at`, when something was said for which the owner had to wait. Of what waits too
    long with the administrators they were reminded at `pressed_at`. `closed_by` is who closed it,
    or merged it into another one; None where time did.
    """

    topic: Topic
    owner: Owner
    owned_since: datetime
    state: State = State.OPEN
    urgent: str = ""
    promised_at: datetime | None = None
    passed: tuple[PersonId, ...] = ()
    first_word: FirstWord | None = None
    heard_at: datetime | None = None
    answered_at: datetime | None = None
    asked_at_end: datetime | None = None
    kept_until: datetime | None = None
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    closing: Closing | None = None
    merged_into: TicketId | None = None
    rating: Rating | None = None
    asked_back_at: datetime | None = None
    asked_back_by: PersonId | None = None
    reminded_at: datetime | None = None
    round_at: datetime | None = None
    pressed_at: datetime | None = None
    closed_by: PersonId | None = None
    resumed_at: datetime | None = None

    @property
    def is_under_way(self) -> bool:
        """Say whether it has to be answered still."""
        return self.state in UNDER_WAY

    @property
    def waits_elsewhere(self) -> bool:
        """Say whether its answer is awaited in another ticket, into which it was merged."""
        return self.merged_into is not None and self.answered_at is None

    @property
    def without_question(self) -> "Standing":
        """Return how it stands when the asker's word is not awaited any more."""
        return replace(self, asked_back_at=None, asked_back_by=None, reminded_at=None)

    def kept_at(self, now: datetime) -> datetime | None:
        """Return the hour by which the owner finishes it, as the asker is told; None once over."""
        is_said = self.state is State.OPEN and self.kept_until is not None
        return self.kept_until if is_said and now < (self.kept_until or now) else None

    def again(self, now: datetime) -> "Standing":
        """Return how it stands when it is open again, by itself: a new round begins now.

        Nobody has said a word in it, and nobody has passed it by.
        """
        return replace(
            self,
            state=State.OPEN,
            closing=None,
            closed_at=None,
            closed_by=None,
            merged_into=None,
            passed=(),
            heard_at=None,
            round_at=now,
            resumed_at=None,
        )

    def goes_on(self, now: datetime) -> "Standing":
        """Return how it stands when it is the owner's turn again: all clocks begin now.

        So where the asker said what was asked back, and where the vendor's support answered.
        """
        return replace(
            self.without_question,
            state=State.OPEN,
            owned_since=now,
            resumed_at=now,
            pressed_at=None,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, as what, and about whom or what: nothing of it changes."""

    school: SchoolId
    asker: PersonId
    role: Role
    matter: Matter = Matter.QUESTION
    about: PupilId | None = None
    course: CourseId | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it stands; `child` and `course_title` say what it is about, where that matters.

    `owner_name` is who has it in hand, if anybody has; `revision` counts its standings, so
    that no two persons change it at once.
    """

    id: TicketId
    source: SourceId
    asking: Asking
    asker_name: Name
    opened_at: datetime
    revision: int
    standing: Standing
    owner_name: Name | None = None
    child: Name | None = None
    course_title: str = ""

    @property
    def school(self) -> SchoolId:
        """Return whose school it is."""
        return self.asking.school

    @property
    def asker(self) -> PersonId:
        """Return who asks."""
        return self.asking.asker


class EntryKind(StrEnum):
    """What somebody said in a ticket, and who reads it."""

    WORDS = "words"
    """The asker's own."""
    ANSWER = "answer"
    ASK_BACK = "ask-back"
    NOTE = "note"
    """Among those who answer: the asker never reads it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody said in a ticket, in its latest version; versions count from 1."""

    id: TicketEntryId
    ticket: TicketId
    school: SchoolId
    by: PersonId
    by_name: Name
    kind: EntryKind
    at: datetime
    content: Content
    version: int = 1


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """What an entry said at first, or was made to say later."""

    content: Content
    at: datetime
