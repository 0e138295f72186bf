"""A help desk in memory: a school of the tests, its people, and all that is done with tickets."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cached_property
from typing import Any

from core.access.people import Account, Actor, Address, Channel, Child, Member, Name, Role
from core.breaches.said import Voided
from core.breaches.voided_tickets import VoidTickets
from core.facts import Fact
from core.helpdesk.facts import DutyFact, TicketFact
from core.helpdesk.log.correcting import CorrectLog, ReadLog
from core.helpdesk.tickets.answering import AnswerTicket, AskBack, ClaimTicket, NoteOnTicket
from core.helpdesk.tickets.asking import Asked, AskHelp, Question
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.closing import (
    CancelTicket,
    CloseTicket,
    ConfirmTicket,
    EndTicket,
    RateTicket,
)
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.handing import FinishBy, HandOverTicket, ReadHeirs, SnoozeTicket
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.looking_after import CallConsultants, LookAfterTickets
from core.helpdesk.tickets.merging import MergeTickets
from core.helpdesk.tickets.reading import ReadCounter, ReadEntry, ReadOwnTickets, ReadTicket
from core.helpdesk.tickets.reopening import ReopenTicket
from core.helpdesk.tickets.rerouting import ChangeTopic, MakeUrgent
from core.helpdesk.tickets.restoring import RestoreTickets
from core.helpdesk.tickets.saying import AddWords, EditWords
from core.helpdesk.tickets.saying_here import SayHere
from core.helpdesk.tickets.still_asking import StillAsking
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.topics import Topic
from core.helpdesk.vendor.following import FollowPacket
from core.helpdesk.vendor.making import FillPacket, OpenPacket, SendPacket
from core.helpdesk.vendor.of_ticket import PacketForTicket
from core.helpdesk.vendor.packet import Detail, Packet, PacketState, Piece, Way
from core.helpdesk.vendor.waiting import WaitForVendor
from core.ids import AccountId, DutyId, PersonId, TicketId
from core.messages.content import Content, RichText
from core.messages.threads.gate import Surroundings
from tests.school import records
from tests.school.records import Record
from tests.school.school import School, Turn
from tests.school.seed import Seed
from tests.school.stores import StoppedClock
from tests.school.world import World

MONDAY = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""Monday, 9:00 in Moscow."""


@dataclass(frozen=True, kw_only=True)
class Told(Record):
    fact: Fact


