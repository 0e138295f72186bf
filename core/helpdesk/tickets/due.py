"""What a ticket asks for by itself as time goes on: one step at a time, each a new standing.

Pure: who is there and what the schedule says is in the desk, and the instant an argument.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner, Queue, person_of
from core.helpdesk.tickets.routing import TO_ADMINISTRATOR, HelpDesk, Route, passed_on, route
from core.helpdesk.tickets.ticket import Standing, State, Ticket
from core.helpdesk.tickets.waiting import presses
from core.helpdesk.topics import Topic
from core.helpdesk.values import WITHOUT_THE_ASKER, Closing
from core.ids import PersonId
from core.regulation.profile import HelpRule


class Why(StrEnum):
    """Why a ticket stands otherwise by itself."""

    OPENED = "opened"
    """The window opened for which it waited: a consultant has it."""
    BEGAN = "began"
    """The window began for which a consultant had taken it ahead."""
    RESCHEDULED = "rescheduled"
    """The schedule changed: it waits for another window, or the same at another hour."""
    UNANSWERED = "unanswered"
    """No word from who had it in the time of a window that the school gives (P: 10 minutes)."""
    LEFT = "left"
    """Who had it is on duty no more, or takes no messages."""
    CONTINUES = "continues"
    """A window of the same consultant follows on the one before: nobody has to hear of it."""
    ASKED_AT_END = "asked-at-end"
    """The window is over: the owner is asked what becomes of it."""
    ENDED = "ended"
    """The owner was asked, and did not say."""
    OVERDUE = "overdue"
    """The administrators have it, and nobody said a word: they hear of it anew."""
    WOKE = "woke"
    """What was set aside is due."""
    EXPIRED = "expired"
    """It was answered, and for P: 3 days nobody opened it again."""
    REMINDED = "reminded"
    """More was asked back P: 2 days ago, and the asker did not say it."""
    WITHDRAWN = "withdrawn"
    """Who asked does not see the pupil any more that it is about: the administrators decide."""
    GIVEN_UP = "given-up"
    """More was asked back P: 5 days ago, and the asker still did not say it."""


@dataclass(frozen=True, slots=True)
class Step:
    """How a ticket shall stand from now on, and why."""

    standing: Standing
    why: Why


def next_step(ticket: Ticket, desk: HelpDesk, rules: HelpRule, now: datetime) -> Step | None:
    """Return what is due with a ticket, or None: after the step its owner may own it again."""
    standing = ticket.standing
    if standing.state is State.ANSWERED:
        return _expired(standing, rules, now)
    if not standing.is_under_way:
        return None
    match standing.owner:
        case Queue() as queue:
            step = _of_queue(ticket, queue, desk, now)
        case Consultant() as owner:
            step = _of_consultant(ticket, owner, desk, rules, now)
        case Administrator() as owner:
            step = _of_administrators(ticket, owner, desk, rules, now)
        case _:
            assert_never(standing.owner)
    return step or _waits_for_asker(standing, rules, now) or _woken(standing, now)


def withdrawn(ticket: Ticket, now: datetime) -> Step | None:
    """Return the step of a ticket whose asker may not hear of the pupil any more, if it is due.

    Nobody waits for its answer: it is the administrators' to say what becomes of it.
    """
    standing = ticket.standing
    if not standing.is_under_way or isinstance(standing.owner, Administrator):
        return None
    return Step(moved(standing, TO_ADMINISTRATOR, now), Why.WITHDRAWN)


def _expired(standing: Standing, rules: HelpRule, now: datetime) -> Step | None:
    answered = standing.answered_at
    if answered is None or now < answered + timedelta(days=rules.reopened_days):
        return None
    return Step(closed(standing, Closing.BY_TIME, now), Why.EXPIRED)


def _waits_for_asker(standing: Standing, rules: HelpRule, now: datetime) -> Step | None:
    """Return what is due where the asker does not say more: a word once, and then the end."""
    asked = standing.asked_back_at
    if standing.state is not State.ASKED_BACK or asked is None:
        return None
    if now >= asked + timedelta(days=rules.asked_back_closed_days):
        return Step(closed(standing, Closing.NO_ANSWER, now), Why.GIVEN_UP)
    if standing.reminded_at or now < asked + timedelta(days=rules.asked_back_reminded_days):
        return None
    return Step(replace(standing, reminded_at=now), Why.REMINDED)


def _woken(standing: Standing, now: datetime) -> Step | None:
    until = standing.snoozed_until
    if until is None or now < until:
        return None
    return Step(replace(standing, snoozed_until=None), Why.WOKE)


def _of_queue(ticket: Ticket, queue: Queue, desk: HelpDesk, now: datetime) -> Step | None:
    standing = ticket.standing
    fresh = replace(ticket, standing=replace(standing, passed=_passed(standing, queue, desk, now)))
    found = own_window(ticket, queue, desk, now) or routed(fresh, desk, now)
    if found.owner == queue and found.promised_at == standing.promised_at:
        return None
    after = moved(fresh.standing, found, now)
    if isinstance(found.owner, Queue):
        return Step(replace(after, passed=fresh.standing.passed), Why.RESCHEDULED)
    return Step(after, Why.OPENED if isinstance(found.owner, Consultant) else Why.RESCHEDULED)


def _passed(
    standing: Standing, queue: Queue, desk: HelpDesk, now: datetime
) -> tuple[PersonId, ...]:
    """Return who does not get back what waits for the next window, while that is to come."""
    shift = desk.shift(queue.shift)
    comes = shift is not None and now < shift.starts_at and shift.consultant in desk.here
    return standing.passed if comes else ()


def own_window(ticket: Ticket, queue: Queue, desk: HelpDesk, now: datetime) -> Route | None:
    """Return where a ticket goes that waits for one person, while that window is to come."""
    shift = desk.shift(queue.shift)
    if shift is None or now >= shift.ends_at or shift.consultant != queue.person:
        return None
    if ticket.standing.topic not in shift.covers or shift.consultant not in desk.here:
        return None
    if shift.holds(now):
        return Route(Consultant(shift.consultant, shift.key))
    return Route(queue, shift)


def _of_administrators(
    ticket: Ticket, owner: Administrator, desk: HelpDesk, rules: HelpRule, now: datetime
) -> Step | None:
    """Return what is due: one who cannot be reached has nothing, and silence is told of anew."""
    standing = ticket.standing
    if owner.person is not None and not desk.reaches(owner.person):
        return Step(moved(standing, TO_ADMINISTRATOR, now), Why.LEFT)
    if desk.reaches_somebody and presses(ticket, desk.schedule, rules, now):
        return Step(replace(standing, pressed_at=now), Why.OVERDUE)
    return None


def _of_consultant(
    ticket: Ticket, owner: Consultant, desk: HelpDesk, rules: HelpRule, now: datetime
) -> Step | None:
    standing, shift = ticket.standing, desk.shift(owner.shift)
    if owner.person not in desk.here:
        return _left(ticket, desk, now)
    if standing.state is State.AT_VENDOR:
        return None
    is_kept = now < (standing.kept_until or now)
    if shift is None or shift.consultant != owner.person or standing.topic not in shift.covers:
        goes_on = _continued(ticket, owner, desk, rules, now)
        return goes_on or (None if is_kept else _left(ticket, desk, now))
    if now < shift.starts_at:
        return _ahead(standing, shift)
    if now < shift.ends_at:
        return _began(standing, now) or _unanswered(ticket, owner, desk, rules, now)
    over = _continued(ticket, owner, desk, rules, now) or _at_end(ticket, desk, rules, now)
    return None if is_kept else over


def _ahead(standing: Standing, shift: Shift) -> Step | None:
    """Return what is due with a ticket that was taken ahead: its window may be at other hours."""
    if standing.promised_at == shift.starts_at:
        return None
    return Step(replace(standing, promised_at=shift.starts_at), Why.RESCHEDULED)


def _began(standing: Standing, now: datetime) -> Step | None:
    if standing.promised_at is None:
        return None
    return Step(replace(standing, owned_since=now, promised_at=None), Why.BEGAN)


def _left(ticket: Ticket, desk: HelpDesk, now: datetime) -> Step:
    return Step(moved(ticket.standing, routed(ticket, desk, now), now), Why.LEFT)


def _continued(
    ticket: Ticket, owner: Consultant, desk: HelpDesk, rules: HelpRule, now: datetime
) -> Step | None:
    """Return the step into the owner's next shift, or on to another where the limit is over."""
    standing = ticket.standing
    for shift in desk.on_duty(standing.topic, now):
        if shift.consultant == owner.person:
            same = replace(
                standing,
                owner=Consultant(owner.person, shift.key),
                promised_at=None,
                asked_at_end=None,
                kept_until=standing.kept_at(now),
            )
            why = Why.CONTINUES if standing.promised_at is None else Why.BEGAN
            late = _unanswered(replace(ticket, standing=same), owner, desk, rules, now)
            return late or Step(same, why)
    return None


