"""Who stands in for whom is heard by those concerned, at once: a window may be near (H2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.helpdesk.duty.asking import StandInMoved
from core.ids import PersonId, PupilId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellDuty:
    """Writes a row for each who hears."""

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write the rows of all facts at once."""
        drafts = [
            _draft(fact, person)
            for fact in facts
            if isinstance(fact, StandInMoved)
            for person in fact.to
        ]
        if drafts:
            await self.outbox.put(drafts)


def _draft(fact: StandInMoved, person: PersonId) -> Draft:
    return Draft(
        school=fact.school,
        recipient=person,
        # It is about no pupil: about whom it is told.
        about=PupilId(person),
        kind=NoticeKind.STAND_IN,
        subject=fact.stand_in,
        change=Change.NEW,
        happened_at=fact.at,
        lane=Lane.ALERT,
    )
