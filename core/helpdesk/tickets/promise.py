"""What the asker is told at once: who answers, when, and how many come before (H1)."""

from dataclasses import dataclass
from datetime import datetime

from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue, person_of
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import Standing
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
class AdministratorAnswers:
    """No window answers it, it cannot wait for one, or it is about lost access.

    `person` is the administrator who took it, if one did. Where no administrator takes messages,
    or there is none, it is kept until one `hears`.
    """

    person: PersonId | None = None
    hears: bool = True


Promise = AnswersNow | AnswersBy | AnswersFrom | AdministratorAnswers
"""When an answer comes, and whose."""


def promise(standing: Standing, desk: HelpDesk, now: datetime, *, place: int) -> Promise:
    """Return what can be told of a ticket under way that is `place`-th with its owner.

    A consultant who took it ahead of the window answers from its beginning on, unless sooner. A
    window that was called off since the last tick promises nothing: the next tick finds another.
    An hour by which the owner finishes it counts until it is over.
    """
    owner, until = standing.owner, standing.kept_at(now)
    person = person_of(owner)
    if until is not None and person is not None:
        return AnswersBy(person, until)
    if isinstance(owner, Administrator):
        return AdministratorAnswers(owner.person, desk.reaches_somebody)
    shift = desk.shift(owner.shift)
    if shift is not None and now < shift.starts_at:
        whole = desk.schedule.whole(shift)
        return AnswersFrom(whole if now < whole.starts_at else shift, place)
    match owner:
        case Consultant(person=has):
            return AnswersNow(has, place)
        case Queue() if shift is not None:
            return AnswersNow(shift.consultant, place)
        case _:
            return AdministratorAnswers(person, desk.reaches_somebody)
