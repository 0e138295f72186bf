"""What everything that has to do with requests for help stands on."""

from functools import cached_property

from bot.composition.desk import Desk
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.vendor.waiting import WaitForVendor


class TicketBooks(Desk):
    """The books of the help desk, and the gate of a request."""

    @cached_property
    def _ticket_books(self) -> Books:
        return Books(
            self.tx.tickets,
            self.tx.ticket_words,
            self.tx.ticket_originals,
            self.tx.duty,
            self.tx.lost_access,
            self.tx.consultations,
            self.tx.regulations,
            self.still_asking,
            self.facts,
            self.clock,
        )

    @cached_property
    def _open_ticket(self) -> OpenTicket:
        return OpenTicket(self._ticket_books)

    @cached_property
    def _wait_for_vendor(self) -> WaitForVendor:
        return WaitForVendor(self._ticket_books, self.tx.packets)
