"""What cannot be done with a ticket, and how much of it there may be."""

from datetime import datetime, timedelta
from typing import Final

from core.access.people import Name
from core.errors import RuleBroken

MOST_AN_HOUR: Final = 10
"""Tickets of one asker within an hour; more words go into one that there is."""
MOST_GATHERED: Final = 20
"""Messages of one request; what comes later is added to it."""
LONGEST_REASON: Final = 300
LONGEST_WORD: Final = 500
MOST_STARS: Final = 5
SNOOZED_AT_MOST: Final = timedelta(days=30)
HANDED_AHEAD: Final = timedelta(days=30)
"""How far ahead the window may be of which a ticket is handed over to somebody by name."""
MOST_MERGED: Final = 200


class TicketTaken(RuleBroken):
    """Somebody else was faster: `by` has it, None where it is nobody's in particular."""

    code = "ticket-taken"

    def __init__(self, by: Name | None) -> None:
        super().__init__(by)
        self.by = by


class TicketChanged(RuleBroken):
    """It stands otherwise than the button says: what was tapped is for how it stood before."""

    code = "ticket-changed"


class TicketOver(RuleBroken):
    """It is closed, or its days to be opened again are over."""

    code = "ticket-over"


class TooManyTickets(RuleBroken):
    """The asker asked as often within the hour as anybody may."""

    code = "too-many-tickets"

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class TooManyGathered(RuleBroken):
    """More messages than one request holds: it is sent, and the rest is added to it."""

    code = "too-many-gathered"


class ReasonNeeded(RuleBroken):
    """What is urgent needs a short reason, so that the administrator sees it at once."""

    code = "ticket-reason"


class PromisedSooner(RuleBroken):
    """It is answered sooner than the own window opens: who takes it ahead breaks a promise."""

    code = "ticket-promised-sooner"


class NobodyThere(RuleBroken):
    """It cannot be handed over there: no such window comes, or it is not theirs to answer."""

    code = "ticket-nobody-there"


class WrongInstant(RuleBroken):
    """An hour that is past, or too far away: «finish by» is today, and nothing sleeps a month."""

    code = "ticket-wrong-instant"


class CannotMerge(RuleBroken):
    """Only tickets that have to be answered still are merged, and not into themselves."""

    code = "ticket-cannot-merge"


class RatedAlready(RuleBroken):
    """A ticket is rated once."""

    code = "ticket-rated"


class WrongRating(RuleBroken):
    """One to five, and not a letter."""

    code = "ticket-wrong-rating"
