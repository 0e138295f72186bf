"""A family, a class teacher and the administration read the forecast. The gate comes first."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import must_oversee
from core.access.people import Actor, Child
from core.clock import Clock, today
from core.diary.forecast.foresee import Foresee
from core.diary.forecast.of_class import ClassForecast, at_risk, outlooks, shares_of_pupils
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.reading import Reader
from core.diary.views import Period
from core.ids import ClassId, PupilId
from core.regulation.profile import Profile


@dataclass(frozen=True, slots=True)
class PupilForecast:
    """A pupil's forecast of a period, by subject; `today` is the school's date."""

    child: Child
    today: date
    period: Period | None
    periods: tuple[Period, ...]
    subjects: tuple[SubjectForecast, ...]
    rules: Profile


@dataclass(frozen=True, slots=True)
class ReadForecast:
    """Open the forecast of a pupil's period marks (F6)."""

    reader: Reader
    foresee: Foresee

    async def __call__(
        self, actor: Actor, pupil: PupilId, day: date | None = None
    ) -> PupilForecast:
        """Return the forecast of the period that holds `day` (or today), or the last before."""
        child, now, member = await self.reader.open(actor, pupil)
        found = await self.foresee(member.school, [pupil], day=day or now, today=now)
        subjects = found.subjects.get(pupil, ())
        return PupilForecast(child, now, found.period, found.periods, subjects, found.rules)


@dataclass(frozen=True, slots=True)
class ReadClassForecast:
    """Open the forecast of a class, for its class teacher and the administration (F7)."""

    directory: Directory
    foresee: Foresee
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, day: date | None = None
    ) -> ClassForecast:
        """Return the class's forecast of the period that holds `day`, or today."""
        of = await must_oversee(actor, class_id, self.directory)
        now = today(self.clock, ZoneInfo(of.member.zone))
        children = await self.directory.pupils_of(class_id)
        pupils = [child.pupil for child in children]
        found = await self.foresee(of.member.school, pupils, day=day or now, today=now)
        return ClassForecast(
            of=of,
            period=found.period,
            periods=found.periods,
            pupils=len(children),
            subjects=outlooks(found.subjects),
            shares=shares_of_pupils(found.subjects.values()),
            at_risk=at_risk(children, found.subjects),
            rules=found.rules,
        )
