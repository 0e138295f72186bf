"""Packets for the vendor's support: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.access.people import Role
from core.helpdesk.tickets.owner import Administrator
from core.helpdesk.tickets.ticket import Asking, Standing
from core.helpdesk.topics import Topic
from core.helpdesk.vendor.packet import (
    Account,
    Detail,
    LetterState,
    Packet,
    PacketState,
    Piece,
    Story,
    Support,
    Way,
)
from core.ids import PersonId
from core.messages.content import SentFile
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER, LONG_AGO = NOW + timedelta(minutes=1), NOW - timedelta(days=1)
SUPPORT = Support("Школа № 1", "school1.example", "help@example.org", "us@example.org")
STORY = Story("Не открывается\n=журнал", "утром", "Перезашли", (SentFile(True, "AgAD", "", 9),))


async def a_draft(tx: Transaction, ground: Ground, by: PersonId) -> Packet:
    account = Account("ivanova", "42", Role.TEACHER)
    number = await tx.packets.begin(ground.seed.school, account, by=by, at=NOW)
    return (await tx.packets.packets([number]))[number]


async def a_sent_one(tx: Transaction, ground: Ground, by: PersonId, way: Way) -> Packet:
    draft = replace(await a_draft(tx, ground, by), story=STORY, support=SUPPORT)
    await tx.packets.fill(draft, at=NOW)
    assert await tx.packets.send(draft, way, at=LATER)
    return (await tx.packets.packets([draft.id]))[draft.id]


async def test_what_the_school_keeps_for_all_packets_is_in_each_draft(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        before = await tx.packets.support(school)
        draft = await a_draft(tx, ground, author)
        told = {
            Detail.ORGANISATION: "Лицей",
            Detail.DOMAIN: SUPPORT.domain,
            Detail.ADDRESS: SUPPORT.address,
            Detail.ANSWERS_TO: SUPPORT.answers_to,
        }
        for what, value in (*told.items(), (Detail.ORGANISATION, SUPPORT.organisation)):
            await tx.packets.set_detail(school, what, value, by=author, at=NOW)
        now = (await tx.packets.packets([draft.id]))[draft.id]

        assert await tx.packets.support(school) == SUPPORT

    assert (before, draft.support, now.support) == (Support(), Support(), SUPPORT)
    assert set(draft.lacks()) - set(now.lacks()) == {Piece.ORGANISATION, Piece.DOMAIN}


async def test_login_and_identifier_are_those_of_the_schools_files(ground: Ground) -> None:
    known = ground.seed.a_person("Роза", username="rosa", identifier="77")
    unknown = ground.seed.a_person("Инна")
    await ground.plant()

    async with ground.turn() as tx:
        found = [await tx.packets.account_of(one) for one in (known, unknown)]

    assert found == [Account("rosa", "77"), Account()]


async def test_a_draft_is_filled_and_leaves_once_with_what_the_school_was_then(
    ground: Ground,
) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        sent = await a_sent_one(tx, ground, author, Way.TEXT)
        other = Detail.ORGANISATION, "Другая"
        await tx.packets.set_detail(ground.seed.school, *other, by=author, at=LATER)
        kept = (await tx.packets.packets([sent.id]))[sent.id]
        late = [
            await tx.packets.send(sent, Way.MAIL, at=LATER),
            await tx.packets.fill(sent, at=LATER),
            await tx.packets.drop(sent.id, at=LATER),
        ]

    assert late == [False] * 3
    assert (kept.story, kept.support, kept.account) == (STORY, SUPPORT, sent.account)
    assert (kept.state, kept.way, kept.letter) == (PacketState.SENT, Way.TEXT, LetterState.NONE)
    assert (kept.made_at, kept.sent_at, kept.by) == (NOW, LATER, author)


async def test_a_draft_that_was_thrown_away_is_no_more(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        draft = await a_draft(tx, ground, author)
        done = [await tx.packets.drop(draft.id, at=LATER) for _ in range(2)]
        left = await tx.packets.packets([draft.id]), await tx.packets.of_author(author)

    assert done == [True, False]
    assert [list(one) for one in left] == [[], []]


async def test_authors_have_their_own_and_a_school_what_has_left(ground: Ground) -> None:
    author, other = ground.seed.a_person("Роза"), ground.seed.a_person("Инна")
    await ground.plant()

    async with ground.turn() as tx:
        draft = await a_draft(tx, ground, author)
        sent = await a_sent_one(tx, ground, author, Way.FILE)
        theirs = await a_sent_one(tx, ground, other, Way.TEXT)
        own = await tx.packets.of_author(author)
        of_school = await tx.packets.of_school(ground.seed.school)

    assert [one.id for one in own] == [sent.id, draft.id]
    assert [one.id for one in of_school] == [theirs.id, sent.id]


async def test_number_and_day_are_kept_until_there_is_an_answer(ground: Ground) -> None:
    author, day = ground.seed.a_person("Роза"), date(2026, 11, 23)
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        sent = await a_sent_one(tx, ground, author, Way.TEXT)
        await tx.packets.note(sent.id, "SD-1029", at=LATER)
        await tx.packets.ask_on(sent.id, day, at=LATER)
        early = await tx.packets.to_be_asked(school, day - timedelta(days=1))
        due = await tx.packets.to_be_asked(school, day)
        told = {"after": PacketState.SENT, "at": LATER}
        moved = [await tx.packets.stand(sent.id, PacketState.ANSWERED, **told) for _ in range(2)]  # type: ignore[arg-type]  # by name
        after = await tx.packets.to_be_asked(school, day)

    assert ([one.id for one in due], list(early), list(after)) == ([sent.id], [], [])
    assert (due[0].number, due[0].ask_on) == ("SD-1029", day)
    assert moved == [True, False]


async def test_a_letter_is_taken_once_and_ends_once(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        sent = await a_sent_one(tx, ground, author, Way.MAIL)
        await a_sent_one(tx, ground, author, Way.TEXT)
        passed = await tx.packets.claim_letter(at=LATER, lost_before=LONG_AGO, but=[sent.id])
        taken = [await tx.packets.claim_letter(at=LATER, lost_before=LONG_AGO) for _ in range(2)]
        ends = [
            await tx.packets.settle_letter(sent.id, one, at=LATER)
            for one in (LetterState.SENT, LetterState.REFUSED)
        ]
        kept = (await tx.packets.packets([sent.id]))[sent.id]

    assert (passed, taken[1]) == (None, None)
    assert taken[0] is not None
    assert (taken[0].id, taken[0].support) == (sent.id, SUPPORT)
    assert ends == [True, False]
    assert (kept.state, kept.letter) == (PacketState.SENT, LetterState.SENT)


async def test_a_refused_letter_makes_a_draft_again(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        sent = await a_sent_one(tx, ground, author, Way.MAIL)
        await tx.packets.claim_letter(at=LATER, lost_before=LONG_AGO)
        await tx.packets.settle_letter(sent.id, LetterState.REFUSED, at=LATER)
        kept = (await tx.packets.packets([sent.id]))[sent.id]

    assert (kept.state, kept.letter, kept.sent_at) == (
        PacketState.DRAFT,
        LetterState.REFUSED,
        None,
    )


async def test_of_a_letter_that_nobody_settled_nothing_is_known(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        sent = await a_sent_one(tx, ground, author, Way.MAIL)
        await tx.packets.claim_letter(at=NOW, lost_before=LONG_AGO)
        again = await tx.packets.claim_letter(at=LATER, lost_before=LATER)
        kept = (await tx.packets.packets([sent.id]))[sent.id]

    assert (again, kept.letter) == (None, LetterState.UNKNOWN)


async def test_a_packet_is_found_by_the_ticket_for_which_it_goes_out(ground: Ground) -> None:
    author = ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        school = ground.seed.school
        asking = Asking(school, author, Role.TEACHER)
        standing = Standing(Topic.DIARY, Administrator(), NOW)
        ticket, other = [await tx.tickets.open(asking, standing, at=NOW) for _ in range(2)]
        first, second = await a_draft(tx, ground, author), await a_draft(tx, ground, author)
        await a_draft(tx, ground, author)
        for one in (first, second):
            await tx.packets.tie(one.id, ticket, at=LATER)
        found = await tx.packets.of_tickets([ticket, other])
        none = await tx.packets.of_tickets([other])

    assert [(one.id, one.ticket) for one in found] == [(second.id, ticket), (first.id, ticket)]
    assert (none, first.ticket) == ([], None)
