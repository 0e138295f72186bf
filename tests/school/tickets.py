"""Tickets in memory: the ports of `core.helpdesk.tickets`, calls to duty, and the log."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access.people import Name
from core.helpdesk.duty.calls import Call, Stage, Turn
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.log.chain import Head, LogRow, Recorded
from core.helpdesk.tickets import ticket as rules
from core.helpdesk.tickets.owner import Consultant, Owner, person_of
from core.helpdesk.tickets.ports import Changed, Had
from core.helpdesk.tickets.ticket import (
    Asking,
    Entry,
    EntryKind,
    EntryVersion,
    Standing,
    State,
)
from core.ids import AccountId, CourseId, PersonId, SchoolId, SourceId, TicketEntryId, TicketId
from core.messages.content import Content
from tests.school import records
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    asking: Asking
    standing: Standing
    opened_at: datetime
    revision: int = 1


@dataclass(frozen=True, kw_only=True)
class Owned(Record):
    ticket: TicketId
    owner: Owner
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Said(Record):
    ticket: TicketId
    school: SchoolId
    by: PersonId
    kind: EntryKind
    at: datetime
    versions: tuple[EntryVersion, ...]


@dataclass(frozen=True, kw_only=True)
class Original(Record):
    account: AccountId
    original: str
    entry: TicketEntryId
    part: int


@dataclass(frozen=True, kw_only=True)
class Called(Record):
    school: SchoolId
    turn: Turn
    stage: Stage | None = None
    here_at: datetime | None = None
    called_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Logged(Record):
    school: SchoolId
    row: LogRow


@dataclass(frozen=True, kw_only=True)
class NotedHead(Record):
    school: SchoolId
    head: Head


@dataclass(frozen=True)
class MemoryTickets:
    world: World

    async def open(self, asking: Asking, standing: Standing, *, at: datetime) -> TicketId:
        kept = self.world.add(Kept, asking=asking, standing=standing, opened_at=at)
        self._owned(TicketId(kept.id), standing)
        return TicketId(kept.id)

    def _owned(self, ticket: TicketId, standing: Standing) -> None:
        self.world.add(Owned, ticket=ticket, owner=standing.owner, since=standing.owned_since)

    async def owners(self, ticket: TicketId) -> Sequence[Had]:
        found = sorted(self.world.all(Owned, lambda it: it.ticket == ticket), key=lambda it: it.id)
        return [Had(one.owner, one.since, self._name_of(person_of(one.owner))) for one in found]

    def _name_of(self, person: PersonId | None) -> Name | None:
        return name_of(self.world.get(records.Person, person)) if person else None

    async def change(self, changes: Sequence[Changed], *, at: datetime) -> frozenset[TicketId]:
        done = set()
        for one in changes:
            kept = self.world.get(Kept, one.ticket.id)
            if kept is not None and kept.revision == one.ticket.revision:
                self.world.change(kept, standing=one.standing, revision=kept.revision + 1)
                done.add(one.ticket.id)
                if one.standing.owner != kept.standing.owner:
                    self._owned(one.ticket.id, one.standing)
        return frozenset(done)

    def _ticket(self, kept: Kept) -> rules.Ticket:
        asking, owner = kept.asking, person_of(kept.standing.owner)
        course = self.world.get(records.Group, asking.course)
        return rules.Ticket(
            TicketId(kept.id),
            SourceId(f"ticket-{kept.id}"),
            asking,
            name_of(self.world.get(records.Person, asking.asker)),
            kept.opened_at,
            kept.revision,
            kept.standing,
            name_of(self.world.get(records.Person, owner)) if owner else None,
            name_of(self.world.get(records.Person, asking.about)) if asking.about else None,
            course.title if course else "",
        )

    def _of(self, found: Collection[Kept]) -> list[rules.Ticket]:
        return [self._ticket(one) for one in sorted(found, key=lambda it: (it.opened_at, it.id))]

    async def tickets(self, numbers: Sequence[TicketId]) -> Mapping[TicketId, rules.Ticket]:
        found = self.world.all(Kept, lambda it: it.id in numbers)
        return {TicketId(one.id): self._ticket(one) for one in found}

    async def under_way(self, school: SchoolId) -> Sequence[rules.Ticket]:
        found = self.world.all(Kept, lambda it: it.asking.school == school)
        return self._of([one for one in found if one.standing.is_under_way])

    async def schools_in_need(self) -> Sequence[SchoolId]:
        found = self.world.all(
            Kept, lambda it: it.standing.is_under_way or it.standing.state is State.ANSWERED
        )
        return sorted({one.asking.school for one in found})

    async def in_hand(self, persons: Sequence[PersonId]) -> Sequence[rules.Ticket]:
        found = self.world.all(Kept, lambda it: person_of(it.standing.owner) in persons)
        return self._of([one for one in found if one.standing.state is State.OPEN])

    async def answered_before(self, school: SchoolId, at: datetime) -> Sequence[rules.Ticket]:
        found = self.world.all(Kept, lambda it: it.asking.school == school)
        answered = [one for one in found if one.standing.state is State.ANSWERED]
        return self._of([one for one in answered if one.standing.answered_at <= at])

    async def load(self, school: SchoolId) -> Mapping[PersonId, int]:
        return Counter(
            one.standing.owner.person
            for one in self.world.all(Kept, lambda it: it.asking.school == school)
            if one.standing.state is State.OPEN and isinstance(one.standing.owner, Consultant)
        )

    async def of_asker(self, persons: Sequence[PersonId], *, most: int) -> Sequence[rules.Ticket]:
        found = self.world.all(Kept, lambda it: it.asking.asker in persons)
        latest = sorted(found, key=lambda it: (it.opened_at, it.id), reverse=True)
        ordered = sorted(latest, key=lambda it: it.standing.state is State.CLOSED)
        return [self._ticket(one) for one in ordered][:most]

    async def asked_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        found = self.world.all(Kept, lambda it: it.asking.asker == person)
        return sorted(one.opened_at for one in found if one.opened_at > since)

    async def in_course(self, persons: Sequence[PersonId], course: CourseId) -> bool:
        found = self.world.all(records.Enrolment, lambda it: it.group_id == course)
        return any(one.person_id in persons for one in found)

    async def merged_into(self, tickets: Sequence[TicketId]) -> Sequence[rules.Ticket]:
        found = self.world.all(Kept, lambda it: it.standing.merged_into in tickets)
        return self._of(list(found))

    async def ahead_of(self, owner: Owner, school: SchoolId, ticket: TicketId) -> int:
        this = _place(self.world.get(Kept, ticket))
        found = self.world.all(Kept, lambda it: it.asking.school == school)
        same = [one for one in found if one.standing.owner == owner and one.id != ticket]
        return sum(one.standing.state is State.OPEN and _place(one) < this for one in same)


def _place(kept: Kept) -> tuple[bool, datetime, int]:
    return not kept.standing.urgent, kept.opened_at, kept.id


@dataclass(frozen=True)
class MemoryTicketWords:
    world: World

    async def say(
        self,
        ticket: rules.Ticket,
        kind: EntryKind,
        content: Content,
        *,
        by: PersonId,
        at: datetime,
    ) -> TicketEntryId:
        said = self.world.add(
            Said,
            ticket=ticket.id,
            school=ticket.school,
            by=by,
            kind=kind,
            at=at,
            versions=(EntryVersion(content, at),),
        )
        return TicketEntryId(said.id)

    async def revise(
        self, entry: TicketEntryId, content: Content, *, after: int, at: datetime
    ) -> bool:
        said = self.world.get(Said, entry)
        if len(said.versions) != after:
            return False
        self.world.change(said, versions=(*said.versions, EntryVersion(content, at)))
        return True

    def _entry(self, said: Said) -> Entry:
        return Entry(
            TicketEntryId(said.id),
            said.ticket,
            said.school,
            said.by,
            name_of(self.world.get(records.Person, said.by)),
            said.kind,
            said.at,
            said.versions[-1].content,
            len(said.versions),
        )

    async def entries(self, numbers: Sequence[TicketEntryId]) -> Mapping[TicketEntryId, Entry]:
        found = self.world.all(Said, lambda it: it.id in numbers)
        return {TicketEntryId(one.id): self._entry(one) for one in found}

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, Sequence[Entry]]:
        found = sorted(self.world.all(Said), key=lambda it: (it.at, it.id))
        return {
            number: [self._entry(one) for one in found if one.ticket == number]
            for number in tickets
            if any(one.ticket == number for one in found)
        }

    async def versions(self, entry: TicketEntryId) -> Sequence[EntryVersion]:
        return self.world.get(Said, entry).versions


@dataclass(frozen=True)
class MemoryTicketOriginals:
    world: World

    async def note(
        self,
        account: AccountId,
        originals: Sequence[str],
        entry: TicketEntryId,
        *,
        school: SchoolId,
    ) -> None:
        for part, one in enumerate(originals):
            if one and await self.find(account, one) is None:
                self.world.add(Original, account=account, original=one, entry=entry, part=part)

    async def find(self, account: AccountId, original: str) -> tuple[TicketEntryId, int] | None:
        found = self.world.all(
            Original, lambda it: (it.account, it.original) == (account, original)
        )
        return next(((one.entry, one.part) for one in found), None)


@dataclass(frozen=True)
class MemoryDutyCalls:
    world: World

    async def calls(self, school: SchoolId, days: Collection[ShiftKey]) -> Mapping[Turn, Call]:
        found = self.world.all(Called, lambda it: it.school == school and it.turn.key in days)
        return {one.turn: Call(one.turn, one.stage, one.here_at, one.called_at) for one in found}

    def _called(self, school: SchoolId, turn: Turn) -> Called:
        same = self.world.all(Called, lambda it: (it.school, it.turn) == (school, turn))
        return next(same, None) or self.world.add(Called, school=school, turn=turn)

    async def advance(
        self,
        school: SchoolId,
        calls: Mapping[Turn, Stage],
        *,
        at: datetime,
        gone: Collection[PersonId] = (),
    ) -> frozenset[Turn]:
        done = set()
        for turn, stage in calls.items():
            called = self._called(school, turn)
            silent = called.here_at is None or turn.consultant in gone
            if silent and (called.stage or 0) < stage:
                self.world.change(called, stage=stage, called_at=at)
                done.add(turn)
        return frozenset(done)

    async def say_here(self, school: SchoolId, turn: Turn, *, at: datetime) -> bool:
        called = self._called(school, turn)
        if called.here_at is None:
            self.world.change(called, here_at=at)
        return called.here_at is None


@dataclass(frozen=True)
class MemoryConsultationLog:
    world: World

    def _rows(self, school: SchoolId) -> list[LogRow]:
        found = self.world.all(Logged, lambda it: it.school == school)
        return sorted((one.row for one in found), key=lambda it: it.number)

    async def head(self, school: SchoolId) -> Head:
        rows = self._rows(school)
        heads = [await self.noted(school), *(one.head for one in rows[-1:])]
        return max(heads, key=lambda it: it.number)

    async def append(self, school: SchoolId, rows: Sequence[LogRow]) -> None:
        for one in rows:
            self.world.add(Logged, school=school, row=one)
        for one in rows[-1:]:
            self.world.add(NotedHead, school=school, head=one.head)

    def _heads(self, school: SchoolId) -> list[Head]:
        found = self.world.all(NotedHead, lambda it: it.school == school)
        return sorted((one.head for one in found), key=lambda it: it.number)

    async def noted(self, school: SchoolId) -> Head:
        return next(reversed(self._heads(school)), Head())

    async def first_lost(self, school: SchoolId) -> Head | None:
        held = {one.head for one in self._rows(school)}
        return next((one for one in self._heads(school) if one not in held), None)

    async def after(self, school: SchoolId, number: int, *, most: int) -> Sequence[LogRow]:
        return [one for one in self._rows(school) if one.number > number][:most]

    async def between(
        self, school: SchoolId, since: datetime, until: datetime
    ) -> Sequence[LogRow]:
        return [one for one in self._rows(school) if since <= one.line.at < until]

    async def closed(
        self, school: SchoolId, *, consultant: SourceId | None, most: int
    ) -> Sequence[LogRow]:
        found = [one for one in self._rows(school) if one.line.what is Recorded.CLOSED]
        own = [one for one in found if consultant in (None, one.line.consultant)]
        return own[::-1][:most]

    async def row(self, school: SchoolId, number: int) -> LogRow | None:
        return next((one for one in self._rows(school) if one.number == number), None)

    async def corrections(self, school: SchoolId, numbers: Sequence[int]) -> Sequence[LogRow]:
        return [one for one in self._rows(school) if one.line.corrects in numbers]

    async def names(
        self, school: SchoolId, persons: Sequence[SourceId]
    ) -> Mapping[SourceId, Name]:
        found = self.world.all(
            records.Person, lambda it: it.school_id == school and it.source in persons
        )
        return {SourceId(one.source): name_of(one) for one in found}

    async def sources(self, persons: Sequence[PersonId]) -> Mapping[PersonId, SourceId]:
        found = self.world.all(records.Person, lambda it: it.id in persons)
        return {PersonId(one.id): SourceId(one.source) for one in found}
