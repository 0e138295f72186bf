"""Activation codes: once, for a while, and not to be guessed."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.access.codes import (
    ALPHABET,
    Activate,
    IssueCode,
    Issued,
    digest_of,
    looks_like_code,
    never_together,
    new_code,
)
from core.access.people import Role
from core.errors import CodeExpired, CodeRefused, CodeUnknown, CodeUsed, TooManyTries
from core.ids import AccountId, PersonId
from core.regulation.profile import Codes
from tests.core.builders import NOW, StoppedClock, an_actor

PEPPER = b"a pepper of this test only"
PERSON, ACCOUNT, ANOTHER = PersonId(2), AccountId(10), AccountId(11)
RULES = Codes()
CODES = st.text(ALPHABET, min_size=12, max_size=12)


@dataclass
class Book:
    """A code book in memory; `taken_meanwhile` lets somebody else be quicker."""

    codes: dict[str, Issued] = field(default_factory=dict)
    tries: list[tuple[AccountId, datetime]] = field(default_factory=list)
    linked: dict[AccountId, PersonId] = field(default_factory=dict)
    taken_meanwhile: bool = False

    async def issue(
        self,
        digest: str,
        person: PersonId,
        *,
        at: datetime,
        expires: datetime,
        by: PersonId | None = None,
    ) -> None:
        self.codes[digest] = Issued(digest, person, expires)

    async def find(self, digest: str) -> Issued | None:
        return self.codes.get(digest)

    async def use(self, digest: str, account: AccountId, *, at: datetime) -> bool:
        issued = self.codes[digest]
        if self.taken_meanwhile:
            self.codes[digest] = replace(issued, used_by=ANOTHER)
            return False
        self.codes[digest] = Issued(digest, issued.person, issued.expires, account)
        self.linked[account] = issued.person
        return True

    async def note_wrong_try(self, account: AccountId, *, at: datetime) -> None:
        self.tries.append((account, at))

    async def wrong_tries(self, account: AccountId | None, *, since: datetime) -> list[datetime]:
        return [at for who, at in self.tries if account in {None, who} and at > since]


@dataclass
class Door:
    """A code for one person, and the door that it opens."""

    book: Book = field(default_factory=Book)
    clock: StoppedClock = field(default_factory=StoppedClock)
    rules: Codes = RULES

    async def issues(self) -> str:
        return await IssueCode(self.book, self.clock, self.rules, PEPPER)(PERSON)

    async def tries(self, code: str) -> PersonId | CodeRefused:
        return await Activate(self.book, self.clock, self.rules, PEPPER)(an_actor(), code)


async def test_a_code_lets_its_person_in() -> None:
    door = Door()
    code = await door.issues()

    person = await door.tries(code)

    assert (person, door.book.linked) == (PERSON, {ACCOUNT: PERSON})


async def test_a_code_is_kept_as_a_digest_only() -> None:
    door = Door()
    code = await door.issues()

    kept = repr(door.book.codes)

    assert code not in kept
    assert code.replace("-", "") not in kept


async def test_a_code_opens_once() -> None:
    door = Door()
    code = await door.issues()
    await door.tries(code)

    assert isinstance(await door.tries(code), CodeUsed)


async def test_of_two_who_are_quick_one_comes_in() -> None:
    door = Door(Book(taken_meanwhile=True))
    code = await door.issues()

    assert isinstance(await door.tries(code), CodeUsed)


async def test_a_code_opens_until_its_time_is_over() -> None:
    door = Door()
    code = await door.issues()
    door.clock.at = NOW + RULES.lifetime

    assert isinstance(await door.tries(code), CodeExpired)


async def test_a_code_that_nobody_issued_opens_nothing_and_is_remembered() -> None:
    door = Door()

    outcome = await door.tries("ABCD-EFGH-JKLM")

    assert isinstance(outcome, CodeUnknown)
    assert door.book.tries == [(ACCOUNT, NOW)]


async def test_after_five_wrong_tries_even_the_right_code_waits() -> None:
    door = Door(
        Book(tries=[(ACCOUNT, NOW - timedelta(minutes=minute)) for minute in (5, 4, 3, 2, 1)])
    )
    code = await door.issues()

    outcome = await door.tries(code)

    assert isinstance(outcome, TooManyTries)
    assert outcome.until == NOW + timedelta(minutes=5)


async def test_the_fifth_try_is_still_heard() -> None:
    door = Door(
        Book(tries=[(ACCOUNT, NOW - timedelta(minutes=minute)) for minute in (4, 3, 2, 1)])
    )
    code = await door.issues()

    assert await door.tries(code) == PERSON


async def test_wrong_tries_are_forgiven_when_their_time_is_over() -> None:
    door = Door(Book(tries=[(ACCOUNT, NOW - RULES.within)] * 9))
    code = await door.issues()

    assert await door.tries(code) == PERSON


async def test_guessing_from_many_chats_makes_every_chat_wait() -> None:
    rules = Codes(wrong_tries_everywhere=3)
    door = Door(Book(tries=[(ANOTHER, NOW - timedelta(minutes=1))] * 3), rules=rules)
    code = await door.issues()

    assert isinstance(await door.tries(code), TooManyTries)


def test_a_new_code_is_three_groups_of_four() -> None:
    assert re.fullmatch(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", new_code())


def test_a_new_code_looks_like_one() -> None:
    assert looks_like_code(new_code())


@pytest.mark.parametrize(
    "text", ["", "привет", "ABCD-EFGH", "когда контрольная", "ABCD-EFGH-JKL!"]
)
def test_other_words_do_not_look_like_a_code(text: str) -> None:
    assert not looks_like_code(text)


@given(CODES)
def test_how_a_code_is_typed_does_not_matter(code: str) -> None:
    typed = f" {code[:5].lower()} – {code[5:]}\n"

    assert digest_of(typed, PEPPER) == digest_of(code, PEPPER)


def test_cyrillic_letters_that_look_alike_are_taken_for_latin_ones() -> None:
    assert digest_of("АВЕКМНРСТУХ2", PEPPER) == digest_of("ABEKMHPCTYX2", PEPPER)


@given(CODES, CODES)
def test_two_codes_have_two_digests(one: str, other: str) -> None:
    assert (digest_of(one, PEPPER) == digest_of(other, PEPPER)) == (one == other)


def test_another_pepper_gives_another_digest() -> None:
    assert digest_of("ABCDEFGHJKLM", PEPPER) != digest_of("ABCDEFGHJKLM", b"another")


@pytest.mark.parametrize(
    ("some", "others", "never"),
    [
        ({Role.PUPIL}, {Role.TEACHER}, True),
        ({Role.HEAD, Role.GUARDIAN}, {Role.PUPIL}, True),
        ({Role.PUPIL}, {Role.GUARDIAN}, False),
        ({Role.PUPIL}, {Role.PUPIL}, False),
        ({Role.GUARDIAN}, {Role.TEACHER}, False),
        (set(), {Role.PUPIL}, False),
    ],
)
def test_a_pupil_and_the_staff_never_share_an_account(
    some: set[Role], others: set[Role], *, never: bool
) -> None:
    assert never_together(some, others) is never
