"""Who asks for help: the form, known answers, and replies in the messenger."""

from functools import cached_property

from bot.composition.helpdesk_tickets import AskerDesk
from core.helpdesk.answers.keeping import KeepAnswer, ReadAnswers, RetireAnswer
from core.helpdesk.answers.offering import CountHelped, OfferAnswers
from core.helpdesk.tickets.form import OpenForm
from core.notices.tickets.card import FindTicketReplied
from core.notices.tickets.own import FindOwnReplied


class AskingDesk(AskerDesk):
    """Use cases around the question itself."""

    @cached_property
    def open_form(self) -> OpenForm:
        """Opens what a question can be about."""
        return OpenForm(self.tx.circles)

    @cached_property
    def offer_answers(self) -> OfferAnswers:
        """Offers known answers."""
        return OfferAnswers(self.tx.known_answers)

    @cached_property
    def count_helped(self) -> CountHelped:
        """Counts a known answer that helped."""
        return CountHelped(self.offer_answers, self.clock)

    @cached_property
    def read_answers(self) -> ReadAnswers:
        """Reads all known answers."""
        return ReadAnswers(self.tx.known_answers)

    @cached_property
    def keep_answer(self) -> KeepAnswer:
        """Keeps a known answer."""
        return KeepAnswer(self.read_answers, self.clock)

    @cached_property
    def retire_answer(self) -> RetireAnswer:
        """Offers a known answer no more, or again."""
        return RetireAnswer(self.read_answers, self.clock)

    @cached_property
    def find_own_replied(self) -> FindOwnReplied:
        """Finds the own ticket that was replied to."""
        find = FindTicketReplied(self.tx.ticket_ledger, self.tx.tickets)
        return FindOwnReplied(find, self._open_ticket)
