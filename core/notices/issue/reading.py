"""The class teacher and the administration see how far a forecast came, and what is drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from core.access.gate import decides_for, must_oversee
from core.access.people import Actor, Child, LedClass
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged, Acknowledgements, answers
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import (
    Drafted,
    EarlyWarning,
    EarlyWarnings,
    OpenWarning,
)
from core.diary.issuing.issue import Issues, ListedClasses, chosen
from core.diary.issuing.terms import ClassTerm, Issue, goes_on
from core.ids import ClassId, PeriodId, PersonId, PupilId, WarningId
from core.journal.turned_periods import NOT_TURNED, Turned, TurnPeriods
from core.notices.answers.answerable import Answerable
from core.notices.gathering.forecasts import GatherForecasts
from core.notices.issue.reached import (
    INFORMED,
    FamilyReach,
    Reach,
    family_reach,
    rows_by_pupil,
    told_since,
)
from core.notices.issue.reaching import FindReach, as_sent, holds
from core.notices.ledger import NoticeKind
from core.notices.news.forecasts import WarningNews
from core.notices.ports import Audience
from core.notices.printing import PaperRuns, PrintRun
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class IssueView:
    """A class's forecast: when it goes or went, and each family; None before the first period.

    `zone` is the school's; `leads` is False for the administration, which only looks. `terms` are
    all periods that the class is in: a subject by half-years among quarters has its own forecast.
    `turned` are the periods beside.
    """

    led: LedClass
    leads: bool
    today: date
    zone: ZoneInfo
    term: ClassTerm | None
    goes_on: date | None = None
    families: tuple[FamilyReach, ...] = ()
    terms: tuple[ClassTerm, ...] = ()
    turned: Turned = NOT_TURNED

    @property
    def is_over(self) -> bool:
        """Say whether the period has ended: then nothing is sent any more."""
        return self.term is not None and self.term.term.ends < self.today

    @property
    def reached(self) -> int:
        """Return how many families it reached."""
        return sum(one.reach in INFORMED for one in self.families)

    @property
    def answered(self) -> int:
        """Return how many families have acknowledged it."""
        return sum(one.reach is Reach.ACKNOWLEDGED for one in self.families)


@dataclass(frozen=True, slots=True)
class ReadIssue:
    """Open how far a class's forecast came."""

    issues: Issues
    classes: ListedClasses
    answerable: Answerable
    acknowledgements: Acknowledgements
    print_run: PrintRun
    paper_runs: PaperRuns
    audience: Audience
    turn: TurnPeriods
    regulations: Regulations
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, period: PeriodId | None = None
    ) -> IssueView:
        """Return each family in the order of the class list; before it is sent, who is linked.

        It is that of the period, or of the running one by which most courses run, or else of the
        last before today: what families answered is not lost on the morning after.
        """
        of = await must_oversee(actor, class_id, self.classes)
        zone = ZoneInfo(of.member.zone)
        now = today(self.clock, zone)
        leads = any(one.id == class_id for one in of.member.leads)
        turned = await self.turn(class_id, now, period)
        terms = tuple(await self.issues.terms_of(class_id, turned.day(now)))
        term = chosen(terms, period)
        if term is None:
            return IssueView(of.led, leads, now, zone, None, turned=turned)
        rule = (await self.regulations.of(of.member.school)).forecast
        pupils = await self._concerned(terms, term, turned.day(now))
        families = (
            await self._reached(term, pupils, term.issue, zone)
            if term.issue
            else await self._connected(pupils)
        )
        day, told = term.issue_day(rule), tuple(families)
        return IssueView(of.led, leads, now, zone, term, day, told, terms, turned)

    async def _concerned(
        self, terms: Sequence[ClassTerm], term: ClassTerm, day: date
    ) -> Sequence[Child]:
        """Return the class; of a second period those alone whose subjects run by it."""
        pupils = await self.classes.pupils_of(term.class_id)
        if term in terms[:1]:
            return pupils
        taught = await self.issues.taught_alone(term, day)
        return [one for one in pupils if one.pupil in taught]

    async def _reached(
        self, term: ClassTerm, pupils: Sequence[Child], issue: Issue, zone: ZoneInfo
    ) -> list[FamilyReach]:
        numbers, period = [one.pupil for one in pupils], term.term.id
        since = issue.since(zone)
        known = await self.answerable.about(NoticeKind.FORECAST, [period], numbers)
        rows = rows_by_pupil(told_since(known, since))
        given = await self.acknowledgements.given(Acknowledged.FORECAST, numbers, period, period)
        printed = await self.print_run.of(NoticeKind.FORECAST, [period], numbers)
        on_paper = {one.pupil for one in printed}
        in_hand = await self.paper_runs.in_hand(numbers)
        return [
            family_reach(
                child,
                rows.get(child.pupil, []),
                {one.person for one in given if one.about == child.pupil and answers(one, since)},
                on_paper=child.pupil in on_paper,
                in_hand=holds(in_hand, child.pupil, issue.at),
            )
            for child in pupils
        ]

    async def _connected(self, pupils: Sequence[Child]) -> list[FamilyReach]:
        linked: Mapping[PupilId, Sequence[PersonId]] = await self.audience.families(
            [one.pupil for one in pupils]
        )
        return [
            FamilyReach(child, Reach.NOT_REACHED, told=len(linked.get(child.pupil, ())))
            for child in pupils
        ]


