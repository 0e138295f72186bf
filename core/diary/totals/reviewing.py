"""A parent opens the totals of a child and says so (F11)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from core.access.gate import guardian_of
from core.access.people import Actor, Child
from core.clock import Clock
from core.diary.acknowledging import (
    Acknowledge,
    Acknowledged,
    Acknowledgements,
    Asked,
    Outcome,
    stamp_of,
)
from core.diary.reading import Reader
from core.diary.totals.facts import TotalsReviewed
from core.diary.totals.given import reviews_given
from core.diary.totals.ports import ReviewBook
from core.diary.totals.review import (
    Standing,
    days_missing,
    holding,
    monday_of,
    standing_of,
    sunday_of,
)
from core.diary.views import PeriodMarks, SubjectMarks
from core.errors import AccessRefused
from core.facts import Facts, Origin
from core.ids import PersonId, PupilId
from core.journal.values import AbsenceCode, MarkValue
from core.regulation.profile import ReviewRule

_LATEST: Final = 3
"""Of a subject whose marks have no mean, so many are shown."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What a parent reviews: the week's counts, and the period's marks by subject.

    `reviewed` are the viewer's days of this week; `may_review` is False for who is no guardian;
    `done_by_other`: another guardian did it, and one is enough; `on_paper`: the family holds the
    week's results on paper, and that is enough too (F10).
    """

    child: Child
    today: date
    marks: int
    absences: int
    period: PeriodMarks
    rule: ReviewRule
    reviewed: tuple[date, ...] = ()
    may_review: bool = False
    done_by_other: bool = False
    on_paper: bool = False

    @property
    def missing(self) -> int:
        """Return on how many further days of this week the viewer must review."""
        return days_missing(self.reviewed, self.rule)

    @property
    def standing(self) -> Standing:
        """Return how the viewer stands in this week."""
        return standing_of(
            self.reviewed,
            self.today,
            self.rule,
            done_by_other=self.done_by_other,
            on_paper=self.on_paper,
        )

    @property
    def shown(self) -> str:
        """Return what is shown as plain text: its digest is kept as the proof.

        It holds no more than the screen does: what is not shown is not confirmed either.
        """
        week = f"{monday_of(self.today)}: {self.marks}, {self.absences}"
        return "\n".join((week, *map(_line, self.subjects)))

    @property
    def subjects(self) -> tuple[SubjectMarks, ...]:
        """Return the subjects of which there is anything to review: each of them is shown."""
        return tuple(one for one in self.period.subjects if one.marks or one.period_mark)

    @property
    def stamp(self) -> int:
        """Return the stamp of the button: it confirms nothing but what was shown with it."""
        return stamp_of(self.shown)


def stated(subject: SubjectMarks) -> MarkValue | Decimal | tuple[MarkValue, ...]:
    """Return how a subject stands: by its period mark, else its mean, else its latest marks."""
    if subject.period_mark is not None:
        return subject.period_mark
    if subject.mean is not None:
        return subject.mean
    return tuple(one.value for one in subject.marks[-_LATEST:])


def _line(subject: SubjectMarks) -> str:
    period = f" ({subject.period.title})" if subject.period else ""
    return f"{subject.title}{period}: {_text(stated(subject))}"


def _text(stands: MarkValue | Decimal | tuple[MarkValue, ...]) -> str:
    match stands:
        case MarkValue():
            return f"= {stands.text}"
        case Decimal():
            return str(stands)
        case _:
            return " ".join(one.text for one in stands)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The totals after a tap, and what became of it."""

    totals: Totals
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ReadTotals:
    """Open the totals of a child."""

    reader: Reader
    acknowledgements: Acknowledgements
    reviews: ReviewBook

    async def __call__(self, actor: Actor, pupil: PupilId) -> Totals:
        """Return this week's counts and the running period's marks."""
        opened = await self.reader.open(actor, pupil)
        child, now, member = opened
        monday, sunday = monday_of(now), sunday_of(now)
        book = self.reader.book
        marks = await book.marks(pupil, monday, sunday)
        missed = await book.absences(pupil, monday, sunday)
        period = await self.reader.marks_of(await self.reader.turn_to(opened))
        given = await reviews_given(self.acknowledgements, [pupil], monday, sunday)
        sheets = await self.reviews.on_paper([pupil], monday, sunday)
        days = dict[PersonId, list[date]]()
        for one in given:
            days.setdefault(one.person, []).append(date.fromordinal(one.subject))
        rule = (await self.reader.regulations.of(member.school)).review
        guardian = guardian_of(actor, pupil)
        own = days.pop(guardian.person, []) if guardian else []
        others = [days_missing(of_other, rule) == 0 for of_other in days.values()]
        return Totals(
            child,
            now,
            len(marks),
            sum(1 for one in missed if one.code is not AbsenceCode.LATE),
            period,
            rule,
            tuple(sorted(own)),
            may_review=guardian is not None,
            done_by_other=rule.done_by == "one" and any(others),
            on_paper=pupil in holding(sheets, monday),
        )


@dataclass(frozen=True, slots=True)
class ReviewTotals:
    """A guardian says that it has reviewed the totals; the class teacher hears of it."""

    read: ReadTotals
    acknowledge: Acknowledge
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, pupil: PupilId, *, stamp: int) -> Reviewed:
        """Record the day with the time and a digest of what was shown; a day counts once.

        Where the totals have changed since they were shown nothing is recorded. Raise
        AccessRefused for who is no guardian of the pupil.
        """
        totals = await self.read(actor, pupil)
        guardian = guardian_of(actor, pupil)
        if guardian is None:
            raise AccessRefused
        if totals.today in totals.reviewed:
            return Reviewed(totals, Outcome.AGAIN)
        if stamp != totals.stamp:
            return Reviewed(totals, Outcome.CHANGED)
        review = await self.acknowledge(
            actor,
            pupil,
            Asked(Acknowledged.REVIEW, totals.today.toordinal()),
            shown=totals.shown,
        )
        if review is not None:
            by, now = Origin(guardian.person), self.clock.now()
            fact = TotalsReviewed(guardian.school, now, by, review, pupil)
            await self.facts.record([fact])
        outcome = Outcome.AGAIN if review is None else Outcome.RECORDED
        return Reviewed(await self.read(actor, pupil), outcome)
