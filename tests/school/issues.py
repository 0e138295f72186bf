"""Issues, warnings, sheets to print and names in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access.people import Child, Name, place_in_list
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import AtRisk, EarlyWarning, LastTold
from core.diary.issuing.terms import ClassTerm, Issue, Term
from core.ids import (
    ClassId,
    IssueId,
    NoticeId,
    PeriodId,
    PersonId,
    PupilId,
    SchoolId,
    SubjectId,
    WarningId,
)
from core.journal.calendar import Holiday
from core.journal.school_years import prevailing
from core.journal.values import PeriodKind
from core.notices.ledger import Change, Draft, Ending, Notice, NoticeKind, Settled
from core.notices.printing import ToPrint
from tests.school import records
from tests.school.acknowledgements import Answer
from tests.school.outbox import Row
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.teaching import holds
from tests.school.world import World

MUST_BE_ANSWERED = (NoticeKind.FORECAST, NoticeKind.WARNING, NoticeKind.TRUANCY)


@dataclass(frozen=True, kw_only=True)
class IssueRecord(Record):
    term: ClassTerm
    issue: Issue


@dataclass(frozen=True, kw_only=True)
class UnmarkedRecord(Record):
    term: ClassTerm
    day: date


@dataclass(frozen=True, kw_only=True)
class WarningRecord(Record):
    warning: EarlyWarning


@dataclass(frozen=True, kw_only=True)
class Sheet(Record):
    sheet: ToPrint


@dataclass(frozen=True)
class MemoryIssues:
    world: World

    async def terms(self, school: SchoolId, day: date) -> Sequence[ClassTerm]:
        classes = self.world.all(
            records.Group, lambda it: (it.kind, it.school_id) == ("class", school)
        )
        return [term for one in classes for term in await self.terms_of(ClassId(one.id), day)]

    async def term(self, class_id: ClassId, day: date) -> ClassTerm | None:
        return next(iter(await self.terms_of(class_id, day)), None)

    async def terms_of(self, class_id: ClassId, day: date) -> Sequence[ClassTerm]:
        group = self.world.standing(records.Group, class_id)
        if group is None:
            return ()
        pupils = {one.person_id for one in self._enrolled({class_id}, day)}
        courses = {
            one.group_id
            for one in self.world.all(records.Enrolment, lambda it: it.person_id in pupils)
            if one.role == "pupil"
            and holds(one, day)
            and (of := self.world.standing(records.Group, one.group_id))
            and of.kind == "course"
        }
        by_period: dict[int, set[int]] = {}
        for one in self.world.all(records.GroupTerm, lambda it: it.group_id in courses):
            of = self.world.standing(records.Period, one.period_id)
            if of and of.kind != "year" and of.begins <= day <= of.ends:
                by_period.setdefault(one.period_id, set()).add(one.group_id)
        if not by_period:
            return ()
        periods = {number: self.world.get(records.Period, number) for number in sorted(by_period)}
        main = prevailing((PeriodKind(periods[it].kind), len(by_period[it])) for it in periods)
        first = next(one for one in periods.values() if one.kind == main)
        others = [
            one
            for one in periods.values()
            if one.kind != main
            and any(self._is_marked(it) for it in by_period[one.id] - by_period[first.id])
        ]
        return [self._term(group, one) for one in (first, *others[:1])]

    def _is_marked(self, course: int) -> bool:
        return self.world.get(records.Group, course).teaching not in {"elective", "extra"}

    def _term(self, group: records.Group, period: records.Period) -> ClassTerm:
        term = _term(period)
        off = self.world.all(
            records.Holiday,
            lambda it: (
                it.school_id == group.school_id
                and it.begins <= term.ends
                and it.ends >= term.begins
            ),
        )
        return ClassTerm(
            SchoolId(group.school_id),
            ClassId(group.id),
            group.title,
            term,
            tuple(Holiday(one.title, one.begins, one.ends) for one in off),
            self._issue(ClassId(group.id), term.id),
            self._unmarked_on(ClassId(group.id), term.id),
        )

    def _enrolled(self, groups: set[ClassId], day: date) -> list[records.Enrolment]:
        found = self.world.all(
            records.Enrolment, lambda it: it.group_id in groups and it.role == "pupil"
        )
        return [one for one in found if holds(one, day)]

    def _issue(self, class_id: ClassId, period: PeriodId) -> Issue | None:
        return next(
            (
                one.issue
                for one in self.world.all(IssueRecord)
                if (one.term.class_id, one.term.term.id) == (class_id, period)
            ),
            None,
        )

    def _unmarked_on(self, class_id: ClassId, period: PeriodId) -> date | None:
        found = self.world.all(
            UnmarkedRecord, lambda it: (it.term.class_id, it.term.term.id) == (class_id, period)
        )
        return max((one.day for one in found), default=None)

    async def period(self, period: PeriodId) -> Term | None:
        found = self.world.standing(records.Period, period)
        return _term(found) if found else None

    async def issued(self, issue: IssueId) -> ClassTerm | None:
        found = self.world.get(IssueRecord, issue)
        return replace(found.term, issue=found.issue) if found else None

    async def add(self, term: ClassTerm, *, at: datetime, by: PersonId | None) -> Issue | None:
        if self._issue(term.class_id, term.term.id):
            return None
        who = self.world.get(records.Person, by)
        issue = Issue(IssueId(0), at, by, name_of(who) if who else None)
        made = self.world.add(IssueRecord, term=term, issue=issue)
        issue = replace(issue, id=IssueId(made.id))
        self.world.change(made, issue=issue)
        return issue

    async def renew(self, issue: Issue, *, at: datetime) -> Issue | None:
        found = self.world.get(IssueRecord, issue.id)
        if found.issue.at != issue.at:
            return None
        self.world.change(found, issue=replace(found.issue, at=at, by=None, who=None))
        return replace(issue, at=at, by=None, who=None)

    async def taught_alone(self, term: ClassTerm, day: date) -> Collection[PupilId]:
        running = self.world.all(
            records.Period, lambda it: it.kind != "year" and it.begins <= day <= it.ends
        )
        others = {one.id for one in running} - {term.term.id}
        by = {
            number: {
                it.period_id for it in self.world.all(records.GroupTerm) if it.group_id == number
            }
            for number in {it.group_id for it in self.world.all(records.GroupTerm)}
        }
        alone = {
            number
            for number, periods in by.items()
            if term.term.id in periods and not periods & others and self._is_marked(number)
        }
        pupils = {one.person_id for one in self._enrolled({term.class_id}, day)}
        taken = self.world.all(
            records.Enrolment, lambda it: it.group_id in alone and it.role == "pupil"
        )
        return {
            PupilId(one.person_id) for one in taken if holds(one, day) and one.person_id in pupils
        }

    async def looked(self, issue: IssueId, day: date) -> None:
        found = self.world.get(IssueRecord, issue)
        self.world.change(found, issue=replace(found.issue, looked_on=day))

    async def found_unmarked(self, term: ClassTerm, day: date) -> None:
        self.world.add(UnmarkedRecord, term=term, day=day)


def _term(one: records.Period) -> Term:
    return Term(PeriodId(one.id), one.title, PeriodKind(one.kind), one.begins, one.ends)


@dataclass(frozen=True)
class MemoryEarlyWarnings:
    world: World

    async def add(
        self,
        school: SchoolId,
        class_id: ClassId,
        period: PeriodId,
        risks: Sequence[AtRisk],
        *,
        at: datetime,
    ) -> int:
        known = {
            (it.warning.child.pupil, it.warning.subject, it.warning.period): it
            for it in self.world.all(WarningRecord)
        }
        new = [one for one in risks if (one.pupil, one.subject, period) not in known]
        again = [
            (one, it)
            for one in risks
            if (it := known.get((one.pupil, one.subject, period)))
            and it.warning.state is not WarningState.DRAFT
            and (
                it.warning.risk is not one.risk
                or it.warning.ended_on is not None
                or (it.warning.state, it.warning.decided_by) == (WarningState.DROPPED, None)
            )
        ]
        for one in risks:
            it = known.get((one.pupil, one.subject, period))
            if it and it.warning.state is WarningState.DRAFT:
                self.world.change(it, warning=replace(it.warning, risk=one.risk))
        for one, it in again:
            waiting = replace(
                it.warning,
                class_id=class_id,
                risk=one.risk,
                state=WarningState.DRAFT,
                made_at=at,
                words="",
                decided_at=None,
                decided_by=None,
                reason="",
            )
            self.world.change(it, warning=waiting)
        for one in new:
            pupil = self.world.get(records.Person, one.pupil)
            warning = EarlyWarning(
                WarningId(0),
                school,
                class_id,
                period,
                Child(one.pupil, name_of(pupil), self.world.get(records.Group, class_id).title),
                SubjectId(one.subject),
                self.world.get(records.Subject, one.subject).title,
                one.risk,
                at,
            )
            made = self.world.add(WarningRecord, warning=warning)
            self.world.change(made, warning=replace(warning, id=WarningId(made.id)))
        return len(new) + len(again)

    async def ended(self, warnings: Sequence[WarningId], day: date) -> None:
        for number in warnings:
            known = self.world.get(WarningRecord, number)
            if known.warning.ended_on is None:
                self.world.change(known, warning=replace(known.warning, ended_on=day))

    async def stand_as_told(self, warnings: Sequence[WarningId]) -> None:
        for number in warnings:
            known = self.world.get(WarningRecord, number)
            told = known.warning.last
            if told is None or known.warning.state is WarningState.SENT:
                continue
            stands = replace(
                known.warning,
                state=WarningState.SENT,
                risk=told.risk,
                words=told.words,
                decided_at=told.at,
                decided_by=told.by,
                reason="",
            )
            self.world.change(known, warning=stands)

    async def carry(self, warnings: Sequence[WarningId], class_id: ClassId) -> None:
        title = self.world.get(records.Group, class_id).title
        for number in warnings:
            known = self.world.get(WarningRecord, number)
            child = replace(known.warning.child, class_title=title)
            if known.warning.state is WarningState.DRAFT:
                moved = replace(known.warning, class_id=class_id, child=child)
                self.world.change(known, warning=moved)

    async def of_pupils(
        self, pupils: Sequence[PupilId], periods: Sequence[PeriodId]
    ) -> Sequence[EarlyWarning]:
        found = [
            one.warning
            for one in self.world.all(WarningRecord)
            if one.warning.child.pupil in pupils and one.warning.period in periods
        ]
        return sorted(found, key=lambda it: (place_in_list(it.child), it.title, it.id))

    async def one(self, warning: WarningId) -> EarlyWarning | None:
        return (await self.some([warning])).get(warning)

    async def some(self, warnings: Sequence[WarningId]) -> Mapping[WarningId, EarlyWarning]:
        found = [self.world.get(WarningRecord, one) for one in warnings]
        return {WarningId(one.id): one.warning for one in found if one}

    async def adapt(self, warning: WarningId, words: str) -> bool:
        return self._change(warning, words=words)

    async def decide(
        self,
        warning: WarningId,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        found = self.world.get(WarningRecord, warning).warning
        told = LastTold(found.risk, at, by, found.words)
        last = told if state is WarningState.SENT else found.last
        by_itself = state is WarningState.DROPPED and by is None
        return self._change(
            warning,
            state=state,
            decided_at=at,
            decided_by=by,
            reason=reason,
            last=last,
            ended_on=found.ended_on if by_itself else None,
        )

    def _change(self, warning: WarningId, **values: object) -> bool:
        found = self.world.get(WarningRecord, warning)
        if found.warning.state is not WarningState.DRAFT:
            return False
        self.world.change(found, warning=replace(found.warning, **values))
        return True


@dataclass(frozen=True)
class MemoryPrintRun:
    world: World

    async def add(self, sheets: Sequence[ToPrint]) -> Collection[PupilId]:
        known = {(it.sheet.pupil, it.sheet.what, it.sheet.subject) for it in self._all()}
        new = [one for one in sheets if (one.pupil, one.what, one.subject) not in known]
        for one in new:
            self.world.add(Sheet, sheet=one)
        return frozenset(one.pupil for one in new)

    def _all(self) -> list[Sheet]:
        return list(self.world.all(Sheet))

    async def of(
        self, what: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[ToPrint]:
        return [
            it.sheet
            for it in self._all()
            if it.sheet.what is what and it.sheet.subject in subjects and it.sheet.pupil in pupils
        ]

    async def since(self, pupils: Sequence[PupilId], at: datetime) -> Sequence[ToPrint]:
        found = [it.sheet for it in self._all() if it.sheet.pupil in pupils]
        return [one for one in found if one.at >= at]


@dataclass(frozen=True)
class MemoryNames:
    world: World

    async def names(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Name]:
        found = self.world.all(records.Person, lambda it: it.id in persons)
        return {PersonId(one.id): name_of(one) for one in found}


@dataclass(frozen=True)
class MemoryAnswerable:
    world: World

    def _rows(self) -> list[Row]:
        return list(self.world.all(Row, lambda it: it.draft.kind in MUST_BE_ANSWERED))

    async def one(self, notice: NoticeId) -> Notice | None:
        return next((one.notice for one in self._rows() if one.id == notice), None)

    async def about(
        self, kind: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[Settled]:
        return [
            one.settled
            for one in self._rows()
            if one.draft.kind == kind
            and one.draft.subject in subjects
            and one.draft.about in pupils
        ]

    async def unanswered(self, person: PersonId, pupils: Sequence[PupilId]) -> Sequence[Notice]:
        answered = {
            (it.given.kind.value, it.given.subject, it.given.about): it.given.at
            for it in self.world.all(Answer, lambda it: it.given.person == person)
        }
        return [
            one.notice
            for one in self._rows()
            if one.draft.recipient == person
            and one.draft.about in pupils
            and one.ending in {Ending.DELIVERED, Ending.UNKNOWN}
            and one.draft.change is not Change.REPEATED
            and not one.draft.is_copy
            and not _since(
                answered.get((one.draft.kind.value, one.draft.subject, one.draft.about)), one.draft
            )
        ]

    async def unrepeated(self) -> Sequence[Notice]:
        rows = self._rows()
        repeated = {
            (one.draft.record, one.draft.recipient): one.draft.happened_at
            for one in rows
            if one.draft.change is Change.REPEATED
        }
        return [
            one.notice
            for one in rows
            if one.ending is Ending.UNKNOWN
            and one.draft.change is not Change.REPEATED
            and not one.draft.is_copy
            and not _since(repeated.get((one.draft.record, one.draft.recipient)), one.draft)
        ]


def _since(at: datetime | None, draft: Draft) -> bool:
    return at is not None and at >= draft.happened_at
