"""A family says why its child is away: ahead, or when it is asked (E3 2.11, C4.3.10)."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from core.access.people import Actor, Child, Member
from core.clock import Clock
from core.diary.acknowledging import must_answer
from core.diary.excuses.facts import ExcuseClaimed, ExcuseDecided, PupilFound, PupilSought
from core.diary.excuses.ports import ExcuseBook, Missed, OnWatch
from core.diary.excuses.rules import (
    AHEAD,
    ANSWERED_WITHIN,
    AlreadyDecided,
    AlreadyExcused,
    AnsweredByFamily,
    Claim,
    Excuse,
    ExcuseKind,
    ExcuseState,
    NothingToExcuse,
    must_be_ahead,
    must_be_in_time,
    overlaps,
    the_word,
)
from core.diary.reading import Reader
from core.diary.views import DiaryDay
from core.errors import AccessRefused
from core.facts import Fact, Facts, Origin
from core.ids import ExcuseId, PupilId, SearchId
from core.journal.calendar import is_school_day
from core.journal.values import AbsenceCode, ReasonState


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
    """An excuse of a child, as the family sees it."""

    child: Child
    today: date
    excuse: Excuse


@dataclass(frozen=True, slots=True)
class Answered:
    """What a family answered about a day; no `kind`: it does not know where the child is.

    `heard`: somebody of the school was there to be alarmed.
    """

    child: Child
    day: date
    numbers: tuple[int, ...]
    kind: ExcuseKind | None
    heard: bool = True


@dataclass(frozen=True, slots=True)
class Family:
    """What every word of a family needs: the diary, the excuses, and who hears of it."""

    reader: Reader
    book: ExcuseBook
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
        """Keep the announcement; raise AlreadyExcused where the family has spoken before."""
        member, child, today = await self.family.open(actor, claim.pupil)
        must_be_ahead(claim, today)
        word = the_word(claim.word, needed=claim.kind is not ExcuseKind.ILLNESS)
        kept = replace(claim, word=word, days=tuple(sorted(set(claim.days))))
        book = self.family.book
        if overlaps(kept, await book.of_pupils([kept.pupil], kept.days[0], kept.days[-1])):
            raise AlreadyExcused
        excuse, fact = await self.family.claim(member, kept)
        await self.family.facts.record([fact])
        return Said(child, today, excuse)


@dataclass(frozen=True, slots=True)
class WithdrawExcuse:
    """Who announced an absence takes that back, as long as nobody has decided; it alarms again."""

    family: Family

    async def __call__(self, actor: Actor, excuse: ExcuseId) -> Said:
        """Take it back; raise AlreadyDecided for one that waits no more."""
        family = self.family
        found = await family.book.excuse(excuse)
        if found is None:
            # Whether there is such an excuse is nobody else's business.
            raise AccessRefused
        member, child, today = await family.open(actor, found.claim.pupil)
        if member.person != found.guardian:
            raise AccessRefused
        state, now = ExcuseState.WITHDRAWN, family.clock.now()
        waiting = {ExcuseState.WAITING}
        if not await family.book.decide(excuse, state, among=waiting, by=member.person, at=now):
            raise AlreadyDecided
        by, pupil = member.person, found.claim.pupil
        origin, before = Origin(by), found.state
        fact = ExcuseDecided(member.school, now, origin, excuse, pupil, by, before, state)
        await family.facts.record([fact])
        return Said(child, today, replace(found, state=state))


@dataclass(frozen=True, slots=True)
class ReadAlert:
    """Open the question about a day: which lessons were missed without a reason that is known."""

    family: Family

    async def __call__(self, actor: Actor, pupil: PupilId, day: date) -> Answered:
        """Return the question, still without an answer; raise where none is asked any more."""
        _, child, today = await self.family.open(actor, pupil)
        must_be_in_time(day, today, within=ANSWERED_WITHIN)
        asked = await _unanswered(self.family.book, pupil, day)
        return Answered(child, day, _numbers(asked.lessons), None)


@dataclass(frozen=True, slots=True)
class AnswerAlert:
    """A guardian knows why the child is away.

    The reason counts for the whole day, but for lessons of which the family spoke before.
    """

    family: Family

    async def __call__(
        self, actor: Actor, pupil: PupilId, day: date, *, kind: ExcuseKind
    ) -> Answered:
        """Claim the reason; raise where the family answered, or nothing is asked any more."""
        family = self.family
        member, child, today = await family.open(actor, pupil)
        must_be_in_time(day, today, within=ANSWERED_WITHIN)
        asked = await _unanswered(family.book, pupil, day)
        # Lessons of which the family has spoken before keep the reason that was given then.
        spoken_of = _numbers(asked.lessons) if asked.in_part else ()
        _, fact = await family.claim(member, Claim(pupil, (day,), kind, spoken_of))
        await family.facts.record([fact, *await self._found(member, pupil, day)])
        return Answered(child, day, _numbers(asked.lessons), kind)

    async def _found(self, member: Member, pupil: PupilId, day: date) -> Sequence[Fact]:
        search, now = await self.family.book.search(pupil, day), self.family.clock.now()
        if search is None or search.found:
            return ()
        await self.family.book.end_search(search.id, at=now)
        return [PupilFound(member.school, now, Origin(member.person), search.id, pupil, day)]


@dataclass(frozen=True, slots=True)
class SeekPupil:
    """A guardian does not know where the child is: the school is alarmed, once a day."""

    family: Family
    on_watch: OnWatch

    async def __call__(self, actor: Actor, pupil: PupilId, day: date) -> Answered:
        """Alarm the school; raise AnsweredByFamily where the family answered before."""
        family = self.family
        member, child, today = await family.open(actor, pupil)
        must_be_in_time(day, today, within=timedelta())
        # A reason that was declined explains nothing: the child may be lost all the same.
        asked = await _unanswered(family.book, pupil, day, forget=_NO_REASON)
        if await family.book.search(pupil, day) is not None:
            raise AnsweredByFamily
        by, now = member.person, family.clock.now()
        search = await family.book.begin_search(pupil, day, school=member.school, by=by, at=now)
        await family.facts.record([_sought(member, search.id, pupil, day, now)])
        heard = await self.on_watch.class_teachers(pupil) or await self.on_watch.administration(
            member.school
        )
        return Answered(child, day, _numbers(asked.lessons), None, heard=bool(heard))


def _sought(member: Member, search: SearchId, pupil: PupilId, day: date, now: datetime) -> Fact:
    return PupilSought(member.school, now, Origin(member.person), search, pupil, day)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The lessons of a day that are asked about; `in_part`: the family spoke of others of it."""

    lessons: Sequence[Missed]
    in_part: bool


