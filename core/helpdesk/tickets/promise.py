"""What the asker is told at once: who answers, when, and how many come before (H1)."""

from dataclasses import dataclass
from datetime import datetime

from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.due import routed
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue, person_of
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import State, Ticket
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class AnswersNow:
    """A consultant is on duty and answers now; the asker is so manieth in line."""

    person: PersonId
    place: int


@dataclass(frozen=True, slots=True)
class AnswersBy:
    """Who has it said to finish it by an hour: the asker need not wait before the screen."""

    person: PersonId
    until: datetime


@dataclass(frozen=True, slots=True)
class AnswersFrom:
    """Nobody is on duty for the topic: it is answered in this window, from its beginning on."""

    window: Shift
    place: int


@dataclass(frozen=True, slots=True)
class WindowOver:
    """The window of who has it is over: that person says within minutes what becomes of it.

    `at_latest` is the window in which it is answered if nothing is said, where it waits for one.
    """

    person: PersonId
    at_latest: Shift | None = None


@dataclass(frozen=True, slots=True)
class AdministratorAnswers:
    """No window answers it, it cannot wait for one, or it is about lost access.

    `person` is the administrator who took it, if one did. Where no administrator takes messages,
    or there is none, it is kept until one `hears`.
    """

    person: PersonId | None = None
    hears: bool = True


@dataclass(frozen=True, slots=True)
class AtVendor:
    """The support of the journal's vendor has it: nobody can say when that answers (H3)."""


Promise = AnswersNow | AnswersBy | AnswersFrom | WindowOver | AdministratorAnswers | AtVendor
"""When an answer comes, and whose."""


def promise(ticket: Ticket, desk: HelpDesk, now: datetime, *, place: int) -> Promise:
    """Return what can be told of a ticket under way that is `place`-th with its owner.

    Only who is on duty answers now. A consultant who took it ahead of the window answers from its
    beginning on, unless sooner. A window that was called off since the last tick promises nothing:
    the next tick finds another. An hour by which the owner finishes it counts until it is over.
    """
    if ticket.standing.state is State.AT_VENDOR:
        return AtVendor()
    owner, until = ticket.standing.owner, ticket.standing.kept_at(now)
    person = person_of(owner)
    if until is not None and person is not None:
        return AnswersBy(person, until)
    if isinstance(owner, Administrator):
        return AdministratorAnswers(person, desk.reaches_somebody)
    return _by_window(ticket, owner, desk, now, place=place)


def _by_window(
    ticket: Ticket, owner: Consultant | Queue, desk: HelpDesk, now: datetime, *, place: int
) -> Promise:
    person = person_of(owner)
    shift = desk.shift(owner.shift)
    if shift is not None and now < shift.starts_at:
        whole = desk.schedule.whole(shift)
        return AnswersFrom(whole if now < whole.starts_at else shift, place)
    if shift is not None and shift.holds(now):
        return AnswersNow(shift.consultant if person is None else person, place)
    if person is not None:
        return WindowOver(person, routed(ticket, desk, now).opens)
    return AdministratorAnswers(hears=desk.reaches_somebody)
