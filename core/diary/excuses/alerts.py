"""A child is missed: what a guardian answers, and how the school comes to look for it (J4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.access.people import Actor, Child
from core.diary.excuses.facts import PupilSought
from core.diary.excuses.family import Family, missed_lessons
from core.diary.excuses.limits import (
    ANSWERED_WITHIN,
    AnsweredByFamily,
    NothingToExcuse,
    NotMissed,
    NotSought,
    ReasonDeclined,
    must_be_in_time,
)
from core.diary.excuses.ports import ExcuseBook, Missed, OnWatch, WithinReach
from core.diary.excuses.rules import (
    Claim,
    Excuse,
    ExcuseKind,
    ExcuseState,
    declined_for,
)
from core.facts import Origin
from core.ids import PupilId, SchoolId
from core.journal.values import AbsenceCode, ReasonState


@dataclass(frozen=True, slots=True)
class Alert:
    """A day on which a child is missed, and what a guardian can say of it now.

    `asked` are the `missed` lessons of which nothing was said; `declined` is the reason that the
    class teacher did not take. `is_today`: the school can be alarmed; `sought`: it looks already.
    """

    child: Child
    day: date
    missed: tuple[int, ...]
    asked: tuple[int, ...] = ()
    declined: Excuse | None = None
    is_today: bool = False
    sought: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the lessons that are spoken of."""
        return self.asked or self.missed


@dataclass(frozen=True, slots=True)
class Answered:
    """Why a child was away from lessons of a day, as a guardian answered."""

    child: Child
    day: date
    numbers: tuple[int, ...]
    kind: ExcuseKind


@dataclass(frozen=True, slots=True)
class Sought:
    """The school looks for a child, `again` where it did so before this was said.

    `heard`: the alarm reaches somebody of the school; a chat that is shut hears nothing.
    """

    alert: Alert
    heard: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReadAlert:
    """Open the question about a day: which lessons were missed, and what can be said of them."""

    family: Family

    async def __call__(self, actor: Actor, pupil: PupilId, day: date) -> Alert:
        """Return the question, still without an answer; raise where nothing can be said."""
        _, child, today = await self.family.open(actor, pupil)
        must_be_in_time(day, today, within=ANSWERED_WITHIN)
        alert = await _alert(self.family, child, day, today)
        if not alert.missed:
            raise NothingToExcuse
        if not (alert.asked or alert.declined or alert.is_today):
            raise AnsweredByFamily
        return alert


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
        asked = await _must_be_asked(family.book, pupil, day)
        # Lessons of which the family has spoken before keep the reason that was given then.
        spoken_of = asked.numbers if asked.in_part else ()
        _, fact = await family.claim(member, Claim(pupil, (day,), kind, spoken_of))
        await family.facts.record([fact, *await family.ends_search(member, pupil, day)])
        return Answered(child, day, asked.numbers, kind)


@dataclass(frozen=True, slots=True)
class SeekPupil:
    """A guardian does not know where the child is: the school is alarmed, once while it looks.

    Whatever anybody gave as a reason: a child that the journal misses may be lost all the same.
    """

    family: Family
    on_watch: OnWatch
    within_reach: WithinReach

    async def __call__(self, actor: Actor, pupil: PupilId, day: date) -> Sought:
        """Alarm the school; raise NotMissed where the child was at all lessons of the day."""
        family = self.family
        member, child, today = await family.open(actor, pupil)
        must_be_in_time(day, today, within=timedelta())
        alert = await _alert(family, child, day, today)
        if not alert.missed:
            raise NotMissed
        if not alert.sought:
            by, school, now = member.person, member.school, family.clock.now()
            begun = await family.searches.begin_search(pupil, day, school=school, by=by, at=now)
            await family.facts.record([PupilSought(school, now, Origin(by), begun.id, pupil, day)])
        heard = await self._is_heard(pupil, member.school)
        return Sought(alert, heard=heard, again=alert.sought)

    async def _is_heard(self, pupil: PupilId, school: SchoolId) -> bool:
        leading = [teacher for _, teacher in await self.on_watch.class_teachers(pupil)]
        alarmed = [*leading, *await self.on_watch.administration(school)]
        return bool(await self.within_reach.reachable(alarmed))


@dataclass(frozen=True, slots=True)
class EndSearch:
    """A guardian says that the child was found. Why it was away is another question."""

    family: Family

    async def __call__(self, actor: Actor, pupil: PupilId, day: date) -> Alert:
        """End the search and let the school hear; raise NotSought where nobody looks."""
        family = self.family
        member, child, today = await family.open(actor, pupil)
        found = await family.ends_search(member, pupil, day)
        if not found:
            raise NotSought
        await family.facts.record(found)
        return await _alert(family, child, day, today)


async def _alert(family: Family, child: Child, day: date, today: date) -> Alert:
    pupil, is_today, book = child.pupil, day == today, family.book
    missed, said = await missed_lessons(book, pupil, day), await book.of_pupils([pupil], day, day)
    sought = is_today and await family.seeks(pupil, day)
    open_to = [one for one in missed if _is_asked(one)]
    declined = [found for one in open_to if (found := declined_for(said, pupil, day, one.number))]
    return Alert(
        child,
        day,
        _numbers(missed),
        _numbers(_unanswered(open_to, said)),
        declined[-1] if declined else None,
        is_today,
        sought=sought,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The lessons of a day that are asked about; `in_part`: the family spoke of others of it."""

    numbers: tuple[int, ...]
    in_part: bool


async def _must_be_asked(book: ExcuseBook, pupil: PupilId, day: date) -> _Asked:
    """Return what is asked about the day; raise where nothing is, or no more."""
    missed = [one for one in await missed_lessons(book, pupil, day) if _is_asked(one)]
    if not missed:
        raise NothingToExcuse
    said = [one for one in await book.of_pupils([pupil], day, day) if _counted(one)]
    left = _unanswered(missed, said)
    if not left:
        stands = any(_spoken_of(one, [it for it in said if it.stands]) for one in missed)
        raise AnsweredByFamily if stands else ReasonDeclined
    return _Asked(_numbers(left), in_part=bool(said))


def _unanswered(missed: Sequence[Missed], said: Sequence[Excuse]) -> Sequence[Missed]:
    counted = [one for one in said if _counted(one)]
    return [one for one in missed if not _spoken_of(one, counted)]


def _counted(excuse: Excuse) -> bool:
    return excuse.state is not ExcuseState.WITHDRAWN


def _spoken_of(lesson: Missed, said: Sequence[Excuse]) -> bool:
    return any(one.covers(lesson.day, lesson.number) for one in said)


def _is_asked(one: Missed) -> bool:
    return one.code is AbsenceCode.ABSENT and one.reason is ReasonState.UNKNOWN


def _numbers(missed: Sequence[Missed]) -> tuple[int, ...]:
    return tuple(sorted({one.number for one in missed}))
