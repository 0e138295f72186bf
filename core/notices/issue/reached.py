"""Whom a class's forecast has reached: delivered, acknowledged, under way, or not. Pure."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Child
from core.diary.issuing.terms import ClassTerm, time_to_reach, to_reach_by
from core.ids import PersonId, PupilId
from core.notices.ledger import Ending, Settled, Why
from core.notices.printing import Unreached
from core.regulation.profile import ForecastRule


class Reach(StrEnum):
    """How far a forecast came with a family, the best first."""

    ACKNOWLEDGED = "acknowledged"
    DELIVERED = "delivered"
    IN_HAND = "in_hand"
    UNDER_WAY = "under_way"
    NOT_REACHED = "not_reached"


INFORMED: Final = frozenset({Reach.ACKNOWLEDGED, Reach.DELIVERED, Reach.IN_HAND})
"""How far it must have come with a family to be known there."""


@dataclass(frozen=True, slots=True)
class FamilyReach:
    """One pupil's family; the pupil's own message is no answer of the parents and no delivery.

    `told`, `delivered` and `answered` count persons, the pupil among them; `why` it did not
    come is None where it was overtaken, for there was nothing left to tell.
    """

    child: Child
    reach: Reach
    told: int = 0
    delivered: int = 0
    answered: int = 0
    why: Unreached | None = None
    on_paper: bool = False


def family_reach(
    child: Child,
    rows: Sequence[Settled],
    answered: Collection[PersonId],
    *,
    on_paper: bool = False,
    in_hand: bool = False,
) -> FamilyReach:
    """Return how far it came with the family, from all rows about the pupil, repeats too.

    `in_hand`: it stood on a sheet that was handed over, and the family counts as informed (F10).
    """
    persons = defaultdict[PersonId, list[Settled]](list)
    for row in rows:
        persons[row.notice.draft.recipient].append(row)
    guardians = {one: found for one, found in persons.items() if one != child.pupil}
    reach, why = _reach(guardians, answered, in_hand=in_hand)
    return FamilyReach(
        child,
        reach,
        told=len(persons),
        delivered=sum(_is_delivered(one, rows, answered) for one, rows in persons.items()),
        answered=sum(one in answered for one in persons),
        why=why,
        on_paper=on_paper,
    )


def _reach(
    guardians: dict[PersonId, list[Settled]],
    answered: Collection[PersonId],
    *,
    in_hand: bool,
) -> tuple[Reach, Unreached | None]:
    if any(one in answered for one in guardians):
        return Reach.ACKNOWLEDGED, None
    rows = [row for found in guardians.values() for row in found]
    endings = {row.ending for row in rows}
    if Ending.DELIVERED in endings:
        return Reach.DELIVERED, None
    if in_hand:
        return Reach.IN_HAND, None
    if None in endings:
        return Reach.UNDER_WAY, Unreached.WAITING
    return Reach.NOT_REACHED, _why_not(rows)


def _why_not(rows: Sequence[Settled]) -> Unreached | None:
    if not rows:
        return Unreached.NOBODY
    if any(row.ending is Ending.UNKNOWN for row in rows):
        return Unreached.UNKNOWN
    # Where there was nothing left to tell nobody was missed, and no paper is needed.
    return None if all(_was_overtaken(row) for row in rows) else Unreached.REFUSED


def _was_overtaken(row: Settled) -> bool:
    return row.ending is Ending.EXPIRED and row.reason == Why.OVERTAKEN.value


def _is_delivered(
    person: PersonId, rows: Sequence[Settled], answered: Collection[PersonId]
) -> bool:
    return person in answered or any(row.ending is Ending.DELIVERED for row in rows)


def needs_paper(
    family: FamilyReach,
    rows: Sequence[Settled],
    *,
    term: ClassTerm,
    day: date,
    rule: ForecastRule,
    zone: ZoneInfo,
) -> bool:
    """Say whether a family not reached gets paper: its time is over, or nothing is under way."""
    if family.reach in INFORMED:
        return False
    if family.reach is Reach.NOT_REACHED:
        return day >= term.print_day(rule)
    told = min(row.notice.draft.happened_at for row in rows).astimezone(zone).date()
    return day >= to_reach_by(term, told, rule)


def warning_needs_paper(
    family: FamilyReach, sent: date, day: date, rule: ForecastRule
) -> Unreached | None:
    """Return why a family gets a warning on paper, or None where it does not (F10, F12).

    A warning has as long to reach a family as a forecast. What is under way has a day more:
    quiet hours may have held it.
    """
    if family.reach in INFORMED:
        return None
    more = timedelta(days=family.reach is Reach.UNDER_WAY)
    return family.why if day >= sent + time_to_reach(rule) + more else None


def told_since(rows: Sequence[Settled], at: datetime) -> list[Settled]:
    """Return the rows of an issue: what was told before was a forecast that is stale now."""
    return [row for row in rows if row.notice.draft.happened_at >= at]


def rows_by_pupil(rows: Sequence[Settled]) -> dict[PupilId, list[Settled]]:
    """Return rows of the ledger by the pupil that they are about."""
    found = defaultdict[PupilId, list[Settled]](list)
    for row in rows:
        found[row.notice.draft.about].append(row)
    return found
