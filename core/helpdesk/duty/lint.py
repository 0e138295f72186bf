"""What is wrong with a duty schedule, or will be soon: told before it is saved.

What cannot be true, or says two things at once, is refused. What is true and leaves somebody
without an answer is warned of: it may be meant so, and is saved with a second tap.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import combinations, islice
from typing import Final

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift
from core.helpdesk.duty.window import Window
from core.helpdesk.topics import ANY, Topic
from core.ids import DutyId, PersonId

_WEEK: Final = 7


class Flaw(StrEnum):
    """What can be wrong: the refused ones first, then those that are warned of."""

    NO_TIME = "no-time"
    """It ends before it begins, or at once."""
    NO_TOPIC = "no-topic"
    """Nothing can be asked in it."""
    UNKNOWN_TOPIC = "unknown-topic"
    """A word of the school's file names no topic."""
    NO_DAY = "no-day"
    """Its last day is before its first, or its weekday does not fall between them."""
    TWICE = "twice"
    """Two windows say the same: one of them will be changed and the other forgotten."""
    TWO_PLACES = "two-places"
    """A consultant is to be in two rooms at once."""
    NO_CONSULTANT = "no-consultant"
    """Who has it, or stands in, is not a consultant of the school."""
    OVERLAP = "overlap"
    """A consultant has two windows at once in one room: who asks waits for both."""
    SHARED_ROOM = "shared-room"
    """Two consultants are in one room at once: it may be large enough for both."""
    NO_ADMINISTRATOR = "no-administrator"
    """No administrator can be reached: lost access, and what all others leave, reach nobody."""
    UNREACHABLE = "unreachable"
    """Who has it, or stands in, cannot be reached: has not come in, or takes no messages."""
    UNANSWERED = "unanswered"
    """Nobody answers a topic within the days that the school set."""
    SAME_PERSON = "same-person"
    """Who has it is the last resort as well: what is left unanswered comes back to who left it."""


_WARNED: Final = {
    Flaw.OVERLAP,
    Flaw.SHARED_ROOM,
    Flaw.NO_ADMINISTRATOR,
    Flaw.UNREACHABLE,
    Flaw.UNANSWERED,
    Flaw.SAME_PERSON,
}
REFUSED: Final = frozenset(Flaw) - _WARNED
"""What is not saved at all."""

TOLD_WHERE_LOOKED_AT: Final = frozenset({Flaw.SAME_PERSON})
"""What a small school cannot help: nobody hears of it every day."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: with a window (and another), a topic, or a day of a window."""

    flaw: Flaw
    window: DutyId | None = None
    other: DutyId | None = None
    topic: Topic | None = None
    day: date | None = None

    @property
    def is_refused(self) -> bool:
        """Say whether a schedule with it is not saved."""
        return self.flaw in REFUSED


@dataclass(frozen=True, slots=True)
class Staff:
    """The consultants of a school, and which of them messages reach.

    `last_resort` are the administrators of the journal whom messages reach: to them goes lost
    access, and what no consultant answers (S3).
    """

    consultants: frozenset[PersonId] = frozenset()
    reachable: frozenset[PersonId] = frozenset()
    last_resort: frozenset[PersonId] = frozenset()


def lint(
    schedule: DutySchedule, staff: Staff, *, now: datetime, within: timedelta
) -> tuple[Finding, ...]:
    """Return what is wrong with what is still to come, the refused first.

    `within`: how soon each topic must have a window (P: 7 days); lost access needs none, for it
    goes to the administrator (S3).
    """
    today = now.astimezone(schedule.zone).date()
    coming = [one for one in schedule.windows if one.ends is None or one.ends >= today]
    days = {one.key.day for one in (*schedule.one_days, *schedule.stand_ins)}
    differing = [schedule.shifts_of(day) for day in sorted(days) if day >= today]
    together = list(_together(coming))
    weekly = {pair for it in together for pair in ((it.window, it.other), (it.other, it.window))}
    found = [
        *(one for window in coming for one in _alone(window)),
        *together,
        *(one for shifts in differing for one in _on_a_day(shifts, weekly)),
        *_of_people(coming, differing, staff),
        *_of_last_resort(coming, staff),
        *_unanswered(schedule, now, within),
    ]
    distinct = list(dict.fromkeys(found))
    return tuple(sorted(distinct, key=lambda one: list(Flaw).index(one.flaw)))


