"""Which class's forecast was sent, and in which period a class is. Behind `Issues` of core."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, exists, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.issuing.terms import ClassTerm, Issue, Term
from core.ids import ClassId, IssueId, PeriodId, PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday
from core.journal.missing_marks import UNMARKED_KINDS
from core.journal.school_years import prevailing
from core.journal.values import PeriodKind
from storage.statements import NAME, enrolled_as, insert_into, named
from storage.tables import (
    EnrolmentRow,
    ForecastIssueRow,
    GroupRow,
    GroupTermRow,
    HolidayRow,
    PeriodRow,
    PersonRow,
    UnmarkedClassRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL

_DAY = bindparam("day", type_=PeriodRow.begins.type)
_TERM = (PeriodRow.id, PeriodRow.title, PeriodRow.kind, PeriodRow.begins, PeriodRow.ends)
_ISSUE = (
    ForecastIssueRow.id,
    ForecastIssueRow.at,
    ForecastIssueRow.by_id,
    *NAME,
    ForecastIssueRow.looked_on,
)

_RUNNING = select(*_TERM).where(
    PeriodRow.school_id == bindparam("school"),
    PeriodRow.gone_at.is_(None),
    PeriodRow.kind != PeriodKind.YEAR.value,
    PeriodRow.begins <= _DAY,
    PeriodRow.ends >= _DAY,
)

_CLASS, _COURSE = aliased(GroupRow), aliased(GroupRow)
_IN_CLASS, _IN_COURSE = aliased(EnrolmentRow), aliased(EnrolmentRow)

_ELSEWHERE = aliased(GroupTermRow)
_MARKED_ALONE = _COURSE.teaching.not_in([kind.value for kind in UNMARKED_KINDS]) & ~(
    exists()
    .where(
        _ELSEWHERE.group_id == _COURSE.id,
        _ELSEWHERE.period_id != GroupTermRow.period_id,
        _ELSEWHERE.period_id.in_(bindparam("periods", expanding=True)),
    )
    .correlate(_COURSE, GroupTermRow)
)
"""A course that ends in a mark and runs by no other period of the day."""

_TAUGHT = (
    select(
        _CLASS.id,
        _CLASS.title,
        GroupTermRow.period_id,
        func.count(_COURSE.id.distinct()),
        func.count(case((_MARKED_ALONE, _COURSE.id)).distinct()),
    )
    .select_from(_CLASS)
    .join(_IN_CLASS, (_IN_CLASS.group_id == _CLASS.id) & enrolled_as(_IN_CLASS, PUPIL, _DAY))
    .join(
        _IN_COURSE,
        (_IN_COURSE.person_id == _IN_CLASS.person_id) & enrolled_as(_IN_COURSE, PUPIL, _DAY),
    )
    .join(_COURSE, _COURSE.id == _IN_COURSE.group_id)
    .join(GroupTermRow, GroupTermRow.group_id == _COURSE.id)
    .where(
        _CLASS.school_id == bindparam("school"),
        _CLASS.kind == CLASS,
        _CLASS.gone_at.is_(None),
        _COURSE.kind == COURSE,
        _COURSE.gone_at.is_(None),
        GroupTermRow.period_id.in_(bindparam("periods", expanding=True)),
    )
    .group_by(_CLASS.id, _CLASS.title, GroupTermRow.period_id)
    .order_by(_CLASS.id, GroupTermRow.period_id)
)

_TAUGHT_ALONE = (
    select(_IN_CLASS.person_id)
    .select_from(_IN_CLASS)
    .join(
        _IN_COURSE,
        (_IN_COURSE.person_id == _IN_CLASS.person_id) & enrolled_as(_IN_COURSE, PUPIL, _DAY),
    )
    .join(_COURSE, _COURSE.id == _IN_COURSE.group_id)
    .join(GroupTermRow, GroupTermRow.group_id == _COURSE.id)
    .where(
        _IN_CLASS.group_id == bindparam("class_id"),
        enrolled_as(_IN_CLASS, PUPIL, _DAY),
        _COURSE.kind == COURSE,
        _COURSE.gone_at.is_(None),
        GroupTermRow.period_id == bindparam("period"),
        _MARKED_ALONE,
    )
    .distinct()
)

_ISSUED = (
    select(ForecastIssueRow.class_id, ForecastIssueRow.period_id, *_ISSUE)
    .outerjoin(PersonRow, PersonRow.id == ForecastIssueRow.by_id)
    .where(ForecastIssueRow.period_id.in_(bindparam("periods", expanding=True)))
)

_UNMARKED = select(
    UnmarkedClassRow.class_id, UnmarkedClassRow.period_id, UnmarkedClassRow.looked_on
).where(UnmarkedClassRow.period_id.in_(bindparam("periods", expanding=True)))

_HOLIDAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .where(
        HolidayRow.school_id == bindparam("school"),
        HolidayRow.gone_at.is_(None),
        HolidayRow.ends >= bindparam("first", type_=HolidayRow.ends.type),
        HolidayRow.begins <= bindparam("last", type_=HolidayRow.begins.type),
    )
    .order_by(HolidayRow.begins, HolidayRow.id)
)

_ONE = (
    select(
        ForecastIssueRow.school_id,
        ForecastIssueRow.class_id,
        GroupRow.title,
        *_TERM,
        *_ISSUE,
    )
    .join(GroupRow, GroupRow.id == ForecastIssueRow.class_id)
    .join(PeriodRow, PeriodRow.id == ForecastIssueRow.period_id)
    .outerjoin(PersonRow, PersonRow.id == ForecastIssueRow.by_id)
    .where(ForecastIssueRow.id == bindparam("issue"))
)


class _Taught(NamedTuple):
    class_id: int
    title: str
    period: int
    courses: int
    alone: int


@dataclass(frozen=True, slots=True)
class SqlIssues:
    """Periods by the courses of a class's pupils; issues as rows of their own."""

    connection: AsyncConnection

    async def terms(self, school: SchoolId, day: date) -> Sequence[ClassTerm]:
        """Return each class's periods that run on the day."""
        return await self._terms(school, day, None)

    async def terms_of(self, class_id: ClassId, day: date) -> Sequence[ClassTerm]:
        """Return the class's periods that run on the day, the prevailing one first."""
        asked = select(GroupRow.school_id).where(GroupRow.id == class_id)
        school = (await self.connection.execute(asked)).scalar()
        if school is None:
            return ()
        return await self._terms(SchoolId(school), day, class_id)

    async def term(self, class_id: ClassId, day: date) -> ClassTerm | None:
        """Return the first of the class's periods that run on the day."""
        return next(iter(await self.terms_of(class_id, day)), None)

    async def _terms(
        self, school: SchoolId, day: date, class_id: ClassId | None
    ) -> list[ClassTerm]:
        rows = await self.connection.execute(_RUNNING, {"school": school, "day": day})
        terms = {row[0]: _term(row) for row in rows}
        if not terms:
            return []
        asked = {"school": school, "day": day, "periods": sorted(terms)}
        one = _CLASS.id == class_id if class_id is not None else true()
        taught = [
            _Taught._make(row) for row in await self.connection.execute(_TAUGHT.where(one), asked)
        ]
        issues = {
            (row[0], row[1]): _issue(row[2:])
            for row in await self.connection.execute(_ISSUED, {"periods": sorted(terms)})
        }
        unmarked = {
            (row[0], row[1]): row[2]
            for row in await self.connection.execute(_UNMARKED, {"periods": sorted(terms)})
        }
        days = [day for term in terms.values() for day in (term.begins, term.ends)]
        holidays = await self._holidays(school, min(days), max(days))
        return [
            ClassTerm(
                school,
                ClassId(of.class_id),
                of.title,
                terms[of.period],
                tuple(it for it in holidays if _touch(it, terms[of.period])),
                issues.get((of.class_id, of.period)),
                unmarked.get((of.class_id, of.period)),
            )
            for of in _chosen(taught, terms)
        ]

    async def _holidays(self, school: int, first: date, last: date) -> list[Holiday]:
        asked = {"school": school, "first": first, "last": last}
        return [Holiday(*row) for row in await self.connection.execute(_HOLIDAYS, asked)]

    async def period(self, period: PeriodId) -> Term | None:
        """Return a period by its number."""
        asked = select(*_TERM).where(PeriodRow.id == period, PeriodRow.gone_at.is_(None))
        row = (await self.connection.execute(asked)).one_or_none()
        return _term(row) if row else None

    async def issued(self, issue: IssueId) -> ClassTerm | None:
        """Return the class and period of an issue, with it."""
        row = (await self.connection.execute(_ONE, {"issue": issue})).one_or_none()
        if row is None:
            return None
        school, class_id, title = row[:3]
        term = _term(row[3:8])
        holidays = await self._holidays(school, term.begins, term.ends)
        return ClassTerm(
            SchoolId(school), ClassId(class_id), title, term, tuple(holidays), _issue(row[8:])
        )

    async def add(self, term: ClassTerm, *, at: datetime, by: PersonId | None) -> Issue | None:
        """Keep that the forecast was sent; return None where it was sent before."""
        kept = (
            insert_into(self.connection, ForecastIssueRow)
            .values(
                school_id=term.school,
                class_id=term.class_id,
                period_id=term.term.id,
                at=at,
                by_id=by,
            )
            .on_conflict_do_nothing()
            .returning(ForecastIssueRow.id)
        )
        number = (await self.connection.execute(kept)).scalar()
        if number is None:
            return None
        found = await self.issued(IssueId(number))
        return found.issue if found else None

    async def renew(self, issue: Issue, *, at: datetime) -> Issue | None:
        """Keep that the forecast went anew by itself; return None where another process did it."""
        changed = update(ForecastIssueRow).where(
            ForecastIssueRow.id == issue.id, ForecastIssueRow.at == issue.at
        )
        done = await self.connection.execute(changed.values(at=at, by_id=None))
        return replace(issue, at=at, by=None, who=None) if done.rowcount else None

    async def taught_alone(self, term: ClassTerm, day: date) -> Collection[PupilId]:
        """Return who of the class has a subject that is summed up by this period alone."""
        running = await self.connection.execute(_RUNNING, {"school": term.school, "day": day})
        asked = {
            "day": day,
            "class_id": term.class_id,
            "period": term.term.id,
            "periods": [row[0] for row in running],
        }
        rows = await self.connection.execute(_TAUGHT_ALONE, asked)
        return {PupilId(PersonId(one)) for (one,) in rows}

    async def looked(self, issue: IssueId, day: date) -> None:
        """Keep that the class was looked after on the day."""
        changed = update(ForecastIssueRow).where(ForecastIssueRow.id == issue)
        await self.connection.execute(changed.values(looked_on=day))

    async def found_unmarked(self, term: ClassTerm, day: date) -> None:
        """Keep that nobody of the class had a mark on the day, so that it rests till the next."""
        kept = insert_into(self.connection, UnmarkedClassRow).values(
            school_id=term.school, class_id=term.class_id, period_id=term.term.id, looked_on=day
        )
        on = (UnmarkedClassRow.period_id, UnmarkedClassRow.class_id)
        await self.connection.execute(
            kept.on_conflict_do_update(index_elements=on, set_={"looked_on": day})
        )


def _term(row: Sequence[Any]) -> Term:
    number, title, kind, begins, ends = row
    return Term(PeriodId(number), title, PeriodKind(kind), begins, ends)


def _issue(row: Sequence[Any]) -> Issue:
    number, at, by, given, family, middle, looked_on = row
    person = None if by is None else PersonId(by)
    return Issue(IssueId(number), at, person, named(given, family, middle), looked_on)


def _chosen(taught: Sequence[_Taught], terms: dict[int, Term]) -> Iterable[_Taught]:
    """Return each class's periods: first of the kind that prevails, then of the other."""
    of_class = defaultdict[int, list[_Taught]](list)
    for one in taught:
        of_class[one.class_id].append(one)
    return [one for found in of_class.values() for one in _of_each_kind(found, terms)]


def _of_each_kind(found: Sequence[_Taught], terms: dict[int, Term]) -> list[_Taught]:
    main = prevailing((terms[one.period].kind, one.courses) for one in found)
    first = next(one for one in found if terms[one.period].kind is main)
    others = [one for one in found if terms[one.period].kind is not main and one.alone]
    return [first, *others[:1]]


def _touch(holiday: Holiday, term: Term) -> bool:
    return holiday.begins <= term.ends and holiday.ends >= term.begins
