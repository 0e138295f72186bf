"""A family announces that its child will be away, and takes that back (E3 2.11, C4.3.10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.access.people import Actor, Child, Member
from core.clock import Clock
from core.diary.acknowledging import must_answer
from core.diary.excuses.facts import ExcuseClaimed, ExcuseDecided, PupilFound
from core.diary.excuses.limits import (
    AHEAD,
    ANSWERED_WITHIN,
    AlreadyDecided,
    AlreadyExcused,
    fallen,
    falls_from,
    must_be_in_reach,
    overlaps,
    the_word,
)
from core.diary.excuses.ports import ExcuseBook, Missed, SearchBook
from core.diary.excuses.rules import Claim, Decision, Excuse, ExcuseKind, ExcuseState
from core.diary.reading import Reader
from core.diary.views import DiaryDay
from core.errors import AccessRefused
from core.facts import Fact, Facts, Origin
from core.ids import ExcuseId, PupilId
from core.journal.calendar import is_school_day
from core.journal.values import AbsenceCode


class GuardiansOnly(AccessRefused):
    """What a pupil says of its own absence is no answer of the parents."""

    code = "guardians-only"


@dataclass(frozen=True, slots=True)
class Announcing:
    """What a family sees before it announces: the days that can be chosen, and what it said."""

    child: Child
    today: date
    days: tuple[DiaryDay, ...]
    said: tuple[Excuse, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An excuse of a child, as the family sees it.

    `sought`: the child is looked for, and this explains not all that it missed today.
    """

    child: Child
    today: date
    excuse: Excuse
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """What every word of a family needs: the diary, excuses and searches, and who hears of it."""

    reader: Reader
    book: ExcuseBook
    searches: SearchBook
    facts: Facts

    @property
    def clock(self) -> Clock:
        """Return the program's time."""
        return self.reader.clock

    async def open(self, actor: Actor, pupil: PupilId) -> tuple[Member, Child, date]:
        """Return the guardian, the child and the school's date; raise for anybody else."""
        member = must_be_guardian(actor, pupil)
        child, today, _ = await self.reader.open(actor, pupil)
        await self.book.in_turn(pupil)
        return member, child, today

    async def claim(self, member: Member, claim: Claim) -> tuple[Excuse, Fact]:
        """Keep a claim; return it with the fact of which the class teacher hears."""
        now = self.clock.now()
        excuse = await self.book.add(claim, school=member.school, guardian=member.person, at=now)
        by = Origin(member.person)
        return excuse, ExcuseClaimed(member.school, now, by, excuse.id, claim.pupil)

    async def seeks(self, pupil: PupilId, day: date) -> bool:
        """Say whether a pupil is looked for on a day."""
        search = await self.searches.search(pupil, day)
        return search is not None and not search.found

    async def ends_search(self, member: Member, pupil: PupilId, day: date) -> Sequence[Fact]:
        """End the search for a pupil on a day; return the fact of it, or none where none is on."""
        search, now = await self.searches.search(pupil, day), self.clock.now()
        by = member.person
        if search is None or not await self.searches.end_searches([search.id], by=by, at=now):
            return ()
        asked = search.asked_by
        return [PupilFound(member.school, now, Origin(by), search.id, pupil, day, asked)]


async def missed_lessons(book: ExcuseBook, pupil: PupilId, day: date) -> Sequence[Missed]:
    """Return what a pupil missed on a day: who came late was there."""
    found = await book.missed(pupil, day, day)
    return [one for one in found if one.code is not AbsenceCode.LATE]


def must_be_guardian(actor: Actor, pupil: PupilId) -> Member:
    """Return as whom the actor speaks for a child; raise AccessRefused for who may not."""
    try:
        return must_answer(actor, pupil)
    except AccessRefused:
        if any(member.person == pupil for member in actor.members):
            raise GuardiansOnly from None
        raise


