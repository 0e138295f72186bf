"""The turn's transaction: all adapters on one connection, and the only place that commits."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import cached_property
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.clock import Clock
from storage.acknowledgements import SqlAcknowledgements
from storage.agenda import SqlAgendaBook
from storage.agenda_links import SqlAgendaLinks
from storage.announcements import SqlAnnouncements
from storage.answerable import SqlAnswerable
from storage.audience import SqlAudience
from storage.class_audience import SqlClassAudience
from storage.class_life import SqlClassLife
from storage.class_marks import SqlClassMarks
from storage.codes import SqlCodeBook
from storage.columns import SqlColumns
from storage.control_works import SqlControlWorks
from storage.delivery import SqlDeliveryRules
from storage.dialogues import SqlDialogues
from storage.diary import SqlDiaryBook
from storage.directory import SqlDirectory
from storage.early_warnings import SqlEarlyWarnings
from storage.engine import Synchronous, backend_of
from storage.excuses import SqlExcuseBook
from storage.finals import SqlFinalsBook
from storage.forecast import SqlForecastBook
from storage.homework_done import SqlHomeworkTicks
from storage.inbox import SqlInbox
from storage.issues import SqlIssues
from storage.lesson_form import SqlLessonForms
from storage.mailbox_proofs import SqlProofs
from storage.mailboxes import SqlMailboxes
from storage.markbook import SqlMarkbook
from storage.missing_marks import SqlMissingMarks
from storage.names import SqlNames
from storage.news import SqlNewsBook
from storage.outbox import SqlOutbox
from storage.period_markbook import SqlPeriodMarkbook
from storage.preferences import SqlPreferenceBook
from storage.print_run import SqlPrintRun
from storage.profiles import SqlRegulations
from storage.program import SqlPauses, SqlSettings
from storage.programme import SqlProgrammeBook
from storage.register import SqlRegister
from storage.reminders import SqlReminders
from storage.reviews import SqlReviewBook
from storage.school_news import SqlSchoolNewsBook
from storage.schools import SqlSchools
from storage.totals_news import SqlTotalsNewsBook


class Transaction:
    """What one turn reads and writes. Adapters are made when they are first asked for."""

    def __init__(self, connection: AsyncConnection, clock: Clock, bot: int) -> None:
        self.connection = connection
        self._clock = clock
        self._bot = bot

    @cached_property
    def directory(self) -> SqlDirectory:
        """Persons and accounts."""
        return SqlDirectory(self.connection, self._clock)

    @cached_property
    def codes(self) -> SqlCodeBook:
        """Activation codes."""
        return SqlCodeBook(self.connection)

    @cached_property
    def diary(self) -> SqlDiaryBook:
        """A pupil's records, for reading."""
        return SqlDiaryBook(self.connection, self._clock)

    @cached_property
    def class_life(self) -> SqlClassLife:
        """Who and what is around a pupil's lessons."""
        return SqlClassLife(self.connection)

    @cached_property
    def agenda(self) -> SqlAgendaBook:
        """What lies ahead of a pupil."""
        return SqlAgendaBook(self.connection)

    @cached_property
    def agenda_links(self) -> SqlAgendaLinks:
        """Links by which calendars are read."""
        return SqlAgendaLinks(self.connection)

    @cached_property
    def class_marks(self) -> SqlClassMarks:
        """The marks of a whole class."""
        return SqlClassMarks(self.connection)

    @cached_property
    def forecast(self) -> SqlForecastBook:
        """What forecasts read."""
        return SqlForecastBook(self.connection)

    @cached_property
    def markbook(self) -> SqlMarkbook:
        """Works and marks."""
        return SqlMarkbook(self.connection)

    @cached_property
    def period_markbook(self) -> SqlPeriodMarkbook:
        """Final marks."""
        return SqlPeriodMarkbook(self.connection)

    @cached_property
    def finals(self) -> SqlFinalsBook:
        """A pupil's final marks of all years."""
        return SqlFinalsBook(self.connection)

    @cached_property
    def missing_marks(self) -> SqlMissingMarks:
        """Where period marks are missing."""
        return SqlMissingMarks(self.connection)

    @cached_property
    def columns(self) -> SqlColumns:
        """Works in which marks are missing."""
        return SqlColumns(self.connection)

    @cached_property
    def register(self) -> SqlRegister:
        """Lessons with attendance, homework and teachers."""
        return SqlRegister(self.connection)

    @cached_property
    def excuses(self) -> SqlExcuseBook:
        """What families say of absences."""
        return SqlExcuseBook(self.connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        """The ledger of notices."""
        return SqlOutbox(self.connection)

    @cached_property
    def audience(self) -> SqlAudience:
        """Who hears."""
        return SqlAudience(self.connection, self._clock)

    @cached_property
    def news(self) -> SqlNewsBook:
        """The records behind notices."""
        return SqlNewsBook(self.connection)

    @cached_property
    def acknowledgements(self) -> SqlAcknowledgements:
        """What families answered."""
        return SqlAcknowledgements(self.connection)

    @cached_property
    def preferences(self) -> SqlPreferenceBook:
        """What each person chose to hear, and when."""
        return SqlPreferenceBook(self.connection)

    @cached_property
    def homework_ticks(self) -> SqlHomeworkTicks:
        """Which homework pupils said to have done."""
        return SqlHomeworkTicks(self.connection)

    @cached_property
    def control_works(self) -> SqlControlWorks:
        """Control works, and those of which families were warned."""
        return SqlControlWorks(self.connection)

    @cached_property
    def programme(self) -> SqlProgrammeBook:
        """Lesson plans and lessons taught."""
        return SqlProgrammeBook(self.connection)

    @cached_property
    def lesson_forms(self) -> SqlLessonForms:
        """Lessons by who gives them, with files and recommendations."""
        return SqlLessonForms(self.connection)

    @cached_property
    def announcements(self) -> SqlAnnouncements:
        """What schools announced."""
        return SqlAnnouncements(self.connection)

    @cached_property
    def school_news(self) -> SqlSchoolNewsBook:
        """The records behind notices of the school's life."""
        return SqlSchoolNewsBook(self.connection)

    @cached_property
    def class_audience(self) -> SqlClassAudience:
        """Whose families hear of events."""
        return SqlClassAudience(self.connection, self._clock)

    @cached_property
    def answerable(self) -> SqlAnswerable:
        """Notices that must be acknowledged."""
        return SqlAnswerable(self.connection)

    @cached_property
    def issues(self) -> SqlIssues:
        """Forecasts that were sent."""
        return SqlIssues(self.connection)

    @cached_property
    def early_warnings(self) -> SqlEarlyWarnings:
        """Warnings of who is at risk."""
        return SqlEarlyWarnings(self.connection)

    @cached_property
    def print_run(self) -> SqlPrintRun:
        """What goes on paper."""
        return SqlPrintRun(self.connection)

    @cached_property
    def names(self) -> SqlNames:
        """How persons are called."""
        return SqlNames(self.connection)

    @cached_property
    def totals_news(self) -> SqlTotalsNewsBook:
        """The records behind notices of final marks and reviews."""
        return SqlTotalsNewsBook(self.connection, self._clock)

    @cached_property
    def reviews(self) -> SqlReviewBook:
        """Guardians, class teachers and school days, for reviews."""
        return SqlReviewBook(self.connection)

    @cached_property
    def reminders(self) -> SqlReminders:
        """What is said once only."""
        return SqlReminders(self.connection)

    @cached_property
    def mailboxes(self) -> SqlMailboxes:
        """Where letters go."""
        return SqlMailboxes(self.connection)

    @cached_property
    def proofs(self) -> SqlProofs:
        """Letters with codes."""
        return SqlProofs(self.connection)

    @cached_property
    def delivery(self) -> SqlDeliveryRules:
        """Each school's rules of delivery."""
        return SqlDeliveryRules(self.connection)

    @cached_property
    def regulations(self) -> SqlRegulations:
        """Each school's rules."""
        return SqlRegulations(self.connection)

    @cached_property
    def dialogues(self) -> SqlDialogues:
        """What accounts are in the middle of."""
        return SqlDialogues(self.connection)

    @cached_property
    def inbox(self) -> SqlInbox:
        """The updates of this process's bot."""
        return SqlInbox(self.connection, self._bot)

    @cached_property
    def schools(self) -> SqlSchools:
        """The schools themselves."""
        return SqlSchools(self.connection)

    @cached_property
    def settings(self) -> SqlSettings:
        """What the program keeps of itself."""
        return SqlSettings(self.connection)

    @cached_property
    def pauses(self) -> SqlPauses:
        """Which ways out are shut, and until when."""
        return SqlPauses(self.connection)

    @property
    def has_news(self) -> bool:
        """Say whether the outbox got rows in this transaction."""
        written = self.__dict__.get("outbox")
        return isinstance(written, SqlOutbox) and written.has_written


class Store:
    """The database. `on_commit` hears of each commit that gave the outbox rows."""

    def __init__(
        self, url: str, clock: Clock, *, bot: int = 0, synchronous: Synchronous = "FULL"
    ) -> None:
        self.url = url
        self.on_commit: list[Callable[[], None]] = []
        self.backend = backend_of(url, synchronous=synchronous)
        self.clock = clock
        self._bot = bot
        # Writers of this process queue here, in order; only another process's can be in the way.
        self._turn = asyncio.Lock() if self.backend.one_writer else None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Open a turn that writes: committed when it ends well, else forgotten."""
        async with self._alone(), self._writing(self.backend.engine) as tx:
            yield tx

    @asynccontextmanager
    async def hasty(self) -> AsyncIterator[Transaction]:
        """Open a turn whose commit does not wait for the disk: a power cut may undo it.

        A kill of the process loses nothing of it. For what an earlier commit, which did wait, will
        bring up once more: a turn of an update that is in the inbox.
        """
        async with self._alone(), self._writing(self.backend.hasty) as tx:
            yield tx

    def _alone(self) -> AbstractAsyncContextManager[object]:
        return self._turn or nullcontext()

    @asynccontextmanager
    async def _writing(self, engine: AsyncEngine) -> AsyncIterator[Transaction]:
        async with engine.connect() as connection:
            await self.backend.begin_writing(connection)
            tx = Transaction(connection, self.clock, self._bot)
            yield tx
            if tx.has_news:
                await self.backend.tell_others(connection)
            try:
                await _to_its_end(connection.commit())
            finally:
                self._say_committed(tx)

    def _say_committed(self, tx: Transaction) -> None:
        # Also after a commit that was cancelled or failed: to look in vain does no harm.
        for heard in self.on_commit if tx.has_news else ():
            heard()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a transaction that only reads, all of it as of one moment."""
        async with self.backend.engine.connect() as connection:
            await self.backend.begin_reading(connection)
            yield Transaction(connection, self.clock, self._bot)

    async def close(self) -> None:
        """Close every connection."""
        await self.backend.close()


async def _to_its_end(step: Coroutine[Any, Any, None]) -> None:
    """Wait for a commit even when cancelled, or nobody would know whether it happened."""
    task = asyncio.ensure_future(step)  # noqa: TID251 - awaited right here, whatever comes
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                continue
        raise
