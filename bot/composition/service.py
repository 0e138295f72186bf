"""What nobody taps: what ticks and the relay do, and what a letter's link does."""

from functools import cached_property

from bot.composition.chat import ChatDesk
from core.access.mail_links import ConfirmAddress, OpenOffer, StopLetters
from core.access.readers import KnowReader
from core.diary.papers.agenda_links import FollowAgendaLink
from core.helpdesk.vendor.letters import SettleLetter
from core.messages.broadcasts.gate import MayAddress, StillSpeaks
from core.messages.broadcasts.joining import JoinNewcomers
from core.messages.broadcasts.sending import SendDue
from core.messages.broadcasts.staying import StillAddressed
from core.notices.absences.week import BringWeekOfAbsences
from core.notices.answers.acknowledged import RepeatUnknown
from core.notices.answers.broadcasts import AnswerBroadcastByLetter
from core.notices.answers.choosing import ChooseByLetter
from core.notices.answers.elsewhere import ReadAnswered
from core.notices.answers.letters import AcknowledgeByLetter, OpenByLetter
from core.notices.answers.reading import ReadByLetter
from core.notices.answers.reviews import ReviewByLetter
from core.notices.broadcasts.following import ClimbLadders, FindCallers, FollowBroadcasts
from core.notices.gathering.due import GatherDue
from core.notices.hearing import StillHear
from core.notices.issue.look_after import DueClasses, LookAfterClass
from core.notices.letters import ByLetter
from core.notices.messages.lost import TellLost
from core.notices.paper.make import MakePaperRunFor, MakePaperRuns
from core.notices.paper.moved import FollowMoved
from core.notices.personal_data.asking import AskForData
from core.notices.personal_data.of_classes import TellOfDataChecks
from core.notices.personal_data.passing_on import CloseEntered, PassOnCorrections
from core.notices.reach import NoteReach
from core.notices.telling.breaches import RemindOfBreaches, TellBreaches
from core.notices.telling.control_works import WarnOfControls
from core.notices.telling.lost_access import RemindOfLostAccess, TellLostAccess
from core.notices.telling.missing import TellMissing
from core.notices.telling.nudging import NudgeReviews
from core.notices.telling.packets import RemindOfPackets
from core.notices.telling.review_nudges import FindHearing
from core.notices.telling.reviews import TellReviewsOfDay
from core.notices.telling.trainings import RemindOfTrainings, TellOfNoTraining
from core.notices.truancy.looking import LookForTruancy, PutTruancyOnPaper, RemindOfDrafts
from core.reports.visiting import NoteVisit


