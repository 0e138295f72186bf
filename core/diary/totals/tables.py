"""Who reviewed when: the tables of a class, by week and by period (F11)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import Overseen, must_oversee
from core.access.people import Actor, Child, Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledgements
from core.diary.totals.given import by_guardian, by_who_was_guardian, reviews_given
from core.diary.totals.ports import Guardian, ReviewBook
from core.diary.totals.review import ByGuardian, holding, is_done, monday_of, sunday_of
from core.ids import ClassId, PeriodId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.turned_periods import NOT_TURNED, Turned, TurnPeriods
from core.regulation.ports import Regulations
from core.regulation.profile import ReviewRule

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PupilReviews:
    """A pupil's week: the days on which anybody of the family reviewed.

    `guardians`: the days of each by name; `apart` is the same where each is to review (F11). A
    family that holds the week's results on paper is informed, and done (F10).
    """

    child: Child
    days: tuple[date, ...]
    is_done: bool
    has_guardians: bool
    apart: tuple[tuple[Name, tuple[date, ...]], ...] = ()
    on_paper: bool = False
    guardians: tuple[tuple[Name, tuple[date, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ClassWeek:
    """A class's week; `has_lessons` is False in the holidays, in which nobody is missing."""

    overseen: Overseen
    monday: date
    today: date
    has_lessons: bool
    pupils: tuple[PupilReviews, ...]
    rule: ReviewRule

    @property
    def missing(self) -> Sequence[PupilReviews]:
        """Return who is not done; nobody is in a week without lessons."""
        return [one for one in self.pupils if not one.is_done] if self.has_lessons else []

    @property
    def on_paper(self) -> int:
        """Return how many are done for they hold the week's results on paper."""
        return sum(one.on_paper for one in self.pupils)

    @property
    def before(self) -> date:
        """Return the Monday of the week before."""
        return self.monday - _WEEK

    @property
    def after(self) -> date | None:
        """Return the Monday of the week after; what lies ahead has no reviews yet."""
        after = self.monday + _WEEK
        return after if after <= monday_of(self.today) else None


@dataclass(frozen=True, slots=True)
class PupilWeeks:
    """The Mondays of a period's weeks in which a pupil was done: by reviewing, or by a sheet."""

    child: Child
    reviewed: tuple[date, ...] = ()
    on_paper: tuple[date, ...] = ()

    @property
    def done(self) -> int:
        """Return in how many weeks the pupil was done."""
        return len(self.reviewed) + len(self.on_paper)


@dataclass(frozen=True, slots=True)
class ClassPeriod:
    """A class's period, those first who were done least; `mondays` are of weeks that are over.

    `turned` are the periods beside.
    """

    overseen: Overseen
    period: MarkedPeriod | None
    mondays: tuple[date, ...] = ()
    pupils: tuple[PupilWeeks, ...] = ()
    turned: Turned = NOT_TURNED

    @property
    def weeks(self) -> int:
        """Return how many weeks are over."""
        return len(self.mondays)


@dataclass(frozen=True, slots=True)
class ClassReviews:
    """What the tables of a class need."""

    acknowledgements: Acknowledgements
    reviews: ReviewBook
    directory: Directory
    regulations: Regulations
    clock: Clock


