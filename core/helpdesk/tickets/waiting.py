"""How long a ticket has waited, in the time of windows, and whether that is too long (H2)."""

from datetime import datetime, timedelta
from typing import Final

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.tickets.owner import Administrator
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.topics import Topic
from core.regulation.profile import HelpRule

_A_DAY: Final = timedelta(days=1)
"""Administrators have no windows: what they have, as lost access, they answer within a day."""
_PRESSED: Final = timedelta(hours=1)
"""How much time of windows goes by before administrators are reminded, and reminded again."""


def asked_at(ticket: Ticket) -> datetime:
    """Return since when the asker waits: since it was opened again, where it was."""
    return ticket.standing.round_at or ticket.opened_at


def waited(ticket: Ticket, schedule: DutySchedule, now: datetime) -> timedelta:
    """Return for how much time of windows of its topic a ticket has waited."""
    return schedule.window_time(ticket.standing.topic, asked_at(ticket), now)


def silent_since(ticket: Ticket) -> datetime | None:
    """Return since when the asker waits for a word of the owner; None where none is awaited.

    After a word the owner rests, until the turn is the owner's again: see `Standing.goes_on`. Who
    gets it in between waits for the asker too: nobody waited for a word of that owner till then.
    """
    standing = ticket.standing
    if standing.state is not State.OPEN:
        return None
    resumed, heard = standing.resumed_at, standing.heard_at
    if heard is None:
        return resumed or asked_at(ticket)
    return resumed if resumed is not None and heard < resumed else None


def is_overdue(ticket: Ticket, schedule: DutySchedule, rules: HelpRule, now: datetime) -> bool:
    """Say whether nobody said an awaited word within P: 10 minutes of window time."""
    standing, since = ticket.standing, silent_since(ticket)
    if since is None:
        return False
    if standing.topic is Topic.LOST_ACCESS:
        return now >= since + _A_DAY
    if isinstance(standing.owner, Administrator) and now >= standing.owned_since + _A_DAY:
        return True
    limit = timedelta(minutes=rules.first_answer_minutes)
    return schedule.window_time(standing.topic, since, now) >= limit


def presses(ticket: Ticket, schedule: DutySchedule, rules: HelpRule, now: datetime) -> bool:
    """Say whether administrators are to hear (again) of a ticket that waits too long with them.

    That is an hour of windows of its topic, or a day, after they got it or last heard of it.
    """
    standing = ticket.standing
    since = standing.pressed_at or standing.owned_since
    a_day_went_by = now >= since + _A_DAY
    if a_day_went_by or schedule.window_time(standing.topic, since, now) >= _PRESSED:
        return is_overdue(ticket, schedule, rules, now)
    return False
