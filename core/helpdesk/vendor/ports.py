"""What packets for the vendor need kept and known. The adapter lives in storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.helpdesk.vendor.packet import (
    Account,
    Detail,
    LetterState,
    Packet,
    PacketState,
    Support,
    Way,
)
from core.ids import PacketId, PersonId, SchoolId, TicketId


class Packets(Protocol):
    """Packets of schools, and what is the same in all of a school's."""

    async def support(self, school: SchoolId) -> Support:
        """Return how a school stands with its vendor, as far as that is known."""
        ...

    async def set_detail(
        self, school: SchoolId, what: Detail, value: str, *, by: PersonId, at: datetime
    ) -> None:
        """Keep a detail in place of the one before."""
        ...

    async def account_of(self, person: PersonId) -> Account:
        """Return login and identifier of a person as the vendor's journal has them."""
        ...

    async def begin(
        self, school: SchoolId, account: Account, *, by: PersonId, at: datetime
    ) -> PacketId:
        """Keep an empty draft."""
        ...

    async def tie(self, packet: PacketId, ticket: TicketId, *, at: datetime) -> None:
        """Keep for which ticket a packet goes out."""
        ...

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Sequence[Packet]:
        """Return the packets that go out, or went out, for tickets, the latest first."""
        ...

    async def packets(self, numbers: Sequence[int]) -> Mapping[PacketId, Packet]:
        """Return packets by their numbers; those that were thrown away are missing."""
        ...

    async def of_author(self, person: PersonId) -> Sequence[Packet]:
        """Return a person's packets, the latest first."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[Packet]:
        """Return a school's packets that have left, the latest first."""
        ...

    async def fill(self, packet: Packet, *, at: datetime) -> bool:
        """Keep account and story of a draft; False where it has left by now."""
        ...

    async def send(self, packet: Packet, way: Way, *, at: datetime) -> bool:
        """Let a draft leave with the support that it has; False where it has left by now.

        A letter waits to be handed over.
        """
        ...

    async def drop(self, packet: PacketId, *, at: datetime) -> bool:
        """Throw a draft away; False where it has left by now."""
        ...

    async def note(self, packet: PacketId, number: str, *, at: datetime) -> None:
        """Keep the vendor's number of the request."""
        ...

    async def ask_on(self, packet: PacketId, day: date | None, *, at: datetime) -> None:
        """Keep the day on which to ask again, or that there is none."""
        ...

    async def stand(
        self, packet: PacketId, state: PacketState, *, after: PacketState, at: datetime
    ) -> bool:
        """Let a packet stand elsewhere; False where it does not stand where it was."""
        ...

    async def to_be_asked(self, school: SchoolId, day: date) -> Sequence[Packet]:
        """Return what was sent, has no answer, and was to be asked again by the day."""
        ...

    async def claim_letter(
        self, *, at: datetime, lost_before: datetime, but: Collection[PacketId] = ()
    ) -> Packet | None:
        """Take the oldest letter that waits, but none of some; None where there is none.

        Those that somebody took before `lost_before` and never settled become unknown.
        """
        ...

    async def settle_letter(self, packet: PacketId, ending: LetterState, *, at: datetime) -> bool:
        """Say how a letter that was taken ended; a refused one makes its packet a draft again.

        Return whether it was still under way.
        """
        ...
