"""What happens at the help desk that somebody hears of: `to` are those who hear."""

from dataclasses import dataclass
from enum import StrEnum

from core.facts import Fact
from core.helpdesk.duty.shift import Shift
from core.helpdesk.values import Closing
from core.ids import PersonId, TicketEntryId, TicketId


@dataclass(frozen=True, slots=True)
class TicketFact(Fact):
    """Something happened to a ticket."""

    ticket: TicketId
    to: tuple[PersonId, ...]


class Arrival(StrEnum):
    """Why somebody has a ticket from now on."""

    ASKED = "asked"
    OPENED = "opened"
    """The window opened for which it waited."""
    UNANSWERED = "unanswered"
    """Who had it said no word in time."""
    LEFT = "left"
    """Who had it is on duty no more, or cannot be reached."""
    ENDED = "ended"
    """The window of who had it ended, and nobody said what becomes of it."""
    RESCHEDULED = "rescheduled"
    """The window for which it waited takes place no more."""
    HANDED = "handed"
    URGENT = "urgent"
    REOPENED = "reopened"
    RETOPICED = "retopiced"
    """The asker chose another topic."""
    OVERDUE = "overdue"
    """The administrators have it for too long, and nobody said a word."""
    VENDOR = "vendor"
    """The support of the journal's vendor answered, or is done with it."""
    WITHDRAWN = "withdrawn"
    """Who asked does not see the pupil any more that it is about."""
    APART = "apart"
    """It was to be answered together with another one, and is answered apart again."""
    RESTORED = "restored"
    """A stranger had closed or answered it under somebody's account: that is void (S4)."""


class Lapse(StrEnum):
    """Why an asker who had an answer has none any more (S4)."""

    TAKEN_BACK = "taken-back"
    """A stranger had given it under somebody's account."""
    OF_ANOTHER = "of-another"
    """It was an answer to another question, with which a stranger had merged this one."""


@dataclass(frozen=True, slots=True)
class TicketArrived(TicketFact):
    """Its new owner hears; a queue has nobody who could."""

    why: Arrival


@dataclass(frozen=True, slots=True)
class TicketWentOn(TicketFact):
    """Who had it hears that somebody else has it now."""

    why: Arrival


@dataclass(frozen=True, slots=True)
class TicketPromised(TicketFact):
    """The asker hears that the answer comes at another time than was promised."""


@dataclass(frozen=True, slots=True)
class AnswerTakenBack(TicketFact):
    """The asker hears that a stranger had answered, that this is void, and who answers (S4)."""


@dataclass(frozen=True, slots=True)
class AnswerOfAnother(TicketFact):
    """The asker hears that the answer was to another question: a stranger had merged them (S4)."""


@dataclass(frozen=True, slots=True)
class TicketMerged(TicketFact):
    """The asker hears that others asked the same, and when the answer to all of them comes."""


@dataclass(frozen=True, slots=True)
class WindowOpened(TicketFact):
    """The asker hears that the window opened for which the ticket waited."""


@dataclass(frozen=True, slots=True)
class TicketSentOn(TicketFact):
    """The asker hears that the support of the journal's vendor has it."""


@dataclass(frozen=True, slots=True)
class AskerReminded(TicketFact):
    """The asker hears once more that the owner needs a word, and until when it is waited for."""


@dataclass(frozen=True, slots=True)
class WindowEnded(TicketFact):
    """The owner is asked for one tap: finish by an hour, the next window, or hand over."""


@dataclass(frozen=True, slots=True)
class TicketWoke(TicketFact):
    """What the owner had set aside is due."""


@dataclass(frozen=True, slots=True)
class TicketEntered(TicketFact):
    """Somebody said something in a ticket."""

    entry: TicketEntryId


@dataclass(frozen=True, slots=True)
class AskerWrote(TicketEntered):
    """The asker said more: the owner hears."""


@dataclass(frozen=True, slots=True)
class TicketAnswered(TicketEntered):
    """The asker hears the answer, and so does each asker whose ticket was merged into this one."""


@dataclass(frozen=True, slots=True)
class TicketAskedBack(TicketEntered):
    """The owner needs to know more from the asker."""


@dataclass(frozen=True, slots=True)
class EntryEdited(TicketEntered):
    """Its words are others now: the other side hears."""


@dataclass(frozen=True, slots=True)
class TicketClosed(TicketFact):
    """It is closed: the side that did not close it hears, and both do where time did it."""

    how: Closing


@dataclass(frozen=True, slots=True)
class TicketRated(TicketFact):
    """The owner hears what the asker thought of the help."""


@dataclass(frozen=True, slots=True)
class DutyFact(Fact):
    """Something about a shift that comes."""

    shift: Shift
    to: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class DutyCalled(DutyFact):
    """The consultant is asked to say «я здесь», or hand over; `again` after silence."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class ConsultantSilent(DutyFact):
    """Who could stand in, and the administrator, hear before the window that nobody answered."""
