"""Which facts a step of a ticket makes: who has it now, who had it, and what the asker hears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.facts import BY_IMPORT, Origin
from core.helpdesk.facts import (
    Arrival,
    AskerReminded,
    TicketArrived,
    TicketClosed,
    TicketFact,
    TicketPromised,
    TicketWentOn,
    TicketWoke,
    WindowEnded,
    WindowOpened,
)
from core.helpdesk.tickets.due import Step, Why
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner
from core.helpdesk.tickets.ticket import Standing, Ticket
from core.helpdesk.values import Closing
from core.ids import PersonId

BY_ITSELF: Final = BY_IMPORT
"""Nobody did it: time went on."""

_ARRIVALS: Final = {
    Why.OPENED: Arrival.OPENED,
    Why.RESCHEDULED: Arrival.RESCHEDULED,
    Why.UNANSWERED: Arrival.UNANSWERED,
    Why.LEFT: Arrival.LEFT,
    Why.ENDED: Arrival.ENDED,
    Why.WITHDRAWN: Arrival.WITHDRAWN,
}
_TO_ASKER: Final = {Why.BEGAN: WindowOpened, Why.REMINDED: AskerReminded}
_TO_OWNER: Final = {Why.ASKED_AT_END: WindowEnded, Why.WOKE: TicketWoke}


@dataclass(frozen=True, slots=True)
class Telling:
    """Who hears of a ticket at an instant; `administrators` are those of its school."""

    administrators: tuple[PersonId, ...]
    now: datetime

    def hears(self, owner: Owner) -> tuple[PersonId, ...]:
        """Return who has a ticket in hand: of a queue nobody, else one, or all administrators."""
        match owner:
            case Consultant(person=person):
                return (person,)
            case Administrator(person=person):
                return self.administrators if person is None else (person,)
            case _:
                return ()

    def of_step(self, ticket: Ticket, step: Step) -> list[TicketFact]:
        """Return what is heard of a step that time brought about."""
        head = (ticket.school, self.now, BY_ITSELF, ticket.id)
        match step.why:
            case Why.CONTINUES:
                return []
            case Why.EXPIRED | Why.GIVEN_UP:
                how = step.standing.closing or Closing.BY_TIME
                return self.closed(ticket, how, BY_ITSELF)
            case Why.OVERDUE:
                return [TicketArrived(*head, self.hears(step.standing.owner), Arrival.OVERDUE)]
            case Why.BEGAN | Why.REMINDED:
                return [_TO_ASKER[step.why](*head, (ticket.asker,))]
            case Why.ASKED_AT_END | Why.WOKE:
                asked = _TO_OWNER[step.why](*head, self.hears(ticket.standing.owner))
                return [asked, *self.promised(ticket, step.standing, BY_ITSELF)]
            case _:
                return self.moved(ticket, step.standing, _ARRIVALS[step.why], BY_ITSELF)

    def moved(self, ticket: Ticket, after: Standing, why: Arrival, by: Origin) -> list[TicketFact]:
        """Return what is heard when a ticket got another owner, or waits for another window.

        Whose it was hears where it was taken for silence; who keeps it, that it is about something
        else. The asker hears when the window opens,
        and where the answer comes at another time than was promised.
        """
        head = (ticket.school, self.now, by, ticket.id)
        before, facts = ticket.standing, list[TicketFact]()
        had, has = self.hears(before.owner), self.hears(after.owner)
        doer = () if by.person is None else (by.person,)
        if before.owner != after.owner or why is Arrival.RETOPICED:
            facts.append(TicketArrived(*head, _but(has, doer), why))
            facts.append(TicketWentOn(*head, _but(had, (*has, *doer)), why))
        if why is Arrival.OPENED:
            facts.append(WindowOpened(*head, (ticket.asker,)))
        else:
            facts += self.promised(ticket, after, by)
        return [one for one in facts if one.to]

    def again(
        self, ticket: Ticket, after: Standing, by: Origin, *, why: Arrival = Arrival.APART
    ) -> list[TicketFact]:
        """Return what is heard of a ticket that is answered apart, or at all, again: who has it.

        The asker hears in any case when: what was promised last was another ticket's, or is over.
        """
        head = (ticket.school, self.now, by, ticket.id)
        has = _but(self.hears(after.owner), () if by.person is None else (by.person,))
        facts: list[TicketFact] = [TicketArrived(*head, has, why)] if has else []
        if by.person != ticket.asker:
            facts.append(TicketPromised(*head, (ticket.asker,)))
        return facts

    def back(self, ticket: Ticket, after: Standing, by: Origin) -> list[TicketFact]:
        """Return what is heard when the vendor's support is done with a ticket: it goes on.

        Who has it now hears, who had it if that is another, and the asker in any case.
        """
        head = (ticket.school, self.now, by, ticket.id)
        doer = () if by.person is None else (by.person,)
        had, has = self.hears(ticket.standing.owner), self.hears(after.owner)
        facts: list[TicketFact] = [
            TicketArrived(*head, _but(has, doer), Arrival.VENDOR),
            TicketWentOn(*head, _but(had, (*has, *doer)), Arrival.VENDOR),
            TicketPromised(*head, (ticket.asker,)),
        ]
        return [one for one in facts if one.to]

    def promised(self, ticket: Ticket, after: Standing, by: Origin) -> list[TicketFact]:
        """Return what the asker hears where an answer comes at another time than was promised."""
        before = ticket.standing
        same_window = before.promised_at == after.promised_at
        same_hour = before.kept_at(self.now) == after.kept_at(self.now)
        if (same_window and same_hour) or by.person == ticket.asker:
            return []
        return [TicketPromised(ticket.school, self.now, by, ticket.id, (ticket.asker,))]

    def closed(self, ticket: Ticket, how: Closing, by: Origin) -> list[TicketFact]:
        """Return what is heard when a ticket was closed: those hear who did not do it.

        Of an asker who was silent who asked back hears as well, whoever has the ticket by now.
        """
        both = (ticket.asker, *self.hears(ticket.standing.owner))
        if how is Closing.NO_ANSWER and ticket.standing.asked_back_by is not None:
            both = (*both, ticket.standing.asked_back_by)
        to = _but(both, () if by.person is None else (by.person,))
        return [TicketClosed(ticket.school, self.now, by, ticket.id, to, how)] if to else []


def _but(persons: Sequence[PersonId], others: Sequence[PersonId]) -> tuple[PersonId, ...]:
    return tuple(one for one in dict.fromkeys(persons) if one not in others)
