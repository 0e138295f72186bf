"""What the administrator does when an account is in strange hands."""

from functools import cached_property

from bot.composition.desk import Desk
from core.breaches.breach import AskBreach, ReadBreaches, ReportBreach
from core.breaches.voided_broadcasts import VoidBroadcasts
from core.breaches.voiding import Undo


class BreachDesk(Desk):
    """Use cases of breaches."""

    @cached_property
    def ask_breach(self) -> AskBreach:
        """Asks since when an account is in strange hands."""
        return AskBreach(self.tx.breaches, self.clock)

    @cached_property
    def report_breach(self) -> ReportBreach:
        """Shuts it out, and voids what it did."""
        broadcasts = VoidBroadcasts(self.tx.breaches, self.tx.broadcasts)
        undo = Undo(self.tx.breaches, self.tx.trail, broadcasts, self.tx.trainings, self.facts)
        return ReportBreach(self.ask_breach, self.tx.breaches, undo, self.facts, self.clock)

    @cached_property
    def read_breaches(self) -> ReadBreaches:
        """Reads breaches and what is void by them."""
        return ReadBreaches(self.tx.breaches, self.report_by, self.clock)
