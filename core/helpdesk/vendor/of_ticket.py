"""What was asked goes to the vendor's support, in a packet that the ticket begins (H3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.access.people import Actor
from core.helpdesk.tickets.gate import OpenTicket, must_have
from core.helpdesk.tickets.rules import TicketChanged
from core.helpdesk.tickets.ticket import Entry, EntryKind
from core.helpdesk.vendor.packet import (
    LONGEST_STORY,
    MOST_PICTURES,
    Account,
    Packet,
    Story,
    fit_together,
)
from core.helpdesk.vendor.ports import Packets
from core.helpdesk.vendor.secrets import for_strangers
from core.ids import TicketId
from core.messages.content import SentFile


@dataclass(frozen=True, slots=True)
class PacketForTicket:
    """Who has a ticket begins a packet for it; a draft that was begun is gone on with."""

    open: OpenTicket
    packets: Packets

    async def __call__(self, actor: Actor, number: TicketId) -> Packet:
        """Return the draft, with the asker's login, words and pictures.

        What nobody has is taken by that. Raise TicketTaken where somebody has it, TicketChanged
        for what is answered.
        """
        opened = await self.open.as_helper(actor, number)
        if not opened.ticket.standing.is_under_way:
            raise TicketChanged
        standing, ticket, by = must_have(opened), opened.ticket, opened.me
        if standing != ticket.standing:
            heard = opened.telling.promised(ticket, standing, opened.origin)
            await self.open.stand(opened, standing, heard)
        for one in await self.packets.of_tickets([number]):
            if one.is_draft and one.by == by:
                return one
        known = await self.packets.account_of(ticket.asker)
        account = Account(known.login, known.identifier, ticket.asking.role)
        made = await self.packets.begin(ticket.school, account, by=by, at=opened.at)
        await self.packets.tie(made, number, at=opened.at)
        draft = (await self.packets.packets([made]))[made]
        said = (await self.open.books.words.of_tickets([number])).get(number, ())
        told = replace(draft, story=story_of(said))
        await self.packets.fill(told, at=opened.at)
        return told


def story_of(entries: Iterable[Entry]) -> Story:
    """Return what the asker said and showed, as strangers may read it."""
    said = [one.content for one in entries if one.kind is EntryKind.WORDS]
    words = [
        part for one in said for part in (one.text.text, *(it.caption.text for it in one.files))
    ]
    happened = for_strangers("\n".join(part.strip() for part in words if part.strip()))
    pictures = _pictures([file for one in said for file in one.files])
    return Story(happened=_clipped(happened), pictures=pictures)


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_STORY else f"{text[: LONGEST_STORY - 1]}…"


def _pictures(files: Sequence[SentFile]) -> tuple[SentFile, ...]:
    found = list[SentFile]()
    for one in files:
        if one.is_picture and len(found) < MOST_PICTURES and fit_together([*found, one]):
            found.append(one)
    return tuple(SentFile(it.is_picture, it.reference, it.name, it.size) for it in found)
