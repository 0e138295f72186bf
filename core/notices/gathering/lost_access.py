"""What a batch of notices tells of who lost access, as it stands when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.lost import LostAccessBook
from core.ids import NoticeId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.lost_access import LostAccessNews


@dataclass(frozen=True, slots=True)
class GatherLostAccess:
    """Looks up requests; one that was answered meanwhile is told no more, nor to who left."""

    book: LostAccessBook
    names: Names

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, LostAccessNews]:
        """Return what there is to say to each administrator, or to who passes it on to them."""
        del kind
        requests = await self.book.requests([one.draft.subject for one in rows])
        waiting = {int(one.id): one for one in requests if one.answered_at is None}
        schools = {one.draft.school for one in rows}
        in_charge = {one: await self.book.administrators(one) for one in schools}
        leaders = {one: await self.book.in_reach(one) for one in schools}
        names = await self.names.names([one.draft.recipient for one in rows])
        return {
            one.id: LostAccessNews(
                one.draft.about,
                names[one.draft.recipient],
                waiting[one.draft.subject],
                to_pass_on=one.draft.recipient not in in_charge[one.draft.school],
            )
            for one in rows
            if one.draft.subject in waiting
            and (
                one.draft.recipient in in_charge[one.draft.school]
                or one.draft.recipient in leaders[one.draft.school]
            )
            and one.draft.recipient in names
        }
