"""How far warnings came with their families: many at once, by the same few questions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import Child
from core.diary.acknowledging import Acknowledged, Acknowledgements
from core.ids import PersonId, PupilId
from core.notices.answers.answerable import Answerable
from core.notices.issue.reached import FamilyReach, family_reach
from core.notices.ledger import NoticeKind, Settled
from core.notices.printing import PaperRuns, PrintRun


@dataclass(frozen=True, slots=True)
class SentWarning:
    """A warning that was sent to a family, by the number of its record."""

    number: int
    child: Child
    at: datetime


class WasSent(Protocol):
    """A warning of any kind that was decided on."""

    @property
    def id(self) -> int:
        """Return the number of its record."""
        ...

    @property
    def child(self) -> Child:
        """Return about whom it is."""
        ...

    @property
    def made_at(self) -> datetime:
        """Return when it was drafted."""
        ...

    @property
    def decided_at(self) -> datetime | None:
        """Return when it was sent."""
        ...


def as_sent(one: WasSent) -> SentWarning:
    """Return a warning that was sent, as its reach is asked for."""
    return SentWarning(one.id, one.child, one.decided_at or one.made_at)


@dataclass(frozen=True, slots=True)
class FindReach:
    """Finds how far warnings came: about marks that threaten, or about lessons missed."""

    answerable: Answerable
    acknowledgements: Acknowledgements
    print_run: PrintRun
    paper_runs: PaperRuns

    async def __call__(
        self, kind: NoticeKind, sent: Sequence[SentWarning]
    ) -> Mapping[int, FamilyReach]:
        """Return the reach of each warning by its number."""
        if not sent:
            return {}
        numbers = [one.number for one in sent]
        pupils = sorted({one.child.pupil for one in sent})
        rows = await self._rows(kind, numbers, pupils)
        answers = await self._answers(kind, numbers, pupils)
        printed = await self.print_run.of(kind, numbers, pupils)
        on_paper = {(one.subject, one.pupil) for one in printed}
        in_hand = await self.paper_runs.in_hand(pupils)
        return {
            one.number: family_reach(
                one.child,
                rows.get(one.number, ()),
                answers.get((one.number, one.child.pupil), ()),
                on_paper=(one.number, one.child.pupil) in on_paper,
                in_hand=holds(in_hand, one.child.pupil, one.at),
            )
            for one in sent
        }

    async def _rows(
        self, kind: NoticeKind, numbers: Sequence[int], pupils: Sequence[PupilId]
    ) -> Mapping[int, Sequence[Settled]]:
        found = defaultdict[int, list[Settled]](list)
        for row in await self.answerable.about(kind, numbers, pupils):
            found[row.notice.draft.subject].append(row)
        return found

    async def _answers(
        self, kind: NoticeKind, numbers: Sequence[int], pupils: Sequence[PupilId]
    ) -> Mapping[tuple[int, PupilId], set[PersonId]]:
        given = await self.acknowledgements.given(
            Acknowledged(kind.value), pupils, min(numbers), max(numbers)
        )
        found = defaultdict[tuple[int, PupilId], set[PersonId]](set)
        for one in given:
            found[one.subject, one.about].add(one.person)
        return found


def holds(in_hand: Mapping[PupilId, datetime], pupil: PupilId, since: datetime) -> bool:
    """Say whether a family holds a sheet that tells what stood at `since`, or later."""
    at = in_hand.get(pupil)
    return at is not None and at >= since
