"""The first word to an asker: what the log counts of it is kept when it is said (H4)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.tickets.owner import Owner, shift_of
from core.helpdesk.tickets.ticket import Entry, FirstWord, Ticket

_MINUTE: Final = timedelta(minutes=1)


def first_word(ticket: Ticket, owner: Owner, schedule: DutySchedule, at: datetime) -> FirstWord:
    """Return the first word that was said to the asker: the one before, or this of the owner.

    A window that is changed later is changed for its past as well: what is counted now stays.
    """
    before = ticket.standing.first_word
    return before or FirstWord(at, _minutes(ticket, schedule, at), began(owner, schedule))


def first_of(ticket: Ticket, left: Sequence[Entry], schedule: DutySchedule) -> FirstWord | None:
    """Return the first word of those that are left of what was said to the asker, if any is."""
    if not left:
        return None
    first = min(left, key=lambda it: it.at)
    on_duty = schedule.on_duty(ticket.standing.topic, first.at)
    window = next((one.starts_at for one in on_duty if one.consultant == first.by), None)
    return FirstWord(first.at, _minutes(ticket, schedule, first.at), window)


def _minutes(ticket: Ticket, schedule: DutySchedule, at: datetime) -> int | None:
    """Return the minutes to the first answer: they count in the windows of the topic only.

    A topic that has none, such as lost access, has no minutes either: 0 would be said of all.
    """
    topic = ticket.standing.topic
    if not schedule.has_windows_for(topic):
        return None
    return schedule.window_time(topic, ticket.opened_at, at) // _MINUTE


def began(owner: Owner, schedule: DutySchedule) -> datetime | None:
    """Return when the window of an owner began, or begins; None outside of any."""
    key = shift_of(owner)
    shift = schedule.shift(key) if key else None
    return shift.starts_at if shift else None
