"""What a batch tells its recipient now, of what the recipient may still hear."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.notices.gathering.gather import GatherNews
from core.notices.hearing import StillHear
from core.notices.ledger import Notice
from core.notices.news.journal import Telling


@dataclass(frozen=True, slots=True)
class GatherDue:
    """Asks for the right to hear once more, for the whole batch, before anything is looked up.

    It is for what we send of our own accord. Who opens something passes the gate instead.
    """

    still_hear: StillHear
    gather: GatherNews

    async def __call__(self, notices: Sequence[Notice]) -> Telling:
        """Return the news; each row is told, overtaken, or no longer for its recipient."""
        heard = await self.still_hear([one.draft for one in notices])
        telling = await self.gather([one for one in notices if one.draft in heard])
        return replace(
            telling, without_right=tuple(one.id for one in notices if one.draft not in heard)
        )
