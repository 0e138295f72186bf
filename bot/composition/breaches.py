"""What the administrator does when an account is in strange hands."""

from functools import cached_property

from bot.composition.desk import Desk
from core.breaches.breach import AskBreach, ReadBreaches, ReportBreach, Undo


class BreachDesk(Desk):
    """Use cases of breaches."""

    @cached_property
    def ask_breach(self) -> AskBreach:
        """Asks since when an account is in strange hands."""
        return AskBreach(self.tx.breaches, self.clock)

    @cached_property
    def report_breach(self) -> ReportBreach:
        """Shuts it out, and voids what it did."""
        undo = Undo(self.tx.breaches, self.tx.trail, self.tx.broadcasts, self.facts)
        return ReportBreach(self.ask_breach, self.tx.breaches, undo, self.clock)

    @cached_property
    def read_breaches(self) -> ReadBreaches:
        """Reads breaches and what is void by them."""
        return ReadBreaches(self.tx.breaches, self.tx.regulations)
