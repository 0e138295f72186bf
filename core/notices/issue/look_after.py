"""A period's ticks: a class's forecast goes, families not reached get paper, pupils are warned.

What is due is asked from the records, once a day for each class; asked twice nothing happens
twice (F6, F10).
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.access.people import Child
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged, Acknowledgements, answers
from core.diary.forecast.foresee import Foresee
from core.diary.forecast.of_class import at_risk
from core.diary.issuing.drafts import WarningState, send
from core.diary.issuing.early_warnings import AtRisk, EarlyWarning, EarlyWarnings
from core.diary.issuing.facts import (
    FamiliesToPrint,
    ForecastIssued,
    ForecastWentByItself,
    WarningsDrafted,
)
from core.diary.issuing.issue import Classes, Foreseen, Issues, marked_in
from core.diary.issuing.terms import (
    ClassTerm,
    Issue,
    goes_on,
    is_due,
    is_stale,
    warnings_may_begin,
)
from core.facts import Facts, Origin
from core.ids import ClassId, PersonId, PupilId, SchoolId, SubjectId
from core.notices.answers.answerable import Answerable
from core.notices.issue.reached import (
    FamilyReach,
    family_reach,
    needs_paper,
    rows_by_pupil,
    told_since,
    warning_needs_paper,
)
from core.notices.issue.reaching import FindReach, as_sent, holds
from core.notices.ledger import NoticeKind, Settled
from core.notices.ports import DeliveryRules
from core.notices.printing import PaperRuns, PrintRun, ToPrint, Unreached
from core.regulation.ports import Regulations
from core.regulation.profile import Profile

BY_ITSELF = Origin()
"""Nobody's word: the day had come."""

MakeSheets = Callable[[SchoolId, ClassId, Collection[PupilId], date], Awaitable[object]]
"""Makes the sheets of a class's families, and sends them to who hands them out."""


@dataclass(frozen=True, slots=True)
class DueClasses:
    """Which classes' periods ask for something now."""

    issues: Issues
    delivery: DeliveryRules
    regulations: Regulations
    clock: Clock

    async def __call__(self) -> Sequence[ClassTerm]:
        """Return them, over all schools, each by the date and the rules of its own school."""
        found = list[ClassTerm]()
        for school in await self.delivery.all():
            day = today(self.clock, school.zone)
            rules = await self.regulations.of(school.school)
            terms = await self.issues.terms(school.school, day)
            due = [one for one in terms if is_due(one, day, rules.forecast)]
            # A class with two periods at once is looked after once, in both.
            found += {one.class_id: one for one in reversed(due)}.values()
        return found


@dataclass(frozen=True, slots=True)
class LookAfterClass:
    """Does for one class what its period asks for on the day; all of it, or nothing."""

    issues: Issues
    warnings: EarlyWarnings
    print_run: PrintRun
    paper_runs: PaperRuns
    answerable: Answerable
    acknowledgements: Acknowledgements
    find_reach: FindReach
    make_sheets: MakeSheets
    classes: Classes
    delivery: DeliveryRules
    regulations: Regulations
    foresee: Foresee
    facts: Facts
    clock: Clock

    async def __call__(self, school: SchoolId, class_id: ClassId) -> None:
        """Look after the class, if it has not been done today: in each of its periods."""
        zone = next(one.zone for one in await self.delivery.all() if one.school == school)
        rules = await self.regulations.of(school)
        day = today(self.clock, zone)
        terms = await self.issues.terms_of(class_id, day)
        due = [one for one in terms if is_due(one, day, rules.forecast)]
        if not due:
            return
        pupils = await self.classes.pupils_of(class_id)
        numbers = [one.pupil for one in pupils]
        found = await self.foresee(school, numbers, day=day, today=day)
        unread = set[PupilId]()
        for term in due:
            foreseen = found.within(term.term.begins, term.term.ends)
            unread.update(
                await self._look_after(term, pupils, foreseen, rules=rules, zone=zone, day=day)
            )
        if unread:
            # One run, whatever periods ask for it on the same day.
            await self.make_sheets(school, class_id, unread, day)

    async def _look_after(
        self,
        term: ClassTerm,
        pupils: Sequence[Child],
        foreseen: Foreseen,
        *,
        rules: Profile,
        zone: ZoneInfo,
        day: date,
    ) -> Collection[PupilId]:
        """Do what the period asks for; return whose families get paper from today on."""
        if term.issue is None and not marked_in(foreseen):
            # First-graders get no marks: there is nothing to foresee, nor to foresee again today.
            await self.issues.found_unmarked(term, day)
            return ()
        now = self.clock.now()
        issue = term.issue or await self._issue(term, now)
        if issue is not None and is_stale(term, day, rules.forecast, zone):
            issue = await self._renewed(term, issue, now)
        if issue is None:
            return ()
        look = _Look(self, term, issue, rules, zone, day, now)
        told = [one for one in pupils if one.pupil in foreseen]
        sent = await look.still_warned(pupils, foreseen)
        await look.tell(told, sent)
        unread = await look.forecasts_unread(told) + await look.warnings_unread(sent)
        on_paper = await look.print(unread)
        await look.warn(pupils, foreseen)
        await self.issues.looked(issue.id, day)
        return on_paper

    async def _issue(self, term: ClassTerm, now: datetime) -> Issue | None:
        issue = await self.issues.add(term, at=now, by=None)
        return await self._told(term, issue, now)

    async def _renewed(self, term: ClassTerm, issue: Issue, now: datetime) -> Issue | None:
        return await self._told(term, await self.issues.renew(issue, at=now), now)

    async def _told(self, term: ClassTerm, issue: Issue | None, now: datetime) -> Issue | None:
        if issue is not None:
            told = ForecastWentByItself(term.school, now, BY_ITSELF, term.class_id, issue.id)
            await self.facts.record([told])
        return issue


