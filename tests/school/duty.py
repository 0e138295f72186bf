"""Duty schedules, in memory: `DutyBook`, `DutyWindows`, `StandIns`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from core.access.people import Role
from core.helpdesk.duty.asking import AskedStandIn, DutyPerson, NewStandIn, StandInState
from core.helpdesk.duty.ports import KeptWindow
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, OneDay, Window
from core.helpdesk.topics import covers, unknown, words
from core.ids import DutyId, PersonId, SchoolId, StandInId
from core.journal.calendar import Holiday
from tests.school import records
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class DifferingDay(Record):
    school_id: int
    key: ShiftKey
    one: OneDay | None


@dataclass(frozen=True, kw_only=True)
class KeptStandIn(Record):
    kept: AskedStandIn
    decided_at: datetime | None


@dataclass(frozen=True)
class MemoryDutyBook:
    world: World

    async def schedule(self, school: SchoolId) -> DutySchedule:
        here = self.world.get(records.School, school)
        differing = self.world.all(DifferingDay, lambda it: it.school_id == school)
        days = [one.one for one in differing if one.one]
        agreed = [
            one
            for one in self.world.all(KeptStandIn, lambda it: it.kept.school == school)
            if one.kept.state is StandInState.AGREED
        ]
        holidays = self.world.all(records.Holiday, lambda it: it.school_id == school)
        return DutySchedule(
            ZoneInfo(here.zone),
            tuple(
                _window(one)
                for one in self.world.all(records.Duty, lambda it: it.school_id == school)
            ),
            tuple(sorted(days, key=lambda it: (it.key.day, it.key.window))),
            tuple(one.kept.of for one in sorted(agreed, key=lambda it: (it.decided_at, it.id))),
            tuple(
                Holiday(one.title, one.begins, one.ends)
                for one in sorted(holidays, key=lambda it: (it.begins, it.id))
            ),
        )

    async def schools_with_windows(self, begin: datetime, end: datetime) -> Sequence[SchoolId]:
        found = []
        for school in self.world.all(records.School):
            shifts = (await self.schedule(SchoolId(school.id))).shifts(begin, end)
            if any(begin <= one.starts_at <= end for one in shifts):
                found.append(SchoolId(school.id))
        return sorted(found)

    async def people(self, school: SchoolId) -> Sequence[DutyPerson]:
        named = {one.person_id for one in self.world.all(records.Duty)}
        named |= {one.kept.of.taker for one in self.world.all(KeptStandIn)}
        found = [
            self._person(one)
            for _, one in sorted(self.world.tables[records.Person].items())
            if one.school_id == school
        ]
        return [one for one in found if one.is_consultant or one.person in named]

    def _person(self, one: records.Person) -> DutyPerson:
        stands = one.gone_at is None and one.enabled
        roles = self.world.all(records.Role, lambda it: it.person_id == one.id)
        links = self.world.all(records.AccountLink, lambda it: it.person_id == one.id)
        return DutyPerson(
            PersonId(one.id),
            name_of(one),
            stands and any(it.role == Role.CONSULTANT for it in roles),
            stands
            and any(
                it.ended_at is None and self.world.get(records.Account, it.account_id).reachable
                for it in links
            ),
        )


@dataclass(frozen=True)
class MemoryDutyWindows:
    world: World

    async def window(self, number: DutyId) -> KeptWindow | None:
        found = self.world.standing(records.Duty, number)
        if found is None:
            return None
        by = None if found.origin_id is None else PersonId(found.origin_id)
        return KeptWindow(SchoolId(found.school_id), _window(found), by, found.changed_at)

    async def add(
        self, school: SchoolId, windows: Sequence[Window], *, by: PersonId, at: datetime
    ) -> Sequence[DutyId]:
        return [
            DutyId(
                self.world.add(
                    records.Duty, school_id=school, origin_id=by, changed_at=at, **_columns(one)
                ).id
            )
            for one in windows
        ]

    async def change(self, window: Window, *, since: datetime, by: PersonId, at: datetime) -> bool:
        return self._write(window.id, since, by, at, **_columns(window))

    async def take_away(
        self, number: DutyId, *, since: datetime, by: PersonId, at: datetime
    ) -> bool:
        return self._write(number, since, by, at, gone_at=at)

    def _write(
        self, number: int, since: datetime, by: PersonId, at: datetime, **values: object
    ) -> bool:
        found = self.world.standing(records.Duty, number)
        if found is None or found.changed_at != since:
            return False
        self.world.change(found, origin_id=by, changed_at=at, **values)
        return True

    async def differ(
        self, school: SchoolId, key: ShiftKey, day: OneDay | None, *, by: PersonId, at: datetime
    ) -> None:
        found = next(self.world.all(DifferingDay, lambda it: it.key == key), None)
        if found is None:
            self.world.add(DifferingDay, school_id=school, key=key, one=day)
        else:
            self.world.change(found, one=day)


@dataclass(frozen=True)
class MemoryStandIns:
    world: World

    async def put(self, new: Sequence[NewStandIn]) -> Sequence[StandInId]:
        turns = {one.of.key for one in new}
        open_ = [one for one in self._kept() if one.kept.state is StandInState.ASKED]
        swaps = {one.kept.pair for one in open_ if one.kept.of.key in turns} - {""}
        for one in open_:
            if one.kept.of.key in turns or one.kept.pair in swaps:
                self._set(one, StandInState.TAKEN_BACK, new[0].at)
        pair = uuid4().hex if len(new) > 1 else ""
        return [StandInId(self._put(one, pair)) for one in new]

    def _put(self, new: NewStandIn, pair: str) -> int:
        kept = AskedStandIn(StandInId(0), new.school, new.of, new.state, new.by, new.at, pair)
        decided = new.at if new.state is StandInState.AGREED else None
        return self.world.add(KeptStandIn, kept=kept, decided_at=decided).id

    async def stand_ins(self, numbers: Sequence[int]) -> Sequence[AskedStandIn]:
        return [_asked(one) for one in self._kept() if one.id in numbers]

    async def waiting_for(self, person: PersonId) -> Sequence[AskedStandIn]:
        waits = StandInState.ASKED
        return [
            _asked(one)
            for one in self._kept()
            if one.kept.of.taker == person and one.kept.by != person and one.kept.state is waits
        ]

    async def of_turn(self, key: ShiftKey) -> Sequence[AskedStandIn]:
        return [_asked(one) for one in self._kept() if one.kept.of.key == key]

    async def swap(self, pair: str) -> Sequence[AskedStandIn]:
        return [_asked(one) for one in self._kept() if one.kept.pair == pair]

    async def move(
        self, number: StandInId, before: StandInState, after: StandInState, *, at: datetime
    ) -> bool:
        found = self.world.get(KeptStandIn, number)
        if found is None or found.kept.state is not before:
            return False
        pair = found.kept.pair
        for one in self._kept():
            of_swap = bool(pair) and one.kept.pair == pair and one.kept.state is before
            if one.id == number or of_swap:
                self._set(one, after, at)
        return True

    def _kept(self) -> list[KeptStandIn]:
        return list(self.world.all(KeptStandIn))

    def _set(self, one: KeptStandIn, state: StandInState, at: datetime | None) -> None:
        self.world.change(one, kept=replace(one.kept, state=state), decided_at=at)


def _asked(one: KeptStandIn) -> AskedStandIn:
    return replace(one.kept, id=StandInId(one.id))


def _columns(window: Window) -> dict[str, object]:
    return {
        "person_id": window.consultant,
        "topics": ",".join((*words(window.covers), *window.unknown)),
        "weekday": window.weekday,
        "starts": window.hours.starts,
        "finishes": window.hours.ends,
        "room": window.room,
        "begins": window.begins,
        "ends": window.ends,
    }


def _window(one: records.Duty) -> Window:
    said = [it for it in one.topics.split(",") if it]
    return Window(
        DutyId(one.id),
        PersonId(one.person_id),
        covers(said),
        one.weekday,
        Hours(one.starts, one.finishes),
        one.room,
        one.begins,
        one.ends,
        unknown(said),
    )
