"""The schools' rules of delivery as this run has them: the stored ones, with its settings over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Literal

from bot.config import Settings
from core.notices.ports import DeliveryRules
from core.notices.timing import SchoolDelivery
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from storage.profiles import read_profile

PROFILE: Final = "a"
"""The document that a new school goes by until it chooses another."""


@dataclass(frozen=True, slots=True)
class InForce:
    """Each school's rules of delivery, as this run has them."""

    stored: DeliveryRules
    overrides: Callable[[SchoolDelivery], SchoolDelivery]

    async def all(self) -> Sequence[SchoolDelivery]:
        """Return the rules of every school."""
        return [self.overrides(one) for one in await self.stored.all()]


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the environment of this run says over the schools' stored rules of delivery."""

    window: timedelta | None
    quiet_hours: QuietHours | Literal["off"] | None

    def __call__(self, stored: SchoolDelivery) -> SchoolDelivery:
        """Return the rules that are in force in this run."""
        return replace(stored, rules=self.over(stored.rules))

    def over(self, rules: Delivery) -> Delivery:
        """Return rules with what the environment sets put over them."""
        if self.window is not None:
            rules = replace(rules, correction_window=self.window)
        if self.quiet_hours is not None:
            hours = self.quiet_hours if isinstance(self.quiet_hours, QuietHours) else None
            rules = replace(rules, quiet_hours=hours)
        return rules


def first_rules(settings: Settings) -> Delivery:
    """Return the rules of delivery that a new school starts with."""
    return Overrides(settings.window, settings.quiet_hours).over(read_profile(PROFILE).delivery)
