"""Who can be reached no more is told of once, however that was learnt."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from core.access.people import Account, Actor, Address, Child
from core.facts import Fact, Origin
from core.ids import AccountId, ClassId
from core.notices.facts import FamilyUnreachable
from core.notices.reach import NoteReach
from tests.core.builders import a_child, a_guardian, a_member

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@dataclass
class Noted:
    """A directory and a listener that keep what they are told."""

    reachable: list[bool] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    async def recognise(self, address: Address, *, language: str) -> Actor:
        raise NotImplementedError

    async def speak(self, account: AccountId, language: str) -> None:
        raise NotImplementedError

    async def set_reachable(self, account: AccountId, *, reachable: bool) -> None:
        self.reachable.append(reachable)

    async def account(self, account: AccountId) -> Account | None:
        raise NotImplementedError

    async def pupils_of(self, class_id: ClassId) -> list[Child]:
        raise NotImplementedError

    async def record(self, facts: Sequence[Fact]) -> None:
        self.facts += facts

    def now(self) -> datetime:
        return NOW

    @property
    def note(self) -> NoteReach:
        return NoteReach(self, self, self)


def somebody(*, reachable: bool) -> Actor:
    account = Account(AccountId(1), Address("telegram", "7"), reachable=reachable)
    return Actor(account, (a_guardian(a_child()), a_member(9)))


async def test_of_who_blocks_us_it_is_told_for_each_person_behind_the_account() -> None:
    noted, actor = Noted(), somebody(reachable=True)

    await noted.note(actor, reachable=False)

    assert noted.reachable == [False]
    assert noted.facts == [
        FamilyUnreachable(one.school, NOW, Origin(one.person), one.person) for one in actor.members
    ]


async def test_what_is_known_already_is_not_told_again() -> None:
    noted = Noted()

    await noted.note(somebody(reachable=False), reachable=False)
    await noted.note(somebody(reachable=True), reachable=True)

    assert (noted.reachable, noted.facts) == ([], [])


async def test_who_takes_messages_again_is_noted_without_a_word() -> None:
    noted = Noted()

    await noted.note(somebody(reachable=False), reachable=True)

    assert (noted.reachable, noted.facts) == ([True], [])


async def test_a_stranger_who_blocks_us_is_no_news() -> None:
    noted = Noted()

    await noted.note(replace(somebody(reachable=True), members=()), reachable=False)

    assert (noted.reachable, noted.facts) == ([False], [])
