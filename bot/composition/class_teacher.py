"""What class teachers do: decide on excuses, send forecasts and warnings, look after reviews."""

from functools import cached_property

from bot.composition.desk import Desk
from core.diary.excuses.class_teacher import (
    AcceptExcuse,
    ClassTeacher,
    ConfirmExcuse,
    DeclineExcuse,
    ReadClaim,
    ReadClaims,
)
from core.diary.excuses.unexcused import ReadUnexcused, SettleUnexcused
from core.diary.forecast.reading import ReadClassForecast
from core.diary.issuing.drafts import AdaptDraft, DropDraft, OpenDraft, ReadDraft, SendDraft
from core.diary.issuing.early_warnings import EarlyWarning, OpenWarning
from core.diary.issuing.issue import IssueForecast
from core.diary.totals.tables import ClassReviews, ReadClassPeriod, ReadClassWeek
from core.diary.truancy.sending import SendTruancy
from core.diary.truancy.warnings import TruancyWarning
from core.ids import TruancyId, WarningId
from core.journal.lesson_records import ReviseAbsence
from core.journal.missing_marks import ReadMissing
from core.journal.turned_periods import TurnPeriods
from core.notices.issue.reading import ReadIssue, ReadWarning, ReadWarnings
from core.notices.telling.asked_reviews import RemindReviewers
from core.notices.telling.review_nudges import FindHearing
from core.notices.truancy.reading import ReadTruancies, ReadTruancy
from core.reports.family_use import ReadFamilyUse
from core.reports.verifying import (
    AnswerCheck,
    AskAboutAbsences,
    OpenCheck,
    ReadMissedWeek,
    TickAbsences,
    WeekOfAbsences,
)