@dataclass(frozen=True, slots=True)
class _Look:
    """One class on one day."""

    at: LookAfterClass
    term: ClassTerm
    issue: Issue
    rules: Profile
    zone: ZoneInfo
    day: date
    now: datetime

    @property
    def since(self) -> datetime:
        """Return from when on what was told is the forecast of now."""
        return self.issue.since(self.zone)

    async def tell(self, pupils: Sequence[Child], sent: Sequence[EarlyWarning]) -> None:
        """Tell every family; who was told hears nothing again, who came later hears now."""
        of, period = self.term, self.term.term.id
        by = Origin(self.issue.by)
        issued = [
            ForecastIssued(of.school, self.now, by, one.pupil, period, self.since)
            for one in pupils
        ]
        warned = [one.told(self.now, Origin(one.decided_by)) for one in sent]
        await self.at.facts.record([*issued, *warned])

    async def forecasts_unread(self, pupils: Sequence[Child]) -> list[ToPrint]:
        """Return the forecasts that did not reach their families in time."""
        if self.day < self.term.print_day(self.rules.forecast):
            return []
        kind, period = NoticeKind.FORECAST, self.term.term.id
        numbers = [one.pupil for one in pupils]
        known = await self.at.answerable.about(kind, [period], numbers)
        rows = rows_by_pupil(told_since(known, self.since))
        given = await self.at.acknowledgements.given(
            Acknowledged.FORECAST, numbers, period, period
        )
        answered = {(one.about, one.person) for one in given if answers(one, self.since)}
        in_hand = await self.at.paper_runs.in_hand(numbers)
        return [
            ToPrint(self.term.school, child.pupil, kind, period, why, self.now)
            for child in pupils
            if not holds(in_hand, child.pupil, self.issue.at)
            if (why := self._why_on_paper(child, rows.get(child.pupil, []), answered))
        ]

    async def still_warned(
        self, pupils: Sequence[Child], foreseen: Foreseen
    ) -> Sequence[EarlyWarning]:
        """Return the warnings that were sent, and still stand."""
        numbers = [one.pupil for one in pupils]
        known = await self.at.warnings.of_pupils(numbers, [self.term.term.id])
        standing = {(one.pupil, one.subject) for one in _risks(pupils, foreseen)}
        return [
            one
            for one in known
            if one.state is WarningState.SENT and (one.child.pupil, one.subject) in standing
        ]

    async def warnings_unread(self, sent: Sequence[EarlyWarning]) -> list[ToPrint]:
        """Return the warnings that did not reach their families in time."""
        kind = NoticeKind.WARNING
        reach = await self.at.find_reach(kind, [as_sent(one) for one in sent])
        return [
            ToPrint(self.term.school, one.child.pupil, kind, one.id, why, self.now)
            for one in sent
            if (why := self._why_warning(reach[one.id], as_sent(one).at))
        ]

    def _why_warning(self, family: FamilyReach, sent: datetime) -> Unreached | None:
        day = sent.astimezone(self.zone).date()
        return warning_needs_paper(family, day, self.day, self.rules.forecast)

    async def print(self, sheets: Sequence[ToPrint]) -> Collection[PupilId]:
        """Put families that were not reached on the print run; the class teacher hears once.

        Return the pupils of whom something is new there.
        """
        added = await self.at.print_run.add(sheets)
        if added:
            await self.at.facts.record(
                [
                    FamiliesToPrint(
                        self.term.school,
                        self.now,
                        BY_ITSELF,
                        self.term.class_id,
                        self.issue.id,
                    )
                ]
            )
        return added

    def _why_on_paper(
        self,
        child: Child,
        rows: Sequence[Settled],
        answered: Collection[tuple[PupilId, PersonId]],
    ) -> Unreached | None:
        by = {person for pupil, person in answered if pupil == child.pupil}
        family = family_reach(child, rows, by)
        rule, term = self.rules.forecast, self.term
        late = needs_paper(family, rows, term=term, day=self.day, rule=rule, zone=self.zone)
        return family.why if late else None

    async def warn(self, pupils: Sequence[Child], foreseen: Foreseen) -> None:
        """Draft warnings for who is newly at risk; send the drafts whose time has come."""
        risks = _risks(pupils, foreseen)
        of, new = self.term, 0
        numbers = [one.pupil for one in pupils]
        known = await self.at.warnings.of_pupils(numbers, [of.term.id])
        over = self._over(known, risks)
        await self.at.warnings.ended([one.id for one in over], self.day)
        told = self._known_again(known, risks)
        await self.at.warnings.stand_as_told([one.id for one in told])
        if warnings_may_begin(of, self.day, self.rules):
            news = self._news(known, told, risks)
            add = self.at.warnings.add
            new = await add(of.school, of.class_id, of.term.id, news, at=self.now)
        known = await self.at.warnings.of_pupils(numbers, [of.term.id])
        drafts = [one for one in known if one.state is WarningState.DRAFT]
        moved = await self._carry(drafts)
        if new or moved:
            drafted = WarningsDrafted(of.school, self.now, BY_ITSELF, of.class_id, self.issue.id)
            await self.at.facts.record([drafted])
        await self._send_due(drafts, {(one.pupil, one.subject) for one in risks})

    def _over(
        self, known: Sequence[EarlyWarning], risks: Sequence[AtRisk]
    ) -> Sequence[EarlyWarning]:
        """Return what was decided of, and is found over today."""
        now = {(one.pupil, one.subject): one.risk for one in risks}
        return [one for one in known if one.has_ended(now.get((one.child.pupil, one.subject)))]

    def _news(
        self,
        known: Sequence[EarlyWarning],
        told: Sequence[EarlyWarning],
        risks: Sequence[AtRisk],
    ) -> Sequence[AtRisk]:
        """Return of which risks there is to be a draft: of a new one, or one that asks anew."""
        stands = {(one.child.pupil, one.subject) for one in told}
        of = {(one.child.pupil, one.subject): one for one in known}
        return [
            one
            for one in risks
            if (about := (one.pupil, one.subject)) not in stands
            if (before := of.get(about)) is None
            or before.state is WarningState.DRAFT
            or before.asks_anew(one.risk, self.day, self.zone, self.rules.forecast)
        ]

    def _known_again(
        self, known: Sequence[EarlyWarning], risks: Sequence[AtRisk]
    ) -> Sequence[EarlyWarning]:
        """Return what has changed, and has changed back to what the guardians were told last."""
        now = {(one.pupil, one.subject): one.risk for one in risks}
        return [
            one
            for one in known
            if one.state is not WarningState.SENT
            if (risk := now.get((one.child.pupil, one.subject)))
            if one.is_known(risk, self.day, self.zone, self.rules.forecast)
        ]

    async def _carry(self, drafts: Sequence[EarlyWarning]) -> bool:
        """Take over the drafts of who came from another class; return whether there are any."""
        moved = [one.id for one in drafts if one.class_id != self.term.class_id]
        if moved:
            await self.at.warnings.carry(moved, self.term.class_id)
        return bool(moved)

    async def _send_due(
        self, drafts: Sequence[EarlyWarning], at_risk_now: set[tuple[PupilId, SubjectId]]
    ) -> None:
        for one in drafts:
            if self._is_due(one):
                if (one.child.pupil, one.subject) in at_risk_now:
                    await send(one.id, one, self.at.warnings, self.at.facts, self.at.clock, None)
                else:
                    await self.at.warnings.decide(
                        one.id, WarningState.DROPPED, at=self.now, by=None
                    )

    def _is_due(self, one: EarlyWarning) -> bool:
        made = one.made_at.astimezone(self.zone).date()
        return goes_on(made, self.rules.forecast) <= self.day


def _risks(pupils: Sequence[Child], foreseen: Foreseen) -> list[AtRisk]:
    marked = marked_in(foreseen)
    return [
        AtRisk(one.child.pupil, subject.subject, subject.risk)
        for one in at_risk(pupils, foreseen)
        for subject in one.subjects
        if subject.risk is not None and subject.subject in marked
    ]
