"""Who hears of a print run: the class teachers, who hand it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.ids import PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.paper.facts import PaperRunMade
from core.notices.ports import Audience, Outbox


@dataclass(frozen=True, slots=True)
class TellPaper:
    """A run that was made goes to who leads the class, as a file to be printed."""

    outbox: Outbox
    audience: Audience

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each class teacher."""
        for fact in facts:
            if isinstance(fact, PaperRunMade):
                leaders = await self.audience.leaders(fact.class_id)
                await self.outbox.put([_draft(fact, PupilId(one)) for one in leaders])


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
