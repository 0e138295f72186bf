"""The school in memory: turns that commit or roll back, and a log that says which."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property

from core.clock import Clock
from tests.school.acknowledgements import MemoryAcknowledgements
from tests.school.agenda import MemoryAgendaBook, MemoryAgendaLinks, MemoryClassMarks
from tests.school.announcements import MemoryAnnouncements
from tests.school.answers import MemoryKnownAnswers
from tests.school.audience import MemoryAudience, MemoryDeliveryRules, MemoryRegulations
from tests.school.breaches import MemoryBreachBook, MemoryTrail
from tests.school.broadcasts import (
    MemoryAddressed,
    MemoryAnswers,
    MemoryBroadcastLedger,
    MemoryBroadcasts,
    MemoryCards,
    MemoryCircles,
    MemoryNewcomers,
    MemoryTemplates,
)
from tests.school.checks import MemoryAbsenceChecks
from tests.school.class_life import MemoryClassLife
from tests.school.connections import MemoryConnections
from tests.school.consents import MemoryConsents
from tests.school.control_works import MemoryControlWorks
from tests.school.diary import MemoryDiaryBook
from tests.school.duty import MemoryDutyBook, MemoryDutyWindows, MemoryStandIns
from tests.school.elsewhere import MemoryOldMessages
from tests.school.excuses import MemoryExcuseBook, MemorySearchBook
from tests.school.finals import MemoryFinalsBook
from tests.school.forecast import MemoryForecastBook
from tests.school.homework_done import MemoryHomeworkTicks
from tests.school.issues import (
    MemoryAnswerable,
    MemoryEarlyWarnings,
    MemoryIssues,
    MemoryNames,
    MemoryPrintRun,
)
from tests.school.journal import MemoryColumns, MemoryMarkbook, MemoryRegister
from tests.school.late import MemoryLateBook
from tests.school.lesson_form import MemoryLessonForms
from tests.school.lost_access import MemoryLostAccess
from tests.school.mailboxes import MemoryGivenAddresses, MemoryMailboxes, MemoryProofs
from tests.school.missing_marks import MemoryMissingMarks
from tests.school.news import MemoryNewsBook
from tests.school.outbox import MemoryOutbox
from tests.school.packets import MemoryPackets
from tests.school.paper import MemoryPaperRuns, MemorySheetBook
from tests.school.people import MemoryCodeBook, MemoryDirectory
from tests.school.period_markbook import MemoryPeriodMarkbook
from tests.school.period_sheets import MemoryPeriodSheets
from tests.school.personal_data import MemoryDataChecks, MemoryDataCorrections
from tests.school.preferences import MemoryPreferenceBook
from tests.school.program import (
    MemoryDialogues,
    MemoryInbox,
    MemoryPauses,
    MemorySchools,
    MemorySentFiles,
    MemorySettings,
)
from tests.school.programme import MemoryProgrammeBook
from tests.school.records import Record
from tests.school.remarks import MemoryRemarks
from tests.school.reports import MemoryReportBook, MemoryVisitBook
from tests.school.reviews import MemoryReminders, MemoryReviewBook, MemoryTotalsNewsBook
from tests.school.school_news import MemoryClassAudience, MemorySchoolNewsBook
from tests.school.templates import MemoryAnswerTemplates
from tests.school.threads import (
    MemoryAnswerHours,
    MemoryMessageLedger,
    MemoryOriginals,
    MemoryThreads,
    MemoryTies,
)
from tests.school.ticket_ledger import MemoryTicketLedger
from tests.school.tickets import (
    MemoryConsultationLog,
    MemoryDutyCalls,
    MemoryTicketOriginals,
    MemoryTickets,
    MemoryTicketWords,
)
from tests.school.trainings import MemoryTrainings
from tests.school.truancy import MemoryMissedLessons, MemoryTruancyWarnings
from tests.school.world import World


class Turn:
    """All ports on one world, by the names that the real transaction gives them."""

    def __init__(self, world: World, clock: Clock, bot: int) -> None:  # noqa: PLR0915 - a line for each port
        self.directory = MemoryDirectory(world, clock)
        self.codes = MemoryCodeBook(world)
        self.consents = MemoryConsents(world)
        self.lost_access = MemoryLostAccess(world)
        self.duty = MemoryDutyBook(world)
        self.duty_windows = MemoryDutyWindows(world)
        self.stand_ins = MemoryStandIns(world)
        self.data_checks = MemoryDataChecks(world)
        self.data_corrections = MemoryDataCorrections(world)
        self.trail = MemoryTrail(world)
        self.breaches = MemoryBreachBook(world)
        self.connections = MemoryConnections(world, clock)
        self.diary = MemoryDiaryBook(world, clock)
        self.forecast = MemoryForecastBook(world, clock)
        self.class_life = MemoryClassLife(world)
        self.agenda = MemoryAgendaBook(world, clock)
        self.agenda_links = MemoryAgendaLinks(world)
        self.class_marks = MemoryClassMarks(world)
        self.homework_ticks = MemoryHomeworkTicks(world)
        self.control_works = MemoryControlWorks(world)
        self.programme = MemoryProgrammeBook(world)
        self.lesson_forms = MemoryLessonForms(world)
        self.remarks = MemoryRemarks(world)
        self.announcements = MemoryAnnouncements(world)
        self.school_news = MemorySchoolNewsBook(world)
        self.class_audience = MemoryClassAudience(world, clock)
        self.markbook = MemoryMarkbook(world)
        self.columns = MemoryColumns(world)
        self.totals_news = MemoryTotalsNewsBook(world, clock)
        self.reports = MemoryReportBook(world)
        self.visits = MemoryVisitBook(world)
        self.absence_checks = MemoryAbsenceChecks(world)
        self.reviews = MemoryReviewBook(world, clock)
        self.reminders = MemoryReminders(world)
        self.finals = MemoryFinalsBook(world)
        self.missing_marks = MemoryMissingMarks(world, clock)
        self.period_markbook = MemoryPeriodMarkbook(world)
        self.period_sheets = MemoryPeriodSheets(world)
        self.register = MemoryRegister(world)
        self.excuses = MemoryExcuseBook(world)
        self.searches = MemorySearchBook(world)
        self.outbox = MemoryOutbox(world, clock)
        self.audience = MemoryAudience(world, clock)
        self.news = MemoryNewsBook(world)
        self.acknowledgements = MemoryAcknowledgements(world)
        self.answerable = MemoryAnswerable(world)
        self.issues = MemoryIssues(world)
        self.early_warnings = MemoryEarlyWarnings(world)
        self.truancy_warnings = MemoryTruancyWarnings(world)
        self.missed_lessons = MemoryMissedLessons(world)
        self.print_run = MemoryPrintRun(world)
        self.paper_runs = MemoryPaperRuns(world)
        self.sheets = MemorySheetBook(world)
        self.late = MemoryLateBook(world)
        self.names = MemoryNames(world)
        self.mailboxes = MemoryMailboxes(world)
        self.proofs = MemoryProofs(world)
        self.given_addresses = MemoryGivenAddresses(world)
        self.old_messages = MemoryOldMessages(world)
        self.delivery = MemoryDeliveryRules(world)
        self.preferences = MemoryPreferenceBook(world)
        self.regulations = MemoryRegulations(world)
        self.inbox = MemoryInbox(world, bot)
        self.schools = MemorySchools(world)
        self.settings = MemorySettings(world)
        self.pauses = MemoryPauses(world)
        self.sent_files = MemorySentFiles(world)
        self.broadcasts = MemoryBroadcasts(world)
        self.addressed = MemoryAddressed(world)
        self.newcomers = MemoryNewcomers(world, clock)
        self.broadcast_answers = MemoryAnswers(world)
        self.circles = MemoryCircles(world, clock)
        self.templates = MemoryTemplates(world)
        self.broadcast_ledger = MemoryBroadcastLedger(world)
        self.cards = MemoryCards(world)
        self.threads = MemoryThreads(world)
        self.ties = MemoryTies(world, clock)
        self.answer_hours = MemoryAnswerHours(world)
        self.originals = MemoryOriginals(world)
        self.message_ledger = MemoryMessageLedger(world)
        self.tickets = MemoryTickets(world)
        self.ticket_words = MemoryTicketWords(world)
        self.ticket_originals = MemoryTicketOriginals(world)
        self.ticket_ledger = MemoryTicketLedger(world)
        self.duty_calls = MemoryDutyCalls(world)
        self.consultations = MemoryConsultationLog(world)
        self.known_answers = MemoryKnownAnswers(world)
        self.answer_templates = MemoryAnswerTemplates(world)
        self.trainings = MemoryTrainings(world)
        self.packets = MemoryPackets(world)
        self.dialogues = MemoryDialogues(world)


class School:
    """A store whose `log` tells each turn's end; others may write `speak` into it."""

    def __init__(self, clock: Clock, *, bot: int = 0) -> None:
        self.world = World()
        self.log: list[str] = []
        self.on_commit: list[Callable[[], None]] = []
        self._clock = clock
        self._bot = bot

    @cached_property
    def _turn(self) -> asyncio.Lock:
        return asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Turn]:
        async with self._turn:
            before = self.world.snapshot()
            turn = Turn(self.world, self._clock, self._bot)
            try:
                yield turn
            except BaseException:
                self.world.restore(before)
                self.log.append("rollback")
                raise
            self.log.append("commit")
        for heard in self.on_commit if turn.outbox.written else ():
            heard()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Turn]:
        yield Turn(self.world, self._clock, self._bot)

    async def plant(self, found: list[Record]) -> None:
        """Take in what a `Seed` built."""
        for record in found:
            self.world.put(record)

    async def close(self) -> None:
        """Do nothing: there is nothing to close."""
