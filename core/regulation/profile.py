"""The regulation profile: what a school may set, checked. Files are read in storage."""

from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Literal


class WrongProfile(ValueError):
    """A profile holds a value that no school could mean; says which and why."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """How a mean becomes a number to show and a mark: half up (J14; no document sets it)."""

    places: int = 2
    half: Literal["up", "even"] = "up"

    def __post_init__(self) -> None:
        if not 0 <= self.places <= 4:  # noqa: PLR2004 - beyond four places nobody reads a mean
            raise WrongProfile(f"rounding.places: {self.places}, expected 0 to 4")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of the school's zone in which nothing but alerts is sent; may span midnight."""

    begin: time = time(21)
    end: time = time(7)


@dataclass(frozen=True, slots=True)
class Delivery:
    """When news goes out: a slip is corrected before anyone reads it, and nights are quiet."""

    correction_window: timedelta = timedelta(minutes=10)
    quiet_hours: QuietHours | None = field(default_factory=QuietHours)

    def __post_init__(self) -> None:
        if not timedelta() <= self.correction_window <= timedelta(days=1):
            raise WrongProfile(
                f"delivery.correction_window: {self.correction_window}, expected up to a day"
            )


@dataclass(frozen=True, slots=True)
class Codes:
    """How long an activation code lives, and how often a chat may be wrong (C3.1, E5 2.2)."""

    lifetime: timedelta = timedelta(days=30)
    wrong_tries: int = 5
    wrong_tries_everywhere: int = 300
    within: timedelta = timedelta(minutes=10)

    def __post_init__(self) -> None:
        if self.lifetime <= timedelta() or self.wrong_tries < 1:
            raise WrongProfile("codes: lifetime and wrong_tries must be above zero")


@dataclass(frozen=True, slots=True)
class Profile:
    """One school's rules. `clauses` says for each setting where it stands, as «A1.3»."""

    name: str
    rounding: Rounding = field(default_factory=Rounding)
    delivery: Delivery = field(default_factory=Delivery)
    codes: Codes = field(default_factory=Codes)
    weighted: bool = True
    clauses: tuple[tuple[str, str], ...] = ()
