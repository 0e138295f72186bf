"""What the page asks of a play that runs behind it: a clock, its speed, events, a journal.

The page only shows and presses; which events there are and what they do is the play's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StageEvent:
    """Something that a button can make happen."""

    id: str
    title: str
    """What the button says, in Russian, two or three words: «Отметка за контрольную»."""
    hint: str = ""
    """Who will hear what; shown when the pointer rests on the button."""
    done: bool = False
    """Whether it already happened; it may be played again all the same."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """One line of the journal: what the day just did."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A phone of the play, and who holds it."""

    person_id: int
    name: str
    role: str
    """The role as the column says it: «родитель», «ученик», «классный руководитель»."""
    opens: bool = True
    """Whether it stands open at first."""


class Stage(Protocol):
    """A play over the sandbox; read twice a second, so its properties must be cheap."""

    @property
    def now(self) -> datetime:
        """Return the program's time, aware."""
        ...

    @property
    def zone(self) -> str:
        """Return the name of the school's zone, as `Europe/Moscow`."""
        ...

    @property
    def speed(self) -> float:
        """Return how many seconds of the program pass in one second; 0 when it stands still."""
        ...

    @property
    def events(self) -> Sequence[StageEvent]:
        """Return the buttons, in the order of the day."""
        ...

    @property
    def log(self) -> Sequence[StageLine]:
        """Return what happened lately, oldest first; the page shows it whole."""
        ...

    @property
    def columns(self) -> Sequence[StageColumn]:
        """Return the phones of the play; those to open first, from left to right."""
        ...

    async def play(self, event_id: str) -> None:
        """Make the event happen; return once it has. An unknown id raises KeyError."""
        ...

    def set_speed(self, speed: float) -> None:
        """Let the program's time pass at this speed, 0 to stop it."""
        ...
