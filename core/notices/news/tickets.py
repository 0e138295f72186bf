"""What is told of requests for help and of duty, as they stand when it is told (H1, H2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.access.people import Name
from core.access.zones import Zones
from core.helpdesk.duty.asking import DutyPerson
from core.helpdesk.duty.lint import Finding
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift
from core.helpdesk.facts import Arrival, Lapse
from core.helpdesk.tickets.promise import Promise
from core.helpdesk.tickets.ticket import Entry, State, Ticket
from core.helpdesk.values import Closing
from core.ids import PersonId, PupilId, SchoolId, TicketId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class TicketNews:
    """Something happened to a ticket; `to_asker`, or else to who answers.

    `said` are the asker's words, the first ones first. `promise` is when an answer comes, for the
    asker; `why` it came or went, `how` it was closed, where it is told of that. `closes_at` is
    until when a word of the asker is waited for, or may open a closed ticket again. Where others
    asked the same, and one answer comes to all, `together` is how that ticket stands. At a
    window's end it `can_wait` for another one, if one comes. `lapse` is why an answer that the
    asker had is none any more.
    """

    about: PupilId
    child: Name
    kind: NoticeKind
    ticket: Ticket
    to_asker: bool
    zones: Zones
    told_at: datetime
    names: Mapping[PersonId, Name]
    said: tuple[Entry, ...] = ()
    promise: Promise | None = None
    why: Arrival | None = None
    how: Closing | None = None
    closes_at: datetime | None = None
    together: State | None = None
    can_wait: bool = False
    lapse: Lapse | None = None


@dataclass(frozen=True, slots=True)
class TicketWordsNews:
    """Somebody said something in a ticket, or said it in other words (`edited`).

    To an asker the `ticket` is the own one, also where another one was answered for both. Who
    answers gives the answer in ticket `answered_in`. `closes_at` is when an answered ticket is
    closed by itself.
    """

    about: PupilId
    child: Name
    ticket: Ticket
    entry: Entry
    to_asker: bool
    edited: bool
    zones: Zones
    closes_at: datetime | None = None
    answered_in: TicketId | None = None


@dataclass(frozen=True, slots=True)
class TicketLostNews:
    """For who said it: it did not arrive, or may not have (`unknown`)."""

    about: PupilId
    child: Name
    ticket: Ticket
    entry: Entry
    to_asker: bool
    unknown: bool


@dataclass(frozen=True, slots=True)
class DutyCallNews:
    """A window comes: its consultant is asked to be there, or did not say so (`silent`)."""

    about: PupilId
    child: Name
    school: SchoolId
    shift: Shift
    silent: bool
    again: bool
    zones: Zones
    told_at: datetime
    names: Mapping[PersonId, Name]
    in_charge: bool = False
    """Whether it is told to an administrator, who may let somebody stand in."""


@dataclass(frozen=True, slots=True)
class DutyFlawsNews:
    """The schedule leaves somebody without an answer: for the administrators."""

    about: PupilId
    child: Name
    school: SchoolId
    schedule: DutySchedule
    people: Mapping[PersonId, DutyPerson]
    findings: tuple[Finding, ...]


TicketTold = TicketNews | TicketWordsNews | TicketLostNews | DutyCallNews | DutyFlawsNews

TICKET_KINDS: Final = frozenset(
    {
        NoticeKind.TICKET_ARRIVED,
        NoticeKind.TICKET_WENT_ON,
        NoticeKind.TICKET_PROMISE,
        NoticeKind.TICKET_AT_END,
        NoticeKind.TICKET_WOKE,
        NoticeKind.TICKET_CLOSED,
        NoticeKind.TICKET_RATED,
    }
)
"""Kinds of notices about a ticket: their subject is its number."""

ENTRY_KINDS: Final = frozenset({NoticeKind.TICKET_WORDS, NoticeKind.TICKET_LOST})
"""Kinds of notices about what was said in one: their subject is the number of that."""

CALL_KINDS: Final = frozenset(
    {NoticeKind.DUTY_CALL, NoticeKind.DUTY_SILENT, NoticeKind.DUTY_FLAWS}
)
"""Kinds of notices about windows, and about the schedule as a whole."""
