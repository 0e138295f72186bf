"""Who hears of missed lessons: class teachers of a draft, guardians of what was sent (F12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.diary.truancy.facts import TruancyDrafted, TruancyTold, TruancyUnread, TruancyWaits
from core.facts import Fact
from core.ids import PersonId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.standing_in import FindInCharge


@dataclass(frozen=True, slots=True)
class TellTruancy:
    """A draft goes to who leads the pupil's class or stands in, a warning to the guardians alone.

    Who gets drafts hears too of a warning that did not reach a family.
    """

    outbox: Outbox
    audience: Audience

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row of the outbox for each person who hears."""
        drafted = [fact for fact in facts if isinstance(fact, TruancyDrafted | TruancyUnread)]
        told = [fact for fact in facts if isinstance(fact, TruancyTold)]
        waits = [fact for fact in facts if isinstance(fact, TruancyWaits)]
        drafts = [
            *await self._to_teachers(drafted),
            *await self._of_waiting(waits),
            *await self._to_guardians(told),
        ]
        if drafts:
            await self.outbox.put(drafts)

    async def _to_teachers(
        self, facts: Sequence[TruancyDrafted | TruancyUnread]
    ) -> Iterator[Draft]:
        told = await FindInCharge(self.audience).of_pupils(
            {fact.pupil: fact.school for fact in facts}
        )
        return (
            _draft(NoticeKind.TRUANCY_DRAFTED, fact, person)
            for fact in facts
            for person in told[fact.pupil].persons
        )

    async def _of_waiting(self, facts: Sequence[TruancyWaits]) -> Sequence[Draft]:
        schools = {fact.pupil: fact.school for fact in facts}
        in_charge = await FindInCharge(self.audience).of_pupils(schools)
        late = sorted({fact.school for fact in facts if fact.is_late})
        above = {one: await self.audience.stand_ins(one) for one in late}
        return [
            _draft(NoticeKind.TRUANCY_WAITS, fact, person)
            for fact in facts
            for told in [in_charge[fact.pupil].persons]
            for person in (above[fact.school] if fact.is_late else told)
            # Who stands in was reminded as who decides.
            if not (fact.is_late and person in told)
        ]

    async def _to_guardians(self, facts: Sequence[TruancyTold]) -> Iterator[Draft]:
        pupils = sorted({fact.pupil for fact in facts})
        families = await self.audience.families(pupils) if pupils else {}
        return (
            _draft(NoticeKind.TRUANCY, fact, person)
            for fact in facts
            for person in families.get(fact.pupil, ())
            if person != fact.pupil
        )


def _draft(
    kind: NoticeKind,
    fact: TruancyDrafted | TruancyWaits | TruancyUnread | TruancyTold,
    person: PersonId,
) -> Draft:
    return Draft(
        school=fact.school,
        recipient=person,
        about=fact.pupil,
        kind=kind,
        subject=fact.warning,
        change=Change.CHANGED if isinstance(fact, TruancyUnread) else Change.NEW,
        happened_at=fact.at,
    )
