"""What teachers said of a pupil over the school year, one shelf at a time (F16)."""

from dataclasses import dataclass
from datetime import date

from core.access.people import Actor, Child
from core.diary.reading import Reader
from core.diary.school_life.class_life import school_year_behind
from core.ids import PupilId
from core.journal.remarks.making import RemarkAuthors
from core.journal.remarks.ports import Remarks
from core.journal.remarks.remark import Remark, RemarkShelf


@dataclass(frozen=True, slots=True)
class PupilRemarks:
    """A shelf of a pupil's remarks, the latest first; `elsewhere` counts the other shelf's.

    `may_add`: who looks may remark something too, `may_open`: and each of these.
    """

    child: Child
    today: date
    shelf: RemarkShelf
    remarks: tuple[Remark, ...]
    elsewhere: int
    may_add: bool = False
    may_open: bool = False


@dataclass(frozen=True, slots=True)
class ReadRemarks:
    """Open what was remarked about a pupil this school year."""

    reader: Reader
    remarks: Remarks
    authors: RemarkAuthors

    async def __call__(self, actor: Actor, pupil: PupilId, shelf: RemarkShelf) -> PupilRemarks:
        """Return one shelf; praise is never read beside blame."""
        child, now, _ = await self.reader.open(actor, pupil)
        first, _ = school_year_behind(now)
        found = (await self.remarks.of_pupils([pupil], first, now)).get(pupil, ())
        shown = tuple(one for one in found if one.shelf is shelf)
        return PupilRemarks(
            child,
            now,
            shelf,
            shown,
            elsewhere=len(found) - len(shown),
            may_add=await self.authors.author(actor, pupil) is not None,
            may_open=await self.authors.leads(actor, pupil) is not None,
        )
