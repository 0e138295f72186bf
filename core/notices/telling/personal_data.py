"""Families are asked to check the data, and hear what became of their corrections (W2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.access.personal_data.records import CorrectionSettled, DataCheckAsked
from core.facts import Fact
from core.ids import PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellPersonalData:
    """Turns what was asked and settled into rows of the outbox."""

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each person who is asked or answered."""
        drafts = list(_drafts(facts))
        if drafts:
            await self.outbox.put(drafts)


def _drafts(facts: Sequence[Fact]) -> Iterator[Draft]:
    for fact in facts:
        match fact:
            case DataCheckAsked():
                yield Draft(
                    school=fact.school,
                    recipient=fact.person,
                    about=fact.about,
                    kind=NoticeKind.DATA_CHECK,
                    subject=fact.month.toordinal(),
                    change=Change.NEW,
                    happened_at=fact.at,
                    valid_until=fact.until,
                )
            case CorrectionSettled():
                yield Draft(
                    school=fact.school,
                    recipient=fact.person,
                    # Data may be of the person alone: about whom it is told.
                    about=PupilId(fact.person),
                    kind=NoticeKind.DATA_SETTLED,
                    subject=fact.correction,
                    change=Change.NEW,
                    happened_at=fact.at,
                )
            case _:
                pass
