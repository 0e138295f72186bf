"""A subject teacher hears of what the class teacher asks (W1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.ids import PupilId
from core.journal.school_facts import AbsencesQuestioned
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellChecks:
    """Turns a question into a row of the outbox for who is asked."""

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each teacher who is asked."""
        drafts = [_draft(fact) for fact in facts if isinstance(fact, AbsencesQuestioned)]
        if drafts:
            await self.outbox.put(drafts)


def _draft(fact: AbsencesQuestioned) -> Draft:
    return Draft(
        school=fact.school,
        recipient=fact.teacher,
        # It is about no one pupil: about whom it is told.
        about=PupilId(fact.teacher),
        kind=NoticeKind.ABSENCE_CHECK,
        subject=fact.check,
        change=Change.NEW,
        happened_at=fact.at,
    )
