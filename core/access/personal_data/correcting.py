"""The administration enters into the school's journal what families corrected (D6.2, C4.3.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import closed_to, must_administer
from core.access.people import Actor, Child, Member, Name
from core.access.personal_data.data import DataField, PersonalData, hidden_email, hidden_phone
from core.access.personal_data.records import (
    Correction,
    CorrectionDecided,
    CorrectionSettled,
    CorrectionState,
    DataChecks,
    DataCorrections,
)
from core.clock import Clock, today
from core.errors import RuleBroken
from core.facts import Facts, Origin
from core.ids import CorrectionId, PersonId, SchoolId

WORD_LENGTH: Final = 300


class CorrectionWord(RuleBroken):
    """Who declines says why, in a few words."""

    code = "correction-word"


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A correction with who said it, as others may see it: what stands now is masked."""

    correction: Correction
    name: Name
    child: Child | None
    now: str


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """What waits at a school, the oldest first."""

    member: Member
    waiting: tuple[ShownCorrection, ...]

    def one(self, number: CorrectionId) -> ShownCorrection:
        """Return one of them; raise CorrectionDecided where it waits no more."""
        for found in self.waiting:
            if found.correction.id == number:
                return found
        raise CorrectionDecided


@dataclass(frozen=True, slots=True)
class ReadCorrections:
    """The administration opens what families corrected."""

    checks: DataChecks
    corrections: DataCorrections
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> CorrectionList:
        """Return what waits; raise AccessRefused for who does not answer for the school."""
        member = must_administer(actor, school)
        found = await self.corrections.waiting(school)
        day = today(self.clock, ZoneInfo(member.zone))
        data = await self.checks.data(sorted({one.said.person for one in found}), day)
        return CorrectionList(member, shown_to_others(found, data))

    async def around(self, actor: Actor, number: CorrectionId) -> CorrectionList:
        """Return what waits at the school of a correction; nobody else learns that it exists."""
        found = await self.corrections.corrections([number])
        if not found:
            raise closed_to(actor)
        return await self(actor, found[0].said.school)


@dataclass(frozen=True, slots=True)
class SettleCorrection:
    """The administration ticks a correction as entered, or declines it with a word.

    Entered is it by the administrator's own hand, in the school's journal: the bot never writes
    the record of a person, which is an import's.
    """

    read: ReadCorrections
    facts: Facts

    async def entered(self, actor: Actor, number: CorrectionId) -> CorrectionList:
        """Tick it off; raise CorrectionDecided where somebody was there before."""
        return await self._settle(actor, number, CorrectionState.ENTERED, "")

    async def declined(self, actor: Actor, number: CorrectionId, text: str) -> CorrectionList:
        """Decline it; raise CorrectionWord without a reason, or with too long a one."""
        word = " ".join(text.split())
        if not any(map(str.isalnum, word)) or len(word) > WORD_LENGTH:
            raise CorrectionWord
        return await self._settle(actor, number, CorrectionState.DECLINED, word)

    async def _settle(
        self, actor: Actor, number: CorrectionId, state: CorrectionState, word: str
    ) -> CorrectionList:
        view = await self.read.around(actor, number)
        said, by, now = view.one(number).correction.said, view.member.person, self.read.clock.now()
        book = self.read.corrections
        if not await book.decide(number, state, by=by, at=now, word=word):
            raise CorrectionDecided
        settled = CorrectionSettled(said.school, now, Origin(by), number, said.person)
        await self.facts.record([settled])
        return await self.read(actor, said.school)


def shown_to_others(
    found: Sequence[Correction], data: Mapping[PersonId, PersonalData]
) -> tuple[ShownCorrection, ...]:
    """Return corrections with what stands now, masked; who left the school needs none."""
    return tuple(
        ShownCorrection(one, of.name, of.child(one.said.about), _now(one.said.field, of))
        for one in found
        if (of := data.get(one.said.person))
    )


def _now(field: DataField, data: PersonalData) -> str:
    match field:
        case DataField.PHONE:
            return hidden_phone(data.phone)
        case DataField.EMAIL:
            return hidden_email(data.email)
        case DataField.NAME | DataField.CHILD | DataField.OTHER:
            return ""
