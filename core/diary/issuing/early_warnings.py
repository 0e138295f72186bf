"""Early warnings: drafts that the class teacher adapts, sends or drops; else they go (F6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A pupil who is at risk in a subject, as a draft is made of it."""

    pupil: PupilId
    subject: SubjectId
    risk: Risk


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

    def is_known(self, risk: Risk, today: date, zone: ZoneInfo) -> bool:
        """Say whether the guardians know of the risk already: it is what they were told last.

        So one that changed and changed back is no news; one that ended, and is back in a later
        week, is.
        """
        if self.last is None or self.last.risk is not risk:
            return False
        ended = self.state is WarningState.DROPPED and self.decided_by is None
        if not ended or self.decided_at is None:
            return True
        return _week_of(self.decided_at.astimezone(zone)) == _week_of(today)

    def told(self, at: datetime, by: Origin) -> PupilWarned:
        """Return the fact that it is sent to the guardians, or to those who came in since."""
        since = self.decided_at or at
        return PupilWarned(self.school, at, by, self.child.pupil, self.id, since)


def _week_of(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


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
        """Make drafts, or let wait again what the program itself dropped or what changed.

        Return how many are new: what a person dropped, or what was sent, stays as it is while
        the risk is the same, and a draft waits on from its day with the risk of now.
        """
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
