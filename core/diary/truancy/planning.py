"""What becomes of a school's warnings about missed lessons when it is looked at them. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.diary.truancy.spells import MissedLesson, Spell, first_day_back, stretch_of
from core.diary.truancy.warnings import TruancyWarning
from core.ids import PupilId, TruancyId
from core.journal.calendar import Holiday
from core.regulation.profile import TruancyRule


@dataclass(frozen=True, slots=True)
class Plan:
    """Which drafts are to be made, which speak of other days now, and which are over."""

    begun: tuple[Spell, ...]
    reaching: Mapping[TruancyId, date]
    over: tuple[TruancyId, ...]


@dataclass(frozen=True, slots=True)
class Planner:
    """One school on one day: its rule, its holidays, and the lessons that count by pupil."""

    rule: TruancyRule
    holidays: Sequence[Holiday]
    today: date
    counted: Mapping[PupilId, Sequence[MissedLesson]]

    def plan(self, waiting: Sequence[TruancyWarning], known: Sequence[TruancyWarning]) -> Plan:
        """Return what is to be done with the drafts that wait; `known` are all of the pupils.

        A pupil has one draft at a time. Lessons that a person has decided on count no more; those
        before them and those after them are counted apart, as an alert names days in a row.
        """
        latest = {one.child.pupil: one for one in reversed(waiting)}
        drafts = latest.values()
        decided = defaultdict[PupilId, list[TruancyWarning]](list)
        for one in known:
            if one.is_settled:
                decided[one.child.pupil].append(one)
        ends = {one.id: self._reach(one, decided[one.child.pupil]) for one in drafts}
        kept = {number: day for number, day in ends.items() if day is not None}
        return Plan(
            begun=tuple(self._begun(sorted(self.counted.keys() - latest.keys()), decided)),
            reaching={
                one.id: kept[one.id] for one in drafts if kept.get(one.id, one.ends) != one.ends
            },
            over=tuple(one.id for one in waiting if one.id not in kept),
        )

    def _begun(
        self, pupils: Sequence[PupilId], decided: Mapping[PupilId, Sequence[TruancyWarning]]
    ) -> Iterator[Spell]:
        """Yield the earliest stretch of each pupil that is enough."""
        since = first_day_back(self.today, self.rule, self.holidays)
        for pupil in pupils:
            parts = self._undecided(pupil, since, decided.get(pupil, ()))
            for _, fresh in sorted(parts.items()):
                ends = stretch_of(fresh, self.rule, self.holidays)
                if ends is not None:
                    yield Spell(pupil, min(one.day for one in fresh), ends)
                    break

    def _reach(self, draft: TruancyWarning, decided: Sequence[TruancyWarning]) -> date | None:
        """Return the day up to which a draft reaches now; None where its lessons are too few."""
        parts = self._undecided(draft.child.pupil, draft.begins, decided)
        return stretch_of(parts.get(_part(draft.begins, decided), ()), self.rule, self.holidays)

    def _undecided(
        self, pupil: PupilId, since: date, decided: Sequence[TruancyWarning]
    ) -> Mapping[int, Sequence[MissedLesson]]:
        """Return the lessons not decided on yet, by how many decided alerts they follow."""
        parts = defaultdict[int, list[MissedLesson]](list)
        for one in self.counted.get(pupil, ()):
            spoken_of = any(it.begins <= one.day <= it.ends for it in decided)
            if one.day >= since and not spoken_of:
                parts[_part(one.day, decided)].append(one)
        return parts


def _part(day: date, decided: Sequence[TruancyWarning]) -> int:
    return sum(one.ends < day for one in decided)
