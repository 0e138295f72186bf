"""Requests of who lost access, in memory: `LostAccessBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from core.access.lost import LostAccess, Served
from core.access.people import ADMINISTRATION, Role
from core.ids import AccountId, LostAccessId, PersonId, SchoolId, SourceId
from tests.school import records
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Request(Record):
    account: AccountId
    kept: LostAccess


@dataclass(frozen=True)
class MemoryLostAccess:
    world: World

    async def served(self) -> Sequence[Served]:
        return [Served(SchoolId(one.id), one.name) for one in self.world.all(records.School)]

    async def asked_by(self, account: AccountId, since: datetime) -> int:
        asked = self.world.all(Request, lambda it: it.account == account)
        return len([one for one in asked if one.kept.asked_at > since])

    async def asked_at_school(self, school: SchoolId, since: datetime) -> int:
        asked = self.world.all(Request, lambda it: it.kept.school == school)
        return len([one for one in asked if one.kept.asked_at > since])

    async def add(
        self, school: SchoolId, account: AccountId, words: str, *, at: datetime
    ) -> LostAccessId:
        kept = LostAccess(LostAccessId(0), school, SourceId(uuid4().hex), words, at)
        return LostAccessId(self.world.add(Request, account=account, kept=kept).id)

    async def requests(self, numbers: Sequence[int]) -> Sequence[LostAccess]:
        return [_of(one) for one in self.world.all(Request, lambda it: it.id in numbers)]

    async def unanswered(self, school: SchoolId) -> Sequence[LostAccess]:
        asked = self.world.all(Request, lambda it: it.kept.school == school)
        return [_of(one) for one in asked if one.kept.answered_at is None]

    async def schools_unanswered(self) -> Sequence[SchoolId]:
        asked = self.world.all(Request, lambda it: it.kept.answered_at is None)
        return sorted({one.kept.school for one in asked})

    async def answer(self, number: LostAccessId, *, by: PersonId, at: datetime) -> bool:
        found = self.world.get(Request, number)
        if found is None or found.kept.answered_at is not None:
            return False
        self.world.change(found, kept=replace(found.kept, answered_at=at))
        return True

    async def administrators(self, school: SchoolId) -> Sequence[PersonId]:
        roles = self.world.all(records.Role, lambda it: it.role == Role.ADMINISTRATOR)
        linked = {
            one.person_id for one in self.world.all(records.AccountLink) if one.ended_at is None
        }
        return sorted(
            {
                PersonId(one.person_id)
                for one in roles
                if one.person_id in linked and one.school_id == school
                if self._stands(one.person_id)
            }
        )

    def _stands(self, person: int) -> bool:
        found = self.world.standing(records.Person, person)
        return found is not None and found.enabled

    async def out_of_reach(self, school: SchoolId) -> Sequence[PersonId]:
        reached = self._reached()
        return [one for one in await self.administrators(school) if one not in reached]

    async def in_reach(self, school: SchoolId) -> Mapping[PersonId, frozenset[Role]]:
        reached, found = self._reached(), defaultdict[PersonId, set[Role]](set)
        for one in self.world.all(records.Role, lambda it: it.school_id == school):
            is_reached = one.person_id in reached and self._stands(one.person_id)
            if one.role in ADMINISTRATION and is_reached:
                found[PersonId(one.person_id)].add(one.role)
        return {person: frozenset(roles) for person, roles in found.items()}

    def _reached(self) -> set[int]:
        links = [one for one in self.world.all(records.AccountLink) if one.ended_at is None]
        return {
            one.person_id
            for one in links
            if self.world.get(records.Account, one.account_id).reachable
        }


def _of(one: Request) -> LostAccess:
    return replace(one.kept, id=LostAccessId(one.id))
