"""A message becomes the card of a broadcast: it shows how it goes, and edits itself."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from core.access.people import Actor
from core.clock import Clock
from core.messages.broadcasts.broadcast import Broadcast
from core.notices.broadcasts.ports import Cards, LiveCard

FOLLOWED_FOR: Final = timedelta(days=7)
"""So long a card edits itself beyond the time to answer; then a tap shows it anew."""


@dataclass(frozen=True, slots=True)
class FollowCard:
    """Notes which message of the sender's chat is the card; an earlier one stands still."""

    cards: Cards
    clock: Clock

    async def __call__(self, actor: Actor, one: Broadcast, message_id: str) -> None:
        """Follow it; a message that is known no more is followed by nobody."""
        if not message_id:
            return
        pulse = (await self.cards.pulses([one.id]))[one.id]
        card = LiveCard(one.school, one.id, actor.account.id, message_id, pulse)
        now = self.clock.now()
        until = max(one.valid_until, now) + FOLLOWED_FOR
        await self.cards.follow(card, at=now, until=until)
