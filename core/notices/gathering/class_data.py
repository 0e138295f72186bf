"""How many of a class are still to be asked for their data, as it stands when it is told (W2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.access.personal_data.checking import month_of
from core.access.personal_data.of_class import ReadClassCheck, Standing
from core.ids import ClassId, NoticeId, PersonId
from core.notices.ledger import Notice
from core.notices.news.personal_data import ClassDataNews
from core.notices.personal_data.of_classes import TO_ASK
from core.notices.ports import Audience, DeliveryRules
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class GatherClassData:
    """Looks classes up; one that has answered meanwhile, or is another's, is told no more."""

    read: ReadClassCheck
    audience: Audience
    delivery: DeliveryRules
    regulations: Regulations

    async def __call__(
        self, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, ClassDataNews]:
        """Return what there is to say of each notice."""
        zones = {one.school: ZoneInfo(one.zone.key) for one in await self.delivery.all()}
        told = dict[NoticeId, ClassDataNews]()
        for row in rows:
            news = await self._news(row, names[row.draft.recipient], zones[row.draft.school])
            if news is not None:
                told[row.id] = news
        return told

    async def _news(self, row: Notice, name: Name, zone: ZoneInfo) -> ClassDataNews | None:
        class_id = ClassId(row.draft.subject)
        if row.draft.recipient not in await self.audience.leaders(class_id):
            return None
        day = row.draft.happened_at.astimezone(zone).date()
        rules = await self.regulations.of(row.draft.school)
        found = await self.read.persons(class_id, day, zone, rules)
        to_ask = [one for one in found if one.standing in TO_ASK]
        if not to_ask:
            return None
        silent = sum(one.standing is Standing.SILENT for one in to_ask)
        title = next((it.class_title for one in to_ask for it in one.pupils), "")
        return ClassDataNews(
            row.draft.about,
            name,
            class_id,
            title,
            month_of(day),
            silent,
            len(to_ask) - silent,
        )
