"""How the families of a class use the diary (W3, E5 class teacher 5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import Overseen, decides_for, must_oversee
from core.access.people import Actor, place_in_list
from core.clock import Clock, today
from core.ids import ClassId
from core.reports.ports import Family, VisitBook


@dataclass(frozen=True, slots=True)
class UseOfFamily:
    """A family: of how many guardians how many came in, the days of use, and the last of them.

    `by_letters` counts those who are not in the chat and read letters: an answer by one is a day.

    `days` counts those of the guardian who was here most often: two persons on one day are not
    two days, and no more is kept than counts (S5).
    """

    family: Family
    guardians: int
    came_in: int
    days: int
    last_day: date | None
    by_letters: int = 0


@dataclass(frozen=True, slots=True)
class ClassUse:
    """The families of a class since a day, those that use the diary least first.

    Who looks reminds them where that is who `decides` for the class.
    """

    overseen: Overseen
    since: date
    families: tuple[UseOfFamily, ...]
    decides: bool = False

    @property
    def active(self) -> int:
        """Return how many families were here since the day."""
        return sum(one.days > 0 for one in self.families)


@dataclass(frozen=True, slots=True)
class ReadFamilyUse:
    """Who answers for a class looks how its families use the diary."""

    visits: VisitBook
    directory: Directory
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> ClassUse:
        """Return the use in this month and the one before: days are counted by months."""
        overseen = await must_oversee(actor, class_id, self.directory)
        now = today(self.clock, ZoneInfo(overseen.member.zone))
        since = (now.replace(day=1) - timedelta(days=1)).replace(day=1)
        pupils = sorted(await self.directory.pupils_of(class_id), key=place_in_list)
        found = await self.visits.families([one.pupil for one in pupils], since, now)
        families = tuple(sorted(map(use_of, found), key=_least_first))
        decides = await decides_for(overseen, self.directory)
        return ClassUse(overseen, since, families, decides)


def use_of(family: Family) -> UseOfFamily:
    """Return how the guardians of a pupil use the diary."""
    guardians = family.guardians
    return UseOfFamily(
        family,
        len(guardians),
        sum(one.came_in is not None for one in guardians),
        max((one.days for one in guardians), default=0),
        max((one.last_day for one in guardians if one.last_day), default=None),
        sum(one.reads_letters_alone for one in guardians),
    )


def _least_first(one: UseOfFamily) -> tuple[bool, int]:
    return one.came_in + one.by_letters > 0, one.days