@dataclass(frozen=True, slots=True)
class ReadAnnouncing:
    """Open what a family can announce of a child, and what it has announced."""

    family: Family

    async def __call__(self, actor: Actor, pupil: PupilId) -> Announcing:
        """Return the school days of two weeks from today, and what was said of them and lately."""
        _, child, today = await self.family.open(actor, pupil)
        days = await self.family.reader.days(pupil, today, today + AHEAD)
        said = await self.family.book.of_pupils([pupil], today - ANSWERED_WITHIN, today + AHEAD)
        kept = [one for one in said if one.state is not ExcuseState.WITHDRAWN]
        return Announcing(child, today, _school_days(days), tuple(reversed(kept)))


def _school_days(days: Sequence[DiaryDay]) -> tuple[DiaryDay, ...]:
    with_lessons = tuple(one for one in days if one.lessons)
    # Where no timetable is known any day but a holiday and Sunday may be a school day.
    return with_lessons or tuple(one for one in days if not one.holiday and is_school_day(one.day))


@dataclass(frozen=True, slots=True)
class AnnounceAbsence:
    """A guardian announces that the child will be away."""

    family: Family

    async def __call__(self, actor: Actor, claim: Claim) -> Said:
        """Keep the announcement; raise AlreadyExcused where the family has spoken before.

        Who says why the child misses what it missed today knows where it is: nobody needs to look
        for it. A lesson announced for later says nothing of a child that is looked for now.
        """
        member, child, today = await self.family.open(actor, claim.pupil)
        word = the_word(claim.word, needed=claim.kind is not ExcuseKind.ILLNESS)
        kept = replace(claim, word=word, days=tuple(sorted(set(claim.days))))
        await self._must_be_new(kept, today)
        excuse, fact = await self.family.claim(member, kept)
        over = await self._explains(kept.pupil, today) if today in kept.days else False
        found = await self.family.ends_search(member, kept.pupil, today) if over else ()
        await self.family.facts.record([fact, *found])
        return Said(child, today, excuse, sought=await self.family.seeks(kept.pupil, today))

    async def _explains(self, pupil: PupilId, today: date) -> bool:
        """Say whether all that was missed today is spoken of by what the family says."""
        missed = await missed_lessons(self.family.book, pupil, today)
        said = await self.family.book.of_pupils([pupil], today, today)
        stands = [one for one in said if one.stands]
        return all(any(one.covers(today, it.number) for one in stands) for it in missed)

    async def _must_be_new(self, claim: Claim, today: date) -> None:
        first, last = min(claim.days, default=today), max(claim.days, default=today)
        said = await self.family.book.of_pupils([claim.pupil], first, last)
        must_be_in_reach(claim, today, said)
        if overlaps(claim, said):
            raise AlreadyExcused


@dataclass(frozen=True, slots=True)
class WithdrawExcuse:
    """Who announced an absence takes that back: the child is at school after all; it alarms again.

    What the class teacher has accepted falls from today on; days that are over stay accepted.
    """

    family: Family

    async def __call__(self, actor: Actor, excuse: ExcuseId) -> Said:
        """Take it back; raise DaysOver or AlreadyDecided where nothing of it is left."""
        family = self.family
        found = await family.book.excuse(excuse)
        if found is None:
            # Whether there is such an excuse is nobody else's business.
            raise AccessRefused
        member, child, today = await family.open(actor, found.claim.pupil)
        if member.person != found.guardian:
            raise AccessRefused
        since = falls_from(found, today)
        await self._take_back(member, found, since)
        return Said(child, today, fallen(found, since, ExcuseState.WITHDRAWN))

    async def _take_back(self, member: Member, found: Excuse, since: date | None) -> None:
        by, before, now = member.person, found.state, self.family.clock.now()
        state = ExcuseState.WITHDRAWN
        taken_back = Decision(state, frozenset({before}), since=since)
        if not await self.family.book.decide(found.id, taken_back, by=by, at=now):
            raise AlreadyDecided
        start, pupil = (member.school, now, Origin(by)), found.claim.pupil
        fact = ExcuseDecided(*start, found.id, pupil, by, before, state)
        await self.family.facts.record([fact])
