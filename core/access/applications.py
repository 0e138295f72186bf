"""Applications on paper: agreed, refused, or for paper (A1.2, F10), with the day they bear."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.consents import (
    Consent,
    ConsentBook,
    FamilyConsent,
    ReadFamilyConsent,
    Said,
    Subject,
)
from core.access.gate import Overseen
from core.access.people import Actor
from core.clock import Clock, last_named, today
from core.errors import RuleBroken
from core.ids import PersonId, PupilId

FARTHEST: Final = timedelta(days=366)
"""So far back an application is taken: it is given anew each school year."""
_WRITTEN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")


class ApplicationDayWrong(RuleBroken):
    """There is no such day, it is still to come, or it is more than a year back."""

    code = "application-day"


@dataclass(frozen=True, slots=True)
class Application:
    """An application of a guardian that is about to be recorded; `now` is the school's day.

    It is about being told electronically, or on paper as well. Not `given`: the guardian refuses
    the one, or ends the other.
    """

    of: Overseen
    one: FamilyConsent
    subject: Subject
    given: bool
    now: date


@dataclass(frozen=True, slots=True)
class RecordedApplication:
    """What stands after it; it does not `count` where a later word of the guardian stands."""

    of: Overseen
    one: FamilyConsent
    counts: bool


@dataclass(frozen=True, slots=True)
class BeginApplication:
    """The class teacher holds an application, and is asked which day stands on it."""

    read: ReadFamilyConsent
    clock: Clock

    async def __call__(
        self, actor: Actor, guardian: PersonId, pupil: PupilId, subject: Subject, *, given: bool
    ) -> Application:
        """Return what is about to be recorded; raise AccessRefused for another class's family."""
        of, one = await self.read(actor, guardian, pupil)
        return Application(of, one, subject, given, today(self.clock, ZoneInfo(of.member.zone)))


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """The class teacher records an application on paper (A1.2).

    The family agreed to be told electronically or refused it, asked for paper or asks no more.
    """

    begin: BeginApplication
    book: ConsentBook

    async def __call__(
        self,
        actor: Actor,
        guardian: PersonId,
        pupil: PupilId,
        subject: Subject,
        *,
        given: bool,
        day: date | str,
    ) -> RecordedApplication:
        """Record it with the day that stands on it; refused, the family is told on paper alone.

        A day in words is one that a person wrote. The same application twice is once; one that
        says what was said in the chat on that day is a record of its own: it is the paper (F15).
        """
        view = await self.begin(actor, guardian, pupil, subject, given=given)
        on = the_day(day if isinstance(day, date) else written_day(day, view.now), view.now)
        consent = Consent(
            guardian, pupil, subject, _said(subject, given=given), on, on.isoformat()
        )
        if view.one.answers.get(subject) != consent:
            member = view.of.member
            await self.book.add(consent, member.school, member.person, self.begin.clock.now())
        now = await self.begin(actor, guardian, pupil, subject, given=given)
        return RecordedApplication(now.of, now.one, now.one.answers.get(subject) == consent)


def _said(subject: Subject, *, given: bool) -> Said:
    if given:
        return Said.GIVEN
    return Said.WITHDRAWN if subject is Subject.PAPER else Said.REFUSED


def the_day(day: date, now: date) -> date:
    """Return the day of an application; raise ApplicationDayWrong for one out of reach."""
    if not now - FARTHEST <= day <= now:
        raise ApplicationDayWrong
    return day


def written_day(text: str, now: date) -> date:
    """Return the day that was written: `19.11.2026`, or `19.11` for the last one of that date."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ApplicationDayWrong
    day, month, year = (int(one) if one else None for one in found.groups())
    try:
        if year:
            return date(year, month or 0, day or 0)
        return last_named(day or 0, month or 0, now)
    except ValueError:
        raise ApplicationDayWrong from None
