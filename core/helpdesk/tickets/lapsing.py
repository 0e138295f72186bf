"""What is left of a ticket when words in it, its closing or its merging are void (S4).

Pure: which words stand, and which closings do not, is given. Who hears is not said here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.helpdesk.tickets.due import moved, routed
from core.helpdesk.tickets.first_word import first_of
from core.helpdesk.tickets.merged import answers
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import Entry, EntryKind, Standing, State, Ticket
from core.helpdesk.values import Closing
from core.ids import TicketId

_TO_ASKER: Final = frozenset({EntryKind.ANSWER, EntryKind.ASK_BACK})
_AFTER_AN_ANSWER: Final = frozenset({Closing.CONFIRMED, Closing.BY_TIME})


@dataclass(frozen=True, slots=True)
class Void:
    """What does not stand of a school's tickets any more.

    `closed` are those whose closing or merging is void, `unsaid` those in which words to the asker
    were taken back, which were said at the instants `taken`; `said` is what is left of all that
    was said in them, and in those into which they were merged.
    """

    closed: Collection[TicketId]
    unsaid: Collection[TicketId]
    taken: Collection[datetime]
    said: Mapping[TicketId, Sequence[Entry]]

    def has_lapsed(self, ticket: Ticket) -> bool:
        """Say whether words are gone on which it rests that a ticket waits for no answer."""
        standing = ticket.standing
        if standing.closing is Closing.MERGED:
            given = standing.answered_at is not None and standing.merged_into in self.unsaid
            return given and not self._shared(ticket)
        kind = _rests_on(standing)
        if ticket.id not in self.unsaid or kind is None:
            return False
        since = _begun(ticket, kind)
        return all(it.kind is not kind or it.at < since for it in self._own(ticket))

    def after(
        self, ticket: Ticket, main: Standing | None, desk: HelpDesk, now: datetime
    ) -> Standing:
        """Return how a ticket stands from now on; `main` is how the one does that it went into.

        What waited for the answer in one that is under way no more waits by itself.
        """
        standing = ticket.standing
        if standing.state is State.CLOSED and ticket.id in self.closed:
            return self._restored(ticket, desk, now)
        if standing.closing is Closing.MERGED:
            return self._merged(ticket, main, desk, now)
        if self.has_lapsed(ticket):
            return self._again(ticket, desk, now)
        counted = self._recounted(ticket, desk)
        if counted.state is not State.OPEN:
            return counted
        return _with_who_is_here(replace(ticket, standing=counted), desk, now)

    def _restored(self, ticket: Ticket, desk: HelpDesk, now: datetime) -> Standing:
        """Return how a ticket stands whose closing is void.

        One that was confirmed is answered still: only the asker's word on it does not stand. Any
        other waits for an answer, also one that got an answer which was given to another question.
        """
        standing = ticket.standing
        confirmed = standing.closing is Closing.CONFIRMED and standing.answered_at is not None
        if confirmed and not self.has_lapsed(ticket):
            answered = replace(standing, closing=None, closed_at=None, closed_by=None)
            return replace(answered, state=State.ANSWERED)
        return self._again(ticket, desk, now)

    def _merged(
        self, ticket: Ticket, main: Standing | None, desk: HelpDesk, now: datetime
    ) -> Standing:
        waits = ticket.standing.waits_elsewhere or self.has_lapsed(ticket)
        counted = self._recounted(ticket, desk)
        if not waits:
            return counted
        if main is None or not main.is_under_way:
            return self._again(ticket, desk, now)
        return replace(counted, answered_at=None, rating=None)

    def _again(self, ticket: Ticket, desk: HelpDesk, now: datetime) -> Standing:
        """Return how a ticket stands in a new round, of its own, with who answers its topic now.

        What was thought of an answer of which nothing is left counts for nobody.
        """
        counted = self._recounted(ticket, desk, apart=True)
        answered = any(it.kind is EntryKind.ANSWER for it in self._own(ticket))
        rating = counted.rating if answered else None
        unasked = replace(counted.without_question, answered_at=None, rating=rating)
        waits = unasked.again(now)
        return moved(waits, routed(replace(ticket, standing=waits), desk, now), now)

    def _recounted(self, ticket: Ticket, desk: HelpDesk, *, apart: bool = False) -> Standing:
        """Return how a ticket stands whose asker heard nothing but what is left (H4).

        What was said in the one into which it was merged counts, unless they come `apart`.
        """
        standing = ticket.standing
        heard, word, merged_at = standing.heard_at, standing.first_word, _merged_at(standing)
        left = [*self._own(ticket), *([] if apart else self._shared(ticket))]
        elsewhere = apart and word is not None and merged_at is not None and word.at >= merged_at
        if word is not None and (word.at in self.taken or elsewhere):
            word = first_of(ticket, left, desk.schedule)
        return replace(standing, heard_at=None if heard in self.taken else heard, first_word=word)

    def _own(self, ticket: Ticket) -> list[Entry]:
        return [it for it in self.said.get(ticket.id, ()) if it.kind in _TO_ASKER]

    def _shared(self, ticket: Ticket) -> list[Entry]:
        main = ticket.standing.merged_into
        said = self.said.get(main, ()) if main is not None else ()
        return [it for it in said if answers(it, ticket)]


def _rests_on(standing: Standing) -> EntryKind | None:
    """Return which words it takes for a ticket to stand so; None where it takes none."""
    if standing.state is State.ANSWERED or standing.closing in _AFTER_AN_ANSWER:
        return EntryKind.ANSWER
    asked = standing.state is State.ASKED_BACK or standing.closing is Closing.NO_ANSWER
    return EntryKind.ASK_BACK if asked else None


def _merged_at(standing: Standing) -> datetime | None:
    return standing.closed_at if standing.closing is Closing.MERGED else None


def _begun(ticket: Ticket, kind: EntryKind) -> datetime:
    """Return since when words count: of this round, and questions that the asker met not yet."""
    standing = ticket.standing
    since = standing.round_at or ticket.opened_at
    resumed = standing.resumed_at if kind is EntryKind.ASK_BACK else None
    return max(since, resumed or since)


def _with_who_is_here(ticket: Ticket, desk: HelpDesk, now: datetime) -> Standing:
    person = person_of(ticket.standing.owner)
    if person is None or person in desk.here or desk.reaches(person):
        return ticket.standing
    return moved(ticket.standing, routed(ticket, desk, now), now)
