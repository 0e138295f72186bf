"""Who plays in the demo: a guardian of two, one of the children, and the class teacher."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.texts.keys import Key

SCHOOL: Final = Path(__file__).parent / "school"
START: Final = datetime.fromisoformat("2026-11-23T08:20:00+03:00")
CHILDREN: Final = ("p0-17", "p1-17")


@dataclass(frozen=True, slots=True)
class Player:
    """One phone of the demo; `code` is empty for who has come in before."""

    account: int
    source: str
    role: Key
    given: str
    family: str
    code: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """Return the name as the phone's column says it."""
        return f"{self.given} {self.family}"


PLAYERS: Final = (
    Player(1001, "g0-17a", "play-guardian", "Варвара", "Грачёва"),
    Player(1002, "p0-17", "play-pupil", "Рита", "Воробьёва"),
    Player(1003, "t-rus-0", "play-class-teacher", "Назар", "Тополев"),
)
