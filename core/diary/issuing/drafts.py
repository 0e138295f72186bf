"""Drafts of warnings: the class teacher adapts, sends or drops each (F6, F12, C4.3.10).

What a warning is about is its own: of what threatens, or of lessons missed. What becomes of a
draft is the same for all.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from core.access.gate import ClassLists, SchoolClasses, closed_to, must_decide
from core.access.people import Actor, Child, Member
from core.clock import Clock
from core.errors import RuleBroken
from core.facts import Fact, Facts, Origin
from core.ids import ClassId, PersonId
from core.wording import said

MOST_WORDS = 400
"""How long the class teacher's words may be: more than this no phone shows in twelve lines."""


class WarningDecided(RuleBroken):
    """The warning was sent or dropped before: it cannot be changed any more."""

    code = "warning-decided"


class WarningState(StrEnum):
    """What became of a draft."""

    DRAFT = "draft"
    SENT = "sent"
    DROPPED = "dropped"


class Warns(Protocol):
    """A warning of any kind, as far as its draft is concerned."""

    @property
    def child(self) -> Child:
        """Return about whom it is."""
        ...

    @property
    def state(self) -> WarningState:
        """Return what became of it."""
        ...

    def told(self, at: datetime, by: Origin) -> Fact:
        """Return the fact that it is sent to the guardians."""
        ...


N_contra = TypeVar("N_contra", bound=int, contravariant=True)
W_co = TypeVar("W_co", bound=Warns, covariant=True)
N = TypeVar("N", bound=int)
W = TypeVar("W", bound=Warns)


class Drafts(Protocol[N_contra, W_co]):
    """The warnings of one kind, and what became of them."""

    async def one(self, warning: N_contra) -> W_co | None:
        """Return a warning."""
        ...

    async def adapt(self, warning: N_contra, words: str) -> bool:
        """Keep the class teacher's words; return False where the warning is no draft any more."""
        ...

    async def decide(
        self,
        warning: N_contra,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        """Keep what became of a draft; return False where that was decided before."""
        ...


@dataclass(frozen=True, slots=True)
class Opened(Generic[W]):
    """A warning that its class teacher has opened; `class_id` is the pupil's class now."""

    warning: W
    member: Member
    class_id: ClassId


@dataclass(frozen=True, slots=True)
class OpenDraft(Generic[N, W]):
    """The class teacher opens a warning of the own class."""

    drafts: Drafts[N, W]
    lists: ClassLists
    classes: SchoolClasses

    async def __call__(self, actor: Actor, warning: N) -> Opened[W]:
        """Return it; raise AccessRefused for who does not decide for the pupil's class.

        A pupil who has moved takes the warnings along: who led the class before reads none.
        """
        found = await self.drafts.one(warning)
        class_id = await self.lists.class_of(found.child.pupil) if found else None
        if found is None or class_id is None:
            # Whether there is such a warning is nobody else's business.
            raise closed_to(actor)
        member = await must_decide(actor, class_id, self.classes)
        return Opened(found, member, class_id)


@dataclass(frozen=True, slots=True)
class ReadDraft(Generic[N, W]):
    """The class teacher is about to change or drop a draft."""

    open: OpenDraft[N, W]

    async def __call__(self, actor: Actor, warning: N) -> Opened[W]:
        """Return it while it waits; raise WarningDecided once it was sent or dropped."""
        opened = await self.open(actor, warning)
        if opened.warning.state is not WarningState.DRAFT:
            raise WarningDecided
        return opened


@dataclass(frozen=True, slots=True)
class AdaptDraft(Generic[N, W]):
    """The class teacher says it in other words."""

    read: ReadDraft[N, W]

    async def __call__(self, actor: Actor, warning: N, words: str) -> None:
        """Keep the words; none take own words back. Raise TextWrong for more than is read.

        Raise WarningDecided where it went or was dropped meanwhile.
        """
        await self.read(actor, warning)
        own = said(words, longest=MOST_WORDS, needed=False)
        if not await self.read.open.drafts.adapt(warning, own):
            raise WarningDecided


@dataclass(frozen=True, slots=True)
class SendDraft(Generic[N, W]):
    """The class teacher sends a warning to the guardians."""

    read: ReadDraft[N, W]
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, warning: N) -> None:
        """Send it now, or when the quiet hours are over; raise WarningDecided where it went."""
        opened = await self.read(actor, warning)
        by, drafts = opened.member.person, self.read.open.drafts
        if not await send(warning, opened.warning, drafts, self.facts, self.clock, by):
            raise WarningDecided


@dataclass(frozen=True, slots=True)
class DropDraft(Generic[N, W]):
    """The class teacher does not send a warning, and says why; the reason stays with it."""

    read: ReadDraft[N, W]
    clock: Clock

    async def __call__(self, actor: Actor, warning: N, reason: str) -> None:
        """Drop it; raise TextWrong without a reason, and for one that is a letter."""
        opened = await self.read(actor, warning)
        why = said(reason, longest=MOST_WORDS)
        dropped = await self.read.open.drafts.decide(
            warning,
            WarningState.DROPPED,
            at=self.clock.now(),
            by=opened.member.person,
            reason=why,
        )
        if not dropped:
            raise WarningDecided


async def send(
    number: N,
    warning: W,
    drafts: Drafts[N, W],
    facts: Facts,
    clock: Clock,
    by: PersonId | None,
) -> bool:
    """Send a draft: by a person, or (None) by itself.

    Return False where it was decided before, though by another process just now: of a warning
    that was dropped no family hears.
    """
    now = clock.now()
    if not await drafts.decide(number, WarningState.SENT, at=now, by=by):
        return False
    await facts.record([warning.told(now, Origin(by))])
    return True