class ClassTeacherDesk(Desk):
    """Use cases of who leads a class."""

    @cached_property
    def _class_teacher(self) -> ClassTeacher:
        return ClassTeacher(self.reader, self.tx.excuses, self.tx.directory, self.facts)

    @cached_property
    def read_claim(self) -> ReadClaim:
        """Reads what a family says of an absence."""
        return ReadClaim(self._class_teacher)

    @cached_property
    def read_claims(self) -> ReadClaims:
        """Reads what families say and nobody decided yet."""
        return ReadClaims(self._class_teacher)

    @cached_property
    def accept_excuse(self) -> AcceptExcuse:
        """Accepts what a family says."""
        return AcceptExcuse(self._class_teacher)

    @cached_property
    def decline_excuse(self) -> DeclineExcuse:
        """Declines it with a word."""
        return DeclineExcuse(self._class_teacher)

    @cached_property
    def confirm_excuse(self) -> ConfirmExcuse:
        """Confirms it by a document."""
        return ConfirmExcuse(self._class_teacher, self._revise_absence)

    @cached_property
    def _revise_absence(self) -> ReviseAbsence:
        return ReviseAbsence(
            self.tx.register, self.tx.diary, self.tx.directory, self.facts, self.clock
        )

    @cached_property
    def read_unexcused(self) -> ReadUnexcused:
        """Reads what a pupil missed and nobody excused."""
        return ReadUnexcused(self._class_teacher)

    @cached_property
    def settle_unexcused(self) -> SettleUnexcused:
        """Settles a day as missed without good reason."""
        return SettleUnexcused(self.read_unexcused, self._revise_absence)

    @cached_property
    def read_class_forecast(self) -> ReadClassForecast:
        """Reads the forecast of a class."""
        return ReadClassForecast(self.tx.directory, self.foresee, self.clock)

    @cached_property
    def issue_forecast(self) -> IssueForecast:
        """Sends the forecast of a class."""
        return IssueForecast(
            self.tx.issues, self.tx.directory, self.foresee, self.facts, self.clock
        )

    @cached_property
    def read_issue(self) -> ReadIssue:
        """Reads whom a forecast reached, and who answered."""
        return ReadIssue(
            self.tx.issues,
            self.tx.directory,
            self.tx.answerable,
            self.tx.acknowledgements,
            self.tx.print_run,
            self.tx.paper_runs,
            self.tx.audience,
            self._turn_periods,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def _turn_periods(self) -> TurnPeriods:
        return TurnPeriods(self.tx.missing_marks)

    @cached_property
    def _warning_draft(self) -> OpenDraft[WarningId, EarlyWarning]:
        return OpenDraft(self.tx.early_warnings, self.tx.diary, self.tx.directory)

    @cached_property
    def read_warnings(self) -> ReadWarnings:
        """Reads the warnings of a class."""
        return ReadWarnings(
            self.tx.issues,
            self.tx.early_warnings,
            self.find_reach,
            self.tx.directory,
            self._turn_periods,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def read_warning(self) -> ReadWarning:
        """Reads one warning."""
        return ReadWarning(
            OpenWarning(self._warning_draft, self.tx.regulations),
            self.gather_forecasts,
            self.find_reach,
        )

    @cached_property
    def read_warning_draft(self) -> ReadDraft[WarningId, EarlyWarning]:
        """Reads a warning that still waits."""
        return ReadDraft(self._warning_draft)

    @cached_property
    def adapt_warning(self) -> AdaptDraft[WarningId, EarlyWarning]:
        """Puts own words under a warning."""
        return AdaptDraft(self.read_warning_draft)

    @cached_property
    def send_warning(self) -> SendDraft[WarningId, EarlyWarning]:
        """Sends a warning."""
        return SendDraft(self.read_warning_draft, self.facts, self.clock)

    @cached_property
    def drop_warning(self) -> DropDraft[WarningId, EarlyWarning]:
        """Drops a warning with a reason."""
        return DropDraft(self.read_warning_draft, self.clock)

    @cached_property
    def _truancy_draft(self) -> OpenDraft[TruancyId, TruancyWarning]:
        return OpenDraft(self.tx.truancy_warnings, self.tx.diary, self.tx.directory)

    @cached_property
    def read_truancies(self) -> ReadTruancies:
        """Reads the warnings about missed lessons of a class."""
        return ReadTruancies(
            self.tx.directory, self.tx.truancy_warnings, self.still_truant, self.find_reach
        )

    @cached_property
    def read_truancy(self) -> ReadTruancy:
        """Reads one warning about missed lessons."""
        return ReadTruancy(
            self._truancy_draft,
            self.still_truant,
            self.find_reach,
            self.tx.acknowledgements,
            self.tx.names,
        )

    @cached_property
    def read_truancy_draft(self) -> ReadDraft[TruancyId, TruancyWarning]:
        """Reads a warning about missed lessons that still waits."""
        return ReadDraft(self._truancy_draft)

    @cached_property
    def adapt_truancy(self) -> AdaptDraft[TruancyId, TruancyWarning]:
        """Puts own words under a warning about missed lessons."""
        return AdaptDraft(self.read_truancy_draft)

    @cached_property
    def send_truancy(self) -> SendTruancy:
        """Sends a warning about missed lessons."""
        send = SendDraft(self.read_truancy_draft, self.facts, self.clock)
        return SendTruancy(send, self.still_truant)

    @cached_property
    def drop_truancy(self) -> DropDraft[TruancyId, TruancyWarning]:
        """Drops a warning about missed lessons with a reason."""
        return DropDraft(self.read_truancy_draft, self.clock)

    @cached_property
    def read_missing(self) -> ReadMissing:
        """Reads which period marks are missing."""
        return ReadMissing(self.tx.missing_marks, self.tx.directory, self.clock)

    @cached_property
    def _class_reviews(self) -> ClassReviews:
        return ClassReviews(
            self.tx.acknowledgements,
            self.tx.reviews,
            self.tx.directory,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def read_class_week(self) -> ReadClassWeek:
        """Reads which families reviewed this week."""
        return ReadClassWeek(self._class_reviews)

    @cached_property
    def read_class_period(self) -> ReadClassPeriod:
        """Reads which families reviewed over a period."""
        return ReadClassPeriod(self._class_reviews, self._turn_periods)

    @cached_property
    def read_family_use(self) -> ReadFamilyUse:
        """Reads how the families of a class use the diary."""
        return ReadFamilyUse(self.tx.visits, self.tx.directory, self.clock)

    @cached_property
    def remind_reviewers(self) -> RemindReviewers:
        """Reminds the families that have not reviewed this week."""
        return RemindReviewers(
            self.tx.acknowledgements,
            self.tx.reviews,
            self.tx.directory,
            FindHearing(self.tx.audience, self.tx.preferences),
            self.tx.outbox,
            self.tx.reminders,
            self.tx.delivery,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def _week_of_absences(self) -> WeekOfAbsences:
        return WeekOfAbsences(self.tx.reports, self.tx.absence_checks)

    @cached_property
    def read_missed_week(self) -> ReadMissedWeek:
        """Reads what a class missed in a week."""
        return ReadMissedWeek(self._week_of_absences, self.tx.directory, self.clock)

    @cached_property
    def ask_about_absences(self) -> AskAboutAbsences:
        """Asks a subject teacher about absences."""
        return AskAboutAbsences(self.read_missed_week, self.facts)

    @cached_property
    def tick_absences(self) -> TickAbsences:
        """Ticks absences off as verified."""
        return TickAbsences(self.read_missed_week)

    @cached_property
    def open_check(self) -> OpenCheck:
        """Opens what a subject teacher is asked."""
        return OpenCheck(self._week_of_absences)

    @cached_property
    def answer_check(self) -> AnswerCheck:
        """Takes what a subject teacher answers."""
        return AnswerCheck(self.open_check, self.clock)
