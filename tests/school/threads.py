"""Threads in memory: the ports of `core.messages.threads` and of what the ledger knows of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.access.people import STAFF, Child
from core.clock import Clock, today
from core.ids import AccountId, MessageId, PersonId, PupilId, SchoolId, ThreadId
from core.journal.calendar import Holiday, SchoolDays
from core.messages.content import Content
from core.messages.threads import thread as rules
from core.messages.threads.rules import Party, Teaching, office_of
from core.messages.threads.thread import Sides, Version
from core.notices.ledger import Ending, NoticeKind, Why
from core.notices.messages.ports import Lost
from core.regulation.forms import QuietHours
from tests.school import records
from tests.school.mailboxes import MemoryMailboxes
from tests.school.outbox import Row
from tests.school.people import MemoryDirectory, name_of
from tests.school.records import Record
from tests.school.teaching import holds, subject_of
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    school: int
    sides: Sides
    waits: bool = False
    last_at: datetime


@dataclass(frozen=True, kw_only=True)
class Said(Record):
    thread: int
    by: PersonId
    at: datetime
    versions: tuple[Version, ...]
    urgent: bool = False
    handed_to: int | None = None


@dataclass(frozen=True)
class MemoryThreads:
    world: World

    async def begin(
        self, school: SchoolId, sides: Sides, *, by: PersonId, at: datetime
    ) -> rules.Thread:
        found = await self.between(sides)
        if found is None and not sides.of_family:
            found = await self.between(sides.turned)
        return found or self._thread(self.world.add(Kept, school=school, sides=sides, last_at=at))

    def _thread(self, kept: Kept) -> rules.Thread:
        school = self.world.get(records.School, kept.school)
        sides = kept.sides
        partner, keeper, child = (
            self.world.get(records.Person, one)
            for one in (sides.partner, sides.keeper, sides.about)
        )
        return rules.Thread(
            ThreadId(kept.id),
            SchoolId(school.id),
            school.zone,
            sides,
            name_of(partner),
            name_of(keeper),
            name_of(child) if child else None,
            kept.waits,
            kept.last_at,
        )

    async def between(self, sides: Sides) -> rules.Thread | None:
        found = self.world.all(Kept, lambda it: it.sides == sides)
        return next((self._thread(one) for one in found), None)

    async def threads(self, numbers: Sequence[ThreadId]) -> Mapping[ThreadId, rules.Thread]:
        found = self.world.all(Kept, lambda it: it.id in numbers)
        return {ThreadId(one.id): self._thread(one) for one in found}

    async def of(self, persons: Sequence[PersonId], *, most: int) -> Sequence[rules.Thread]:
        found = [one for one in self.world.all(Kept) if set(one.sides.persons) & set(persons)]
        ordered = sorted(found, key=lambda it: (it.waits, it.last_at, it.id), reverse=True)
        return [self._thread(one) for one in ordered][:most]

    async def waiting(self, keepers: Sequence[PersonId]) -> int:
        return sum(one.waits and one.sides.keeper in keepers for one in self.world.all(Kept))

    async def say(
        self,
        thread: rules.Thread,
        content: Content,
        *,
        by: PersonId,
        at: datetime,
        waits: bool,
        urgent: bool = False,
    ) -> MessageId | None:
        kept = self.world.get(Kept, thread.id)
        if kept.sides.keeper != thread.sides.keeper:
            return None
        self.world.change(kept, waits=waits, last_at=at)
        return self._entry(thread, content, by=by, at=at, urgent=urgent)

    def _entry(self, thread: rules.Thread, content: Content, **told: object) -> MessageId:
        versions = (Version(content, told["at"]),)
        return MessageId(self.world.add(Said, thread=thread.id, versions=versions, **told).id)

    async def hand_over(
        self, thread: rules.Thread, to: PersonId, *, by: PersonId, at: datetime
    ) -> MessageId | None:
        kept = self.world.get(Kept, thread.id)
        if kept.sides.keeper != thread.sides.keeper:
            return None
        sides = Sides(
            kept.sides.partner, to, kept.sides.about, kept.sides.topic, kept.sides.of_family
        )
        self.world.change(kept, sides=sides, last_at=at)
        return self._entry(thread, Content(), by=by, at=at, handed_to=to)

    async def settle(self, thread: ThreadId, last: rules.Message) -> bool:
        kept = self.world.get(Kept, thread)
        said = self.world.all(Said, lambda it: it.thread == thread)
        if kept.last_at > last.at or any(one.id > last.id for one in said):
            return False
        self.world.change(kept, waits=False)
        return kept.waits

    async def revise(
        self, message: MessageId, content: Content, *, after: int, at: datetime
    ) -> bool:
        said = self.world.get(Said, message)
        if len(said.versions) != after:
            return False
        self.world.change(said, versions=(*said.versions, Version(content, at)))
        return True

    async def messages(self, numbers: Sequence[MessageId]) -> Mapping[MessageId, rules.Message]:
        found = self.world.all(Said, lambda it: it.id in numbers)
        return {MessageId(one.id): self._message(one) for one in found}

    def _message(self, said: Said) -> rules.Message:
        heir = self.world.get(records.Person, said.handed_to)
        return rules.Message(
            MessageId(said.id),
            ThreadId(said.thread),
            SchoolId(self.world.get(Kept, said.thread).school),
            said.by,
            name_of(self.world.get(records.Person, said.by)),
            said.at,
            said.versions[-1].content,
            len(said.versions),
            said.urgent,
            name_of(heir) if heir else None,
        )

    async def length(self, thread: ThreadId) -> int:
        return len(list(self.world.all(Said, lambda it: it.thread == thread)))

    async def log(self, thread: ThreadId, *, skip: int, most: int) -> Sequence[rules.Message]:
        found = self.world.all(Said, lambda it: it.thread == thread)
        ordered = sorted(found, key=lambda it: (it.at, it.id), reverse=True)
        return [self._message(one) for one in ordered[skip : skip + most]]

    async def versions(self, message: MessageId) -> Sequence[Version]:
        return self.world.get(Said, message).versions

    async def written_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        found = self.world.all(Said, lambda it: it.by == person and it.handed_to is None)
        return sorted(one.at for one in found if one.at > since)


@dataclass(frozen=True)
class MemoryTies:
    world: World
    clock: Clock

    async def parties(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Party]:
        found = {}
        for number in persons:
            person = self.world.standing(records.Person, number)
            if person is None or not person.enabled:
                continue
            roles = {one.role for one in self.world.all(records.Role) if one.person_id == number}
            found[number] = Party(
                number,
                SchoolId(person.school_id),
                name_of(person),
                office=office_of(roles),
                is_staff=not roles.isdisjoint(STAFF),
                is_here=self._is_here(number),
            )
        return found

    def _is_here(self, person: PersonId) -> bool:
        links = self.world.all(
            records.AccountLink, lambda it: it.person_id == person and it.ended_at is None
        )
        link = next(links, None)
        if link is None:
            return False
        return any(way.reachable for way in MemoryMailboxes(self.world)._ways(person))

    async def children(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Child]:
        directory = MemoryDirectory(self.world, self.clock)
        found = {one: self.world.standing(records.Person, one) for one in pupils}
        return {one: directory.child(person) for one, person in found.items() if person}

    async def teachers(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Teaching]]:
        found = {one: self._teachers(one) for one in pupils}
        return {one: some for one, some in found.items() if some}

    def _teachers(self, pupil: PupilId) -> list[Teaching]:
        learning = self.world.all(
            records.Enrolment, lambda it: (it.person_id, it.role) == (pupil, "pupil")
        )
        groups = [
            group
            for one in learning
            if holds(one, self._today(one.school_id))
            and (group := self.world.standing(records.Group, one.group_id))
        ]
        rows = [
            (self._topic(group), not one.is_primary, one.id, group.id, person)
            for group in groups
            for one in self.world.all(records.Enrolment, lambda it: it.role == "teacher")
            if one.group_id == group.id and holds(one, self._today(one.school_id))
            if (person := self.world.standing(records.Person, one.person_id)) and person.enabled
        ]
        return [
            Teaching(PersonId(person.id), name_of(person), group, topic)
            for topic, _, _, group, person in sorted(rows, key=lambda it: it[:3])
        ]

    def _topic(self, group: records.Group) -> str:
        return "" if group.kind == "class" else subject_of(self.world, group.id).title

    def _today(self, school: int) -> date:
        return today(self.clock, ZoneInfo(self.world.get(records.School, school).zone))


@dataclass(frozen=True, kw_only=True)
class KeptHours(Record):
    person: int
    hours: QuietHours


@dataclass(frozen=True)
class MemoryAnswerHours:
    world: World

    def _of(self, person: PersonId) -> KeptHours | None:
        return next(self.world.all(KeptHours, lambda it: it.person == person), None)

    async def of(self, person: PersonId) -> QuietHours | None:
        found = self._of(person)
        return found.hours if found else None

    async def keep(
        self, school: SchoolId, person: PersonId, hours: QuietHours | None, *, at: datetime
    ) -> None:
        found = self._of(person)
        if found is not None:
            self.world.change(found, gone_at=at)
        if hours is not None:
            self.world.add(KeptHours, person=person, hours=hours)

    async def days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        off = self.world.all(
            records.Holiday,
            lambda it: it.school_id == school and it.begins <= last and it.ends >= first,
        )
        slots = self.world.all(records.Timetable, lambda it: it.school_id == school)
        return SchoolDays(
            [Holiday(one.title, one.begins, one.ends) for one in off],
            frozenset(
                one.weekday
                for one in slots
                if (one.begins or first) <= last and (one.ends or last) >= first
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Original(Record):
    account: int
    original: str
    message: MessageId
    part: int


@dataclass(frozen=True)
class MemoryOriginals:
    world: World

    async def note(
        self, account: AccountId, originals: Sequence[str], message: MessageId, *, school: SchoolId
    ) -> None:
        for part, one in enumerate(originals):
            if one and await self.find(account, one) is None:
                self.world.add(Original, account=account, original=one, message=message, part=part)

    async def find(self, account: AccountId, original: str) -> tuple[MessageId, int] | None:
        found = self.world.all(
            Original, lambda it: (it.account, it.original) == (account, original)
        )
        return next(((one.message, one.part) for one in found), None)


@dataclass(frozen=True)
class MemoryMessageLedger:
    world: World

    def _rows(self, kind: NoticeKind) -> list[Row]:
        return [one for one in self.world.all(Row) if one.draft.kind is kind]

    async def delivered_as(self, persons: Sequence[PersonId], message_id: str) -> MessageId | None:
        found = [
            MessageId(one.draft.subject)
            for one in self._rows(NoticeKind.MESSAGE)
            if one.draft.recipient in persons and one.message_id == message_id != ""
        ]
        return found[-1] if found else None

    async def schools_untold(self) -> Sequence[SchoolId]:
        schools = sorted({one.draft.school for one in self._rows(NoticeKind.MESSAGE)})
        return [one for one in schools if await self.untold(one)]

    async def untold(self, school: SchoolId) -> Sequence[Lost]:
        told = self._rows(NoticeKind.MESSAGE_LOST)
        return [
            Lost(school, MessageId(one.draft.subject), self._by(one), one.draft.recipient)
            for one in self._rows(NoticeKind.MESSAGE)
            if one.draft.school == school
            and one.ending in {Ending.REFUSED, Ending.UNKNOWN, Ending.EXPIRED}
            and one.reason != Why.OVERTAKEN
            and not any(
                it.draft.subject == one.draft.subject and it.draft.happened_at >= one.ended_at
                for it in told
            )
        ]

    def _by(self, row: Row) -> PersonId:
        return self.world.get(Said, row.draft.subject).by
