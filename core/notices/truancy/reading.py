"""The class teacher reads warnings about missed lessons, and who has acknowledged them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.gate import decides_for, must_oversee
from core.access.people import Actor, LedClass, Name
from core.diary.acknowledging import Acknowledged, Acknowledgements
from core.diary.issuing.drafts import OpenDraft, Opened, WarningState
from core.diary.issuing.issue import ListedClasses
from core.diary.truancy.counting import StillTruant
from core.diary.truancy.spells import MissedLesson
from core.diary.truancy.warnings import TruancyWarning, TruancyWarnings
from core.ids import ClassId, TruancyId
from core.notices.gathering.forecasts import Names
from core.notices.issue.reached import FamilyReach
from core.notices.issue.reaching import FindReach, as_sent
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class ListedTruancy:
    """A warning in a list, with how many of its lessons count now.

    `reach` is how far one that was sent came.
    """

    warning: TruancyWarning
    lessons: int
    reach: FamilyReach | None = None


@dataclass(frozen=True, slots=True)
class TruanciesView:
    """A class's warnings about missed lessons, drafts first; who does not lead only looks."""

    led: LedClass
    leads: bool
    zone: ZoneInfo
    listed: tuple[ListedTruancy, ...]

    def count(self, state: WarningState) -> int:
        """Return how many there are of a state."""
        return sum(one.warning.state is state for one in self.listed)


@dataclass(frozen=True, slots=True)
class ReadTruancies:
    """Open the warnings about missed lessons of who is in a class now."""

    classes: ListedClasses
    warnings: TruancyWarnings
    still: StillTruant
    find_reach: FindReach

    async def __call__(self, actor: Actor, class_id: ClassId) -> TruanciesView:
        """Return the drafts first, then the others, the latest days first."""
        of = await must_oversee(actor, class_id, self.classes)
        pupils = await self.classes.pupils_of(class_id)
        found = await self.warnings.of_pupils([one.pupil for one in pupils])
        lessons = await self.still(found)
        reach = await self.find_reach(NoticeKind.TRUANCY, [*map(as_sent, _sent(found))])
        listed = sorted(found, key=lambda one: one.state is not WarningState.DRAFT)
        return TruanciesView(
            of.led,
            await decides_for(of, self.classes),
            ZoneInfo(of.member.zone),
            tuple(
                ListedTruancy(one, len(lessons.get(one.id, ())), reach.get(one.id))
                for one in listed
            ),
        )


def _sent(warnings: Sequence[TruancyWarning]) -> Sequence[TruancyWarning]:
    return [one for one in warnings if one.state is WarningState.SENT]


@dataclass(frozen=True, slots=True)
class TruancyView:
    """One warning with the lessons that count now; none where they are no more enough for it.

    `reach` is how far one that was sent came, `answered` who acknowledged it, and when.
    """

    opened: Opened[TruancyWarning]
    lessons: Sequence[MissedLesson]
    reach: FamilyReach | None = None
    answered: tuple[tuple[Name, datetime], ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """Return the school's zone."""
        return ZoneInfo(self.opened.member.zone)


@dataclass(frozen=True, slots=True)
class ReadTruancy:
    """Open one warning as its family will read it."""

    open: OpenDraft[TruancyId, TruancyWarning]
    still: StillTruant
    find_reach: FindReach
    acknowledgements: Acknowledgements
    names: Names

    async def __call__(self, actor: Actor, warning: TruancyId) -> TruancyView:
        """Return it; raise AccessRefused for who does not lead the pupil's class now."""
        opened = await self.open(actor, warning)
        lessons = (await self.still([opened.warning])).get(warning, ())
        if opened.warning.state is not WarningState.SENT:
            return TruancyView(opened, lessons)
        pupil = opened.warning.child.pupil
        reach = await self.find_reach(NoticeKind.TRUANCY, [as_sent(opened.warning)])
        given = await self.acknowledgements.given(Acknowledged.TRUANCY, [pupil], warning, warning)
        names = await self.names.names([one.person for one in given])
        return TruancyView(
            opened,
            lessons,
            reach[warning],
            tuple((names[one.person], one.at) for one in given if one.person in names),
        )
