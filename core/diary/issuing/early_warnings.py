"""Early warnings: drafts that the class teacher adapts, sends or drops; else they go (F6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.people import Actor, Child, Member
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import Drafts, OpenDraft, WarningState
from core.diary.issuing.facts import PupilWarned
from core.diary.issuing.terms import goes_on
from core.facts import Origin
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, SubjectId, WarningId
from core.regulation.ports import Regulations
from core.regulation.profile import ForecastRule


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A pupil who is at risk in a subject, as a draft is made of it."""

    pupil: PupilId
    subject: SubjectId
    risk: Risk


def is_graver(risk: Risk, than: Risk) -> bool:
    """Say whether a risk weighs more: marks that lack may still come, a failing one is there."""
    return risk is Risk.FAILING and than is Risk.NOT_CERTIFIED


@dataclass(frozen=True, slots=True)
class LastTold:
    """What the guardians were warned of last: it stays while a draft of another risk waits."""

    risk: Risk
    at: datetime
    by: PersonId | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """A warning: one for a pupil, a subject and a period, anew when another risk is found.

    `words` are the class teacher's; where they are empty the program's own are told. A decision
    that nobody made (`decided_by` None) was the program's: the time was over, or the risk.
    `ended_on` is the day on which a risk that was told, or dropped by a person, was found over:
    it stays until something is told or dropped again.
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
    last: LastTold | None = None
    ended_on: date | None = None

    @property
    def settled(self) -> LastTold | None:
        """Return of what was decided last that guardians hear, or by a person, that they do not.

        None where neither was: what the program itself dropped was heard by nobody.
        """
        if self.state is WarningState.DROPPED and self.decided_by and self.decided_at:
            return LastTold(self.risk, self.decided_at, self.decided_by)
        return self.last

    def asks_anew(self, risk: Risk, today: date, zone: ZoneInfo, rule: ForecastRule) -> bool:
        """Say whether a risk that is there today is drafted anew (F6).

        A graver one is, at once. One that ended and came back is, and so is a lighter one; but
        a forecast that wavers is no reason to write each day: between what was decided and the
        next draft lie `warned_again_after_days`. A draft only waits on.
        """
        settled = self.settled
        if self.state is WarningState.DRAFT:
            return False
        if settled is None or is_graver(risk, settled.risk):
            return True
        if settled.risk is risk and self.ended_on is None:
            return False
        quiet = timedelta(days=rule.warned_again_after_days)
        return settled.at.astimezone(zone).date() + quiet <= today

    def is_known(self, risk: Risk, today: date, zone: ZoneInfo, rule: ForecastRule) -> bool:
        """Say whether the guardians know of the risk already: it is what they were told last.

        So one that changed and changed back is no news; one that ended and is back is news when
        it asks anew, and until then what was told stands.
        """
        if self.last is None or self.last.risk is not risk:
            return False
        if self.ended_on is None:
            return True
        return self.state is not WarningState.DRAFT and not self.asks_anew(risk, today, zone, rule)

    def has_ended(self, risk: Risk | None) -> bool:
        """Say whether what was decided of is found over now, and was not before."""
        return risk is None and self.ended_on is None and self.settled is not None

    def told(self, at: datetime, by: Origin) -> PupilWarned:
        """Return the fact that it is sent to the guardians, or to those who came in since."""
        since = self.decided_at or at
        return PupilWarned(self.school, at, by, self.child.pupil, self.id, since)


class EarlyWarnings(Drafts[WarningId, EarlyWarning], Protocol):
    """The drafts of who is at risk, and what became of them."""

    async def add(
        self,
        school: SchoolId,
        class_id: ClassId,
        period: PeriodId,
        risks: Sequence[AtRisk],
        *,
        at: datetime,
    ) -> int:
        """Make drafts, or let wait again what the program itself dropped, changed or had ended.

        Return how many are new: what a person dropped, or what was sent, stays as it is while
        the risk is the same, and a draft waits on from its day with the risk of now.
        """
        ...

    async def ended(self, warnings: Sequence[WarningId], day: date) -> None:
        """Keep of what was sent or dropped that its risk was found over on the day."""
        ...

    async def stand_as_told(self, warnings: Sequence[WarningId]) -> None:
        """Let stand again what the guardians were told last; nothing goes to them anew.

        What was drafted or dropped since was of a risk that is no more.
        """
        ...

    async def of_pupils(
        self, pupils: Sequence[PupilId], periods: Sequence[PeriodId]
    ) -> Sequence[EarlyWarning]:
        """Return the pupils' warnings of periods, by the pupil's family name and the subject.

        Whatever class they were drafted in: who moved took them along.
        """
        ...

    async def carry(self, warnings: Sequence[WarningId], class_id: ClassId) -> None:
        """Let drafts of who has moved wait in the class of now."""
        ...

    async def some(self, warnings: Sequence[WarningId]) -> Mapping[WarningId, EarlyWarning]:
        """Return several warnings by their numbers."""
        ...


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that its class teacher has opened, as whom, and when it goes by itself."""

    warning: EarlyWarning
    member: Member
    goes_on: date
    class_id: ClassId


@dataclass(frozen=True, slots=True)
class OpenWarning:
    """The class teacher opens a warning of the own class."""

    open: OpenDraft[WarningId, EarlyWarning]
    regulations: Regulations

    async def __call__(self, actor: Actor, warning: WarningId) -> Drafted:
        """Return it; raise AccessRefused for who does not lead the pupil's class now."""
        opened = await self.open(actor, warning)
        found, member = opened.warning, opened.member
        rules = await self.regulations.of(found.school)
        made = found.made_at.astimezone(ZoneInfo(member.zone)).date()
        return Drafted(found, member, goes_on(made, rules.forecast), opened.class_id)
