"""The answers of families in memory: `Acknowledgements`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import AcknowledgementId, PupilId
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    given: Acknowledgement


@dataclass(frozen=True)
class MemoryAcknowledgements:
    world: World

    async def add(
        self, one: Acknowledgement, *, since: datetime | None = None
    ) -> AcknowledgementId | None:
        before = next((it for it in self.world.all(Answer) if _of(it.given) == _of(one)), None)
        if before is not None:
            if since is None or before.given.at >= since:
                return None
            self.world.change(before, given=one)
            return AcknowledgementId(before.id)
        return AcknowledgementId(self.world.add(Answer, given=one).id)

    async def given(
        self, kind: Acknowledged, about: Sequence[PupilId], first: int, last: int
    ) -> Sequence[Acknowledgement]:
        found = [
            (one.given.at, one.id, one.given)
            for one in self.world.all(Answer, lambda it: it.given.kind == kind)
            if one.given.about in about and first <= one.given.subject <= last
        ]
        return [given for _, _, given in sorted(found, key=lambda it: it[:2])]


def _of(one: Acknowledgement) -> tuple[object, ...]:
    return one.about, one.kind, one.subject, one.person