@dataclass(frozen=True)
class Heard:
    """Keeps facts in the world, so that those of a turn that is rolled back are forgotten."""

    world: World

    async def record(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            self.world.add(Told, fact=fact)


class Doing:
    """All that can be done in one turn."""

    def __init__(self, tx: Turn, world: World, clock: StoppedClock) -> None:
        self.tx = tx
        self.books = Books(
            tx.tickets,
            tx.ticket_words,
            tx.ticket_originals,
            tx.duty,
            tx.lost_access,
            tx.consultations,
            tx.regulations,
            StillAsking(Surroundings(tx.ties, tx.circles)),
            Heard(world),
            clock,
        )
        self.open = OpenTicket(self.books)
        self.ask = AskHelp(self.books, tx.diary)
        self.close = CloseTicket(self.open)

    def __getattr__(self, name: str) -> Any:
        on_open = {
            "claim": ClaimTicket,
            "answer": AnswerTicket,
            "ask_back": AskBack,
            "note": NoteOnTicket,
            "add_words": AddWords,
            "edit_words": EditWords,
            "change_topic": ChangeTopic,
            "make_urgent": MakeUrgent,
            "hand_over": HandOverTicket,
            "read_heirs": ReadHeirs,
            "finish_by": FinishBy,
            "snooze": SnoozeTicket,
            "merge": MergeTickets,
            "reopen": ReopenTicket,
            "rate": RateTicket,
            "read": ReadTicket,
            "read_entry": ReadEntry,
            "read_own": ReadOwnTickets,
            "read_counter": ReadCounter,
        }
        on_close = {"confirm": ConfirmTicket, "cancel": CancelTicket, "end": EndTicket}
        return on_open[name](self.open) if name in on_open else on_close[name](self.close)

    @cached_property
    def waiting(self) -> WaitForVendor:
        return WaitForVendor(self.books, self.tx.packets)

    @cached_property
    def open_packet(self) -> OpenPacket:
        return OpenPacket(self.tx.packets, self.tx.tickets)

    @cached_property
    def packet_for(self) -> PacketForTicket:
        return PacketForTicket(self.open, self.tx.packets)

    @cached_property
    def fill_packet(self) -> FillPacket:
        return FillPacket(self.open_packet, self.books.clock)

    @cached_property
    def send_packet(self) -> SendPacket:
        return SendPacket(self.open_packet, self.waiting, self.books.clock, sends_letters=True)

    @cached_property
    def follow_packet(self) -> FollowPacket:
        return FollowPacket(self.open_packet, self.waiting, self.books.clock)

    async def to_vendor(self, actor: Actor, number: TicketId) -> Packet:
        """Send a whole packet for a ticket."""
        draft = await self.packet_for(actor, number)
        school, now = draft.school, self.books.now()
        for what in (Detail.ORGANISATION, Detail.DOMAIN):
            await self.tx.packets.set_detail(school, what, "1", by=draft.by, at=now)
        for piece in (Piece.LOGIN, Piece.IDENTIFIER, Piece.HAPPENED, Piece.MOMENT, Piece.TRIED):
            await self.fill_packet(actor, draft.id, piece, "слово")
        await self.fill_packet.unpictured(actor, draft.id)
        return await self.send_packet(actor, draft.id, Way.TEXT)

    async def vendor_answers(self, actor: Actor, number: TicketId) -> Packet | None:
        """Note that the vendor answered the packets of a ticket."""
        for one in await self.tx.packets.of_tickets([number]):
            return await self.follow_packet.stands(actor, one.id, PacketState.ANSWERED)
        return None

    def shut(self, account: AccountId) -> None:
        """Let no message reach an account any more, until somebody comes in anew."""
        world = self.tx.breaches.world
        world.change(world.get(records.Account, account), reachable=False)

    async def void(self, person: PersonId, since: datetime) -> list[Voided]:
        """Take back all that a person, whose account was in strange hands, did with tickets."""
        book, now = self.tx.breaches, self.books.now()
        of = await book.suspect(person)
        assert of is not None
        answered = await book.tickets_answered_by(person, since)
        said = await book.unsay(person, since, by=person, at=now)
        tickets = VoidTickets(book, RestoreTickets(self.books))
        return [*said, *await tickets(of, since, said, answered)]

    @cached_property
    def correct(self) -> CorrectLog:
        return CorrectLog(ReadLog(self.tx.consultations), self.books.clock)

    @cached_property
    def read_log(self) -> ReadLog:
        return ReadLog(self.tx.consultations)

    @cached_property
    def say_here(self) -> SayHere:
        return SayHere(self.books, self.tx.duty_calls)

    @cached_property
    def look_after(self) -> LookAfterTickets:
        books = self.books
        return LookAfterTickets(
            books.tickets,
            books.schedules,
            books.administrators,
            books.regulations,
            books.still_asking,
            KeepLog(books.log, books.words),
            books.facts,
            books.clock,
        )

    @cached_property
    def call_consultants(self) -> CallConsultants:
        books = self.books
        return CallConsultants(
            self.tx.duty_calls,
            books.schedules,
            books.administrators,
            books.regulations,
            books.facts,
            books.clock,
        )


@dataclass
class HelpDeskOfTests:
    """A mother with a child, two consultants, an administrator; windows are added as needed."""

    clock: StoppedClock = field(default_factory=lambda: StoppedClock(MONDAY))
    seed: Seed = field(default_factory=Seed)

    def __post_init__(self) -> None:
        self.school = School(self.clock)
        self.members: dict[PersonId, Member] = {}
        self.accounts: dict[PersonId, AccountId] = {}
        self.pupil = self.seed.a_pupil("Яна")
        self.mother = self._person("Ева", Role.GUARDIAN, Child(self.pupil, Name("Яна", "Орлова")))
        self.nina, self.olga = (self._person(it, Role.CONSULTANT) for it in ("Нина", "Ольга"))
        self.boss = self._person("Роза", Role.ADMINISTRATOR)
        self.seed.a_guardianship(self.pupil, self.mother)

    def _person(self, given: str, role: Role, *children: Child) -> PersonId:
        person = self.seed.a_person(given, source=given)
        self.seed.a_role(person, role)
        self.accounts[person] = self.seed.an_account(person)
        self.members[person] = Member(
            person,
            self.seed.school,
            "Школа",
            "Europe/Moscow",
            Name(given, "Орлова"),
            frozenset({role}),
            children=children,
        )
        return person

    def another(self, given: str, role: Role = Role.GUARDIAN) -> PersonId:
        return self._person(given, role)

    def window(self, person: PersonId, said: str, *, weekday: int = 1, **values: Any) -> DutyId:
        starts, ends = (time.fromisoformat(one) for one in said.split("-"))
        return self.seed.a_duty(person, weekday=weekday, starts=starts, finishes=ends, **values)

    def actor(self, person: PersonId) -> Actor:
        account = Account(self.accounts[person], Address(Channel.TELEGRAM, str(person)))
        return Actor(account, (self.members[person],))

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Doing]:
        await self.seed.plant(self.school)
        async with self.school.transaction() as tx:
            yield Doing(tx, self.school.world, self.clock)

    async def tick(self) -> int:
        async with self.turn() as do:
            await do.call_consultants(self.seed.school)
        async with self.turn() as do:
            return await do.look_after(self.seed.school)

    async def ticks(self, until: str, days: int = 0) -> None:
        """Let time go on to an hour of Moscow, with a tick every 20 seconds."""
        end = self.at(until, days)
        while self.clock.at < end:
            self.clock.at = min(self.clock.at + timedelta(seconds=20), end)
            await self.tick()

    def at(self, said: str, days: int = 0) -> datetime:
        hour = time.fromisoformat(said)
        moment = timedelta(hours=hour.hour - 9, minutes=hour.minute, seconds=hour.second)
        return MONDAY + moment + timedelta(days=days)

    async def asks(
        self, topic: Topic = Topic.DIARY, by: PersonId | None = None, **told: Any
    ) -> Asked:
        question = Question(self.seed.school, topic, **told)
        async with self.turn() as do:
            return await do.ask(self.actor(by or self.mother), question, words("Не вижу оценок"))

    async def does(self, what: str, person: PersonId, *told: Any) -> Any:
        async with self.turn() as do:
            return await getattr(do, what)(self.actor(person), *told)

    async def stolen(self, person: PersonId, since: datetime) -> list[str]:
        """Shut an account out, and void what was done under it; return what is void."""
        await self.blocked(person)
        async with self.turn() as do:
            return [one.what.value for one in await do.void(person, since)]

    async def now(self, number: TicketId) -> Ticket:
        async with self.turn() as do:
            return (await do.tx.tickets.tickets([number]))[number]

    def told(self, *kinds: type[Fact]) -> list[Any]:
        facts = [one.fact for one in self.school.world.all(Told)]
        return [one for one in facts if isinstance(one, kinds or (TicketFact, DutyFact))]

    def heard(self, person: PersonId) -> list[str]:
        return [type(one).__name__ for one in self.told() if person in one.to]

    async def blocked(self, person: PersonId, *, reachable: bool = False) -> None:
        world = self.school.world
        await self.seed.plant(self.school)
        account = world.get(records.Account, self.accounts[person])
        world.change(account, reachable=reachable)


def words(said: str) -> Content:
    return Content(RichText(said))
