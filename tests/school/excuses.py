"""What families say of absences, and searches, in memory: `ExcuseBook` and `SearchBook`."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.diary.excuses.ports import Missed, Seen
from core.diary.excuses.rules import (
    OPEN,
    Claim,
    Decision,
    Excuse,
    ExcuseState,
    Search,
    alarms,
    excuse_for,
    excused,
    proof_of,
)
from core.ids import AbsenceId, ExcuseId, LessonId, PersonId, PupilId, SchoolId, SearchId
from core.journal.records import ProvedReason
from core.journal.values import AbsenceCode, ReasonState
from tests.school import records
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    claim: Claim
    school: SchoolId
    guardian: PersonId
    claimed_at: datetime
    state: ExcuseState = ExcuseState.WAITING
    verdict: str = ""
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class KeptSearch(Record):
    school: SchoolId
    search: Search
    found_by: PersonId | None = None


def excuses_in(world: World) -> list[Excuse]:
    return [
        Excuse(
            ExcuseId(one.id),
            one.school,
            one.guardian,
            one.claim,
            one.state,
            one.claimed_at,
            one.verdict,
            one.document,
        )
        for one in world.all(Kept)
    ]


def as_shown(
    world: World, absence: records.Absence, lesson: records.Lesson
) -> tuple[AbsenceCode, ReasonState]:
    excuse = excuse_for(excuses_in(world), absence.pupil_id, lesson.day, lesson.number)
    return excused(AbsenceCode(absence.code), ReasonState(absence.reason), excuse)


def alarms_as_shown(
    world: World, absence: records.Absence, lesson: records.Lesson, hearer: PersonId
) -> bool:
    excuse = excuse_for(excuses_in(world), absence.pupil_id, lesson.day, lesson.number)
    return alarms(AbsenceCode(absence.code), ReasonState(absence.reason), excuse, hearer)


@dataclass(frozen=True)
class MemoryExcuseBook:
    world: World

    async def in_turn(self, pupil: PupilId) -> None:
        """Turns in memory wait for each other anyway."""

    async def add(
        self, claim: Claim, *, school: SchoolId, guardian: PersonId, at: datetime
    ) -> Excuse:
        kept = self.world.add(Kept, claim=claim, school=school, guardian=guardian, claimed_at=at)
        return next(one for one in excuses_in(self.world) if one.id == kept.id)

    async def excuse(self, excuse: ExcuseId) -> Excuse | None:
        return next((one for one in excuses_in(self.world) if one.id == excuse), None)

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Excuse]:
        return [
            one
            for one in excuses_in(self.world)
            if one.claim.pupil in pupils and any(first <= day <= last for day in one.claim.days)
        ]

    async def proved(self, pupil: PupilId, day: date, number: int) -> ProvedReason | None:
        return proof_of(excuses_in(self.world), pupil, day, number)

    async def open_of(self, pupils: Sequence[PupilId]) -> Sequence[Excuse]:
        found = [
            one
            for one in excuses_in(self.world)
            if one.claim.pupil in pupils and one.state in OPEN
        ]
        return sorted(found, key=lambda one: (one.claim.days[0], one.id))

    async def decide(
        self, excuse: ExcuseId, decision: Decision, *, by: PersonId, at: datetime
    ) -> bool:
        kept = self.world.get(Kept, excuse)
        if kept is None or kept.state not in decision.among:
            return False
        if decision.since is not None:
            kept = self._parted(kept, decision.since)
        state = decision.state
        place = "document" if state is ExcuseState.CONFIRMED else "verdict"
        self.world.change(kept, state=state, **{place: decision.word})
        return True

    def _parted(self, kept: Kept, since: date) -> Kept:
        days, former = kept.claim.days, vars(kept).copy()
        earlier = replace(kept.claim, days=tuple(one for one in days if one < since))
        del former["id"]
        self.world.add(Kept, **former | {"claim": earlier})
        later = tuple(one for one in days if one >= since)
        return self.world.change(kept, claim=replace(kept.claim, days=later))

    async def missed(self, pupil: PupilId, first: date, last: date) -> Sequence[Missed]:
        found = [
            Missed(
                AbsenceId(one.id),
                LessonId(lesson.id),
                lesson.day,
                lesson.number,
                AbsenceCode(one.code),
                ReasonState(one.reason),
            )
            for one in self.world.all(records.Absence, lambda it: it.pupil_id == pupil)
            if (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and first <= lesson.day <= last
        ]
        return sorted(found, key=lambda it: (it.day, it.number, it.absence))

    async def missed_under(
        self, excuses: Sequence[ExcuseId], day: date
    ) -> Sequence[tuple[PupilId, Missed]]:
        asked = [one for one in excuses_in(self.world) if one.id in excuses]
        pupils = dict.fromkeys(one.claim.pupil for one in asked)
        missed = [(pupil, it) for pupil in pupils for it in await self.missed(pupil, day, day)]
        return [
            (pupil, it)
            for pupil, it in sorted(missed, key=lambda found: found[1].number)
            if any(one.claim.pupil == pupil and one.covers(day, it.number) for one in asked)
        ]


@dataclass(frozen=True)
class MemorySearchBook:
    world: World

    async def search(self, pupil: PupilId, day: date) -> Search | None:
        kept = self._of(pupil, day)
        return kept.search if kept else None

    async def begin_search(
        self, pupil: PupilId, day: date, *, school: SchoolId, by: PersonId, at: datetime
    ) -> Search:
        begun = Search(SearchId(0), pupil, day, by)
        known = self._of(pupil, day)
        kept = known or self.world.add(KeptSearch, school=school, search=begun)
        again = replace(begun, id=SearchId(kept.id))
        return self.world.change(kept, search=again, found_by=None).search

    async def end_searches(
        self, searches: Sequence[SearchId], *, by: PersonId | None, at: datetime
    ) -> AbstractSet[SearchId]:
        on = self.world.all(
            KeptSearch, lambda it: it.search.id in searches and not it.search.found
        )
        ended = list(on)
        for kept in ended:
            self.world.change(kept, search=replace(kept.search, found=True), found_by=by)
        return {kept.search.id for kept in ended}

    async def seen(self, absences: Sequence[AbsenceId]) -> Sequence[Seen]:
        known = [self.world.get(records.Absence, one) for one in absences]
        return [
            Seen(AbsenceId(one.id), kept.search, lesson.number, self._missed(one.pupil_id, lesson))
            for one in known
            if one
            and (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and (kept := self._of(one.pupil_id, lesson.day))
            and not kept.search.found
        ]

    def _missed(self, pupil: int, seen: records.Lesson) -> tuple[int, ...]:
        missed = self.world.all(
            records.Absence, lambda it: it.pupil_id == pupil and it.code != AbsenceCode.LATE
        )
        lessons = [self.world.standing(records.Lesson, one.lesson_id) for one in missed]
        return tuple(sorted(one.number for one in lessons if one and one.day == seen.day))

    def _of(self, pupil: int, day: date) -> KeptSearch | None:
        kept = self.world.all(
            KeptSearch, lambda it: (it.search.pupil, it.search.day) == (pupil, day)
        )
        return next(iter(kept), None)