def lint_change(
    before: Sequence[Finding], after: Sequence[Finding], window: DutyId | None
) -> tuple[Finding, ...]:
    """Return the findings that a change answers for: those of its window, and those it brings."""
    known = set(before)
    return tuple(
        one for one in after if one not in known or (window and window in (one.window, one.other))
    )


def _alone(window: Window) -> Iterator[Finding]:
    if window.hours.starts >= window.hours.ends:
        yield Finding(Flaw.NO_TIME, window.id)
    if not window.covers and not window.unknown:
        yield Finding(Flaw.NO_TOPIC, window.id)
    if window.unknown:
        yield Finding(Flaw.UNKNOWN_TOPIC, window.id)
    if not _ever_falls(window):
        yield Finding(Flaw.NO_DAY, window.id)


def _ever_falls(window: Window) -> bool:
    if window.begins is None or window.ends is None:
        return True
    span = (window.ends - window.begins).days + 1
    days = (window.begins + timedelta(days=ahead) for ahead in range(min(max(span, 0), _WEEK)))
    return any(window.falls_on(day) for day in days)


def _together(windows: Sequence[Window]) -> Iterator[Finding]:
    for one, other in combinations(windows, 2):
        flaw = _clash(one, other) if _meet(one, other) else None
        if flaw is not None:
            yield Finding(flaw, one.id, other.id)


def _clash(one: Window, other: Window) -> Flaw | None:
    """Return what is wrong with two windows that are held at the same time."""
    if one.consultant != other.consultant:
        return Flaw.SHARED_ROOM if one.room and one.room == other.room else None
    if one.room != other.room:
        return Flaw.TWO_PLACES
    same = (one.hours, one.covers) == (other.hours, other.covers)
    return Flaw.TWICE if same else Flaw.OVERLAP


def _meet(one: Window, other: Window) -> bool:
    if one.weekday != other.weekday:
        return False
    if one.hours.starts >= other.hours.ends or other.hours.starts >= one.hours.ends:
        return False
    first = max(one.begins or date.min, other.begins or date.min)
    last = min(one.ends or date.max, other.ends or date.max)
    return first <= last


def _on_a_day(
    shifts: Sequence[Shift], weekly: Collection[tuple[DutyId | None, DutyId | None]]
) -> Iterator[Finding]:
    """Yield what is wrong on a day that differs, and with the same windows in no other week."""
    for one, other in combinations(shifts, 2):
        flaw = _clash_on_a_day(one, other)
        if flaw is Flaw.TWO_PLACES or (flaw and (one.window, other.window) not in weekly):
            yield Finding(flaw, one.window, other.window, day=one.day)


def _clash_on_a_day(one: Shift, other: Shift) -> Flaw | None:
    if one.starts_at >= other.ends_at or other.starts_at >= one.ends_at:
        return None
    if one.consultant == other.consultant:
        if one.room != other.room:
            return Flaw.TWO_PLACES
        # Who is there anyway stands in for a colleague: that is what colleagues are for.
        return None if one.stands_in_for or other.stands_in_for else Flaw.OVERLAP
    return Flaw.SHARED_ROOM if one.room and one.room == other.room else None


def _of_people(
    windows: Sequence[Window], days: Iterable[Sequence[Shift]], staff: Staff
) -> Iterator[Finding]:
    has = [(one.consultant, one.id, None) for one in windows]
    stands_in = [
        (one.consultant, one.window, one.day)
        for shifts in days
        for one in shifts
        if one.stands_in_for
    ]
    for person, window, day in (*has, *stands_in):
        if person not in staff.consultants:
            yield Finding(Flaw.NO_CONSULTANT, window, day=day)
        elif person not in staff.reachable:
            yield Finding(Flaw.UNREACHABLE, window, day=day)


def _of_last_resort(windows: Sequence[Window], staff: Staff) -> Iterator[Finding]:
    if not staff.last_resort:
        yield Finding(Flaw.NO_ADMINISTRATOR)
    own = (one for one in windows if staff.last_resort == {one.consultant})
    for window in islice(own, 1):
        yield Finding(Flaw.SAME_PERSON, window.id)


def _unanswered(schedule: DutySchedule, now: datetime, within: timedelta) -> Iterator[Finding]:
    answered = {topic for one in schedule.shifts(now, now + within) for topic in one.covers}
    for topic in Topic:
        if topic in ANY - answered:
            yield Finding(Flaw.UNANSWERED, topic=topic)
