"""Early warnings: drafts that the class teacher adapts, sends or drops; else they go (F6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.gate import ClassLists, must_lead
from core.access.people import Actor, Child, Member
from core.clock import Clock
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.facts import PupilWarned
from core.diary.issuing.terms import goes_on
from core.errors import AccessRefused, NotActivated, Refusal, RuleBroken
from core.facts import Facts, Origin
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, SubjectId, WarningId
from core.regulation.ports import Regulations

MOST_WORDS = 400
"""How long the class teacher's words may be: more than this no phone shows in twelve lines."""


class WarningDecided(RuleBroken):
    """The warning was sent or dropped before: it cannot be changed any more."""

    code = "warning-decided"


class TooManyWords(Refusal):
    """What was written for families is longer than a family reads on a phone."""

    code = "too-many-words"


class WarningState(StrEnum):
    """What became of a draft."""

    DRAFT = "draft"
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A pupil who is at risk in a subject, as a draft is made of it."""

    pupil: PupilId
    subject: SubjectId
    risk: Risk


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """A warning: once for a pupil, a subject and a period.

    `words` are the class teacher's; where they are empty the program's own are told. A decision
    that nobody made (`decided_by` None) was the program's: the time was over, or the risk.
    """

    id: WarningId
    school: SchoolId
    class_id: ClassId
    period: PeriodId
    child: Child
    subject: SubjectId
    title: str
    risk: Risk
    made_at: datetime
    words: str = ""
    state: WarningState = WarningState.DRAFT
    decided_at: datetime | None = None
    decided_by: PersonId | None = None
    reason: str = ""


class EarlyWarnings(Protocol):
    """The drafts, and what became of them."""

    async def add(
        self,
        school: SchoolId,
        class_id: ClassId,
        period: PeriodId,
        risks: Sequence[AtRisk],
        *,
        at: datetime,
    ) -> int:
        """Make drafts; return how many are new: each is made once."""
        ...

    async def of_class(self, class_id: ClassId, period: PeriodId) -> Sequence[EarlyWarning]:
        """Return the class's warnings of a period, by the pupil's family name and the subject."""
        ...

    async def one(self, warning: WarningId) -> EarlyWarning | None:
        """Return a warning."""
        ...

    async def some(self, warnings: Sequence[WarningId]) -> Mapping[WarningId, EarlyWarning]:
        """Return several warnings by their numbers."""
        ...

    async def adapt(self, warning: WarningId, words: str) -> bool:
        """Keep the class teacher's words; return False where the warning is no draft any more."""
        ...

    async def decide(
        self,
        warning: WarningId,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        """Keep what became of a draft; return False where that was decided before."""
        ...


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that its class teacher has opened, as whom, and when it goes by itself."""

    warning: EarlyWarning
    member: Member
    goes_on: date


@dataclass(frozen=True, slots=True)
class OpenWarning:
    """The class teacher opens a warning of the own class."""

    warnings: EarlyWarnings
    regulations: Regulations
    lists: ClassLists

    async def __call__(self, actor: Actor, warning: WarningId) -> Drafted:
        """Return it; raise AccessRefused for who does not lead the pupil's class now.

        A pupil who has moved takes the warnings along: who led the class before reads none.
        """
        found = await self.warnings.one(warning)
        class_id = await self.lists.class_of(found.child.pupil) if found else None
        if found is None or class_id is None:
            # Whether there is such a warning is nobody else's business.
            raise NotActivated if actor.is_stranger else AccessRefused
        member = must_lead(actor, class_id)
        rules = await self.regulations.of(found.school)
        made = found.made_at.astimezone(ZoneInfo(member.zone)).date()
        return Drafted(found, member, goes_on(made, rules.forecast))

    async def draft(self, actor: Actor, warning: WarningId) -> Drafted:
        """Return it while it waits; raise WarningDecided once it was sent or dropped."""
        opened = await self(actor, warning)
        if opened.warning.state is not WarningState.DRAFT:
            raise WarningDecided
        return opened


@dataclass(frozen=True, slots=True)
class AdaptWarning:
    """The class teacher says it in other words."""

    open: OpenWarning

    async def __call__(self, actor: Actor, warning: WarningId, words: str) -> None:
        """Keep the words; raise TooManyWords for more than a family reads.

        Raise WarningDecided where it went or was dropped meanwhile.
        """
        await self.open.draft(actor, warning)
        said = words.strip()
        if len(said) > MOST_WORDS:
            raise TooManyWords
        if not await self.open.warnings.adapt(warning, said):
            raise WarningDecided


@dataclass(frozen=True, slots=True)
class SendWarning:
    """The class teacher sends a warning to the guardians."""

    open: OpenWarning
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, warning: WarningId) -> None:
        """Send it now, or when the quiet hours are over; raise WarningDecided where it went."""
        opened = await self.open.draft(actor, warning)
        by = opened.member.person
        if not await send(opened.warning, self.open.warnings, self.facts, self.clock, by):
            raise WarningDecided


@dataclass(frozen=True, slots=True)
class DropWarning:
    """The class teacher does not send a warning, and says why; the reason stays in the record."""

    open: OpenWarning
    clock: Clock

    async def __call__(self, actor: Actor, warning: WarningId, reason: str) -> None:
        """Drop it; raise TooManyWords for a reason that is a letter."""
        opened = await self.open.draft(actor, warning)
        if len(reason) > MOST_WORDS:
            raise TooManyWords
        dropped = await self.open.warnings.decide(
            warning,
            WarningState.DROPPED,
            at=self.clock.now(),
            by=opened.member.person,
            reason=reason.strip(),
        )
        if not dropped:
            raise WarningDecided


async def send(
    warning: EarlyWarning,
    warnings: EarlyWarnings,
    facts: Facts,
    clock: Clock,
    by: PersonId | None,
) -> bool:
    """Send a draft: by a person, or (None) by itself.

    Return False where it was decided before, though by another process just now: of a warning
    that was dropped no family hears.
    """
    now = clock.now()
    if not await warnings.decide(warning.id, WarningState.SENT, at=now, by=by):
        return False
    pupil = warning.child.pupil
    await facts.record([PupilWarned(warning.school, now, Origin(by), pupil, warning.id)])
    return True
