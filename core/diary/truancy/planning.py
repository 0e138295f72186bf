"""What becomes of a school's warnings about missed lessons when it is looked at them. Pure."""

from collections.abc import Mapping, Sequence
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

        A pupil has one draft at a time. Lessons that a person has decided on count no more.
        """
        latest = {one.child.pupil: one for one in reversed(waiting)}
        drafts = latest.values()
        ends = {one.id: self._stretch(one.child.pupil, one.begins) for one in drafts}
        kept = {number: day for number, day in ends.items() if day is not None}
        decided = [one for one in known if one.is_settled]
        told = {one.child.pupil: one.ends for one in sorted(decided, key=lambda one: one.ends)}
        return Plan(
            begun=tuple(self._begun(sorted(self.counted.keys() - latest.keys()), told)),
            reaching={
                one.id: kept[one.id] for one in drafts if kept.get(one.id, one.ends) != one.ends
            },
            over=tuple(one.id for one in waiting if one.id not in kept),
        )

    def _begun(self, pupils: Sequence[PupilId], told: Mapping[PupilId, date]) -> Sequence[Spell]:
        since = first_day_back(self.today, self.rule, self.holidays)
        found = list[Spell]()
        for pupil in pupils:
            fresh = self._lessons(pupil, since, told.get(pupil))
            ends = stretch_of(fresh, self.rule, self.holidays)
            if ends is not None:
                found.append(Spell(pupil, min(one.day for one in fresh), ends))
        return found

    def _stretch(self, pupil: PupilId, since: date) -> date | None:
        return stretch_of(self._lessons(pupil, since, None), self.rule, self.holidays)

    def _lessons(self, pupil: PupilId, since: date, told: date | None) -> Sequence[MissedLesson]:
        return [
            one
            for one in self.counted.get(pupil, ())
            if one.day >= since and (told is None or one.day > told)
        ]
