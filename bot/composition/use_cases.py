"""All desks of a turn in one, and what binds a database's transactions to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.composition.database import Database
from bot.composition.desk import Run
from bot.composition.drawn import DrawnDesk
from bot.composition.helpdesk_tickets import TicketTicks
from bot.composition.rules_in_force import PROFILE, Overrides
from bot.composition.service import ServiceDesk
from bot.config import Settings
from bot.keys import pepper_of, secret_of
from bot.notifications.governor import Limits
from core.notices.ledger import Lane
from storage.profiles import read_profile
from storage.transaction import Transaction

Asked = TypeVar("Asked")


class TurnDesk(DrawnDesk, ServiceDesk, TicketTicks):
    """Everything that a turn can do: what the chat asks for, and what it does not."""


@dataclass(frozen=True, slots=True)
class UseCases:
    """Binds transactions to what can be done in them."""

    run: Run

    def __call__(self, tx: Transaction) -> TurnDesk:
        """Return what can be done in a transaction."""
        return TurnDesk(tx, self.run)

    def each(self, asked: Callable[[TurnDesk], Asked]) -> Callable[[Transaction], Asked]:
        """Return what makes one and the same use case for each transaction."""
        return lambda tx: asked(self(tx))


def use_cases_of(settings: Settings, store: Database) -> UseCases:
    """Return what binds this database's transactions to use cases."""
    return UseCases(
        Run(
            store.clock,
            read_profile(PROFILE).codes,
            pepper_of(secret_of(settings)),
            str(settings.public_url or "").rstrip("/"),
            overrides=Overrides(settings.window, settings.quiet_hours),
            sends_letters=settings.smtp_url is not None,
            broadcasts_per_second=Limits(settings.messages_per_second).share(Lane.BROADCAST),
        )
    )
