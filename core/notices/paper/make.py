"""A class's print run is made: once a week or month, with a forecast, or when its teacher asks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses, must_decide
from core.access.people import Actor
from core.clock import Clock, today
from core.diary.issuing.issue import Issues
from core.facts import Facts, Origin
from core.ids import ClassId, PupilId, SchoolId
from core.notices.paper.changed import oldest_news
from core.notices.paper.facts import PaperRunMade
from core.notices.paper.families import FindOnPaper
from core.notices.paper.moved import FollowMoved
from core.notices.paper.new_finals import FindNewFinals
from core.notices.paper.putting import put_on_run
from core.notices.paper.rules import FROM, Stretch, is_regular, stretch_over, stretch_to
from core.notices.printing import NewRun, OnPaper, PaperRuns
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class MakePaperRuns:
    """A tick: on the day after a week, or a month, each class's run is made, and made once.

    A standstill delays it and loses nothing. Of days on which no period ran there is one only
    for families to whom a final mark is news: set after the last lesson, or at an exam.
    Nobody is told of a run that nobody needs: in most classes each week would begin with a
    message that asks for nothing, and the one that asks for something would be overlooked. The
    class's place of paper says at any time that nobody needs it, and when that was looked up.
    """

    runs: PaperRuns
    find: FindOnPaper
    find_new_finals: FindNewFinals
    follow_moved: FollowMoved
    issues: Issues
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether there is a run to make, or one to take a sheet on that moved."""
        local = self.clock.now().astimezone(school.zone)
        if local.time() < FROM:
            return False
        stretch = await self._stretch(school)
        taught, summed_up = await self._to_make(school, stretch)
        return bool(taught or summed_up) or await self.follow_moved.is_due(
            school.school, local.date(), stretch.last
        )

    async def __call__(self, school: SchoolDelivery) -> None:
        """Make what is due now."""
        local = self.clock.now().astimezone(school.zone)
        if local.time() < FROM:
            return
        stretch = await self._stretch(school)
        taught, summed_up = await self._to_make(school, stretch)
        for class_id, begins in taught.items():
            families = await self.find(class_id, begins)
            await self._make(school.school, class_id, stretch, families)
        for class_id in sorted(summed_up):
            families = await self._with_news(class_id, stretch, school.zone)
            await self._make(school.school, class_id, stretch, families)
        await self.follow_moved(school.school, local.date(), stretch.last)

    async def _stretch(self, school: SchoolDelivery) -> Stretch:
        every = (await self.regulations.of(school.school)).paper.every
        return stretch_over(self.clock.now().astimezone(school.zone).date(), every)

    async def _to_make(
        self, school: SchoolDelivery, stretch: Stretch
    ) -> tuple[Mapping[ClassId, date], Collection[ClassId]]:
        """Return the classes without a run: those taught, with when that began, and the others."""
        day = self.clock.now().astimezone(school.zone).date()
        made = await self.runs.classes_with_run(school.school, stretch.last)
        taught = await self._taught(school.school, stretch)
        begun = datetime.combine(stretch.first, time(), school.zone)
        summed_up = await self.runs.summed_up(
            school.school,
            day,
            begun,
            ended=oldest_news(stretch.first),
            served={*made, *taught},
        )
        return {one: at for one, at in taught.items() if one not in made}, summed_up

    async def _taught(self, school: SchoolId, stretch: Stretch) -> Mapping[ClassId, date]:
        """Return each class that was in a period on a day of the stretch, with its first day.

        Of two periods that follow each other it is the later one.
        """
        # Of two periods at once the first counts: reversed, it is the one that stays.
        first = reversed(await self.issues.terms(school, stretch.first))
        last = reversed(await self.issues.terms(school, stretch.last))
        return {one.class_id: one.term.begins for one in (*first, *last)}

    async def _with_news(
        self, class_id: ClassId, stretch: Stretch, zone: ZoneInfo
    ) -> Mapping[PupilId, OnPaper]:
        families = await self.find(class_id, stretch.first)
        news = await self.find_new_finals(sorted(families), stretch, zone)
        return {one: why for one, why in families.items() if one in news}

    async def _make(
        self,
        school: SchoolId,
        class_id: ClassId,
        stretch: Stretch,
        families: Mapping[PupilId, OnPaper],
    ) -> None:
        now = self.clock.now()
        run = await self.runs.add_run(NewRun(school, class_id, *stretch, now))
        if run is None or not families:
            return
        await self.runs.put_on(run, school, families, at=now)
        await self.facts.record([PaperRunMade(school, now, Origin(), class_id, run)])


@dataclass(frozen=True, slots=True)
class MakePaperRunNow:
    """The class teacher makes a run up to today, without waiting for its day."""

    runs: PaperRuns
    find: FindOnPaper
    issues: Issues
    classes: SchoolClasses
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> bool:
        """Make it; return False where no family needs paper, and nothing is made.

        Asked again on the same day, who needs paper since then is added.
        """
        member = await must_decide(actor, class_id, self.classes)
        day = today(self.clock, ZoneInfo(member.zone))
        every = (await self.regulations.of(member.school)).paper.every
        now, stretch = self.clock.now(), stretch_to(day, every)
        term = await self.issues.term(class_id, day)
        families = await self.find(class_id, term.term.begins if term else stretch.first)
        if not families:
            return False
        asked = NewRun(member.school, class_id, *stretch, now, member.person)
        return await put_on_run(self.runs, asked, families) is not None


@dataclass(frozen=True, slots=True)
class MakePaperRunFor:
    """A forecast or a warning did not reach families in time: their sheets come by themselves.

    The forecast is to be in the hands of everybody 14 days before the period ends (F6), and the
    day after the week may come later than that (F10).
    """

    runs: PaperRuns
    find: FindOnPaper
    issues: Issues
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def __call__(
        self, school: SchoolId, class_id: ClassId, pupils: Collection[PupilId], day: date
    ) -> None:
        """Make a run up to the day for the pupils; a run up to it that is there takes them on.

        On the last day of a week, or month, it is that one's, and goes to whoever gets paper.
        """
        every = (await self.regulations.of(school)).paper.every
        stretch = stretch_to(day, every)
        term = await self.issues.term(class_id, day)
        found = await self.find(class_id, term.term.begins if term else stretch.first)
        asked = found.keys() if is_regular(stretch, every) else pupils
        families = {one: why for one, why in found.items() if one in asked}
        if not families:
            return
        now = self.clock.now()
        run = await put_on_run(self.runs, NewRun(school, class_id, *stretch, now), families)
        if run is not None:
            await self.facts.record([PaperRunMade(school, now, Origin(), class_id, run)])
