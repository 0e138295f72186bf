"""The school announces to its families that it goes over to the electronic journal (F17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from core.access.gate import must_administer
from core.access.people import Actor, Name
from core.clock import Clock
from core.diary.lessons.form import checked
from core.errors import RuleBroken
from core.facts import Facts, Origin
from core.ids import AnnouncementId, PersonId, SchoolId
from core.journal.school_facts import AnnouncementMade

_EARLIEST: Final = date(2000, 1, 1)
_LATEST: Final = date(2100, 1, 1)


class AnnouncementEmpty(RuleBroken):
    """An announcement needs words."""

    code = "announcement-empty"


class DayOutOfReach(RuleBroken):
    """A day that no school means."""

    code = "announcement-day"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was announced, by whom and when; `day` is from when on the journal is electronic."""

    id: AnnouncementId
    text: str
    day: date
    by: Name
    at: datetime


class Announcements(Protocol):
    """The announcements of schools; they stay on record."""

    async def announce(
        self, school: SchoolId, text: str, day: date, *, by: PersonId, at: datetime
    ) -> AnnouncementId:
        """Keep an announcement."""
        ...

    async def announced(self, school: SchoolId) -> Sequence[Announcement]:
        """Return what a school announced, the latest first."""
        ...

    async def came_in_since(self, person: PersonId, at: datetime) -> bool:
        """Say whether the person came in after the instant, and was not in at it or since."""
        ...


@dataclass(frozen=True, slots=True)
class ReadAnnouncements:
    """The administration looks at what was announced."""

    announcements: Announcements

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Announcement]:
        """Return the record, the latest first."""
        must_administer(actor, school)
        return await self.announcements.announced(school)


@dataclass(frozen=True, slots=True)
class Announce:
    """Head, deputy head or administrator announces it; all families are told, each person once."""

    announcements: Announcements
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, text: str, day: date) -> None:
        """Keep and tell it."""
        member = must_administer(actor, school)
        said = checked(text)
        if not said:
            raise AnnouncementEmpty
        if not _EARLIEST <= day < _LATEST:
            raise DayOutOfReach
        now = self.clock.now()
        number = await self.announcements.announce(school, said, day, by=member.person, at=now)
        await self.facts.record([AnnouncementMade(school, now, Origin(member.person), number)])
