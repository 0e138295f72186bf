"""Who can be reached no more is told of once, however that was learnt."""

import pytest

from core.access.people import Actor, Address, Channel
from core.facts import Fact, Origin
from core.ids import PersonId, SchoolId
from core.notices.facts import FamilyUnreachable
from core.notices.reach import NoteReach
from tests.core.builders import NOW, StoppedClock
from tests.school import School, Seed
from tests.school.school import Turn

CHAT, BOX = Address(Channel.TELEGRAM, "7"), Address(Channel.EMAIL, "anna@example.org")


class Noted(list[Fact]):
    """A listener that keeps what it is told."""

    async def record(self, facts: list[Fact]) -> None:
        self.extend(facts)


class Ground:
    """A mother and a father behind one chat."""

    def __init__(self) -> None:
        self.seed, self.clock, self.noted = Seed(), StoppedClock(), Noted()
        self.mother, self.father = self.seed.a_guardian(), self.seed.a_guardian()
        self.seed.an_account(self.mother, self.father, value=CHAT.value)
        self.store = School(self.clock)

    async def notes(self, turn: Turn, address: Address, *, reachable: bool) -> Actor:
        """Note it of whom the address is known as now."""
        actor = await turn.directory.recognise(address, language="")
        note = NoteReach(turn.directory, turn.mailboxes, self.noted, self.clock)
        await note(actor, reachable=reachable)
        return await turn.directory.recognise(address, language="")

    def unreachable(self, *persons: PersonId) -> list[Fact]:
        school = SchoolId(self.seed.school)
        return [FamilyUnreachable(school, NOW, Origin(one), one) for one in persons]


@pytest.fixture
async def ground() -> Ground:
    built = Ground()
    await built.seed.plant(built.store)
    return built


async def test_of_who_blocks_us_it_is_told_for_each_person_behind_the_account(
    ground: Ground,
) -> None:
    async with ground.store.transaction() as turn:
        actor = await ground.notes(turn, CHAT, reachable=False)

    assert not actor.account.reachable
    assert ground.noted == ground.unreachable(ground.mother, ground.father)


async def test_what_is_known_already_is_not_told_again(ground: Ground) -> None:
    async with ground.store.transaction() as turn:
        await ground.notes(turn, CHAT, reachable=False)
        ground.noted.clear()
        await ground.notes(turn, CHAT, reachable=False)
        await ground.notes(turn, CHAT, reachable=True)
        again = await ground.notes(turn, CHAT, reachable=True)

    assert (again.account.reachable, ground.noted) == (True, [])


async def test_a_stranger_who_blocks_us_is_no_news(ground: Ground) -> None:
    async with ground.store.transaction() as turn:
        actor = await ground.notes(turn, Address(Channel.TELEGRAM, "8"), reachable=False)

    assert (actor.account.reachable, ground.noted) == (False, [])


async def test_who_gets_letters_can_be_reached_until_both_ways_are_out(ground: Ground) -> None:
    async with ground.store.transaction() as turn:
        await turn.mailboxes.keep_mailbox(
            ground.seed.school, ground.mother, BOX.value, language="ru", at=NOW
        )
        await ground.notes(turn, CHAT, reachable=False)
        without_chat = list(ground.noted)
        ground.noted.clear()
        await ground.notes(turn, BOX, reachable=False)

    assert without_chat == ground.unreachable(ground.father)
    assert ground.noted == ground.unreachable(ground.mother)


async def test_a_mailbox_that_takes_no_letters_is_no_news_while_the_chat_does(
    ground: Ground,
) -> None:
    async with ground.store.transaction() as turn:
        await turn.mailboxes.keep_mailbox(
            ground.seed.school, ground.mother, BOX.value, language="ru", at=NOW
        )
        await ground.notes(turn, BOX, reachable=False)

    assert ground.noted == []
