"""Makes a report of a broadcast's card: neither reports nor notices know of each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.access.people import Actor
from core.clock import Clock
from core.ids import BroadcastId
from core.notices.broadcasts.card import Card, FamilyStands, ReadCard, Stands
from core.reports.broadcasts import ToldLine, broadcast_report
from core.reports.table import Report


@dataclass(frozen=True, slots=True)
class MakeBroadcastReport:
    """Reads how a broadcast goes, past the gate of its card, as a report."""

    read_card: ReadCard
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId) -> Report:
        """Return the report as things stand now."""
        card = await self.read_card(actor, number)
        return broadcast_report(card.broadcast, list(_lines(card)), self.clock.now())


def _lines(card: Card) -> Iterator[ToldLine]:
    for one in card.families:
        child = one.family.child
        if not one.members:
            yield ToldLine(child.class_title, child.name, None, "nobody")
        yield from _members(one)


def _members(one: FamilyStands) -> Iterator[ToldLine]:
    child = one.family.child
    for member in one.members:
        stands = member.stands.value
        if member.stands is Stands.UNREACHABLE and member.why is not None:
            stands = member.why.value
        answer = member.answer
        yield ToldLine(
            child.class_title,
            child.name,
            member.hearer.name,
            stands,
            answer.choice if answer else None,
            answer.at if answer else None,
        )
