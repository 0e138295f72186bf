"""A class's forecast goes to its families: by the class teacher's word, or by itself (F6)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses, must_lead
from core.access.people import Actor, Child
from core.clock import Clock, today
from core.diary.forecast.foresee import Foresee
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.issuing.facts import ForecastIssued
from core.diary.issuing.terms import ClassTerm, Issue, Term
from core.errors import NotFound, RuleBroken
from core.facts import Facts, Origin
from core.ids import ClassId, IssueId, PeriodId, PersonId, PupilId, SchoolId, SubjectId

Foreseen = Mapping[PupilId, Sequence[SubjectForecast]]
"""Each pupil's subjects, as they are foreseen."""


class NothingToForesee(RuleBroken):
    """A class that is taught without marks, as first forms are, gets no forecast."""

    code = "nothing-to-foresee"


def marked_in(foreseen: Foreseen) -> frozenset[SubjectId]:
    """Return the subjects in which anybody of a class has a mark.

    Where nobody has one the subject is taught without marks, and nobody lacks any.
    """
    return frozenset(one.subject for of in foreseen.values() for one in of if one.marks)


def chosen(terms: Sequence[ClassTerm], period: PeriodId | None) -> ClassTerm | None:
    """Return the term of the period; without one the first, by which most courses run."""
    return next((one for one in terms if period in {None, one.term.id}), None)


class Issues(Protocol):
    """Which class's forecast of which period was sent, when and by whom."""

    async def terms(self, school: SchoolId, day: date) -> Sequence[ClassTerm]:
        """Return each class's periods that run on the day, as `terms_of` does."""
        ...

    async def terms_of(self, class_id: ClassId, day: date) -> Sequence[ClassTerm]:
        """Return the class's periods that run on the day; between periods there are none.

        First that by which most of its courses run, the quarter or the half-year; then the other,
        where subjects that end in a mark run by it alone. Each has a forecast of its own.
        """
        ...

    async def term(self, class_id: ClassId, day: date) -> ClassTerm | None:
        """Return the first of the class's periods that run on the day, or None between them."""
        ...

    async def period(self, period: PeriodId) -> Term | None:
        """Return a period by its number."""
        ...

    async def issued(self, issue: IssueId) -> ClassTerm | None:
        """Return the class and period of an issue, with it."""
        ...

    async def add(self, term: ClassTerm, *, at: datetime, by: PersonId | None) -> Issue | None:
        """Keep that the forecast was sent; return None where it was sent before."""
        ...

    async def renew(self, issue: Issue, *, at: datetime) -> Issue | None:
        """Keep that the forecast went anew by itself; return None where another process did it."""
        ...

    async def taught_alone(self, term: ClassTerm, day: date) -> Collection[PupilId]:
        """Return who of the class has a subject that is summed up by this period alone."""
        ...

    async def looked(self, issue: IssueId, day: date) -> None:
        """Keep that the class was looked after on the day."""
        ...

    async def found_unmarked(self, term: ClassTerm, day: date) -> None:
        """Keep that nobody of the class had a mark on the day, so that it rests till the next."""
        ...


class Classes(Protocol):
    """Who is in a class."""

    async def pupils_of(self, class_id: ClassId) -> Sequence[Child]:
        """Return the pupils of a class now, by family name."""
        ...


class ListedClasses(Classes, SchoolClasses, Protocol):
    """The classes of a school, and who is in each."""


@dataclass(frozen=True, slots=True)
class IssueForecast:
    """The class teacher sends the class's forecast, on its day or before.

    One sent before its day goes anew on it: what is in hand at the rule's day is fresh (F6).
    """

    issues: Issues
    classes: Classes
    foresee: Foresee
    facts: Facts
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, period: PeriodId | None = None
    ) -> bool:
        """Send it; return False where it was sent before, and nothing happens.

        It is that of the period, or of the one by which most courses run. Raise NotFound where
        that does not run now, NothingToForesee where nobody of the class has a mark in it.
        """
        member = must_lead(actor, class_id)
        zone = ZoneInfo(member.zone)
        day = today(self.clock, zone)
        term = chosen(await self.issues.terms_of(class_id, day), period)
        if term is None:
            raise NotFound
        known = [one.pupil for one in await self.classes.pupils_of(class_id)]
        found = await self.foresee(term.school, known, day=day, today=day)
        foreseen = found.within(term.term.begins, term.term.ends)
        if not marked_in(foreseen):
            raise NothingToForesee
        now = self.clock.now()
        issue = await self.issues.add(term, at=now, by=member.person)
        if issue is None:
            return False
        by, since = Origin(member.person), issue.since(zone)
        told = [one for one in known if one in foreseen]
        await self.facts.record(
            [ForecastIssued(term.school, now, by, one, term.term.id, since) for one in told]
        )
        return True
