"""Whether the log of consultations is as it was written: nothing changed, nothing taken away."""

from dataclasses import dataclass
from typing import Final

from core.helpdesk.log.chain import Head, verify
from core.helpdesk.log.ports import ConsultationLog
from core.ids import SchoolId

_PAGE: Final = 1000


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: how many rows hold, their head, and the number of the broken one.

    Rows that were taken away from the end leave a log that holds: its `head` is to be compared
    with one that was noted before.
    """

    head: Head
    broken: int | None = None


@dataclass(frozen=True, slots=True)
class CheckLog:
    """Verifies the log of a school from its beginning, page by page."""

    log: ConsultationLog

    async def __call__(self, school: SchoolId) -> Checked:
        """Return the first row that is not as it was written, if there is one."""
        head, seen = Head(), 0
        while page := await self.log.after(school, seen, most=_PAGE):
            broken = verify(page, head)
            if broken is not None:
                held = page[: page.index(broken)]
                return Checked(held[-1].head if held else head, broken.number)
            head, seen = page[-1].head, page[-1].number
        return Checked(head)
