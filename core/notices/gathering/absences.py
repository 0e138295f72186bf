"""What a week's list of missed lessons tells, as it stands when it is told (W1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.access.people import Child, Name
from core.ids import ClassId, NoticeId
from core.notices.absences.week import week_before
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.absences import MissedWeekNews
from core.notices.ports import Audience, DeliveryRules
from core.notices.standing_in import FindInCharge


class OfCourse(Protocol):
    """What a class missed of a course."""

    @property
    def missed(self) -> Sequence[object]:
        """Return the lessons, each of each pupil."""
        ...

    @property
    def is_verified(self) -> bool:
        """Say whether the class teacher ticked them off."""
        ...


class ReadsWeek(Protocol):
    """Gathers what a class missed in a week: its pupils, and the courses."""

    async def __call__(
        self, class_id: ClassId, monday: date
    ) -> tuple[Mapping[int, Child], Sequence[OfCourse]]:
        """Return both."""
        ...


@dataclass(frozen=True, slots=True)
class GatherMissedWeeks:
    """Looks weeks up; one that was verified meanwhile, or is another's class's, is over."""

    week: ReadsWeek
    audience: Audience
    delivery: DeliveryRules
    names: Names

    async def __call__(
        self,
        kind: NoticeKind,  # noqa: ARG002 - all are of one kind
        rows: Sequence[Notice],
    ) -> Mapping[NoticeId, MissedWeekNews]:
        """Return what there is to say of each notice."""
        zones = {one.school: one.zone for one in await self.delivery.all()}
        names = await self.names.names(sorted({row.draft.recipient for row in rows}))
        told = dict[NoticeId, MissedWeekNews]()
        for row in rows:
            name, zone = names.get(row.draft.recipient), zones[row.draft.school]
            day = row.draft.happened_at.astimezone(zone).date()
            news = await self._news(row, name, week_before(day)) if name else None
            if news is not None:
                told[row.id] = news
        return told

    async def _news(self, row: Notice, name: Name, monday: date) -> MissedWeekNews | None:
        class_id = ClassId(row.draft.subject)
        told = await FindInCharge(self.audience).of_class(row.draft.school, class_id)
        if row.draft.recipient not in told.persons:
            return None
        children, courses = await self.week(class_id, monday)
        unverified = sum(not one.is_verified for one in courses)
        if not unverified:
            return None
        return MissedWeekNews(
            about=row.draft.about,
            child=name,
            class_id=class_id,
            class_title=next(one.class_title for one in children.values()),
            monday=monday,
            lessons=sum(len(one.missed) for one in courses),
            courses=len(courses),
            unverified=unverified,
            stands_in=told.stand_in,
        )
