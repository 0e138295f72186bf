"""The only module that sees all three floors: assigns storage's adapters to core's ports."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.keys import pepper_of, secret_of
from core.access.codes import Activate, IssueCode
from core.access.people import Name, Role
from core.access.proving import AskForCode, EndMailbox, ReadMailbox, TryCode
from core.clock import Clock, SystemClock
from core.diary.acknowledging import Acknowledge
from core.diary.agenda import ReadAgenda
from core.diary.agenda_links import (
    CutAgendaLink,
    FollowAgendaLink,
    LookAtAgendaLink,
    RenewAgendaLink,
)
from core.diary.announcing import Announce, ReadAnnouncements
from core.diary.attachments import ReadAttachment
from core.diary.attendance import ReadAttendance
from core.diary.charting import ReadMarkChart
from core.diary.control_works import ReadControlWorks
from core.diary.deciding_excuses import (
    AcceptExcuse,
    ClassTeacher,
    ConfirmExcuse,
    DeclineExcuse,
    ReadClaim,
    ReadClaims,
)
from core.diary.early_warnings import AdaptWarning, DropWarning, OpenWarning, SendWarning
from core.diary.excusing import (
    AnnounceAbsence,
    AnswerAlert,
    Family,
    ReadAlert,
    ReadAnnouncing,
    SeekPupil,
    WithdrawExcuse,
)
from core.diary.finals import ReadYear
from core.diary.issuing import IssueForecast
from core.diary.lesson_form import (
    DetachFiles,
    GiveHomework,
    LessonTeacher,
    ReadLessonForm,
    ReadMyLessons,
    Recommend,
)
from core.diary.programme import ReadProgramme
from core.diary.reading import ReadAbsences, ReadDay, Reader, ReadMarks, ReadWeek
from core.diary.reading_class_life import ReadEvents, ReadHolidays, ReadTeachers
from core.diary.reading_forecast import Foresee, ReadClassForecast, ReadForecast
from core.diary.reading_homework import ReadHomework, ReadOverdue, TickHomework
from core.diary.report_card import ReadReportCard
from core.diary.review_tables import (
    ClassReviews,
    ReadClassPeriod,
    ReadClassWeek,
    ReadOwnReviews,
)
from core.diary.reviewing import ReadTotals, ReviewTotals
from core.errors import AdministratorThere, PersonUnknown
from core.exchange.import_bundle import ImportReport
from core.exchange.schools import the_school
from core.facts import Everyone, Facts
from core.ids import SourceId
from core.journal.lesson_records import ReviseAbsence
from core.journal.missing_marks import ReadMissing
from core.journal.period_marking import SetPeriodMark, TakeBackPeriodMark
from core.notices.acknowledged import AcknowledgeNotice, OpenNotice, RepeatUnknown
from core.notices.answering_letters import AcknowledgeByLetter, OpenByLetter
from core.notices.catching_up import CatchUp
from core.notices.choosing import ChangePreferences, ReadPreferences
from core.notices.control_works import WarnOfControls
from core.notices.gathering import GatherNews
from core.notices.gathering_forecasts import GatherForecasts
from core.notices.gathering_totals import GatherTotals
from core.notices.issuing import DueClasses, LookAfterClass
from core.notices.nudging import LookAfterReviews, NudgeReviews
from core.notices.opening import OpenNews
from core.notices.ports import DeliveryRules
from core.notices.reach import NoteReach
from core.notices.reading_issue import ReadIssue, ReadWarning, ReadWarnings
from core.notices.telling import TellFamilies
from core.notices.telling_excuses import TellExcuses
from core.notices.telling_forecasts import TellForecasts
from core.notices.telling_missing import TellMissing
from core.notices.telling_reviews import TellReviews, TellReviewsOfDay
from core.notices.telling_school import TellSchool
from core.notices.timing import SchoolDelivery
from core.regulation.forms import QuietHours
from core.regulation.profile import Codes, Delivery, Profile
from storage.exchange.calls import export_school, import_bundle
from storage.exchange.reader import quietly
from storage.exchange.records import Founding, SqlSchoolRecords
from storage.migrations import upgrade
from storage.profiles import read_profile
from storage.transaction import Store, Transaction
from storage.waking import watch

PROFILE: Final = "a"
_AS_DOCUMENTED: Final = "default"


class Database(Store):
    """The store, as the program knows it."""

    @property
    def serves_one_process(self) -> bool:
        """Say whether no other process can be at work on the ledger."""
        return self.backend.one_writer

    async def watch(self, heard: Callable[[], None]) -> None:
        """Call `heard` whenever another process may have written; runs until it is cancelled."""
        await watch(self.backend, heard)


def facts_of(tx: Transaction) -> Facts:
    """Return who hears of facts in a transaction: the families' notices."""
    return Everyone(
        (
            TellFamilies(tx.outbox, tx.audience, tx.delivery),
            TellSchool(tx.outbox, tx.audience, tx.class_audience, tx.delivery),
            TellExcuses(tx.outbox, tx.audience, tx.delivery),
            TellForecasts(tx.outbox, tx.answerable, tx.audience),
            TellReviews(tx.outbox, tx.audience, tx.regulations),
        )
    )


