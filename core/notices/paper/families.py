"""Which families of a class get paper now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from core.access.connections import Connection, Connections, Part
from core.access.consents import Consent, ConsentBook, Said, Subject
from core.access.people import Child
from core.diary.issuing.issue import Classes
from core.ids import ClassId, PersonId, PupilId
from core.notices.issue.reaching import FindReach
from core.notices.paper.rules import GuardianWay, why_on_paper
from core.notices.ports import Audience
from core.notices.printing import OnPaper, PaperRuns, PrintRun


@dataclass(frozen=True, slots=True)
class FindOnPaper:
    """Finds families that declined, asked for paper, never came in, or are out of reach (F10)."""

    classes: Classes
    connections: Connections
    consents: ConsentBook
    audience: Audience
    runs: PaperRuns
    print_run: PrintRun
    find_reach: FindReach

    async def __call__(self, class_id: ClassId, since: date) -> Mapping[PupilId, OnPaper]:
        """Return the pupils with the reason, as things are now, in the order of the class list.

        `since`: the first day of the period, or of the sheet where none runs, from which on a
        forecast or a warning may not have reached the family, and still has not.
        """
        pupils = await self.classes.pupils_of(class_id)
        numbers = [one.pupil for one in pupils]
        missed = await self._missed(pupils, since)
        ways = await self._ways(class_id, numbers)
        found = ((one.pupil, _why(one, ways, missed)) for one in pupils)
        return {pupil: why for pupil, why in found if why is not None}

    async def _missed(self, pupils: Sequence[Child], since: date) -> Collection[PupilId]:
        if not pupils:
            return ()
        children = {one.pupil: one for one in pupils}
        begun = datetime.combine(since, time.min, UTC)
        listed = await self.print_run.since(sorted(children), begun)
        return {one.pupil for one in await self.find_reach.unread(listed, children)}

    async def _ways(
        self, class_id: ClassId, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[GuardianWay]]:
        connected = await self.connections.of_class(class_id)
        guardians = [one for one in connected if one.part is Part.GUARDIAN]
        said = await self.consents.latest(pupils)
        declined = {_whose(one) for one in said if _declines(one)}
        asked = {_whose(one) for one in said if _asks(one)}
        told = await self.audience.families(pupils)
        reachable = await self.runs.reachable(sorted({one.person for one in guardians}))
        found = defaultdict[PupilId, list[GuardianWay]](list)
        for one in guardians:
            if one.pupil is None:
                continue
            pupil = one.pupil.pupil
            hears = one.person in reachable and one.person in told.get(pupil, ())
            whose = (pupil, one.person)
            way = GuardianWay(whose in declined, whose in asked, _was_in(one), hears)
            found[pupil].append(way)
        return found


def _whose(said: Consent) -> tuple[PupilId, PersonId]:
    return said.pupil, said.guardian


def _declines(said: Consent) -> bool:
    return said.subject is Subject.ELECTRONIC and said.said is not Said.GIVEN


def _asks(said: Consent) -> bool:
    return said.subject is Subject.PAPER and said.said is Said.GIVEN


def _was_in(one: Connection) -> bool:
    return any(at is not None for at in (one.came_at, one.left_at, one.mail_since))


def _why(
    child: Child, ways: Mapping[PupilId, Sequence[GuardianWay]], missed: Collection[PersonId]
) -> OnPaper | None:
    return why_on_paper(ways.get(child.pupil, ()), missed=child.pupil in missed)
