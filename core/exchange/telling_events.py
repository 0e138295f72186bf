"""Whose an event is after an import, and whose it was: each class hears what is news to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from core.exchange.rows.companions import EventRow
from core.facts import Fact, Origin
from core.ids import ClassId, EventId, SchoolId
from core.journal.school_facts import SchoolEventCancelled, SchoolEventSet


@dataclass(frozen=True, slots=True)
class Circle:
    """The classes of an event: those named, or (none named) all of the school save some."""

    named: tuple[ClassId, ...] = ()
    but: tuple[ClassId, ...] = ()


def without(whose: Circle, other: Circle) -> Circle | None:
    """Return the classes of one event that are not among those of another; None if all are."""
    if not other.named:
        return None
    if not whose.named:
        return Circle(but=other.named)
    left = tuple(one for one in whose.named if one not in other.named)
    return Circle(left) if left else None


def common(whose: Circle, other: Circle) -> Circle | None:
    """Return the classes that both events are for; None where there are none."""
    if not whose.named:
        return other
    if not other.named:
        return whose
    both = tuple(one for one in whose.named if one in other.named)
    return Circle(both) if both else None


@dataclass(frozen=True, slots=True)
class EventSide:
    """An event as it stood before an import or stands after it, with its classes."""

    row: EventRow
    whose: Circle


def event_facts(
    head: tuple[SchoolId, datetime, Origin],
    event: EventId,
    before: EventSide | None,
    after: EventSide | None,
) -> Iterator[Fact]:
    """Yield what is news to the classes that an event is or was for (F3)."""
    if before is not None:
        lost = without(before.whose, after.whose) if after else before.whose
        if lost:
            yield SchoolEventCancelled(*head, event, lost.named, before.row.ends, lost.but)
    if after is not None:
        kept = common(after.whose, before.whose) if before else None
        if kept and before and _differs(before.row, after.row):
            yield SchoolEventSet(
                *head, event, kept.named, after.row.ends, changed=True, but=kept.but
            )
        new = without(after.whose, before.whose) if before else after.whose
        if new:
            yield SchoolEventSet(
                *head, event, new.named, after.row.ends, changed=False, but=new.but
            )


def _differs(before: EventRow, after: EventRow) -> bool:
    return replace(before, classes=after.classes) != after
