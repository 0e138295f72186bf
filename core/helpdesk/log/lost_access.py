"""A stranger's lost access, once dealt with, stands in the log of consultations (S3, H4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.lost import LostAccessAnswered
from core.facts import Fact
from core.helpdesk.log.chain import Line, Recorded, chained
from core.helpdesk.log.ports import ConsultationLog
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class LogLostAccess:
    """Hears of answered requests, and adds a row for each: who asked, nobody in the chat knows.

    The words stay out of it: they name a person, and prove nothing.
    """

    log: ConsultationLog

    async def record(self, facts: Sequence[Fact]) -> None:
        """Add the rows."""
        for fact in facts:
            if isinstance(fact, LostAccessAnswered):
                line = await self._line(fact)
                head = await self.log.head(fact.school)
                await self.log.append(fact.school, chained(head, [line]))

    async def _line(self, fact: LostAccessAnswered) -> Line:
        by = fact.by.person
        source = (await self.log.sources([by])).get(by) if by is not None else None
        return Line(
            fact.at,
            Recorded.CLOSED,
            fact.source,
            Matter.QUESTION,
            None,
            Topic.LOST_ACCESS,
            source or SourceId(""),
            window=None,
            minutes=None,
            outcome=Closing.SOLVED,
        )
