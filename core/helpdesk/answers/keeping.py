"""Who answers at a school keeps its known answers: adds, rewords and retires them."""

from dataclasses import dataclass
from typing import Final

from core.access.gate import who_may
from core.access.people import Actor, Member, Role
from core.clock import Clock
from core.helpdesk.answers.known import AnswerGone, KnownAnswer, Ref, Seen, Wording, with_own
from core.helpdesk.answers.ports import KnownAnswers
from core.ids import SchoolId

KEEPERS: Final = frozenset({Role.ADMINISTRATOR, Role.CONSULTANT})


def keeps(member: Member) -> bool:
    """Say whether a person keeps known answers: the administrator, and each consultant."""
    return not member.roles.isdisjoint(KEEPERS)


def must_keep(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor keeps a school's known answers; refuse anybody else."""
    return who_may(actor, lambda member: member.school == school and keeps(member))


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """Opens all known answers of a school, retired ones too, to those who keep them."""

    book: KnownAnswers

    async def __call__(self, actor: Actor, school: SchoolId) -> tuple[KnownAnswer, ...]:
        """Return them by topic."""
        must_keep(actor, school)
        return with_own(await self.book.of_school(school))

    async def one(self, actor: Actor, school: SchoolId, ref: Ref) -> KnownAnswer:
        """Return one of them; raise AnswerGone where there is none."""
        for known in await self(actor, school):
            if known.ref == ref:
                return known
        raise AnswerGone


@dataclass(frozen=True, slots=True)
class KeepAnswer:
    """Keeps a known answer in the school's words."""

    read: ReadAnswers
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, words: Wording, seen: Seen | None = None
    ) -> KnownAnswer:
        """Keep a new one, or another wording of one; raise AnswerGone where it changed since."""
        member, now = must_keep(actor, school), self.clock.now()
        if seen is None:
            number = await self.read.book.add(school, words, by=member.person, at=now)
            return await self.read.one(actor, school, number)
        if not await self.read.book.change(school, seen, words, by=member.person, at=now):
            raise AnswerGone
        return await self.read.one(actor, school, seen.number)


@dataclass(frozen=True, slots=True)
class RetireAnswer:
    """Lets a known answer be offered no more, or again."""

    read: ReadAnswers
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, ref: Ref, *, retired: bool
    ) -> KnownAnswer:
        """Do so; twice is once. Raise AnswerGone where there is none."""
        member = must_keep(actor, school)
        known = await self.read.one(actor, school, ref)
        if known.is_retired is not retired:
            await self.read.book.retire(
                school, ref, retired=retired, by=member.person, at=self.clock.now()
            )
        return await self.read.one(actor, school, ref)
