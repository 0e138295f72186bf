"""Persons, accounts and codes in memory: `Directory` and `CodeBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.access.codes import Issued, never_together
from core.access.people import (
    Account,
    Actor,
    Address,
    Channel,
    Child,
    LedClass,
    Member,
    Name,
    Role,
    place_in_list,
    place_in_school,
)
from core.clock import Clock, today
from core.ids import AccountId, ClassId, PersonId, PupilId, SchoolId
from tests.school import records
from tests.school.preferences import MemoryPreferenceBook
from tests.school.teaching import holds
from tests.school.world import World


def name_of(person: records.Person) -> Name:
    return Name(person.given, person.family, person.middle)


def account_of(record: records.Account) -> Account:
    address = Address(Channel(record.channel), record.value)
    return Account(AccountId(record.id), address, record.language, record.reachable)


@dataclass(frozen=True)
class MemoryDirectory:
    world: World
    clock: Clock

    async def recognise(self, address: Address, *, language: str) -> Actor:
        known = next(
            self.world.all(
                records.Account,
                lambda it: (it.channel, it.value) == (address.channel, address.value),
            ),
            None,
        )
        if known is None:
            known = self.world.add(
                records.Account, channel=address.channel, value=address.value, language=language
            )
        links = self.world.all(
            records.AccountLink, lambda it: it.account_id == known.id and it.ended_at is None
        )
        persons = [self.world.standing(records.Person, link.person_id) for link in links]
        members = tuple(self._member(one) for one in persons if one and one.enabled)
        return Actor(account_of(known), members)

    async def member(self, person: PersonId) -> Member | None:
        known = self.world.standing(records.Person, person)
        return self._member(known) if known and known.enabled else None

    def _member(self, person: records.Person) -> Member:
        school = self.world.get(records.School, person.school_id)
        roles = self.world.all(records.Role, lambda it: it.person_id == person.id)
        own = self.class_of(person.id)
        leads = [group for group, role in self._classes(person.id) if role == "teacher"]
        return Member(
            person=PersonId(person.id),
            school=SchoolId(school.id),
            school_name=school.name,
            zone=school.zone,
            name=name_of(person),
            roles=frozenset(Role(one.role) for one in roles),
            class_title=own.title if own else "",
            children=tuple(self._children(person.id)),
            leads=tuple(LedClass(ClassId(one.id), one.title) for one in leads),
            own_zone=MemoryPreferenceBook(self.world).chosen_by(person.id).zone,
        )

    def _children(self, guardian: int) -> list[Child]:
        links = self.world.all(records.Guardianship, lambda it: it.guardian_id == guardian)
        pupils = [self.world.standing(records.Person, link.pupil_id) for link in links]
        return by_family_name([self.child(one) for one in pupils if one])

    def child(self, person: records.Person) -> Child:
        own = self.class_of(person.id)
        return Child(PupilId(PersonId(person.id)), name_of(person), own.title if own else "")

    def class_of(self, pupil: int) -> records.Group | None:
        return next((one for one, role in self._classes(pupil) if role == "pupil"), None)

    def _classes(self, person: int) -> list[tuple[records.Group, str]]:
        found = []
        for one in self.world.all(records.Enrolment, lambda it: it.person_id == person):
            group = self.world.standing(records.Group, one.group_id)
            school = self.world.get(records.School, one.school_id)
            now = today(self.clock, ZoneInfo(school.zone))
            if group and group.kind == "class" and holds(one, now):
                found.append((group, one.role))
        return found

    async def speak(self, account: AccountId, language: str) -> None:
        self.world.change(self.world.get(records.Account, account), language=language)

    async def set_reachable(self, account: AccountId, *, reachable: bool) -> None:
        self.world.change(self.world.get(records.Account, account), reachable=reachable)

    async def account(self, account: AccountId) -> Account | None:
        found = self.world.get(records.Account, account)
        return account_of(found) if found else None

    async def pupils_of(self, class_id: ClassId) -> list[Child]:
        pupils = {
            person.id: self.child(person)
            for one in self.world.all(
                records.Enrolment, lambda it: it.group_id == class_id and it.role == "pupil"
            )
            if (person := self.world.standing(records.Person, one.person_id))
        }
        return by_family_name([one for one in pupils.values() if one.class_title])

    async def classes_of(self, school: SchoolId) -> list[LedClass]:
        pupils = self.world.all(records.Person, lambda it: it.school_id == school)
        found = {
            LedClass(ClassId(group.id), group.title)
            for pupil in pupils
            for group, role in self._classes(pupil.id)
            if role == "pupil"
        }
        return sorted(found, key=place_in_school)

    async def led(self, school: SchoolId) -> frozenset[ClassId]:
        people = self.world.all(records.Person, lambda it: it.school_id == school and it.enabled)
        linked = {
            one.person_id
            for one in self.world.all(records.AccountLink, lambda it: it.ended_at is None)
        }
        return frozenset(
            ClassId(group.id)
            for one in people
            if one.id in linked
            for group, role in self._classes(one.id)
            if role == "teacher"
        )


def by_family_name(children: list[Child]) -> list[Child]:
    return sorted(children, key=place_in_list)


@dataclass(frozen=True)
class MemoryCodeBook:
    world: World

    async def issue(
        self,
        digest: str,
        person: PersonId,
        *,
        at: datetime,
        expires: datetime,
        by: PersonId | None = None,
    ) -> None:
        for code in list(self.world.all(records.Code, lambda it: it.person_id == person)):
            if code.used_by is None:
                self.world.change(code, void=True)
        school = self.world.get(records.Person, person).school_id
        self.world.add(
            records.Code,
            school_id=school,
            digest=digest,
            person_id=person,
            expires=expires,
            issued_at=at,
            issued_by=by,
        )

    def _code(self, digest: str) -> records.Code | None:
        for code in self.world.all(records.Code, lambda it: it.digest == digest and not it.void):
            person = self.world.standing(records.Person, code.person_id)
            if person and person.enabled:
                return code
        return None

    async def find(self, digest: str) -> Issued | None:
        code = self._code(digest)
        if code is None:
            return None
        roles = self._roles(code.person_id)
        return Issued(code.digest, PersonId(code.person_id), code.expires, code.used_by, roles)

    def _roles(self, person: int) -> frozenset[Role]:
        return frozenset(
            Role(one.role)
            for one in self.world.all(records.Role, lambda it: it.person_id == person)
        )

    def _mixes(self, person: int, account: AccountId) -> bool:
        links = self.world.all(records.AccountLink, lambda it: it.account_id == account)
        others = {one.person_id for one in links if one.ended_at is None} - {person}
        own = self._roles(person)
        return any(never_together(own, self._roles(one)) for one in others)

    async def use(self, digest: str, account: AccountId, *, at: datetime) -> bool:
        code = self._code(digest)
        if code is None or code.used_by is not None or self._mixes(code.person_id, account):
            return False
        self.world.change(code, used_by=account, used_at=at)
        for link in list(
            self.world.all(records.AccountLink, lambda it: it.person_id == code.person_id)
        ):
            if link.ended_at is None:
                self.world.change(link, ended_at=at)
        self.world.add(
            records.AccountLink,
            school_id=code.school_id,
            person_id=code.person_id,
            account_id=account,
            linked_at=at,
        )
        return True

    async def note_wrong_try(self, account: AccountId, *, at: datetime) -> None:
        old = self.world.all(records.WrongTry, lambda it: it.at < at - timedelta(days=1))
        for one in list(old):
            del self.world.tables[records.WrongTry][one.id]
        self.world.add(records.WrongTry, account_id=account, at=at)

    async def wrong_tries(self, account: AccountId | None, *, since: datetime) -> list[datetime]:
        tries: Sequence[records.WrongTry] = list(
            self.world.all(records.WrongTry, lambda it: account in (None, it.account_id))
        )
        return sorted(one.at for one in tries if one.at > since)
