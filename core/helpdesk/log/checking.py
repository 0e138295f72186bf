"""Whether the log of consultations is as it was written: nothing changed, nothing taken away.

The chain finds a row that was changed, moved or taken out. That rows were cut off at the end, or
the log replaced by an older or another one, it cannot find: that is found by the heads, which
are noted apart whenever rows are added, and by the one that a report bore when it was printed.
"""

from dataclasses import dataclass
from typing import Final

from core.helpdesk.log.chain import Head, verify
from core.helpdesk.log.ports import ConsultationLog
from core.ids import SchoolId

_PAGE: Final = 1000


@dataclass(frozen=True, slots=True)
class Broken:
    """The row is not as it was written, or does not follow on the one before."""

    row: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Rows that were written are not there: from the first to the last, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The log holds together, but its row is not the one that was noted, or printed, then."""

    row: int


@dataclass(frozen=True, slots=True)
class Unnoted:
    """From this row on nothing is noted: rows were added past the program, or notes taken away."""

    row: int


Wrong = Broken | Missing | Exchanged | Unnoted


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the last row up to which the log holds, and what is wrong first."""

    head: Head
    wrong: Wrong | None = None


@dataclass(frozen=True, slots=True)
class CheckLog:
    """Verifies the log of a school from its beginning, page by page, and against its heads."""

    log: ConsultationLog

    async def __call__(self, school: SchoolId, printed: Head | None = None) -> Checked:
        """Return what is wrong first, if anything is.

        `printed` is a head as a report bears it, where the digest is cut short.
        """
        chain = await self._chain(school)
        if chain.wrong is not None:
            return chain
        wrong = await self._noted(school, chain.head)
        if wrong is None and printed is not None:
            wrong = await self._printed(school, chain.head, printed)
        return Checked(chain.head, wrong)

    async def _chain(self, school: SchoolId) -> Checked:
        head, seen = Head(), 0
        while page := await self.log.after(school, seen, most=_PAGE):
            broken = verify(page, head)
            if broken is not None:
                held = page[: page.index(broken)]
                last = held[-1].head if held else head
                return Checked(last, _gap(last.number, broken.number))
            head, seen = page[-1].head, page[-1].number
        return Checked(head)

    async def _noted(self, school: SchoolId, head: Head) -> Wrong | None:
        noted, lost = await self.log.noted(school), await self.log.first_lost(school)
        if lost is not None and lost.number <= head.number:
            return Exchanged(lost.number)
        if lost is not None:
            return Missing(head.number + 1, noted.number)
        return Unnoted(noted.number + 1) if noted.number < head.number else None

    async def _printed(self, school: SchoolId, head: Head, printed: Head) -> Wrong | None:
        if printed.number > head.number:
            return Missing(head.number + 1, printed.number)
        row = await self.log.row(school, printed.number)
        same = row is not None and row.digest.startswith(printed.digest)
        return None if same else Exchanged(printed.number)


def _gap(held: int, found: int) -> Wrong:
    return Missing(held + 1, found - 1) if found > held + 1 else Broken(found)
