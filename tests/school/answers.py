"""Known answers in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.helpdesk.answers.known import TOPICS, KnownAnswer, OwnAnswer, Ref, Seen, Wording
from core.ids import KnownAnswerId, PersonId, SchoolId
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Known(Record):
    school: SchoolId
    words: Wording
    changed_at: datetime
    own: OwnAnswer | None = None
    helped: int = 0
    retired: bool = False


@dataclass(frozen=True)
class MemoryKnownAnswers:
    world: World

    async def of_school(self, school: SchoolId) -> Sequence[KnownAnswer]:
        found = self.world.all(Known, lambda it: it.school == school)
        return [
            KnownAnswer(
                one.own or KnownAnswerId(one.id),
                one.words.topic,
                one.words.question,
                one.words.answer,
                one.helped,
                is_retired=one.retired,
                changed_at=one.changed_at,
            )
            for one in sorted(found, key=lambda it: it.id)
        ]

    async def add(
        self, school: SchoolId, words: Wording, *, by: PersonId, at: datetime
    ) -> KnownAnswerId:
        return KnownAnswerId(self.world.add(Known, school=school, words=words, changed_at=at).id)

    async def change(
        self, school: SchoolId, seen: Seen, words: Wording, *, by: PersonId, at: datetime
    ) -> bool:
        kept = self.world.get(Known, seen.number)
        if (kept.school, kept.changed_at) != (school, seen.since):
            return False
        self.world.change(kept, words=words, changed_at=at)
        return True

    async def retire(
        self, school: SchoolId, ref: Ref, *, retired: bool, by: PersonId, at: datetime
    ) -> None:
        self.world.change(self._touched(school, ref, at), retired=retired, changed_at=at)

    async def count(self, school: SchoolId, ref: Ref, *, at: datetime) -> None:
        kept = self._touched(school, ref, at)
        self.world.change(kept, helped=kept.helped + 1)

    def _touched(self, school: SchoolId, ref: Ref, at: datetime) -> Known:
        if not isinstance(ref, OwnAnswer):
            return self.world.get(Known, ref)
        for one in self.world.all(Known, lambda it: (it.school, it.own) == (school, ref)):
            return one
        words = Wording(TOPICS[ref], "", "")
        return self.world.add(Known, school=school, words=words, changed_at=at, own=ref)
