"""A print run is looked at, handed over sheet by sheet, and read to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from zoneinfo import ZoneInfo

from core.access.gate import Overseen, closed_to, decides_for, must_decide, must_oversee
from core.access.people import Actor, Child
from core.clock import Clock, today
from core.diary.issuing.issue import Issues, ListedClasses
from core.diary.papers.late import NOTHING_LATE
from core.diary.papers.sheet import ClassSheets, GatherSheets
from core.errors import NotFound
from core.ids import ClassId, PaperRunId, PupilId
from core.notices.paper.late import FindLate
from core.notices.paper.new_finals import FindNewFinals
from core.notices.paper.rules import Stretch
from core.notices.printing import PaperRun, PaperRuns, PaperSheet


@dataclass(frozen=True, slots=True)
class FamilySheet:
    """A sheet of a run with whose it is."""

    child: Child
    sheet: PaperSheet

    @property
    def is_in_hand(self) -> bool:
        """Say whether the family holds it."""
        return self.sheet.handed_at is not None


@dataclass(frozen=True, slots=True)
class PaperRunView:
    """A class's run, or None where there is none yet.

    `leads` is False for the administration, which only looks while a class teacher is here.
    `before` and `after` are the runs beside, without those that nobody needed.
    """

    of: Overseen
    leads: bool
    today: date
    zone: ZoneInfo
    run: PaperRun | None = None
    families: tuple[FamilySheet, ...] = ()
    before: PaperRun | None = None
    after: PaperRun | None = None

    @property
    def in_hand(self) -> int:
        """Return how many families hold their sheets."""
        return sum(one.is_in_hand for one in self.families)


@dataclass(frozen=True, slots=True)
class OpenRuns:
    """Opens runs to who answers for their classes."""

    runs: PaperRuns
    classes: ListedClasses

    async def run(self, actor: Actor, run: PaperRunId) -> PaperRun:
        """Return a run; raise AccessRefused where there is none, as for anybody else's."""
        found = (await self.runs.runs([run])).get(run)
        if found is None:
            # Whether there is such a run is nobody else's business.
            raise closed_to(actor)
        return found

    async def families(self, run: PaperRun) -> tuple[FamilySheet, ...]:
        """Return the sheets of who is in the class now; who moved is on the other class's run."""
        of_run = await self.runs.sheets([run.id])
        sheets = {one.pupil: one for one in of_run.get(run.id, ())}
        pupils = await self.classes.pupils_of(run.made.class_id)
        return tuple(FamilySheet(one, sheets[one.pupil]) for one in pupils if one.pupil in sheets)


@dataclass(frozen=True, slots=True)
class ReadPaperRun:
    """Open a print run of a class: who gets paper, why, and who holds it (F10)."""

    open: OpenRuns
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, number: PaperRunId | None = None
    ) -> PaperRunView:
        """Return the run with the number, or the last one.

        Raise AccessRefused for who neither leads the class nor administers.
        """
        of = await must_oversee(actor, class_id, self.open.classes)
        zone = ZoneInfo(of.member.zone)
        leads = await decides_for(of, self.open.classes)
        view = PaperRunView(of, leads, today(self.clock, zone), zone)
        found = await self.open.runs.of_class(class_id)
        run = next((one for one in found if one.id == number), found[0] if found else None)
        if run is None:
            return view
        families = await self.open.families(run)
        before, after = beside(run, await self._needed(found))
        return replace(view, run=run, families=families, before=before, after=after)

    async def _needed(self, found: Sequence[PaperRun]) -> Sequence[PaperRun]:
        sheets = await self.open.runs.sheets([one.id for one in found])
        return [one for one in found if sheets.get(one.id)]


def beside(run: PaperRun, others: Sequence[PaperRun]) -> tuple[PaperRun | None, PaperRun | None]:
    """Return the run before and the one after, by their last days."""
    last = run.made.last
    earlier = [one for one in others if one.made.last < last]
    later = [one for one in others if one.made.last > last]
    by_day = attrgetter("made.last")
    return max(earlier, key=by_day, default=None), min(later, key=by_day, default=None)


@dataclass(frozen=True, slots=True)
class PrintSheets:
    """Sheets of a run are made to be printed, as the journal is now.

    A forecast that came after the run stands on them then, if the run is of the period that runs
    now: sheets of a period before tell of that one's (F6). Only where who hands them over makes
    them do they count as such: who else looks prints nothing that goes to a family.
    """

    read: ReadPaperRun
    issues: Issues

    async def __call__(
        self, actor: Actor, class_id: ClassId, number: PaperRunId | None
    ) -> PaperRunView:
        """Return the run whose sheets are made."""
        view = await self.read(actor, class_id, number)
        if view.run is not None and view.leads and await self._tells_of_now(view.run, view.today):
            await self.read.open.runs.printed(view.run.id, at=self.read.clock.now())
        return view

    async def _tells_of_now(self, run: PaperRun, day: date) -> bool:
        """Say whether the run ends in the period of a day; in both, where there are two."""
        terms = await self.issues.terms_of(run.made.class_id, day)
        return bool(terms) and all(one.term.begins <= run.made.last for one in terms)


@dataclass(frozen=True, slots=True)
class HandOver:
    """The class teacher ticks sheets as handed over: their families count as informed (F10)."""

    open: OpenRuns
    clock: Clock

    async def __call__(
        self, actor: Actor, run: PaperRunId, pupil: PupilId | None, *, handed: bool = True
    ) -> ClassId:
        """Tick one sheet, or (None) all; take a tick back where it was a slip.

        Return the class. Raise NotFound for a pupil who is not on the run, or in the class no
        more. The first tick of a sheet stands: it says who handed it over, and when.
        """
        found = await self.open.run(actor, run)
        member = await must_decide(actor, found.made.class_id, self.open.classes)
        pupils = _chosen(await self.open.families(found), pupil)
        if handed:
            now = self.clock.now()
            await self.open.runs.hand_over(run, pupils, at=now, by=member.person)
        else:
            await self.open.runs.take_back(run, pupils)
        return found.made.class_id


def _chosen(families: Sequence[FamilySheet], pupil: PupilId | None) -> Sequence[PupilId]:
    listed = [one.child.pupil for one in families]
    if pupil is None:
        return listed
    if pupil not in listed:
        raise NotFound
    return [pupil]


@dataclass(frozen=True, slots=True)
class ReadSheets:
    """Read a run to be printed: a sheet for each family that is on it."""

    open: OpenRuns
    gather: GatherSheets
    find_new_finals: FindNewFinals
    find_late: FindLate
    clock: Clock

    async def __call__(self, actor: Actor, run: PaperRunId) -> ClassSheets:
        """Return the sheets as the journal is now; raise NotFound where there is none."""
        found = await self.open.run(actor, run)
        made = found.made
        of = await must_oversee(actor, made.class_id, self.open.classes)
        pupils = [one.child for one in await self.open.families(found)]
        if not pupils:
            raise NotFound
        zone = ZoneInfo(of.member.zone)
        now, days = self.clock.now().astimezone(zone), Stretch(made.first, made.last)
        period, sheets = await self.gather(made.school, made.class_id, pupils, days, now=now)
        numbers = [one.pupil for one in pupils]
        news = await self.find_new_finals(numbers, days, zone)
        late = await self.find_late(numbers, days, zone)
        told = tuple(
            replace(
                one.with_finals(news.get(one.child.pupil, ())),
                late=late.get(one.child.pupil, NOTHING_LATE),
            )
            for one in sheets
        )
        return ClassSheets(of.member.school_name, of.led.title, *days, now, period, told)
