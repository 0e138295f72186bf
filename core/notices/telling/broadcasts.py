"""Who hears of a broadcast: its recipients, its author, and who calls families that owe."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Fact
from core.ids import PersonId, PupilId
from core.messages.broadcasts.facts import (
    BroadcastCorrected,
    BroadcastFact,
    BroadcastOverdue,
    BroadcastReminded,
    BroadcastSent,
    BroadcastStopped,
    BroadcastUnheard,
    BroadcastWithdrawn,
    Told,
)
from core.notices.broadcasts.ports import BroadcastLedger
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class TellBroadcasts:
    """Turns what happens to broadcasts into rows of the outbox, a row a person."""

    outbox: Outbox
    ledger: BroadcastLedger

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write the rows; a correction is told to those only whom something has reached."""
        for fact in facts:
            if isinstance(fact, BroadcastFact):
                await self.outbox.put(await self._drafts(fact))

    async def _drafts(self, fact: BroadcastFact) -> list[Draft]:
        match fact:
            case BroadcastSent():
                return _to_all(fact, fact.hearers, lane=_lane(urgent=fact.urgent))
            case BroadcastCorrected():
                reached = await self.ledger.reached(fact.broadcast)
                lane = _lane(urgent=fact.urgent)
                return _to_all(fact, reached, change=Change.CHANGED, lane=lane)
            case BroadcastWithdrawn():
                reached = await self.ledger.reached(fact.broadcast)
                lane = _lane(urgent=fact.urgent)
                author = [] if fact.author is None else [fact.author]
                return [
                    *_to_all(fact, reached, change=Change.TAKEN_BACK, lane=lane),
                    *_to_persons(fact, author, NoticeKind.BROADCAST_WITHDRAWN),
                ]
            case BroadcastReminded():
                kind = NoticeKind.BROADCAST_NUDGE if fact.silent else NoticeKind.BROADCAST_REMINDER
                return _to_all(fact, fact.hearers, kind)
            case _:
                return _to_staff(fact)


_OF_STAFF = frozenset(
    {
        NoticeKind.BROADCAST_OVERDUE,
        NoticeKind.BROADCAST_STOPPED,
        NoticeKind.BROADCAST_STOPPED_OWN,
        NoticeKind.BROADCAST_UNHEARD,
        NoticeKind.BROADCAST_WITHDRAWN,
    }
)


def _to_staff(fact: BroadcastFact) -> list[Draft]:
    match fact:
        case BroadcastOverdue():
            return _to_persons(fact, fact.to, NoticeKind.BROADCAST_OVERDUE)
        case BroadcastStopped():
            heads = [one for one in fact.heads if one != fact.author]
            return [
                *_to_persons(fact, [fact.author], NoticeKind.BROADCAST_STOPPED_OWN),
                *_to_persons(fact, heads, NoticeKind.BROADCAST_STOPPED),
            ]
        case BroadcastUnheard():
            return _to_persons(fact, [fact.author], NoticeKind.BROADCAST_UNHEARD)
        case _:
            raise AssertionError(fact)


def _to_persons(fact: BroadcastFact, persons: Sequence[PersonId], kind: NoticeKind) -> list[Draft]:
    return _to_all(fact, [(one, PupilId(one)) for one in persons], kind, lane=Lane.NOTICE)


def _lane(*, urgent: bool) -> Lane:
    return Lane.ALERT if urgent else Lane.BROADCAST


def _to_all(
    fact: BroadcastFact,
    told: Sequence[Told],
    kind: NoticeKind = NoticeKind.BROADCAST,
    *,
    change: Change = Change.NEW,
    lane: Lane = Lane.BROADCAST,
) -> list[Draft]:
    # The list for calls is of use when the time to answer is over, and so is a withdrawal.
    ends = kind not in _OF_STAFF and change is not Change.TAKEN_BACK
    return [
        Draft(
            school=fact.school,
            recipient=person,
            about=about,
            kind=kind,
            subject=fact.broadcast,
            change=change,
            happened_at=fact.at,
            lane=lane,
            valid_until=fact.until if ends else None,
        )
        for person, about in told
    ]
