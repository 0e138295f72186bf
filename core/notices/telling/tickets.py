"""Who hears of what happens at the help desk: the asker, who answers, who is on duty soon (H2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.facts import Fact
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.facts import (
    AnswerOfAnother,
    AnswerTakenBack,
    AskerReminded,
    ConsultantSilent,
    DutyCalled,
    DutyFact,
    EntryEdited,
    Lapse,
    TicketArrived,
    TicketClosed,
    TicketEntered,
    TicketFact,
    TicketMerged,
    TicketPromised,
    TicketRated,
    TicketSentOn,
    TicketWentOn,
    TicketWoke,
    WindowEnded,
    WindowOpened,
)
from core.helpdesk.tickets.ports import Schedules, Tickets
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.topics import Topic
from core.ids import PersonId, PupilId, SchoolId, TicketId
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox

_KINDS: Final[Mapping[type[TicketFact], NoticeKind]] = {
    TicketArrived: NoticeKind.TICKET_ARRIVED,
    TicketWentOn: NoticeKind.TICKET_WENT_ON,
    TicketPromised: NoticeKind.TICKET_PROMISE,
    AnswerTakenBack: NoticeKind.TICKET_PROMISE,
    AnswerOfAnother: NoticeKind.TICKET_PROMISE,
    TicketMerged: NoticeKind.TICKET_PROMISE,
    WindowOpened: NoticeKind.TICKET_PROMISE,
    TicketSentOn: NoticeKind.TICKET_PROMISE,
    AskerReminded: NoticeKind.TICKET_PROMISE,
    WindowEnded: NoticeKind.TICKET_AT_END,
    TicketWoke: NoticeKind.TICKET_WOKE,
    TicketClosed: NoticeKind.TICKET_CLOSED,
    TicketRated: NoticeKind.TICKET_RATED,
}
"""What each fact about a ticket is told as; whatever is said in one is told as words."""

_REASONS: Final[Mapping[type[TicketFact], str]] = {
    TicketSentOn: State.AT_VENDOR.value,
    AskerReminded: State.ASKED_BACK.value,
    AnswerTakenBack: Lapse.TAKEN_BACK.value,
    AnswerOfAnother: Lapse.OF_ANOTHER.value,
}
"""What else is told of an answer that the asker waits for."""

_AT_ONCE: Final = (WindowOpened, WindowEnded, AnswerTakenBack)
"""What no night holds back: a stranger's answer may be followed before morning (S4)."""


@dataclass(frozen=True, slots=True)
class TellTickets:
    """Turns what happens to tickets and shifts into rows of the outbox.

    While a window of its topic is open a ticket is told of at once, to who asks and to who
    answers; so is what is urgent, or about lost access, at any hour. Otherwise the school's quiet
    hours hold it: an answer that was written at night is read in the morning. What belongs to a
    window (calls before it, silence, its beginning and end) is always told at once.
    """

    outbox: Outbox
    tickets: Tickets
    schedules: Schedules

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each who hears."""
        of_tickets = [one for one in facts if isinstance(one, TicketFact)]
        pressing = await self._pressing(of_tickets) if of_tickets else frozenset()
        drafts = [
            _of_ticket(one, person, pressing=one.ticket in pressing)
            for one in of_tickets
            for person in one.to
        ]
        drafts += [
            _of_duty(one, person)
            for one in facts
            if isinstance(one, DutyFact)
            for person in one.to
        ]
        if drafts:
            await self.outbox.put(drafts)

    async def _pressing(self, facts: Sequence[TicketFact]) -> Collection[TicketId]:
        tickets = await self.tickets.tickets(sorted({one.ticket for one in facts}))
        schools = sorted({one.school for one in facts})
        schedules = {one: await self.schedules.schedule(one) for one in schools}
        return frozenset(
            one.ticket for one in facts if _is_pressing(one, tickets[one.ticket], schedules)
        )


def _is_pressing(
    fact: TicketFact, ticket: Ticket, schedules: Mapping[SchoolId, DutySchedule]
) -> bool:
    standing = ticket.standing
    if standing.urgent or standing.topic is Topic.LOST_ACCESS or isinstance(fact, _AT_ONCE):
        return True
    return bool(schedules[fact.school].on_duty(standing.topic, fact.at))


def _of_ticket(fact: TicketFact, person: PersonId, *, pressing: bool) -> Draft:
    entered = isinstance(fact, TicketEntered)
    return Draft(
        school=fact.school,
        recipient=person,
        # It is about no pupil's diary: about whom it is told.
        about=PupilId(person),
        kind=NoticeKind.TICKET_WORDS if entered else _KINDS[type(fact)],
        subject=fact.entry if isinstance(fact, TicketEntered) else fact.ticket,
        change=Change.CHANGED if isinstance(fact, EntryEdited) else Change.NEW,
        happened_at=fact.at,
        lane=Lane.ALERT if pressing else Lane.NOTICE,
        before=_reason(fact),
    )


def _reason(fact: TicketFact) -> str:
    match fact:
        case TicketArrived() | TicketWentOn():
            return fact.why.value
        case TicketClosed():
            return fact.how.value
        case _:
            return _REASONS.get(type(fact), "")


def _of_duty(fact: DutyFact, person: PersonId) -> Draft:
    silent = isinstance(fact, ConsultantSilent)
    again = isinstance(fact, DutyCalled) and fact.again
    return Draft(
        school=fact.school,
        recipient=person,
        about=PupilId(person),
        kind=NoticeKind.DUTY_SILENT if silent else NoticeKind.DUTY_CALL,
        subject=fact.shift.window,
        change=Change.CHANGED if again else Change.NEW,
        happened_at=fact.at,
        lane=Lane.ALERT,
        before=fact.shift.key.written,
        valid_until=fact.shift.ends_at if silent else fact.shift.starts_at,
    )