@dataclass(frozen=True, slots=True)
class ListedWarning:
    """A warning in a list; a draft goes by itself on the day.

    `reach` is how far one that was sent came.
    """

    warning: EarlyWarning
    goes_on: date
    reach: FamilyReach | None = None


@dataclass(frozen=True, slots=True)
class WarningsView:
    """A class's warnings of a period, drafts first; who does not lead only looks.

    `over` is the period's title once it has ended; `turned` are those beside.
    """

    led: LedClass
    leads: bool
    listed: tuple[ListedWarning, ...]
    over: str = ""
    turned: Turned = NOT_TURNED

    def count(self, state: WarningState) -> int:
        """Return how many there are of a state."""
        return sum(one.warning.state is state for one in self.listed)


@dataclass(frozen=True, slots=True)
class ReadWarnings:
    """Open a class's warnings."""

    issues: Issues
    warnings: EarlyWarnings
    find_reach: FindReach
    classes: ListedClasses
    turn: TurnPeriods
    regulations: Regulations
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, period: PeriodId | None = None
    ) -> WarningsView:
        """Return the warnings of the periods that run, drafts first, by the pupil's name.

        Or those of the period asked for, or of the last before today.
        """
        of = await must_oversee(actor, class_id, self.classes)
        leads = await decides_for(of, self.classes)
        zone = ZoneInfo(of.member.zone)
        now = today(self.clock, zone)
        turned = await self.turn(class_id, now, period)
        terms = await self.issues.terms_of(class_id, turned.day(now))
        if not terms:
            return WarningsView(of.led, leads, (), turned=turned)
        over = turned.period.title if turned.period and turned.is_over(now) else ""
        rule = (await self.regulations.of(of.member.school)).forecast
        pupils = [one.pupil for one in await self.classes.pupils_of(class_id)]
        found = await self.warnings.of_pupils(pupils, [one.term.id for one in terms])
        sent = [as_sent(one) for one in found if one.state is WarningState.SENT]
        reach = await self.find_reach(NoticeKind.WARNING, sent)
        drafts = [one for one in found if one.state is WarningState.DRAFT]
        others = [one for one in found if one.state is not WarningState.DRAFT]
        return WarningsView(
            of.led,
            leads,
            tuple(
                ListedWarning(
                    one, goes_on(one.made_at.astimezone(zone).date(), rule), reach.get(one.id)
                )
                for one in (*drafts, *others)
            ),
            over,
            turned,
        )


@dataclass(frozen=True, slots=True)
class WarningView:
    """One warning, with what the family will read; None where the subject is taught no more.

    `reach` is how far one that was sent came.
    """

    drafted: Drafted
    news: WarningNews | None
    zone: ZoneInfo
    reach: FamilyReach | None = None


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Open one warning as its family will read it."""

    open: OpenWarning
    gather: GatherForecasts
    find_reach: FindReach

    async def __call__(self, actor: Actor, warning: WarningId) -> WarningView:
        """Return it; raise AccessRefused for who does not lead the class of it."""
        drafted = await self.open(actor, warning)
        news = await self.gather.warning_news(drafted.warning)
        one, zone = drafted.warning, ZoneInfo(drafted.member.zone)
        if one.state is not WarningState.SENT:
            return WarningView(drafted, news, zone)
        reach = await self.find_reach(NoticeKind.WARNING, [as_sent(one)])
        return WarningView(drafted, news, zone, reach[one.id])
