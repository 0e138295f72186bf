"""The school announces to its families that it goes over to the electronic journal (F17)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.gate import must_administer
from core.access.people import Actor, Name
from core.clock import Clock, today
from core.diary.lessons.form import checked
from core.errors import RuleBroken
from core.facts import Facts, Origin
from core.ids import AnnouncementId, PersonId, SchoolId
from core.journal.school_facts import AnnouncementMade

_EARLIEST: Final = date(2000, 1, 1)
_LATEST: Final = date(2100, 1, 1)
_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_TO_THE_NEXT_MONTH: Final = timedelta(days=32)


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
class DraftAnnouncement:
    """Head, deputy head or administrator writes an announcement; nothing of it is told yet."""

    clock: Clock

    def days(self, actor: Actor, school: SchoolId) -> tuple[date, ...]:
        """Return today and the first days of the next months: what is meant most often."""
        now = today(self.clock, ZoneInfo(must_administer(actor, school).zone))
        following = (now.replace(day=1) + _TO_THE_NEXT_MONTH).replace(day=1)
        after = (following + _TO_THE_NEXT_MONTH).replace(day=1)
        return now, following, after

    def words(self, actor: Actor, school: SchoolId, text: str) -> str:
        """Return the words as families will read them; raise for none, and for too many."""
        must_administer(actor, school)
        return _the_words(text)

    def day(self, actor: Actor, school: SchoolId, written: str) -> date:
        """Return the day that was written: 01.12.2026; raise DayOutOfReach for none."""
        must_administer(actor, school)
        found = _DAY.fullmatch(written.strip())
        if found is None:
            raise DayOutOfReach
        day, month, year = map(int, found.groups())
        try:
            return _the_day(date(year, month, day))
        except ValueError:
            raise DayOutOfReach from None


@dataclass(frozen=True, slots=True)
class Announce:
    """Head, deputy head or administrator announces it; all families are told, each person once."""

    announcements: Announcements
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, text: str, day: date) -> None:
        """Keep and tell it."""
        member = must_administer(actor, school)
        said, since, now = _the_words(text), _the_day(day), self.clock.now()
        number = await self.announcements.announce(school, said, since, by=member.person, at=now)
        await self.facts.record([AnnouncementMade(school, now, Origin(member.person), number)])


def _the_words(text: str) -> str:
    said = checked(text)
    if not said:
        raise AnnouncementEmpty
    return said


def _the_day(day: date) -> date:
    if not _EARLIEST <= day < _LATEST:
        raise DayOutOfReach
    return day
