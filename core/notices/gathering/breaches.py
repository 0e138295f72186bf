"""What there is to tell of breaches, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.access.lost import LostAccessBook
from core.breaches.ports import BreachBook
from core.breaches.reporting import ReportBy
from core.ids import NoticeId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.breaches import BreachNews
from core.notices.ports import DeliveryRules


@dataclass(frozen=True, slots=True)
class GatherBreaches:
    """Looks up breaches; nobody is reminded of one that was reported, nor told who left."""

    book: BreachBook
    report_by: ReportBy
    administration: LostAccessBook
    delivery: DeliveryRules
    names: Names

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, BreachNews]:
        """Return what there is to say of each notice."""
        due = kind is NoticeKind.BREACH_DUE
        found = await self.book.breaches(sorted({one.draft.subject for one in rows}))
        names = await self.names.names([one.draft.recipient for one in rows])
        schools = {one.of.school for one in found}
        zones = {
            one.school: ZoneInfo(one.zone.key)
            for one in await self.delivery.all()
            if one.school in schools
        }
        in_charge = {one: await self.administration.in_reach(one) for one in schools}
        told = dict[NoticeId, BreachNews]()
        for breach in found:
            school = breach.of.school
            if due and breach.told_at is not None:
                continue
            by = await self.report_by(school, breach.at, zones[school])
            told |= {
                row.id: BreachNews(
                    row.draft.about, names[row.draft.recipient], breach, by, zones[school], due
                )
                for row in rows
                if row.draft.subject == breach.id
                and row.draft.recipient in names.keys() & in_charge[school].keys()
            }
        return told
