"""The inbox, the schools and what the program keeps of itself, in memory."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.access.people import Name, Role
from core.ids import AccountId, PersonId, SchoolId, SourceId
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery, Profile
from storage.inbox import Update
from storage.profiles import read_profile
from storage.schools import School
from tests.school import records
from tests.school.people import name_of
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Taken(records.Record):
    bot: int
    chat: int | None
    raw: str
    received_at: datetime
    state: str = "waiting"
    answer: str | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Kept(records.Record):
    key: str
    value: str | datetime


class KeptSetting(Kept):
    pass


class KeptPause(Kept):
    pass


class KeptSentFile(Kept):
    pass


@dataclass(frozen=True, kw_only=True)
class KeptDialogue(records.Record):
    state: str
    data: str
    at: datetime


@dataclass(frozen=True)
class MemoryInbox:
    world: World
    bot: int

    async def accept(
        self, updates: Sequence[tuple[int, int | None, str]], at: datetime
    ) -> frozenset[int]:
        new = [one for one in updates if self.world.get(Taken, one[0]) is None]
        for number, chat, raw in new:
            self.world.put(Taken(id=number, bot=self.bot, chat=chat, raw=raw, received_at=at))
        return frozenset(number for number, _, _ in new)

    async def pending(self, most: int) -> Sequence[Update]:
        is_open = self.world.all(Taken, lambda it: it.state in {"waiting", "answered"})
        found = [Update(one.id, one.chat, one.raw, one.state, one.answer) for one in is_open]
        return found[:most]

    async def answered(self, update_id: int, answer: str | None) -> None:
        state = "shown" if answer is None else "answered"
        self._change(update_id, state=state, answer=answer, raw="")

    async def shown(self, update_ids: Sequence[int]) -> None:
        for number in update_ids:
            self._change(number, state="shown", answer=None, raw="")

    async def set_aside(self, update_id: int, reason: str) -> None:
        self._change(update_id, state="aside", answer=None, reason=reason, raw="")

    async def forget(self, before: datetime) -> int:
        done = list(
            self.world.all(
                Taken, lambda it: it.state in {"shown", "aside"} and it.received_at < before
            )
        )
        for one in done:
            del self.world.tables[Taken][one.id]
        return len(done)

    def _change(self, number: int, **values: str | None) -> None:
        self.world.change(self.world.get(Taken, number), **values)


@dataclass(frozen=True)
class MemorySettings:
    world: World

    async def get(self, key: str) -> str | None:
        found = next(self.world.all(KeptSetting, lambda it: it.key == key), None)
        return found.value if found else None

    async def set(self, key: str, value: str) -> None:
        _keep(self.world, KeptSetting, key, value)


@dataclass(frozen=True)
class MemoryDialogues:
    world: World

    async def of(self, account: AccountId) -> tuple[str, str, datetime] | None:
        found = self.world.tables[KeptDialogue].get(account)
        return (found.state, found.data, found.at) if found else None

    async def keep(self, account: AccountId, state: str, data: str, *, at: datetime) -> None:
        kept = KeptDialogue(id=account, state=state, data=data, at=at)
        self.world.tables[KeptDialogue][account] = kept

    async def drop(self, account: AccountId) -> None:
        self.world.tables[KeptDialogue].pop(account, None)


@dataclass(frozen=True)
class MemoryPauses:
    world: World

    async def all(self, *, now: datetime) -> Mapping[str, datetime]:
        return {one.key: one.value for one in self.world.all(KeptPause) if one.value > now}

    async def set(self, scope: str, until: datetime) -> None:
        _keep(self.world, KeptPause, scope, until)

    async def forget(self, *, now: datetime) -> None:
        for one in list(self.world.all(KeptPause, lambda it: it.value <= now)):
            del self.world.tables[KeptPause][one.id]


@dataclass(frozen=True)
class MemorySentFiles:
    world: World

    async def keep(self, school: SchoolId, digest: str, reference: str, *, at: datetime) -> None:
        _keep(self.world, KeptSentFile, f"{school}:{digest}", reference)

    async def reference(self, school: SchoolId, digest: str) -> str | None:
        key = f"{school}:{digest}"
        found = next(self.world.all(KeptSentFile, lambda it: it.key == key), None)
        return found.value if found else None


def _keep(world: World, kind: type[Kept], key: str, value: str | datetime) -> None:
    found = next(world.all(kind, lambda it: it.key == key), None)
    if found:
        world.change(found, value=value)
    else:
        world.add(kind, key=key, value=value)


@dataclass(frozen=True)
class MemorySchools:
    world: World

    async def all(self) -> Sequence[School]:
        return [_school(one) for one in self.world.all(records.School)]

    async def find(self, identifier: str) -> School | None:
        return next((one for one in await self.all() if one.identifier == identifier), None)

    async def create(
        self,
        *,
        identifier: str | None,
        name: str,
        zone: ZoneInfo,
        delivery: Delivery,
        profile: str,
        at: datetime,
    ) -> School:
        made = self.world.add(
            records.School,
            identifier=identifier,
            name=name,
            profile=profile,
            **_settings(zone, delivery),
        )
        return _school(made)

    async def configure(
        self, school: SchoolId, *, zone: ZoneInfo, delivery: Delivery, at: datetime
    ) -> None:
        self.world.change(self.world.get(records.School, school), **_settings(zone, delivery))

    async def decide(
        self, school: SchoolId, profile: str, decided: Mapping[str, object], *, at: datetime
    ) -> Profile:
        rules = read_profile(profile, decided)
        _, before = await self.decided(school)
        kept = json.dumps({setting: rules.written(setting) for setting in decided})
        changed: dict[str, object] = {"profile": profile, "decided": kept}
        if any(setting.startswith("delivery.") for setting in (*before, *decided)):
            changed |= _delivery(rules.delivery)
        self.world.change(self.world.get(records.School, school), **changed)
        return rules

    async def decided(self, school: SchoolId) -> tuple[str, Mapping[str, object]]:
        known = self.world.get(records.School, school)
        return known.profile, json.loads(known.decided)

    async def add_person(
        self, school: SchoolId, name: Name, roles: Sequence[Role], *, at: datetime
    ) -> PersonId:
        made = self.world.add(
            records.Person,
            school_id=school,
            given=name.given,
            family=name.family,
            middle=name.middle,
        )
        for role in roles:
            self.world.add(records.Role, school_id=school, person_id=made.id, role=role.value)
        return PersonId(made.id)

    async def person(self, school: SchoolId, source: SourceId) -> PersonId | None:
        of_school = self.world.all(
            records.Person, lambda it: (it.school_id, it.source) == (school, source)
        )
        return next((PersonId(one.id) for one in of_school), None)

    async def administrator(self, school: SchoolId, name: Name) -> PersonId | None:
        of_role = self.world.all(records.Role, lambda it: it.role == Role.ADMINISTRATOR)
        administrators = {one.person_id for one in of_role}
        named = self.world.all(
            records.Person, lambda it: it.school_id == school and name_of(it) == name
        )
        return next((PersonId(one.id) for one in named if one.id in administrators), None)


def _settings(zone: ZoneInfo, delivery: Delivery) -> dict[str, object]:
    return {"zone": zone.key} | _delivery(delivery)


def _delivery(delivery: Delivery) -> dict[str, object]:
    hours = delivery.quiet_hours or QuietHours()
    return {
        "correction_window": int(delivery.correction_window.total_seconds()),
        "quiet_on": delivery.quiet_hours is not None,
        "quiet_from": hours.begin,
        "quiet_to": hours.end,
        "digest_at": delivery.digest_at,
    }


def _school(one: records.School) -> School:
    hours = QuietHours(one.quiet_from, one.quiet_to) if one.quiet_on else None
    return School(
        SchoolId(one.id),
        one.identifier,
        one.name,
        ZoneInfo(one.zone),
        one.profile,
        Delivery(timedelta(seconds=one.correction_window), hours, digest_at=one.digest_at),
        one.imported_at,
    )
