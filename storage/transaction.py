"""The turn's transaction: all adapters on one connection."""

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from core.clock import Clock
from storage.access.codes import SqlCodeBook
from storage.access.connections import SqlConnections
from storage.access.consents import SqlConsents
from storage.access.data_checks import SqlDataChecks
from storage.access.data_corrections import SqlDataCorrections
from storage.access.directory import SqlDirectory
from storage.access.given_addresses import SqlGivenAddresses
from storage.access.lost import SqlLostAccess
from storage.access.mailboxes import SqlMailboxes
from storage.access.names import SqlNames
from storage.access.proofs import SqlProofs
from storage.breaches.book import SqlBreachBook
from storage.breaches.trail import SqlTrail
from storage.delivery import SqlDeliveryRules
from storage.dialogues import SqlDialogues
from storage.diary.acknowledgements import SqlAcknowledgements
from storage.diary.agenda import SqlAgendaBook
from storage.diary.agenda_links import SqlAgendaLinks
from storage.diary.announcements import SqlAnnouncements
from storage.diary.book import SqlDiaryBook
from storage.diary.class_life import SqlClassLife
from storage.diary.class_marks import SqlClassMarks
from storage.diary.control_works import SqlControlWorks
from storage.diary.excuses import SqlExcuseBook
from storage.diary.finals import SqlFinalsBook
from storage.diary.homework_done import SqlHomeworkTicks
from storage.diary.late import SqlLateBook
from storage.diary.lesson_form import SqlLessonForms
from storage.diary.programme import SqlProgrammeBook
from storage.diary.reviews import SqlReviewBook
from storage.diary.searches import SqlSearchBook
from storage.diary.sheets import SqlSheetBook
from storage.forecast.book import SqlForecastBook
from storage.forecast.early_warnings import SqlEarlyWarnings
from storage.forecast.issues import SqlIssues
from storage.helpdesk.answers import SqlKnownAnswers
from storage.helpdesk.calls import SqlDutyCalls
from storage.helpdesk.duty import SqlDutyBook
from storage.helpdesk.duty_windows import SqlDutyWindows
from storage.helpdesk.log import SqlConsultationLog
from storage.helpdesk.packets import SqlPackets
from storage.helpdesk.stand_ins import SqlStandIns
from storage.helpdesk.templates import SqlAnswerTemplates
from storage.helpdesk.tickets import SqlTickets
from storage.helpdesk.trainings import SqlTrainings
from storage.helpdesk.words import SqlTicketOriginals, SqlTicketWords
from storage.inbox import SqlInbox
from storage.journal.columns import SqlColumns
from storage.journal.markbook import SqlMarkbook
from storage.journal.missing_marks import SqlMissingMarks
from storage.journal.period_markbook import SqlPeriodMarkbook
from storage.journal.period_sheets import SqlPeriodSheets
from storage.journal.register import SqlRegister
from storage.journal.remarks import SqlRemarks
from storage.messages.addressed import SqlAddressed, SqlAnswers
from storage.messages.answer_hours import SqlAnswerHours, SqlOriginals
from storage.messages.broadcasts import SqlBroadcasts
from storage.messages.circles import SqlCircles
from storage.messages.newcomers import SqlNewcomers
from storage.messages.templates import SqlTemplates
from storage.messages.threads import SqlThreads
from storage.messages.ties import SqlTies
from storage.notices.answerable import SqlAnswerable
from storage.notices.audience import SqlAudience
from storage.notices.broadcasts import SqlBroadcastLedger, SqlCards
from storage.notices.class_audience import SqlClassAudience
from storage.notices.elsewhere import SqlOldMessages
from storage.notices.messages import SqlMessageLedger
from storage.notices.news import SqlNewsBook
from storage.notices.outbox import SqlOutbox
from storage.notices.paper_runs import SqlPaperRuns
from storage.notices.preferences import SqlPreferenceBook
from storage.notices.print_run import SqlPrintRun
from storage.notices.reminders import SqlReminders
from storage.notices.school_news import SqlSchoolNewsBook
from storage.notices.sent_files import SqlSentFiles
from storage.notices.tickets import SqlTicketLedger
from storage.notices.totals_news import SqlTotalsNewsBook
from storage.profiles import SqlRegulations
from storage.program import SqlPauses, SqlSettings
from storage.reports.book import SqlReportBook
from storage.reports.checks import SqlAbsenceChecks
from storage.reports.visits import SqlVisitBook
from storage.schools import SqlSchools
from storage.truancy.missed import SqlMissedLessons
from storage.truancy.warnings import SqlTruancyWarnings

