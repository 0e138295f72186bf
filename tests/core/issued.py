"""A class in memory near the end of its period: who is in it, and what looks after it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from core.access.people import Actor, Address, Channel, Role
from core.diary.forecast.foresee import Foresee
from core.diary.issuing.drafts import OpenDraft, ReadDraft, WarningState
from core.diary.issuing.early_warnings import EarlyWarning
from core.diary.issuing.issue import IssueForecast
from core.diary.issuing.terms import ClassTerm
from core.facts import Facts
from core.ids import WarningId
from core.journal.turned_periods import TurnPeriods
from core.notices.gathering.forecasts import GatherForecasts
from core.notices.issue.look_after import LookAfterClass
from core.notices.issue.reaching import FindReach
from core.notices.issue.reading import ReadIssue, ReadWarnings
from core.notices.paper.families import FindOnPaper
from core.notices.paper.make import MakePaperRunFor
from core.notices.standing_in import FindInCharge
from core.notices.telling.forecasts import TellForecasts
from core.notices.telling.paper import TellPaper
from tests.core.builders import StoppedClock
from tests.school import School, Seed, records

ISSUED = datetime(2026, 12, 10, 5, tzinfo=UTC)
"""Sixteen days before the last day of school of a quarter that ends on 27 December."""

TWOS = 6


@dataclass
class NearTheEnd:
    """7А with Маша, who stands at two in algebra, her mother, and the class teacher."""

    clock: StoppedClock = field(default_factory=lambda: StoppedClock(ISSUED))

    async def settle(self) -> None:
        self.school = School(self.clock)
        self.seed = seed = Seed()
        self.class_7a = seed.a_class("7А")
        self.masha = seed.a_pupil("Маша", class_id=self.class_7a)
        self.mother = seed.a_guardian(self.masha)
        self.teacher = seed.a_teacher(self.class_7a)
        self.algebra = seed.a_subject("Алгебра")
        self.course = seed.a_course(self.masha, subject=self.algebra)
        self.period = seed.a_period(self.course)
        seed.a_year()
        seed.a_slot(self.course)
        for number in range(1, TWOS + 1):
            work = seed.a_work(self.course, day=date(2026, 12, number))
            seed.a_mark(work, self.masha, "2")
        seed.an_account(self.mother, value="700")
        seed.an_account(self.teacher, value="701")
        deputy_head = seed.a_person("Инна")
        seed.a_role(deputy_head, Role.DEPUTY_HEAD)
        seed.an_account(deputy_head, value="702")
        self.of_school = seed.school
        await seed.plant(self.school)

    async def adds_a_subject(self, title: str) -> None:
        """Teach Маша another subject in the period, so far without a mark."""
        course = self.seed.a_course(self.masha, subject=self.seed.a_subject(title))
        self.seed.records.append(
            records.GroupTerm(
                id=course, school_id=self.of_school, group_id=course, period_id=self.period
            )
        )
        self.seed.a_slot(course)
        await self.seed.plant(self.school)

    def facts(self, turn: Any) -> Facts:
        return TellForecasts(turn.outbox, turn.answerable, turn.audience)

    def foresee(self, turn: Any) -> Foresee:
        return Foresee(turn.forecast, turn.regulations)

    def gather(self, turn: Any) -> GatherForecasts:
        return GatherForecasts(
            turn.issues,
            turn.early_warnings,
            turn.names,
            self.foresee(turn),
            turn.acknowledgements,
            turn.print_run,
            turn.directory,
            turn.delivery,
            turn.audience,
            self.clock,
        )

    def look(self, turn: Any, **other: Any) -> LookAfterClass:
        told = {
            "issues": turn.issues,
            "warnings": turn.early_warnings,
            "print_run": turn.print_run,
            "paper_runs": turn.paper_runs,
            "answerable": turn.answerable,
            "acknowledgements": turn.acknowledgements,
            "find_reach": self.find_reach(turn),
            "make_sheets": self.make_sheets(turn),
            "classes": turn.directory,
            "delivery": turn.delivery,
            "regulations": turn.regulations,
            "foresee": self.foresee(turn),
            "facts": self.facts(turn),
            "clock": self.clock,
        }
        return LookAfterClass(**(told | other))

    def make_sheets(self, turn: Any) -> MakePaperRunFor:
        return MakePaperRunFor(
            turn.paper_runs,
            self.find_on_paper(turn),
            turn.issues,
            turn.regulations,
            TellPaper(turn.outbox, FindInCharge(turn.audience)),
            self.clock,
        )

    def find_on_paper(self, turn: Any) -> FindOnPaper:
        return FindOnPaper(
            turn.directory,
            turn.connections,
            turn.consents,
            turn.audience,
            turn.paper_runs,
            turn.print_run,
            self.find_reach(turn),
        )

    def issue(self, turn: Any) -> IssueForecast:
        return IssueForecast(
            turn.issues, turn.directory, self.foresee(turn), self.facts(turn), self.clock
        )

    def open_warning(self, turn: Any) -> OpenDraft[WarningId, EarlyWarning]:
        return OpenDraft(turn.early_warnings, turn.diary, turn.directory)

    def read_draft(self, turn: Any) -> ReadDraft[WarningId, EarlyWarning]:
        return ReadDraft(self.open_warning(turn))

    def read_issue(self, turn: Any) -> ReadIssue:
        return ReadIssue(
            turn.issues,
            turn.directory,
            turn.answerable,
            turn.acknowledgements,
            turn.print_run,
            turn.paper_runs,
            turn.audience,
            TurnPeriods(turn.missing_marks),
            turn.regulations,
            self.clock,
        )

    def read_warnings(self, turn: Any) -> ReadWarnings:
        return ReadWarnings(
            turn.issues,
            turn.early_warnings,
            self.find_reach(turn),
            turn.directory,
            TurnPeriods(turn.missing_marks),
            turn.regulations,
            self.clock,
        )

    def find_reach(self, turn: Any) -> FindReach:
        return FindReach(turn.answerable, turn.acknowledgements, turn.print_run, turn.paper_runs)

    async def actor(self, turn: Any, account: str) -> Actor:
        found: Actor = await turn.directory.recognise(
            Address(Channel.TELEGRAM, account), language="ru"
        )
        return found


class Unaware:
    """Issues as another process left them after this one had looked."""

    def __init__(self, issues: Any) -> None:
        self._issues = issues

    async def terms_of(self, *asked: Any) -> list[ClassTerm]:
        found = await self._issues.terms_of(*asked)
        return [ClassTerm(one.school, one.class_id, one.class_title, one.term) for one in found]

    async def add(self, term: ClassTerm, **values: Any) -> None:
        return await self._issues.add(term, **values)


@dataclass
class DecidedMeanwhile:
    """Warnings as another process decided them after this one had looked."""

    warnings: Any

    async def one(self, warning: WarningId) -> EarlyWarning | None:
        found: EarlyWarning | None = await self.warnings.one(warning)
        return found and replace(found, state=WarningState.DRAFT)

    async def of_pupils(self, *asked: Any) -> list[EarlyWarning]:
        found = await self.warnings.of_pupils(*asked)
        return [replace(one, state=WarningState.DRAFT) for one in found]

    def __getattr__(self, deed: str) -> Any:
        return getattr(self.warnings, deed)
