"""Requests for help: asked, answered, handed over, closed; and what their ticks do."""

from functools import cached_property

from bot.composition.ticket_books import TicketBooks
from core.helpdesk.duty.reading import ReadSchedule
from core.helpdesk.templates.keeping import KeepAnswerTemplate, ReadAnswerTemplates
from core.helpdesk.tickets.answering import ClaimTicket
from core.helpdesk.tickets.asking import AskHelp
from core.helpdesk.tickets.closing import (
    CancelTicket,
    CloseTicket,
    ConfirmTicket,
    EndTicket,
    RateTicket,
)
from core.helpdesk.tickets.handing import FinishBy, HandOverTicket, ReadHeirs, SnoozeTicket
from core.helpdesk.tickets.helping import SayAsHelper
from core.helpdesk.tickets.in_hand import FindInHand
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.looking_after import CallConsultants, LookAfterTickets
from core.helpdesk.tickets.merging import MergeAlike, MergeTickets, ReadAlike
from core.helpdesk.tickets.overview import ReadOverview, TakeOverTicket
from core.helpdesk.tickets.reading import ReadCounter, ReadEntry, ReadOwnTickets, ReadTicket
from core.helpdesk.tickets.reopening import ReopenTicket
from core.helpdesk.tickets.rerouting import ChangeTopic, MakeUrgent
from core.helpdesk.tickets.saying import AddWords, EditWords
from core.helpdesk.tickets.saying_here import SayHere
from core.notices.telling.duty_flaws import TellDutyFlaws
from core.notices.tickets.card import FindTicketReplied, ReadHelperCard, ReadHelperEntry
from core.notices.tickets.lost import TellLostWords


class _Closing(TicketBooks):
    """What whoever closes a request stands on."""

    @cached_property
    def _close_ticket(self) -> CloseTicket:
        return CloseTicket(self._open_ticket)


class AskerDesk(_Closing):
    """Use cases of who asks for help."""

    @cached_property
    def ask_help(self) -> AskHelp:
        """Takes a request."""
        return AskHelp(self._ticket_books, self.tx.diary)

    @cached_property
    def read_own_tickets(self) -> ReadOwnTickets:
        """Opens the own requests."""
        return ReadOwnTickets(self._open_ticket)

    @cached_property
    def read_ticket(self) -> ReadTicket:
        """Opens a request with all that was said."""
        return ReadTicket(self._open_ticket)

    @cached_property
    def read_ticket_entry(self) -> ReadEntry:
        """Opens what was said, in each version."""
        return ReadEntry(self._open_ticket)

    @cached_property
    def add_ticket_words(self) -> AddWords:
        """Says more in a request."""
        return AddWords(self._open_ticket)

    @cached_property
    def edit_ticket_words(self) -> EditWords:
        """Says it in other words."""
        return EditWords(self._open_ticket)

    @cached_property
    def change_ticket_topic(self) -> ChangeTopic:
        """Sends a request to who answers another topic."""
        return ChangeTopic(self._open_ticket)

    @cached_property
    def make_ticket_urgent(self) -> MakeUrgent:
        """Says why a request cannot wait."""
        return MakeUrgent(self._open_ticket)

    @cached_property
    def confirm_ticket(self) -> ConfirmTicket:
        """Says that an answer helped."""
        return ConfirmTicket(self._close_ticket)

    @cached_property
    def reopen_ticket(self) -> ReopenTicket:
        """Says that it did not."""
        return ReopenTicket(self._open_ticket)

    @cached_property
    def cancel_ticket(self) -> CancelTicket:
        """Takes a request back."""
        return CancelTicket(self._close_ticket)

    @cached_property
    def rate_ticket(self) -> RateTicket:
        """Says how much the help was worth."""
        return RateTicket(self._open_ticket)


