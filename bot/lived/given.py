"""The marks that pupils were given: how good they are, how often they were asked, and the mean."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean
from typing import Final

from bot.lived.records import Records
from core.exchange.rows.one_roster import CategoryRow, GroupRow, MarkRow, WorkRow
from core.ids import SourceId
from core.journal.means import WeightedMark
from core.journal.values import MarkValue

_USUAL: Final = 4.0
_EVEN: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Given:
    """A mark and the day of its work."""

    day: date
    mark: WeightedMark


class GivenMarks:
    """The marks of each pupil by subject."""

    def __init__(self, records: Records) -> None:
        self._subjects: Mapping[SourceId, SourceId | None] = {
            one.source: one.subject for one in records.of("classes", GroupRow)
        }
        self._weights = {one.source: one.weight for one in records.of("categories", CategoryRow)}
        self._of: dict[SourceId, dict[SourceId | None, list[Given]]] = defaultdict(
            lambda: defaultdict(list)
        )
        works = {one.source: one for one in records.of("lineItems", WorkRow)}
        for mark in records.of("results", MarkRow):
            if mark.work in works:
                self.give(works[mark.work], mark.pupil, mark.value)

    def give(self, work: WorkRow, pupil: SourceId, value: MarkValue) -> None:
        """Remember a mark."""
        weight = self._weights.get(work.category, _EVEN) if work.category else _EVEN
        given = Given(work.assigned, WeightedMark(value, weight))
        self._of[pupil][self._subjects.get(work.group)].append(given)

    def within(
        self, group: SourceId, pupil: SourceId, first: date, last: date
    ) -> Sequence[WeightedMark]:
        """Return a pupil's marks in a course's subject over the days."""
        found = self._of[pupil][self._subjects.get(group)]
        return [one.mark for one in found if first <= one.day <= last]

    def level(self, group: SourceId, pupil: SourceId) -> float:
        """Return how good a pupil is in a course: half in its subject, half in all of them."""
        of_subject = _numbers(self._of[pupil][self._subjects.get(group)])
        of_all = [number for found in self._of[pupil].values() for number in _numbers(found)]
        overall = fmean(of_all) if of_all else _USUAL
        return (fmean(of_subject) + overall) / 2 if of_subject else overall


def _numbers(found: Sequence[Given]) -> Sequence[int]:
    return [number for one in found for number in one.mark.value.numbers]
