"""Which works still bring marks: those ahead, and those that were written and wait for theirs."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final

from core.diary.forecast.ports import PlannedWork
from core.ids import WorkId
from core.journal.values import ControlKind
from core.regulation.profile import Marking

_WRITTEN: Final = frozenset(
    {
        ControlKind.INDEPENDENT,
        ControlKind.CONTROL,
        ControlKind.LABORATORY,
        ControlKind.PRACTICAL,
    }
)
"""Kinds of work that a whole course does on a day, and gets its marks for later.

Answers are marked at once; homework and notebooks that nobody was marked for may never be.
"""


def asked_from(begins: date, today: date, marking: Marking) -> date:
    """Return the first day of a period whose works may still bring marks (E3 2.12)."""
    return max(begins, today - timedelta(days=marking.written_within_days))


def still_to_come(
    planned: Sequence[PlannedWork], marked: Collection[WorkId], marking: Marking, today: date
) -> list[PlannedWork]:
    """Return the works that still bring marks to a course.

    A written work does until its marks are due (E3 2.12), as long as nobody has one: who then has
    none was away. `marked` are the works in which anybody has a mark.
    """
    since = today - timedelta(days=marking.written_within_days)
    done = {(one.course, one.day) for one in planned if one.work in marked}
    return [
        one
        for one in planned
        if one.day > today
        or (
            one.day >= since
            and one.kind in _WRITTEN
            and one.work not in marked
            # A lesson may have its column, and the journal not say that it is the lesson's.
            and (one.work is not None or (one.course, one.day) not in done)
        )
    ]
