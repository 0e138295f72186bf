"""Makes a report of a broadcast's card: neither reports nor notices know of each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.access.people import Actor
from core.clock import Clock
from core.ids import BroadcastId
from core.messages.broadcasts.broadcast import Answer
from core.messages.broadcasts.ports import Answers, Broadcasts
from core.notices.broadcasts.card import (
    Card,
    FamilyStands,
    MemberStands,
    ReadCard,
    Stands,
    answer_for,
)
from core.reports.broadcasts import ToldLine, Version, broadcast_report
from core.reports.table import Report


@dataclass(frozen=True, slots=True)
class MakeBroadcastReport:
    """Reads how a broadcast goes, past the gate of its card, as a report.

    It tells what was said, so that it can be read out and handed over on paper; after a correction
    in each version, and who had answered that: what somebody agreed to is not lost by other words.
    """

    read_card: ReadCard
    broadcasts: Broadcasts
    answers: Answers
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId) -> Report:
        """Return the report as things stand now."""
        card = await self.read_card(actor, number)
        versions = await self._versions(card)
        return broadcast_report(card.broadcast, list(_lines(card)), versions, self.clock.now())

    async def _versions(self, card: Card) -> tuple[Version, ...]:
        number, latest = card.broadcast.id, card.broadcast.version
        given = await self.answers.earlier(number, latest) if latest > 1 else ()
        texts = await self.broadcasts.versions(number)
        return tuple(
            Version(at, one.content.text.text, tuple(_answered(card, at, given)))
            for at, one in enumerate(texts, start=1)
        )


def _lines(card: Card) -> Iterator[ToldLine]:
    for one in card.families:
        child = one.family.child
        if not one.members:
            yield ToldLine(child.class_title, child.name, None, "nobody")
        yield from (_line(one, member, member.answer) for member in one.members)


def _answered(card: Card, version: int, given: Sequence[Answer]) -> Iterator[ToldLine]:
    """Yield who had answered a version that was corrected since."""
    of = {(one.person, one.about): one for one in given if one.version == version}
    for family in card.families:
        pupil = family.family.child.pupil
        for member in family.members:
            answer = answer_for(of, member.hearer.person, pupil)
            if answer is not None:
                yield _line(family, member, answer)


def _line(of: FamilyStands, member: MemberStands, answer: Answer | None) -> ToldLine:
    child, stands = of.family.child, member.stands.value
    if member.stands is Stands.UNREACHABLE and member.why is not None:
        stands = member.why.value
    return ToldLine(
        child.class_title,
        child.name,
        member.hearer.name,
        stands,
        answer.choice if answer else None,
        answer.at if answer else None,
    )
