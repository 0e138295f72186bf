"""What tickets ask the ledger: the same on every store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.access.people import Role
from core.helpdesk.tickets.owner import Administrator
from core.helpdesk.tickets.ticket import Asking, EntryKind, Standing, Ticket
from core.helpdesk.topics import Topic
from core.ids import PersonId, PupilId, TicketEntryId
from core.messages.content import Content, RichText
from core.notices.ledger import Change, Draft, Ending, Lane, NoticeKind
from core.notices.tickets.ports import LostWords
from core.notices.timing import opening
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)


class Asked:
    """A ticket with an answer and with more words of its asker."""

    def __init__(self, ground: Ground) -> None:
        seed = ground.seed
        self.ground = ground
        self.mother = PersonId(seed.a_person("Ева"))
        self.nina = PersonId(seed.a_person("Нина"))
        for person in (self.mother, self.nina):
            seed.an_account(person)

    async def begin(self) -> None:
        school = self.ground.seed.school
        asking = Asking(school, self.mother, Role.GUARDIAN)
        async with self.ground.turn() as tx:
            standing = Standing(Topic.DIARY, Administrator(), NOW)
            number = await tx.tickets.open(asking, standing, at=NOW)
            self.ticket: Ticket = (await tx.tickets.tickets([number]))[number]
            self.answer = await self._said(tx, EntryKind.ANSWER, self.nina)
            self.words = await self._said(tx, EntryKind.WORDS, self.mother)

    async def _said(self, tx: Transaction, kind: EntryKind, by: PersonId) -> TicketEntryId:
        content = Content(RichText("Обновите страницу"))
        return await tx.ticket_words.say(self.ticket, kind, content, by=by, at=NOW)

    def draft(self, kind: NoticeKind, subject: int, to: PersonId) -> Draft:
        school, lane = self.ticket.school, Lane.ALERT
        return Draft(school, to, PupilId(to), kind, subject, Change.NEW, NOW, lane)

    async def ends(self, draft: Draft, ending: Ending, reason: str = "") -> None:
        async with self.ground.turn() as tx:
            await tx.outbox.put([draft])
            notice = (await tx.outbox.rows(draft.school))[-1].notice
            rules = [opening(one, NOW) for one in await tx.delivery.all()]
            await tx.outbox.claim(rules, now=NOW, lease=timedelta(minutes=2), most=9)
            told = {"at": NOW, "message_id": "77", "reason": reason}
            await tx.outbox.settle([notice.id], ending, **told)


@pytest.fixture
async def asked(ground: Ground) -> Asked:
    made = Asked(ground)
    await ground.plant()
    await made.begin()
    return made


@pytest.mark.parametrize(
    ("ending", "reason", "lost"),
    [
        (Ending.DELIVERED, "", 0),
        (Ending.REFUSED, "unreachable", 1),
        (Ending.UNKNOWN, "", 1),
        (Ending.EXPIRED, "no-right", 1),
        (Ending.EXPIRED, "overtaken", 0),
    ],
)
async def test_an_answer_that_did_not_arrive_is_untold_until_it_is_told(
    asked: Asked, ending: Ending, reason: str, lost: int
) -> None:
    row = asked.draft(NoticeKind.TICKET_WORDS, asked.answer, asked.mother)
    await asked.ends(row, ending, reason)

    async with asked.ground.turn() as tx:
        untold = await tx.ticket_ledger.untold(asked.ticket.school)
        where = await tx.ticket_ledger.schools_untold()
        told = asked.draft(NoticeKind.TICKET_LOST, asked.answer, asked.nina)
        await tx.outbox.put([replace(told, happened_at=LATER)])
        after = await tx.ticket_ledger.untold(asked.ticket.school)

    expected = LostWords(asked.ticket.school, asked.answer, asked.nina, asked.mother)
    assert (list(untold), list(after)) == ([expected][:lost], [])
    assert list(where) == [asked.ticket.school][:lost]


async def test_what_an_asker_said_is_never_lost(asked: Asked) -> None:
    row = asked.draft(NoticeKind.TICKET_WORDS, asked.words, asked.nina)
    await asked.ends(row, Ending.REFUSED, "unreachable")

    async with asked.ground.turn() as tx:
        untold = await tx.ticket_ledger.untold(asked.ticket.school)

    assert list(untold) == []


@pytest.mark.parametrize("kind", ["ticket_words", "ticket_arrived"])
async def test_a_message_leads_to_its_ticket_for_whom_it_came_to(asked: Asked, kind: str) -> None:
    of_words = kind == "ticket_words"
    subject = asked.answer if of_words else asked.ticket.id
    await asked.ends(asked.draft(NoticeKind(kind), subject, asked.mother), Ending.DELIVERED)

    async with asked.ground.turn() as tx:
        came = [
            await tx.ticket_ledger.came_as(persons, said)
            for persons, said in (
                ([asked.mother, asked.nina], "77"),
                ([asked.nina], "77"),
                ([asked.mother], "78"),
                ([asked.mother], ""),
            )
        ]

    assert came == [asked.ticket.id, None, None, None]
