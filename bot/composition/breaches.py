"""What the administrator does when an account is in strange hands."""

from functools import cached_property

from bot.composition.ticket_books import TicketBooks
from core.breaches.breach import AskBreach, ReadBreaches, ReportBreach
from core.breaches.voided_broadcasts import VoidBroadcasts
from core.breaches.voided_tickets import VoidTickets
from core.breaches.voiding import Undo
from core.helpdesk.tickets.restoring import RestoreTickets


class BreachDesk(TicketBooks):
    """Use cases of breaches."""

    @cached_property
    def ask_breach(self) -> AskBreach:
        """Asks since when an account is in strange hands."""
        return AskBreach(self.tx.breaches, self.clock)

    @cached_property
    def report_breach(self) -> ReportBreach:
        """Shuts it out, and voids what it did."""
        broadcasts = VoidBroadcasts(self.tx.breaches, self.tx.broadcasts)
        tickets = VoidTickets(self.tx.breaches, RestoreTickets(self._ticket_books))
        undo = Undo(
            self.tx.breaches,
            self.tx.trail,
            broadcasts,
            self.tx.trainings,
            tickets,
            self.facts,
        )
        return ReportBreach(self.ask_breach, self.tx.breaches, undo, self.facts, self.clock)

    @cached_property
    def read_breaches(self) -> ReadBreaches:
        """Reads breaches and what is void by them."""
        return ReadBreaches(self.tx.breaches, self.report_by, self.clock)
