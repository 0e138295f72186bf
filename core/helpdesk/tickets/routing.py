"""Who gets a ticket: on duty, else the next window's queue, else the administrator (H2, S3).

Pure: the desk is a value, and the instant an argument.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from core.helpdesk.duty.schedule import HORIZON, DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner, Queue
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.topics import Topic
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """The help desk of a school at a moment: its schedule, who is there, how much each has.

    `here` are the consultants who take messages; who blocked the bot, left, was shut out or is no
    consultant any more answers nobody.
    `administrators` are those of the journal, who answer what no consultant does; of them the
    `unreached` take no messages.
    """

    schedule: DutySchedule
    here: frozenset[PersonId]
    administrators: tuple[PersonId, ...] = ()
    unreached: frozenset[PersonId] = frozenset()
    load: Mapping[PersonId, int] = field(default_factory=dict)

    def on_duty(
        self, topic: Topic, at: datetime, but: Collection[PersonId] = ()
    ) -> tuple[Shift, ...]:
        """Return the shifts in which somebody who is here answers the topic now."""
        return tuple(
            one
            for one in self.schedule.on_duty(topic, at)
            if one.consultant in self.here and one.consultant not in but
        )

    def next_shift(
        self, topic: Topic, after: datetime, but: Collection[PersonId] = ()
    ) -> Shift | None:
        """Return the first shift to come in which somebody who is here answers the topic.

        None where there is none within the horizon of the schedule.
        """
        coming = self.schedule.next_shift(topic, after)
        while coming is not None and coming.starts_at <= after + HORIZON:
            found = self.on_duty(topic, coming.starts_at, but)
            opening = (one for one in found if one.starts_at == coming.starts_at)
            if first := next(opening, None):
                return first
            coming = self.schedule.next_shift(topic, coming.starts_at)
        return None

    def shift(self, key: ShiftKey) -> Shift | None:
        """Return a shift as it is planned now, or None where it takes place no more."""
        return next((one for one in self.schedule.shifts_of(key.day) if one.key == key), None)

    def answers(self, person: PersonId, topic: Topic, at: datetime) -> bool:
        """Say whether a person answers a topic now, or in a window that is not over for good."""
        if any(one.consultant == person for one in self.schedule.on_duty(topic, at)):
            return True
        today = at.astimezone(self.schedule.zone).date()
        return any(
            one.consultant == person and topic in one.covers
            for one in self.schedule.windows
            if one.ends is None or one.ends >= today
        )

    def reaches(self, administrator: PersonId) -> bool:
        """Say whether a person is an administrator and takes messages."""
        return administrator in self.administrators and administrator not in self.unreached

    @property
    def reaches_somebody(self) -> bool:
        """Say whether any administrator takes messages: else nobody hears of what they get."""
        return any(self.reaches(one) for one in self.administrators)

    def busier_by(self, person: PersonId) -> Self:
        """Return the desk after somebody got one more."""
        return replace(self, load={**self.load, person: self.load.get(person, 0) + 1})


def load_of(tickets: Iterable[Ticket]) -> Mapping[PersonId, int]:
    """Return how many tickets each consultant has to answer."""
    return Counter(
        one.standing.owner.person
        for one in tickets
        if one.standing.state is State.OPEN and isinstance(one.standing.owner, Consultant)
    )


@dataclass(frozen=True, slots=True)
class Route:
    """Who gets a ticket; `opens` is the window that it waits for, where it does."""

    owner: Owner
    opens: Shift | None = None

    @property
    def promised_at(self) -> datetime | None:
        """Return when an answer comes, where that is not now and not the administrator's."""
        return self.opens.starts_at if self.opens else None


TO_ADMINISTRATOR = Route(Administrator())


def route(
    topic: Topic,
    desk: HelpDesk,
    now: datetime,
    *,
    urgent: bool = False,
    but: Collection[PersonId] = (),
    passed: Collection[PersonId] = (),
) -> Route:
    """Return who answers: the least busy on duty, the next window's queue, the administrator.

    Lost access is always the administrator's (A2.6). What is urgent does not wait for a window.
    `but` never get it: who asks does not answer. Those whom it `passed` had it in this window and
    said nothing: they may have it in the next one.
    """
    if topic is Topic.LOST_ACCESS:
        return TO_ADMINISTRATOR
    if on_duty := desk.on_duty(topic, now, (*but, *passed)):
        return Route(_taken_in(least_busy(on_duty, desk.load)))
    coming = None if urgent else desk.next_shift(topic, now, but)
    return Route(Queue(coming.key), coming) if coming else TO_ADMINISTRATOR


def passed_on(
    topic: Topic, desk: HelpDesk, now: datetime, *, but: Collection[PersonId] = ()
) -> Route:
    """Return who answers what somebody on duty did not: the next on duty, or the administrator."""
    on_duty = desk.on_duty(topic, now, but)
    return Route(_taken_in(least_busy(on_duty, desk.load))) if on_duty else TO_ADMINISTRATOR


def least_busy(shifts: Iterable[Shift], load: Mapping[PersonId, int]) -> Shift:
    """Return the shift of who has least to answer; of equals, of who is first on record."""
    return min(shifts, key=lambda one: (load.get(one.consultant, 0), one.consultant, one.window))


def _taken_in(shift: Shift) -> Consultant:
    return Consultant(shift.consultant, shift.key)
