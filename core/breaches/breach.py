"""The administrator reports a breach: one deed shuts the account out and voids what it did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.access.gate import must_administer, must_be_in_charge
from core.access.people import Actor, Member
from core.breaches.facts import BreachReported
from core.breaches.moments import (
    choices,
    moment_of,
    must_be_fresh,
    must_be_past,
)
from core.breaches.ports import Breach, BreachBook, Suspect
from core.breaches.reporting import ReportBy
from core.breaches.said import Said, Voided
from core.breaches.undoing import Head
from core.breaches.voiding import Undo
from core.clock import Clock
from core.errors import AccessRefused
from core.facts import Facts, Origin
from core.ids import BreachId, PersonId, PupilId, SchoolId


@dataclass(frozen=True, slots=True)
class AskedBreach:
    """What is asked before a breach is reported: `since` among the moments that are offered."""

    member: Member
    of: Suspect
    offered: Sequence[datetime]
    since: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class AskBreach:
    """The administrator opens the question; nothing is done yet."""

    book: BreachBook
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        person: PersonId,
        *,
        since: datetime | None = None,
        written: str | None = None,
    ) -> AskedBreach:
        """Return whom and what is asked; raise AccessRefused for who is not in charge there."""
        of = await self.book.suspect(person)
        if of is None:
            raise AccessRefused
        member, now = must_be_in_charge(actor, of.school), self.clock.now()
        zone = ZoneInfo(member.zone)
        at = moment_of(written, now, zone) if written is not None else since or now
        return AskedBreach(member, of, choices(now, zone), must_be_past(at, now), now)


@dataclass(frozen=True, slots=True)
class ReadBreach:
    """A breach with what is void by it, for repair; `report_by`: head and support know then."""

    member: Member
    breach: Breach
    voided: tuple[Voided, ...]
    report_by: date


@dataclass(frozen=True, slots=True)
class ReadBreaches:
    """Open the breaches of a school, or one of them: head and deputies are told of each."""

    book: BreachBook
    report_by: ReportBy
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> tuple[Member, Sequence[Breach]]:
        """Return them, the latest first; raise AccessRefused for who does not administer."""
        member = must_administer(actor, school)
        return member, await self.book.of_school(school)

    async def one(self, actor: Actor, school: SchoolId, number: BreachId) -> ReadBreach:
        """Return one with what is void by it."""
        member, found = await self(actor, school)
        breach = next((one for one in found if one.id == number), None)
        if breach is None:
            raise AccessRefused
        until = await self.report_by(school, breach.at, ZoneInfo(member.zone))
        return ReadBreach(member, breach, tuple(await self.book.voided(number)), until)

    async def told(self, actor: Actor, school: SchoolId, number: BreachId) -> ReadBreach:
        """Keep that head and support were told, and return the breach; a second time is one."""
        found = await self.one(actor, school, number)
        await self.book.tick_told(number, by=found.member.person, at=self.clock.now())
        return await self.one(actor, school, number)


@dataclass(frozen=True, slots=True)
class ReportBreach:
    """One deed: the ways in end, what was done since the moment is void, all is on record."""

    ask: AskBreach
    book: BreachBook
    undo: Undo
    facts: Facts
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, since: datetime, *, asked: datetime
    ) -> Breach:
        """Do it, and return the record; done twice, the second time changes nothing more."""
        must_be_fresh(asked, self.clock.now())
        found = await self.ask(actor, person, since=since)
        zone = ZoneInfo(found.member.zone)
        return await self.by_hand(found.of, since, by=found.member.person, zone=zone)

    async def by_hand(
        self, of: Suspect, since: datetime, *, by: PersonId, zone: ZoneInfo
    ) -> Breach:
        """Do it for who has been let through: the administrator, or who runs the program.

        What is void stands under its day in the school's `zone`.
        """
        await self.book.in_turn(of.person)
        now = self.clock.now()
        beside = await self._companions(of, now.astimezone(zone).date())
        ended = await self.book.shut(of.person, since=since, at=now)
        undone = [
            one.on_day_of(zone)
            for one in await self.undo(of, since, Head(of.school, now, Origin(by)))
        ]
        earlier = [one for one in await self.book.of_school(of.school) if one.of == of]
        voided = [*beside, *await self._not_shown_yet(undone, earlier)]
        if earlier and not ended and not voided:
            return earlier[0]
        breach = Breach(BreachId(0), of, by, since, now, ended, len(voided))
        number = await self.book.keep(breach, voided)
        await self.facts.record([BreachReported(of.school, now, Origin(by), number)])
        return Breach(number, of, by, since, now, ended, len(voided))

    async def _companions(self, of: Suspect, day: date) -> list[Voided]:
        """Return who is shut out with the person, for standing behind the same account (S2)."""
        return [
            Voided(Said.COMPANION, None, None, day, pupil=PupilId(one))
            for one in await self.book.companions(of.person)
        ]

    async def _not_shown_yet(
        self, voided: Sequence[Voided], earlier: Sequence[Breach]
    ) -> Sequence[Voided]:
        """Leave out what stays as it is and was shown for repair by an earlier report."""
        if not any(one.is_to_look_at for one in voided):
            return voided
        shown = {one.in_short for breach in earlier for one in await self.book.voided(breach.id)}
        return [one for one in voided if not one.is_to_look_at or one.in_short not in shown]
