"""How far warnings came with their families: many at once, by the same few questions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import Child
from core.diary.acknowledging import Acknowledged, Acknowledgement, Acknowledgements
from core.ids import PupilId
from core.notices.answers.answerable import Answerable
from core.notices.issue.reached import INFORMED, FamilyReach, family_reach
from core.notices.ledger import Ending, NoticeKind, Settled
from core.notices.printing import PaperRuns, PrintRun, ToPrint

_Record = tuple[int, PupilId]
"""The number of a record, and the pupil whom it is about."""


@dataclass(frozen=True, slots=True)
class SentWarning:
    """A warning that was sent to a family, by the number of its record."""

    number: int
    child: Child
    at: datetime

    @property
    def record(self) -> _Record:
        """Return which record of which pupil it is."""
        return self.number, self.child.pupil


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
        found = await self.each(kind, sent)
        return {one.number: reach for one, reach in zip(sent, found, strict=True)}

    async def unread(
        self, listed: Sequence[ToPrint], children: Mapping[PupilId, Child]
    ) -> Sequence[ToPrint]:
        """Return what is on the print run and has not come with its family since it was put there.

        What was delivered or acknowledged late, or is in hand, needs no more paper.
        """
        found = list[ToPrint]()
        for kind in sorted({one.what for one in listed}):
            some = [one for one in listed if one.what is kind]
            asked = [SentWarning(one.subject, children[one.pupil], one.at) for one in some]
            reach = await self.each(kind, asked)
            found += [one for one, it in zip(some, reach, strict=True) if it.reach not in INFORMED]
        return found

    async def each(self, kind: NoticeKind, sent: Sequence[SentWarning]) -> Sequence[FamilyReach]:
        """Return the reach of each record of a kind with the family that it went to.

        What was delivered, or answered, before it was sent belongs to what went before it.
        """
        if not sent:
            return ()
        numbers = [one.number for one in sent]
        pupils = sorted({one.child.pupil for one in sent})
        rows = await self._rows(kind, numbers, pupils)
        answers = await self._answers(kind, numbers, pupils)
        printed = await self.print_run.of(kind, numbers, pupils)
        on_paper = {(one.subject, one.pupil) for one in printed}
        in_hand = await self.paper_runs.in_hand(pupils)
        return [
            family_reach(
                one.child,
                [it for it in rows.get(one.record, ()) if _is_of(it, one.at)],
                {it.person for it in answers.get(one.record, ()) if it.at >= one.at},
                on_paper=one.record in on_paper,
                in_hand=holds(in_hand, one.child.pupil, one.at),
            )
            for one in sent
        ]

    async def _rows(
        self, kind: NoticeKind, numbers: Sequence[int], pupils: Sequence[PupilId]
    ) -> Mapping[_Record, Sequence[Settled]]:
        found = defaultdict[_Record, list[Settled]](list)
        for row in await self.answerable.about(kind, numbers, pupils):
            found[row.notice.draft.subject, row.notice.draft.about].append(row)
        return found

    async def _answers(
        self, kind: NoticeKind, numbers: Sequence[int], pupils: Sequence[PupilId]
    ) -> Mapping[_Record, Sequence[Acknowledgement]]:
        given = await self.acknowledgements.given(
            Acknowledged(kind.value), pupils, min(numbers), max(numbers)
        )
        found = defaultdict[_Record, list[Acknowledgement]](list)
        for one in given:
            found[one.subject, one.about].append(one)
        return found


def _is_of(row: Settled, since: datetime) -> bool:
    return row.ending is not Ending.DELIVERED or row.at is None or row.at >= since


def holds(in_hand: Mapping[PupilId, datetime], pupil: PupilId, since: datetime) -> bool:
    """Say whether a family holds a sheet that tells what stood at `since`, or later."""
    at = in_hand.get(pupil)
    return at is not None and at >= since
