"""A pupil's marks as a chart: each subject mark by mark, with the mean as it ran."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.access.people import Actor, Child
from core.diary.papers.spread import ClassMarks, Spread, spreads_of
from core.diary.reading import Reader
from core.diary.views import Period, ShownMark, SubjectMarks
from core.ids import PupilId, SubjectId
from core.journal.means import WeightedMark, weighted_mean
from core.journal.school_years import YearOfPeriods
from core.regulation.profile import Rounding


@dataclass(frozen=True, slots=True)
class Curve:
    """One subject: its marks oldest first, and the mean after each, where there is one by then."""

    title: str
    marks: tuple[ShownMark, ...]
    means: tuple[Decimal | None, ...]
    mean: Decimal | None
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class MarkChart:
    """The subjects of a period in which the pupil is marked; `unmarked` names the others.

    A mean is known up to `until`: today, or the last day of a period that is over.
    """

    child: Child
    period: Period | None
    curves: tuple[Curve, ...] = ()
    unmarked: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ReadMarkChart:
    """Open a period's marks as a chart (F1), with how the class's lie and nobody's among them."""

    reader: Reader
    classes: ClassMarks

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> MarkChart:
        """Return the period that holds `day` (or today), or the last one before it."""
        opened = await self.reader.open(actor, pupil)
        at = await self.reader.turn_to(opened, day)
        view = await self.reader.marks_of(at)
        period = view.period
        if period is None:
            return MarkChart(view.child, None)
        spreads = await self._spreads(pupil, at.year, period, view.subjects)
        rounding = (await self.reader.regulations.of(opened.member.school)).rounding
        drawn = [_curve(one, spreads.get(one.subject), rounding, period) for one in view.subjects]
        curves = tuple(one for one in drawn if one.marks)
        unmarked = tuple(one.title for one in drawn if not one.marks)
        until = min(opened.today, period.ends)
        return MarkChart(view.child, period, curves, unmarked, view.periods, until)

    async def _spreads(
        self,
        pupil: PupilId,
        year: YearOfPeriods[Period],
        shown: Period,
        subjects: Sequence[SubjectMarks],
    ) -> Mapping[SubjectId, Spread]:
        """Return how the class's marks lie, each subject's in its own period."""
        class_id = await self.reader.book.class_of(pupil)
        if class_id is None:
            return {}
        found = dict[SubjectId, Spread]()
        for period in dict.fromkeys(one.period or shown for one in subjects):
            own = {one.subject for one in subjects if (one.period or shown) == period}
            first, last = year.counted(period)
            marks = await self.classes.marks_in_class(class_id, first=first, last=last)
            found |= spreads_of([one for one in marks if one.subject in own])
        return found


def _curve(
    subject: SubjectMarks, spread: Spread | None, rounding: Rounding, shown: Period
) -> Curve:
    """Return a subject's curve; of one that runs through half a year, the part that is shown."""
    means = running_means(subject.marks, rounding)
    own = subject.period or shown
    before = sum(own != shown and one.day < shown.begins for one in subject.marks)
    return Curve(subject.title, subject.marks[before:], means[before:], subject.mean, spread)


def running_means(marks: Sequence[ShownMark], rounding: Rounding) -> tuple[Decimal | None, ...]:
    """Return the weighted mean as it stood after each mark."""
    counted = [WeightedMark(one.value, one.weight) for one in marks]
    return tuple(weighted_mean(counted[: at + 1], rounding) for at in range(len(counted)))
