"""The administrator reports a breach: one deed shuts the account out and voids what it did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.gate import must_be_in_charge
from core.access.people import Actor, Member, Name
from core.breaches.deeds import Deed, Trail, What
from core.breaches.moments import (
    choices,
    moment_of,
    must_be_fresh,
    must_be_past,
    report_by,
)
from core.breaches.undoing import Head, Standing, Undone, fact_of, undone
from core.clock import Clock
from core.errors import AccessRefused
from core.facts import Fact, Facts, Origin
from core.ids import BreachId, BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import BroadcastState
from core.messages.broadcasts.facts import BroadcastWithdrawn
from core.messages.broadcasts.ports import Broadcasts
from core.regulation.ports import Regulations


class Said(StrEnum):
    """What a person said, of which nothing stands when the account was in strange hands."""

    ACKNOWLEDGEMENT = "acknowledgement"
    REVIEW = "review"
    ANNOUNCEMENT = "announcement"
    ATTACHMENT = "attachment"
    CONSENT = "consent"
    CORRECTION = "correction"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True)
class Voided:
    """One thing that is void: what was, and what stands now; None is nothing.

    `title` is the subject of a lesson, or the first words of what was said.
    """

    what: What | Said
    was: str | None
    stands: str | None
    day: date
    title: str = ""
    pupil: PupilId | None = None
    child: Name | None = None


@dataclass(frozen=True, slots=True)
class Suspect:
    """Whose account is meant."""

    person: PersonId
    school: SchoolId
    name: Name


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach on record: since when, how many ways in it ended, how many deeds are void (S4)."""

    id: BreachId
    of: Suspect
    by: PersonId
    since: datetime
    at: datetime
    ended: int
    voided: int


class BreachBook(Protocol):
    """Breaches on record, and what of the school's records they void."""

    async def suspect(self, person: PersonId) -> Suspect | None:
        """Return whose account is meant; None for nobody of the school's records."""
        ...

    async def in_turn(self, person: PersonId) -> None:
        """Wait until nobody else reports a breach of the person; holds until the turn's end."""
        ...

    async def shut(self, person: PersonId, *, at: datetime) -> int:
        """End accounts, mailbox, calendar links and unused codes; return how many ended."""
        ...

    async def standing(self, deeds: Sequence[Deed]) -> Sequence[Standing]:
        """Return the records of the deeds as they stand now, for nobody else to change."""
        ...

    async def put_back(self, changes: Sequence[Undone], *, by: PersonId, at: datetime) -> None:
        """Let the records stand as before, in this order; histories grow, nothing is deleted."""
        ...

    async def unsay(self, person: PersonId, since: datetime, *, at: datetime) -> Sequence[Voided]:
        """Take back what the person acknowledged, announced, attached, agreed to since then."""
        ...

    async def broadcasts_of(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        """Return the person's broadcasts since then that were not taken back."""
        ...

    async def keep(self, breach: Breach, voided: Sequence[Voided]) -> BreachId:
        """Keep a breach with what is void by it."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[Breach]:
        """Return the breaches of a school, the latest first."""
        ...

    async def voided(self, breach: BreachId) -> Sequence[Voided]:
        """Return what is void by a breach, in its order."""
        ...


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
    """Open the breaches of a school, or one of them."""

    book: BreachBook
    regulations: Regulations

    async def __call__(self, actor: Actor, school: SchoolId) -> tuple[Member, Sequence[Breach]]:
        """Return them, the latest first; raise AccessRefused for who is not in charge."""
        member = must_be_in_charge(actor, school)
        return member, await self.book.of_school(school)

    async def one(self, actor: Actor, school: SchoolId, number: BreachId) -> ReadBreach:
        """Return one with what is void by it."""
        member, found = await self(actor, school)
        breach = next((one for one in found if one.id == number), None)
        if breach is None:
            raise AccessRefused
        rule = (await self.regulations.of(school)).breach
        until = report_by(breach.at, ZoneInfo(member.zone), rule.reported_working_days)
        return ReadBreach(member, breach, tuple(await self.book.voided(number)), until)


@dataclass(frozen=True, slots=True)
class Undo:
    """Voids what a person did since a moment, whoever asks for it."""

    book: BreachBook
    trail: Trail
    broadcasts: Broadcasts
    facts: Facts

    async def __call__(self, of: Suspect, since: datetime, head: Head) -> list[Voided]:
        """Return what is void; others hear of it as of any correction."""
        by = head.by.person or of.person
        deeds = await self.trail.touched(of.person, since)
        standing = {(one.what, one.record): one for one in await self.book.standing(deeds)}
        found = undone(deeds, of.person, standing)
        await self.book.put_back(found, by=by, at=head.at)
        said = await self.book.unsay(of.person, since, at=head.at)
        told, withdrawn = await self._broadcasts(of, since, head)
        facts = [fact for one in found if (fact := fact_of(head, one))]
        await self.facts.record([*facts, *told])
        return [*map(_voided, found), *said, *withdrawn]

    async def _broadcasts(
        self, of: Suspect, since: datetime, head: Head
    ) -> tuple[list[Fact], list[Voided]]:
        numbers = await self.book.broadcasts_of(of.person, since)
        found = await self.broadcasts.broadcasts(numbers)
        facts, voided = list[Fact](), list[Voided]()
        by = head.by.person or of.person
        for number, one in found.items():
            # A person sends few: each is taken back by the same step as from its card.
            if not await self.broadcasts.withdraw(number, by=by, at=head.at):
                continue
            if one.state is BroadcastState.SENT:
                fact = BroadcastWithdrawn(one.school, head.at, head.by, number, one.valid_until)
                facts.append(fact)
            day, words = one.made_at.date(), one.plan.content.text.text
            voided.append(Voided(Said.BROADCAST, words, None, day))
        return facts, voided


def _voided(one: Undone) -> Voided:
    of = one.of
    return Voided(of.what, of.state, one.stands, of.day, of.title, of.pupil)


@dataclass(frozen=True, slots=True)
class ReportBreach:
    """One deed: the ways in end, what was done since the moment is void, all is on record."""

    ask: AskBreach
    book: BreachBook
    undo: Undo
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, since: datetime, *, asked: datetime
    ) -> Breach:
        """Do it, and return the record; done twice, the second time changes nothing more."""
        must_be_fresh(asked, self.clock.now())
        found = await self.ask(actor, person, since=since)
        return await self.by_hand(found.of, since, by=found.member.person)

    async def by_hand(self, of: Suspect, since: datetime, *, by: PersonId) -> Breach:
        """Do it for who has been let through: the administrator, or who runs the program."""
        await self.book.in_turn(of.person)
        now = self.clock.now()
        ended = await self.book.shut(of.person, at=now)
        voided = await self.undo(of, since, Head(of.school, now, Origin(by)))
        earlier = [one for one in await self.book.of_school(of.school) if one.of == of]
        if earlier and not ended and not voided:
            return earlier[0]
        breach = Breach(BreachId(0), of, by, since, now, ended, len(voided))
        number = await self.book.keep(breach, voided)
        return Breach(number, of, by, since, now, ended, len(voided))
