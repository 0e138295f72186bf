"""The week's totals are reviewed by the link of a letter, as by a tap in the chat (F9, F11).

The reader is known anew each time, and answers only as who it is now.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.gate import must_be
from core.access.people import Actor
from core.access.readers import KnowReader, NoteUse, Reader
from core.diary.acknowledging import Outcome
from core.diary.totals.reviewing import ReviewTotals, Totals
from core.errors import AccessRefused
from core.ids import PupilId


@dataclass(frozen=True, slots=True)
class OpenedReview:
    """What the reader sees at the school's `now`; `outcome` is what became of the button."""

    actor: Actor
    totals: Totals
    now: datetime
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class ReviewByLetter:
    """A guardian opens the totals of a child by a link, and says there that it has read them."""

    known: KnowReader
    review: ReviewTotals
    note_use: NoteUse

    async def look(self, reader: Reader, pupil: PupilId) -> OpenedReview:
        """Return the totals; raise AccessRefused for who is no guardian of the pupil any more."""
        actor, now = await self._guardian(reader, pupil)
        return OpenedReview(actor, await self.review.read(actor, pupil), now)

    async def __call__(self, reader: Reader, pupil: PupilId, *, stamp: int) -> OpenedReview:
        """Record the review of what the page showed with `stamp`. Raises as `look` does."""
        actor, now = await self._guardian(reader, pupil)
        done = await self.review(actor, pupil, stamp=stamp)
        await self.note_use(actor)
        return OpenedReview(actor, done.totals, now, done.outcome)

    async def _guardian(self, reader: Reader, pupil: PupilId) -> tuple[Actor, datetime]:
        actor = await self.known(reader)
        member = must_be(actor, reader.person)
        if pupil not in [one.pupil for one in member.children]:
            raise AccessRefused
        now = self.review.clock.now().astimezone(ZoneInfo(member.zone))
        return actor, now