Made = TypeVar("Made")


class Adapter(Generic[Made]):
    """An adapter of a transaction, made when it is first asked for."""

    def __init__(self, make: Callable[["Transaction"], Made]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, tx: "Transaction", owner: type) -> Made:
        # Kept under its own name, so that this is not asked again.
        made = tx.__dict__[self._name] = self._make(tx)
        return made


def _on(adapter: Callable[[AsyncConnection], Made]) -> Adapter[Made]:
    return Adapter(lambda tx: adapter(tx.connection))


def _timed(adapter: Callable[[AsyncConnection, Clock], Made]) -> Adapter[Made]:
    return Adapter(lambda tx: adapter(tx.connection, tx.clock))


class Transaction:
    """What one turn reads and writes. Adapters are made when they are first asked for."""

    def __init__(self, connection: AsyncConnection, clock: Clock, bot: int) -> None:
        self.connection = connection
        self.clock = clock
        self.bot = bot

    directory = _timed(SqlDirectory)
    """Persons and accounts."""
    connections = _timed(SqlConnections)
    """Who has come in, and who has a code."""
    trail = _on(SqlTrail)
    """What persons did."""
    breaches = _on(SqlBreachBook)
    """Accounts that were in strange hands."""
    lost_access = _on(SqlLostAccess)
    """Requests of who lost access."""
    duty_windows = _on(SqlDutyWindows)
    """The windows of duty schedules."""
    stand_ins = _on(SqlStandIns)
    """Who stands in for whom on duty."""
    duty = _on(SqlDutyBook)
    """Duty schedules of consultants."""
    data_checks = _on(SqlDataChecks)
    """The monthly check of personal data."""
    data_corrections = _on(SqlDataCorrections)
    """What families say to be right."""
    consents = _on(SqlConsents)
    """What guardians agreed to."""
    codes = _on(SqlCodeBook)
    """Activation codes."""
    diary = _timed(SqlDiaryBook)
    """A pupil's records, for reading."""
    class_life = _on(SqlClassLife)
    """Who and what is around a pupil's lessons."""
    agenda = _on(SqlAgendaBook)
    """What lies ahead of a pupil."""
    agenda_links = _on(SqlAgendaLinks)
    """Links by which calendars are read."""
    class_marks = _on(SqlClassMarks)
    """The marks of a whole class."""
    forecast = _on(SqlForecastBook)
    """What forecasts read."""
    markbook = _on(SqlMarkbook)
    """Works and marks."""
    period_markbook = _on(SqlPeriodMarkbook)
    period_sheets = _on(SqlPeriodSheets)
    """Final marks."""
    finals = _on(SqlFinalsBook)
    """A pupil's final marks of all years."""
    missing_marks = _on(SqlMissingMarks)
    """Where period marks are missing."""
    columns = _on(SqlColumns)
    """Works in which marks are missing."""
    register = _on(SqlRegister)
    """Lessons with attendance, homework and teachers."""
    excuses = _on(SqlExcuseBook)
    searches = _on(SqlSearchBook)
    """What families say of absences."""
    outbox = _on(SqlOutbox)
    """The ledger of notices."""
    audience = _timed(SqlAudience)
    """Who hears."""
    news = _on(SqlNewsBook)
    """The records behind notices."""
    acknowledgements = _on(SqlAcknowledgements)
    """What families answered."""
    preferences = _on(SqlPreferenceBook)
    """What each person chose to hear, and when."""
    homework_ticks = _on(SqlHomeworkTicks)
    """Which homework pupils said to have done."""
    control_works = _on(SqlControlWorks)
    """Control works, and those of which families were warned."""
    programme = _on(SqlProgrammeBook)
    """Lesson plans and lessons taught."""
    lesson_forms = _on(SqlLessonForms)
    """Lessons by who gives them, with files and recommendations."""
    remarks = _on(SqlRemarks)
    """What teachers said of pupils."""
    announcements = _on(SqlAnnouncements)
    """What schools announced."""
    school_news = _on(SqlSchoolNewsBook)
    """The records behind notices of the school's life."""
    class_audience = _timed(SqlClassAudience)
    """Whose families hear of events."""
    answerable = _on(SqlAnswerable)
    """Notices that must be acknowledged."""
    issues = _on(SqlIssues)
    """Forecasts that were sent."""
    truancy_warnings = _on(SqlTruancyWarnings)
    """Warnings about missed lessons."""
    missed_lessons = _on(SqlMissedLessons)
    """Lessons missed without good reason."""
    early_warnings = _on(SqlEarlyWarnings)
    """Warnings of who is at risk."""
    print_run = _on(SqlPrintRun)
    """What goes on paper."""
    paper_runs = _on(SqlPaperRuns)
    """Print runs, and who holds the sheets."""
    sheets = _on(SqlSheetBook)
    """What stands on sheets."""
    late = _on(SqlLateBook)
    """What became of marks and absences of earlier days."""
    names = _on(SqlNames)
    """How persons are called."""
    totals_news = _timed(SqlTotalsNewsBook)
    """The records behind notices of final marks and reviews."""
    reports = _on(SqlReportBook)
    """The journal of whole classes."""
    visits = _on(SqlVisitBook)
    """Days on which persons used the journal."""
    absence_checks = _on(SqlAbsenceChecks)
    """What was asked about absences."""
    reviews = _on(SqlReviewBook)
    """Guardians, class teachers and school days, for reviews."""
    reminders = _on(SqlReminders)
    """What is said once only."""
    mailboxes = _on(SqlMailboxes)
    """Where letters go."""
    proofs = _on(SqlProofs)
    """Letters with codes."""
    given_addresses = _on(SqlGivenAddresses)
    """Addresses that were given on paper."""
    old_messages = _on(SqlOldMessages)
    """Messages that are to show what was answered elsewhere."""
    delivery = _on(SqlDeliveryRules)
    """Each school's rules of delivery."""
    regulations = _on(SqlRegulations)
    """Each school's rules."""
    broadcasts = _on(SqlBroadcasts)
    """Broadcasts and their versions."""
    addressed = _on(SqlAddressed)
    """Whom broadcasts were for."""
    newcomers = _on(SqlNewcomers)
    """Who can be told by now of broadcasts."""
    broadcast_answers = _on(SqlAnswers)
    """What was answered to broadcasts."""
    circles = _timed(SqlCircles)
    """Who can be addressed."""
    templates = _on(SqlTemplates)
    """What can be sent again."""
    broadcast_ledger = _on(SqlBroadcastLedger)
    """The ledger, as broadcasts ask about it."""
    cards = _on(SqlCards)
    """Messages that show how broadcasts go."""
    threads = _on(SqlThreads)
    """What two persons write to each other."""
    ties = _timed(SqlTies)
    """How persons have to do with each other."""
    answer_hours = _on(SqlAnswerHours)
    """When teachers answer."""
    originals = _on(SqlOriginals)
    """What the messenger calls what was written."""
    message_ledger = _on(SqlMessageLedger)
    """The ledger, as threads ask about it."""
    tickets = _on(SqlTickets)
    """Who asked for help, and who answers."""
    ticket_words = _on(SqlTicketWords)
    """What was said in tickets."""
    ticket_originals = _on(SqlTicketOriginals)
    """What the messenger calls what was said in tickets."""
    ticket_ledger = _on(SqlTicketLedger)
    """The ledger, as tickets ask about it."""
    duty_calls = _on(SqlDutyCalls)
    """Who was called to duty, and said to be there."""
    consultations = _on(SqlConsultationLog)
    """The log of consultations."""
    known_answers = _on(SqlKnownAnswers)
    """What is offered before somebody asks."""
    answer_templates = _on(SqlAnswerTemplates)
    """What consultants often answer."""
    trainings = _on(SqlTrainings)
    """Trainings, and who is invited."""
    packets = _on(SqlPackets)
    """What goes to the vendor's support."""
    dialogues = _on(SqlDialogues)
    """What accounts are in the middle of."""
    inbox = Adapter(lambda tx: SqlInbox(tx.connection, tx.bot))
    """The updates of this process's bot."""
    schools = _on(SqlSchools)
    """The schools themselves."""
    settings = _on(SqlSettings)
    """What the program keeps of itself."""
    sent_files = _on(SqlSentFiles)
    """By what the channel keeps files that went up."""
    pauses = _on(SqlPauses)
    """Which ways out are shut, and until when."""

    @property
    def has_news(self) -> bool:
        """Say whether the outbox got rows in this transaction."""
        written = self.__dict__.get("outbox")
        return isinstance(written, SqlOutbox) and written.has_written
