"""The journal says that a pupil who is looked for was at a lesson: the search is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import Final

from core.diary.excuses.facts import PupilFound
from core.diary.excuses.ports import SearchBook, Seen
from core.diary.excuses.rules import was_seen_last
from core.facts import Fact, Facts
from core.ids import AbsenceId
from core.journal.facts import AbsenceRecorded, AbsenceRevised, AbsenceTakenBack
from core.journal.values import AbsenceCode

_LATELY: Final = timedelta(days=2)
"""A search lasts for its day; the school's midnight is not everywhere's."""

OfAbsence = AbsenceRecorded | AbsenceRevised | AbsenceTakenBack


@dataclass(frozen=True, slots=True)
class NoteSeen:
    """Listens to the journal, and lets `told` hear who was found by it.

    Of the lessons that the pupil misses the last one counts: who was at the first one and missed
    the second may be lost since.
    """

    searches: SearchBook
    told: Facts

    async def record(self, facts: Sequence[Fact]) -> None:
        """End the searches for pupils who came after all, or late."""
        there = {one.absence: one for one in facts if isinstance(one, OfAbsence) and _came(one)}
        if not there:
            return
        seen = [
            one
            for one in await self.searches.seen(sorted(there))
            if was_seen_last(one.number, one.missed)
        ]
        if seen:
            await self.told.record(await self._over(seen, there))

    async def _over(
        self, seen: Sequence[Seen], there: Mapping[AbsenceId, OfAbsence]
    ) -> Sequence[Fact]:
        searches = {one.search.id: one for one in seen}
        at = max(fact.at for fact in there.values())
        ended = await self.searches.end_searches(sorted(searches), by=None, at=at)
        return [
            _found(one, there[one.absence]) for number, one in searches.items() if number in ended
        ]


def _came(fact: OfAbsence) -> bool:
    is_there = isinstance(fact, AbsenceTakenBack) or fact.code is AbsenceCode.LATE
    return is_there and fact.at.astimezone(UTC).date() - fact.lesson_date <= _LATELY


def _found(one: Seen, fact: OfAbsence) -> PupilFound:
    search, start = one.search, (fact.school, fact.at, fact.by)
    return PupilFound(*start, search.id, search.pupil, search.day, search.asked_by)
