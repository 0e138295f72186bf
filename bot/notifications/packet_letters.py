"""Packets for the vendor's support go out as letters with their pictures, each once (H3).

The table says which wait. A letter that may have left twice would open two requests: of one whose
process died nobody says that it arrived, and its author decides.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import Any, Final, assert_never

from bot.documents.pictures import kind_of, picture_name
from bot.notifications.letters import Letter
from bot.notifications.smtp import Enclosed, MailServer, hand_over
from bot.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from bot.screens.helpdesk.packet_text import packet_subject, packet_text
from bot.telegram.fetching import NotFetched
from bot.texts.speech import Speech, Texts
from core.clock import Clock
from core.helpdesk.vendor.packet import LetterState, Packet
from core.ids import PacketId
from core.messages.content import SentFile

LOST_AFTER: Final = timedelta(minutes=10)
_LANGUAGE: Final = "ru"

Fetch = Callable[[str], Awaitable[bytes | None]]
Settles = Callable[[Any], Callable[[Packet, LetterState], Awaitable[None]]]


@dataclass(frozen=True, slots=True)
class SendPackets:
    """Hands over the letters that wait; what the server does not take now is tried again."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    settle: Settles
    fetch: Fetch
    server: MailServer | None
    texts: Texts
    clock: Clock

    async def __call__(self) -> None:
        """Send what waits now; where letters are not sent, nothing."""
        put_off = set[PacketId]()
        while self.server is not None and (packet := await self._claimed(put_off)):
            outcome = await self._handed_over(self.server, packet)
            async with self.begin() as books:
                await self.settle(books)(packet, _state_after(outcome))
            if outcome == Later():
                return  # the server is away: the next tick asks it again
            put_off.add(packet.id)

    async def _claimed(self, but: set[PacketId]) -> Packet | None:
        now = self.clock.now()
        async with self.begin() as books:
            found: Packet | None = await books.packets.claim_letter(
                at=now, lost_before=now - LOST_AFTER, but=but
            )
            return found

    async def _handed_over(self, server: MailServer, packet: Packet) -> Outcome:
        try:
            enclosed = await self._pictures(packet.story.pictures)
        except NotFetched:
            return Later(only_this=True)
        if enclosed is None:
            return Rejected("a picture is no more")
        letter = letter_of_packet(self.texts.of(_LANGUAGE), packet)
        return await hand_over(server, letter, enclosed=enclosed)

    async def _pictures(self, pictures: Sequence[SentFile]) -> Sequence[Enclosed] | None:
        found, speech = list[Enclosed](), self.texts.of(_LANGUAGE)
        for at, one in enumerate(pictures, start=1):
            content = await self.fetch(one.reference)
            if content is None:
                return None
            name = picture_name(speech.label("packet-picture-file", number=at), content)
            found.append(Enclosed(name, kind_of(content), content))
        return found


def letter_of_packet(speech: Speech, packet: Packet) -> Letter:
    """Return a packet as a letter that the school is answered to."""
    text = packet_text(speech, packet)
    html = f"<p>{escape(text, quote=False)}</p>".replace("\n", "<br>\n")
    return Letter(
        packet.support.address,
        packet_subject(speech, packet),
        text,
        html,
        packet.letter_number,
        packet.support.answers_to,
    )


def _state_after(outcome: Outcome) -> LetterState:
    match outcome:
        case Done():
            return LetterState.SENT
        case Unclear():
            return LetterState.UNKNOWN
        case Gone() | Rejected():
            return LetterState.REFUSED
        case Later():
            return LetterState.WAITING
        case _:
            assert_never(outcome)
