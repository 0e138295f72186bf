"""What a batch of notices tells of the monthly check of data, as it stands when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.access.personal_data.correcting import ShownCorrection, shown_to_others
from core.access.personal_data.data import PersonalData
from core.access.personal_data.records import DataChecks, DataCorrections
from core.clock import Clock, today
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.gathering.class_data import GatherClassData
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.personal_data import (
    CorrectionsNews,
    DataCheckNews,
    PersonalDataNews,
    SettledNews,
)
from core.notices.personal_data.passing_on import Enterers
from core.notices.ports import Audience, DeliveryRules


@dataclass(frozen=True, slots=True)
class GatherPersonalData:
    """Looks the data up; who answered meanwhile is not asked, what was settled not passed on.

    A guardian reads here of no child about whom news may not be sent (S5).
    """

    checks: DataChecks
    corrections: DataCorrections
    names: Names
    audience: Audience
    enterers: Enterers
    of_classes: GatherClassData
    delivery: DeliveryRules
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, PersonalDataNews]:
        """Return what there is to say of each notice of one kind."""
        names = await self.names.names(
            sorted({one for row in rows for one in (row.draft.recipient, row.draft.about)})
        )
        known = [one for one in rows if {one.draft.recipient, one.draft.about} <= names.keys()]
        match kind:
            case NoticeKind.DATA_CHECK:
                return await self._asked(known, names)
            case NoticeKind.DATA_OF_CLASS:
                return await self.of_classes(known, names)
            case NoticeKind.DATA_CORRECTIONS:
                return await self._passed_on(known, names)
            case _:
                return await self._settled(known, names)

    async def _asked(
        self, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, DataCheckNews]:
        found = dict[NoticeId, DataCheckNews]()
        days = await self._days()
        for month in sorted({one.draft.subject for one in rows}):
            of_month = [one for one in rows if one.draft.subject == month]
            persons = sorted({one.draft.recipient for one in of_month})
            day = days[of_month[0].draft.school]
            data = await self._heard(await self.checks.data(persons, day))
            checks = await self.checks.of_month(persons, date.fromordinal(month))
            found |= {
                one.id: DataCheckNews(
                    one.draft.about,
                    names[one.draft.about],
                    data[one.draft.recipient],
                    date.fromordinal(month),
                )
                for one in of_month
                if one.draft.recipient in data
                and not ((check := checks.get(one.draft.recipient)) and check.answer)
            }
        return found

    async def _heard(
        self, data: Mapping[PersonId, PersonalData]
    ) -> Mapping[PersonId, PersonalData]:
        pupils = {child.pupil for one in data.values() for child in one.children}
        families = await self.audience.families(sorted(pupils)) if pupils else {}
        return {
            person: replace(
                one,
                children=tuple(it for it in one.children if person in families.get(it.pupil, ())),
            )
            for person, one in data.items()
        }

    async def _passed_on(
        self, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, CorrectionsNews]:
        found = dict[NoticeId, CorrectionsNews]()
        days = await self._days()
        for school in sorted({one.draft.school for one in rows}):
            waiting = await self._waiting(school, days[school])
            persons = set(await self.enterers(school)) if waiting else set()
            found |= {
                one.id: CorrectionsNews(
                    one.draft.about, names[one.draft.recipient], school, waiting
                )
                for one in rows
                if one.draft.school == school and one.draft.recipient in persons
            }
        return found

    async def _waiting(self, school: SchoolId, day: date) -> tuple[ShownCorrection, ...]:
        found = await self.corrections.waiting(school)
        data = await self.checks.data(sorted({one.said.person for one in found}), day)
        return shown_to_others(found, data)

    async def _settled(
        self, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, SettledNews]:
        numbers = [one.draft.subject for one in rows]
        corrections = {int(one.id): one for one in await self.corrections.corrections(numbers)}
        return {
            row.id: SettledNews(row.draft.about, names[row.draft.recipient], one)
            for row in rows
            if (one := corrections.get(row.draft.subject))
            and one.said.person == row.draft.recipient
            and not one.is_open
        }

    async def _days(self) -> Mapping[SchoolId, date]:
        schools = await self.delivery.all()
        return {one.school: today(self.clock, ZoneInfo(one.zone.key)) for one in schools}