_TAKEN_BACK: Final = frozenset({ExcuseState.WITHDRAWN})
_NO_REASON: Final = _TAKEN_BACK | {ExcuseState.DECLINED}


async def _unanswered(
    book: ExcuseBook, pupil: PupilId, day: date, *, forget: AbstractSet[ExcuseState] = _TAKEN_BACK
) -> _Asked:
    """Return what is asked about the day; raise where nothing is, or no more."""
    missed = [one for one in await book.missed(pupil, day, day) if _is_asked(one)]
    if not missed:
        raise NothingToExcuse
    said = [one for one in await book.of_pupils([pupil], day, day) if one.state not in forget]
    left = [one for one in missed if not _spoken_of(one, said)]
    if not left:
        stands = any(_spoken_of(one, [it for it in said if it.stands]) for one in missed)
        raise AnsweredByFamily if stands else AlreadyDecided
    return _Asked(left, in_part=bool(said))


def _spoken_of(lesson: Missed, said: Sequence[Excuse]) -> bool:
    return any(one.covers(lesson.day, lesson.number) for one in said)


def _is_asked(one: Missed) -> bool:
    return one.code is AbsenceCode.ABSENT and one.reason is ReasonState.UNKNOWN


def _numbers(missed: Sequence[Missed]) -> tuple[int, ...]:
    return tuple(sorted({one.number for one in missed}))
