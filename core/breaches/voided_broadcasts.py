"""Broadcasts of a stranger: sent, put in other words, taken back; families hear what stands."""

from dataclasses import dataclass
from datetime import datetime

from core.breaches.ports import BreachBook, Suspect
from core.breaches.said import Said, Voided
from core.breaches.undoing import Head
from core.facts import Fact
from core.ids import BroadcastId, PersonId
from core.messages.broadcasts.broadcast import Broadcast, BroadcastState
from core.messages.broadcasts.facts import BroadcastCorrected, BroadcastWithdrawn
from core.messages.broadcasts.ports import Broadcasts

Done = tuple[list[Fact], list[Voided]]


@dataclass(frozen=True, slots=True)
class VoidBroadcasts:
    """Takes back the person's broadcasts, and lets others stand as they stood before.

    A person sends few: each goes back by the same step as from its card.
    """

    book: BreachBook
    broadcasts: Broadcasts

    async def __call__(self, of: Suspect, since: datetime, head: Head) -> Done:
        """Return what families hear of it, and what is void."""
        facts, voided = list[Fact](), list[Voided]()
        for step in (self._brought_back, self._said_again, self._taken_back):
            told, void = await step(of.person, since, head)
            facts += told
            voided += void
        return facts, voided

    async def _brought_back(self, person: PersonId, since: datetime, head: Head) -> Done:
        numbers = await self.book.withdrawn_by(person, since)
        facts, voided = list[Fact](), list[Voided]()
        for number, one in (await self.broadcasts.broadcasts(numbers)).items():
            # What missed its time is not sent late: it is shown, and stays taken back.
            back = not _missed_its_time(one, head.at)
            if back and await self.book.bring_back(number, at=head.at):
                facts += await self._corrected(number, head)
            words = one.plan.content.text.text
            stands = words if back else None
            void = Voided(Said.WITHDRAWN_BROADCAST, None, stands, one.made_at, words)
            voided.append(void)
        return facts, voided

    async def _said_again(self, person: PersonId, since: datetime, head: Head) -> Done:
        before = await self.book.corrected_by(person, since)
        facts, voided = list[Fact](), list[Voided]()
        for number, one in (await self.broadcasts.broadcasts(list(before))).items():
            version = (await self.broadcasts.versions(number))[before[number] - 1]
            by = head.by.person or person
            if not await self.broadcasts.correct(
                number,
                version.content,
                after=one.version,
                answer_by=version.answer_by,
                by=by,
                at=head.at,
            ):
                continue
            facts += await self._corrected(number, head)
            was, stands = one.plan.content.text.text, version.content.text.text
            voided.append(Voided(Said.CORRECTED_BROADCAST, was, stands, one.made_at))
        return facts, voided

    async def _taken_back(self, person: PersonId, since: datetime, head: Head) -> Done:
        numbers = await self.book.broadcasts_of(person, since)
        facts, voided = list[Fact](), list[Voided]()
        by = head.by.person or person
        for number, one in (await self.broadcasts.broadcasts(numbers)).items():
            if not await self.broadcasts.withdraw(number, by=by, at=head.at):
                continue
            if one.state is BroadcastState.SENT:
                until, urgent = one.valid_until, one.is_urgent(head.at)
                facts.append(
                    BroadcastWithdrawn(one.school, head.at, head.by, number, until, urgent)
                )
            words = one.plan.content.text.text
            voided.append(Voided(Said.BROADCAST, words, None, one.made_at))
        return facts, voided

    async def _corrected(self, number: BroadcastId, head: Head) -> list[Fact]:
        one = (await self.broadcasts.broadcasts([number]))[number]
        if not one.is_valid(head.at):
            return []
        urgent = one.is_urgent(head.at)
        return [BroadcastCorrected(one.school, head.at, head.by, number, one.valid_until, urgent)]


def _missed_its_time(one: Broadcast, now: datetime) -> bool:
    at = one.plan.send_at
    return one.sent_at is None and at is not None and at <= now
