"""Who writes the log: whatever closes a ticket, and whoever rates the help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.log.chain import Line, Recorded, chained
from core.helpdesk.log.ports import ConsultationLog
from core.helpdesk.tickets.first_word import began
from core.helpdesk.tickets.owner import Administrator, Owner, Queue, person_of
from core.helpdesk.tickets.ports import Changed, TicketWords
from core.helpdesk.tickets.ticket import EntryKind, Standing
from core.helpdesk.values import Matter
from core.ids import SchoolId, SourceId, TicketId

_NOBODY: Final = SourceId("")
_LONGEST: Final = 1000
"""Signs of a proposal in the log; all of it stays in the ticket."""


@dataclass(frozen=True, slots=True)
class KeepLog:
    """Adds to the log of a school, in the turn in which something happened."""

    log: ConsultationLog
    words: TicketWords

    async def closed(
        self, school: SchoolId, closed: Sequence[Changed], schedule: DutySchedule, at: datetime
    ) -> None:
        """Record tickets that were closed: a row for each (H4)."""
        await self._add(school, closed, schedule, (at, Recorded.CLOSED))

    async def merged(
        self,
        school: SchoolId,
        merged: Sequence[Changed],
        owner: Owner,
        *,
        schedule: DutySchedule,
        at: datetime,
    ) -> None:
        """Record tickets whose answer comes in another one: they are with the `owner` of that."""
        its = [replace(one, standing=replace(one.standing, owner=owner)) for one in merged]
        await self.closed(school, its, schedule, at)

    async def rated(
        self, school: SchoolId, rated: Changed, schedule: DutySchedule, at: datetime
    ) -> None:
        """Record what an asker thought of the help, in a further row."""
        await self._add(school, [rated], schedule, (at, Recorded.RATED))

    async def _add(
        self,
        school: SchoolId,
        changes: Sequence[Changed],
        schedule: DutySchedule,
        what: tuple[datetime, Recorded],
    ) -> None:
        if not changes:
            return
        owners = {person_of(one.standing.owner) for one in changes} - {None}
        sources = await self.log.sources(sorted(one for one in owners if one is not None))
        said = await self._said(changes)
        lines = []
        for one in changes:
            person = person_of(one.standing.owner)
            source = sources.get(person, _NOBODY) if person is not None else _NOBODY
            line = line_of(one, schedule, what, source)
            lines.append(replace(line, said=said.get(one.ticket.id, "")))
        await self.log.append(school, chained(await self.log.head(school), lines))

    async def _said(self, changes: Sequence[Changed]) -> Mapping[TicketId, str]:
        """Return the words of proposals and remarks, without the secrets that were struck out."""
        asked = [one.ticket for one in changes]
        apart = [one.id for one in asked if one.asking.matter is not Matter.QUESTION]
        found = await self.words.of_tickets(apart) if apart else {}
        return {
            number: " ".join(
                word
                for one in entries
                if one.kind is EntryKind.WORDS
                for word in one.content.text.text.split()
            )[:_LONGEST]
            for number, entries in found.items()
        }


def line_of(
    change: Changed,
    schedule: DutySchedule,
    what: tuple[datetime, Recorded],
    consultant: SourceId,
) -> Line:
    """Return what the log says of a ticket."""
    ticket, standing = change.ticket, change.standing
    rating = standing.rating
    return Line(
        *what,
        ticket=ticket.source,
        matter=ticket.asking.matter,
        role=ticket.asking.role,
        topic=standing.topic,
        consultant=consultant,
        window=_window(standing, schedule),
        minutes=standing.first_word.minutes if standing.first_word else None,
        outcome=standing.closing,
        stars=rating.stars if rating else None,
        word=rating.word if rating else "",
    )


def _window(standing: Standing, schedule: DutySchedule) -> datetime | None:
    """Return when the window began of the first word, or of the owner where there was none.

    What nobody has waits for a window; the administrators together have none.
    """
    match standing.owner:
        case Queue() as queue:
            return began(queue, schedule) or standing.promised_at
        case Administrator(person=None):
            return None
        case owner:
            word = standing.first_word
            return word.window if word else began(owner, schedule)
