"""Which marks and absences of earlier days a family's sheet tells as news (F10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.diary.changes import CellNews
from core.diary.papers.late import LateBook, LateNews
from core.diary.views import ShownAbsence
from core.ids import LessonId, PupilId
from core.notices.paper.changed import news, oldest_news
from core.notices.paper.rules import Stretch
from core.notices.printing import Beside, PaperRuns

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FindLate:
    """Finds what was entered, put right or taken back after the sheet that told of its day.

    Papers are marked days later as a rule, and no other sheet comes to those days again.
    """

    runs: PaperRuns
    book: LateBook

    async def __call__(
        self, pupils: Sequence[PupilId], days: Stretch, zone: ZoneInfo
    ) -> Mapping[PupilId, LateNews]:
        """Return what each pupil's sheet of some days tells of the days before them."""
        if not pupils:
            return {}
        beside = await self.runs.beside(pupils, days.last)
        around = {one: beside.get(one, Beside()) for one in pupils}
        begins = datetime.combine(days.first, time(), zone)
        earliest = min(one.before or begins for one in around.values())
        first, last = oldest_news(days.first), days.first - _DAY
        marks = await self.book.mark_changes(pupils, earliest, first=first, last=last)
        missed = await self.book.absence_changes(pupils, earliest, first=first, last=last)
        return {
            one: LateNews(
                tuple(news(marks.get(one, ()), around[one], begins=begins)),
                tuple(sorted(news(missed.get(one, ()), around[one], begins=begins), key=_place)),
            )
            for one in pupils
        }


def _place(one: CellNews[LessonId, ShownAbsence]) -> tuple[date, int]:
    shown = one.value or one.before
    return (shown.day, shown.number) if shown else (date.min, 0)