def _as_stored(rules: SchoolDelivery) -> SchoolDelivery:
    return rules


@dataclass(frozen=True, slots=True)
class InForce:
    """Each school's rules of delivery, as this run has them."""

    stored: DeliveryRules
    overrides: Callable[[SchoolDelivery], SchoolDelivery]

    async def all(self) -> Sequence[SchoolDelivery]:
        """Return the rules of every school."""
        return [self.overrides(one) for one in await self.stored.all()]


@dataclass(frozen=True, slots=True)
class UseCases:
    """Binds a transaction to the use cases that handlers ask for by name."""

    clock: Clock
    codes: Codes
    pepper: bytes
    public_url: str = ""
    overrides: Callable[[SchoolDelivery], SchoolDelivery] = _as_stored
    sends_letters: bool = False

    def __call__(self, tx: Transaction) -> dict[str, Any]:
        """Return the use cases of one turn."""
        reader = Reader(tx.diary, self.clock, tx.regulations)
        return {
            "activate": Activate(tx.codes, self.clock, self.codes, self.pepper),
            "directory": tx.directory,
            "note_reach": self.note_reach(tx),
            "acknowledge": Acknowledge(tx.acknowledgements, self.clock),
            **self._preferences(tx),
            **self._mailbox(tx),
            **self._issuing(tx),
            **self._of_families(tx, reader),
            **self._of_class_teachers(tx, reader),
            "read_week": ReadWeek(reader),
            "read_day": ReadDay(reader, tx.lesson_forms),
            "read_marks": ReadMarks(reader),
            "read_homework": ReadHomework(reader, tx.homework_ticks, tx.lesson_forms),
            "read_overdue": ReadOverdue(reader, tx.homework_ticks),
            "tick_homework": TickHomework(reader, tx.homework_ticks),
            "read_absences": ReadAbsences(reader),
            "read_teachers": ReadTeachers(reader, tx.class_life),
            "read_holidays": ReadHolidays(reader),
            "read_events": ReadEvents(reader, tx.class_life),
            **self._lessons(tx),
            **self._announcements(tx),
            "read_programme": ReadProgramme(reader, tx.programme),
            "read_control_works": ReadControlWorks(reader, tx.control_works),
            **self._forecasts(tx, reader),
            **self._papers(tx, reader),
            **self._finals(tx, reader),
            **self._reviews(tx, reader),
        }

    def _papers(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        links, clock = tx.agenda_links, self.clock
        return {
            "public_url": self.public_url,
            "read_mark_chart": ReadMarkChart(reader, tx.class_marks),
            "read_attendance": ReadAttendance(reader),
            "read_report_card": ReadReportCard(reader),
            "read_agenda": ReadAgenda(reader, tx.agenda),
            "look_at_agenda_link": LookAtAgendaLink(links, tx.diary),
            "renew_agenda_link": RenewAgendaLink(links, tx.diary, clock, self.pepper),
            "cut_agenda_link": CutAgendaLink(links, tx.diary, clock),
        }

    def follow_agenda_link(self, tx: Transaction) -> FollowAgendaLink:
        """Return what reads a calendar by its link alone."""
        reader = Reader(tx.diary, self.clock, tx.regulations)
        read = ReadAgenda(reader, tx.agenda)
        return FollowAgendaLink(tx.agenda_links, tx.directory, read, self.pepper)

    def _forecasts(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        foresee = Foresee(tx.forecast, tx.regulations)
        return {
            "read_forecast": ReadForecast(reader, foresee),
            "read_class_forecast": ReadClassForecast(tx.directory, foresee, self.clock),
        }

    def _of_families(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        family = Family(reader, tx.excuses, facts_of(tx))
        return {
            "read_alert": ReadAlert(family),
            "answer_alert": AnswerAlert(family),
            "seek_pupil": SeekPupil(family, tx.audience),
            "read_announcing": ReadAnnouncing(family),
            "announce_absence": AnnounceAbsence(family),
            "withdraw_excuse": WithdrawExcuse(family),
        }

    def _of_class_teachers(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        facts = facts_of(tx)
        teacher = ClassTeacher(reader, tx.excuses, tx.directory, facts)
        return {
            "read_claim": ReadClaim(teacher),
            "read_claims": ReadClaims(teacher),
            "accept_excuse": AcceptExcuse(teacher),
            "decline_excuse": DeclineExcuse(teacher),
            "confirm_excuse": ConfirmExcuse(
                teacher, ReviseAbsence(tx.register, facts, self.clock)
            ),
        }

    def _finals(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        facts = facts_of(tx)
        return {
            "read_year": ReadYear(reader, tx.finals),
            "read_missing": ReadMissing(tx.missing_marks, tx.directory, self.clock),
            "set_period_mark": SetPeriodMark(tx.period_markbook, facts, self.clock),
            "take_back_period_mark": TakeBackPeriodMark(tx.period_markbook, facts, self.clock),
        }

    def _reviews(self, tx: Transaction, reader: Reader) -> dict[str, Any]:
        answers, clock = tx.acknowledgements, self.clock
        read = ReadTotals(reader, answers)
        tables = ClassReviews(answers, tx.reviews, tx.directory, tx.regulations, clock)
        return {
            "read_totals": read,
            "review_totals": ReviewTotals(read, Acknowledge(answers, clock), facts_of(tx), clock),
            "read_own_reviews": ReadOwnReviews(reader, answers),
            "read_class_week": ReadClassWeek(tables),
            "read_class_period": ReadClassPeriod(tables, tx.missing_marks),
        }

    def tell_missing(self, tx: Transaction) -> TellMissing:
        """Return what tells the school which final marks are missing."""
        return TellMissing(
            tx.missing_marks, tx.outbox, tx.reminders, tx.delivery, tx.regulations, self.clock
        )

    def look_after_reviews(self, tx: Transaction) -> LookAfterReviews:
        """Return what tells class teachers of reviews, and families of the last evening."""
        return LookAfterReviews(
            TellReviewsOfDay(
                tx.acknowledgements,
                tx.reviews,
                tx.directory,
                tx.outbox,
                tx.reminders,
                tx.delivery,
                tx.regulations,
                self.clock,
            ),
            NudgeReviews(
                tx.acknowledgements,
                tx.reviews,
                tx.directory,
                tx.audience,
                tx.outbox,
                tx.reminders,
                tx.delivery,
                tx.regulations,
                self.clock,
            ),
        )

    def _mailbox(self, tx: Transaction) -> dict[str, Any]:
        read = ReadMailbox(tx.mailboxes, tx.proofs, self.clock)
        return {
            "read_mailbox": read,
            "ask_for_code": AskForCode(read, self.sends_letters),
            "try_code": TryCode(read, self.pepper),
            "end_mailbox": EndMailbox(read),
        }

    def acknowledge_by_letter(self, tx: Transaction) -> AcknowledgeByLetter:
        """Return what takes an acknowledgement by the link of a letter."""
        notice = OpenNotice(tx.answerable, tx.acknowledgements, self.gather(tx))
        return AcknowledgeByLetter(
            OpenByLetter(tx.mailboxes, tx.directory, notice),
            AcknowledgeNotice(notice, Acknowledge(tx.acknowledgements, self.clock)),
        )

    def _preferences(self, tx: Transaction) -> dict[str, Any]:
        delivery = InForce(tx.delivery, self.overrides)
        read = ReadPreferences(tx.preferences, delivery, tx.regulations, tx.mailboxes)
        return {
            "read_preferences": read,
            "change_preferences": ChangePreferences(read, tx.outbox, self.clock),
            "open_news": OpenNews(tx.outbox, self.gather(tx), tx.diary),
        }

    def _announcements(self, tx: Transaction) -> dict[str, Any]:
        """Return what the administration announces, and who hears of it later."""
        found, clock = tx.announcements, self.clock
        return {
            "read_announcements": ReadAnnouncements(found),
            "announce": Announce(found, facts_of(tx), clock),
            "catch_up": CatchUp(found, tx.audience, tx.outbox, clock),
        }

    def _lessons(self, tx: Transaction) -> dict[str, Any]:
        """Return what teachers do with their lessons, and what families see of it."""
        clock, forms = self.clock, tx.lesson_forms
        teacher = LessonTeacher(tx.register, forms, clock)
        reader = Reader(tx.diary, clock, tx.regulations)
        return {
            "read_my_lessons": ReadMyLessons(forms, clock),
            "read_lesson_form": ReadLessonForm(teacher),
            "give_homework": GiveHomework(teacher, forms, facts_of(tx)),
            "detach_files": DetachFiles(teacher, forms),
            "recommend": Recommend(teacher, forms, facts_of(tx)),
            "read_attachment": ReadAttachment(reader, forms),
        }

    def gather(self, tx: Transaction) -> GatherNews:
        """Return what makes one message of a batch of notices."""
        return GatherNews(
            tx.news,
            tx.regulations,
            tx.school_news,
            self._gather_forecasts(tx),
            GatherTotals(tx.totals_news, tx.regulations),
        )

    def _gather_forecasts(self, tx: Transaction) -> GatherForecasts:
        return GatherForecasts(
            tx.issues,
            tx.early_warnings,
            tx.names,
            Foresee(tx.forecast, tx.regulations),
            tx.acknowledgements,
            tx.print_run,
            tx.directory,
            tx.delivery,
            self.clock,
        )

    def _issuing(self, tx: Transaction) -> dict[str, Any]:
        facts, clock = facts_of(tx), self.clock
        notice = OpenNotice(tx.answerable, tx.acknowledgements, self.gather(tx))
        warning = OpenWarning(tx.early_warnings, tx.regulations)
        gathered = self._gather_forecasts(tx)
        return {
            "open_notice": notice,
            "acknowledge_notice": AcknowledgeNotice(
                notice, Acknowledge(tx.acknowledgements, clock)
            ),
            "issue_forecast": IssueForecast(tx.issues, tx.directory, facts, clock),
            "read_issue": ReadIssue(
                tx.issues,
                tx.directory,
                tx.answerable,
                tx.acknowledgements,
                tx.print_run,
                tx.audience,
                tx.regulations,
                clock,
            ),
            "read_warnings": ReadWarnings(
                tx.issues, tx.early_warnings, tx.directory, tx.regulations, clock
            ),
            "read_warning": ReadWarning(warning, gathered, tx.answerable),
            "adapt_warning": AdaptWarning(warning),
            "send_warning": SendWarning(warning, facts, clock),
            "drop_warning": DropWarning(warning, clock),
        }

    def due_classes(self, tx: Transaction) -> DueClasses:
        """Return what finds the classes whose periods ask for something."""
        return DueClasses(tx.issues, tx.delivery, tx.regulations, self.clock)

    def look_after(self, tx: Transaction) -> LookAfterClass:
        """Return what does for a class what its period asks for."""
        return LookAfterClass(
            tx.issues,
            tx.early_warnings,
            tx.print_run,
            tx.answerable,
            tx.acknowledgements,
            tx.directory,
            tx.delivery,
            tx.regulations,
            Foresee(tx.forecast, tx.regulations),
            facts_of(tx),
            self.clock,
        )

    def repeat_unknown(self, tx: Transaction) -> RepeatUnknown:
        """Return what writes once more what must be acknowledged and may not have arrived."""
        return RepeatUnknown(tx.outbox, tx.answerable)

    def note_reach(self, tx: Transaction) -> NoteReach:
        """Return what notes whether an account takes messages."""
        return NoteReach(tx.directory, tx.mailboxes, facts_of(tx), self.clock)

    def issue_code(self, tx: Transaction) -> IssueCode:
        """Return the use case that gives a person a code."""
        return IssueCode(tx.codes, self.clock, self.codes, self.pepper)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the environment of this run says over the schools' stored rules of delivery."""

    window: timedelta | None
    quiet_hours: QuietHours | Literal["off"] | None

    def __call__(self, stored: SchoolDelivery) -> SchoolDelivery:
        """Return the rules that are in force in this run."""
        return replace(stored, rules=self.over(stored.rules))

    def over(self, rules: Delivery) -> Delivery:
        """Return rules with what the environment sets put over them."""
        if self.window is not None:
            rules = replace(rules, correction_window=self.window)
        if self.quiet_hours is not None:
            hours = self.quiet_hours if isinstance(self.quiet_hours, QuietHours) else None
            rules = replace(rules, quiet_hours=hours)
        return rules


@asynccontextmanager
async def opened(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Database]:
    """Open the database, brought up to date, with its clock: of the database, or the one given."""
    if path := settings.sqlite_path():
        path.parent.mkdir(parents=True, exist_ok=True)
    await asyncio.to_thread(upgrade, settings.database_url)
    token = settings.bot_token.get_secret_value() if settings.bot_token else "0"
    store = Database(
        settings.database_url,
        clock or await _clock(settings),
        bot=int(token.partition(":")[0]),
    )
    try:
        yield store
    finally:
        await store.close()


async def _clock(settings: Settings) -> SystemClock:
    """Return the clock of this database: its offset is kept, so all processes tell one time."""
    machine = SystemClock()
    store = Database(settings.database_url, machine)
    try:
        async with store.transaction() as tx:
            start = settings.clock
            if start and await tx.settings.get("clock.start") != start.isoformat():
                offset = start - machine.now()
                await tx.settings.set("clock.start", start.isoformat())
                await tx.settings.set("clock.offset", str(offset.total_seconds()))
            kept = await tx.settings.get("clock.offset")
    finally:
        await store.close()
    return SystemClock(timedelta(seconds=float(kept or 0)))


async def take_in(
    settings: Settings,
    store: Database,
    path: Path,
    *,
    school: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = quietly,
) -> ImportReport:
    """Import a school bundle; raise a Refusal where it is not clear whose it is."""
    return await import_bundle(
        store,
        path,
        clock=store.clock,
        facts_for=facts_of,
        school=school,
        dry_run=dry_run,
        founding=Founding(ZoneInfo(settings.timezone), PROFILE, _delivery(settings)),
        progress=progress,
    )


async def give_out(store: Database, path: Path, *, school: str | None = None) -> int:
    """Export a school as a bundle; return the count of rows."""
    return (await export_school(store, path, school=school)).rows


async def code_of(
    settings: Settings, store: Database, person: SourceId, *, school: str | None = None
) -> str:
    """Give a person of the school's files a new code; raise PersonUnknown for anybody else."""
    async with store.transaction() as tx:
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        found = await tx.schools.person(known.id, person)
        if found is None:
            raise PersonUnknown(person)
        return await use_cases_of(settings, store).issue_code(tx)(found)


async def administrator_code(
    settings: Settings, store: Database, name: Name, *, school: str | None = None
) -> str:
    """Give the first administrator a new code; raise AdministratorThere for a second one.

    Where there is no school yet, one without a name waits for the first import to adopt it.
    """
    async with store.transaction() as tx:
        schools = await tx.schools.all()
        if not schools:
            await tx.schools.create(
                identifier=school,
                name=school or "",
                zone=ZoneInfo(settings.timezone),
                delivery=_delivery(settings),
                profile=PROFILE,
                at=store.clock.now(),
            )
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        person = await tx.schools.administrator(known.id, name)
        if person is None:
            if await tx.schools.has_active_administrator(known.id):
                raise AdministratorThere
            person = await tx.schools.add_person(
                known.id, name, [Role.ADMINISTRATOR], at=store.clock.now()
            )
        return await use_cases_of(settings, store).issue_code(tx)(person)


async def rules_of(
    store: Database,
    *,
    document: str | None,
    decided: Mapping[str, str],
    school: str | None = None,
) -> Profile:
    """Return a school's rules, after it chose a document or decided something itself.

    `default` takes a decision back. Raise WrongProfile for what does not fit; nothing changes.
    """
    async with store.transaction() as tx:
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        goes_by, before = await tx.schools.decided(known.id)
        now = {
            setting: value
            for setting, value in {**before, **decided}.items()
            if value != _AS_DOCUMENTED
        }
        if document is None and not decided:
            return await tx.regulations.of(known.id)
        return await tx.schools.decide(known.id, document or goes_by, now, at=store.clock.now())


async def warn_of_controls(store: Database) -> None:
    """Warn families of the control works that come; what was warned of already stays so."""
    async with store.transaction() as tx:
        await WarnOfControls(
            tx.control_works, tx.outbox, tx.audience, tx.delivery, tx.regulations, store.clock
        )()


def use_cases_of(settings: Settings, store: Database) -> UseCases:
    """Return what binds this database's transactions to use cases."""
    return UseCases(
        store.clock,
        read_profile(PROFILE).codes,
        pepper_of(secret_of(settings)),
        str(settings.public_url or "").rstrip("/"),
        overrides=Overrides(settings.window, settings.quiet_hours),
        sends_letters=settings.smtp_url is not None,
    )


def _delivery(settings: Settings) -> Delivery:
    """Return the rules of delivery that a new school starts with."""
    return Overrides(settings.window, settings.quiet_hours).over(read_profile(PROFILE).delivery)