class ConsultantDesk(_Closing):
    """Use cases of who answers."""

    @cached_property
    def read_counter(self) -> ReadCounter:
        """Opens what lies on a consultant's desk."""
        return ReadCounter(self._open_ticket)

    @cached_property
    def claim_ticket(self) -> ClaimTicket:
        """Takes a request that nobody has."""
        return ClaimTicket(self._open_ticket)

    @cached_property
    def read_helper_card(self) -> ReadHelperCard:
        """Opens a request's card to who answers."""
        read = ReadTicket(self._open_ticket)
        return ReadHelperCard(read, self.tx.outbox, self.tx.diary, self.tx.packets)

    @cached_property
    def read_helper_entry(self) -> ReadHelperEntry:
        """Opens what was said in full to who answers."""
        return ReadHelperEntry(ReadEntry(self._open_ticket))

    @cached_property
    def say_as_helper(self) -> SayAsHelper:
        """Answers a request, asks back, or notes something for colleagues."""
        return SayAsHelper(self._open_ticket)

    @cached_property
    def find_in_hand(self) -> FindInHand:
        """Finds what waits for a person's answer."""
        return FindInHand(self._open_ticket)

    @cached_property
    def find_ticket_replied(self) -> FindTicketReplied:
        """Finds the request of a message that was replied to."""
        return FindTicketReplied(self.tx.ticket_ledger, self.tx.tickets)

    @cached_property
    def read_overview(self) -> ReadOverview:
        """Opens all requests of a school to its administrator."""
        return ReadOverview(self._open_ticket)

    @cached_property
    def take_over_ticket(self) -> TakeOverTicket:
        """Takes a request as an administrator, whoever has it."""
        return TakeOverTicket(self._open_ticket)

    @cached_property
    def read_answer_templates(self) -> ReadAnswerTemplates:
        """Reads what is often answered."""
        return ReadAnswerTemplates(self.tx.answer_templates)

    @cached_property
    def keep_answer_template(self) -> KeepAnswerTemplate:
        """Keeps what is often answered."""
        return KeepAnswerTemplate(self.read_answer_templates, self.clock)

    @cached_property
    def read_heirs(self) -> ReadHeirs:
        """Finds to whom a request can be handed over."""
        return ReadHeirs(self._open_ticket)

    @cached_property
    def hand_over_ticket(self) -> HandOverTicket:
        """Hands a request over."""
        return HandOverTicket(self._open_ticket)

    @cached_property
    def finish_ticket_by(self) -> FinishBy:
        """Keeps a request beyond the window."""
        return FinishBy(self._open_ticket)

    @cached_property
    def snooze_ticket(self) -> SnoozeTicket:
        """Sets a request aside."""
        return SnoozeTicket(self._open_ticket)

    @cached_property
    def read_alike(self) -> ReadAlike:
        """Finds requests that ask the same."""
        return ReadAlike(self._open_ticket, self.tx.known_answers)

    @cached_property
    def merge_tickets(self) -> MergeTickets:
        """Merges the same question of many."""
        return MergeTickets(self._open_ticket)

    @cached_property
    def merge_alike(self) -> MergeAlike:
        """Merges all that are alike at once."""
        return MergeAlike(self.read_alike, self.merge_tickets)

    @cached_property
    def end_ticket(self) -> EndTicket:
        """Closes a request, and says how it ended."""
        return EndTicket(self._close_ticket)

    @cached_property
    def say_here(self) -> SayHere:
        """Says to be there before a window."""
        return SayHere(self._ticket_books, self.tx.duty_calls)


class TicketTicks(TicketBooks):
    """What nobody taps."""

    @cached_property
    def look_after_tickets(self) -> LookAfterTickets:
        """Does with each request what is due."""
        books = self._ticket_books
        return LookAfterTickets(
            books.tickets,
            books.schedules,
            books.administrators,
            books.regulations,
            books.still_asking,
            KeepLog(books.log, books.words),
            books.facts,
            books.clock,
        )

    @cached_property
    def call_consultants(self) -> CallConsultants:
        """Calls who is on duty soon."""
        books = self._ticket_books
        return CallConsultants(
            self.tx.duty_calls,
            books.schedules,
            books.administrators,
            books.regulations,
            books.facts,
            books.clock,
        )

    @cached_property
    def tell_lost_words(self) -> TellLostWords:
        """Tells who answered what did not arrive."""
        return TellLostWords(self.tx.ticket_ledger, self.tx.outbox, self.clock)

    @cached_property
    def tell_duty_flaws(self) -> TellDutyFlaws:
        """Tells administrators once a day what is wrong with the schedule."""
        books = self._ticket_books
        return TellDutyFlaws(
            ReadSchedule(self.tx.duty, books.administrators, books.regulations, books.clock),
            self.tx.audience,
            self.tx.outbox,
            self.tx.reminders,
            books.clock,
        )