def _unanswered(
    ticket: Ticket, owner: Consultant, desk: HelpDesk, rules: HelpRule, now: datetime
) -> Step | None:
    standing = ticket.standing
    if standing.state is not State.OPEN or standing.heard_at:
        return None
    waited = desk.schedule.window_time(standing.topic, standing.owned_since, now)
    if waited < timedelta(minutes=rules.first_answer_minutes):
        return None
    passed = (*standing.passed, owner.person)
    found = passed_on(standing.topic, desk, now, but=(ticket.asker, *passed))
    return Step(moved(replace(standing, passed=passed), found, now), Why.UNANSWERED)


def _at_end(ticket: Ticket, desk: HelpDesk, rules: HelpRule, now: datetime) -> Step | None:
    standing = ticket.standing
    if standing.asked_at_end is None:
        return Step(replace(standing, asked_at_end=now, promised_at=None), Why.ASKED_AT_END)
    if now < standing.asked_at_end + timedelta(minutes=rules.kept_minutes_after):
        return None
    return Step(moved(standing, routed(ticket, desk, now), now), Why.ENDED)


def routed(ticket: Ticket, desk: HelpDesk, now: datetime) -> Route:
    """Return who gets a ticket now: not the asker, nor who did not say a word in this round."""
    standing = ticket.standing
    return route(
        standing.topic,
        desk,
        now,
        urgent=bool(standing.urgent),
        but=(ticket.asker,),
        passed=standing.passed,
    )


