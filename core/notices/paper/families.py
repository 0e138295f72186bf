"""Which families of a class get paper now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.access.connections import Connection, Connections, Part
from core.access.consents import ConsentBook, Said, Subject
from core.access.people import Child
from core.diary.issuing.issue import Classes
from core.ids import ClassId, PeriodId, PersonId, PupilId
from core.notices.ledger import NoticeKind
from core.notices.paper.rules import GuardianWay, why_on_paper
from core.notices.ports import Audience
from core.notices.printing import OnPaper, PaperRuns, PrintRun


@dataclass(frozen=True, slots=True)
class FindOnPaper:
    """Finds the families that declined, never came in, or cannot be reached (F10)."""

    classes: Classes
    connections: Connections
    consents: ConsentBook
    audience: Audience
    runs: PaperRuns
    print_run: PrintRun

    async def __call__(
        self, class_id: ClassId, period: PeriodId | None
    ) -> Mapping[PupilId, OnPaper]:
        """Return the pupils with the reason, as things are now, in the order of the class list.

        `period` is the one of which a forecast may not have reached the family.
        """
        pupils = await self.classes.pupils_of(class_id)
        numbers = [one.pupil for one in pupils]
        missed = await self._missed(numbers, period)
        ways = await self._ways(class_id, numbers)
        found = ((one.pupil, _why(one, ways, missed)) for one in pupils)
        return {pupil: why for pupil, why in found if why is not None}

    async def _missed(
        self, pupils: Sequence[PupilId], period: PeriodId | None
    ) -> Collection[PupilId]:
        if period is None or not pupils:
            return ()
        run = await self.print_run.of(NoticeKind.FORECAST, period, pupils)
        return {one.pupil for one in run}

    async def _ways(
        self, class_id: ClassId, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[GuardianWay]]:
        connected = await self.connections.of_class(class_id)
        guardians = [one for one in connected if one.part is Part.GUARDIAN]
        said = await self.consents.latest(pupils)
        declined = {
            (one.pupil, one.guardian)
            for one in said
            if one.subject is Subject.ELECTRONIC and one.said is not Said.GIVEN
        }
        told = await self.audience.families(pupils)
        reachable = await self.runs.reachable(sorted({one.person for one in guardians}))
        found = defaultdict[PupilId, list[GuardianWay]](list)
        for one in guardians:
            if one.pupil is None:
                continue
            pupil = one.pupil.pupil
            hears = one.person in reachable and one.person in told.get(pupil, ())
            way = GuardianWay((pupil, one.person) in declined, _was_in(one), hears)
            found[pupil].append(way)
        return found


def _was_in(one: Connection) -> bool:
    return any(at is not None for at in (one.came_at, one.left_at, one.mail_since))


def _why(
    child: Child, ways: Mapping[PupilId, Sequence[GuardianWay]], missed: Collection[PersonId]
) -> OnPaper | None:
    return why_on_paper(ways.get(child.pupil, ()), missed=child.pupil in missed)
