"""A guardian's own record: in which weeks of a period it reviewed (F11, F2)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.access.gate import guardian_of
from core.access.people import Actor, Child
from core.diary.acknowledging import Acknowledgements
from core.diary.reading import Opened, Reader
from core.diary.totals.given import reviews_given
from core.diary.totals.ports import ReviewBook
from core.diary.totals.review import days_missing, holding, monday_of, sunday_of
from core.diary.views import Period
from core.errors import AccessRefused
from core.ids import PersonId, PupilId
from core.journal.calendar import last_begun

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ReviewedWeek:
    """A week of a guardian's own record.

    `on_paper`: the family holds the week's results on paper and is informed by that (F10).
    """

    monday: date
    days: tuple[date, ...]
    is_done: bool
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class OwnReviews:
    """What a guardian has reviewed of a child in a period, the newest week first.

    A week without lessons counts only where it was reviewed. `before` and `after` are the periods
    beside, of other school years too; what lies ahead has nothing to show yet.
    """

    child: Child
    today: date
    period: Period | None = None
    weeks: tuple[ReviewedWeek, ...] = ()
    before: Period | None = None
    after: Period | None = None


@dataclass(frozen=True, slots=True)
class ReadOwnReviews:
    """A guardian opens the own record."""

    reader: Reader
    acknowledgements: Acknowledgements
    reviews: ReviewBook

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> OwnReviews:
        """Return the weeks of the period that holds `day`, or of the running one.

        Where no period runs it is the last before. Raise AccessRefused for who is no guardian.
        """
        child, now, _ = opened = await self.reader.open(actor, pupil)
        guardian = guardian_of(actor, pupil)
        if guardian is None:
            raise AccessRefused
        asked = min(day or now, now)
        begun = await self._begun(pupil, asked, now)
        period = last_begun(begun, asked)
        if period is None:
            return OwnReviews(child, now)
        at = begun.index(period)
        return OwnReviews(
            child,
            now,
            period,
            await self._weeks(opened, guardian.person, period),
            before=begun[at - 1] if at else None,
            after=next(iter(begun[at + 1 :]), None),
        )

    async def _begun(self, pupil: PupilId, asked: date, now: date) -> list[Period]:
        """Return the begun periods of the day's school year in order, with those beside it."""
        year = await self.reader.book.periods(pupil, asked)
        if year.before and asked < year.periods[0].begins:
            # The new year is there, but none of its periods: the last one of before is shown.
            year = await self.reader.book.periods(pupil, year.before.begins)
        known = (year.before, *year.periods, year.after)
        return [one for one in known if one and one.begins <= now]

    async def _weeks(
        self, opened: Opened, guardian: PersonId, period: Period
    ) -> tuple[ReviewedWeek, ...]:
        child, now, member = opened
        pupil, last = child.pupil, min(now, period.ends)
        mondays = _mondays(period.begins, last)
        given = await reviews_given(
            self.acknowledgements, [pupil], mondays[0], sunday_of(mondays[-1])
        )
        own = [date.fromordinal(one.subject) for one in given if one.person == guardian]
        sheets = await self.reviews.on_paper([pupil], mondays[0], sunday_of(mondays[-1]))
        rule = (await self.reader.regulations.of(member.school)).review
        diary = await self.reader.days(pupil, period.begins, min(sunday_of(now), period.ends))
        taught = {monday_of(one.day) for one in diary if one.lessons}
        days = {
            monday: tuple(sorted(day for day in own if monday_of(day) == monday))
            for monday in mondays
        }
        weeks = (
            ReviewedWeek(
                monday,
                days[monday],
                is_done=days_missing(days[monday], rule) == 0,
                on_paper=pupil in holding(sheets, monday),
            )
            for monday in reversed(mondays)
        )
        # In a week without lessons nobody is missing (F11); what was reviewed is kept.
        return tuple(one for one in weeks if one.days or one.monday in taught)


def _mondays(first: date, last: date) -> list[date]:
    count = (monday_of(last) - monday_of(first)).days // 7 + 1
    return [monday_of(first) + _WEEK * number for number in range(count)]
