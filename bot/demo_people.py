"""Who plays in the demo: a guardian of two, a child, the class teacher; who runs the school.

The phones of the administrator and of two consultants stand closed, and open under «Люди».
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from bot.composition.database import Database
from bot.composition.desk import facts_of
from bot.composition.errands import code_of
from bot.config import Settings
from bot.lived.marks import Spared
from bot.school_day import SchoolDay
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Address, Channel
from core.errors import NotFound
from core.ids import PupilId, SourceId

SCHOOL: Final = Path(__file__).parent / "school"
START: Final = datetime.fromisoformat("2026-11-23T08:31:00+03:00")
_LEFT: Final = "demo.left"
ADMINISTRATOR: Final = "admin"
CHILDREN: Final = ("p0-17", "p1-17")
SPARED: Final = (Spared(SourceId("p0-17"), SourceId("c0-pe"), date(2026, 12, 12)),)
"""Whom teachers do not ask: the first child lacks marks in one subject when warnings go out."""


@dataclass(frozen=True, slots=True)
class Player:
    """One phone of the demo; `code` is empty for who has come in before."""

    account: int
    source: str
    role: Key
    given: str
    family: str
    code: str = field(default="", repr=False)
    opens: bool = True

    @property
    def name(self) -> str:
        """Return the name as the phone's column says it."""
        return f"{self.given} {self.family}"


PLAYERS: Final = (
    Player(1001, "g0-17a", "play-guardian", "Варвара", "Грачёва"),
    Player(1002, "p0-17", "play-pupil", "Рита", "Воробьёва"),
    Player(1003, "t-rus-0", "play-class-teacher", "Назар", "Тополев"),
    Player(1004, ADMINISTRATOR, "play-administrator", "Юрий", "Полевой", opens=False),
    Player(1005, "cons1", "play-consultant", "Таисия", "Майская", opens=False),
    Player(1006, "cons2", "play-consultant", "Яна", "Озерова", opens=False),
)


async def let_in(
    settings: Settings, store: Database, players: Sequence[Player]
) -> Sequence[Player]:
    """Return the demo's players, each with a code who has not come in before."""
    async with store.transaction() as tx:
        actors = [
            await tx.directory.recognise(
                Address(Channel.TELEGRAM, str(player.account)), language="ru"
            )
            for player in players
        ]
    return [
        replace(player, code=await code_of(settings, store, SourceId(player.source)))
        if actor.is_stranger
        else player
        for player, actor in zip(players, actors, strict=True)
    ]


async def school_day_of(store: Database, speech: Speech, children: Sequence[str]) -> SchoolDay:
    """Return the school day of the demo with the children of these ids."""
    async with store.reading() as tx:
        (school,) = await tx.schools.all()
        people = [await tx.schools.person(school.id, SourceId(child)) for child in children]
        administrator = await tx.schools.person(school.id, SourceId(ADMINISTRATOR))
        known = [await tx.diary.child(PupilId(person)) for person in people if person]
    found = [child for child in known if child]
    if administrator is None:
        raise NotFound
    return SchoolDay(
        store.transaction, facts_of, store.clock, school.zone, speech, found, administrator
    )


async def leave_at(store: Database) -> None:
    """Keep where the demo's clock stands when it ends."""
    async with store.transaction() as tx:
        await tx.settings.set(_LEFT, store.clock.now().isoformat())


async def left_at(store: Database) -> datetime | None:
    """Return where the demo's clock stood when it ended last."""
    async with store.reading() as tx:
        kept = await tx.settings.get(_LEFT)
    return datetime.fromisoformat(kept) if kept else None
