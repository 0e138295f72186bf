"""Tickets with their words, calls to duty and the log: the same on every store."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.access.people import Account, Actor, Address, Channel, Member, Name, Role
from core.facts import Fact
from core.helpdesk.duty.calls import Call, Stage, Turn
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.log.chain import Head, Line, Recorded, chained, verify
from core.helpdesk.tickets.answering import AnswerTicket
from core.helpdesk.tickets.asking import Asked, AskHelp, Question
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.closing import CloseTicket, ConfirmTicket, EndTicket
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.looking_after import CallConsultants, LookAfterTickets
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner, Queue
from core.helpdesk.tickets.ports import Changed, Had
from core.helpdesk.tickets.still_asking import StillAsking
from core.helpdesk.tickets.ticket import (
    Asking,
    EntryKind,
    EntryVersion,
    FirstWord,
    Rating,
    Standing,
    State,
    Ticket,
)
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import AccountId, DutyId, PersonId, PupilId, SchoolId, SourceId, TicketId
from core.messages.content import Content, RichText, SentFile, Span, Style
from core.messages.threads.gate import Surroundings
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.stores import NOW, StoppedClock

DAY = date(2026, 11, 23)
LATER, SOONER = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
WORDS = Content(
    RichText("Не вижу\nоценок", (Span(Style.BOLD, 0, 2),)), (SentFile(True, "photo", size=7),)
)
OTHER = Content(RichText("Вижу"))


class Desk:
    """An asker with a child in a course, and a consultant with a window."""

    def __init__(self, ground: Ground) -> None:
        seed = ground.seed
        self.ground, self.course = ground, seed.a_course(title="Алгебра")
        self.pupil = PupilId(seed.a_pupil("Яна"))
        seed.enrolled(self.pupil, self.course)
        self.mother = seed.a_guardian(self.pupil, given="Ева")
        self.nina, self.olga = (seed.a_person(one, source=one) for one in ("Нина", "Ольга"))
        self.duty = DutyId(seed.a_duty(self.nina))
        self.account = seed.an_account(self.mother)
        self.shift = ShiftKey(self.duty, DAY)
        self.nina_s = Consultant(self.nina, self.shift)

    @property
    def asking(self) -> Asking:
        return Asking(self.ground.seed.school, self.mother, Role.GUARDIAN)

    async def asked(self, owner: Owner | None = None, **told: object) -> Ticket:
        at = told.pop("at", NOW)
        standing = Standing(Topic.DIARY, owner or self.nina_s, at, **told)
        async with self.ground.turn() as tx:
            number = await tx.tickets.open(self.asking, standing, at=at)
            return (await tx.tickets.tickets([number]))[number]

    async def stands(self, ticket: Ticket, **told: object) -> frozenset[TicketId]:
        async with self.ground.turn() as tx:
            changed = Changed(ticket, replace(ticket.standing, **told))
            return await tx.tickets.change([changed], at=LATER)


@pytest.fixture
async def desk(ground: Ground) -> Desk:
    made = Desk(ground)
    await ground.plant()
    return made


async def test_a_ticket_comes_back_as_it_was_kept(desk: Desk) -> None:
    asking = replace(desk.asking, matter=Matter.PROPOSAL, about=desk.pupil, course=desk.course)
    queue = Queue(desk.shift, desk.nina)
    standing = Standing(
        Topic.DIARY, queue, NOW, State.ASKED_BACK, "завтра суд", LATER, (desk.nina, desk.olga)
    )

    async with desk.ground.turn() as tx:
        number = await tx.tickets.open(asking, standing, at=NOW)
        found = await tx.tickets.tickets([number, TicketId(99)])

    kept = found[number]
    assert list(found) == [number]
    assert (kept.asking, kept.standing, kept.opened_at) == (asking, standing, NOW)
    assert (kept.revision, kept.owner_name, kept.course_title) == (1, None, "Алгебра, 7А")
    assert (kept.asker_name, kept.child) == (Name("Ева", "Орлова"), Name("Яна", "Орлова"))
    assert kept.source


async def test_every_part_of_a_standing_is_kept(desk: Desk) -> None:
    ticket, other = await desk.asked(), await desk.asked(Administrator())
    standing = Standing(
        Topic.REPORTS,
        Administrator(desk.olga),
        SOONER,
        State.CLOSED,
        first_word=FirstWord(SOONER, 4, NOW),
        heard_at=NOW,
        answered_at=LATER,
        asked_at_end=NOW,
        kept_until=LATER,
        snoozed_until=LATER,
        closed_at=LATER,
        closing=Closing.MERGED,
        merged_into=other.id,
        rating=Rating(4, "быстро"),
        asked_back_at=SOONER,
        asked_back_by=desk.nina,
        reminded_at=LATER,
        round_at=NOW,
        pressed_at=LATER,
        closed_by=desk.nina,
        resumed_at=NOW,
    )

    async with desk.ground.turn() as tx:
        done = await tx.tickets.change([Changed(ticket, standing)], at=LATER)
        kept = (await tx.tickets.tickets([ticket.id]))[ticket.id]

    assert done == {ticket.id}
    assert (kept.standing, kept.revision) == (standing, 2)
    assert kept.owner_name == Name("Ольга", "Орлова")


async def test_what_somebody_closed_since_an_instant_is_found_while_it_is_closed(
    desk: Desk,
) -> None:
    tickets = [await desk.asked() for _ in range(5)]
    over = {"state": State.CLOSED, "closing": Closing.SOLVED, "closed_at": NOW}
    nina, olga = {**over, "closed_by": desk.nina}, {**over, "closed_by": desk.olga}
    opened = {**nina, "state": State.OPEN}
    for one, told in zip(tickets, (nina, olga, over, nina, opened), strict=True):
        await desk.stands(one, **told)
    await desk.stands(replace(tickets[3], revision=2), **{**nina, "closed_at": SOONER})

    async with desk.ground.turn() as tx:
        found = await tx.breaches.tickets_closed_by(desk.nina, NOW)

    assert list(found) == [tickets[0].id]


async def test_what_somebody_said_to_askers_since_an_instant_is_found(desk: Desk) -> None:
    first, second, noted = [await desk.asked() for _ in range(3)]
    said = Content(RichText("Так"))

    async with desk.ground.turn() as tx:
        for ticket, kind, by, at in (
            (first, EntryKind.ANSWER, desk.nina, NOW),
            (first, EntryKind.ASK_BACK, desk.nina, LATER),
            (second, EntryKind.ANSWER, desk.nina, SOONER),
            (second, EntryKind.ANSWER, desk.olga, NOW),
            (noted, EntryKind.NOTE, desk.nina, NOW),
        ):
            await tx.ticket_words.say(ticket, kind, said, by=by, at=at)
        found = await tx.breaches.tickets_answered_by(desk.nina, NOW)

    assert list(found) == [first.id]


async def test_what_changed_since_it_was_read_is_left_alone(desk: Desk) -> None:
    tickets = [await desk.asked() for _ in range(3)]
    await desk.stands(tickets[1], owner=Administrator())

    async with desk.ground.turn() as tx:
        changes = [
            Changed(one, replace(one.standing, state=State.ANSWERED, answered_at=NOW))
            for one in tickets
        ]
        done = await tx.tickets.change(changes, at=LATER)
        again = await tx.tickets.change(changes, at=LATER)
        nothing = await tx.tickets.change([], at=LATER)
        found = await tx.tickets.tickets([one.id for one in tickets])

    assert (done, again, nothing) == ({tickets[0].id, tickets[2].id}, frozenset(), frozenset())
    assert found[tickets[1].id].standing.owner == Administrator()


async def test_only_one_of_two_who_claim_at_once_gets_it(desk: Desk) -> None:
    ticket = await desk.asked(Queue(desk.shift))

    async def claim(person: PersonId) -> int:
        return len(await desk.stands(ticket, owner=Administrator(person)))

    won = await asyncio.gather(*(claim(one) for one in (desk.nina, desk.olga)))

    assert sorted(won) == [0, 1]


async def test_what_is_under_way_is_listed_from_the_oldest(desk: Desk) -> None:
    late, early = await desk.asked(at=LATER), await desk.asked(at=SOONER)
    answered = await desk.asked(at=NOW, state=State.ANSWERED, answered_at=NOW)
    await desk.asked(state=State.CLOSED)
    school = desk.ground.seed.school

    async with desk.ground.turn() as tx:
        under_way = await tx.tickets.under_way(school)
        due = [await tx.tickets.answered_before(school, at) for at in (SOONER, NOW)]
        load = await tx.tickets.load(school)

    assert [one.id for one in under_way] == [early.id, late.id]
    assert [[one.id for one in some] for some in due] == [[], [answered.id]]
    assert dict(load) == {desk.nina: 2}


async def test_what_somebody_has_in_hand_is_open_and_taken(desk: Desk) -> None:
    late, early = await desk.asked(at=LATER), await desk.asked(at=SOONER)
    of_admin = await desk.asked(Administrator(desk.olga), at=NOW)
    await desk.asked(Queue(desk.shift, desk.nina))
    await desk.asked(state=State.ANSWERED, answered_at=NOW)

    async with desk.ground.turn() as tx:
        of_nina = await tx.tickets.in_hand([desk.nina])
        of_both = await tx.tickets.in_hand([desk.nina, desk.olga])
        of_nobody = await tx.tickets.in_hand([desk.mother])

    assert [one.id for one in of_nina] == [early.id, late.id]
    assert [one.id for one in of_both] == [early.id, of_admin.id, late.id]
    assert list(of_nobody) == []


async def test_an_asker_finds_the_own_tickets(desk: Desk) -> None:
    closed = await desk.asked(at=LATER, state=State.CLOSED)
    first, second = await desk.asked(at=SOONER), await desk.asked(at=NOW)

    async with desk.ground.turn() as tx:
        own = await tx.tickets.of_asker([desk.mother], most=9)
        few = await tx.tickets.of_asker([desk.mother, desk.nina], most=1)
        nobody_s = await tx.tickets.of_asker([desk.nina], most=9)
        since = await tx.tickets.asked_since(desk.mother, SOONER)

    assert [one.id for one in own] == [second.id, first.id, closed.id]
    assert ([one.id for one in few], list(nobody_s)) == ([second.id], [])
    assert list(since) == [NOW, LATER]


async def test_a_place_in_line_is_by_need_and_then_by_time(desk: Desk) -> None:
    first, mine = await desk.asked(at=SOONER), await desk.asked(at=NOW)
    urgent = await desk.asked(at=LATER, urgent="суд")
    await desk.asked(Queue(desk.shift), at=SOONER)
    await desk.asked(Consultant(desk.olga, desk.shift), at=SOONER)
    await desk.asked(at=SOONER, state=State.ASKED_BACK)
    school = desk.ground.seed.school

    async with desk.ground.turn() as tx:
        places = [
            await tx.tickets.ahead_of(desk.nina_s, school, one.id) for one in (first, mine, urgent)
        ]

    assert places == [1, 2, 0]


async def test_merged_tickets_are_found_by_where_they_went(desk: Desk) -> None:
    main, one, two = [await desk.asked() for _ in range(3)]
    for ticket in (two, one):
        await desk.stands(ticket, state=State.CLOSED, merged_into=main.id)

    async with desk.ground.turn() as tx:
        found = await tx.tickets.merged_into([main.id, one.id])

    assert [ticket.id for ticket in found] == [one.id, two.id]


@pytest.mark.parametrize(
    ("state", "there"),
    [(one, one is not State.CLOSED) for one in State],
)
async def test_a_school_is_looked_after_until_its_tickets_are_closed(
    desk: Desk, state: State, *, there: bool
) -> None:
    ticket = await desk.asked()
    await desk.stands(ticket, state=state)

    async with desk.ground.turn() as tx:
        found = await tx.tickets.schools_in_need()

    assert list(found) == [ticket.school] * there


async def test_it_is_known_who_has_to_do_with_a_course(desk: Desk) -> None:
    async with desk.ground.turn() as tx:
        found = [
            await tx.tickets.in_course(persons, desk.course)
            for persons in ([desk.mother, desk.pupil], [desk.mother], [])
        ]

    assert found == [True, False, False]


async def test_words_keep_their_versions(desk: Desk) -> None:
    ticket, other = await desk.asked(), await desk.asked()

    async with desk.ground.turn() as tx:
        late = await tx.ticket_words.say(ticket, EntryKind.ANSWER, OTHER, by=desk.nina, at=LATER)
        first = await tx.ticket_words.say(ticket, EntryKind.WORDS, WORDS, by=desk.mother, at=NOW)
        done = [await tx.ticket_words.revise(first, OTHER, after=1, at=LATER) for _ in range(2)]
        entries = await tx.ticket_words.entries([first, late])
        said = await tx.ticket_words.of_tickets([ticket.id, other.id])
        versions = await tx.ticket_words.versions(first)

    assert done == [True, False]
    assert {key: [one.id for one in some] for key, some in said.items()} == {
        ticket.id: [first, late]
    }
    assert (entries[first].content, entries[first].version) == (OTHER, 2)
    assert (entries[late].kind, entries[late].by_name) == (
        EntryKind.ANSWER,
        Name("Нина", "Орлова"),
    )
    assert (entries[first].ticket, entries[first].school) == (ticket.id, ticket.school)
    assert list(versions) == [EntryVersion(WORDS, NOW), EntryVersion(OTHER, LATER)]


async def test_the_messenger_s_messages_lead_to_what_was_said(desk: Desk) -> None:
    ticket, school = await desk.asked(), desk.ground.seed.school

    async with desk.ground.turn() as tx:
        entry = await tx.ticket_words.say(ticket, EntryKind.WORDS, WORDS, by=desk.mother, at=NOW)
        for _ in range(2):
            await tx.ticket_originals.note(desk.account, ["10", "", "12"], entry, school=school)
        await tx.ticket_originals.note(desk.account, [], entry, school=school)
        found = [await tx.ticket_originals.find(desk.account, it) for it in ("10", "12", "", "9")]

    assert found == [(entry, 0), (entry, 2), None, None]


async def test_a_consultant_is_called_once_for_each_stage_and_not_when_there(desk: Desk) -> None:
    school, turn = desk.ground.seed.school, Turn(desk.shift, desk.nina, LATER)
    other = Turn(desk.shift, desk.olga, LATER)

    async with desk.ground.turn() as tx:
        nobody = await tx.duty_calls.advance(school, {}, at=NOW)
        done = [
            await tx.duty_calls.advance(school, {turn: stage}, at=NOW)
            for stage in (Stage.CALLED, Stage.CALLED, Stage.ALARMED, Stage.CALLED_AGAIN)
        ]
        here = [await tx.duty_calls.say_here(school, one, at=LATER) for one in (turn, turn, other)]
        late = await tx.duty_calls.advance(
            school, {turn: Stage.ALARMED, other: Stage.CALLED}, at=NOW
        )
        gone = await tx.duty_calls.advance(
            school, {other: Stage.ALARMED}, at=NOW, gone=[desk.olga]
        )
        known = await tx.duty_calls.calls(school, [desk.shift])
        elsewhere = await tx.duty_calls.calls(school, [ShiftKey(desk.duty, date(2026, 11, 30))])

    assert (nobody, done) == (frozenset(), [{turn}, frozenset(), {turn}, frozenset()])
    assert (here, late, gone) == ([True, False, True], frozenset(), {other})
    assert known == {
        turn: Call(turn, Stage.ALARMED, LATER, NOW),
        other: Call(other, Stage.ALARMED, LATER, NOW),
    }
    assert elsewhere == {}


async def test_a_turn_at_other_hours_has_calls_of_its_own(desk: Desk) -> None:
    school = desk.ground.seed.school
    sooner, later = (Turn(desk.shift, desk.nina, starts) for starts in (NOW, LATER))

    async with desk.ground.turn() as tx:
        await tx.duty_calls.advance(school, {sooner: Stage.ALARMED}, at=SOONER)
        await tx.duty_calls.say_here(school, sooner, at=SOONER)
        anew = await tx.duty_calls.advance(school, {later: Stage.CALLED}, at=NOW)
        here = await tx.duty_calls.say_here(school, later, at=NOW)
        known = await tx.duty_calls.calls(school, [desk.shift])

    assert (anew, here) == ({later}, True)
    assert known == {
        sooner: Call(sooner, Stage.ALARMED, SOONER, SOONER),
        later: Call(later, Stage.CALLED, NOW, NOW),
    }


def lines(*words: str) -> list[Line]:
    return [
        Line(
            NOW + timedelta(minutes=number, microseconds=7),
            Recorded.CLOSED,
            SourceId("t"),
            Matter.REMARK,
            Role.GUARDIAN,
            Topic.DIARY,
            SourceId("Нина"),
            NOW if number else None,
            number or None,
            Closing.CONFIRMED if number else None,
            5 if number else None,
            word,
        )
        for number, word in enumerate(words)
    ]


async def logged(ground: Ground, added: Sequence[Line]) -> None:
    async with ground.turn() as tx:
        head = await tx.consultations.head(ground.seed.school)
        await tx.consultations.append(ground.seed.school, chained(head, added))


async def test_the_log_comes_back_as_it_was_chained(desk: Desk) -> None:
    ground, school = desk.ground, desk.ground.seed.school
    await logged(ground, [])
    await logged(ground, lines("раз", "два"))
    await logged(ground, lines("три"))

    async with ground.turn() as tx:
        whole = await tx.consultations.after(school, 0, most=9)
        page = await tx.consultations.after(school, 1, most=1)
        since = NOW + timedelta(minutes=1)
        part = await tx.consultations.between(school, since, since + timedelta(minutes=1))
        head = await tx.consultations.head(school)
        sources = await tx.consultations.sources([desk.nina, desk.olga])
        names = await tx.consultations.names(school, [SourceId("Нина"), SourceId("никто")])

    assert [one.number for one in whole] == [1, 2, 3]
    assert [one.line for one in whole] == [*lines("раз", "два"), *lines("три")]
    assert (verify(whole), whole[0].before, head) == (None, "", whole[-1].head)
    assert ([one.number for one in page], [one.number for one in part]) == ([2], [2])
    assert sources == {desk.nina: "Нина", desk.olga: "Ольга"}
    assert names == {"Нина": Name("Нина", "Орлова")}


async def test_closings_come_latest_first_with_what_corrects_them(desk: Desk) -> None:
    ground, school = desk.ground, desk.ground.seed.school
    first, second = lines("раз", "два")
    olgas = replace(second, consultant=SourceId("Ольга"))
    rated = replace(second, what=Recorded.RATED)
    right = replace(
        first, what=Recorded.CORRECTED, topic=Topic.REPORTS, corrects=1, by=SourceId("Нина")
    )
    await logged(ground, [first, olgas, rated, right, replace(right, topic=Topic.DIARY)])

    async with ground.turn() as tx:
        found = [
            await tx.consultations.closed(school, consultant=who, most=most)
            for who, most in ((None, 9), (None, 1), (SourceId("Нина"), 9), (SourceId("x"), 9))
        ]
        one, none = [await tx.consultations.row(school, number) for number in (2, 9)]
        corrections = await tx.consultations.corrections(school, [1, 2])
        others = await tx.consultations.corrections(school, [2])

    assert [[it.number for it in rows] for rows in found] == [[2, 1], [2], [1], []]
    assert one is not None
    assert (one.line, none) == (olgas, None)
    assert [(it.number, it.line.corrects, it.line.by) for it in corrections] == [
        (4, 1, "Нина"),
        (5, 1, "Нина"),
    ]
    assert others == []


async def test_who_writes_the_log_at_once_does_not_fork_it(desk: Desk) -> None:
    ground, school = desk.ground, desk.ground.seed.school

    await asyncio.gather(*(logged(ground, lines(str(one))) for one in range(6)))
    async with ground.turn() as tx:
        whole = await tx.consultations.after(school, 0, most=9)

    assert [one.number for one in whole] == [1, 2, 3, 4, 5, 6]
    assert verify(whole) is None


async def test_the_last_row_is_noted_apart_whenever_rows_are_added(desk: Desk) -> None:
    ground, school = desk.ground, desk.ground.seed.school
    await logged(ground, lines("раз", "два"))
    await logged(ground, lines("три"))

    async with ground.turn() as tx:
        whole = await tx.consultations.after(school, 0, most=9)
        noted, lost = (
            await tx.consultations.noted(school),
            await tx.consultations.first_lost(school),
        )
        other = await tx.consultations.noted(SchoolId(school + 1))

    assert (noted, lost, other) == (whole[-1].head, None, Head())


async def test_an_empty_log_has_an_empty_head(desk: Desk) -> None:
    async with desk.ground.turn() as tx:
        head = await tx.consultations.head(desk.ground.seed.school)

    assert head == Head()


class Nobody:
    async def record(self, facts: Sequence[Fact]) -> None:
        """Let the facts pass."""


def doing(tx: Transaction, clock: StoppedClock) -> dict[str, Callable[..., Awaitable[object]]]:
    books = Books(
        tx.tickets,
        tx.ticket_words,
        tx.ticket_originals,
        tx.duty,
        tx.lost_access,
        tx.consultations,
        tx.regulations,
        StillAsking(Surroundings(tx.ties, tx.circles)),
        Nobody(),
        clock,
    )
    opens, keep = OpenTicket(books), KeepLog(books.log, books.words)
    ports = (tx.duty, tx.lost_access, tx.regulations)
    return {
        "ask": AskHelp(books, tx.diary),
        "answer": AnswerTicket(opens),
        "confirm": ConfirmTicket(CloseTicket(opens)),
        "end": EndTicket(CloseTicket(opens)),
        "tick": LookAfterTickets(tx.tickets, *ports, books.still_asking, keep, Nobody(), clock),
        "call": CallConsultants(tx.duty_calls, *ports, Nobody(), clock),
    }


async def test_a_request_goes_its_way_from_a_queue_to_the_log(desk: Desk) -> None:
    ground, seed = desk.ground, desk.ground.seed
    seed.an_account(desk.nina)
    for person, role in ((desk.nina, Role.CONSULTANT), (desk.mother, Role.GUARDIAN)):
        seed.a_role(person, role)
    await ground.plant()
    clock, school = StoppedClock(NOW), seed.school
    mother = an_actor_of(desk.mother, school, desk.account, Role.GUARDIAN)
    nina = an_actor_of(desk.nina, school, desk.account, Role.CONSULTANT)

    async def turn(what: str, *told: object) -> object:
        async with ground.turn() as tx:
            return await doing(tx, clock)[what](*told)

    asked = await turn("ask", mother, Question(school, Topic.DIARY), WORDS, ["10", "11"])
    assert isinstance(asked, Asked)
    shift = asked.promise.window  # type: ignore[union-attr]  # out of hours
    clock.at = shift.starts_at - timedelta(minutes=20)
    called = [await turn("call", school) for _ in range(2)]
    clock.at = shift.starts_at + timedelta(minutes=3)
    moved = [await turn("tick", school) for _ in range(2)]
    await turn("answer", nina, asked.ticket.id, OTHER)
    closed = await turn("confirm", mother, asked.ticket.id)
    async with ground.turn() as tx:
        (row,) = await tx.consultations.after(school, 0, most=9)

    assert (called, moved) == ([1, 0], [1, 0])
    assert isinstance(closed, Ticket)
    assert (closed.standing.owner, closed.standing.state) == (desk.nina_s, State.CLOSED)
    assert (row.line.consultant, row.line.minutes, row.line.window) == (
        "Нина",
        3,
        shift.starts_at,
    )


def an_actor_of(person: PersonId, school: SchoolId, number: AccountId, role: Role) -> Actor:
    account, name = Account(number, Address(Channel.TELEGRAM, str(person))), Name("Имя", "Орлова")
    member = Member(person, school, "Школа", "Europe/Moscow", name, frozenset({role}))
    return Actor(account, (member,))


async def test_who_closes_what_waits_in_a_queue_had_it(desk: Desk) -> None:
    """In one step: the ledger of owners says who closed it all the same (H4)."""
    seed, school = desk.ground.seed, desk.ground.seed.school
    seed.an_account(desk.nina)
    seed.a_role(desk.nina, Role.CONSULTANT)
    await desk.ground.plant()
    queue = Queue(desk.shift)
    ticket = await desk.asked(queue, at=SOONER)
    nina = an_actor_of(desk.nina, school, desk.account, Role.CONSULTANT)

    async with desk.ground.turn() as tx:
        await doing(tx, StoppedClock(NOW))["end"](nina, ticket.id, Closing.SOLVED)
    async with desk.ground.turn() as tx:
        closed = (await tx.tickets.tickets([ticket.id]))[ticket.id].standing
        found = await tx.tickets.owners(ticket.id)

    assert (closed.state, closed.owner.person) == (State.CLOSED, desk.nina)
    assert [(one.owner, one.since) for one in found] == [(queue, SOONER), (closed.owner, NOW)]


async def test_who_had_a_ticket_is_kept_in_order(desk: Desk) -> None:
    queue = Queue(desk.shift, desk.nina)
    ticket, other = await desk.asked(queue, at=SOONER), await desk.asked()
    await desk.stands(ticket, owner=desk.nina_s, owned_since=NOW)
    async with desk.ground.turn() as tx:
        again = (await tx.tickets.tickets([ticket.id]))[ticket.id]
    await desk.stands(again, urgent="завтра суд")
    await desk.stands(ticket, owner=Administrator(), owned_since=LATER)

    async with desk.ground.turn() as tx:
        found, untouched = await tx.tickets.owners(ticket.id), await tx.tickets.owners(other.id)
        nobody = await tx.tickets.owners(TicketId(99))

    assert found == [Had(queue, SOONER), Had(desk.nina_s, NOW, Name("Нина", "Орлова"))]
    assert [one.owner for one in untouched] == [desk.nina_s]
    assert nobody == []
