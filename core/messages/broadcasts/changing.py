"""A broadcast is put right or taken back; what it said before stays on record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.facts import Facts, Origin
from core.ids import BroadcastId
from core.messages.broadcasts.broadcast import Broadcast, BroadcastState, Given, given_by
from core.messages.broadcasts.facts import BroadcastCorrected, BroadcastWithdrawn
from core.messages.broadcasts.gate import OpenBroadcast
from core.messages.broadcasts.ports import Answers
from core.messages.broadcasts.rules import checked_content, checked_day
from core.messages.content import Content

MOST_VERSIONS: Final = 50


class BroadcastOver(RuleBroken):
    """It was taken back, or somebody was faster."""

    code = "broadcast-over"


class NotTheAuthor(RuleBroken):
    """It is signed by somebody else: nobody puts words into another's mouth."""

    code = "broadcast-not-author"


@dataclass(frozen=True, slots=True)
class WithdrawBroadcast:
    """Takes a broadcast back: what waits is not told, and who was told hears of it, and by whom.

    Whom an emergency woke hears at once that it is over, and not in the morning. Who may address
    its scope may, also where it is another's: a second class teacher, and the administration. The
    author hears of that even of what still waited.
    """

    open: OpenBroadcast
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId) -> None:
        """Take it back, once."""
        member, one = await self.open(actor, number)
        now = self.clock.now()
        if not await self.open.broadcasts.withdraw(number, by=member.person, at=now):
            raise BroadcastOver
        author = None if one.is_by(actor) else one.by
        if one.state is BroadcastState.SENT or author is not None:
            origin = Origin(member.person)
            until, urgent = one.valid_until, one.is_urgent(now)
            fact = BroadcastWithdrawn(one.school, now, origin, number, until, urgent, author)
            await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class CorrectBroadcast:
    """Says it in other words: a new version, the old one kept; answers are asked for anew.

    Only the author does, for it is signed. An answer is asked by a day that lies ahead: where that
    of before is over, the author names another, or none. It wakes people only where the emergency
    itself still would.
    """

    open: OpenBroadcast
    facts: Facts
    clock: Clock

    async def begin(self, actor: Actor, number: BroadcastId) -> Broadcast:
        """Return it to its author; raise NotTheAuthor for anybody else who may open it."""
        _, one = await self.open(actor, number)
        if not one.is_by(actor):
            raise NotTheAuthor
        return one

    async def __call__(
        self,
        actor: Actor,
        number: BroadcastId,
        content: Content,
        *,
        after: int,
        answer_by: date | None = None,
    ) -> None:
        """Keep the new version after the one that the author saw; who was told hears.

        Raise AnswerDayWrong for a day that is over: nobody would hear, and nobody could answer.
        """
        one = await self.begin(actor, number)
        now, said = self.clock.now(), checked_content(content)
        if answer_by is not None:
            checked_day(answer_by, _told_on(one, now))
        broadcasts = self.open.broadcasts
        done = after < MOST_VERSIONS and await broadcasts.correct(
            number, said, after=after, answer_by=answer_by, by=one.by, at=now
        )
        if not done:
            raise BroadcastOver
        if one.state is BroadcastState.SENT:
            corrected = (await broadcasts.broadcasts([number]))[number]
            until, urgent = corrected.valid_until, one.is_urgent(now)
            fact = BroadcastCorrected(one.school, now, Origin(one.by), number, until, urgent)
            await self.facts.record([fact])


def _told_on(one: Broadcast, now: datetime) -> date:
    """Return the day on which corrected words are told: today, or when their time has come."""
    at = one.plan.send_at if one.state is BroadcastState.WAITING else None
    return max(at or now, now).astimezone(ZoneInfo(one.zone)).date()


async def answered_by(answers: Answers, one: Broadcast) -> Given:
    """Return who has answered what the broadcast says now, and about whom."""
    return given_by(await answers.answers(one.id, one.version))
