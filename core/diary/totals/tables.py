"""Who reviewed when: a guardian's own record, and the tables of a class (F11)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import Overseen, guardian_of, must_oversee
from core.access.people import Actor, Child, Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged, Acknowledgement, Acknowledgements
from core.diary.reading import Reader
from core.diary.totals.ports import Guardian, InHand, ReviewBook
from core.diary.totals.review import (
    ByGuardian,
    days_missing,
    is_done,
    is_told_on_paper,
    monday_of,
    sunday_of,
)
from core.diary.views import Period
from core.errors import AccessRefused
from core.ids import ClassId, PeriodId, PersonId, PupilId
from core.journal.calendar import last_begun
from core.journal.marked_periods import MarkedPeriod
from core.journal.turned_periods import NOT_TURNED, Turned, TurnPeriods
from core.regulation.ports import Regulations
from core.regulation.profile import ReviewRule

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ReviewedWeek:
    """A week of a guardian's own record."""

    monday: date
    days: tuple[date, ...]
    is_done: bool


@dataclass(frozen=True, slots=True)
class OwnReviews:
    """What a guardian has reviewed of a child in a period, the newest week first.

    A week without lessons counts only where it was reviewed. `before` and `after` are the periods
    beside; what lies ahead has nothing to show yet.
    """

    child: Child
    period: Period | None
    weeks: tuple[ReviewedWeek, ...] = ()
    before: Period | None = None
    after: Period | None = None


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
class ReadOwnReviews:
    """A guardian opens the own record."""

    reader: Reader
    acknowledgements: Acknowledgements

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> OwnReviews:
        """Return the weeks of the period that holds `day`, or of the running one.

        Raise AccessRefused for who is no guardian.
        """
        child, now, member = await self.reader.open(actor, pupil)
        guardian = guardian_of(actor, pupil)
        if guardian is None:
            raise AccessRefused
        asked = min(day or now, now)
        known = (await self.reader.book.periods(pupil, asked)).periods
        begun = [one for one in known if one.begins <= now]
        period = last_begun(begun, asked)
        if period is None:
            return OwnReviews(child, None)
        mondays = _mondays(period.begins, min(now, period.ends))
        given = await _given(self.acknowledgements, [pupil], mondays[0], sunday_of(mondays[-1]))
        rule = (await self.reader.regulations.of(member.school)).review
        own = [date.fromordinal(one.subject) for one in given if one.person == guardian.person]
        weeks = {
            one: tuple(sorted(day for day in own if monday_of(day) == one)) for one in mondays
        }
        diary = await self.reader.days(pupil, period.begins, min(sunday_of(now), period.ends))
        taught = {monday_of(day.day) for day in diary if day.lessons}
        return OwnReviews(
            child,
            period,
            tuple(
                ReviewedWeek(monday, days, days_missing(days, rule) == 0)
                for monday, days in reversed(weeks.items())
                # In a week without lessons nobody is missing (F11); what was reviewed is kept.
                if days or monday in taught
            ),
            before=max(
                (one for one in begun if one.ends < period.begins),
                key=lambda one: one.begins,
                default=None,
            ),
            after=min(
                (one for one in begun if one.begins > period.ends),
                key=lambda one: one.begins,
                default=None,
            ),
        )


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
        reviews = by_guardian(
            guardians, await _given(self.of.acknowledgements, numbers, first, last)
        )
        rule = (await self.of.regulations.of(overseen.member.school)).review
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


def holding(sheets: Iterable[InHand], monday: date) -> frozenset[PupilId]:
    """Return the pupils whose sheets inform of the week that begins on the Monday (F10)."""
    return frozenset(one.pupil for one in sheets if is_told_on_paper(monday, one.first, one.last))


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
        given = await _given(self.of.acknowledgements, pupils, weeks[0], weeks[-1] + _WEEK)
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


def by_guardian(
    guardians: Mapping[PupilId, Sequence[Guardian]], given: Iterable[Acknowledgement]
) -> Mapping[PupilId, ByGuardian]:
    """Return each guardian's days by pupil; an answer of who is no guardian now does not count."""
    found = {
        pupil: {one.person: set[date]() for one in known} for pupil, known in guardians.items()
    }
    for one in given:
        days = found.get(one.about, {}).get(one.person)
        if days is not None:
            days.add(date.fromordinal(one.subject))
    return found


def by_who_was_guardian(
    guardians: Mapping[PupilId, Sequence[Guardian]],
    given: Iterable[Acknowledgement],
    rule: ReviewRule,
) -> Mapping[PupilId, ByGuardian]:
    """Return each person's days by pupil, in a week that is over (F11).

    A review is kept of a guardian alone, so who gave one was a guardian then. Where one is enough
    the week stays done when the person is a guardian no more; where each must, those of today.
    """
    answers = list(given)
    found = dict(by_guardian(guardians, answers))
    if rule.done_by != "one":
        return found
    former = defaultdict[PupilId, dict[PersonId, set[date]]](lambda: defaultdict(set))
    for one in answers:
        if one.person not in found.get(one.about, {}):
            former[one.about][one.person].add(date.fromordinal(one.subject))
    return {**found, **{pupil: {**found.get(pupil, {}), **of} for pupil, of in former.items()}}


async def _given(
    acknowledgements: Acknowledgements, pupils: Sequence[PupilId], first: date, last: date
) -> Sequence[Acknowledgement]:
    return await acknowledgements.given(
        Acknowledged.REVIEW, pupils, first.toordinal(), last.toordinal()
    )


def _mondays(first: date, last: date) -> Sequence[date]:
    count = (monday_of(last) - monday_of(first)).days // 7 + 1
    return [monday_of(first) + _WEEK * number for number in range(count)]
