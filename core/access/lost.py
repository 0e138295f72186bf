"""A stranger lost access and says so; the administrator finds out who that is (S3, A2.6).

Nobody is let in by this, and nothing about anybody is told to the stranger: a new code is handed
over in person, and with its use the old account ends.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from core.access.gate import must_administer
from core.access.people import Account, Actor, Member, Role
from core.access.secrets import STRUCK_OUT, of_a_stranger
from core.clock import Clock
from core.errors import AccessRefused, RuleBroken
from core.facts import BY_IMPORT, Fact, Facts, Origin
from core.ids import AccountId, LostAccessId, PersonId, SchoolId, SourceId

MOST_OF_ACCOUNT: Final = 3
MOST_OF_SCHOOL: Final = 50
WITHIN: Final = timedelta(days=1)
WORDS_LENGTH: Final = 500

_ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR})
_LEADERS: Final = frozenset({Role.HEAD, Role.DEPUTY_HEAD})


class LostWordsNeeded(RuleBroken):
    """Without words nobody knows whose account is meant; a whole letter is too much."""

    code = "lost-words"


class LostTooOften(RuleBroken):
    """The account has asked often enough for a day, or the school was asked by too many."""

    code = "lost-too-often"


@dataclass(frozen=True, slots=True)
class Served:
    """A school that this program serves, as a stranger may know of it."""

    school: SchoolId
    name: str


@dataclass(frozen=True, slots=True)
class LostAccess:
    """A request of somebody unknown; `answered_at` is when the administrator had dealt with it.

    `source` is the id that it has in the school's files.
    """

    id: LostAccessId
    school: SchoolId
    source: SourceId
    words: str
    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LostAccessReported(Fact):
    """Somebody asked for a new code: the administrators of the school hear at once."""

    request: LostAccessId


@dataclass(frozen=True, slots=True)
class LostAccessAnswered(Fact):
    """It was dealt with: the log of consultations has a row of it (H4)."""

    request: LostAccessId
    source: SourceId


class Hears(StrEnum):
    """Who at a school can be told now that somebody lost access."""

    ADMINISTRATORS = "administrators"
    LEADERS = "leaders"
    """Head and deputies: no message reaches an administrator of the journal."""
    NOBODY = "nobody"
    """No message reaches anybody: it waits in the list, and is told once somebody has come in."""


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who is told of lost access, and as what."""

    how: Hears
    persons: tuple[PersonId, ...] = ()


def hearers(in_reach: Mapping[PersonId, AbstractSet[Role]]) -> Hearers:
    """Return who is told, of those in charge whom messages reach.

    The administrators of the journal are (S3); where none can be, whoever leads the school passes
    it on by word of mouth.
    """
    for role_of, how in ((_ADMINISTRATORS, Hears.ADMINISTRATORS), (_LEADERS, Hears.LEADERS)):
        found = tuple(sorted(one for one, roles in in_reach.items() if roles & role_of))
        if found:
            return Hearers(how, found)
    return Hearers(Hears.NOBODY)


class LostAccessBook(Protocol):
    """Requests of who lost access."""

    async def served(self) -> Sequence[Served]:
        """Return the schools that can be asked, in the order in which they came."""
        ...

    async def asked_by(self, account: AccountId, since: datetime) -> int:
        """Return how often an account asked since then, at any school."""
        ...

    async def asked_at_school(self, school: SchoolId, since: datetime) -> int:
        """Return how often a school was asked since then, by anybody."""
        ...

    async def add(
        self, school: SchoolId, account: AccountId, words: str, *, at: datetime
    ) -> LostAccessId:
        """Keep a request."""
        ...

    async def requests(self, numbers: Sequence[int]) -> Sequence[LostAccess]:
        """Return requests by their numbers, answered or not."""
        ...

    async def unanswered(self, school: SchoolId) -> Sequence[LostAccess]:
        """Return the open requests of a school, the oldest first."""
        ...

    async def schools_unanswered(self) -> Sequence[SchoolId]:
        """Return the schools that have open requests."""
        ...

    async def answer(self, number: LostAccessId, *, by: PersonId, at: datetime) -> bool:
        """Close an open request; say whether it was open."""
        ...

    async def administrators(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked administrators of the journal of a school."""
        ...

    async def out_of_reach(self, school: SchoolId) -> Sequence[PersonId]:
        """Return those of them whom no message reaches."""
        ...

    async def in_reach(self, school: SchoolId) -> Mapping[PersonId, frozenset[Role]]:
        """Return the school's administration whom messages reach, each with its roles there."""
        ...


@dataclass(frozen=True, slots=True)
class AskForAccess:
    """Somebody says in own words who lost access; the request waits for the administrator."""

    book: LostAccessBook
    facts: Facts
    clock: Clock

    async def served(self) -> Sequence[Served]:
        """Return the schools among which a stranger chooses."""
        return await self.book.served()

    async def __call__(self, account: Account, school: SchoolId, text: str) -> Hears:
        """Keep it, let who is in charge hear, return who hears; raise LostTooOften where it is."""
        words, now = of_a_stranger(text), self.clock.now()
        if not words.replace(STRUCK_OUT, "").strip() or len(words) > WORDS_LENGTH:
            raise LostWordsNeeded
        if school not in {one.school for one in await self.book.served()}:
            raise AccessRefused
        since = now - WITHIN
        by_account = await self.book.asked_by(account.id, since)
        at_school = await self.book.asked_at_school(school, since)
        if by_account >= MOST_OF_ACCOUNT or at_school >= MOST_OF_SCHOOL:
            raise LostTooOften
        number = await self.book.add(school, account.id, words, at=now)
        await self.facts.record([LostAccessReported(school, now, BY_IMPORT, number)])
        return hearers(await self.book.in_reach(school)).how


@dataclass(frozen=True, slots=True)
class ReadLostAccess:
    """The administration opens the requests that wait, and closes those that were answered.

    Codes are the administrator's (S1, S3): head and deputies see here what waits there.
    """

    book: LostAccessBook
    facts: Facts
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId
    ) -> tuple[Member, Sequence[LostAccess]]:
        """Return them, the oldest first; raise AccessRefused for who does not administer."""
        member = must_administer(actor, school)
        return member, await self.book.unanswered(school)

    async def answered(
        self, actor: Actor, number: LostAccessId
    ) -> tuple[Member, Sequence[LostAccess]]:
        """Close one, and return those that still wait; one that is closed stays so."""
        found = next(iter(await self.book.requests([number])), None)
        if found is None:
            raise AccessRefused
        member, now = must_administer(actor, found.school), self.clock.now()
        if await self.book.answer(number, by=member.person, at=now):
            by = Origin(member.person)
            fact = LostAccessAnswered(found.school, now, by, number, found.source)
            await self.facts.record([fact])
        return await self(actor, found.school)
