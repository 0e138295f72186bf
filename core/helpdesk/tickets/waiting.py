"""How long a ticket has waited, in the time of windows, and whether that is too long (H2)."""

from datetime import datetime, timedelta
from typing import Final

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.topics import Topic
from core.regulation.profile import HelpRule

_A_DAY: Final = timedelta(days=1)
"""Lost access has no windows: the administrator brings it back within a day."""


def asked_at(ticket: Ticket) -> datetime:
    """Return since when the asker waits: since the last answer, where it did not help."""
    return ticket.standing.answered_at or ticket.opened_at


def waited(ticket: Ticket, schedule: DutySchedule, now: datetime) -> timedelta:
    """Return for how much time of windows of its topic a ticket has waited."""
    return schedule.window_time(ticket.standing.topic, asked_at(ticket), now)


def is_overdue(ticket: Ticket, schedule: DutySchedule, rules: HelpRule, now: datetime) -> bool:
    """Say whether nobody said a word in this round within P: 10 minutes of window time."""
    standing = ticket.standing
    if standing.state is not State.OPEN or standing.heard_at is not None:
        return False
    if standing.topic is Topic.LOST_ACCESS:
        return now >= asked_at(ticket) + _A_DAY
    limit = timedelta(minutes=rules.first_answer_minutes)
    return waited(ticket, schedule, now) >= limit