@dataclass(frozen=True, slots=True)
class ReadClassWeek:
    """Who answers for a class looks up who reviewed in a week (E5 class teacher 7)."""

    of: ClassReviews

    async def __call__(
        self, actor: Actor, class_id: ClassId, day: date | None = None
    ) -> ClassWeek:
        """Return the week that holds `day`, or this week."""
        overseen = await must_oversee(actor, class_id, self.of.directory)
        now = today(self.of.clock, ZoneInfo(overseen.member.zone))
        first, last = monday_of(day or now), sunday_of(day or now)
        pupils = await self.of.directory.pupils_of(class_id)
        numbers = [one.pupil for one in pupils]
        guardians = await self.of.reviews.guardians(numbers)
        rule = (await self.of.regulations.of(overseen.member.school)).review
        given = await reviews_given(self.of.acknowledgements, numbers, first, last)
        reviews = (
            by_who_was_guardian(guardians, given, rule)
            if last < now
            else by_guardian(guardians, given)
        )
        sheets = await self.of.reviews.on_paper(numbers, first, last)
        informed = holding(sheets, first)
        lessons = await self.of.reviews.school_days(class_id, first, last)
        return ClassWeek(
            overseen,
            first,
            now,
            has_lessons=bool(lessons),
            pupils=tuple(
                _informed(
                    _of_pupil(one, reviews.get(one.pupil, {}), guardians.get(one.pupil, ()), rule),
                    holds=one.pupil in informed,
                )
                for one in pupils
            ),
            rule=rule,
        )


def _of_pupil(
    child: Child, reviews: ByGuardian, guardians: Sequence[Guardian], rule: ReviewRule
) -> PupilReviews:
    days = sorted({day for of_one in reviews.values() for day in of_one})
    each = rule.done_by == "each" and len(guardians) > 1
    known = tuple((one.name, tuple(sorted(reviews.get(one.person, ())))) for one in guardians)
    apart = known if each else ()
    return PupilReviews(
        child, tuple(days), is_done(reviews, rule), bool(reviews), apart, guardians=known
    )


def _informed(pupil: PupilReviews, *, holds: bool) -> PupilReviews:
    # Who reviewed as the rule wants is done by that, whatever the family holds.
    return replace(pupil, is_done=True, on_paper=True) if holds and not pupil.is_done else pupil


@dataclass(frozen=True, slots=True)
class ReadClassPeriod:
    """Who answers for a class looks up the weeks of a period."""

    of: ClassReviews
    turn: TurnPeriods

    async def __call__(
        self, actor: Actor, class_id: ClassId, asked: PeriodId | None = None
    ) -> ClassPeriod:
        """Return the period asked for, or the running one, or the last before today."""
        overseen = await must_oversee(actor, class_id, self.of.directory)
        now = today(self.of.clock, ZoneInfo(overseen.member.zone))
        turned = await self.turn(class_id, now, asked)
        period = turned.period
        if period is None:
            return ClassPeriod(overseen, None)
        lessons = await self.of.reviews.school_days(class_id, period.begins, period.ends)
        weeks = sorted({monday_of(day) for day in lessons if sunday_of(day) < now})
        pupils = await self.of.directory.pupils_of(class_id)
        of_pupils = await self._weeks(overseen, pupils, weeks)
        return ClassPeriod(
            overseen,
            period,
            tuple(weeks),
            tuple(sorted(of_pupils, key=lambda one: one.done)),
            turned,
        )

    async def _weeks(
        self, overseen: Overseen, children: Sequence[Child], weeks: Sequence[date]
    ) -> Sequence[PupilWeeks]:
        if not weeks:
            return [PupilWeeks(one) for one in children]
        pupils = [one.pupil for one in children]
        rule = (await self.of.regulations.of(overseen.member.school)).review
        guardians = await self.of.reviews.guardians(pupils)
        given = await reviews_given(self.of.acknowledgements, pupils, weeks[0], weeks[-1] + _WEEK)
        sheets = await self.of.reviews.on_paper(pupils, weeks[0], sunday_of(weeks[-1]))
        on_paper = {week: holding(sheets, week) for week in weeks}
        reviewed = defaultdict[PupilId, list[date]](list)
        for week in weeks:
            of_week = [one for one in given if monday_of(date.fromordinal(one.subject)) == week]
            for pupil, reviews in by_who_was_guardian(guardians, of_week, rule).items():
                if is_done(reviews, rule):
                    reviewed[pupil].append(week)
        return [
            PupilWeeks(
                one,
                tuple(reviewed[one.pupil]),
                tuple(
                    week
                    for week in weeks
                    if one.pupil in on_paper[week] and week not in reviewed[one.pupil]
                ),
            )
            for one in children
        ]
