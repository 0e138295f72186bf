"""What remarks need kept and known."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.access.people import Name
from core.ids import PersonId, PupilId, RemarkId, SchoolId
from core.journal.remarks.remark import FormerWords, Remark, RemarkKind


class Remarks(Protocol):
    """The remarks about pupils, with what was corrected and taken back."""

    async def add(  # noqa: PLR0913 - what a remark is made of
        self,
        school: SchoolId,
        pupil: PupilId,
        kind: RemarkKind,
        text: str,
        *,
        day: date,
        by: PersonId,
        at: datetime,
    ) -> RemarkId:
        """Keep a remark."""
        ...

    async def one(self, remark: RemarkId) -> Remark | None:
        """Return a remark, or None for one that was taken back."""
        ...

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[Remark]]:
        """Return the remarks of the days by pupil, the latest first; a paper asks for a class."""
        ...

    async def made_by(self, person: PersonId, since: date) -> Sequence[Remark]:
        """Return what a person remarked on the day or after it, the latest first."""
        ...

    async def history(self, remark: RemarkId) -> Sequence[FormerWords]:
        """Return what the remark said before, the oldest first."""
        ...

    async def reword(
        self, remark: RemarkId, before: str, text: str, *, by: PersonId, at: datetime
    ) -> bool:
        """Keep other words; return False where those of before do not stand any more."""
        ...

    async def take_back(
        self, remark: RemarkId, before: str, *, by: PersonId, at: datetime
    ) -> bool:
        """Take it back; return False where those words do not stand any more."""
        ...

    async def teaches(self, person: PersonId, pupil: PupilId, day: date) -> bool:
        """Say whether the person teaches the pupil a course on the day."""
        ...

    async def named(self, pupil: PupilId) -> Name | None:
        """Return the pupil's name, or None for nobody of the school."""
        ...