class ServiceDesk(ChatDesk):
    """Use cases without a person in the chat."""

    @cached_property
    def still_hear(self) -> StillHear:
        """Asks who may still hear."""
        return StillHear(self.tx.audience, self.still_reads)

    @cached_property
    def gather_due(self) -> GatherDue:
        """Makes one message of a batch that is due, of what its recipient may still hear."""
        return GatherDue(self.still_hear, self.gather)

    @cached_property
    def repeat_unknown(self) -> RepeatUnknown:
        """Writes once more what must be acknowledged and may not have arrived."""
        return RepeatUnknown(self.tx.outbox, self.tx.answerable, self.still_hear)

    @cached_property
    def acknowledge_by_letter(self) -> AcknowledgeByLetter:
        """Takes an acknowledgement by the link of a letter."""
        return AcknowledgeByLetter(
            OpenByLetter(self._know_reader, self.open_notice),
            self.acknowledge_notice,
            self.tx.old_messages,
            self.note_visit,
            self.clock,
        )

    @cached_property
    def read_answered(self) -> ReadAnswered:
        """Reads what a message is to show that was answered by letter."""
        return ReadAnswered(self.tx.directory, self.open_notice)

    @cached_property
    def by_letter(self) -> ByLetter:
        """Confirms addresses and ends letters by their links."""
        tx = self.tx
        offer = OpenOffer(tx.proofs, tx.mailboxes, tx.directory, self.clock)
        stop = StopLetters(tx.mailboxes, tx.proofs, tx.consents, tx.directory, self.clock)
        answer = AnswerBroadcastByLetter(self._know_reader, self.answer_broadcast, self.note_visit)
        return ByLetter(
            ConfirmAddress(offer),
            stop,
            self.catch_up,
            answer,
            ReviewByLetter(self._know_reader, self.review_totals, self.note_visit),
            ChooseByLetter(self._know_reader, self.change_preferences),
            ReadByLetter(self._know_reader, self.open_news),
            tx.outbox,
            self._know_reader,
        )

    @cached_property
    def _know_reader(self) -> KnowReader:
        return KnowReader(self.tx.mailboxes, self.tx.directory)

    @cached_property
    def tell_lost(self) -> TellLost:
        """Tells who wrote what did not arrive."""
        return TellLost(self.tx.message_ledger, self.tx.outbox, self.clock)

    @cached_property
    def warn_of_controls(self) -> WarnOfControls:
        """Warns families of the control works that come; none is warned of twice."""
        return WarnOfControls(
            self.tx.control_works,
            self.tx.outbox,
            self.tx.audience,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def look_for_truancy(self) -> LookForTruancy:
        """Drafts and withdraws warnings about missed lessons."""
        return LookForTruancy(
            self.tx.truancy_warnings,
            self.count_missed,
            PutTruancyOnPaper(
                self.tx.truancy_warnings,
                self.still_truant,
                self.find_reach,
                self.tx.print_run,
                self.tx.class_audience,
                self._make_paper_run_for,
                self.tx.regulations,
                self.facts,
                self.clock,
            ),
            RemindOfDrafts(self.tx.reminders, self.facts),
            self.tx.regulations,
            self.facts,
            self.clock,
        )

    @cached_property
    def remind_of_trainings(self) -> RemindOfTrainings:
        """Reminds of the trainings of tomorrow."""
        return RemindOfTrainings(self.tx.trainings, self.tx.outbox, self.tx.reminders, self.clock)

    @cached_property
    def tell_of_no_training(self) -> TellOfNoTraining:
        """Tells administrators of a quarter that lacks a training."""
        return TellOfNoTraining(
            self.tx.trainings,
            self.tx.missing_marks,
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def remind_of_packets(self) -> RemindOfPackets:
        """Reminds who has a packet to ask the vendor again."""
        return RemindOfPackets(
            self.tx.packets, self.tx.tickets, self.tx.outbox, self.tx.reminders, self.clock
        )

    @cached_property
    def settle_letter(self) -> SettleLetter:
        """Keeps how the letter of a packet ended."""
        return SettleLetter(self.tx.packets, self._wait_for_vendor, self.facts, self.clock)

    @cached_property
    def remind_of_lost_access(self) -> RemindOfLostAccess:
        """Tells whom it concerns of lost access that waits."""
        tx = self.tx
        tell = TellLostAccess(tx.outbox, tx.reminders, tx.lost_access)
        return RemindOfLostAccess(tx.lost_access, tell, tx.reminders, self.clock)

    @cached_property
    def remind_of_breaches(self) -> RemindOfBreaches:
        """Reminds that head and support are to be told of a breach."""
        tx = self.tx
        tell = TellBreaches(tx.outbox, tx.reminders, tx.lost_access)
        return RemindOfBreaches(tx.breaches, self.report_by, tell, self.clock)

    @cached_property
    def tell_missing(self) -> TellMissing:
        """Tells the school which final marks are missing."""
        return TellMissing(
            self.tx.missing_marks,
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def tell_reviews_of_day(self) -> TellReviewsOfDay:
        """Tells class teachers who reviewed the day before."""
        return TellReviewsOfDay(
            self.tx.acknowledgements,
            self.tx.reviews,
            self.tx.directory,
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def nudge_reviews(self) -> NudgeReviews:
        """Nudges families on the last evening on which a week's reviews can be saved."""
        return NudgeReviews(
            self.tx.acknowledgements,
            self.tx.reviews,
            self.tx.directory,
            FindHearing(self.tx.audience, self.tx.preferences),
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def due_classes(self) -> DueClasses:
        """Finds the classes whose periods ask for something."""
        return DueClasses(self.tx.issues, self.tx.delivery, self.tx.regulations, self.clock)

    @cached_property
    def look_after_class(self) -> LookAfterClass:
        """Does for a class what its period asks for."""
        return LookAfterClass(
            self.tx.issues,
            self.tx.early_warnings,
            self.tx.print_run,
            self.tx.paper_runs,
            self.tx.answerable,
            self.tx.acknowledgements,
            self.find_reach,
            self._make_paper_run_for,
            self.tx.directory,
            self.tx.delivery,
            self.tx.regulations,
            self.foresee,
            self.facts,
            self.clock,
        )

    @cached_property
    def follow_agenda_link(self) -> FollowAgendaLink:
        """Reads a calendar by its link alone."""
        return FollowAgendaLink(
            self.tx.agenda_links, self.tx.directory, self.read_agenda, self.run.pepper
        )

    @cached_property
    def _still_speaks(self) -> StillSpeaks:
        return StillSpeaks(self.tx.directory, MayAddress(self.tx.directory, self.tx.circles))

    @cached_property
    def follow_broadcasts(self) -> FollowBroadcasts:
        """Does what is due for broadcasts."""
        return FollowBroadcasts(
            SendDue(self._still_speaks, self.tx.audience, self._set_off),
            JoinNewcomers(self.tx.broadcasts, self.tx.newcomers, self.tx.circles, self._send_on),
            ClimbLadders(
                self.tx.broadcasts,
                StillAddressed(self.tx.addressed, self.tx.circles),
                self.tx.broadcast_answers,
                FindCallers(self._still_speaks, self.tx.audience),
                self.facts,
                self.clock,
            ),
            self.tx.broadcast_ledger,
            self.tx.outbox,
            self.clock,
        )

    @cached_property
    def bring_week_of_absences(self) -> BringWeekOfAbsences:
        """Brings class teachers what their classes missed in the week before."""
        return BringWeekOfAbsences(
            self.tx.class_audience,
            self.tx.reports,
            self.tx.audience,
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def make_paper_runs(self) -> MakePaperRuns:
        """Makes the runs whose day has come."""
        return MakePaperRuns(
            self.tx.paper_runs,
            self._find_on_paper,
            self._find_new_finals,
            FollowMoved(self.tx.paper_runs, self.facts, self.clock),
            self.tx.issues,
            self.tx.regulations,
            self.facts,
            self.clock,
        )

    @cached_property
    def _make_paper_run_for(self) -> MakePaperRunFor:
        return MakePaperRunFor(
            self.tx.paper_runs,
            self._find_on_paper,
            self.tx.issues,
            self.tx.regulations,
            self.facts,
            self.clock,
        )

    @cached_property
    def note_reach(self) -> NoteReach:
        """Notes whether an account takes messages."""
        return NoteReach(self.tx.directory, self.tx.mailboxes, self.facts, self.clock)

    @cached_property
    def note_visit(self) -> NoteVisit:
        """Counts a day of use."""
        return NoteVisit(self.tx.visits, self.clock)

    @cached_property
    def ask_for_data(self) -> AskForData:
        """Asks families to check their data."""
        return AskForData(
            self.tx.data_checks, self.tx.audience, self.tx.regulations, self.facts, self.clock
        )

    @cached_property
    def tell_of_data_checks(self) -> TellOfDataChecks:
        """Tells class teachers who has not checked the data."""
        return TellOfDataChecks(
            self.tx.class_audience,
            self.check_of_class,
            self.tx.audience,
            self.tx.outbox,
            self.tx.reminders,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def close_entered(self) -> CloseEntered:
        """Closes corrections that an import brought."""
        return CloseEntered(self.tx.data_checks, self.tx.data_corrections, self.facts, self.clock)

    @cached_property
    def pass_on_corrections(self) -> PassOnCorrections:
        """Tells who enters them that there are new ones."""
        return PassOnCorrections(
            self.tx.data_corrections,
            self.enterers,
            self.tx.outbox,
            self.tx.reminders,
            self.clock,
        )
