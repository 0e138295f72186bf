"""What every desk of a turn stands on: the transaction, the run's own values, who hears of facts.

A desk is what one turn can do, each use case made when it is first asked for. A handler names the
use cases that it needs, and gets those; nobody passes a desk on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from core.access.codes import IssueCode
from core.access.personal_data.of_class import ReadClassCheck
from core.breaches.deeds import KeepTrail
from core.breaches.reporting import ReportBy
from core.clock import Clock
from core.diary.acknowledging import Acknowledge
from core.diary.excuses.seeing import NoteSeen
from core.diary.forecast.foresee import Foresee
from core.diary.papers.agenda import ReadAgenda
from core.diary.reading import Reader
from core.diary.truancy.counting import CountMissed, StillTruant
from core.facts import Everyone, Facts
from core.helpdesk.duty.reading import ReadSchedule
from core.helpdesk.log.lost_access import LogLostAccess
from core.helpdesk.tickets.still_asking import StillAsking
from core.messages.broadcasts.staying import StillAddressed
from core.messages.threads.gate import StillReads, Surroundings
from core.notices.gathering.absences import GatherMissedWeeks
from core.notices.gathering.breaches import GatherBreaches
from core.notices.gathering.broadcast_recipients import ReadRecipients
from core.notices.gathering.broadcasts import GatherBroadcasts
from core.notices.gathering.claims import GatherClaims
from core.notices.gathering.class_data import GatherClassData
from core.notices.gathering.duty import GatherDuty
from core.notices.gathering.duty_calls import GatherDutyCalls
from core.notices.gathering.forecasts import GatherForecasts
from core.notices.gathering.gather import GatherNews
from core.notices.gathering.lost_access import GatherLostAccess
from core.notices.gathering.messages import GatherMessages
from core.notices.gathering.packets import GatherPackets
from core.notices.gathering.paper import GatherPaper
from core.notices.gathering.personal_data import GatherPersonalData
from core.notices.gathering.tickets import GatherTickets
from core.notices.gathering.totals import GatherTotals
from core.notices.gathering.trainings import GatherTrainings
from core.notices.gathering.truancy import GatherTruancy
from core.notices.issue.reaching import FindReach
from core.notices.personal_data.passing_on import Enterers
from core.notices.standing_in import FindInCharge
from core.notices.telling.breaches import TellBreaches
from core.notices.telling.broadcasts import TellBroadcasts
from core.notices.telling.checks import TellChecks
from core.notices.telling.duty import TellDuty
from core.notices.telling.excuses import TellExcuses
from core.notices.telling.families import TellFamilies
from core.notices.telling.forecasts import TellForecasts
from core.notices.telling.lost_access import TellLostAccess
from core.notices.telling.messages import TellMessages
from core.notices.telling.packets import TellPackets
from core.notices.telling.paper import TellPaper
from core.notices.telling.personal_data import TellPersonalData
from core.notices.telling.reviews import TellReviews
from core.notices.telling.school import TellSchool
from core.notices.telling.tickets import TellTickets
from core.notices.telling.trainings import TellTrainings
from core.notices.telling.truancy import TellTruancy
from core.notices.timing import SchoolDelivery
from core.regulation.profile import Codes
from core.reports.verifying import WeekOfAbsences
from storage.transaction import Transaction


def as_stored(rules: SchoolDelivery) -> SchoolDelivery:
    """Return the rules as the school has them: this run overrides nothing."""
    return rules


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same in every turn of a run."""

    clock: Clock
    codes: Codes
    pepper: bytes
    public_url: str = ""
    overrides: Callable[[SchoolDelivery], SchoolDelivery] = as_stored
    sends_letters: bool = False
    broadcasts_per_second: int = 22


def facts_of(tx: Transaction) -> Facts:
    """Return who hears of facts in a transaction: notices, and the trail of deeds."""
    excuses = TellExcuses(tx.outbox, tx.audience, tx.delivery, tx.excuses)
    return Everyone(
        (
            TellFamilies(tx.outbox, tx.audience, tx.delivery),
            TellSchool(tx.outbox, tx.audience, tx.class_audience, tx.delivery),
            excuses,
            NoteSeen(tx.searches, excuses),
            TellForecasts(tx.outbox, tx.answerable, tx.audience),
            TellTruancy(tx.outbox, tx.audience),
            TellChecks(tx.outbox),
            TellReviews(tx.outbox, tx.audience, tx.regulations),
            TellBroadcasts(tx.outbox, tx.broadcast_ledger),
            KeepTrail(tx.trail),
            TellMessages(tx.outbox),
            TellPaper(tx.outbox, FindInCharge(tx.audience)),
            TellLostAccess(tx.outbox, tx.reminders, tx.lost_access),
            LogLostAccess(tx.consultations),
            TellBreaches(tx.outbox, tx.reminders, tx.lost_access),
            TellDuty(tx.outbox),
            TellTrainings(tx.outbox),
            TellPackets(tx.outbox),
            TellTickets(tx.outbox, tx.tickets, tx.duty),
            TellPersonalData(tx.outbox),
        )
    )


