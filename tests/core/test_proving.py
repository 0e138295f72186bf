"""A mailbox is taken for a person's when the code of a letter comes back in the chat."""

from datetime import date, timedelta

import pytest

from core.access.mailboxes import Proof
from core.access.people import Actor, Address, Channel
from core.access.proving import (
    AskForCode,
    EndMailbox,
    LettersRefused,
    LettersUnavailable,
    MailboxView,
    ReadMailbox,
    TooManyLetters,
    Tried,
    TryCode,
    code_in_letter,
    is_code_of,
)
from core.errors import AccessRefused
from core.ids import PersonId
from tests.core.builders import StoppedClock
from tests.school import School, Seed
from tests.school.school import Turn

PEPPER = b"a pepper of this test only"
TYPED = "anna@example.org"


class Ground:
    """A mother with a chat; the school's files have an address of hers."""

    def __init__(self) -> None:
        self.seed, self.clock = Seed(), StoppedClock()
        self.store = School(self.clock)
        self.masha = self.seed.a_pupil()
        self.mother = self.seed.a_guardian(self.masha, email="Orlova@Example.org")
        self.seed.an_account(self.mother, value="7")

    async def actor(self, turn: Turn) -> Actor:
        return await turn.directory.recognise(Address(Channel.TELEGRAM, "7"), language="ru")

    def read(self, turn: Turn) -> ReadMailbox:
        return ReadMailbox(turn.mailboxes, turn.proofs, self.clock)

    async def asks(
        self, address: str | None = TYPED, *, person: PersonId | None = None, sent: bool = True
    ) -> Proof:
        async with self.store.transaction() as turn:
            ask = AskForCode(self.read(turn), sent)
            view = await ask(
                await self.actor(turn), person or self.mother, language="ru", address=address
            )
        assert view.proof is not None
        return view.proof

    async def tries(self, text: str) -> MailboxView:
        async with self.store.transaction() as turn:
            return await TryCode(self.read(turn), PEPPER)(
                await self.actor(turn), self.mother, text
            )


@pytest.fixture
async def ground() -> Ground:
    built = Ground()
    await built.seed.plant(built.store)
    return built


def test_a_code_is_known_however_people_write_it() -> None:
    code = code_in_letter("abc", PEPPER)

    assert is_code_of("abc", f" {code.lower().replace('-', ' ')} ", PEPPER)
    assert not is_code_of("abc", code_in_letter("abd", PEPPER), PEPPER)
    assert not is_code_of("abc", code, b"another pepper")
    assert len(code) == len("XXXX-XXXX")


async def test_the_right_code_makes_the_mailbox_the_person_s(ground: Ground) -> None:
    proof = await ground.asks()

    view = await ground.tries(code_in_letter(proof.nonce, PEPPER))

    assert (view.tried, view.proof) == (Tried.PROVEN, None)
    assert view.mailbox is not None
    assert view.mailbox.account.address == Address(Channel.EMAIL, TYPED)


async def test_without_an_address_the_one_of_the_school_s_files_is_meant(ground: Ground) -> None:
    assert (await ground.asks(None)).address == "Orlova@example.org"


async def test_the_fifth_wrong_code_ends_the_proof(ground: Ground) -> None:
    proof = await ground.asks()

    said = [(await ground.tries("AAAA-AAAA")).tried for _ in range(5)]
    after = await ground.tries(code_in_letter(proof.nonce, PEPPER))

    assert said == [*[Tried.WRONG] * 4, Tried.NO_MORE_TRIES]
    assert (after.tried, after.mailbox) == (Tried.EXPIRED, None)


@pytest.mark.parametrize(
    ("minutes", "tried"), [(29, Tried.PROVEN), (30, Tried.EXPIRED)], ids=["in time", "too late"]
)
async def test_a_code_is_good_for_half_an_hour(ground: Ground, minutes: int, tried: Tried) -> None:
    proof = await ground.asks()
    ground.clock.at += timedelta(minutes=minutes)

    assert (await ground.tries(code_in_letter(proof.nonce, PEPPER))).tried is tried


async def test_after_three_letters_in_an_hour_the_fourth_waits(ground: Ground) -> None:
    first = ground.clock.at
    for _ in range(3):
        await ground.asks()
        ground.clock.at += timedelta(minutes=10)

    with pytest.raises(TooManyLetters) as refused:
        await ground.asks("another@example.org")
    ground.clock.at = first + timedelta(hours=1)

    assert refused.value.until == first + timedelta(hours=1)
    assert await ground.asks()


async def test_who_refused_letters_about_every_child_gets_none(ground: Ground) -> None:
    ground.seed.a_consent(ground.mother, ground.masha, subject="email", day=date(2026, 9, 1))
    await ground.seed.plant(ground.store)

    with pytest.raises(LettersRefused):
        await ground.asks()


async def test_a_school_without_a_mail_server_asks_for_no_code(ground: Ground) -> None:
    with pytest.raises(LettersUnavailable):
        await ground.asks(sent=False)


async def test_nobody_speaks_for_another_person_s_mailbox(ground: Ground) -> None:
    father = ground.seed.a_guardian(ground.masha)
    await ground.seed.plant(ground.store)

    with pytest.raises(AccessRefused):
        await ground.asks(person=father)


async def test_an_ended_mailbox_gets_no_letters_and_ends_what_was_begun(ground: Ground) -> None:
    proof = await ground.asks()
    await ground.tries(code_in_letter(proof.nonce, PEPPER))
    await ground.asks("another@example.org")

    async with ground.store.transaction() as turn:
        view = await EndMailbox(ground.read(turn))(await ground.actor(turn), ground.mother)

    assert (view.mailbox, view.proof) == (None, None)
