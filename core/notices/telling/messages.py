"""Who hears of a message: its other side, and of a handed thread both who asked and who keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.ids import PersonId, PupilId
from core.messages.threads.facts import MessageEdited, MessageFact
from core.messages.threads.thread import Sides
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellMessages:
    """Turns what is said in threads into rows of the outbox; only urgent words come at night.

    A family's row is about the child of the thread, so that it goes the ways that were agreed on
    for the child (F9, F15); everybody else's is about its recipient.
    """

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each who hears."""
        drafts = [
            Draft(
                school=fact.school,
                recipient=person,
                about=_about(fact.sides, person),
                kind=NoticeKind.MESSAGE,
                subject=fact.message,
                change=Change.CHANGED if isinstance(fact, MessageEdited) else Change.NEW,
                happened_at=fact.at,
                lane=Lane.ALERT if fact.urgent else Lane.NOTICE,
            )
            for fact in facts
            if isinstance(fact, MessageFact)
            for person in fact.to
        ]
        if drafts:
            await self.outbox.put(drafts)


def _about(sides: Sides, person: PersonId) -> PupilId:
    of_family = sides.of_family and person == sides.partner
    return sides.about if of_family and sides.about is not None else PupilId(person)