def has_turn(owner: Consultant, topic: Topic, desk: HelpDesk, now: datetime) -> bool:
    """Say whether the shift of who has a ticket of a topic goes on, or comes."""
    shift = desk.shift(owner.shift)
    if shift is None or shift.consultant != owner.person:
        return False
    return topic in shift.covers and now < shift.ends_at


def with_whom_it_was(ticket: Ticket, owner: Owner, desk: HelpDesk, now: datetime) -> Route:
    """Return who gets a ticket that goes on: who had it, while on duty or due, else who is."""
    if isinstance(owner, Administrator):
        stays = owner.person is None or desk.reaches(owner.person)
        return Route(owner) if stays else TO_ADMINISTRATOR
    if isinstance(owner, Queue):
        return own_window(ticket, owner, desk, now) or routed(ticket, desk, now)
    for shift in desk.on_duty(ticket.standing.topic, now):
        if shift.consultant == owner.person:
            return Route(Consultant(owner.person, shift.key))
    return routed(ticket, desk, now)


def moved(standing: Standing, to: Route, now: datetime) -> Standing:
    """Return how a ticket stands with another owner; what waits in a queue tries all anew.

    Another person did not say a word yet: what was said before is not theirs to rest on.
    """
    stays = person_of(to.owner) == person_of(standing.owner)
    return replace(
        standing,
        owner=to.owner,
        owned_since=now,
        heard_at=standing.heard_at if stays else None,
        promised_at=to.promised_at,
        passed=() if isinstance(to.owner, Queue) else standing.passed,
        asked_at_end=None,
        kept_until=None,
        snoozed_until=None,
        pressed_at=None,
    )


def closed(
    standing: Standing, how: Closing, now: datetime, by: PersonId | None = None
) -> Standing:
    """Return how a ticket stands that was closed, by somebody or by time."""
    answered = now if how in WITHOUT_THE_ASKER else standing.answered_at
    return replace(
        standing,
        state=State.CLOSED,
        closing=how,
        closed_at=now,
        closed_by=by,
        answered_at=answered,
        snoozed_until=None,
    )
