"""What families said of absences, looked up just before it is told to who decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.ids import NoticeId
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.excuses import ClaimNews
from core.notices.ports import NewsBook
from core.notices.standing_in import FindInCharge


@dataclass(frozen=True, slots=True)
class GatherClaims:
    """Looks up claims; who stands in is told why they come to them."""

    book: NewsBook
    in_charge: FindInCharge

    async def __call__(
        self,
        kind: NoticeKind,  # noqa: ARG002 - all are of one kind
        rows: Sequence[Notice],
    ) -> Mapping[NoticeId, ClaimNews]:
        """Return what there is to say of each notice."""
        found = await self.book.claims(rows)
        schools = {row.draft.about: row.draft.school for row in rows if row.id in found}
        told = await self.in_charge.of_pupils(schools)
        return {
            number: replace(news, stands_in=told[news.about].stand_in)
            for number, news in found.items()
        }
