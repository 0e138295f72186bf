"""Who hears of a print run: the class teachers, who hand it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.ids import PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.paper.facts import PaperRunMade
from core.notices.ports import Outbox
from core.notices.standing_in import FindInCharge


@dataclass(frozen=True, slots=True)
class TellPaper:
    """A run that was made goes to who leads the class, or stands in, as a file to be printed."""

    outbox: Outbox
    in_charge: FindInCharge

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each who hands the sheets out."""
        for fact in facts:
            if isinstance(fact, PaperRunMade):
                told = await self.in_charge.of_class(fact.school, fact.class_id)
                await self.outbox.put([_draft(fact, PupilId(one)) for one in told.persons])


def _draft(fact: PaperRunMade, teacher: PupilId) -> Draft:
    return Draft(
        school=fact.school,
        recipient=teacher,
        # It is about no one pupil: about whom it is told.
        about=teacher,
        kind=NoticeKind.PAPER_RUN,
        subject=fact.run,
        change=Change.NEW,
        happened_at=fact.at,
    )