class Desk:
    """What several desks share. It is offered to no handler: parts, and deeds without a gate."""

    def __init__(self, tx: Transaction, run: Run) -> None:
        self.tx, self.run, self.clock = tx, run, run.clock

    @cached_property
    def facts(self) -> Facts:
        """Who hears of what happens."""
        return facts_of(self.tx)

    @cached_property
    def reader(self) -> Reader:
        """Opens a pupil's diary to who may see it."""
        return Reader(self.tx.diary, self.clock, self.tx.regulations)

    @cached_property
    def foresee(self) -> Foresee:
        """Foresees period marks."""
        return Foresee(self.tx.forecast, self.tx.regulations)

    @cached_property
    def acknowledge(self) -> Acknowledge:
        """Keeps what a family answered."""
        return Acknowledge(self.tx.acknowledgements, self.clock)

    @cached_property
    def gather_forecasts(self) -> GatherForecasts:
        """Makes news of forecasts and warnings."""
        return GatherForecasts(
            self.tx.issues,
            self.tx.early_warnings,
            self.tx.names,
            self.foresee,
            self.tx.acknowledgements,
            self.tx.print_run,
            self.tx.directory,
            self.tx.delivery,
            self.tx.audience,
            self.clock,
        )

    @cached_property
    def count_missed(self) -> CountMissed:
        """Counts lessons missed without good reason."""
        return CountMissed(self.tx.missed_lessons, self.tx.excuses)

    @cached_property
    def still_truant(self) -> StillTruant:
        """Asks which warnings about missed lessons still stand."""
        return StillTruant(self.count_missed, self.tx.regulations)

    @cached_property
    def find_reach(self) -> FindReach:
        """Finds how far warnings came."""
        return FindReach(
            self.tx.answerable, self.tx.acknowledgements, self.tx.print_run, self.tx.paper_runs
        )

    @cached_property
    def gather(self) -> GatherNews:
        """Makes one message of a batch of notices."""
        return GatherNews(
            self.tx.news,
            self.tx.regulations,
            self.tx.school_news,
            self.gather_forecasts,
            GatherTotals(self.tx.totals_news, self.tx.regulations),
            GatherBroadcasts(
                self.tx.broadcasts,
                ReadRecipients(
                    StillAddressed(self.tx.addressed, self.tx.circles), self.tx.broadcast_answers
                ),
                self.tx.names,
                self.clock,
            ),
            GatherMessages(self.still_reads, self.tx.outbox),
            GatherPaper(self.tx.paper_runs, self.tx.directory, self._in_charge, self.tx.names),
            GatherLostAccess(self.tx.lost_access, self.tx.names),
            GatherDuty(self.tx.duty, self.tx.stand_ins, self.tx.preferences, self.clock),
            GatherPersonalData(
                self.tx.data_checks,
                self.tx.data_corrections,
                self.tx.names,
                self.tx.audience,
                self.enterers,
                GatherClassData(
                    self.check_of_class, self.tx.audience, self.tx.delivery, self.tx.regulations
                ),
                self.tx.delivery,
                self.clock,
            ),
            trainings=GatherTrainings(
                self.tx.trainings,
                self.tx.missing_marks,
                self.tx.regulations,
                self.tx.names,
                self.tx.preferences,
                self.clock,
            ),
            packets=GatherPackets(self.tx.packets, self.tx.tickets, self.tx.names),
            tickets=GatherTickets(
                self.tx.tickets,
                self.tx.ticket_words,
                self.tx.duty,
                self.tx.lost_access,
                self.tx.regulations,
                self.tx.outbox,
                self.tx.names,
                self.tx.preferences,
                self.still_asking,
                self.clock,
            ),
            duty_calls=GatherDutyCalls(
                ReadSchedule(self.tx.duty, self.tx.lost_access, self.tx.regulations, self.clock),
                self.tx.duty_calls,
                self.tx.lost_access,
                self.tx.audience,
                self.tx.names,
                self.tx.preferences,
            ),
            missed_weeks=GatherMissedWeeks(
                WeekOfAbsences(self.tx.reports, self.tx.absence_checks),
                self.tx.audience,
                self.tx.delivery,
                self.tx.names,
            ),
            breaches=GatherBreaches(
                self.tx.breaches,
                self.report_by,
                self.tx.lost_access,
                self.tx.delivery,
                self.tx.names,
            ),
            truancy=GatherTruancy(
                self.tx.truancy_warnings,
                self.still_truant,
                self.tx.acknowledgements,
                self._in_charge,
                self.tx.delivery,
            ),
            claims=GatherClaims(self.tx.news, self._in_charge),
        )

    @cached_property
    def report_by(self) -> ReportBy:
        """Finds by when head and support are told of a breach."""
        return ReportBy(self.tx.answer_hours, self.tx.regulations)

    @cached_property
    def _in_charge(self) -> FindInCharge:
        return FindInCharge(self.tx.audience)

    @cached_property
    def check_of_class(self) -> ReadClassCheck:
        """Reads who of a class checked the data."""
        return ReadClassCheck(
            self.tx.connections,
            self.tx.directory,
            self.tx.data_checks,
            self.tx.data_corrections,
            self.tx.audience,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def enterers(self) -> Enterers:
        """Finds who enters corrections into the school's journal."""
        return Enterers(self.tx.lost_access, self.tx.audience)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Reads who has to do with pupils."""
        return Surroundings(self.tx.ties, self.tx.circles)

    @cached_property
    def still_asking(self) -> StillAsking:
        """Asks whose requests are still theirs to read."""
        return StillAsking(self.surroundings)

    @cached_property
    def still_reads(self) -> StillReads:
        """Asks who may read messages."""
        return StillReads(self.tx.threads, self.surroundings)

    @cached_property
    def issue_code(self) -> IssueCode:
        """Gives a person a code."""
        return IssueCode(self.tx.codes, self.clock, self.run.codes, self.run.pepper)

    @cached_property
    def read_agenda(self) -> ReadAgenda:
        """Reads what lies ahead of a pupil."""
        return ReadAgenda(self.reader, self.tx.agenda, self.tx.control_works)
